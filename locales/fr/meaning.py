"""From clauses to requests: the intent, services, children and days of each, with what has to be asked."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations, pairwise

from locales.fr.clauses import Clause, Group, Sentence
from locales.fr.phrases.sharing import swapped
from locales.fr.pieces.clock import Clock
from locales.fr.pieces.clock import Span as Days
from locales.fr.pieces.days import Offset, Piece
from locales.fr.pieces.exceptions import each_day
from locales.fr.wishes import BOTH_SESSIONS, People, Verb
from locales.fr.words import CANTEEN, EVENING, MORNING
from locales.requests import Intent, Request, Span
from models.vocabulary import Service

SHOWN = (Intent.PLANNING, Intent.MENU, Intent.INVOICES, Intent.DEADLINE, Intent.HELP)
ACTING = (Intent.BOOK, Intent.CANCEL)
MOST = 3


class Meaning:
    """One reading of a sentence; every choice made on the way is in the clock's doubts."""

    def __init__(self, sentence: Sentence, clock: Clock, children: Sequence[str], default: Intent | None) -> None:
        self.sentence, self.clock = sentence, clock
        self.children, self.default = tuple(children), default

    def requests(self) -> list[Request]:
        if "born" in self.sentence.hints:
            return []
        found = self._swap() if self.sentence.swap is not None else self._clauses()
        words = self._doubtful()
        if words and any(request.intent in ACTING for request in found):
            found = self.clock.choose("not-sure", [found], words=words)
        return found

    def _doubtful(self) -> tuple[str, ...]:
        """Words that may change the meaning: without a verb, all that were left unread."""
        sentence = self.sentence
        has_verb = any(clause.verbs or clause.done for clause in sentence.clauses)
        return tuple(dict.fromkeys(sentence.doubts + ([] if has_verb else sentence.unread)))

    def _clauses(self) -> list[Request]:
        found: list[Request] = []
        for clause in self.sentence.clauses:
            intent = self._intent(clause)
            found += self._clause(clause, intent)
        if not found and (shown := self._shown()):
            found = [Request(shown)]
        return _merged(found)

    # What is wanted

    def _shown(self) -> Intent | None:
        """What is only to be shown, by the words that tell."""
        hints = self.sentence.hints
        if hints >= {"can", "still"}:
            return Intent.DEADLINE
        for name in ("invoices", "menu", "deadline"):
            if name in hints:
                return Intent(name)
        if "help" in hints and not any(g.days for c in self.sentence.clauses for g in c.groups):
            return Intent.HELP
        return Intent.PLANNING if "planning" in hints else None

    def _intent(self, clause: Clause) -> Intent:
        shown = self._shown()
        acts = [verb.intent for verb in clause.verbs]
        if shown and not (shown is Intent.PLANNING and acts):
            return shown
        if self._is_menu(clause):
            return Intent.MENU
        if clause.done or self._is_question(clause):
            return Intent.PLANNING
        if acts:
            return self._asked(clause, acts[-1])
        if clause.contrary and not clause.verbs:
            return self._contrary(clause, clause.contrary)
        if self.default:
            return self.default
        has_more = any(group.services or group.people for group in clause.groups)
        has_days = any(group.days for group in clause.groups)
        if not has_more:
            return self._bare() if has_days else Intent.UNKNOWN
        if not has_days and not any(group.services for group in clause.groups):
            return Intent.UNKNOWN
        return self._asked(clause, Intent.BOOK)

    @staticmethod
    def _contrary(clause: Clause, before: Clause) -> Intent:
        """What follows "mais" takes its days, or its services, from what stands before."""
        group, other = clause.group, before.group
        if not group.days:
            group.days, group.excepted = list(other.days), list(other.excepted)
        verb = before.verbs[-1] if before.verbs else Verb(Intent.BOOK)
        if not group.services and verb.services:
            group.services = [verb.services]
        group.services = group.services or list(other.services)
        return Intent.BOOK if verb.intent is Intent.CANCEL else Intent.CANCEL

    def _is_menu(self, clause: Clause) -> bool:
        if "what" not in self.sentence.hints or "can" in self.sentence.hints:
            return False
        if any(group.people for group in clause.groups) or clause.done:
            return False
        if clause.verbs:
            return any(verb.services for verb in clause.verbs)
        return any(CANTEEN in group.services for group in clause.groups)

    def _is_question(self, clause: Clause) -> bool:
        """Whether it is asked what is, rather than that something be done."""
        hints = self.sentence.hints
        if "can" in hints:
            return False
        if hints & {"what", "isit", "know"}:
            return True
        return "question" in hints and any(verb.services and verb.intent is Intent.BOOK for verb in clause.verbs)

    def _asked(self, clause: Clause, intent: Intent) -> Intent:
        """A bare "cantine jeudi ?" may ask for either."""
        if "question" in self.sentence.hints and "can" not in self.sentence.hints and not clause.verbs:
            return self.clock.choose("what-to-do", [intent, Intent.PLANNING], (None, "see"))
        return intent

    def _bare(self) -> Intent:
        """Days and nothing else: unknown, and what to do with them is asked."""
        options = [Intent.UNKNOWN, Intent.BOOK, Intent.CANCEL, Intent.PLANNING]
        return self.clock.choose("what-to-do", options, ("", None, None, "see"))

    # Clauses and groups

    def _clause(self, clause: Clause, intent: Intent) -> list[Request]:
        if intent is Intent.UNKNOWN and not any(group.days for group in clause.groups):
            return []
        groups = _completed(clause.groups or [Group()])
        return [self._request(clause, group, intent) for group in groups]

    def _request(self, clause: Clause, group: Group, intent: Intent) -> Request:
        who = self._who(group, clause)
        services = self._services(clause, group, intent)
        return self._dated(intent, services, who, self._piece(group, intent, clause), borrowed=group.borrowed)

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
        return Request(intent, services, who, tuple(Span(a, b) for a, b in spans), days,
                       closed, clock.assumed, notes)  # fmt: skip

    def _swap(self) -> list[Request]:
        """« remplace lundi par mardi »: a cancel and a book, done together."""
        swap = self.sentence.swap or {}
        clause = self.sentence.clauses[0] if self.sentence.clauses else Clause()
        group = Group()
        for each in (g for c in self.sentence.clauses for g in c.groups):
            group.services += each.services
            group.people += each.people
        who, services = self._who(group, clause), self._services(clause, group, Intent.BOOK)
        if set(swap) != {"given", "taken"}:
            self.clock.choose("which-days", [None], ("",))
        first, second = swap.get("given"), swap.get("taken")
        if first and second:
            first, second = swapped(first, second)
        given = self._dated(Intent.CANCEL, services, who, first, borrowed=False)
        taken = self._dated(Intent.BOOK, services, who, second, borrowed=False)
        return [_grouped(given), _grouped(taken)]

    # Services

    def _services(self, clause: Clause, group: Group, intent: Intent) -> tuple[Service, ...]:
        if clause.either == "services":
            return self.clock.choose("either-or", [each or BOTH_SESSIONS for each in group.services])
        said = [each for each in group.services if each]
        found = {service for each in said for service in each}
        sick = any(verb.sick for verb in clause.verbs)
        if () in group.services and not found & {*BOTH_SESSIONS}:
            found |= set(self._sessions(intent))
        if sick and () not in group.services and found <= {*BOTH_SESSIONS}:
            found = set()
        if not found:
            found = {service for verb in clause.verbs for service in verb.services}
        if not found and intent is Intent.BOOK:
            found = set(CANTEEN)
        return tuple(sorted(found)) if intent is not Intent.UNKNOWN else ()

    def _sessions(self, intent: Intent) -> tuple[Service, ...]:
        """« garderie » without matin or soir: both are meant, but it is asked."""
        if intent not in ACTING:
            return BOTH_SESSIONS
        options = [BOTH_SESSIONS, MORNING, EVENING]
        return self.clock.choose("which-service", options, ("both-sessions", "morning", "evening"))

    # Children

    def _who(self, group: Group, clause: Clause) -> tuple[str, ...]:
        if clause.either == "people":
            return self.clock.choose("either-or", [self._people(people) for people in group.people])
        named: set[str] = set()
        for people in group.people:
            if not people.without:
                named |= set(self._people(people))
        for people in group.people:
            if people.without:
                named = (named or set(self.children)) - set(people.names)
        return tuple(child for child in self.children if child in named)

    def _people(self, people: People) -> tuple[str, ...]:
        """The children meant; none named = all."""
        if len(people.names) > 1:
            return self._which_child([(name,) for name in people.names], "")
        if people.names:
            return people.names
        if people.unknown:
            return self._which_child([(child,) for child in self.children], people.unknown)
        return self._counted(people)

    def _counted(self, people: People) -> tuple[str, ...]:
        household = len(self.children)
        if people.plural and not people.number:
            return () if household == 2 else self._which_child([(child,) for child in self.children], "")
        if people.number in (0, household):
            return ()
        if people.number > household:
            return self._which_child([], "")
        return self._which_child(list(combinations(self.children, people.number)), "")

    def _which_child(self, options: list[tuple[str, ...]], name: str) -> tuple[str, ...]:
        """Asked with every option where they are few; until then nobody in particular is meant."""
        shown = options if len(options) <= 6 else []
        return self.clock.choose("which-child", [(), *shown], ("",), name=name or None)


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


def _completed(groups: list[Group]) -> list[Group]:
    """Each group takes what it leaves unsaid from the one before, else from the one after."""
    for before, group in pairwise(groups):
        group.services = group.services or list(before.services)
        if not group.people and before.people:
            group.people, group.borrowed = list(before.people), True
        if not group.days and before.days:
            group.days, group.excepted, group.borrowed = list(before.days), list(before.excepted), True
    for group, after in pairwise(reversed(groups)):
        for name in ("services", "people", "days"):
            if not getattr(after, name) and getattr(group, name):
                setattr(after, name, list(getattr(group, name)))
                after.borrowed = True
    return groups


def _merged(requests: list[Request]) -> list[Request]:
    """Requests for the same thing and children become one."""
    found: list[Request] = []
    for request in requests:
        twin = next(
            (r for r in found if (r.intent, r.services, r.who) == (request.intent, request.services, request.who)), None
        )
        if twin is None:
            found.append(request)
            continue
        found[found.index(twin)] = Request(
            twin.intent, twin.services, twin.who, twin.spans + request.spans,
            tuple(sorted({*twin.days, *request.days})), tuple(sorted({*twin.closed, *request.closed})),
            twin.shown_first or request.shown_first, twin.notes + request.notes,
        )  # fmt: skip
    return found


def _grouped(request: Request) -> Request:
    return Request(request.intent, request.services, request.who, request.spans, request.days, request.closed,
                   request.shown_first, request.notes, 1)  # fmt: skip
