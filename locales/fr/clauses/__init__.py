"""A sentence is cut into clauses, each with its own subject, verb and mood; the one face of this room."""

from collections.abc import Sequence

from locales.fr.clauses.cutter import Cutter
from locales.fr.clauses.pieces import HINTS
from locales.fr.patterns import Token
from locales.fr.sentence import Sentence

__all__ = ["HINTS", "cut"]


def cut(tokens: Sequence[Token], text: str) -> Sentence:
    """The clauses of the sentence that `tokens` make; `text` is what they were read in."""
    return Cutter(tokens, text).cut()
