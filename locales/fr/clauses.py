"""From pieces to wishes: a sentence is cut into clauses, one a verb, and each clause into groups that belong together.

"annule lundi et réserve mardi" has two clauses; "cantine lundi pour Léa, mardi pour Tom" one clause of two groups.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from locales.fr.frames import NARROWED, Frame, completes, framed, is_frame, is_list
from locales.fr.kinds import kind, kinds
from locales.fr.patterns import Token
from locales.fr.phrases.sharing import propagated
from locales.fr.pieces.algebra import kind_of
from locales.fr.pieces.days import Piece
from locales.fr.pieces.lists import AnyOf, Listed
from locales.fr.pieces.ranges import Between
from locales.fr.sentence import Clause, Group, Sentence
from locales.fr.wishes import People, Verb
from locales.requests import Intent

DAYS, EXCEPTED, SERVICES, SERVICES_OFF, SERVICES_KEPT, PEOPLE, PEOPLE_OFF, VERB, DONE = kinds(
    "days excepted services services_off services_kept people people_off verb done"
)
OR, BUT, BY, SWAP, INSTEAD, NO, NI, NOBODY = kinds("or but by swap instead no ni nobody")
UNKNOWN, STOP, ELSEWHERE, AND, COMMA, NOT = kinds("unknown stop elsewhere and comma not")
DOUBTS = kinds("doubt except not plus doubtful afternoon around times excluded")
JOINTS = set(kinds("and ni comma slash of du le les at for en dash or age"))
ADDING = set(kinds("and comma slash or"))
ATTRIBUTES = {DAYS: "days", SERVICES: "services", PEOPLE: "people"}
BEFORE_NAME = set(kinds("for verb services swap days"))
AFTER_NAME = {VERB, SERVICES, SERVICES_OFF, DAYS, DONE, kind("be"), kind("ne"), NOT}
# Words of days that nothing was made of: what was read may not be what was meant.
_LEFT = """
every over parity eve weekly quarter semester months years ordinal since until from before after between ago in part
rest season later fortnight
"""
LEFT = set(kinds(_LEFT))
NUMERIC = set(kinds("number padded figure"))
_HINTS = "menu invoices owe deadline help planning what isit question can know born still"
HINTS = {kind(name): name for name in _HINTS.split()}


class Cutter:
    """Goes through the pieces of a sentence and cuts it into clauses and groups."""

    def __init__(self, tokens: Sequence[Token], text: str) -> None:
        self.tokens, self.text = tokens, text
        self.sentence = Sentence()
        self.pending_or = False
        self.joined, self.joint = False, ""
        self.role = "given"
        self.away: list[str] = []
        self.frame: Frame | None = None
        self.neither = False
        self.repeated = False
        self.index = 0
        self.stopped = False
        self.awaiting: list[Token] = []

    @property
    def clause(self) -> Clause:
        return self.sentence.clauses[-1]

    def cut(self) -> Sentence:
        for index, token in enumerate(self.tokens):
            self._take(index, token)
        self._left_out()
        if self.pending_or:
            self.sentence.doubts.append("ou")
        if self.neither:
            self._want(Verb(Intent.BOOK))  # « ni cantine ni garderie lundi »
        if self.away and not any(
            verb.intent is Intent.CANCEL for clause in self.sentence.clauses for verb in clause.verbs
        ):
            self.sentence.doubts += self.away
        for clause in self.sentence.clauses:
            if clause.contrary and not clause.contrary.group.days:
                clause.contrary.group.days = list(clause.group.days)
        self.sentence.clauses = [clause for clause in self.sentence.clauses if not clause.is_empty]
        return self.sentence

    def _take(self, index: int, token: Token) -> None:
        self.index = index
        if token.kind == STOP:
            self._left_out()
        self.stopped = self.stopped or token.kind == STOP
        if token.kind == UNKNOWN:
            token = self._unknown(index, token)
        self.repeated = False
        take = self._takers.get(token.kind)
        if take:
            take(self, token)
        elif token.kind in HINTS:
            self.sentence.hints.add(HINTS[token.kind])
        elif token.kind in LEFT or (token.kind in NUMERIC and self._is_beside_days(index)):
            self._doubtful(token)
        self.joined, self.joint = token.kind in JOINTS, token.kind
        if not self.joined and not self.repeated:
            self.clause.last = ATTRIBUTES.get(token.kind, "")

    def _unknown(self, index: int, token: Token) -> Token:
        """An unknown word is a first name where one would stand, else it is left unread."""
        if self._is_name(index):
            return Token(PEOPLE, People(unknown=token.value), token.start, token.end)
        self.sentence.unread.append(self.text[token.start : token.end])
        return token

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

    def _not_them(self, token: Token) -> None:
        """« pour Tom, pas Léa » leaves out who was not meant; where others were not named it may want the contrary."""
        people, meant = token.value, [named for group in self.clause.groups for named in group.people]
        if people.names and meant and all(named.names and not set(named.names) & set(people.names) for named in meant):
            people = people._replace(without=True)
        else:
            self.sentence.refusals.append(self.text[token.start : token.end])
        self._attribute(token._replace(kind=PEOPLE, value=people))

    def _doubtful(self, token: Token) -> None:
        self.sentence.doubts.append(self.text[token.start : token.end])

    def _elsewhere(self, token: Token) -> None:
        """« chez mamie » says why, where something is taken out."""
        self.away.append(self.text[token.start : token.end])

    def _or(self, _: Token) -> None:
        self.pending_or = True

    def _but(self, _: Token) -> None:
        """« pas de cantine jeudi mais garderie »: without a verb of its own, what follows wants the contrary."""
        clause = self.clause
        if clause.verbs and clause.groups and (clause.group.days or clause.verbs[-1].negated):
            self.sentence.clauses.append(Clause(contrary=clause))

    def _no(self, token: Token) -> None:
        """« mais Tom non » says its clause over again; any other « non » may change the meaning."""
        if not self.clause.contrary:
            self._doubtful(token)

    def _done(self, _: Token) -> None:
        self.clause.done = True

    def _neither(self, _: Token) -> None:
        """« ni Léa ni Tom ne mangent », "personne ne mange": what the verb says is not wanted."""
        self.neither = self.neither or not self.clause.verbs

    def _attribute(self, token: Token) -> None:
        name = ATTRIBUTES[token.kind]
        if name == "days" and (swap := self.sentence.swap) is not None:
            self._swapped(swap, token.value)
        elif name == "days" and not self.pending_or:
            self._days(token.value)
        elif self.pending_or:
            self.pending_or = False
            self._alternative(name, token.value)
        else:
            self._said(name, token.value).append(token.value)

    def _days(self, piece: Piece) -> None:
        """Days, read inside the stretch of days the sentence opened with, if any."""
        frame = self.frame
        if frame and frame.holds(piece, self.clause, apart=self.joint in (AND, COMMA)):
            if self.joint not in (AND, COMMA):
                frame.group.days = [days for days in frame.group.days if days is not frame.piece]
            piece = framed(piece, frame.piece)
        elif is_frame(piece) and self.joint != AND and not self.stopped and not self._next_said():
            self._bound_all(piece)
        self._said("days", piece).append(piece)
        self._take_out()
        self.stopped = False
        if is_frame(piece):
            opens = self.sentence.clauses == [self.clause] and self.clause.is_bare
            self.frame = Frame(piece, self.clause, self.clause.group, opens=opens)

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
            self.sentence.doubts.append("sauf")
        if name == "services" and self._is_after_negation():
            self.sentence.clauses.append(Clause(contrary=self.clause))
        group = self.clause.group
        said: list[object] = getattr(group, name)
        if value in said and name == "services":
            self.repeated = True  # « cantine lundi midi »
            return []
        if isinstance(value, People) and value.without:
            return said
        if said and (group.leaves_out if name == "days" else name == "people" and self.joint == EXCEPTED):
            self.sentence.doubts.append("sauf")
        if self._is_next_child(name, group):
            self.clause.groups.append(Group())
            said = getattr(self.clause.group, name)
        goes_on = self.clause.last == name and not self._is_one_of_them(value, said)
        ends = name == "days" and self.joint != AND and not self.stopped and self._next_said() in (DAYS, "")
        if said and not goes_on and not completes(name, value, group, ends=ends):
            trails = name == "services" and not self.joined and is_list(group.days)
            self.clause.groups.append(Group(trails=trails))
            said = getattr(self.clause.group, name)
        return said

    def _is_next_child(self, name: str, group: Group) -> bool:
        """« Léa : cantine lundi, garderie mardi ; Tom : … »: whom a stop or a comma brings has days of their own."""
        is_new = name == "people" and self.joint in (STOP, COMMA) and bool(group.services) and not group.people
        return is_new and self.clause.has_told

    def _is_one_of_them(self, value: object, said: Sequence[object]) -> bool:
        """« lundi pour les deux et Tom jeudi »: a child named after all of them has days of its own."""
        all_of_them = bool(said) and isinstance(said[-1], People) and not said[-1].names
        return all_of_them and self.joint == AND and isinstance(value, People) and bool(value.names)

    def _is_after_negation(self) -> bool:
        """« pas de cantine, garderie »: what the comma brings is wanted."""
        clause = self.clause
        return self.joint == COMMA and bool(clause.verbs) and clause.verbs[-1].negated and not clause.group.days

    def _alternative(self, name: str, value: Piece) -> None:
        said = getattr(self.clause.group, name)
        if not said or self.clause.last not in (name, ""):
            self.sentence.doubts.append("ou")
            said.append(value)
        elif name == "days":
            before = said[-1].pieces if isinstance(said[-1], (Listed, AnyOf)) else (said[-1],)
            said[-1] = AnyOf(tuple(propagated([*before, value])))
        else:
            said.append(value)
            self.clause.either = name

    def _verb(self, token: Token) -> None:
        self._want(token.value)

    def _want(self, verb: Verb) -> None:
        """A verb of another intent opens a clause."""
        if self.neither and verb.intent is Intent.BOOK:
            verb, self.neither = verb._replace(intent=Intent.CANCEL), False
        if verb.weak and any(group.days for group in self.clause.groups):
            self.sentence.refusals.append("pas")
            self.sentence.clauses.append(Clause(contrary=self.clause))
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
        self.sentence.clauses.append(Clause(groups=taken))

    def _no_service(self, token: Token) -> None:
        self._want(Verb(Intent.CANCEL, hangs=True, negated=True))
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
        if self.sentence.swap is None and token.kind != BY:
            self.sentence.swap = {}
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
        ELSEWHERE: _elsewhere,
        **dict.fromkeys((SWAP, BY, INSTEAD), _swap),
        VERB: _verb,
        SERVICES_OFF: _no_service,
        SERVICES_KEPT: _kept,
        PEOPLE_OFF: _not_them,
        EXCEPTED: _excepted,
        **dict.fromkeys((NI, NOBODY), _neither),
        OR: _or,
        NO: _no,
        BUT: _but,
        DONE: _done,
    }


def cut(tokens: Sequence[Token], text: str) -> Sentence:
    """The clauses of the sentence that `tokens` make; `text` is what they were read in."""
    return Cutter(tokens, text).cut()
