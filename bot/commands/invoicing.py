"""The commands about money: a month's invoices, the tariffs of a spreadsheet, what the Trésor public says."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import desk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from models.actions.billing import Issue
    from models.actions.statements import Draft
    from models.rules.lines import Line
    from models.tables import Invoice

File = Annotated[Path, typer.Argument(metavar="FILE")]
DryRun = Annotated[bool, typer.Option("--dry-run")]


def invoice(
    months: Annotated[list[date], typer.Option("--month", parser=desk.month, metavar="MONTH")],
    issue: Annotated[bool, typer.Option("--issue")] = False,
    detail: Annotated[bool, typer.Option("--lines")] = False,
) -> None:
    from bot.settings import read_commune
    from handlers import billing_news
    from models.actions import billing

    settings = desk.settings()
    commune = read_commune(settings.config_path())
    for month in sorted(set(months)):
        with desk.transaction(settings.database_url) as session:
            if issue:
                stamp = desk.stamp()
                outcome = billing.issue(session, month, commune, stamp)
                billing_news.issued(session, outcome.issued, commune, stamp.now)
                lines, summary = list(_issued(session, outcome, detail)), _done(month, outcome)
            else:
                draft = billing.draft(session, month, commune, desk.stamp())
                lines, summary = list(_drafted(session, draft, detail)), _drafted_summary(month, draft)
                _look(session, draft)
        for line in lines:  # told once it is committed
            typer.echo(line)
        typer.echo(summary, err=True)


def _drafted(session: "Session", draft: "Draft", detail: bool) -> "Iterable[str]":
    from models.vocabulary import Money

    voice = desk.voice()
    children = _children(session)
    for statement in draft.statements:
        if not (statement.lines or statement.issued):
            continue  # it waits from before
        facts = {"foyer": statement.key, "sum": Money(statement.total), "count": len(statement.lines)}
        if statement.issued:
            yield _known(statement.issued, statement.key)
        elif draft.is_carried(statement):
            yield voice.say("cli-invoice-small", facts, least=Money(draft.least))
        else:
            yield voice.say("cli-invoice-draft", facts)
        if detail and not statement.issued:
            yield from _details((*statement.lines, *statement.carried), children)


def _details(lines: "Iterable[Line]", children: "Mapping[int, str]") -> "Iterable[str]":
    """Every line with its reason, under its household."""
    from locales import bills

    voice = desk.voice()
    return (f"  {bills.line(line, children.get(line.child_id or 0, ''), voice)}" for line in lines)


def _children(session: "Session") -> "Mapping[int, str]":
    from models.actions.billing_facts import People

    return People.load(session).children


def _drafted_summary(month: date, draft: "Draft") -> str:
    from locales import bills
    from models.vocabulary import Money

    new = [statement for statement in draft.statements if not statement.issued]
    name = "cli-invoice-drafted" if new else "cli-invoice-nothing"
    total = Money(sum(statement.total for statement in new))
    return desk.voice().say(name, month=bills.month(month), count=len(new), sum=total)


def _look(session: "Session", draft: "Draft") -> None:
    """What the mairie should look at, beside the output."""
    from locales import bills
    from locales.voice import Spoken
    from models.actions.exports import foyers_of

    foyers, children = foyers_of(session), _children(session)
    for found in draft.anomalies:
        desk.warn("cli-invoice-look", what=Spoken(bills.anomaly(found, foyers, children, desk.voice())))


def _issued(session: "Session", outcome: "Issue", detail: bool) -> "Iterable[str]":
    from models.actions.exports import foyers_of
    from models.actions.invoices import lines_of, number_of
    from models.vocabulary import Money

    foyers, voice = foyers_of(session), desk.voice()
    for known in outcome.before:
        yield _known(known, foyers[known.household_id])
    for invoice in outcome.issued:
        name = "cli-invoice-issued" if invoice.number else "cli-invoice-carried"
        facts = {"number": number_of(invoice), "foyer": foyers[invoice.household_id], "sum": Money(invoice.total)}
        yield voice.say(name, facts)
        if detail:
            yield from _details(lines_of(invoice), {line.child_id or 0: line.child for line in invoice.lines})


def _known(invoice: "Invoice", foyer: str) -> str:
    from models.actions.invoices import number_of
    from models.vocabulary import Money

    number = number_of(invoice) or None
    return desk.voice().say("cli-invoice-known", number=number, foyer=foyer, sum=Money(invoice.total))


def _done(month: date, outcome: "Issue") -> str:
    from locales import bills
    from models.vocabulary import Money

    claimed = [invoice for invoice in outcome.issued if invoice.number]
    total = Money(sum(invoice.total for invoice in claimed))
    return desk.voice().say("cli-invoice-done", month=bills.month(month), count=len(claimed), sum=total)


def correct(
    number: Annotated[str, typer.Argument(metavar="NUMBER")],
    reason: Annotated[str, typer.Option(metavar="REASON")],
) -> None:
    from bot.settings import read_commune
    from handlers import billing_news
    from models.actions import billing, ledger
    from models.actions.invoices import number_of
    from models.vocabulary import Money

    settings = desk.settings()
    commune = read_commune(settings.config_path())
    with desk.transaction(settings.database_url) as session:
        billing.take_turn(session)
        found = ledger.of_number(session, number)
        stamp = desk.stamp()
        written = billing.correct(session, found, reason, commune, stamp)
        billing_news.issued(session, written, commune, stamp.now)
        lines = [(one.kind.value, number_of(one), Money(one.total)) for one in written]
    for kind, shown, total in lines:
        desk.say(f"cli-corrected-{kind}", number=shown, sum=total)


def tariffs(file: File, dry_run: DryRun = False) -> None:
    from bot.commands.spreadsheets import sheet_of
    from models.actions import tariffs
    from models.rules import tariff_sheet

    read = tariff_sheet.read(sheet_of(file, tariff_sheet.COLUMNS, tariff_sheet.REQUIRED))
    with desk.transaction(desk.settings().database_url) as session:
        brought = tariffs.bring(session, read, desk.stamp(), dry_run=dry_run)
    for mark, found in (("+", brought.added), ("~", brought.changed), ("=", brought.unchanged)):
        for tariff in found:
            desk.say("tariff-line", mark=mark, service=tariff.service, since=tariff.since)
    if dry_run:
        desk.say("tariffs-dry-run")
    else:
        desk.say("tariffs-imported", count=len(brought.added) + len(brought.changed))


def payments(file: File) -> None:
    from bot.commands.spreadsheets import sheet_of
    from bot.settings import read_commune
    from handlers import billing_news
    from models.actions.payments import settle
    from models.rules import settling

    settings, stamp = desk.settings(), desk.stamp()
    commune = read_commune(settings.config_path())
    told, unread = settling.read(sheet_of(file, settling.COLUMNS, ()), commune.today(stamp.now))
    with desk.transaction(settings.database_url) as session:
        done = settle(session, told, stamp)
        billing_news.referenced(session, done.referenced, commune, stamp.now)
        billing_news.paid(session, done.paid, commune, stamp.now)
    desk.say("payments-kept", references=done.references, payments=done.payments, known=done.known)
    if unmatched := [*unread, *done.unmatched]:
        desk.warn("payments-unmatched", count=len(unmatched))
        for why in unmatched:
            typer.echo(desk.voice().explain(why), err=True)
        raise typer.Exit(1)
