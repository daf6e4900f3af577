"""What a tap on the mairie's month takes, three hundred households in it: `python -m tests.bench.desk`, one table."""

import gc
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.clerk import Clerk, open_database
from bot.settings import read_commune
from handlers import door
from handlers.buttons import Button, KeepDeed, KeepFile, OpenBilling, ProposeDeed
from handlers.door import Incoming
from handlers.visit import Upload
from models.rules.billing_screen import Deed, View
from models.rules.commune import Commune
from models.tables import Account, Draft, Household, Staff
from models.vocabulary import Role
from tests.bench.invoices import FAMILIES, town
from tests.bench.report import Row, spread, table

SECRETARY, ROUNDS = 9, 9
MONTH, NOW = date(2026, 11, 1), datetime(2026, 12, 2, 9, tzinfo=UTC)
NUMBERS = count(1)


class Desk:
    """A secretary at a month of every family."""

    def __init__(self, clerk: Clerk, commune: Commune) -> None:
        self.clerk, self.commune = clerk, commune
        clerk.run_here(_hire)
        gc.freeze()  # as `clochette run` does

    def taps(self, button: Button) -> float:
        return self._handled(
            Incoming(next(NUMBERS), SECRETARY, SECRETARY, message_id=2, callback_id="x", data=button.pack())
        )

    def sends(self, upload: Upload) -> float:
        number = next(NUMBERS)
        return self._handled(
            Incoming(number, SECRETARY, SECRETARY, instant=NOW, message_id=number, file=True, upload=upload)
        )

    def _handled(self, incoming: Incoming) -> float:
        """Milliseconds of CPU."""
        began = process_time()
        self.clerk.run_here(lambda session: door.handle(session, incoming, NOW, self.commune))
        return (process_time() - began) * 1000

    def draft(self) -> int:
        newest = select(Draft.id).order_by(Draft.id.desc())
        return self.clerk.run_here(lambda session: session.scalars(newest).first()) or 0


def _hire(session: Session) -> None:
    account = Account(telegram_id=SECRETARY, created_at=NOW)
    session.add(account)
    session.flush()
    session.add(Staff(account_id=account.id, name="Odile", role=Role.MAIRIE))


def rows(families: int = FAMILIES) -> Iterator[Row]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        clerk = Clerk(open_database(town(folder, families)))
        desk = Desk(clerk, read_commune(folder / "commune.toml"))
        home = clerk.run_here(lambda session: session.scalars(select(Household.id)).first()) or 0
        views = {
            "the month": OpenBilling(MONTH, View.MONTH),
            "a page of its households": OpenBilling(MONTH, View.HOMES, 3),
            "a household": OpenBilling(MONTH, View.HOME, about=home),
            "what issuing would do": ProposeDeed(Deed.ISSUE, MONTH),
        }
        for what, button in views.items():
            yield _row(what, [desk.taps(button) for _ in range(ROUNDS)])
        yield _row("Valider", [desk.taps(KeepDeed(desk.draft()))])
        yield _row("an invoice", [desk.taps(views["a household"]) for _ in range(ROUNDS)])
        yield _row("a file of 300 payments, shown", [desk.sends(_payments())])
        yield _row("the same, kept", [desk.taps(KeepFile(desk.draft()))])
        clerk.close()


def _payments() -> Upload:
    told = [(number + 1, [f"2026-{number:04}", f"T{number}", "01/12/2026"]) for number in range(1, 301)]
    return Upload("file", 10, opened=((1, ["numero", "reference_tresor", "payee_le"]), *told))


def _row(what: str, figures: list[float]) -> Row:
    return Row(what, f"{spread(figures, 0)} ms CPU")


if __name__ == "__main__":
    print(table(rows()))  # noqa: T201 - a program's output
