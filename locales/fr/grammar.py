"""The one way in: a French sentence becomes a Reading, its requests and what has to be asked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from locales.fr.at_home import ELSEWHERE, week_at_home
from locales.fr.clauses import cut
from locales.fr.completion import contrary
from locales.fr.follow_ups import NO_CONTEXT, Way, followed
from locales.fr.habits import habit_of, names_service, stated, usual_in
from locales.fr.marks import NONE, PRONOUN, Marks, apart
from locales.fr.meaning import Meaning
from locales.fr.names import names_of
from locales.fr.numbered import unnumbered
from locales.fr.patterns import Token, Took
from locales.fr.pieces.clock import Clock
from locales.fr.run_together import part
from locales.fr.scanning import normal
from locales.fr.sentence import Sentence
from locales.fr.tokens import MOST_TOKENS, tokenize
from locales.fr.wishes import SENTENCE_LAYERS
from locales.requests import (
    ACTING,
    Choice,
    Follow,
    Habit,
    Intent,
    Question,
    Reading,
    Request,
    Span,
    Usual,
)
from models.rules.calendar import SchoolCalendar

EITHER = re.compile(r"\bsoit\b", re.IGNORECASE)  # « soit lundi soit mardi »
OF_ERROR = re.compile(r"\W*erreurs? (?!de ma)\w", re.IGNORECASE)  # « erreur cantine lundi »
MOST_CHOICES = 6
MOST_GROUPS = 8


def read(
    text: str,
    *,
    now: datetime,
    calendar: SchoolCalendar | None,
    children: Sequence[str],
    intent: Intent | None = None,
    former: Sequence[Request] = (),
    usual: Usual | None = None,
) -> Reading:
    """What `text` means, said at `now` (commune time, aware or naive) by the household of `children`.

    `calendar` tells school days; where it is None or not published, requests have spans but no days. `intent` is
    assumed when the text has no verb, as after the command /reserver. `former` are the requests last done or shown,
    which the text may continue ("non, le 4"). `usual` is what the text says of the usual week where it does not say it
    itself, as after the command /semaine. Nothing typed raises.
    """
    text = unnumbered(part(normal(text)))
    tokens = tokenize(text, names_of(tuple(children)))
    if len(tokens) > MOST_TOKENS:
        return Reading(ask=Question("too-long"))
    today, names = now.date(), tuple(children)
    said = None if intent is Intent.CANCEL else usual_in(tokens, text) or usual
    if said and (found := _of_usual_week(tokens, text, said, _Reader(today, calendar, names, Intent.BOOK))):
        return found
    if intent is None and (monday := _week_at_home(tokens, text, Clock(today, calendar, muted=True))):
        return Reading(at_home=monday)
    sentence = sentence_of(tokens, text)
    if len(sentence.groups) > MOST_GROUPS:
        return Reading(ask=Question("too-long"))
    reader = _Reader(today, calendar, names, intent)
    return reader.continued(sentence, former) if intent is None else reader.reading(sentence)


def habit_in(text: str, usual: Usual) -> Habit:
    """What `text` says beside its days, taken as a saying of the usual week."""
    text = part(normal(text))
    return habit_of(tokenize(text, names_of(())), text, usual)


def _of_usual_week(tokens: list[Token], text: str, usual: Usual, reader: "_Reader") -> Reading | None:
    """A sentence of the usual week; None for one that speaks of it in passing, or says by itself what is wanted."""
    habit = habit_of(tokens, text, usual)
    texts = stated(tokens, text) if usual is Usual.STATED else [tokens]
    sentences = [sentence_of(each, text) for each in texts]
    if sum(len(sentence.groups) for sentence in sentences) > MOST_GROUPS:
        return Reading(ask=Question("too-long"))
    readings = [reader.reading(sentence) for sentence in sentences]
    asking = [reading for reading in readings if reading.ask and reading.ask.why != "which-days"]
    requests = [request for reading in readings for request in reading.requests]
    if usual is Usual.STATED:
        requests = [_kept_as_usual(request, habit) for request in requests]
    elif not habit.holds(requests) or (names_service(tokens) and _are_days(requests)):
        return None
    return replace([*asking, *readings][0], requests=tuple(requests), habit=habit)


def _week_at_home(tokens: list[Token], text: str, clock: Clock) -> date | None:
    """Looked for only where somebody is said to be elsewhere, and nobody by "elle"."""
    found = {token.kind for token in tokens}
    return week_at_home(*pieces_of(tokens), text, clock) if ELSEWHERE in found and PRONOUN not in found else None


def _kept_as_usual(request: Request, habit: Habit) -> Request:
    """What is stated is shown first; « rien le lundi » takes out."""
    is_out = habit.never and request.intent is Intent.BOOK
    return replace(request, shown_first=True, intent=Intent.CANCEL if is_out else request.intent)


def _are_days(requests: Sequence[Request]) -> bool:
    """Whether each names its days one by one: « réserver cantine jeudi comme d’habitude »."""
    return all(
        request.spans and all(span.first == span.last for span in request.spans) and not request.shown_first
        for request in requests
    )


def sentence_of(tokens: list[Token], text: str) -> Sentence:
    """The clauses that the tokens of `text` make."""
    pieces, marks = pieces_of(tokens)
    pronouns = [token for token in tokens if token.kind == PRONOUN]
    sentence = cut(sorted([*pieces, *pronouns], key=_place) if pronouns else pieces, text)
    sentence.marks, sentence.text = marks, text
    for clause in sentence.clauses[:1] if OF_ERROR.match(text) else ():
        clause.assumed = True
    for start, end in marks.maybe:
        sentence.at(start).doubts.append(text[start:end])
    for start, end in marks.qualifiers:
        sentence.at(start).beside.append(text[start:end])
    for start, end in marks.grades:
        if not sentence.at(start).names_somebody:
            sentence.at(start).beside.append(text[start:end])
    if len(EITHER.findall(text)) > 1:
        sentence.doubts.append("soit")
    sentence.times += [text[start:end] for start, end in marks.hours]
    return sentence


def _place(token: Token) -> tuple[int, int]:
    return token.start, -token.end


def pieces_of(tokens: list[Token], trace: list[Took] | None = None) -> tuple[list[Token], Marks]:
    """What the words became, layer by layer, and the marks taken out of them; `trace` hears by which rules."""
    tokens, marks = apart(tokens)
    for layer in SENTENCE_LAYERS:
        tokens = layer.rewrite(tokens, trace)
    return tokens, marks


class _Reader:
    """Reads a sentence once, and once more for each answer to its first doubt."""

    def __init__(
        self, today: date, calendar: SchoolCalendar | None, children: tuple[str, ...], intent: Intent | None
    ) -> None:
        self.today, self.calendar = today, calendar
        self.children, self.intent = children, intent
        self.open_days: dict[date, bool] = {}

    def _clock(self, picks: dict[int, int]) -> Clock:
        return Clock(self.today, self.calendar, picks, open_days=self.open_days)

    def _requests(self, sentence: Sentence, clock: Clock) -> tuple[Request, ...]:
        return tuple(Meaning(sentence, clock, self.children, self.intent).requests())

    def reading(self, sentence: Sentence) -> Reading:
        """A sentence that stands by itself."""
        clock = self._clock({})
        meaning = Meaning(sentence, clock, self.children, self.intent)
        requests = tuple(meaning.requests())
        ask = self._question(sentence, clock) if clock.doubts else None
        return Reading(requests, ask, tuple(sentence.left), quoted=sentence.quoted(meaning.passed))

    def _question(self, sentence: Sentence, clock: Clock) -> Question:
        doubt = clock.doubts[0]
        choices: list[Choice] = []
        for pick in range(doubt.options):
            label = doubt.labels[pick] if pick < len(doubt.labels) else None
            if label == "" or len(choices) == MOST_CHOICES:
                continue
            choice = Choice(self._picked(sentence, pick), label)
            if choice not in choices and not self._is_past(choice):
                choices.append(choice)
        return Question(doubt.why, doubt.facts, tuple(choices))

    def _is_past(self, choice: Choice) -> bool:
        """Whether it wants nothing but days that are over, which nobody can mean."""
        ends = [span.last for request in choice.requests for span in request.spans]
        return bool(ends) and all(last is not None and last < self.today for last in ends)

    def _picked(self, sentence: Sentence, pick: int) -> tuple[Request, ...]:
        """The requests of one answer to the first doubt; shown first if it leaves others open."""
        clock = self._clock({0: pick})
        requests = self._requests(sentence, clock)
        return tuple(replace(r, shown_first=True) for r in requests) if len(clock.doubts) > 1 else requests

    # What continues the former sentence

    def continued(self, sentence: Sentence, former: Sequence[Request]) -> Reading:
        """A sentence that may continue the `former` requests."""
        says_much = sentence.has_verb or sentence.has_services or sentence.has_days
        if not former and sentence.marks is NONE and not sentence.refusals and says_much:
            return self.reading(sentence)
        found = followed(sentence, former, self.children, self._clock({}))
        if found is NO_CONTEXT:
            plain = self.reading(sentence).requests
            bare = plain if all(request.intent is Intent.UNKNOWN for request in plain) else ()
            return Reading(bare, Question(found.why))
        if not found.ways:
            return self.reading(sentence)
        readings = [self._following(way, former) for way in found.ways]
        if not found.why:
            return readings[0]
        choices = tuple(
            Choice(_settled(reading), way.label, follows=reading.follows)
            for way, reading in zip(found.ways, readings, strict=True)
        )
        return replace(readings[0], ask=Question(found.why, (), choices))

    def _following(self, way: Way, former: Sequence[Request]) -> Reading:
        if way.sentence is None:
            return _undoing(former)
        reading = self.reading(way.sentence)
        requests = _left(reading.requests, way)
        if way.follows is Follow.REPLACE and not requests:
            return _undoing(former)
        ask = reading.ask and replace(
            reading.ask,
            choices=tuple(
                replace(c, requests=_left(c.requests, way), follows=way.follows) for c in reading.ask.choices
            ),
        )
        return Reading(requests, ask, reading.unread, way.follows)


def _left(requests: tuple[Request, ...], way: Way) -> tuple[Request, ...]:
    """The requests of which something is left, grouped if they are done together."""
    if way.follows is Follow.REPLACE:
        requests = tuple(request for request in requests if request.spans)
    return tuple(replace(request, group=1) for request in requests) if way.together else requests


def _undoing(former: Sequence[Request]) -> Reading:
    return Reading(tuple(contrary(request) for request in former if request.intent in ACTING), follows=Follow.UNDO)


def _settled(reading: Reading) -> tuple[Request, ...]:
    """The requests of a reading that is one of several, shown first if it leaves a question open."""
    return tuple(replace(r, shown_first=True) for r in reading.requests) if reading.ask else reading.requests


def as_json(reading: Reading, children: Sequence[str] = ()) -> dict[str, object]:
    """`reading`, of a household of `children`, as the contract's `parse` JSON."""
    ask = reading.ask
    habit = {"usual": reading.habit.usual.value} if reading.habit else {}
    return habit | {
        "requests": [_request(request) for request in reading.requests],
        "how": reading.how(children).value,
        "ask": ask and {"why": ask.why, "choices": [[_request(r) for r in c.requests] for c in ask.choices]},
    }


def _request(request: Request) -> dict[str, object]:
    return {
        "intent": request.intent.value,
        "services": sorted(service.value for service in request.services),
        "who": list(request.who),
        "spans": [_span(span) for span in request.spans],
        "days": [day.isoformat() for day in request.days],
    }


def _span(span: Span) -> list[str | None]:
    return [day.isoformat() if day else None for day in (span.first, span.last)]
