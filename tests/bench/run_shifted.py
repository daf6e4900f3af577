"""`python -m bot run`, its clock so many seconds off: a school day's morning whenever it is run.

The file `left` gets a line a message: the monotonic instant at which it left, however late it arrives.
"""

import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import monotonic

from bot.__main__ import main
from bot.commands.serving import collector_off
from bot.pace import Pace

with collector_off():  # as `run` imports it
    from bot import application

leave = Pace.leave


def leave_noted(pace: Pace) -> None:
    leave(pace)
    left.write(f"{monotonic()}\n")


if __name__ == "__main__":
    shift = timedelta(seconds=float(sys.argv[1]))
    application.run = partial(application.run, clock=lambda: datetime.now(UTC) + shift)
    Pace.leave = leave_noted  # type: ignore[assignment]
    with Path("left").open("w", buffering=1, encoding="utf-8") as left:
        main(["run"])
