"""The commands that answer from the rules alone: how a sentence is understood, until when a day may be booked."""

import json
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import desk
from models.rules.cutoffs import Policy

if TYPE_CHECKING:
    from models.rules.commune import Commune


def parse(
    text: Annotated[str | None, typer.Argument(metavar="TEXT")] = None,
    now: Annotated[datetime | None, typer.Option(parser=desk.instant, metavar="ISO")] = None,
    child: Annotated[list[str] | None, typer.Option(metavar="NAME")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl")] = False,
) -> None:
    if text is None and not jsonl:
        raise typer.BadParameter(desk.voice().say("cli-no-text"), param_hint="TEXT")
    commune = _commune()
    if jsonl:
        for number, line in enumerate(sys.stdin.buffer, 1):
            if line.strip():
                sys.stdout.write(_understood(*_row(line, number), commune) + "\n")
    else:
        typer.echo(_understood(text or "", now or desk.now(), tuple(child or ()), commune))


def _understood(text: str, now: datetime, children: tuple[str, ...], commune: "Commune") -> str:
    from locales.fr import grammar

    local = now.replace(tzinfo=commune.timezone) if now.tzinfo is None else commune.local(now)
    reading = grammar.read(text, now=local, calendar=commune.calendar, children=children)
    return json.dumps(grammar.as_json(reading), ensure_ascii=False)


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
