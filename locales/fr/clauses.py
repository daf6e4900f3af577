"""From pieces to wishes: a sentence is cut into clauses, and each clause into groups that belong together.

"annule lundi et réserve mardi" has two clauses; "cantine lundi pour Léa, mardi pour Tom" one clause of two groups.
A clause ends at a stop, a question mark or a line's end, where what follows says something by itself; and at "et", a
comma or "mais" before another verb, another subject or something else that is asked for.
"""

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from locales.fr.frames import NARROWED, Frame, completes, framed, is_frame, is_list, lent
from locales.fr.kinds import kind, kinds
from locales.fr.moods import MOODS, Mood
from locales.fr.names import may_name
from locales.fr.patterns import Token
from locales.fr.phrases.sharing import propagated
from locales.fr.pieces.algebra import kind_of
from locales.fr.pieces.days import Piece
from locales.fr.pieces.lists import AnyOf, Listed
from locales.fr.pieces.ranges import Between
from locales.fr.segments import Segment, segments
from locales.fr.sentence import SHOWING, Clause, Group, Sentence, Subject
from locales.fr.spelled import fold
from locales.fr.tables import Table
from locales.fr.wishes import People, Verb
from locales.fr.words import CANTEEN
from locales.requests import Intent

DAYS, EXCEPTED, SERVICES, SERVICES_OFF, SERVICES_KEPT, PEOPLE, PEOPLE_OFF, VERB, DONE = kinds(
    "days excepted services services_off services_kept people people_off verb done"
)
OR, BUT, BY, SWAP, INSTEAD, NO, NI, NOBODY, QUE = kinds("or but by swap instead no ni nobody que")
UNKNOWN, STOP, ELSEWHERE, AND, COMMA, NOT, PLUS = kinds("unknown stop elsewhere and comma not plus")
OTHER, MATTER, BECAUSE, THEN, ME, WE, PRONOUN, HESITATION, YES, WITH, FOR, KEEP_VERB, QUESTION, MARK = kinds(
    "other matter because then me we pronoun hesitation yes with for keep_verb question mark"
)
PRESENCE, REPORTED, NE, WHO, NOTHING, IF, THANKS, MYSELF, OFFICE, COLON, HALT, AGE = kinds(
    "presence reported ne who nothing if thanks myself office colon halt age"
)
NEGATING = {QUE, NI, NOBODY, NOT, PLUS}
DOUBTS = kinds("doubt except butnot not plus doubtful afternoon around keep maybe_not without times excluded much")
JOINTS = set(kinds("and ni comma slash of du le les at for en dash or age"))
ADDING = set(kinds("and comma slash or"))
APART = {AND, COMMA, BUT, THEN}
NOTHING_NEW = {MARK, PRONOUN, YES, HESITATION}  # what stands before them still joins what comes after
ATTRIBUTES = {DAYS: "days", SERVICES: "services", PEOPLE: "people"}
BEFORE_NAME = set(kinds("for verb services swap days"))
AFTER_NAME = {VERB, SERVICES, SERVICES_OFF, DAYS, DONE, kind("be"), kind("ne"), NOT}
SAYING = {VERB, DONE, KEEP_VERB, ELSEWHERE, PRESENCE, *MOODS}
CONTENT = {*SAYING, *ATTRIBUTES, OTHER, MATTER, SERVICES_OFF, PEOPLE_OFF}
# Words of days that nothing was made of: what was read may not be what was meant.
_LEFT = """
every over parity eve weekly quarter semester months years ordinal since until from before after between ago in part
rest season later fortnight
"""
BE, IMPERSONAL = kind("be"), set(kinds("can still"))
MISTAKEN = re.compile("erreur|tromp")
REFUSING = {"non", "nan", "❌", "✖", "✗"}
LEFT = set(kinds(_LEFT))
NUMERIC = set(kinds("number padded figure"))
_HINTS = "menu invoices owe deadline help planning bookings what isit question can know born still tell must_i"
HINTS = {kind(name): name for name in _HINTS.split()}
SHOWN = {kind(name) for name in SHOWING}
ASKING = {*SHOWN, kind("isit")}


class Cutter:
    """Goes through the pieces of a sentence and cuts it into clauses and groups."""

    def __init__(self, tokens: Sequence[Token], text: str) -> None:
        self.tokens, self.text = tokens, text
        self.sentence = Sentence()
        self.table = Table(tokens)
        self.starts = {segment.first: segment for segment in segments(tokens)}
        self.segment = next(iter(self.starts.values()), None)
        self.began = 0  # clauses there were when the segment began
        self.pending_or = False
        self.joined, self.joint = False, ""
        self.role = "given"
        self.frame: Frame | None = None
        self.neither = False
        self.repeated = False
        self.correcting = ""
        self.reason = False
        self.swapping = False
        self.refusing = False  # « et rien pour Tom »
        self.refusing_days = False
        self.corrected = ""
        self.index = 0
        self.boundary = ""  # the last "et", comma or "mais" that nothing was said after
        self.stopped = False
        self.awaiting: list[Token] = []

    @property
    def clause(self) -> Clause:
        return self.sentence.clauses[-1]

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
            if clause.contrary and not clause.contrary.group.days:
                clause.contrary.group.days = list(clause.group.days)
        self.sentence.clauses = [clause for clause in self.sentence.clauses if not clause.is_empty]

    # Segments and clauses

    def _enter(self, segment: Segment) -> None:
        """A new segment opens a clause where it says something by itself, a group where it says who or what."""
        self._leave()
        announced = self._is_announced(segment)
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

    def _is_announced(self, segment: Segment) -> str:
        """« la mairie : pas de cantine lundi »: what somebody else says, by what stands before the colon; "" if not."""
        heading = self.segment
        if heading is None or heading is segment or self.tokens[heading.last].kind != COLON:
            return ""
        said = self.tokens[heading.first : heading.last]
        spoken = any(token.kind in (OTHER, OFFICE) for token in said)
        return self.text[said[0].start : said[-1].end] if spoken else ""

    def _leave(self) -> None:
        """What is asked is all that the segment says; what corrected nothing may take it back."""
        if self.correcting == "unsure" or (self.correcting and MISTAKEN.search(fold(self.corrected.lower()))):
            self.clause.doubts.append(self.corrected)
        if self.segment and self.segment.asked:
            here = self.sentence.clauses[self.began :]
            for clause in [clause for clause in here if clause.asks_something] or here:
                clause.hints.add("question")

    def _open_clause(self, *, contrary: Clause | None = None) -> None:
        hints = self.clause.hints & {"can"} if self.began < len(self.sentence.clauses) else set()
        self.sentence.clauses.append(Clause(hints=hints, contrary=contrary))
        self.reason = self.swapping = False

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
        take = self._takers.get(token.kind)
        if take:
            take(self, token)
        elif token.kind in HINTS:
            self._hint(HINTS[token.kind])
        elif token.kind in MOODS:
            self.clause.moods.add(MOODS[token.kind])
        elif token.kind in LEFT or (token.kind in NUMERIC and self._is_beside_days(index)):
            self._doubtful(token)
        if token.kind in APART:
            self.boundary = token.kind
        elif token.kind in CONTENT:
            self.boundary = ""
        if token.kind not in NOTHING_NEW:
            self.joined, self.joint = token.kind in JOINTS, token.kind
        if not self.joined and not self.repeated:
            self.clause.last = ATTRIBUTES.get(token.kind, "")

    def _hint(self, name: str) -> None:
        if self.reason:
            return  # « suite à un changement de planning »
        if name == "can" and self.joint == PEOPLE:
            self._doubtful(self.tokens[self.index])  # « Tom pourrait manger »
        self.clause.hints.add(name)
        self.sentence.hints.add(name)

    def _begins_another(self, index: int, token: Token) -> bool:
        """Whether `token`, after "et", a comma or "mais", is the subject or the verb of something else."""
        clause = self.clause
        if token.kind == PRONOUN and clause.subject is Subject.OTHER and clause.has_people and not clause.verbs:
            return self._is_followed_by_verb(index)  # « c'est la maman de Tom il mange lundi »
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

    def _rest(self, index: int) -> Sequence[Token]:
        """What comes after `index` in its segment."""
        return self.tokens[index + 1 : self.segment.last + 1] if self.segment else ()

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

    def _is_followed_by_verb(self, index: int | None = None) -> bool:
        """Whether a verb comes next, before anything else is said or joined."""
        following = [token.kind for token in self.tokens[(self.index if index is None else index) + 1 :]]
        for at, found in enumerate(following):
            if found in SAYING:
                return True
            listed = found in (AND, COMMA) and following[at + 1 : at + 2] == [PEOPLE]
            if not listed and found != PEOPLE and (found in APART or found in ATTRIBUTES or found == STOP):
                return False
        return False

    # Words

    def _unknown(self, index: int, token: Token) -> Token:
        """An unknown word is a first name where one would stand, if it may be one; else it has no part."""
        written = self.text[token.start : token.end]
        if self._is_name(index) and not self.reason and may_name(written, called=self._is_called(index)):
            return Token(PEOPLE, People(unknown=token.value), token.start, token.end)
        self._left(token)
        return token

    def _is_called(self, index: int) -> bool:
        """Whether "pour", a child or a new breath stands before it: « pour zorglub », "léa et zorglub"."""
        before = self.tokens[index - 1].kind if index else STOP
        return before in (FOR, STOP, *ADDING)

    def _left(self, token: Token) -> None:
        if not self.reason:
            words = self.text[token.start : token.end]
            self.clause.left.append(words)
            if token.kind == UNKNOWN:
                self.sentence.unread.append(words)

    def _is_name(self, index: int) -> bool:
        before = self.tokens[index - 1].kind if index else ""
        after = self.tokens[index + 1].kind if index + 1 < len(self.tokens) else ""
        if before in BEFORE_NAME:
            return before != VERB or not (self.tokens[index - 1].value.services or self.tokens[index - 1].value.sick)
        if before in ADDING and index > 1:
            return self.tokens[index - 2].kind == PEOPLE
        return before in ("", STOP) and after in AFTER_NAME

    def _is_beside_days(self, index: int) -> bool:
        beside = self.tokens[max(index - 2, 0) : index + 3]
        return any(token.kind == DAYS for token in beside)

    def _doubtful(self, token: Token) -> None:
        if not self.reason:
            self.clause.doubts.append(self.text[token.start : token.end])

    # Who

    def _not_them(self, token: Token) -> None:
        """« pour Tom, pas Léa » leaves out who was not meant; where others were not named it may want the contrary."""
        people, meant = token.value, [named for group in self.clause.groups for named in group.people]
        if people.names and meant and all(named.names and not set(named.names) & set(people.names) for named in meant):
            people = people._replace(without=True, off=False)
        else:
            self.sentence.refusals.append(self.text[token.start : token.end])
        self._attribute(token._replace(kind=PEOPLE, value=people))

    def _other(self, token: Token) -> None:
        """Somebody who is no child of the household: whom it is for, who comes along, or whom the clause is about."""
        if self.joint in (WITH, ELSEWHERE):
            self._elsewhere(token)
        elif self.reason or self.joint == BY:
            self.clause.away.append(self.text[token.start : token.end])
        elif self.joint == FOR or (self.joint in (AND, COMMA) and self.clause.last == "people"):
            self._attribute(token._replace(kind=PEOPLE, value=People(unknown=self.text[token.start : token.end])))
        elif self.clause.subject is Subject.SPEAKER and self.joint == ME:
            self.clause.subject = Subject.CHILD  # « je suis la maman de Léa »
        elif self.clause.verbs or self.clause.group.services:
            self._left(token)
        else:
            self.clause.subject = Subject.OTHER
            self._left(token)

    def _myself(self, token: Token) -> None:
        """« pour moi », "Tom et moi": nobody of the household's children."""
        if self.joint == VERB:
            self._left(token)
        elif self.joint == FOR or (self.joint == AND and self.clause.last == "people"):
            self._attribute(token._replace(kind=PEOPLE, value=People(unknown=self.text[token.start : token.end])))

    def _thanks(self, token: Token) -> None:
        """« merci pour la cantine de lundi » is a remark; "merci d'inscrire Tom" asks."""
        following = [other for other in self.tokens[self.index + 1 :] if other.kind not in (MYSELF, MARK)]
        if following[:1] and following[0].kind == FOR:
            content = next((other.kind for other in following if other.kind in {*CONTENT, COMMA, COLON}), "")
            if content in (SERVICES, VERB, DAYS):
                self.clause.moods.add(Mood.REMARK)
        elif following[:1] and following[0].kind == SERVICES_OFF:
            self._doubtful(token)  # « super pas de cantine mardi »

    def _age(self, token: Token) -> None:
        if not self.clause.group.services:
            self._left(token)  # « lundi Tom a 6 ans »

    def _halt(self, token: Token) -> None:
        if self.clause.group.has_something:
            self._doubtful(token)

    def _me(self, _: Token) -> None:
        if not self.clause.verbs:
            self.clause.subject = Subject.SPEAKER

    def _we(self, _: Token) -> None:
        self.clause.assumed = True

    def _pronoun(self, token: Token) -> None:
        kinds_around = [other.kind for other in self.tokens[max(self.index - 1, 0) : self.index + 2]]
        impersonal = BE in kinds_around[:1] and bool(IMPERSONAL & set(kinds_around[2:]))  # « est-il possible »
        if self.joint == AND and self.clause.last == "people":
            self._doubtful(token)  # « pour Léa et lui »
        if not self.reason and not impersonal:
            self.clause.pronouns.append(self.text[token.start : token.end].lower())

    def _matter(self, token: Token) -> None:
        """A thing that is no meal: why something is taken out, else what was meant is not sure."""
        if self.joint == VERB:
            self.clause.elsewhere_said = True  # « annulez le rdv »
        elif any(verb.intent is Intent.CANCEL for verb in self.clause.verbs):
            return
        elif not self.clause.has_wish and not self.clause.group.has_something and not self.reason:
            self.clause.subject = Subject.OTHER  # « mon rdv de mardi est annulé »
        self.clause.is_of_matter = self.clause.is_of_matter or not self.clause.group.services
        self._left(token)

    def _because(self, _: Token) -> None:
        self.reason = True

    def _then(self, _: Token) -> None:
        if not self.clause.is_empty and not self.pending_or:
            self._open_clause()

    def _elsewhere(self, token: Token) -> None:
        """« chez mamie » says where a child eats, or why something is taken out."""
        if self._is_day_away():
            self._drop_last_day()
            return
        eats = [at for at, verb in enumerate(self.clause.verbs) if verb.services == CANTEEN and not verb.negated]
        if eats and not self.boundary and self.clause.verbs[eats[-1]].intent is Intent.BOOK:
            self.clause.verbs[eats[-1]] = Verb(Intent.CANCEL, CANTEEN, stative=True)
        self.clause.away.append(self.text[token.start : token.end])

    def _is_day_away(self) -> bool:
        """« mardi : maison », on a line among those of other days."""
        segment = self.segment
        alone = segment is not None and not segment.kinds & {PEOPLE, SERVICES, VERB} and DAYS in segment.kinds
        return alone and len(self.starts) > 1 and not self.clause.verbs

    def _present(self, _: Token) -> None:
        self.clause.presence = True
        self._want(Verb(Intent.BOOK, stative=True))

    def _reported(self, token: Token) -> None:
        """« mon mari m'a dit que Léa mange »: it is about what he said."""
        self.clause.subject = Subject.CHILD
        self.clause.left = []
        self.clause.doubts.append(self.text[token.start : token.end])

    # Alternatives, refusals and corrections

    def _or(self, _: Token) -> None:
        self.pending_or = True

    def _but(self, _: Token) -> None:
        """« pas de cantine jeudi mais garderie »: without a verb of its own, what follows wants the contrary."""
        clause = self.clause
        if clause.subject is not Subject.CHILD:
            self._open_clause()
        elif clause.verbs and clause.groups and (clause.group.days or clause.verbs[-1].negated):
            self._open_clause(contrary=clause)

    def _yes(self, _: Token) -> None:
        """« lundi oui »: said so of the days of a table; « Tom oui », after those who do not, of the others."""
        refused = self.clause.contrary
        if self.clause.cancels and self.clause.last == "people" and not refused:
            self._refuse_last()  # « Léa ne mange pas, Tom oui »
        if refused and self.clause.last == "people" and len(self.clause.groups) > 1:
            refused.groups.append(self.clause.groups.pop())

    def _if(self, token: Token) -> None:
        """« si Léa va mieux » is a condition; "Tom si", at an end, says the contrary of what was refused."""
        ends = self.segment is not None and self.index >= self.segment.last - 1
        if not (ends and self.clause.last == "people" and self._refuse_last()):
            self._doubtful(token)

    def _no(self, token: Token) -> None:
        """« mais Tom non » says its clause over again; « lundi non » takes a day off a table; else it may correct."""
        if self.clause.contrary and not self.clause.group.people:
            return
        if self.segment and self.segment.first == self.index and self.index and not self.table.leads(self.index):
            self._doubtful(token)
            return
        if self.boundary == AND and self.joint == AND:
            self.refusing_days = True  # « mardi et non lundi »
            return
        if self.clause.last == "people" and self._refuse_last():
            return
        if self.table.follows(self.index):
            self._drop_last_day()
        elif not self.table.leads(self.index):
            self._correct(token, "unsure") if self.clause.group.has_something else self._doubtful(token)

    def _refuse_last(self) -> bool:
        """« Léa mange mardi, Tom non »: of whom was named last, the contrary is wanted."""
        clause = self.clause
        group = clause.group
        others = [other for other in clause.groups[:-1] if other.has_something]
        if group.days or group.services or not (others or clause.contrary):
            return bool(clause.contrary)
        if not clause.contrary:
            clause.groups.pop()
            self._open_clause(contrary=clause)
            self.clause.groups.append(group)
        return True

    def _drop_last_day(self) -> None:
        days = self.clause.group.days
        last = days.pop() if days else None
        if isinstance(last, Listed) and len(last.pieces) > 1:
            days.append(Listed(last.pieces[:-1]))

    def _hesitate(self, token: Token) -> None:
        if not self.clause.group.has_something:
            self._thanks(token)  # « pardon pour l'annulation »
        self._correct(token, "unsure")

    def _mark(self, token: Token) -> None:
        before = self.sentence.clauses[-2:-1]
        words = self.text[token.start : token.end]
        if before and not self.clause.group.has_something and MISTAKEN.search(fold(words.lower())):
            before[0].doubts.append(words)  # « cantine lundi. Erreur de ma part. »
        self._correct(token, "sure")

    def _correct(self, token: Token, how: str) -> None:
        """« lundi euh mardi », « lundi, plutôt mardi »: what comes next may take the place of its like."""
        if self.clause.group.has_something and not self.reason:
            self.correcting = "sure" if "sure" in (self.correcting, how) else how
            self.corrected = self.text[token.start : token.end]

    def _que(self, _: Token) -> None:
        """« plutôt jeudi que mardi » is "jeudi au lieu de mardi"; "ne veux plus que Léa mange" negates what follows."""
        before = [token.kind for token in self.tokens[: self.index]]
        if before[-1:] == [PLUS]:
            self.neither = True
            self.clause.doubts = self.clause.doubts[:-1]
        elif MARK in before and before[-1:] == [DAYS] and len(self.clause.groups) == 1:
            self._swap(Token(INSTEAD, None, 0, 0))

    def _done(self, _: Token) -> None:
        self.clause.done = True

    def _nothing(self, token: Token) -> None:
        """« et rien pour Tom »: whom is named next is not meant; "mardi : rien", in a table, takes the day off."""
        if self._is_day_away():
            self._drop_last_day()
            return
        if self.boundary and self.clause.has_wish:
            self.refusing = True
        else:
            self._doubtful(token)

    def _ne(self, token: Token) -> None:
        """« n'ira ps »: a negation of which half is missing."""
        if not any(other.kind in NEGATING for other in self.tokens):
            self._doubtful(token)

    def _who(self, _: Token) -> None:
        """« qui mange lundi ? », but not "c'est Léa qui mange"."""
        if self.segment and not any(token.kind in CONTENT for token in self.tokens[self.segment.first : self.index]):
            self._hint("isit")

    def _keeps(self, _: Token) -> None:
        self.clause.moods.add(Mood.KEEP)

    def _neither(self, token: Token) -> None:
        """« ni Léa ni Tom ne mangent », "personne ne mange": what the verb says is not wanted."""
        if token.kind == NOBODY and self._is_day_away():
            self._drop_last_day()  # « mardi : personne »
            return
        self.neither = self.neither or not self.clause.verbs

    # Services, people and days

    def _attribute(self, token: Token) -> None:
        name = ATTRIBUTES[token.kind]
        if name == "people" and self._is_refused(token.value):
            self._refuse(token.value)
            return
        if self.reason and self.boundary and name == "services" and not self.clause.has_wish:
            self.reason = False  # « comme je suis en formation, cantine jeudi »
        if self.reason and name == "people" and not self.clause.verbs and self._is_followed_by_verb():
            self.reason = False
        if self.reason and name == "people" and self.clause.verbs and not self.clause.has_people:
            self.clause.group.people.append(token.value)  # « annule lundi car Léa est malade »
        elif self.reason and (name != "days" or self.clause.group.days):
            self.clause.assumed = self.clause.assumed or name == "days"
        elif self._corrects(name):
            self._put_instead(name, token.value)
        elif name == "days" and (self.refusing_days or self.table.refuses(self.index)):
            self.refusing_days = False
        elif name == "days" and self.swapping and (swap := self.sentence.swap) is not None:
            self._swapped(swap, token.value)
        elif name == "days" and not self.pending_or:
            self._days(token.value)
        elif self.pending_or:
            self.pending_or = False
            self._alternative(name, token.value)
        else:
            self._said(name, token.value).append(token.value)

    def _is_refused(self, people: People) -> bool:
        """« et rien pour Tom », "Léa mange lundi, mais pas Tom": of whom was not named, the contrary is wanted."""
        meant = [named for group in self.clause.groups for named in group.people]
        apart = people.names and meant and all(n.names and not set(n.names) & set(people.names) for n in meant)
        tells = any(verb.stative and verb.intent is Intent.BOOK for verb in self.clause.verbs)
        return bool(apart) and (self.refusing or (people.without and tells)) and self.clause.has_days

    def _refuse(self, people: People) -> None:
        self.refusing = False
        self._open_clause(contrary=self.clause)
        self.clause.group.people.append(people._replace(without=False, off=False))

    def _corrects(self, name: str) -> bool:
        """Whether what comes takes the place of its like; whatever comes, there is nothing left to correct."""
        like = bool(self.correcting and getattr(self.clause.group, name))
        if not like and fold(self.corrected.lower()) not in REFUSING:
            self.correcting = ""
        return like

    def _put_instead(self, name: str, value: Piece) -> None:
        """A correction: of a list, which of its parts is meant is not sure."""
        said = getattr(self.clause.group, name)
        if isinstance(said[-1], Listed) or len(said) > 1:
            self.clause.doubts.append(self.corrected)
        self.clause.assumed = self.clause.assumed or self.correcting == "unsure"
        said[-1:] = [value]
        self.correcting = ""

    def _days(self, piece: Piece) -> None:
        """Days, read inside the stretch of days the sentence opened with, if any."""
        frame = self.frame
        if frame and frame.holds(piece, self.clause, apart=self.joint in (AND, COMMA)):
            if self.joint not in (AND, COMMA):
                frame.group.days = [days for days in frame.group.days if days is not frame.piece]
            piece = framed(piece, frame.piece)
        elif is_frame(piece) and self.joint != AND and not self.stopped and not self._next_said():
            self._bound_all(piece)
        elif not self.stopped and not self._next_said():
            for group in self.clause.groups:
                group.days = [*group.days[:-1], *(lent(days, piece) for days in group.days[-1:])]
        if self._goes_on_below(piece):
            return
        self._said("days", piece).append(piece)
        self._take_out()
        self.stopped = False
        if is_frame(piece):
            opens = self.sentence.clauses == [self.clause] and self.clause.is_bare
            self.frame = Frame(piece, self.clause, self.clause.group, opens=opens)

    def _goes_on_below(self, piece: Piece) -> bool:
        """« Tom ⏎ - mardi ⏎ - jeudi »: days on a line of their own come besides those above."""
        days = self.clause.group.days
        segment = self.segment
        if not days or segment is None or segment.first > self.index or segment.kinds & {PEOPLE, SERVICES, VERB}:
            return False
        if any(token.kind == DAYS for token in self.tokens[segment.first : self.index]) or segment.first == 0:
            return False
        above = days[-1].pieces if isinstance(days[-1], Listed) else (days[-1],)
        days[-1] = Listed((*above, *(piece.pieces if isinstance(piece, Listed) else (piece,))))
        return True

    def _next_said(self) -> str:
        """The kind of the service, person or days said after the token at hand, before a stop or a verb; "" if none."""
        after = (token.kind for token in self.tokens[self.index + 1 :])
        found = next((each for each in after if each in ATTRIBUTES or each in (STOP, VERB)), "")
        return found if found in ATTRIBUTES else ""

    def _bound_all(self, stretch: Piece) -> None:
        """« Léa tous les jours, Tom le lundi, jusqu'à Noël »: a stretch said last is that of all."""
        narrowed = [group for group in self.clause.groups if group.days and kind_of(group.days[-1]) in NARROWED]
        for group in narrowed:
            if group is not self.clause.group:
                group.days.append(stretch)
        if narrowed and not self.clause.group.days:
            self.clause.group.days = narrowed[-1].days[:-1]

    def _said(self, name: str, value: object) -> list[object]:
        """Where one more attribute belongs: the group at hand, or a new one when that has other such words already."""
        if name == "services" and self.clause.kept:
            self.clause.doubts.append("sauf")
        if name == "services" and self.boundary and self._is_whole(self.clause):
            self.clause.groups.append(Group())
        if name == "services" and self._is_after_negation():
            self._open_clause(contrary=self.clause)
        group = self.clause.group
        said: list[object] = getattr(group, name)
        if name == "services" and not self.boundary and said == [CANTEEN] and value not in ((), CANTEEN):
            self.clause.assumed = True  # « repas du soir », « cantine matin »
        if value in said and name == "services":
            self.repeated = True  # « cantine lundi midi »
            return []
        if isinstance(value, People) and value.without:
            return said
        if said and (group.leaves_out if name == "days" else name == "people" and self.joint == EXCEPTED):
            self.clause.doubts.append("sauf")
        if self._is_next_child(name, group):
            self.clause.groups.append(Group())
            said = getattr(self.clause.group, name)
        goes_on = self.clause.last == name and not self._is_one_of_them(value, said)
        goes_on = goes_on or self._counts(value, said)
        ends = name == "days" and self.joint != AND and not self.stopped and self._next_said() in (DAYS, "")
        if said and not goes_on and not completes(name, value, group, ends=ends):
            trails = name == "services" and not self.joined and is_list(group.days)
            self.clause.groups.append(Group(trails=trails))
            said = getattr(self.clause.group, name)
        return said

    @staticmethod
    def _is_whole(clause: Clause) -> bool:
        """« …, vendredi pour Jade et garderie »: whether the last of some groups says whom and when, no service."""
        group = clause.group
        return len(clause.groups) > 1 and bool(group.days and group.people) and not group.services

    def _is_next_child(self, name: str, group: Group) -> bool:
        """« Léa : cantine lundi, garderie mardi ; Tom : … »: whom a stop or a comma brings has days of their own."""
        is_new = name == "people" and self.joint in (STOP, COMMA) and bool(group.services) and not group.people
        return is_new and self.clause.has_told

    def _is_one_of_them(self, value: object, said: Sequence[object]) -> bool:
        """« lundi pour les deux et Tom jeudi »: a child named after all of them has days of its own."""
        all_of_them = bool(said) and isinstance(said[-1], People) and not said[-1].names
        return all_of_them and self.joint == AND and isinstance(value, People) and bool(value.names)

    def _counts(self, value: object, said: Sequence[object]) -> bool:
        """« 1 repas mardi pour Tom »: a number said first only counts who is named."""
        counted = said[-1].number if said and isinstance(said[-1], People) else 0
        return isinstance(value, People) and bool(value.names) and len(value.names) == counted

    def _is_after_negation(self) -> bool:
        """« pas de cantine, garderie »: what the comma brings is wanted."""
        clause = self.clause
        return self.joint == COMMA and bool(clause.verbs) and clause.verbs[-1].negated and not clause.group.days

    def _alternative(self, name: str, value: Piece) -> None:
        said = getattr(self.clause.group, name)
        if not said or self.clause.last not in (name, ""):
            self.clause.doubts.append("ou")
            said.append(value)
        elif name == "days":
            before = said[-1].pieces if isinstance(said[-1], (Listed, AnyOf)) else (said[-1],)
            said[-1] = AnyOf(tuple(propagated([*before, value])))
        else:
            said.append(value)
            self.clause.either = name

    # Verbs

    def _verb(self, token: Token) -> None:
        verb = token.value
        subject = self.clause.subject
        of_child = subject is Subject.CHILD or (subject is Subject.SPEAKER and bool(self.clause.group.people))
        if verb.stative and not of_child:
            self.clause.elsewhere_said = True  # « la nounou est absente »
        elif self.reason and verb.stative and self.clause.verbs:
            return
        else:
            self.reason = False
            self._want(verb)

    def _want(self, verb: Verb) -> None:
        """A verb of another intent opens a clause."""
        if self.correcting and (self.clause.verbs or self.clause.has_wish):
            self.clause.doubts.append(self.corrected)
        self.clause.assumed = self.clause.assumed or verb.guessed
        if self.neither and verb.intent is Intent.CANCEL:
            self.clause.moods.add(Mood.KEEP)  # « personne n'annule »
        if self.neither and verb.intent is Intent.BOOK:
            verb, self.neither = verb._replace(intent=Intent.CANCEL), False
        if verb.weak and any(group.days for group in self.clause.groups):
            self.sentence.refusals.append("pas")
            self._open_clause(contrary=self.clause)
            return
        if self.clause.verbs and (verb.noun or self.clause.verbs[-1].noun):
            self.clause.verbs = [self.clause.verbs[-1] if verb.noun else verb]
            return
        if self.clause.verbs and self.clause.verbs[-1].intent is not verb.intent:
            self._left_out()
            self._open()
        self.clause.verbs.append(verb)

    def _open(self) -> None:
        """A new clause, with what stands right before its verb: « pour Tom annule lundi, pour Léa réserve mardi »."""
        groups = self.clause.groups
        taken = [groups.pop()] if self.joint in ATTRIBUTES and len(groups) > 1 and groups[-1].is_single else []
        self._open_clause()
        self.clause.groups += taken

    def _no_service(self, token: Token) -> None:
        self._want(Verb(Intent.CANCEL, hangs=True, negated=True))
        self.joint = token.kind
        for services in token.value:
            self._said("services", services).append(services)
            self.clause.last = "services"

    def _kept(self, token: Token) -> None:
        self.clause.kept += token.value

    def _excepted(self, token: Token) -> None:
        """« sauf le 7 », wherever it stands: of what was said before, else of what comes."""
        self.awaiting.append(token)
        if self.clause.group.days:
            self._take_out()
        if token.value.beyond:
            self.joint = EXCEPTED
            self._days(token.value.beyond)

    def _take_out(self) -> None:
        """The exceptions said, out of the days at hand."""
        self.clause.group.excepted += [token.value for token in self.awaiting]
        self.awaiting = []

    def _left_out(self) -> None:
        """Exceptions to no days."""
        for token in self.awaiting:
            self.sentence.left_out.append(token.value.piece)
            self.sentence.refusals.append(self.text[token.start : token.end])
        self.awaiting = []

    def _swap(self, token: Token) -> None:
        """« remplace lundi par mardi »: what is given up, then what is taken; "mardi au lieu de lundi": the reverse."""
        if token.kind == INSTEAD and not any(later.kind == DAYS for later in self.tokens[self.index + 1 :]):
            return  # « annule lundi et ajoute mardi à la place »
        if self.sentence.swap is None and token.kind != BY:
            self.swapping = True
            self.sentence.swap = {}
            self.clause.swaps = True
            if token.kind == INSTEAD and (days := self.clause.group.days):
                self.sentence.swap["taken"] = days.pop()
        self.role = "taken" if token.kind == BY else "given"

    def _swapped(self, swap: dict[str, Piece], piece: Piece) -> None:
        if isinstance(piece, Between) and not swap:
            swap.update(given=piece.first, taken=piece.last)
            return
        if self.pending_or and "taken" in swap:
            self.pending_or = False
            piece = AnyOf((swap["taken"], piece))
        role = "taken" if self.role in swap else self.role
        swap[role] = piece

    _takers: ClassVar[dict[str, Callable[["Cutter", Token], None]]] = {
        **dict.fromkeys(ATTRIBUTES, _attribute),
        **dict.fromkeys(DOUBTS, _doubtful),
        **dict.fromkeys((SWAP, BY, INSTEAD), _swap),
        **dict.fromkeys((NI, NOBODY), _neither),
        ELSEWHERE: _elsewhere,
        OTHER: _other,
        MATTER: _matter,
        BECAUSE: _because,
        THEN: _then,
        ME: _me,
        WE: _we,
        PRONOUN: _pronoun,
        HESITATION: _hesitate,
        MARK: _mark,
        IF: _if,
        NOTHING: _nothing,
        AGE: _age,
        THANKS: _thanks,
        MYSELF: _myself,
        HALT: _halt,
        NE: _ne,
        WHO: _who,
        PRESENCE: _present,
        REPORTED: _reported,
        YES: _yes,
        QUE: _que,
        KEEP_VERB: _keeps,
        VERB: _verb,
        SERVICES_OFF: _no_service,
        SERVICES_KEPT: _kept,
        PEOPLE_OFF: _not_them,
        EXCEPTED: _excepted,
        OR: _or,
        NO: _no,
        BUT: _but,
        DONE: _done,
    }


def cut(tokens: Sequence[Token], text: str) -> Sentence:
    """The clauses of the sentence that `tokens` make; `text` is what they were read in."""
    return Cutter(tokens, text).cut()
