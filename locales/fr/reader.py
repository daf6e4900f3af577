"""What goes through a scanned text and makes tokens of it; an article goes with the word it stands before."""

from typing import Any

from locales.fr.kinds import kinds
from locales.fr.lexicon import LEXICON
from locales.fr.names import Names
from locales.fr.patterns import Token
from locales.fr.scanning import Raw

HARMLESS, FOR, WITH, OTHER, TITLE, GRADE, EN, MATTER, BOOK = kinds("harmless for with other title grade en matter book")
BESIDE = set(kinds("qualifier grade"))  # they stand in nothing's way, and may still tell
NOUNS = set(kinds("other matter office usual"))
CHILDREN = set(kinds("kid kids"))
TOLD_OF = set(kinds("eat book cancel have be ne not past come rest stay absent can at"))
LED = set(kinds("le les of du at one my"))


class Reader:
    """A place in what was scanned, and the tokens made of what stands before it."""

    def __init__(self, raws: list[Raw], names: Names) -> None:
        self.raws, self.names = raws, names
        self.tokens: list[Token] = []
        self.beside: list[Token] = []
        self.at = 0

    @property
    def after(self) -> Raw | None:
        """What comes next."""
        return self.raws[self.at] if self.at < len(self.raws) else None

    @property
    def before(self) -> str:
        """The kind of the last token."""
        return self.tokens[-1].kind if self.tokens else ""

    def _add(self, token_kind: str, value: Any, raw: Raw, last: Raw | None = None) -> None:
        if token_kind == TITLE:
            somebody = self.before in (FOR, WITH) or self._is_told_of()
            token_kind = OTHER if somebody else HARMLESS  # « pour Mme Durand », « bonjour madame »
        if token_kind in NOUNS and self.tokens and self.tokens[-1].kind in LED:
            self._drop_article(raw.start)
        if token_kind == GRADE and self.before == EN and any(token.kind == BOOK for token in self.tokens):
            token_kind = MATTER  # « inscrire Tom en CE1 »
        if token_kind in BESIDE:
            self.beside.append(Token(token_kind, value, raw.start, (last or raw).end))
            token_kind = HARMLESS
        if token_kind != HARMLESS:
            self.tokens.append(Token(token_kind, value, raw.start, (last or raw).end))
        elif self.tokens and self.tokens[-1].kind in LED:
            self._drop_article(raw.start)

    def _is_told_of(self) -> bool:
        """« Mme Petit a réservé »: whether a name and then a verb come next."""
        name, verb = (*self.raws[self.at : self.at + 2], None, None)[:2]
        if name is None or verb is None or {name.what, verb.what} != {"word"}:
            return False
        known = LEXICON.get(name.plain)
        is_name = known is None or (name.is_proper and known[0] in CHILDREN)
        return is_name and LEXICON.get(verb.plain, ("",))[0] in TOLD_OF

    def _drop_article(self, start: int) -> None:
        """An article goes with the word it stands before: of « chez le dentiste lundi », "le lundi" is not left."""
        tokens = self.tokens
        while tokens and tokens[-1].kind in LED and tokens[-1].end >= start - 1:
            token = tokens.pop()
            start = token.start
            if token.value == "a":
                tokens.append(token._replace(value="has"))  # « Tom a une sortie jeudi » is no "à jeudi"
                return
