"""What a message does not need is not there when the bot starts."""

import subprocess
import sys

HEAVY = ("PIL", "typst", "icalendar", "openpyxl", "dateparser", "sqlalchemy.dialects.postgresql")


def test_what_draws_is_imported_when_something_is_drawn() -> None:
    code = "import sys, bot.application, bot.__main__; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "telegram" in loaded
    assert [name for name in HEAVY if name in loaded] == []
