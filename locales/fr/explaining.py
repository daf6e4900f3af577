"""How a sentence was understood: which of its words became what."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from locales.fr.clauses import HINTS
from locales.fr.grammar import pieces_of
from locales.fr.kinds import kind
from locales.fr.marks import AND, ASIDE, MARK, MAYBE, NO, QUE, TIME, USUAL
from locales.fr.moods import MOODS
from locales.fr.names import names_of
from locales.fr.patterns import Token, Took
from locales.fr.pieces.clock import Clock, Span
from locales.fr.pieces.days import Piece
from locales.fr.run_together import part
from locales.fr.scanning import normal
from locales.fr.tokens import tokenize
from locales.fr.wishes import BOTH_SESSIONS, People, Verb
from models.rules.calendar import SchoolCalendar

DAYS, EXCEPTED, SERVICES, SERVICES_OFF, SERVICES_KEPT, PEOPLE, PEOPLE_OFF, VERB = (
    kind(name)
    for name in ("days", "excepted", "services", "services_off", "services_kept", "people", "people_off", "verb")
)
NAMES = {
    **dict.fromkeys(HINTS, "hint"),
    **{kind(name): name for name in ("done", "or", "but", "no", "swap", "instead", "unknown", "proper")},
    **dict.fromkeys(
        (kind(name) for name in ("doubt", "doubtful", "afternoon", "around", "elsewhere", "not", "plus", "except")),
        "doubt",
    ),
    **dict.fromkeys((kind(name) for name in ("other", "matter")), "other"),
    **dict.fromkeys((kind(name) for name in ("me", "we", "pronoun")), "pronoun"),
    **dict.fromkeys((kind(name) for name in ("if", "maybe_not", "nothing", "reported", "without")), "doubt"),
    **dict.fromkeys(MOODS, "mood"),
    **dict.fromkeys(
        (kind(name) for name in ("thanks", "office", "with", "yes", "then", "having", "myself", "halt")), "passed-over"
    ),
    kind("keep_verb"): "mood",
    kind("because"): "reason",
    kind("hesitation"): "correction",
    MARK: "mark",
    USUAL: "usual",
    MAYBE: "doubt",
    TIME: "hour",
}

TYING = {NO, AND, QUE}


class Explained(NamedTuple):
    """Some words, and what they became: `name` is its sentence (`say(f"explain-{name}", facts)`); `spans`, of days."""

    words: str
    name: str
    facts: dict[str, object]
    spans: tuple[Span, ...] = ()


def explain(text: str, *, now: datetime, calendar: SchoolCalendar | None, children: Sequence[str]) -> list[Explained]:
    """What the words of `text` became, in their order; words passed over are named so, joints are left out."""
    text = part(normal(text))
    written = tokenize(text, names_of(tuple(children)))
    pieces, _ = pieces_of(written)
    first = pieces[0].start if pieces else len(text)
    kept = {token.start for token in pieces if token.kind == MARK}
    written = [token for token in written if token.start not in kept]
    aside = [token for token in written if token.kind in ASIDE or (token.start < first and token.kind in TYING)]
    found = sorted(
        [*pieces, *(token._replace(kind=MARK) if token.kind in TYING else token for token in aside)],
        key=lambda token: token.start,
    )
    return [*_each(found, text, Clock(now.date(), calendar, muted=True))]


def rules(text: str, *, children: Sequence[str]) -> list[tuple[str, Took]]:
    """Which rule took which words of `text`, in the order in which they did, each with the words."""
    text = part(normal(text))
    tokens = tokenize(text, names_of(tuple(children)))
    trace = [Took("habits.usual_in", "usual", each.start, each.end) for each in tokens if each.kind == USUAL]
    pieces_of(tokens, trace)
    return [(text[took.start : took.end].strip(), took) for took in trace]


def _each(tokens: Sequence[Token], text: str, clock: Clock) -> Iterator[Explained]:
    at = 0
    for token in tokens:
        yield from _passed_over(text[at : token.start])
        at = max(at, token.end)
        words = text[token.start : token.end].strip()
        if made := _made(token, words, clock):
            yield made
    yield from _passed_over(text[at:])


def _passed_over(between: str) -> Iterator[Explained]:
    words = " ".join(between.split())
    if any(letter.isalnum() for letter in words):
        yield Explained(words, "passed-over", {})


def _made(token: Token, words: str, clock: Clock) -> Explained | None:
    value = token.value
    if token.kind in (DAYS, EXCEPTED):
        return _days(words, "days" if token.kind == DAYS else "excepted", value, clock)
    if token.kind == SERVICES:
        return Explained(words, "services", {"services": value or BOTH_SESSIONS})
    if token.kind in (SERVICES_OFF, SERVICES_KEPT):
        said = [service for services in value for service in services or BOTH_SESSIONS]
        return Explained(words, "services-off" if token.kind == SERVICES_OFF else "services-kept", {"services": said})
    if token.kind in (PEOPLE, PEOPLE_OFF):
        return _people(words, value, without=token.kind == PEOPLE_OFF or value.without)
    if token.kind == VERB and isinstance(value, Verb):
        return Explained(words, "verb", {"intent": value.intent.value})
    name = NAMES.get(token.kind)
    return Explained(words, name, {}) if name else None


def _days(words: str, name: str, piece: Piece, clock: Clock) -> Explained:
    return Explained(words, name, {}, tuple(piece.spans(clock)))


def _people(words: str, people: People, *, without: bool) -> Explained:
    facts: dict[str, object] = {"names": list(people.names) or None, "unknown": people.unknown or None}
    return Explained(words, "people-off" if without else "people", facts)
