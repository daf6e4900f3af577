"""Verbs: what a clause wants, and what turns it into its contrary."""

from locales.fr.clauses.attributes import Attributes
from locales.fr.clauses.pieces import (
    ATTRIBUTES,
    DAYS,
    INSTEAD,
    MARK,
    NEGATING,
    NOBODY,
    PLUS,
    PROMISING,
    SUPPOSING,
    TOLD,
)
from locales.fr.moods import Mood
from locales.fr.patterns import Token
from locales.fr.sentence import Subject
from locales.fr.wishes import Verb
from locales.requests import Intent


class Verbs(Attributes):
    """Hears what is wanted."""

    def take_verb(self, token: Token) -> None:
        verb = token.value
        self._tell(token)
        subject = self.clause.subject
        of_child = subject is Subject.CHILD or (subject is Subject.SPEAKER and bool(self.clause.group.people))
        if verb.stative and not of_child:
            self.clause.elsewhere_said = True  # « la nounou est absente »
        elif self.reason and verb.stative and self.clause.verbs:
            return
        else:
            self.reason = False
            self._want(verb)

    def _tell(self, token: Token) -> None:
        """« cantine lundi annulée » may tell what was done, "je réserverai" what will be."""
        words = self.text[token.start : token.end].lower()
        if SUPPOSING.search(words):
            self.doubt(token)  # « Léa pourrait ne pas manger », « on annulerait »
        verb = token.value
        if verb.negated and verb.stative and not verb.services and not (self.clause.has_people or self.clause.pronouns):
            self.doubt(token)  # « jeudi ne va pas »
        self.clause.led = self.clause.has_days and not verb.stative
        told = None if verb.sick or "can" in self.clause.hints else TOLD.search(words)
        if told and (self.clause.group.has_something or told[0] in PROMISING):
            self.clause.assumed = True

    def _want(self, verb: Verb) -> None:
        """A verb of another intent opens a clause."""
        if self.correcting and (self.clause.verbs or self.clause.has_wish):
            self.clause.doubts.append(self.corrected)
        self.clause.assumed = self.clause.assumed or verb.guessed
        if self.neither and verb.intent is Intent.CANCEL:
            self.clause.moods.add(Mood.KEEP)  # « personne n'annule »
        if self.neither and verb.intent is Intent.BOOK:
            verb, self.neither = verb._replace(intent=Intent.CANCEL), False
        if verb.weak and self._is_listed_next():
            self.clause.assumed = True  # « non pas lundi, mardi »: what the comma brings may be wanted
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

    def _is_listed_next(self) -> bool:
        """Whether days joined by a comma come next."""
        following = self.tokens[self.index + 1 : self.index + 2]
        return any(token.kind == DAYS and "," in self.text[token.start : token.end] for token in following)

    def _open(self) -> None:
        """A new clause, with what stands right before its verb: « pour Tom annule lundi, pour Léa réserve mardi »."""
        groups = self.clause.groups
        taken = [groups.pop()] if self.joint in ATTRIBUTES and len(groups) > 1 and groups[-1].is_single else []
        self._open_clause()
        self.clause.groups += taken

    def take_no_service(self, token: Token) -> None:
        if any(services in group.services for services in token.value for group in self.clause.groups):
            self.doubt(token)  # « cantine et pas cantine »
        self._want(Verb(Intent.CANCEL, hangs=True, negated=True))
        self.joint = token.kind
        for services in token.value:
            self._said("services", services).append(services)
            self.clause.last = "services"

    def take_wished(self, _: Token) -> None:
        self.clause.wished = True

    def take_done(self, _: Token) -> None:
        self.clause.done = True

    def take_keeps(self, _: Token) -> None:
        self.clause.moods.add(Mood.KEEP)

    def take_neither(self, token: Token) -> None:
        """« ni Léa ni Tom ne mangent », "personne ne mange": what the verb says is not wanted."""
        if token.kind == NOBODY and self._is_day_away():
            self._drop_last_day()  # « mardi : personne »
            return
        if token.kind == NOBODY and not self._is_followed_by_verb():
            self.doubt(token)
            return
        self.neither = self.neither or not self.clause.verbs

    def take_present(self, _: Token) -> None:
        self.clause.presence = True
        self._want(Verb(Intent.BOOK, stative=True))

    def take_halt(self, token: Token) -> None:
        if self.clause.group.has_something:
            self.doubt(token)

    def take_que(self, _: Token) -> None:
        """« plutôt jeudi que mardi » is "jeudi au lieu de mardi"; "ne veux plus que Léa mange" negates what follows."""
        before = [token.kind for token in self.tokens[: self.index]]
        if before[-1:] == [PLUS] and self.clause.has_days:
            self.doubt(self.tokens[self.index])  # « lundi plus que mardi »
        elif before[-1:] == [PLUS]:
            self.neither = True
            self.clause.doubts = self.clause.doubts[:-1]
        elif MARK in before and before[-1:] == [DAYS] and len(self.clause.groups) == 1:
            self.take_swap(Token(INSTEAD, None, 0, 0))

    def take_ne(self, token: Token) -> None:
        """« n'ira ps »: a negation of which half is missing."""
        if not any(other.kind in NEGATING for other in self.tokens):
            self.doubt(token)
