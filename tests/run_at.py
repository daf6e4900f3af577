"""`clochette run` on a day of the test's choosing: the real bot, told the time as the demonstration tells it."""

import sys
from datetime import datetime

from bot import storage
from bot.application import run
from bot.settings import read_settings


def main(instant: str) -> None:
    """Run the bot at `instant` (ISO with an offset), which stands still."""
    settings, clock = read_settings(), datetime.fromisoformat(instant)
    storage.migrate(settings.database_url)
    run(settings, lambda: clock)


if __name__ == "__main__":
    main(sys.argv[1])
