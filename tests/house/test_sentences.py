"""The voice: every refusal speaks, every sentence asked for exists, none lives outside locales/."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import get_type_hints

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from locales.voice import Voice
from models import refusals
from models.refusals import Refusal
from models.vocabulary import Allergen, Holiday, Money, Service

ROOT = Path(__file__).parent.parent.parent
CATALOGUES = sorted((ROOT / "locales" / "fr").glob("*.ftl"))
REFUSALS = [kind for kind in vars(refusals).values() if isinstance(kind, type) and issubclass(kind, Refusal)]
SAMPLES: dict[object, object] = {
    str: "école",
    int: 3,
    date: date(2026, 12, 3),
    datetime: datetime(2026, 12, 1, 8, tzinfo=UTC),
    time: time(9, 30),
    Service: Service.GARDERIE_SOIR,
    Holiday: Holiday.NOEL,
    Money: Money(1240),
    Allergen: Allergen.MILK,
}


def sample(kind: object) -> object:
    """A fact of that type; a tuple of them where a refusal holds several."""
    if kind in SAMPLES:
        return SAMPLES[kind]
    arguments = getattr(kind, "__args__", ())
    known = [SAMPLES[argument] for argument in arguments if argument in SAMPLES]
    if known:
        return tuple(known) if getattr(kind, "__origin__", None) is tuple else known[0]
    inner = next(argument for argument in arguments if isinstance(argument, type) and issubclass(argument, Refusal))
    return (made(next(one for one in REFUSALS if issubclass(one, inner) and one is not inner)),)


def made(kind: type[Refusal]) -> Refusal:
    hints = get_type_hints(kind)
    return kind(*(sample(hints[field.name]) for field in fields(kind)))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [kind for kind in REFUSALS if kind is not Refusal], ids=lambda kind: kind.__name__)
def test_every_refusal_speaks(kind: type[Refusal]) -> None:
    said = Voice(date(2026, 11, 26)).explain(made(kind))
    assert len(said) > 10
    assert "{" not in said


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.name)
def test_no_catalogue_has_junk_nor_a_breaking_space_before_punctuation(catalogue: Path) -> None:
    text = catalogue.read_text(encoding="utf-8")
    assert not [entry for entry in FluentParser().parse(text).body if isinstance(entry, ftl.Junk)]
    assert not re.findall(r"^(?!#).*[^ ] [:;?!»]", text, re.MULTILINE)
    assert not re.findall(r"^(?!#).*« ", text, re.MULTILINE)


def test_no_sentence_is_written_twice() -> None:
    names = [
        entry.id.name
        for catalogue in CATALOGUES
        for entry in FluentParser().parse(catalogue.read_text(encoding="utf-8")).body
        if isinstance(entry, ftl.Message)
    ]
    assert sorted(names) == sorted(set(names))


def strings(folder: str) -> Iterator[tuple[str, int, str]]:
    """Every string of a package that is no docstring."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                yield path.name, node.lineno, node.value


@pytest.mark.parametrize("folder", ["handlers", "models"])
def test_no_sentence_lives_outside_locales(folder: str) -> None:
    french = re.compile(r"[a-zà-ÿ]+ [a-zà-ÿ]+ [a-zà-ÿ]+|[éèêàçùœ]\w* |« ")
    found = [row for row in strings(folder) if french.search(row[2]) and "timezone" not in row[2]]
    assert [row for row in found if "migrations" not in row[0]] == []


def test_every_sentence_a_page_asks_for_exists() -> None:
    voice = Voice()
    asked = {
        node.args[0].value
        for path in [*(ROOT / "handlers").glob("*.py"), ROOT / "locales" / "answers.py"]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "say"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(asked) > 60
    assert [name for name in asked if not voice.has(str(name))] == []


def test_facts_from_people_cannot_carry_markup() -> None:
    assert Voice().say("name", name="<b>Léa & co</b>") == "&lt;b&gt;Léa &amp; co&lt;/b&gt;"


def test_an_unknown_sentence_and_a_lacking_fact_are_bugs() -> None:
    with pytest.raises(LookupError):
        Voice().say("no-such-sentence")
    with pytest.raises(ValueError, match="day"):
        Voice().say("day")
