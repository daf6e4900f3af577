"""`python -m bot run`, its clock so many seconds off: a school day's morning whenever it is run."""

import sys
from datetime import UTC, datetime, timedelta
from functools import partial

from bot.__main__ import main
from bot.commands.serving import collector_off

if __name__ == "__main__":
    shift = timedelta(seconds=float(sys.argv[1]))
    with collector_off():  # as `run` imports it
        from bot import application
    application.run = partial(application.run, clock=lambda: datetime.now(UTC) + shift)
    main(["run"])
