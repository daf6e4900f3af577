"""A verdict as an answer: each child, service and day named, each refusal explained, values in and text out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from locales.voice import Spoken, Voice
from models.refusals import OrderLeft, Refusal, TooLate
from models.rules.booking import LATE, Meal, Refused, Verdict
from models.rules.commune import Commune
from models.vocabulary import Service, State

FEW = 5  # days; up to so many, each says its own cut-off


@dataclass(frozen=True, slots=True)
class Block:
    """Days that share the same services and children."""

    services: tuple[Service, ...]
    children: tuple[int, ...]
    days: tuple[date, ...]


def say_services(services: Iterable[Service], voice: Voice) -> Spoken:
    """Cantine et garderie du matin et du soir: the two sessions are said in one breath."""
    found = set(services)
    said = [voice.say("service", service=service) for service in sorted(found)]
    if {Service.GARDERIE_MATIN, Service.GARDERIE_SOIR} <= found:
        said = [*said[:-2], voice.say("both-sessions")]
    return Spoken(voice.list(said))


def blocks(meals: Iterable[Meal]) -> list[Block]:
    """Gather `meals` into as few blocks as say the same."""
    eaters: dict[tuple[Service, date], list[int]] = {}
    for meal in meals:
        eaters.setdefault((meal.service, meal.day), []).append(meal.child_id)
    alike: dict[tuple[Service, tuple[int, ...]], list[date]] = {}
    for (service, day), present in eaters.items():
        alike.setdefault((service, tuple(present)), []).append(day)
    merged: dict[tuple[tuple[int, ...], tuple[date, ...]], list[Service]] = {}
    for (service, children), days in alike.items():
        merged.setdefault((children, tuple(sorted(days))), []).append(service)
    return [Block(tuple(services), *key) for key, services in merged.items()]


class Answer:
    """Says verdicts; `names` are the children's, by id; cut-offs are said while they are ahead of `now`."""

    def __init__(self, voice: Voice, names: Mapping[int, str], commune: Commune, now: datetime) -> None:
        self._voice, self._names, self._commune, self._now = voice, names, commune, now

    def done(self, verdicts: Sequence[Verdict]) -> list[str]:
        """What was done and what was not, a paragraph each."""
        titles = {State.RESERVED: "booked", State.CANCELLED: "cancelled", State.ABSENT: "absent-again"}
        return self._paragraphs(verdicts, titles)

    def planned(self, verdicts: Sequence[Verdict]) -> list[str]:
        """What would be done by Valider."""
        titles = {State.RESERVED: "to-book", State.CANCELLED: "to-cancel", State.ABSENT: "absent-again"}
        return self._paragraphs(verdicts, titles)

    def aside(self, verdicts: Sequence[Verdict]) -> list[str]:
        """What could be done and is left alone unless asked for."""
        meals = [meal for verdict in verdicts for meal in verdict.granted]
        return [self._block("left-aside", block, cutoffs=False) for block in blocks(meals)]

    def _paragraphs(self, verdicts: Sequence[Verdict], titles: Mapping[State, str]) -> list[str]:
        said: list[str] = []
        for verdict in verdicts:
            said += [self._block(titles[verdict.wanted], block) for block in blocks(verdict.granted)]
            said += [self._absent(late) for late in _by_reason(verdict.absent)]
            if verdict.unchanged:
                name = "already-booked" if verdict.wanted is State.RESERVED else "already-cancelled"
                said += [self._unchanged(name, block) for block in blocks(verdict.unchanged)]
            if verdict.refused:
                said.append(self._refused(verdict.refused))
        return said

    def _block(self, title: str, block: Block, *, cutoffs: bool = True) -> str:
        head = self._voice.say(title, self._facts(block))
        with_cutoffs = cutoffs and Service.CANTINE in block.services
        return "\n".join([capital(head), *self._days(block.days, with_cutoffs=with_cutoffs)])

    def _unchanged(self, title: str, block: Block) -> str:
        """What was so already: day by day where they are few, else how many from when to when."""
        if len(block.days) <= FEW:
            return self._block(title, block, cutoffs=False)
        facts = {"count": len(block.days), "first": block.days[0], "last": block.days[-1]}
        return "\n".join([capital(self._voice.say(title, self._facts(block))), self._voice.say("days-between", facts)])

    def _days(self, days: Sequence[date], *, with_cutoffs: bool) -> list[str]:
        """A line a day with its cut-off; several a line where there are many, with the nearest cut-off last."""
        if len(days) <= FEW:
            return [self._day(day, with_cutoff=with_cutoffs) for day in days]
        groups = [Spoken(", ".join(map(self._voice.day, together))) for together in _together(days)]
        lines = [self._voice.say("days", days=group) for group in groups]
        ahead = [deadline for day in days if (deadline := self._deadline(day)) >= self._now] if with_cutoffs else []
        total = "total-days-with-cutoff" if ahead else "total-days"
        return [*lines, self._voice.say(total, count=len(days), deadline=min(ahead, default=None))]

    def _day(self, day: date, *, with_cutoff: bool) -> str:
        deadline = self._deadline(day)
        name = "day-with-cutoff" if with_cutoff and deadline >= self._now else "day"
        return self._voice.say(name, day=day, deadline=deadline)

    def marked(self, name: str, meals: Iterable[Meal]) -> list[str]:
        """What is marked on a calendar, a line for each block."""
        return [
            self._voice.say(name, {**self._facts(block), "days": self._when(block.days)}) for block in blocks(meals)
        ]

    def _when(self, days: Sequence[date]) -> Spoken:
        """Few days by name, many by how many they are."""
        if len(days) <= FEW:
            return Spoken(self._voice.list(map(self._voice.day, days)))
        facts = {"count": len(days), "first": days[0], "last": days[-1]}
        return Spoken(self._voice.say("days-from-to", facts))

    def absences(self, verdicts: Sequence[Verdict]) -> list[dict[str, object]]:
        """Who will not come, on which day, to which services: the facts of one line each."""
        found = blocks(late.meal for verdict in verdicts for late in verdict.absent)
        return [{**self._facts(block), "days": [self._voice.day(day) for day in block.days]} for block in found]

    def _absent(self, late: "Alike") -> str:
        """Too late to cancel: what stays ordered, and that the absence is known."""
        head = self._voice.say("too-late-to-cancel", reason=Spoken(self._voice.explain(late.why)))
        told = [capital(self._voice.say("absence-told", self._facts(block))) for block in blocks(late.meals)]
        return "\n".join([head, *told])

    def _refused(self, refused: Sequence[Refused]) -> str:
        lines = [self._refused_line(alike) for alike in _by_reason(refused)]
        if self._commune.telephone and any(isinstance(no.why, TooLate | OrderLeft) for no in refused):
            lines.append(self._voice.say("call-mairie", telephone=self._commune.telephone))
        return "\n".join([self._voice.say("refused"), *lines])

    def _refused_line(self, alike: "Alike") -> str:
        """The reason; and what stays, where something was at stake."""
        reason = self._voice.explain(alike.why)
        if not isinstance(alike.why, LATE):
            return self._voice.say("refusal", reason=Spoken(reason))
        name = "stays-booked" if alike.standing is State.RESERVED else "stays-free"
        stays = self._voice.say(name, self._facts(blocks(alike.meals)[0]))
        return self._voice.say("refusal-and-stays", reason=Spoken(reason), stays=Spoken(capital(stays)))

    def _facts(self, block: Block) -> dict[str, object]:
        services, children = self.services(block.services), self.who(block.children)
        return {"services": services, "count": len(block.services), "children": children}

    def who(self, children: Iterable[int]) -> Spoken:
        return Spoken(self._voice.list(self._voice.say("name", name=self._names[child]) for child in children))

    def services(self, services: Iterable[Service]) -> Spoken:
        return say_services(services, self._voice)

    def _deadline(self, day: date) -> datetime:
        return self._commune.cutoffs.deadline(day, self._commune.calendar)


def _together(days: Sequence[date]) -> list[list[date]]:
    """The days that share a line: those of a week, or of a month where no week has two."""
    by_week: dict[object, list[date]] = {}
    by_month: dict[object, list[date]] = {}
    for day in days:
        by_week.setdefault(day.isocalendar()[:2], []).append(day)
        by_month.setdefault((day.year, day.month), []).append(day)
    return list((by_month if len(by_week) == len(days) else by_week).values())


@dataclass
class Alike:
    """Meals refused for the same reason, with the same thing standing."""

    why: Refusal
    standing: State | None
    meals: list[Meal]


def _by_reason(refused: Iterable[Refused]) -> list[Alike]:
    alike: dict[tuple[Refusal, State | None], Alike] = {}
    for no in sorted(refused, key=lambda no: no.meal.day):
        key = (no.why, no.standing)
        alike.setdefault(key, Alike(no.why, no.standing, [])).meals.append(no.meal)
    return list(alike.values())


def capital(text: str) -> str:
    """`text` with its first letter as a capital, whatever emoji or tag stands before it."""
    inside = False
    for index, letter in enumerate(text):
        inside = (inside or letter == "<") and letter != ">"
        if letter.isalpha() and not inside:
            return text[:index] + letter.upper() + text[index + 1 :]
    return text
