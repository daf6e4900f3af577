"""What the command line cannot do with what it was given."""

from dataclasses import dataclass

from models.refusals.base import Refusal


@dataclass(unsafe_hash=True)
class BadLine(Refusal):
    """Line `row` of the standard input is no JSON object with the keys wanted."""

    row: int


@dataclass(unsafe_hash=True)
class NoMailServer(Refusal):
    """CLOCHETTE_SMTP_URL is not set."""


@dataclass(unsafe_hash=True)
class MailNotSent(Refusal):
    """The mail server refused or was not reached; `sent` had left before."""

    sent: int
    problem: str


@dataclass(unsafe_hash=True)
class DatabaseTrouble(Refusal):
    """The database cannot be opened or read; `problem` is the driver's own word for it."""

    problem: str
