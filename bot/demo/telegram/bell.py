"""Waking whoever waits for a change, without polling."""

import asyncio


class Bell:
    """Counts changes and wakes those who wait for the next one; to be used from one event loop only."""

    def __init__(self) -> None:
        self.count = 0
        self._next = asyncio.Event()

    def ring(self) -> None:
        self.count += 1
        rung, self._next = self._next, asyncio.Event()
        rung.set()

    async def after(self, count: int) -> int:
        """Returns once the count is past `count` (at once if it already is), with the count there is then."""
        while self.count <= count:
            await self._next.wait()
        return self.count
