"""Why a tariff is no tariff, why a month is not invoiced, why a payment finds nothing to pay."""

from dataclasses import dataclass
from datetime import date

from models.refusals.base import Refusal
from models.refusals.families import BadRows
from models.vocabulary import Money, Service


@dataclass(unsafe_hash=True)
class BracketGap(Refusal):
    """No price between the quotients `first` and `last` (None: and above)."""

    service: Service
    since: date
    first: int
    last: int | None


@dataclass(unsafe_hash=True)
class BracketOverlap(Refusal):
    """Two prices between the quotients `first` and `last` (None: and above)."""

    service: Service
    since: date
    first: int
    last: int | None


@dataclass(unsafe_hash=True)
class TariffTwice(Refusal):
    service: Service
    since: date


@dataclass(unsafe_hash=True)
class NotForService(Refusal):
    """`term` (the file's own word) means nothing for `service`."""

    service: Service
    since: date
    term: str


@dataclass(unsafe_hash=True)
class BadTariffs(BadRows):
    """Tariffs with faults: every one of them; none is kept."""


@dataclass(unsafe_hash=True)
class NotAnAmount(Refusal):
    """No sum in euros and at most two decimals."""

    row: int
    column: str
    value: str


@dataclass(unsafe_hash=True)
class OutOfRange(Refusal):
    """A whole number, but not between `least` and `most`."""

    row: int
    column: str
    value: str
    least: int
    most: int


@dataclass(unsafe_hash=True)
class MissingTariff(Refusal):
    """`service` was used on `day` and nothing says what it costs: the month cannot be issued."""

    service: Service
    day: date


@dataclass(unsafe_hash=True)
class UnknownInvoice(Refusal):
    """`value` is the number or the Trésor's reference of no invoice."""

    row: int
    value: str


@dataclass(unsafe_hash=True)
class ReferenceTaken(Refusal):
    """The reference is that of another invoice, `number`."""

    row: int
    reference: str
    number: str


@dataclass(unsafe_hash=True)
class PaysTooMuch(Refusal):
    """`cents` would pay more than what is left of the invoice `number`, `due`."""

    row: int
    number: str
    cents: Money
    due: Money


@dataclass(unsafe_hash=True)
class NothingToCorrect(Refusal):
    """What is known today gives the very lines of the invoice `number`."""

    number: str


@dataclass(unsafe_hash=True)
class AlreadyCredited(Refusal):
    """The invoice `number` was taken back by a credit note, or is one."""

    number: str


@dataclass(unsafe_hash=True)
class PaymentUnread(Refusal):
    """`value` is no sum and day, as « 23,30 le 12/01 »."""

    value: str


@dataclass(unsafe_hash=True)
class FuturePayment(Refusal):
    """Nobody has paid on `day` yet."""

    row: int
    day: date


@dataclass(unsafe_hash=True)
class NotAReference(Refusal):
    """`value` has no digit, or is longer than any reference."""

    value: str
