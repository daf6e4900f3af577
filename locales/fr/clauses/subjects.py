"""Whom and what a clause is about: children, who writes, somebody else, or a thing that is no meal."""

from locales.fr.clauses.corrections import Corrections
from locales.fr.clauses.pieces import (
    ADDING,
    AFTER_NAME,
    AND,
    ARTICLES,
    AT,
    BEFORE_NAME,
    BY,
    COMMA,
    CONTENT,
    DAYS,
    ELSEWHERE,
    FOR,
    ME,
    OTHER,
    PEOPLE,
    SERVICES,
    STOP,
    THINGS,
    VERB,
    WITH,
)
from locales.fr.names import may_name
from locales.fr.patterns import Token
from locales.fr.sentence import Subject
from locales.fr.wishes import People, Verb
from locales.fr.words import CANTEEN
from locales.requests import Intent


class Subjects(Corrections):
    """Hears who is meant."""

    def take_not_them(self, token: Token) -> None:
        """« pour Tom, pas Léa » leaves out who was not meant; where others were not named it may want the contrary."""
        people, meant = token.value, [named for group in self.clause.groups for named in group.people]
        if people.names and meant and all(named.names and not set(named.names) & set(people.names) for named in meant):
            people = people._replace(without=True, off=False)
        else:
            self.sentence.refusals.append(self.text[token.start : token.end])
        self.take_attribute(token._replace(kind=PEOPLE, value=people))

    def take_other(self, token: Token) -> None:
        """Somebody who is no child of the household: whom it is for, who comes along, or whom the clause is about."""
        if self.joint in (WITH, ELSEWHERE):
            self.take_elsewhere(token)
        elif self._is_whose_home():
            self.clause.away.append(self.text[token.start : token.end])  # « Tom reste chez sa tante »
        elif self.reason or self.joint == BY:
            self.clause.away.append(self.text[token.start : token.end])
        elif self.joint == FOR or (self.joint in (AND, COMMA) and self.clause.last == "people"):
            self.take_attribute(token._replace(kind=PEOPLE, value=People(unknown=self.text[token.start : token.end])))
        elif self.clause.subject is Subject.SPEAKER and self.joint == ME:
            self.clause.subject = Subject.CHILD  # « je suis la maman de Léa »
        elif self.clause.verbs or self.clause.group.services:
            self._left(token)
        else:
            self.clause.subject = Subject.OTHER
            self._left(token)

    def _is_whose_home(self) -> bool:
        before = self.tokens[self.index - 1] if self.index else None
        return before is not None and before.kind == VERB and before.value.away

    def take_me(self, _: Token) -> None:
        if not self.clause.verbs and not self.reason:
            self.clause.subject = Subject.SPEAKER

    def take_myself(self, token: Token) -> None:
        """« pour moi », "Tom et moi": nobody of the household's children."""
        if self.joint == VERB:
            self._left(token)
        elif self.joint == FOR or (self.joint == AND and self.clause.last == "people"):
            self.take_attribute(token._replace(kind=PEOPLE, value=People(unknown=self.text[token.start : token.end])))

    def take_we(self, _: Token) -> None:
        self.clause.assumed = True

    def take_pronoun(self, token: Token) -> None:
        if self.joint == AND and self.clause.last == "people":
            self.doubt(token)  # « pour Léa et lui »
        if not self.reason:
            self.clause.pronouns.append(self.text[token.start : token.end].lower())

    def take_matter(self, token: Token) -> None:
        """A thing that is no meal: why something is taken out, else what was meant is not sure."""
        if self.joint == VERB:
            self.clause.elsewhere_said = True  # « annulez le rdv »
        elif any(verb.intent is Intent.CANCEL for verb in self.clause.verbs):
            return
        elif not self.clause.has_wish and not self.clause.group.has_something and not self.reason:
            self.clause.subject = Subject.OTHER  # « mon rdv de mardi est annulé »
        self.clause.is_of_matter = self.clause.is_of_matter or not self.clause.group.services
        self._left(token)

    def take_because(self, _: Token) -> None:
        self.reason = True

    def take_then(self, _: Token) -> None:
        if not self.clause.is_empty and not self.pending_or:
            self._open_clause()

    def take_elsewhere(self, token: Token) -> None:
        """« chez mamie » says where a child eats, or why something is taken out."""
        if self._is_day_away():
            self._drop_last_day()
            return
        negated = bool(self.clause.verbs) and self.clause.verbs[-1].negated and not self.boundary
        books = bool(self.clause.verbs) and self.clause.verbs[-1].intent is Intent.BOOK and not self.boundary
        if negated or (books and CANTEEN in self.clause.group.services):
            self.doubt(token)  # « ne mange pas à la maison », « mange à la cantine avec papa »
            return
        along = self.text[token.start : token.end].lower().startswith("avec")
        self.clause.assumed = self.clause.assumed or token.kind == OTHER or along
        eats = [at for at, verb in enumerate(self.clause.verbs) if verb.services == CANTEEN and not verb.negated]
        if eats and not self.boundary and self.clause.verbs[eats[-1]].intent is Intent.BOOK:
            self.clause.verbs[eats[-1]] = Verb(Intent.CANCEL, CANTEEN, stative=True)
        self.clause.away.append(self.text[token.start : token.end])

    def take_reported(self, token: Token) -> None:
        """« mon mari m'a dit que Léa mange »: it is about what he said."""
        self.clause.subject = Subject.CHILD
        self.clause.left = []
        self.clause.doubts.append(self.text[token.start : token.end])

    def take_office(self, token: Token) -> None:
        """« la mairie annule », "les enfants de l'école": nobody of the household."""
        before = next((each for each in reversed(self.tokens[: self.index]) if each.kind not in ARTICLES), None)
        name = before.kind if before else ""
        noun = name == AT and any(verb.noun for verb in self.clause.verbs)
        if noun or name == PEOPLE or (name == VERB and before and not (before.value.sick or before.value.negated)):
            self.doubt(token)
        elif name not in (AT, FOR, WITH) and not self.clause.verbs and self._is_followed_by_verb():
            self.clause.subject = Subject.OTHER
            self._left(token)

    def take_have(self, _: Token) -> None:
        """« …, j'ai une formation »: why it is wanted, where nothing else is said after it."""
        ends = all(each.kind in THINGS for each in self._rest(self.index))
        self.reason = self.reason or (ends and self.boundary == COMMA and self.clause.has_wish)

    def take_one(self, _: Token) -> None:
        """« cantine un mardi »: which of them is not said."""
        following = [token.kind for token in self.tokens[self.index + 1 : self.index + 2]]
        self.clause.assumed = self.clause.assumed or following == [DAYS]
        self.clause.single = self.clause.single or following == [SERVICES]

    def take_age(self, token: Token) -> None:
        if not self.clause.group.services:
            self._left(token)  # « lundi Tom a 6 ans »

    def take_who(self, _: Token) -> None:
        """« qui mange lundi ? », but not "c'est Léa qui mange"."""
        if self.segment and not any(token.kind in CONTENT for token in self.tokens[self.segment.first : self.index]):
            self._hint("isit")
        elif self.joint != PEOPLE:
            self.doubt(self.tokens[self.index])  # « cantine lundi qui mange »

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

    def _is_name(self, index: int) -> bool:
        before = self.tokens[index - 1].kind if index else ""
        after = self.tokens[index + 1].kind if index + 1 < len(self.tokens) else ""
        if before in BEFORE_NAME:
            return before != VERB or not (self.tokens[index - 1].value.services or self.tokens[index - 1].value.sick)
        if before in ADDING and index > 1:
            return self.tokens[index - 2].kind == PEOPLE
        return before in ("", STOP) and after in AFTER_NAME
