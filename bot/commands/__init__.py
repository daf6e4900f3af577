"""The commands of `clochette`, a module for each errand; what a command does not need is not imported."""

import typer

from bot.commands import days, exporting, families, invoicing, keeping, papers, sentences, serving

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False)
staff = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
day = typer.Typer(rich_markup_mode=None, no_args_is_help=True)

app.command("init")(keeping.init)
app.command("run")(serving.run)
app.command("demo")(serving.demo)
app.command("parse")(sentences.parse)
app.command("deadline")(sentences.deadline)
app.command("import")(families.import_)
app.command("invite")(families.invite)
staff.command("add")(families.add)
app.add_typer(staff, name="staff")
day.command("close")(days.close)
day.command("open")(days.open_)
day.command("no-orders")(days.no_orders)
app.add_typer(day, name="day")
app.command("tariffs")(invoicing.tariffs)
app.command("invoice")(invoicing.invoice)
app.command("correct")(invoicing.correct)
app.command("paper")(papers.paper)
app.command("certificates")(papers.certificates)
app.command("payments")(invoicing.payments)
app.command("export")(exporting.export)
app.command("backup")(keeping.backup)
app.command("restore")(keeping.restore)
app.command("check")(keeping.check)
app.command("migrate")(keeping.migrate)


@staff.callback()
def _staff() -> None:
    """Keep `add` a command of its own: a lone command would be its group."""
