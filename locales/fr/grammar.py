"""The one way in: a French sentence becomes a Reading, its requests and what has to be asked."""

from collections.abc import Sequence
from datetime import date, datetime

from locales.fr.clauses import Sentence, cut
from locales.fr.kinds import kind
from locales.fr.meaning import Meaning
from locales.fr.names import names_of
from locales.fr.pieces.clock import Clock
from locales.fr.tokens import MOST_TOKENS, tokenize
from locales.fr.wishes import SENTENCE_LAYERS
from locales.requests import Choice, Intent, Question, Reading, Request, Span
from models.rules.calendar import SchoolCalendar

MOST_CHOICES = 6
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
    tokens = tokenize(text, names_of(tuple(children)))
    if len(tokens) > MOST_TOKENS:
        return Reading(ask=Question("too-long"))
    maybe = [token for token in tokens if token.kind == MAYBE]
    tokens = [token for token in tokens if token.kind != MAYBE] if maybe else tokens
    for layer in SENTENCE_LAYERS:
        tokens = layer.rewrite(tokens)
    sentence = cut(tokens, text)
    sentence.doubts += [text[token.start : token.end] for token in maybe]
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

    def _requests(self, clock: Clock) -> tuple[Request, ...]:
        return tuple(Meaning(self.sentence, clock, self.children, self.intent).requests())

    def reading(self) -> Reading:
        clock = Clock(self.today, self.calendar)
        requests = self._requests(clock)
        ask = self._question(clock) if clock.doubts else None
        return Reading(requests, ask, tuple(self.sentence.unread))

    def _question(self, clock: Clock) -> Question:
        doubt = clock.doubts[0]
        choices: list[Choice] = []
        for pick in range(doubt.options):
            label = doubt.labels[pick] if pick < len(doubt.labels) else None
            if label == "":
                continue
            requests = self._requests(Clock(self.today, self.calendar, {0: pick}))
            choice = Choice(requests, label)
            if choice not in choices:
                choices.append(choice)
        return Question(doubt.why, doubt.facts, tuple(choices[:MOST_CHOICES]))


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
