"""What a clause wants: to book, to cancel, or to be shown something."""

from locales.fr.pieces.clock import Clock
from locales.fr.sentence import Clause, Sentence
from locales.fr.wishes import Verb
from locales.fr.words import CANTEEN
from locales.requests import Intent

ACTING = (Intent.BOOK, Intent.CANCEL)
SHOWN = (Intent.PLANNING, Intent.MENU, Intent.INVOICES, Intent.DEADLINE, Intent.HELP)


class Intents:
    """What the clauses of a sentence want; `default` is what a command before it says."""

    def __init__(self, sentence: Sentence, clock: Clock, default: Intent | None) -> None:
        self.sentence, self.clock, self.default = sentence, clock, default
        self.hints = sentence.hints

    def shown(self) -> Intent | None:
        """What is only to be shown, by the words that tell."""
        if self.hints >= {"can", "still"}:
            return Intent.DEADLINE
        for name in ("invoices", "menu", "deadline"):
            if name in self.hints:
                return Intent(name)
        if "owe" in self.hints and not self.sentence.has_verb:
            return Intent.INVOICES
        if "help" in self.hints and not self.sentence.has_days:
            return Intent.HELP
        return Intent.PLANNING if "planning" in self.hints else None

    def of(self, clause: Clause) -> Intent:
        shown = self.shown()
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
            return _contrary(clause, clause.contrary)
        return self.default or self._without_verb(clause)

    def _without_verb(self, clause: Clause) -> Intent:
        """A service with or without days is to be booked, a child with days too; days alone are asked about."""
        has_days = any(group.days for group in clause.groups)
        has_services = any(group.services for group in clause.groups)
        if not has_services and not any(group.people for group in clause.groups):
            return self._bare() if has_days else Intent.UNKNOWN
        return self._asked(clause, Intent.BOOK) if has_days or has_services else Intent.UNKNOWN

    def _is_menu(self, clause: Clause) -> bool:
        if "what" not in self.hints or "can" in self.hints:
            return False
        if any(group.people for group in clause.groups) or clause.done:
            return False
        if clause.verbs:
            return any(verb.services for verb in clause.verbs)
        return any(CANTEEN in group.services for group in clause.groups)

    def _is_question(self, clause: Clause) -> bool:
        """Whether it is asked what is, rather than that something be done."""
        if "can" in self.hints:
            return False
        if self.hints & {"what", "isit", "know"}:
            return True
        return "question" in self.hints and any(v.services and v.intent is Intent.BOOK for v in clause.verbs)

    def _asked(self, clause: Clause, intent: Intent) -> Intent:
        """A bare "cantine jeudi ?" may ask for either."""
        if "question" in self.hints and "can" not in self.hints and not clause.verbs:
            return self.clock.choose("what-to-do", [intent, Intent.PLANNING], (None, "see"))
        return intent

    def _bare(self) -> Intent:
        """Days and nothing else: unknown, and what to do with them is asked."""
        options = [Intent.UNKNOWN, Intent.BOOK, Intent.CANCEL, Intent.PLANNING]
        return self.clock.choose("what-to-do", options, ("", None, None, "see"))


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
