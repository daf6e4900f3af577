"""The shell: what starts, wires and wakes."""

import os
import sys
from types import ModuleType

# python-telegram-bot then gives durations as timedelta, as its next major version will, and warns of nothing.
os.environ.setdefault("PTB_TIMEDELTA", "true")
# It imports httpx, though aiohttp is what we use, and httpx its own command line wherever rich is installed: 5 MB.
sys.modules.setdefault("httpx._main", ModuleType("httpx._main"))
