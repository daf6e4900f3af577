"""Days with yes or no beside them: « lundi oui, mardi non », « ✅ lundi ❌ mardi », a day a line."""

from collections.abc import Sequence

from locales.fr.kinds import kind
from locales.fr.patterns import Token

DAYS, YES, NO = kind("days"), kind("yes"), kind("no")


class Table:
    """Which "non" and ❌ of a sentence say of a day that it is not wanted; marks stand before their days, or after."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.leading = self.trailing = False
        self.places: dict[int, int] = {}
        self.kinds: list[str] = []
        if any(token.kind == NO for token in tokens):
            self._look(tokens)

    def _look(self, tokens: Sequence[Token]) -> None:
        self.kinds = [token.kind for token in tokens if token.kind in (DAYS, YES, NO)]
        at = [index for index, token in enumerate(tokens) if token.kind in (DAYS, YES, NO)]
        self.places = {index: place for place, index in enumerate(at)}
        is_table = YES in self.kinds and NO in self.kinds and self.kinds.count(DAYS) > 1
        self.leading = is_table and self.kinds[0] != DAYS
        self.trailing = is_table and self.kinds[0] == DAYS

    def leads(self, index: int) -> bool:
        """Whether the "non" at `index` stands before the day that is not wanted."""
        return self.leading and index in self.places

    def follows(self, index: int) -> bool:
        """Whether the "non" at `index` stands after the day that is not wanted."""
        place = self.places.get(index, 0)
        return self.trailing and self.kinds[place - 1] == DAYS

    def refuses(self, index: int) -> bool:
        """Whether the days at `index` follow a "non" of theirs."""
        place = self.places.get(index, 0)
        return self.leading and place > 0 and self.kinds[place - 1] == NO
