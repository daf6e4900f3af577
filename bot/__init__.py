"""The shell: what starts, wires and wakes."""

import os

# python-telegram-bot then gives durations as timedelta, as its next major version will, and warns of nothing.
os.environ.setdefault("PTB_TIMEDELTA", "true")
