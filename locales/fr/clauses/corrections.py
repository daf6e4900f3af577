"""Alternatives, refusals and corrections: « ou », « mais », « non », « euh », « plutôt », « et rien pour Tom »."""

from locales.fr.clauses.pieces import (
    AND,
    COLON,
    COMMA,
    CONTENT,
    DAYS,
    FOR,
    MARK,
    MISTAKEN,
    MYSELF,
    PREFERRING,
    SERVICES,
    SERVICES_OFF,
    VERB,
)
from locales.fr.clauses.verbs import Verbs
from locales.fr.moods import Mood
from locales.fr.patterns import Token
from locales.fr.sentence import Subject
from locales.fr.spelled import fold


class Corrections(Verbs):
    """Hears what takes the place of something said."""

    def take_or(self, _: Token) -> None:
        self.pending_or = True

    def take_but(self, _: Token) -> None:
        """« pas de cantine jeudi mais garderie »: without a verb of its own, what follows wants the contrary."""
        clause = self.clause
        clause.assumed = clause.assumed or clause.wished  # « je voulais annuler lundi mais c'est passé »
        if clause.subject is not Subject.CHILD:
            self._open_clause()
        elif clause.verbs and clause.groups and (clause.group.days or clause.verbs[-1].negated):
            self._open_clause(contrary=clause)

    def take_yes(self, _: Token) -> None:
        """« lundi oui »: said so of the days of a table; « Tom oui », after those who do not, of the others."""
        refused = self.clause.contrary
        if self.clause.cancels and self.clause.last == "people" and not refused:
            self._refuse_last()  # « Léa ne mange pas, Tom oui »
        if refused and self.clause.last == "people" and len(self.clause.groups) > 1:
            refused.groups.append(self.clause.groups.pop())

    def take_if(self, token: Token) -> None:
        """« si Léa va mieux » is a condition; "Tom si", at an end, says the contrary of what was refused."""
        ends = self.segment is not None and self.index >= self.segment.last - 1
        if not (ends and self.clause.last == "people" and self._refuse_last()):
            self.doubt(token)

    def take_no(self, token: Token) -> None:
        """« mais Tom non » says its clause over again; « lundi non » takes a day off a table; else it may correct."""
        if self.clause.contrary and not self.clause.group.people:
            return
        if self.segment and self.segment.first == self.index and self.index and not self.table.leads(self.index):
            self.doubt(token)
            return
        if self.boundary == AND and self.joint == AND:
            self.refusing_days = True  # « mardi et non lundi »
            return
        if self.clause.last == "people" and self._refuse_last():
            return
        if self.table.follows(self.index):
            self._drop_last_day()
        elif not self.table.leads(self.index):
            self._correct(token, "unsure") if self.clause.group.has_something else self.doubt(token)

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

    def take_hesitate(self, token: Token) -> None:
        if not self.clause.group.has_something:
            self.take_thanks(token)  # « pardon pour l'annulation »
        self._correct(token, "unsure")

    def take_mark(self, token: Token) -> None:
        before = self.sentence.clauses[-2:-1]
        words = self.text[token.start : token.end]
        if before and not self.clause.group.has_something and MISTAKEN.search(fold(words.lower())):
            before[0].doubts.append(words)  # « cantine lundi. Erreur de ma part. »
        if self.clause.has_people and PREFERRING.search(words.lower()):
            self.clause.assumed = True  # « Tom préfère la cantine »
        if not self.clause.group.has_something and MISTAKEN.fullmatch(fold(words.lower())):
            self.clause.beside.append(words)  # « erreur cantine lundi »
        self._correct(token, "sure")

    def _correct(self, token: Token, how: str) -> None:
        """« lundi euh mardi », « lundi, plutôt mardi »: what comes next may take the place of its like."""
        if self.clause.group.has_something and not self.reason:
            self.correcting = "sure" if "sure" in (self.correcting, how) else how
            self.corrected = self.text[token.start : token.end]

    def take_thanks(self, token: Token) -> None:
        """« merci pour la cantine de lundi » is a remark; "merci d'inscrire Tom" asks."""
        self.take_sorry(token)
        if [other.kind for other in self._following()[:1]] == [SERVICES_OFF]:
            self.doubt(token)  # « super pas de cantine mardi »

    def take_sorry(self, _: Token) -> None:
        """« désolé pour l'annulation » is a remark, too."""
        following = self._following()
        content = next((other.kind for other in following if other.kind in {*CONTENT, COMMA, COLON}), "")
        if following[:1] and following[0].kind == FOR and content in (SERVICES, VERB, DAYS):
            self.clause.moods.add(Mood.REMARK)

    def _following(self) -> list[Token]:
        return [other for other in self.tokens[self.index + 1 :] if other.kind not in (MYSELF, MARK)]

    def take_nothing(self, token: Token) -> None:
        """« et rien pour Tom »: whom is named next is not meant; "mardi : rien", in a table, takes the day off."""
        if self._is_day_away():
            self._drop_last_day()
            return
        groups = self.clause.groups
        if self.clause.last == "people" and groups[-1].is_single and any(group.days for group in groups[:-1]):
            groups.pop()  # « Léa cantine lundi, Tom rien »
        elif self.boundary and self.clause.has_wish:
            self.refusing = True
        else:
            self.doubt(token)
