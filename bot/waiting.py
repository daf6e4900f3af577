"""How long to wait before trying again at what fails: a network, a database."""

SECONDS = (1, 2, 4, 8, 15, 30)


def backoff(attempt: int) -> float:
    """Seconds before the next try after `attempt` failures in a row (0 for the first)."""
    return SECONDS[min(attempt, len(SECONDS) - 1)]
