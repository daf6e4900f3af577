"""What a sentence says, sorted by what it may do to the one before: what it adds or puts instead, what it takes out."""

from dataclasses import replace

from locales.fr.pieces.days import Piece
from locales.fr.sentence import Clause, Group, Sentence
from locales.fr.wishes import BOTH_SESSIONS
from locales.requests import Intent
from models.vocabulary import Service


class Said:
    """The parts of a sentence; `plus`: the groups that say something, `minus`: those that take something out."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.marks, self.opening = sentence.marks.said, sentence.marks.opening
        self.verbs = [verb for clause in sentence.clauses for verb in clause.verbs]
        self.full_verb = any(not verb.hangs for verb in self.verbs)
        out = [clause for clause in sentence.clauses if _takes_out(clause)]
        self.minus = [group for clause in out for group in clause.groups]
        others = [group for clause in sentence.clauses if clause not in out for group in clause.groups]
        self.plus = [group for group in map(_meant, others) if group != Group()]
        named = [people for group in self.minus for people in group.people]
        named += [people for group in others for people in group.people if people.off or people.without]
        self.minus_names = {name for people in named for name in people.names}
        self.minus_days: list[Piece] = [piece for g in self.minus if (piece := g.piece())] + sentence.left_out

    @property
    def minus_services(self) -> set[Service]:
        """« pas de garderie » takes both sessions out."""
        return {service for g in self.minus for services in g.services for service in services or BOTH_SESSIONS}

    @property
    def attributes(self) -> set[str]:
        """What kinds of things are said."""
        return {
            name for group in self.plus + self.minus for name in ("services", "people", "days") if getattr(group, name)
        }

    @property
    def taken_out(self) -> set[str]:
        """What kinds of things are taken out."""
        found = {"services": self.minus_services, "people": self.minus_names, "days": self.minus_days}
        return {name for name, said in found.items() if said}

    @property
    def has_something(self) -> bool:
        return bool(self.attributes or self.taken_out)

    @property
    def is_unsure(self) -> bool:
        return bool(self.sentence.unclear or self.sentence.unread)

    @property
    def is_asked(self) -> bool:
        """« et vendredi ? »: whether it is a question about what is."""
        return "question" in self.sentence.hints and "can" not in self.sentence.hints

    @property
    def is_told(self) -> bool:
        """Whether it tells of what was done, or of an hour: no wish."""
        hours = self.sentence.times and not self.verbs and "services" not in self.attributes
        return bool(hours) or any(clause.done for clause in self.sentence.clauses)

    @property
    def is_complete(self) -> bool:
        return "days" in self.attributes and (self.full_verb or "services" in self.attributes)


def _takes_out(clause: Clause) -> bool:
    """« pas jeudi », "enlève Tom", "pas de garderie", and what follows "pas" after days."""
    hanging = any(verb.hangs and verb.intent is Intent.CANCEL for verb in clause.verbs)
    return hanging or (clause.contrary is not None and not clause.verbs and not _takes_out(clause.contrary))


def _meant(group: Group) -> Group:
    """`group` without the children after "pas" or "sauf"."""
    return replace(group, people=[people for people in group.people if not people.off and not people.without])
