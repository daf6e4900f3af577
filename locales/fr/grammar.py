"""The one way in: a French sentence becomes a Reading, its requests and what has to be asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from locales.fr.clauses import Sentence, cut
from locales.fr.kinds import kind
from locales.fr.meaning import Meaning
from locales.fr.names import names_of
from locales.fr.pieces.clock import Clock
from locales.fr.run_together import part
from locales.fr.tokens import MOST_TOKENS, normal, tokenize
from locales.fr.wishes import SENTENCE_LAYERS
from locales.requests import Choice, Intent, Question, Reading, Request, Span
from models.rules.calendar import SchoolCalendar

MOST_CHOICES = 6
MOST_GROUPS = 8
MAYBE = kind("maybe")


def read(
    text: str,
    *,
    now: datetime,
    calendar: SchoolCalendar | None,
    children: Sequence[str],
    intent: Intent | None = None,
) -> Reading:
    """What `text` means, said at `now` (commune time, aware or naive) by the household of `children`.

    `calendar` tells school days; where it is None or not published, requests have spans but no days. `intent` is
    assumed when the text has no verb, as after the command /reserver. Nothing typed raises.
    """
    text = part(normal(text))
    tokens = tokenize(text, names_of(tuple(children)))
    if len(tokens) > MOST_TOKENS:
        return Reading(ask=Question("too-long"))
    maybe = [token for token in tokens if token.kind == MAYBE]
    tokens = [token for token in tokens if token.kind != MAYBE] if maybe else tokens
    for layer in SENTENCE_LAYERS:
        tokens = layer.rewrite(tokens)
    sentence = cut(tokens, text)
    sentence.doubts += [text[token.start : token.end] for token in maybe]
    if sum(len(clause.groups) for clause in sentence.clauses) > MOST_GROUPS:
        return Reading(ask=Question("too-long"))
    return _Reader(sentence, now.date(), calendar, tuple(children), intent).reading()


class _Reader:
    """Reads a sentence once, and once more for each answer to its first doubt."""

    def __init__(
        self,
        sentence: Sentence,
        today: date,
        calendar: SchoolCalendar | None,
        children: tuple[str, ...],
        intent: Intent | None,
    ) -> None:
        self.sentence, self.today, self.calendar = sentence, today, calendar
        self.children, self.intent = children, intent
        self.open_days: dict[date, bool] = {}

    def _clock(self, picks: dict[int, int]) -> Clock:
        return Clock(self.today, self.calendar, picks, open_days=self.open_days)

    def _requests(self, clock: Clock) -> tuple[Request, ...]:
        return tuple(Meaning(self.sentence, clock, self.children, self.intent).requests())

    def reading(self) -> Reading:
        clock = self._clock({})
        requests = self._requests(clock)
        ask = self._question(clock) if clock.doubts else None
        return Reading(requests, ask, tuple(self.sentence.unread))

    def _question(self, clock: Clock) -> Question:
        doubt = clock.doubts[0]
        choices: list[Choice] = []
        for pick in range(doubt.options):
            label = doubt.labels[pick] if pick < len(doubt.labels) else None
            if label == "" or len(choices) == MOST_CHOICES:
                continue
            choice = Choice(self._picked(pick), label)
            if choice not in choices:
                choices.append(choice)
        return Question(doubt.why, doubt.facts, tuple(choices))

    def _picked(self, pick: int) -> tuple[Request, ...]:
        """The requests of one answer to the first doubt; shown first if it leaves others open."""
        clock = self._clock({0: pick})
        requests = self._requests(clock)
        return tuple(replace(r, shown_first=True) for r in requests) if len(clock.doubts) > 1 else requests


def as_json(reading: Reading) -> dict[str, object]:
    """`reading` as the contract's `parse` JSON."""
    ask = reading.ask
    return {
        "requests": [_request(request) for request in reading.requests],
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
