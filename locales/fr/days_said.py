"""The days a few words say, by the grammar of bookings: « lundi », « 30/11 », « semaine prochaine »."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import Enum, auto

from locales.fr import grammar, phrases
from locales.fr.kinds import kinds
from locales.fr.names import USUAL
from locales.fr.pieces.clock import HALF_A_YEAR, Clock
from locales.fr.pieces.days import Piece
from locales.fr.reader import HARMLESS
from locales.fr.words_said import LINKS, Word
from models.rules.calendar import SchoolCalendar

EARLIER = timedelta(weeks=2)  # a date of last week is read as that, to be refused as past; not as next year's
ROUNDS = tuple(map(timedelta, (0, 7, 31, 62, 366)))  # after which weekdays, day numbers and dates have come again
DAYS, THIS = kinds("days this")
NUMBERS = set(kinds("number padded ordinal month date dashed"))
COMING_AGAIN = {*NUMBERS, *LINKS, *kinds("weekday year feast")}


class Toward(Enum):
    """Which Monday, or which 12 January, is meant by a day that comes again."""

    AHEAD = auto()
    PAST = auto()  # today's included
    NEAREST = auto()  # the last one, unless it is more than half a year ago


def days_said(text: str, now: datetime, calendar: SchoolCalendar) -> list[date]:
    """The first and last days that `text` says, whatever else is in it."""
    since = now - EARLIER if re.search(r"\d", text) else now
    read = grammar.read(text, now=since, calendar=calendar, children=())
    spans = [span for request in read.requests for span in request.spans]
    return [day for span in spans for day in (span.first, span.last) if day]


def day_said(
    words: Sequence[Word], today: date, calendar: SchoolCalendar | None = None, toward: Toward = Toward.AHEAD
) -> date | None:
    """The one day that `words` say; None where they say something else, or a day there is not."""
    piece = _piece(words)
    kinds_ = {word.kind for word in words}
    if piece is None or any(word.plain in USUAL for word in words):  # « Sam »
        return None
    if toward is Toward.AHEAD:
        return _on(piece, Clock(today - EARLIER if kinds_ & NUMBERS else today, calendar))
    rounds = ROUNDS if kinds_ <= COMING_AGAIN else ROUNDS[:1]
    return _last([_on(piece, Clock(today - back, calendar)) for back in rounds], today, toward)


def _last(found: Sequence[date | None], today: date, toward: Toward) -> date | None:
    """Of a day `found` from today on and from before, the last that is not ahead; one that never changes may be."""
    past = next((day for day in found if day and day <= today), None)
    too_old = toward is Toward.NEAREST and past is not None and today - past > HALF_A_YEAR
    return found[0] if past is None or too_old else past


def _piece(words: Sequence[Word]) -> Piece | None:
    """The one expression of days they make, where they say nothing else."""
    tokens = [word.token for word in words if word.kind != HARMLESS]
    for layer in phrases.LAYERS:
        tokens = layer.rewrite(tokens)
    found = [token.value for token in tokens if token.kind == DAYS]
    others = {token.kind for token in tokens} - {DAYS, *LINKS}
    return found[0] if len(found) == 1 and not others else None


def _on(piece: Piece, clock: Clock) -> date | None:
    spans = piece.spans(clock)
    is_one = len(spans) == 1 and spans[0][0] == spans[0][1]
    is_written = not any(doubt.why == "which-day" and doubt.facts for doubt in clock.doubts)  # « 31/02 » is none
    return spans[0][0] if is_one and is_written else None
