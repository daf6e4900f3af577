"""The commands that answer from the rules alone: how a sentence is understood, until when a day may be booked."""

import json
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import desk
from models.rules.cutoffs import Policy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from locales.fr.pieces.clock import Span
    from locales.voice import Voice
    from models.rules.commune import Commune

MANY = 5  # spans; more are counted


def parse(
    text: Annotated[str | None, typer.Argument(metavar="TEXT")] = None,
    now: Annotated[datetime | None, typer.Option(parser=desk.instant, metavar="ISO")] = None,
    child: Annotated[list[str] | None, typer.Option(metavar="NAME")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl")] = False,
    explain: Annotated[bool, typer.Option("--explain")] = False,
    rules: Annotated[bool, typer.Option("--rules")] = False,
) -> None:
    if text is None and not jsonl:
        raise typer.BadParameter(desk.voice().say("cli-no-text"), param_hint="TEXT")
    commune = _commune()
    if jsonl:
        for number, line in enumerate(sys.stdin.buffer, 1):
            if line.strip():
                sys.stdout.write(_understood(*_row(line, number), commune) + "\n")
    else:
        said = text or "", now or desk.now(), tuple(child or ()), commune
        typer.echo(_understood(*said))
        if explain:
            typer.echo("\n".join(_explained(*said)))
        if rules:
            typer.echo("\n".join(_ruled(said[0], said[2])))


def _understood(text: str, now: datetime, children: tuple[str, ...], commune: "Commune") -> str:
    from locales.fr import grammar

    reading = grammar.read(text, now=_local(now, commune), calendar=commune.calendar, children=children)
    return json.dumps(grammar.as_json(reading, children), ensure_ascii=False)


def _explained(text: str, now: datetime, children: tuple[str, ...], commune: "Commune") -> list[str]:
    """Which words became what, a line each."""
    from locales.fr.explaining import explain
    from locales.voice import Spoken, Voice

    voice = Voice(now.date(), markup=False)
    found = explain(text, now=_local(now, commune), calendar=commune.calendar, children=children)
    return [
        voice.say(f"explain-{each.name}", {**each.facts, "words": each.words, "when": Spoken(_when(each.spans, voice))})
        for each in found
    ]


def _ruled(text: str, children: tuple[str, ...]) -> list[str]:
    """Which rule took which words, a line each."""
    from locales.fr.explaining import rules

    return [f"{took.rule} → {took.makes}: {words}" for words, took in rules(text, children=children)]


def _when(spans: "Sequence[Span]", voice: "Voice") -> str:
    """Days in words; many of them by how many they are, and the first and last."""
    ends = [day for span in spans for day in span if day]
    if len(spans) > MANY:
        return voice.say("explain-many", count=len(spans), first=ends[0], last=ends[-1])
    return voice.list(_span(first, last, voice) for first, last in spans) if spans else voice.say("explain-no-days")


def _span(first: date | None, last: date | None, voice: "Voice") -> str:
    if first == last and first:
        return voice.day(first)
    return voice.say("explain-span", first=first, last=last)


def _local(now: datetime, commune: "Commune") -> datetime:
    return now.replace(tzinfo=commune.timezone) if now.tzinfo is None else commune.local(now)


def _row(line: bytes, number: int) -> tuple[str, datetime, tuple[str, ...]]:
    """A line's text, instant and children."""
    from models.refusals import BadLine

    try:
        row = json.loads(line)
        instant = datetime.fromisoformat(row["now"]) if row.get("now") else desk.now()
        return str(row["text"]), instant, tuple(map(str, row.get("children") or ()))
    except (ValueError, TypeError, LookupError, AttributeError):
        raise BadLine(number) from None


def deadline(
    day: Annotated[date, typer.Argument(parser=desk.day, metavar="DAY")],
    policy: Annotated[Policy | None, typer.Option(parser=desk.word_of(Policy), metavar="POLICY")] = None,
) -> None:
    commune = _as_it_stands(_commune(policy))
    if why_not := commune.calendar.objection(day):
        raise why_not
    typer.echo(commune.cutoffs.deadline(day, commune.calendar).isoformat())


def _commune(policy: Policy | None = None) -> "Commune":
    """commune.toml, with another policy if asked."""
    from dataclasses import replace

    from bot.settings import read_commune

    commune = read_commune(desk.settings().config_path())
    return replace(commune, cutoffs=replace(commune.cutoffs, policy=policy)) if policy else commune


def _as_it_stands(commune: "Commune") -> "Commune":
    """With the closures and no-order days of the database, where there is one yet."""
    from models.actions.calendar import commune_today
    from models.refusals import NoDatabase

    try:
        with desk.transaction(desk.settings().database_url) as session:
            return commune_today(session, commune)
    except NoDatabase:
        return commune
