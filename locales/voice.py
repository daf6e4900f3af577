"""The voice of Clochette: `say(id, facts)` in the user's language; Fluent stands behind it and nowhere else.

What comes from people (str facts) is escaped here, once, so that no name can carry markup.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import cache
from html import escape
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from locales.fr import spelling
from models.refusals import Refusal
from models.vocabulary import Allergen, Holiday, Money, Service


@cache
def _bundle() -> FluentBundle:
    bundle = FluentBundle(["fr"], use_isolating=False)
    for catalogue in sorted(files("locales.fr").iterdir(), key=lambda file: file.name):
        if catalogue.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(catalogue.read_text(encoding="utf-8")))
    return bundle


class Voice:
    """Speaks French; `today` tells which year goes without saying, `timezone` is that of the facts' instants."""

    def __init__(self, today: date | None = None, *, markup: bool = True) -> None:
        self._today = today
        self._markup = markup

    def say(self, name: str, facts: Mapping[str, object] | None = None, /, **more: object) -> str:
        """The sentence `name` with its facts; raises LookupError where there is none, ValueError where a fact lacks."""
        bundle = _bundle()
        pattern = bundle.get_message(name).value if bundle.has_message(name) else None
        if pattern is None:
            raise LookupError(f"no sentence {name!r}")
        spelled = {key: self._spell(fact) for key, fact in {**(facts or {}), **more}.items()}
        text, errors = bundle.format_pattern(pattern, spelled)
        if errors:
            raise ValueError(f"{name}: {errors}")
        return str(text)

    def explain(self, refusal: Refusal) -> str:
        """Why not, and what to do."""
        facts = refusal.facts()
        return self.say(refusal.name(), {name: None if fact == "" else fact for name, fact in facts.items()})

    def has(self, name: str) -> bool:
        return bool(_bundle().has_message(name))

    def day(self, day: date) -> str:
        return spelling.write_day(day, self._today)

    def list(self, items: Iterable[str], last: str = "et") -> str:
        return spelling.write_list(list(items), last)

    def _spell(self, fact: object) -> object:
        """A fact as Fluent takes it: numbers stay numbers (plurals), all else becomes words."""
        match fact:
            case None:
                return "none"  # what a sentence's [none] variant answers to
            case bool():
                return "yes" if fact else "no"
            case int() | float():
                return spelling.write_money(fact) if isinstance(fact, Money) else fact
            case datetime():
                return spelling.write_instant(fact, self._today)
            case date():
                return self.day(fact)
            case time():
                return spelling.write_hour(fact)
            case Service() | Holiday() | Allergen():
                return self.say(_name_of(fact))
            case Spoken():
                return str(fact)
            case str():
                return escape(fact, quote=False) if self._markup else fact
            case Iterable():
                return self.list([str(self._spell(item)) for item in fact])
        raise TypeError(f"cannot spell {type(fact).__name__}")


def _name_of(word: Service | Holiday | Allergen) -> str:
    """The sentence that names a word of the field."""
    if isinstance(word, Holiday):
        return f"holiday-{word.name.lower()}"
    kind = "service" if isinstance(word, Service) else "allergen"
    return f"{kind}-{word.value.replace('_', '-')}"


class Spoken(str):
    """A sentence the voice has made already: not escaped twice."""

    __slots__ = ()
