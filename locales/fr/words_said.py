"""Every word of a text, of the kind and value that the grammar gives it: what the small readers beside it read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from locales.fr.kinds import kind, kinds
from locales.fr.lexicon import LEXICON
from locales.fr.names import names_of
from locales.fr.patterns import Token
from locales.fr.reader import HARMLESS
from locales.fr.run_together import part
from locales.fr.scanning import PASSED_OVER, Raw, normal, scan
from locales.fr.spelled import fold
from locales.fr.tokens import TokenReader

UNKNOWN = kind("unknown")
LINKS = {HARMLESS, *kinds("le les of du at for en comma stop dash colon slash thanks title this and")}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a saying: its token, as it is written, and without capitals and accents."""

    token: Token
    text: str
    plain: str

    @property
    def kind(self) -> str:
        return self.token.kind

    @property
    def value(self) -> Any:
        return self.token.value


def words_said(text: str, children: Sequence[str] = ()) -> list[Word]:
    """The words of `text`, in order, typos forgiven; none is left out, and those nobody knows are of kind "unknown"."""
    text = part(normal(text))
    raws = scan(text, passed_over=())
    reader = _Every([raw for raw in raws if raw.what not in PASSED_OVER], names_of(tuple(children)))
    tokens = sorted([*reader.read(), *_missed(raws, reader.tokens)], key=lambda token: token.start)
    written = ((token, text[token.start : token.end].strip()) for token in tokens)
    return [Word(token, words, fold(words.lower())) for token, words in written]


class _Every(TokenReader):
    """Keeps the words that nothing is made of, and articles too."""

    def _add(self, token_kind: str, value: Any, raw: Raw, last: Raw | None = None) -> None:
        self.tokens.append(Token(token_kind, value, raw.start, (last or raw).end))


def _missed(raws: Sequence[Raw], tokens: Sequence[Token]) -> Iterator[Token]:
    """What no token holds: a surname, a letter by itself, a price."""
    ends, at = [*tokens], 0
    for raw in raws:
        while at < len(ends) and ends[at].end <= raw.start:
            at += 1
        if raw.what != "mark" and (at == len(ends) or raw.end <= ends[at].start):
            yield Token(*LEXICON.get(raw.plain, (UNKNOWN, None)), raw.start, raw.end)
