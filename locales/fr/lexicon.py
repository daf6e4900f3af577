"""Every word and saying the grammar knows, looked up by its spelling."""

from collections.abc import Iterator
from typing import Any

from locales.fr.fillers import HARMLESS
from locales.fr.kinds import kind
from locales.fr.sayings import PHRASES
from locales.fr.verbs import ENDINGS, HANGING, IMPERFECT, IRREGULAR, STEMS
from locales.fr.words import FEASTS, MONTHS, ORDINALS, PLAIN, UNITS, VALUED, WEEKDAYS


def _entries() -> Iterator[tuple[str, str, Any]]:
    """(kind, words, value), in order of weight: the first meaning of a word is the one kept."""
    for name, words in PLAIN.items():
        yield name, words, None
    for number, words in enumerate(WEEKDAYS, 1):
        yield "weekday", words, number
        yield "weekdays", " ".join(f"{word}s" for word in words.split() if len(word) > 4), number
    for number, words in enumerate(MONTHS, 1):
        yield "month", words, number
    for number, words in enumerate(ORDINALS, 1):
        yield "ordinal", words, number
    for name, words in UNITS.items():
        yield name, words, name
    for name, value, words in VALUED:
        yield name, words, value
    for name, words in IRREGULAR.items():
        yield name, words, None
    for name, stems in STEMS.items():
        yield name, _conjugated(stems), None
    for name, (stems, words) in HANGING.items():
        yield name, f"{_conjugated(stems)} {words}", True
    for stems in STEMS.values():
        yield "past", " ".join(stem + ending for stem in stems.split() for ending in IMPERFECT.split()), None
    yield "harmless", " ".join(HARMLESS), None
    yield from _shortened("weekday", WEEKDAYS)
    yield from _shortened("month", MONTHS)


def _conjugated(stems: str) -> str:
    return " ".join(stem + ending for stem in stems.split() for ending in ENDINGS.split())


def _shortened(name: str, entries: list[str]) -> Iterator[tuple[str, str, Any]]:
    """« nove », « vendre »: names cut anywhere after their fourth letter."""
    for number, words in enumerate(entries, 1):
        whole = words.split()[0]
        yield name, " ".join(whole[:length] for length in range(4, len(whole))), number


def _lexicon() -> dict[str, tuple[str, Any]]:
    known: dict[str, tuple[str, Any]] = {}
    for name, words, value in _entries():
        for word in words.split():
            known.setdefault(word, (kind(name), value))
    return known


def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, Any]]]:
    """First word → the phrases it may begin, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    feasts = [("feast", name, phrase) for name, phrases in FEASTS.items() for phrase in phrases]
    for name, value, phrase in PHRASES + feasts:
        first, *rest = phrase.split()
        found.setdefault(first, []).append((tuple(rest), kind(name), value))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return found


LEXICON = _lexicon()
PHRASED = _phrases()
