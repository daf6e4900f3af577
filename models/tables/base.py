"""What every table stands on: the declarative base, instants stored in UTC, enumerations stored as their words."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Enum, Insert, MetaData, String, Table
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

from models.vocabulary import ScreenKind

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

TelegramId = BigInteger  # wider than 32 bits, as Telegram's identifiers are


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, stored in UTC without its offset; a naive one is a bug and is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its timezone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.replace(tzinfo=UTC)


def words(enumeration: type[StrEnum]) -> Enum:
    """A column that holds the values of `enumeration` as text, so that a database reads well and migrates simply."""
    return Enum(
        enumeration,
        native_enum=False,
        length=20,
        values_callable=lambda members: [member.value for member in members],
        validate_strings=True,
    )


class Named(TypeDecorator[ScreenKind]):
    """A kind of screen by its name, in a column that has been plain text since the first release."""

    impl = String
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> ScreenKind | None:  # noqa: ARG002
        return None if value is None else ScreenKind(value)


Facts = dict[str, Any]  # what a JSON column holds


def table_of(mapped: type[Base]) -> Table:
    """The Core table behind a mapped class, for statements built once and run for every update."""
    table = mapped.__table__
    assert isinstance(table, Table)
    return table


def in_dialect(build: Callable[[ModuleType], Insert]) -> Callable[[Session], Insert]:
    """A statement SQLite and PostgreSQL each know in their way (ON CONFLICT): built once, for the one in use.

    `build` is given its module, sqlalchemy.dialects.…; the other is not imported (2 MB).
    """

    @cache
    def built(name: str) -> Insert:
        return build(import_module(f"sqlalchemy.dialects.{name}"))

    return lambda session: built(session.get_bind().dialect.name)
