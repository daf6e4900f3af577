"""The commands about people: the families file, codes for guardians, codes for staff."""

import csv
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import desk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.commands.letters import Invited
    from models.rules.difference import Difference
    from models.rules.households import Families


class Job(StrEnum):
    """The roles of staff."""

    AGENT = "agent"
    MAIRIE = "mairie"


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
) -> None:
    from models.actions import families

    read = _read(file)
    with desk.transaction(desk.settings().database_url, must_exist=False) as session:
        difference = families.preview(session, read) if dry_run else families.apply(session, read, desk.stamp())
    _tell(difference)
    outcome = "same" if difference.is_empty else "dry-run" if dry_run else "imported"
    desk.say(f"families-{outcome}")


def _read(file: Path) -> "Families":
    from bot.commands.spreadsheets import sheet_of
    from models.rules import families, households

    sheet = sheet_of(file, households.COLUMNS, households.REQUIRED)
    return families.read(sheet, today=desk.now().astimezone().date())


def _tell(difference: "Difference") -> None:
    """Who is added, changed and absent, a line each, then the counts."""
    from bot.commands.telling import tell

    for line in tell(difference, desk.voice()):
        typer.echo(line)


def invite(
    everyone: Annotated[bool, typer.Option("--all")] = False,
    email: Annotated[bool, typer.Option("--email")] = False,
) -> None:
    from bot.commands import letters

    settings = desk.settings()
    post = letters.open_post(settings) if email else None
    username = letters.bot_username(settings)
    if username is None:
        desk.warn("cli-no-link")
    with desk.transaction(settings.database_url) as session:
        invited = letters.invite_guardians(session, desk.stamp(), username, everyone=everyone)
    if not invited:
        desk.warn("cli-invite-none")
        return
    by_hand = [one for one in invited if not (post and one.email)]
    _write_codes(by_hand)
    if post:
        sent = letters.send(post, [one for one in invited if one.email], settings)
        desk.warn("cli-invite-sent", count=sent)
        if by_hand:
            desk.warn("cli-invite-by-hand", count=len(by_hand))


def _write_codes(invited: "Iterable[Invited]") -> None:
    from models.files.tabulation import harmless

    writer = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
    writer.writerow(("nom", "prenom", "email", "code", "lien"))
    for one in invited:
        writer.writerow(map(harmless, (one.last_name, one.first_name, one.email, one.code, one.link)))


def add(
    role: Annotated[Job, typer.Option(parser=desk.word_of(Job), metavar="ROLE")],
    name: Annotated[str, typer.Option(metavar="NAME")],
) -> None:
    from bot.commands import letters
    from models.actions.invitations import hire
    from models.files.text import clean
    from models.vocabulary import Role

    name = clean(name)
    if not name:
        raise typer.BadParameter(desk.voice().say("cli-empty-name"), param_hint="--name")
    settings = desk.settings()
    with desk.transaction(settings.database_url, must_exist=False) as session:
        code = hire(session, name, Role(role.value), desk.stamp())
    typer.echo(code)
    if link := letters.link_to(letters.bot_username(settings), code):
        typer.echo(link)
    desk.warn("cli-staff-code", name=name)
