"""From a text to its words, numbers, figures and marks, as they are written."""

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from locales.fr.spelled import fold

LONGEST = 4096
PASSED_OVER = ("ignored", "skipped")
# Plain words come first: most are, and so they are tried as nothing else; blanks go with what they follow.
_SCAN = r"""(?:
    (?P<plain> (?!vers\b|(?:entre|dans|pendant)\s\d+\s?(?:min|mn|et)) [^\W\d_]{4,} (?=[ ,!?\n]|\Z) )
  | (?P<time> \b(?:dans\s+|pendant\s+)?\d{1,3}\s?(?:minutes?|mins?|mn)\b
      | \b(?:de\s+)?\d{1,2}\s?[-–]\s?\d{1,2}\s?(?:h\b|h(?=\d)|heures?\b)\s?(?:\d\d)?\b          # "16-18h"
      | \b(?:de|entre)\s+\d{1,2}\s?(?:à|a|et)\s?\d{1,2}\s?(?:h\b|h(?=\d)|heures?\b)\s?(?:\d\d)?\b
      | (?:\b(?:à|a|de|vers|jusqu'à|dès|et)\s+)?
        \b\d{1,2}\s?(?:(?:h\b|h(?=\d)|heures?\b)\s?(?:\d\d)?\b | :\d\d\b) )
  | (?P<price> \d+(?:[.,]\d+)?\s?(?:€|euros?\b|eur\b) )
  | (?P<week> \bs\d\d?\b | \b\d{4}-?w\d\d(?:-[1-7])?\b )
  | (?P<quarter> \bt[1-4]\b | \b[1-4]t\b )
  | (?P<letters> (?-i:\b[LMJV](?:(?:\s?[ ,/+&-]\s?|\set\s)[LMJV]){1,4}\b) )
  | (?P<skipped> \bn[°º] | \b[\w.+-]{1,64}@[\w.-]{1,64} )
  | (?P<ignored> (?<=\d)t\d\d:\d\d\S*                               # the hour of 2026-12-03T08:00
      | (?!\d\d[./-]\d\d[./-]20\d\d\b) (?:\+33|\b0033|\b0)\s?[1-9](?:[ .-]?\d\d){4}\b  # a telephone number
      | \((?:inclus|compris)e?s?\)
      | \d\ufe0f?\u20e3                                               # an emoji of a figure
      )
  | (?P<word> \b(?:ce|cm)[12]\b | \b2main\b | \b2m1\b | \bdem1\b | [^\W\d_]+ )
  | (?P<figures> \d{1,2}-\d{1,2}/\d{1,2}(?:/\d{2,4})? (?![\d/-])
      | \d{1,2}(?:er)?\s?/\s?\d{1,2}(?:\s?/\s?\d{2,4})?(?![\d/]) | \d{1,2}\s[-.]\s\d{1,2}\s[-.]\s\d{4}\b
      | \d{1,4}(?:/\d{1,4})+ | \d{1,4}(?:-\d{1,4})+ | \d{1,4}(?:\.\d{1,4})+ )
  | (?P<ordinal> \d{1,2}\s?(?:ers?|eres?|ères?|emes?|èmes?|iemes?|ièmes?)\b | \d{1,2}(?:nde?|e)\b )
  | (?P<number> \d+ )
  | (?P<mark> [-–—→,;:.?!&+/()\n✅✔☑👍❌✖✗✘\[\]~❓❔🚫⛔👎🙅🤔🤷] )
) [ ]*"""


@cache
def _scanner() -> re.Pattern[str]:
    """Made with the first sentence rather than at start-up."""
    return re.compile(_SCAN, re.VERBOSE | re.IGNORECASE)


class Raw(NamedTuple):
    """A scanned item: what it is, its text in lower case, without accents, whether capitalised, its place."""

    what: str
    text: str
    plain: str
    is_proper: bool
    start: int
    end: int


def scan(text: str, passed_over: Collection[str] = PASSED_OVER) -> list[Raw]:
    """What `text` is made of, in order; what matters to nobody is left out."""
    return [
        _raw(what, text, *found.span(found.lastindex or 0))
        for found in _scanner().finditer(text)
        if (what := found.lastgroup or "") not in passed_over
    ]


def _raw(what: str, text: str, start: int, end: int) -> Raw:
    written = text[start:end]
    lower = written.lower()
    return Raw("word" if what == "plain" else what, lower, fold(lower), written[0] != lower[0], start, end)


def normal(text: str) -> str:
    """The first 4,096 characters of `text`, with composed accents, plain digits and single blanks."""
    text = text[:LONGEST]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)[:LONGEST]
    return re.sub(" {2,}", " ", text) if "  " in text else text
