"""« D’habitude » and « comme d’habitude »: what the words of a sentence say of the usual week."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from locales.fr.kinds import kinds
from locales.fr.marks import MARK, USUAL
from locales.fr.patterns import Token
from locales.fr.spelled import fold
from locales.requests import Habit, Usual

PARITY, OVER, NOTHING, NOT, BOOK, WEEK, NOUN = kinds("parity over nothing not book week noun")
MEALS = set(kinds("service eat"))
SERVICES = {*MEALS, *kinds("session care")}
WEEKDAYS = set(kinds("weekday weekdays"))
LEADING = {WEEK, *kinds("le les")}  # « les semaines paires »
BOOKING = ("reserv", "inscri")
NEVER = {"jamais", "aucun", "aucune"}


def usual_in(tokens: Sequence[Token], text: str) -> Usual | None:
    """Whether the usual week is stated or followed; None where it is not spoken of."""
    said = [(at, token.value) for at, token in enumerate(tokens) if token.kind == USUAL]
    if not said:
        return None
    follows = any(value == "followed" for _, value in said)
    weeks = [at for at, value in said if value == "week"]
    books = bool(weeks) and any(
        _begins(token, text, BOOKING) for token in tokens[: weeks[0]]
    )  # « réserver la semaine type »
    return Usual.FOLLOWED if follows or books else Usual.STATED


def habit_of(tokens: Sequence[Token], text: str, usual: Usual) -> Habit:
    """What is said of the usual week beside its days."""
    found = {token.kind for token in tokens}
    in_two = any(one.kind == OVER and other.value == 2 for one, other in pairwise(tokens))
    return Habit(
        usual,
        meals=bool(found & MEALS),
        fortnightly=PARITY in found or in_two,
        never=any(_is_never(token, text) for token in tokens),
        besides=any(
            (token.kind == MARK and token.value == "also") or _begins(token, text, ("ajout",)) for token in tokens
        ),
    )


def names_service(tokens: Sequence[Token]) -> bool:
    return any(token.kind in SERVICES for token in tokens)


def stated(tokens: Sequence[Token], text: str) -> Iterator[list[Token]]:
    """The days of a week stated, « rien » taken out: in two where even weeks have theirs and odd ones others.

    The second begins as the first where it names no service of its own.
    """
    said = [token for token in tokens if not _is_never(token, text)]
    parities = [at for at, token in enumerate(said) if token.kind == PARITY]
    day = next((at for at, token in enumerate(said) if token.kind in WEEKDAYS), None)
    if len(parities) != 2 or len({said[at].value for at in parities}) < 2 or day is None:
        yield said
        return
    first, second = (_opening(said, at) for at in parities)
    cut = parities[0] + 1 if day < first else second
    yield said[:cut]
    yield [*([] if names_service(said[cut:]) else said[: min(day, first)]), *said[cut:]]


def _opening(tokens: Sequence[Token], at: int) -> int:
    """Where the mention of the weeks begins whose parity is at `at`."""
    while at and tokens[at - 1].kind in LEADING:
        at -= 1
    return at


def _is_never(token: Token, text: str) -> bool:
    return token.kind == NOTHING or (token.kind == NOT and text[token.start : token.end].strip().lower() in NEVER)


def _begins(token: Token, text: str, stems: tuple[str, ...]) -> bool:
    return token.kind in (BOOK, NOUN) and fold(text[token.start : token.end].lower()).startswith(stems)
