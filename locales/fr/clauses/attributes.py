"""Services, people and days: which clause and which group of it they belong to."""

from collections.abc import Sequence

from locales.fr.clauses.pieces import (
    AND,
    ATTRIBUTES,
    BY,
    COMMA,
    DAYS,
    DU,
    EXCEPTED,
    FOR,
    INSTEAD,
    OF,
    PEOPLE,
    REFUSING,
    SERVICES,
    SERVICES_KEPT,
    STOP,
    VERB,
)
from locales.fr.clauses.state import State
from locales.fr.frames import NARROWED, Frame, completes, framed, is_frame, is_list, lent
from locales.fr.patterns import Token
from locales.fr.phrases.sharing import propagated
from locales.fr.pieces.algebra import kind_of
from locales.fr.pieces.days import Piece
from locales.fr.pieces.lists import AnyOf, Listed
from locales.fr.pieces.ranges import Between
from locales.fr.sentence import Clause, Group
from locales.fr.spelled import fold
from locales.fr.wishes import People
from locales.fr.words import CANTEEN
from locales.requests import Intent

OF_THE_ACT = ([DAYS, FOR], [SERVICES, FOR], [SERVICES, OF], [SERVICES, DU])


class Attributes(State):
    """Puts what is said where it belongs."""

    def take_attribute(self, token: Token) -> None:
        name = ATTRIBUTES[token.kind]
        self._look_twice(name, token)
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

    def _look_twice(self, name: str, token: Token) -> None:
        """What is said in a way that leaves open of whom, or which days, it is."""
        if (name == "people" and token.value.partly) or (name == "days" and (self.reason or self._is_of_the_act())):
            self.clause.assumed = True
        if name == "people" and self._is_of_exception(token.value):
            self.clause.doubts.append("sauf")

    def _is_of_exception(self, people: People) -> bool:
        """« sauf la garderie de Tom », "mais pas lundi pour Tom", "…, vendredi sans Tom": the rest of whom?"""
        before = self.tokens[self.index - 1] if self.index else None
        words = self.text[before.start : before.end].lower() if before else ""
        butnot = self.joint == EXCEPTED and words.startswith("mais")
        return self.joint == SERVICES_KEPT or butnot or (people.without and self.joint == DAYS and "," in words)

    def _is_of_the_act(self) -> bool:
        """« lundi je réserve mardi », "réserver demain pour lundi", "annule lundi la cantine de jeudi"."""
        before = [token.kind for token in self.tokens[max(self.index - 2, 0) : self.index]]
        if self.boundary or not self.clause.has_days:
            return False
        return self.clause.led or before in OF_THE_ACT

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
        elif is_frame(piece) and self.joint != AND and not self.stopped and self._says_no_more():
            self._bound_all(piece)
            if self._is_apart():
                self.clause.group.days.append(piece)
                return
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

    def _says_no_more(self) -> bool:
        """Whether nothing but whom it is for comes after the token at hand."""
        after = {token.kind for token in self.tokens[self.index + 1 :]}
        return self._next_said() in ("", PEOPLE) and not after & {DAYS, SERVICES}

    def _bound_all(self, stretch: Piece) -> None:
        """« Léa tous les jours, Tom le lundi, jusqu'à Noël »: a stretch said last is that of all."""
        narrowed = [group for group in self.clause.groups if group.days and kind_of(group.days[-1]) in NARROWED]
        for group in narrowed:
            if group is not self.clause.group:
                group.days.append(stretch)
        if narrowed and not self.clause.group.days:
            self.clause.group.days = narrowed[-1].days[:-1]

    def _is_apart(self) -> bool:
        """« …, garderie jeudi, la semaine prochaine »: whether a comma parts a stretch from the weekdays it limits."""
        group = self.clause.group
        return self.joint == COMMA and bool(group.services and group.days) and kind_of(group.days[-1]) in NARROWED

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
        if value in said and name == "services" and self.boundary and group.people:
            self.clause.groups.append(Group())  # « cantine et garderie pour Léa, seulement la cantine pour Tom »
            group, said = self.clause.group, getattr(self.clause.group, name)
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

    def take_excepted(self, token: Token) -> None:
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

    def take_swap(self, token: Token) -> None:
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

    def take_kept(self, token: Token) -> None:
        self.clause.kept += token.value
