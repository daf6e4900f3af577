"""The log: lines of our own, at the level asked for; libraries speak up only when something is wrong."""

import logging


def configure(level: str) -> None:
    """Log to stderr; nothing personal is ever logged, hence no library's chatter below warnings."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.WARNING)
    logging.getLogger("clochette").setLevel(level)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
