"""From clauses to requests: the intent, services, children and days of each, with what has to be asked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

from locales.fr.completion import contrary
from locales.fr.intents import Intents
from locales.fr.lending import completed, explained, merged, share
from locales.fr.phrases.sharing import swapped
from locales.fr.pieces.clock import Clock
from locales.fr.pieces.clock import Span as Days
from locales.fr.pieces.days import Offset, Piece
from locales.fr.pieces.exceptions import each_day
from locales.fr.pieces.lists import Head, Listed, Tail
from locales.fr.sentence import Clause, Group, Sentence
from locales.fr.spelled import fold, is_near
from locales.fr.whom import Whom
from locales.fr.wishes import BOTH_SESSIONS
from locales.fr.words import CANTEEN, EVENING, MORNING, PLAIN
from locales.requests import ACTING, SHOWN, Intent, Request, Span
from models.vocabulary import Service

NEGATIONS = {word for name in ("not", "plus", "ne", "no", "ni", "nobody", "useless") for word in PLAIN[name].split()}
# Wider than any commune's: an hour outside is said of something else.
LIKE_NOT = 3  # letters, as "pas" has
HOURS = {Service.GARDERIE_MATIN: range(6, 11), Service.CANTINE: range(11, 15), Service.GARDERIE_SOIR: range(15, 21)}


class Meaning:
    """One reading of a sentence; every choice made on the way is in the clock's doubts."""

    def __init__(self, sentence: Sentence, clock: Clock, children: Sequence[str], default: Intent | None) -> None:
        self.sentence, self.clock = sentence, clock
        self.sure: list[Clause] = []
        self.doubtful: list[Clause] = []
        self.passed: list[Clause] = []  # nothing was made of them, beside what was
        self.unsettled = False
        self.children = tuple(children)
        self.intents, self.whom = Intents(sentence, clock, default), Whom(children, clock)

    def requests(self) -> list[Request]:
        if "born" in self.sentence.hints or self.sentence.is_taken_back:
            return []
        found = self._clauses()
        if self._contradicts(found):
            found = self.clock.choose("either-or", _sides(found))
        words = self._doubtful()
        if words and any(request.intent in ACTING for request in found):
            found = self.clock.choose("not-sure", _directions(found, words), words=words)
        return found

    def _is_odd(self, said: str) -> bool:
        """« garderie du matin lundi 17h30 »: an hour at which there is none of the services wished."""
        number = re.search(r"\d+", said)
        wished = [
            service for clause in self.sure for group in clause.groups for each in group.services for service in each
        ]
        wished = [] if any(clause.cancels or clause.left for clause in self.sure) else wished
        hours = [HOURS[service] for service in wished]
        return bool(number and hours) and not any(int(number[0]) in each for each in hours if number)

    def _contradicts(self, found: Sequence[Request]) -> bool:
        """Whether the same meal is both wanted and not."""
        if not {request.intent for request in found} >= set(ACTING):
            return False
        meals = [{(child, day) for child in r.who or self.children for day in r.days} for r in found]
        pairs = combinations(zip(found, meals, strict=True), 2)
        return any(
            {one.intent, other.intent} == set(ACTING) and mine & theirs and _share_service(one, other)
            for (one, mine), (other, theirs) in pairs
        )

    def _doubtful(self) -> tuple[str, ...]:
        """Words that may change the meaning."""
        sentence = self.sentence
        doubts = [] if self.sure else [words for clause in self.doubtful for words in clause.doubts]
        doubts += sentence.doubts
        hours = [] if sentence.has_verb or sentence.has_services else sentence.times
        hours += [said for said in sentence.times if self._is_odd(said)]
        return tuple(dict.fromkeys(doubts + sentence.refusals + hours))

    def _clauses(self) -> list[Request]:
        found: list[Request] = self._swap() if self.sentence.swap is not None else []
        clauses = [clause for clause in self.sentence.clauses if not clause.swaps]
        clauses = explained(clauses)
        wants = [(clause, self.intents.of(clause)) for clause in clauses]
        acts = [clause for clause, intent in wants if intent in ACTING]
        self.doubtful = [clause for clause in acts if clause.doubts]
        self.sure = [clause for clause in acts if not clause.doubts]
        if len(wants) > 1:
            share(clauses, acts)
        news = any(clause.elsewhere_said for clause in clauses) and not any(clause.has_people for clause in acts)
        self.unsettled = news or any(
            clause.doubts or (intent is Intent.UNKNOWN and clause.unsettles)
            for clause, intent in wants
            if intent not in ACTING
        )
        for clause, intent in wants:
            passed = bool(self.sure or found) and (intent is Intent.UNKNOWN or (intent in ACTING and clause.doubts))
            if passed:
                self.passed.append(clause)
            else:
                found += self._clause(clause, intent)
        return merged(found)

    # Clauses and groups

    def _clause(self, clause: Clause, intent: Intent) -> list[Request]:
        if intent in SHOWN and not any(group.has_something for group in clause.groups):
            asked = clause.asks or (clause.done and clause.hints & {"what", "question", "isit"})
            return [Request(intent)] if asked or intent is Intent.HELP else []
        if intent is Intent.UNKNOWN and not any(group.days for group in clause.groups):
            return []
        groups = completed(self._split(clause.groups or [Group()]), alone=len(self.children) == 1)
        return [self._request(clause, group, intent) for group in groups]

    def _split(self, groups: list[Group]) -> list[Group]:
        """« garderie du soir lundi, mardi et jeudi matin »: the morning of Thursday, or of each day, which is asked."""
        found = list(groups)
        for index, (before, group) in enumerate(pairwise(groups)):
            listed = before.days[-1] if before.days else None
            if group.trails and isinstance(listed, Listed) and self.clock.choose("either-or", [True, False]):
                found[index] = replace(before, days=[*before.days[:-1], Head(listed)])
                found[index + 1] = replace(group, days=[Tail(listed)])
        return found

    def _request(self, clause: Clause, group: Group, intent: Intent) -> Request:
        acting = intent in ACTING
        who = self.whom.of(group.people, either=clause.either == "people", pronouns=clause.pronouns if acting else ())
        services = self._services(clause, group, intent)
        alone = clause.single and not group.people and len(self.children) > 1  # « un repas mardi »: for whom?
        unsure = alone or group.borrowed or bool(self.doubtful) or self.unsettled or _is_unsure(clause, group)
        return self._dated(intent, services, who, self._piece(group, intent, clause), borrowed=unsure)

    def _piece(self, group: Group, intent: Intent, clause: Clause) -> Piece | None:
        piece = group.piece()
        if piece is None and intent in ACTING:
            return self._no_day(clause)
        return piece

    def _no_day(self, clause: Clause) -> Piece | None:
        """No day said: asked openly, but a child who is ill is ill today, or tomorrow."""
        if any(verb.sick for verb in clause.verbs):
            return self.clock.choose("which-days", [Offset(0), Offset(1)])
        return self.clock.choose("which-days", [None], ("",))

    def _dated(
        self,
        intent: Intent,
        services: tuple[Service, ...],
        who: tuple[str, ...],
        piece: Piece | None,
        *,
        borrowed: bool,
    ) -> Request:
        clock = self.clock
        clock.singles, clock.today_said, clock.assumed, clock.after = [], False, borrowed, None
        clock.muted = intent in SHOWN
        spans = piece.spans(clock) if piece else []
        clock.muted = False
        days, closed = school_days(spans, clock)
        clock.reached = clock.singles[-1] if clock.singles and len(clock.singles) == len(spans) else None
        notes, clock.notes = tuple(clock.notes), []
        return Request(intent, services, who, tuple(Span(a, b) for a, b in spans), days, closed, clock.assumed, notes)

    def _swap(self) -> list[Request]:
        """« remplace lundi par mardi »: a cancel and a book, done together."""
        swap = self.sentence.swap or {}
        swapping = [clause for clause in self.sentence.clauses if clause.swaps]
        clause = swapping[0] if swapping else Clause()
        group = Group()
        for each in (g for c in swapping for g in c.groups):
            group.services += each.services
            group.people += each.people
        who, services = self.whom.of(group.people, either=False), self._services(clause, group, Intent.BOOK)
        if set(swap) != {"given", "taken"}:
            self.clock.choose("which-days", [None], ("",))
        first, second = swap.get("given"), swap.get("taken")
        if first and second:
            first, second = swapped(first, second)
        given = self._dated(Intent.CANCEL, services, who, first, borrowed=False)
        taken = self._dated(Intent.BOOK, services, who, second, borrowed=False)
        return [replace(given, group=1), replace(taken, group=1)]

    # Services

    def _services(self, clause: Clause, group: Group, intent: Intent) -> tuple[Service, ...]:
        if clause.either == "services":
            return self.clock.choose("either-or", [each or BOTH_SESSIONS for each in group.services])
        said = [each for each in group.services if each]
        found = {service for each in said for service in each}
        sick = any(verb.sick for verb in clause.verbs)
        if () in group.services and not found & {*BOTH_SESSIONS}:
            found |= set(BOTH_SESSIONS if clause.kept else self._sessions(intent))
        if sick and () not in group.services and found <= {*BOTH_SESSIONS}:
            found = set()
        if not found:
            found = {service for verb in clause.verbs for service in verb.services}
        if clause.kept:
            found = (found or set(Service)) - {service for each in clause.kept for service in each or BOTH_SESSIONS}
            found = found or self.clock.choose("which-service", [set(Service)], ("",))
        if not found and intent is Intent.BOOK:
            found = set(CANTEEN)
        return tuple(sorted(found)) if intent is not Intent.UNKNOWN else ()

    def _sessions(self, intent: Intent) -> tuple[Service, ...]:
        """« garderie » without matin or soir: both are meant, but it is asked."""
        if intent is not Intent.BOOK:
            return BOTH_SESSIONS
        options = [BOTH_SESSIONS, MORNING, EVENING]
        return self.clock.choose("which-service", options, ("both-sessions", "morning", "evening"))


def school_days(spans: Sequence[Days], clock: Clock) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """The school days of `spans` after today (today if said), and the days said one by one that have no school."""
    if clock.calendar is None:
        return (), ()
    first = clock.today if clock.today_said else clock.tomorrow
    said = sorted({day for day in each_day(spans, clock) if day >= first})
    weekdays, opened = clock.calendar.weekdays, clock.calendar.opened
    days = tuple(day for day in said if (day.isoweekday() in weekdays or day in opened) and clock.is_open(day))
    closed = tuple(day for day in sorted(set(clock.singles)) if day >= first and not clock.is_open(day))
    return days, closed


def _is_unsure(clause: Clause, group: Group) -> bool:
    """Whether something in the clause itself keeps it from being done at once."""
    words = clause.left or clause.qualifiers or "help" in clause.hints
    return bool(words) or clause.assumed or (clause.presence and not group.services) or _is_at_odds(clause, group)


def _is_at_odds(clause: Clause, group: Group) -> bool:
    """« Tom mange mardi soir », "Léa absente lundi matin": what the verb is of, and the part of the day named."""
    said = {service for each in group.services for service in each}
    verbs = [verb for verb in clause.verbs if verb.stative and not verb.negated]
    return any(
        said and (not said & set(verb.services) if verb.services else verb.sick and said <= {*BOTH_SESSIONS})
        for verb in verbs
    )


def _share_service(one: Request, other: Request) -> bool:
    return not one.services or not other.services or bool(set(one.services) & set(other.services))


def _sides(found: Sequence[Request]) -> list[list[Request]]:
    """What is to be booked, or what is to be cancelled."""
    return [[request for request in found if request.intent is intent] for intent in ACTING]


def _directions(found: list[Request], words: Sequence[str]) -> list[list[Request]]:
    """What is likely meant, and its opposite where a negation is among the doubtful words."""
    firsts = [fold(said.lower()).replace("'", " ").split()[0] for said in words]
    negated = any(first in NEGATIONS or (len(first) == LIKE_NOT and is_near(first, "pas")) for first in firsts)
    opposite = [contrary(request) for request in found if request.intent in ACTING]
    return [found, opposite] if negated and opposite else [found]
