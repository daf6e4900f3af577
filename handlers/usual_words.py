"""The usual week in words, and its page: what each child usually takes, and how far one may book as usual."""

from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import groupby

from handlers.buttons import BookUsual, EditUsual
from handlers.reply import LONGEST_LABEL, Key, Reply, shorten
from handlers.visit import Visit
from locales.voice import Spoken
from models.actions import usual_week
from models.rules.as_usual import Stretch, stretches
from models.rules.usual_week import Habit, Habits, gather
from models.vocabulary import Holiday, Weeks


def page(visit: Visit, *opening: str) -> Reply:
    """What is usual, a line a child; keys to change it, and to book ahead as it says."""
    names, pupils = visit.person.names, visit.person.pupils
    if not names:
        return Reply(visit.say("usual-no-children"))
    habits = usual_week.load(visit.session, pupils)
    lines = "\n".join([visit.say("usual-title"), *describe(habits, pupils, visit)])
    ahead = stretches(visit.commune.calendar, visit.today) if habits else []
    more = visit.say("usual-what-for") if not habits else "\n".join(_how_far(ahead, visit))
    keys = (*_edit_keys(names, visit), *(_stretch_key(stretch, visit) for stretch in ahead))
    return Reply("\n\n".join([*opening, lines, more]), keys)


def describe(habits: Habits, pupils: Iterable[int], visit: Visit) -> list[str]:
    """Léa : cantine lundi et jeudi ; garderie du soir mardi (semaines paires)."""
    names, lines = visit.person.names, gather(habits)
    return [_child(names[id_], [line for line in lines if line.child_id == id_], visit) for id_ in pupils]


def _child(name: str, lines: list[Habit], visit: Visit) -> str:
    def kind(line: Habit) -> tuple[int, int]:
        return list(type(line.service)).index(line.service), list(Weeks).index(line.weeks)

    items = [_item(list(alike), visit) for _, alike in groupby(sorted(lines, key=kind), key=kind)]
    joined = reduce(lambda first, then: visit.say("usual-and", first=Spoken(first), then=Spoken(then)), items or [""])
    return visit.say("usual-child", child=name, items=Spoken(joined) if items else None)


def _item(alike: list[Habit], visit: Visit) -> str:
    """Garderie du soir mardi (semaines paires)."""
    weekdays = [visit.say(f"weekday-{line.weekday}") for line in alike]
    return visit.say("usual-item", service=alike[0].service, weekdays=weekdays, weeks=alike[0].weeks)


def _edit_keys(names: Mapping[int, str], visit: Visit) -> list[tuple[Key, ...]]:
    one = [
        (Key(shorten(visit.say("usual-edit", child=name), LONGEST_LABEL), EditUsual(id_)),)
        for id_, name in names.items()
    ]
    return [*one, *([(Key(visit.say("usual-edit-all"), EditUsual(0)),)] if len(one) > 1 else [])]


def _how_far(ahead: Iterable[Stretch], visit: Visit) -> list[str]:
    lines = [visit.say("usual-until", **_facts(stretch)) for stretch in ahead]
    return [visit.say("usual-book-title"), *lines, visit.say("usual-book-typed")]


def _stretch_key(stretch: Stretch, visit: Visit) -> tuple[Key, ...]:
    return (Key(visit.say("usual-book", **_facts(stretch)), BookUsual(stretch.last), "success"),)


def _facts(stretch: Stretch) -> dict[str, object]:
    kind = "year" if stretch.holiday is Holiday.ETE else "holiday"
    return {"kind": kind, "holiday": stretch.holiday, "last": stretch.last}
