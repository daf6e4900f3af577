"""How words are spelled: accents folded away, and one typo forgiven in the words of the vocabulary."""

from collections.abc import Iterable
from functools import cache, lru_cache

from locales.fr.kinds import kind
from locales.fr.lexicon import LEXICON

_ACCENTS: dict[int, str | int] = {
    **str.maketrans("àâäáãåçéèêëíìîïñóòôöõúùûüýÿ", "aaaaaaceeeeiiiinooooouuuuyy"),
    ord("œ"): "oe",
    ord("æ"): "ae",
    ord("ß"): "ss",
}
SHORTEST = 5
FAR = 2  # letters wrong in a word sought among a few
NAMED = {kind("weekday"), kind("month")}
DAY_OR_DAYS = {kind("weekday"), kind("weekdays")}


def fold(word: str) -> str:
    """`word`, in lower case, without its accents."""
    return word if word.isascii() else word.translate(_ACCENTS)


def is_near(typed: str, meant: str) -> bool:
    """Whether one letter added, missing, wrong, or two swapped make `typed` of `meant`."""
    from rapidfuzz.distance import OSA  # when the first unknown word is met

    return OSA.distance(typed, meant, score_cutoff=1) <= 1


def _without_one(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


@cache
def _neighbours() -> dict[str, list[str]]:
    """Each word of the vocabulary worth correcting, under itself and itself less one letter."""
    found: dict[str, list[str]] = {}
    for word in LEXICON:
        if len(word) >= SHORTEST and word.isascii():
            for key in {word} | _without_one(word):
                found.setdefault(key, []).append(word)
    return found


@lru_cache(maxsize=4096)
def corrected(word: str) -> str | None:
    """The word of the vocabulary one typo away from `word`; None if there is none, or several that differ."""
    if not SHORTEST - 1 <= len(word) <= 20:
        return None
    near = _neighbours()
    meant = {c for key in {word} | _without_one(word) for c in near.get(key, ()) if is_near(word, c)}
    if len(word) < SHORTEST:
        meant = {c for c in meant if LEXICON[c][0] in NAMED}
    if len({LEXICON[c][1] for c in meant}) == 1 and {LEXICON[c][0] for c in meant} <= DAY_OR_DAYS:
        return min(meant, key=len)  # « mardit » is "mardi" rather than "mardis"
    return min(meant) if len({LEXICON[c] for c in meant}) == 1 else None


def nearest_word(typed: str, known: Iterable[str]) -> str | None:
    """Which of a few `known` words was meant: one within two letters of it, or that it begins; None if none."""
    from rapidfuzz.distance import OSA

    word = fold(typed.lower())
    close = [(OSA.distance(word, each, score_cutoff=FAR), each) for each in known]
    begun = [each for each in known if len(word) >= SHORTEST - 1 and (each.startswith(word) or word.startswith(each))]
    best = min(close, default=(FAR + 1, ""))
    return best[1] if best[0] <= min(FAR, len(word) // 3) else next(iter(begun), None)
