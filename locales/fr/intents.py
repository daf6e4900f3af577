"""What a clause wants: to book, to cancel, or to be shown something."""

from locales.fr.moods import Mood
from locales.fr.pieces.clock import Clock
from locales.fr.sentence import Clause, Sentence, Subject
from locales.fr.wishes import Verb
from locales.fr.words import CANTEEN
from locales.requests import ACTING, Intent

TOLD = {
    Mood.HOW: Intent.HELP,
    Mood.REMIND: Intent.UNKNOWN,
    Mood.DIET: Intent.UNKNOWN,
    Mood.REMARK: Intent.UNKNOWN,
    Mood.KEEP: Intent.PLANNING,
    Mood.PAST: Intent.PLANNING,
}


class Intents:
    """What the clauses of a sentence want; `default` is what a command before it says."""

    def __init__(self, sentence: Sentence, clock: Clock, default: Intent | None) -> None:
        self.sentence, self.clock, self.default = sentence, clock, default

    def of(self, clause: Clause) -> Intent:
        acts = [verb.intent for verb in clause.verbs]
        if told := self._told(clause):
            return told
        shown = self.shown(clause)
        if shown and not (acts and shown in (Intent.PLANNING, Intent.HELP)):
            return shown
        if self._is_menu(clause):
            return Intent.MENU
        if clause.done or self._is_question(clause):
            return Intent.PLANNING
        if acts:
            return self._asked(clause, acts[-1])
        if clause.contrary and not clause.verbs and not clause.is_whole:
            return _contrary(clause, clause.contrary)
        return self.default or self._without_verb(clause)

    def _told(self, clause: Clause) -> Intent | None:
        """What is asked, remembered or told of, but not ordered; what is told of somebody else is no wish."""
        for mood, intent in TOLD.items():
            if mood in clause.moods:
                return intent
        elsewhere = clause.elsewhere_said or (clause.subject is not Subject.CHILD and not clause.verbs)
        return Intent.UNKNOWN if elsewhere and not clause.showing else None

    def shown(self, clause: Clause) -> Intent | None:
        """What is only to be shown, by the words that tell."""
        hints = clause.hints
        if hints >= {"can", "still"} or (hints >= {"can", "what"} and clause.verbs):
            return Intent.DEADLINE
        for name in ("invoices", "menu", "deadline"):
            if name in hints:
                return Intent(name)
        if hints & {"owe", "must_i"} and not clause.verbs:
            return Intent.INVOICES
        if "help" in hints and not any(group.days for group in clause.groups):
            return Intent.HELP
        listed = "bookings" in hints and not clause.has_wish
        return Intent.PLANNING if "planning" in hints or listed else None

    def _without_verb(self, clause: Clause) -> Intent:
        """A service with or without days is to be booked, a child with days too; days alone are asked about."""
        has_days = any(group.days for group in clause.groups)
        has_services = any(group.services for group in clause.groups)
        if clause.left and (clause.is_of_matter or not has_services):
            return Intent.UNKNOWN  # « Léa a piscine lundi »: something else is told of
        if not has_services and not any(group.people for group in clause.groups):
            return self._bare(clause) if has_days else Intent.UNKNOWN
        return self._asked(clause, Intent.BOOK) if has_days or has_services else Intent.UNKNOWN

    def _is_menu(self, clause: Clause) -> bool:
        if "what" not in clause.hints or clause.is_polite:
            return False
        if any(group.people for group in clause.groups) or clause.done:
            return False
        if clause.verbs:
            return any(verb.services for verb in clause.verbs)
        return any(CANTEEN in group.services for group in clause.groups)

    def _is_question(self, clause: Clause) -> bool:
        """Whether it is asked what is, rather than that something be done."""
        if "know" in clause.hints and clause.hints & {"can", "question"}:
            return True
        if clause.is_polite:
            return False
        if clause.hints & {"what", "isit", "know", "tell", "must_i"}:
            return True
        return "question" in clause.hints and any(v.services and v.intent is Intent.BOOK for v in clause.verbs)

    def _asked(self, clause: Clause, intent: Intent) -> Intent:
        """« cantine jeudi ? », « Tom absent lundi ? » may ask what is, or that it be done."""
        if "question" in clause.hints and not clause.is_polite and intent in ACTING:
            return self.clock.choose("what-to-do", [intent, Intent.PLANNING], (None, "see"))
        return intent

    def _bare(self, clause: Clause) -> Intent:
        """Days and nothing else: unknown, and what to do with them is asked, where they are said for themselves."""
        if self._is_told(clause):
            return Intent.UNKNOWN
        options = [Intent.UNKNOWN, Intent.BOOK, Intent.CANCEL, Intent.PLANNING]
        return self.clock.choose("what-to-do", options, ("", None, None, "see"))

    def _is_told(self, clause: Clause) -> bool:
        """Whether days stand beside another clause, of which they tell."""
        return any(other is not clause and other.has_wish for other in self.sentence.clauses)


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
