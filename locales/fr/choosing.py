"""Which of the keys of a screen a few words choose: « le deuxième », « vendredi 4 », « celui de décembre », « Tom »."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from locales.fr.assent import ALONG, bare
from locales.fr.kinds import kind, kinds
from locales.fr.words_said import LINKS, Word, words_said

COURTESY = set(kinds("harmless thanks title yes no then mark hesitation stop comma"))
BESIDE = {*COURTESY, *LINKS, *kinds("day service")}  # said along with what chooses, and choosing nothing
CHOOSING = {"prends", "prend", "prenez", "choisis", "va"}
NUMBERING = {"no", "n", "n°", "numero", "option", "choix", "reponse", "la"}
NUMBER, ORDINAL, DATE, MONTH = kinds("number ordinal date month")
NUMBERS = {NUMBER, kind("padded")}
DAY_WORDS = set(kinds("weekday month session offset"))
EACH, OF_WHAT = set(kinds("every les")), set(kinds("every les day kids"))
ALL_ALONE = ["".join(kinds("every")), "".join(kinds("le one and other"))]  # « toutes », « l'un et l'autre »
SEVERAL = range(2, 5)
NEXT = -2  # the one after the first: of two, the other
NEXT_ONE = re.compile(
    r"(?:(?:non|plutot|oui|ok|celui|celle|le|la|jour|semaine) )*(?:d apres|suivante?)(?: svp| stp| merci)*"
)


class Place(NamedTuple):
    """`at`: which one, from 0, -1 the last, NEXT; `dated`: it may as well be a day of the month, « le 4 »."""

    at: int
    dated: bool = False


def place_said(text: str) -> Place | None:
    """« le premier », "option 2", "la dernière", and nothing else."""
    words = _without(words_said(text), COURTESY)
    if NEXT_ONE.fullmatch(bare(text)):
        return Place(NEXT)
    if [word.plain for word in words[-2:]] in (["des", "deux"], ["des", "2"]):
        words = words[:-2]
    figures = [word for word in words if word.plain not in {*NUMBERING, "le"}]
    if len(figures) == 1 and _is_figure(figures[0]) and len(words) < 3:
        return Place(figures[0].value - 1, dated=words[0].plain == "le")
    rest = _without(words, BESIDE)
    if len(rest) == 1 and rest[0].kind == ORDINAL:
        return Place(rest[0].value - 1)
    return Place(-1) if len(rest) == 1 and rest[0].plain.startswith("dernier") else None


def _is_figure(word: Word) -> bool:
    """« 4 », « 1er »: of more keys than nine no screen is made."""
    return word.plain == "1er" or (word.kind == NUMBER and word.plain.isdigit() and word.value < 10)


def all_said(text: str) -> bool:
    """« les deux », "tous les trois", "l'un et l'autre", and nothing else."""
    words = _without(words_said(text), COURTESY)
    others = {word.kind for word in words if not (word.kind == NUMBER and word.value in SEVERAL)}
    counted = sum(word.kind == NUMBER for word in words) == 1
    return (counted and bool(others & EACH) and others <= OF_WHAT) or "".join(w.kind for w in words) in ALL_ALONE


def chosen(text: str, labels: Sequence[str]) -> list[int]:
    """The labels that bear all the words of `text` that choose."""
    said = [word for word in _without(words_said(text), BESIDE) if word.plain not in ALONG]
    wanted, held = _keys(said), [_keys(words_said(label)) for label in labels]
    found = [at for at, keys in enumerate(held) if wanted and wanted <= keys and not _is_end(wanted, labels[at])]
    least = [at for at in found if all(held[at] <= held[other] for other in found)]  # « Matin », of « Matin et soir »
    return least if len(least) == 1 else found


def names_all(text: str, labels: Sequence[str]) -> bool:
    """Whether each of the labels is chosen by one of the words joined by "et": « le 27 et le 4 »."""
    parts = [chosen(part, labels) for part in bare(text).split(" et ")]
    return len(parts) > 1 and sorted(parts) == [[at] for at in range(len(labels))]


def _without(words: Iterable[Word], passed_over: set[str]) -> list[Word]:
    return [word for word in words if word.kind not in passed_over and word.plain not in CHOOSING]


def _keys(words: Iterable[Word]) -> set[tuple[str, object]]:
    """What words are known by, however they are written: « 4 déc. » and "4 décembre", « 27/11 » and "27 novembre"."""
    return {key for word in words for key in _known_by(word)}


def _known_by(word: Word) -> Iterator[tuple[str, object]]:
    if word.kind == DATE:
        yield from ((NUMBER, word.value.number), (MONTH, word.value.month))
    elif word.kind in NUMBERS or word.plain == "1er":
        yield NUMBER, word.value
    elif word.kind in DAY_WORDS:
        yield word.kind, word.value
    else:
        yield "", word.plain


def _is_end(wanted: set[tuple[str, object]], label: str) -> bool:
    """Whether one end of a stretch was said, which is that day as well as the stretch."""
    return {"du", "au"} <= set(bare(label).split()) and any(kind_ == NUMBER for kind_, _ in wanted)
