"""From pieces to wishes: a sentence is cut into clauses, and each clause into groups that belong together.

"annule lundi et réserve mardi" has two clauses; "cantine lundi pour Léa, mardi pour Tom" one clause of two groups.
A clause ends at a stop, a question mark or a line's end, where what follows says something by itself; and at "et", a
comma or "mais" before another verb, another subject or something else that is asked for.
"""

from collections.abc import Callable
from typing import ClassVar

from locales.fr.clauses.pieces import (
    AGE,
    AND,
    APART,
    ASKING,
    ATTRIBUTES,
    BECAUSE,
    BUT,
    BY,
    COLON,
    COMMA,
    CONTENT,
    DAYS,
    DONE,
    DOUBTS,
    ELSEWHERE,
    EXCEPTED,
    FOR,
    FORWARDED,
    HALT,
    HAVE,
    HESITATION,
    HINTS,
    IDLE,
    IF,
    INSTEAD,
    JOINTS,
    KEEP_VERB,
    LEFT,
    MARK,
    MATTER,
    ME,
    MISTAKEN,
    MYSELF,
    NE,
    NI,
    NO,
    NOBODY,
    NOTHING,
    NOTHING_NEW,
    NUMERIC,
    OFFICE,
    ONE,
    OR,
    OTHER,
    PEOPLE,
    PEOPLE_OFF,
    PRESENCE,
    PRONOUN,
    QUE,
    QUOTED,
    REPORTED,
    SCHOOL,
    SERVICES,
    SERVICES_KEPT,
    SERVICES_OFF,
    SHOWN,
    SORRY,
    STOP,
    SWAP,
    THANKS,
    THEN,
    UNKNOWN,
    VERB,
    WE,
    WHO,
    WISHED,
    WITH,
    YES,
)
from locales.fr.clauses.subjects import Subjects
from locales.fr.moods import MOODS
from locales.fr.patterns import Token
from locales.fr.segments import Segment
from locales.fr.sentence import Group, Sentence, Subject
from locales.fr.spelled import fold
from locales.fr.wishes import Verb
from locales.requests import Intent


class Cutter(Subjects):
    """Goes through the pieces of a sentence and cuts it into clauses and groups."""

    def cut(self) -> Sentence:
        for index, token in enumerate(self.tokens):
            if segment := self.starts.get(index):
                self._enter(segment)
            self._take(index, token)
        self._left_out()
        if self.pending_or:
            self.clause.doubts.append("ou")
        if self.neither:
            self._want(Verb(Intent.BOOK))  # « ni cantine ni garderie lundi »
        self._finish()
        return self.sentence

    def _finish(self) -> None:
        self._leave()
        for clause in self.sentence.clauses:
            if clause.away and not any(verb.intent is Intent.CANCEL for verb in clause.verbs):
                clause.left += clause.away
            if clause.away and not clause.has_people:
                clause.assumed = True  # « on mange chez mamie »
            if clause.contrary and not clause.contrary.group.days:
                clause.contrary.group.days = list(clause.group.days)
        self.sentence.clauses = [clause for clause in self.sentence.clauses if not clause.is_empty]
        for clause in self.sentence.clauses if FORWARDED.search(self.text) else ():
            clause.assumed = True
        for quoted in QUOTED.finditer(self.text):
            self._quoted(quoted.start(), quoted.end())

    def _quoted(self, first: int, last: int) -> None:
        """« Tom : "je mange pas" »: what is said between quotes beside other words may be somebody else's."""
        for clause in self.sentence.clauses:
            around = clause.first is not None and clause.first < first
            if clause.verbs and first <= clause.last_at <= last and around:
                clause.assumed = True

    def _enter(self, segment: Segment) -> None:
        """A new segment opens a clause where it says something by itself, a group where it says who or what."""
        self._leave()
        announced, heading = self._is_announced(segment), self.segment
        headed = heading is not None and self._is_strange(heading)
        self.boundary = ""
        self.segment, self.began, self.reason, self.correcting = segment, len(self.sentence.clauses), False, ""
        if self.clause.is_empty:
            self.began -= 1
        elif segment.stands_alone or (segment.is_wish and not self.clause.may_go_on):
            self._open_clause()
        elif segment.kinds >= {SERVICES, DAYS} and self.clause.cancels and self.clause.group.days:
            self._open_clause()
            self.clause.assumed = True  # « annule la cantine lundi. Garderie mardi »
        elif segment.kinds & {PEOPLE, SERVICES} and self.clause.group.has_something:
            self.clause.groups.append(Group())
        self.clause.last = ""
        if announced:
            self.clause.doubts.append(announced)
        self.clause.assumed = self.clause.assumed or (headed and segment is not heading)

    def _is_strange(self, heading: Segment) -> bool:
        """« Notification : », "À acheter :": what stands under such words may be no wish of today's."""
        return self.tokens[heading.last].kind == COLON and bool(heading.kinds & {UNKNOWN, MATTER})

    def _is_announced(self, segment: Segment) -> str:
        """« la mairie : pas de cantine lundi »: what somebody else says, by what stands before the colon; "" if not."""
        heading = self.segment
        if heading is None or heading is segment or self.tokens[heading.last].kind != COLON:
            return ""
        said = self.tokens[heading.first : heading.last]
        spoken = any(token.kind in (OTHER, OFFICE, SCHOOL) for token in said)
        return self.text[said[0].start : said[-1].end] if spoken else ""

    def _leave(self) -> None:
        """What is asked is all that the segment says; what corrected nothing may take it back."""
        if self.correcting == "unsure" or (self.correcting and MISTAKEN.search(fold(self.corrected.lower()))):
            self.clause.doubts.append(self.corrected)
        if self.segment and self.segment.asked:
            here = self.sentence.clauses[self.began :]
            for clause in [clause for clause in here if clause.asks_something] or here:
                clause.hints.add("question")

    def _take(self, index: int, token: Token) -> None:
        if token.kind == STOP:
            self._left_out()
        self.stopped = self.stopped or token.kind == STOP
        if token.kind == UNKNOWN:
            token = self._unknown(index, token)
        if self._begins_another(index, token):
            self._open_clause(contrary=self.clause if self.boundary == BUT and self.clause.verbs else None)
        self.repeated = False
        self.index = index
        self.clause.reach(token)
        self._hear(index, token)
        if token.kind == AND and self.correcting == "unsure":
            self.correcting = ""  # « lundi euh et mardi »
        if token.kind in APART:
            self.boundary = token.kind
        elif token.kind in CONTENT:
            self.boundary = ""
        if token.kind not in NOTHING_NEW:
            self.joined, self.joint = token.kind in JOINTS, token.kind
        if not self.joined and not self.repeated:
            self.clause.last = ATTRIBUTES.get(token.kind, "")

    def _hear(self, index: int, token: Token) -> None:
        """What a piece does to the clause it stands in, by its kind."""
        take = self._takers.get(token.kind)
        if take:
            take(self, token)
        elif token.kind in HINTS:
            self._hint(HINTS[token.kind])
        elif token.kind in MOODS:
            self.clause.moods.add(MOODS[token.kind])
        elif token.kind in IDLE:
            self.clause.beside.append(self.text[token.start : token.end])
        elif token.kind in LEFT or (token.kind in NUMERIC and self._is_beside_days(index)):
            self.doubt(token)

    def _begins_another(self, index: int, token: Token) -> bool:
        """Whether `token`, after "et", a comma or "mais", is the subject or the verb of something else."""
        clause = self.clause
        if token.kind == PRONOUN and clause.subject is Subject.OTHER and clause.has_people and not clause.verbs:
            return self._is_followed_by_verb(index)  # « c'est la maman de Tom il mange lundi »
        if token.kind == PEOPLE and clause.subject is Subject.OTHER and clause.has_days and self.joint != OTHER:
            return not clause.verbs and self._is_followed_by_verb(index)  # « rdv jeudi Léa mange pas »
        if not self._boundary_at(token) or clause.is_empty:
            return False
        if token.kind in (OTHER, ME):
            return bool(clause.verbs or clause.group.days) and self.boundary != AND and self.joint not in (FOR, WITH)
        if token.kind in ASKING or token.kind == DONE:
            return not (clause.asks_something or clause.done) and (clause.has_wish or token.kind in SHOWN)
        if token.kind == PEOPLE:
            return self._is_subject(index)
        if token.kind == PRONOUN:
            return clause.has_wish and self._is_followed_by_verb(index)
        if token.kind == VERB and token.value.weak:
            return False  # « cantine lundi et pas mardi »
        return token.kind in (VERB, SERVICES, SERVICES_OFF) and self._begins_wish(index, token)

    def _boundary_at(self, token: Token) -> str:
        """What `token` comes after; « mais pas de cantine » bears its own."""
        bears = token.kind == SERVICES_OFF and self.text[token.start : token.end].lower().startswith("mais")
        return BUT if bears else self.boundary

    def _begins_wish(self, index: int, token: Token) -> bool:
        """Whether a verb or a service is another wish: after somebody else's doings, a question, a whole wish."""
        clause = self.clause
        if clause.subject is not Subject.CHILD:
            return True
        if clause.asks_something or clause.moods:
            return token.kind != SERVICES or self.boundary != AND
        goes_on = any(other.kind in ATTRIBUTES for other in self._rest(index))
        if token.kind == SERVICES:
            return bool(clause.verbs) and clause.verbs[-1].negated and clause.has_days and goes_on
        return self._has_swapped() or (clause.has_wish and not clause.verbs and (goes_on or token.kind == SERVICES_OFF))

    def _has_swapped(self) -> bool:
        swap = self.sentence.swap
        return swap is not None and len(swap) > 1 and self.swapping

    def _is_subject(self, index: int) -> bool:
        """Whether the people at `index` are the subject of a verb, or stand against what was said before."""
        clause = self.clause
        told = bool(clause.verbs or clause.has_days) and self._is_followed_by_verb(index)
        if clause.last == "people" and self.boundary in (AND, COMMA) and not told:
            return False
        if clause.asks_something and self._is_followed_by_verb(index):
            return True
        if self.boundary == BUT and self._is_followed_by_verb(index):
            return True
        if not (clause.verbs or clause.group.days or clause.subject is not Subject.CHILD):
            return False
        if clause.subject is not Subject.CHILD or clause.is_away:
            return True
        return self._is_followed_by_verb(index) and clause.group.has_days_or_verb(clause)

    def _is_beside_days(self, index: int) -> bool:
        beside = self.tokens[max(index - 2, 0) : index + 3]
        return any(token.kind == DAYS for token in beside)

    _takers: ClassVar[dict[str, Callable[["Cutter", Token], None]]] = {
        **dict.fromkeys(ATTRIBUTES, Subjects.take_attribute),
        **dict.fromkeys(DOUBTS, Subjects.doubt),
        **dict.fromkeys((SWAP, BY, INSTEAD), Subjects.take_swap),
        **dict.fromkeys((NI, NOBODY), Subjects.take_neither),
        HAVE: Subjects.take_have,
        ONE: Subjects.take_one,
        WISHED: Subjects.take_wished,
        ELSEWHERE: Subjects.take_elsewhere,
        OTHER: Subjects.take_other,
        MATTER: Subjects.take_matter,
        BECAUSE: Subjects.take_because,
        THEN: Subjects.take_then,
        ME: Subjects.take_me,
        WE: Subjects.take_we,
        PRONOUN: Subjects.take_pronoun,
        HESITATION: Subjects.take_hesitate,
        MARK: Subjects.take_mark,
        IF: Subjects.take_if,
        NOTHING: Subjects.take_nothing,
        AGE: Subjects.take_age,
        THANKS: Subjects.take_thanks,
        SORRY: Subjects.take_sorry,
        OFFICE: Subjects.take_office,
        SCHOOL: Subjects.take_office,
        MYSELF: Subjects.take_myself,
        HALT: Subjects.take_halt,
        NE: Subjects.take_ne,
        WHO: Subjects.take_who,
        PRESENCE: Subjects.take_present,
        REPORTED: Subjects.take_reported,
        YES: Subjects.take_yes,
        QUE: Subjects.take_que,
        KEEP_VERB: Subjects.take_keeps,
        VERB: Subjects.take_verb,
        SERVICES_OFF: Subjects.take_no_service,
        SERVICES_KEPT: Subjects.take_kept,
        PEOPLE_OFF: Subjects.take_not_them,
        EXCEPTED: Subjects.take_excepted,
        OR: Subjects.take_or,
        NO: Subjects.take_no,
        BUT: Subjects.take_but,
        DONE: Subjects.take_done,
    }
