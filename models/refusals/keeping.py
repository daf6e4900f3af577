"""Why the database is not copied, put back or opened."""

from dataclasses import dataclass

from models.refusals.base import Refusal


@dataclass(unsafe_hash=True)
class FileExists(Refusal):
    """Never overwritten."""

    path: str


@dataclass(unsafe_hash=True)
class NoDatabase(Refusal):
    """`path` is "none" where the settings name no file."""

    path: str


@dataclass(unsafe_hash=True)
class NotABackup(Refusal):
    """`problem` is damaged, foreign (not Clochette's) or newer (made by a newer version)."""

    path: str
    problem: str


@dataclass(unsafe_hash=True)
class DatabaseInUse(Refusal):
    """The bot is running: stop it first."""

    path: str


@dataclass(unsafe_hash=True)
class UsePgDump(Refusal):
    """PostgreSQL has its own tools for this; `tool` is pg_dump or pg_restore."""

    tool: str
