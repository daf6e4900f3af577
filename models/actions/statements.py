"""A month as it would be issued now, household by household; and whether it is still what was shown."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256

from models.rules.lines import Anomaly, Line, Trouble, total
from models.tables import Invoice
from models.vocabulary import Period


@dataclass(frozen=True, slots=True)
class Statement:
    """A household's month: its own `lines`, what is `carried` over from before, and what was issued of it already."""

    household_id: int
    key: str
    lines: tuple[Line, ...]
    carried: tuple[Line, ...] = ()
    issued: Invoice | None = None

    @property
    def total(self) -> int:
        """In cents, whatever was issued."""
        return total((*self.lines, *self.carried))


@dataclass(frozen=True, slots=True)
class Draft:
    """A month as it would be issued now; `least`: sums below it are carried over.

    A household that owes nothing of the month itself, but whose sums wait from before, has a statement without lines:
    it is not issued by itself.
    """

    month: Period
    statements: tuple[Statement, ...]
    anomalies: tuple[Anomaly, ...]
    least: int

    def is_carried(self, statement: Statement) -> bool:
        return statement.total < self.least

    @property
    def new(self) -> Sequence[Statement]:
        """What an issue would write."""
        return [statement for statement in self.statements if statement.lines and not statement.issued]

    @property
    def claimed(self) -> Sequence[Statement]:
        """Of what is new, what would be claimed."""
        return [statement for statement in self.new if not self.is_carried(statement)]

    @property
    def waiting(self) -> Sequence[Statement]:
        """Of what is new, what would wait for the next invoice."""
        return [statement for statement in self.new if self.is_carried(statement)]

    @property
    def left(self) -> Sequence[Statement]:
        """What waits from before, of households the month itself has nothing for."""
        return [statement for statement in self.statements if not (statement.lines or statement.issued)]

    def may_claim(self, statement: Statement) -> bool:
        """Whether a sum that would wait can be claimed at once."""
        waits = statement in self.waiting or statement in self.left
        return waits and statement.total > 0 and not self.is_running and self.unpriced is None

    @property
    def is_running(self) -> bool:
        return any(found.trouble is Trouble.RUNNING for found in self.anomalies)

    @property
    def unpriced(self) -> Anomaly | None:
        """A service used on a day without tariff: there is no guessing a price, and the month is not issued."""
        return next((found for found in self.anomalies if found.trouble is Trouble.NO_TARIFF), None)

    def of(self, household_id: int) -> Statement | None:
        return next((one for one in self.statements if one.household_id == household_id), None)

    @property
    def fingerprint(self) -> str:
        """The same for two drafts that say the same, issued or not, with the same to look at."""
        return fingerprint([*map(_said, self.statements), self.anomalies, self.least])


def _said(statement: Statement) -> tuple[object, ...]:
    issued = statement.issued.id if statement.issued else None
    return statement.household_id, statement.lines, statement.carried, issued


def fingerprint(values: Collection[object]) -> str:
    """Short, and the same in every process."""
    return sha256(repr(values).encode()).hexdigest()[:20]
