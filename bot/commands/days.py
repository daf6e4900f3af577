"""The commands of the mairie's calendar: close a day, open one, take no orders on one."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import desk

if TYPE_CHECKING:
    from models.rules.commune import Commune

Day = Annotated[date, typer.Argument(parser=desk.day, metavar="DAY")]
Reason = Annotated[str, typer.Option(metavar="REASON")]


def close(day: Day, reason: Reason) -> None:
    from handlers import closures

    settings = desk.settings()
    with desk.transaction(settings.database_url) as session:
        cancelled = closures.close(session, _commune(), day, reason, desk.stamp())
    desk.say("cli-day-closed", day=day, count=cancelled)


def open_(day: Day, reason: Reason) -> None:
    from models.actions import calendar

    with desk.transaction(desk.settings().database_url) as session:
        calendar.open_day(session, day, reason, desk.stamp())
    desk.say("cli-day-opened", day=day)


def no_orders(
    day: Day,
    reason: Reason,
    instead: Annotated[datetime | None, typer.Option(parser=desk.instant, metavar="INSTANT")] = None,
) -> None:
    from models.actions import calendar

    commune = _commune()
    if instead and instead.tzinfo is None:
        instead = instead.replace(tzinfo=commune.timezone)
    with desk.transaction(desk.settings().database_url) as session:
        calendar.take_no_orders(session, day, reason, desk.stamp(), commune=commune, instead=instead)
    desk.say("cli-no-orders", day=day)


def _commune() -> "Commune":
    from bot.settings import read_commune

    return read_commune(desk.settings().config_path())
