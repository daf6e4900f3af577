"""What every button is: values packed within Telegram's 64 bytes, and checked when unpacked."""

from dataclasses import dataclass, fields
from datetime import date
from typing import ClassVar, Self, get_type_hints

LONGEST = 64  # bytes of callback data
LARGEST = 2**31 - 1  # PostgreSQL has no larger INTEGER: no id of ours is
INTEGERS = tuple[int, ...]  # one at least


@dataclass(frozen=True, slots=True)
class Button:
    """What a tap says; each kind has its own letter. What it may do is checked again when it is tapped."""

    letter: ClassVar[str] = ""

    def pack(self) -> str:
        data = self._written()
        assert len(data.encode()) <= LONGEST, data
        return data

    def fits(self) -> bool:
        """Whether it can be packed: a button of many children may be too long."""
        return len(self._written().encode()) <= LONGEST

    def _written(self) -> str:
        values = (getattr(self, field.name) for field in fields(self))
        return ":".join([self.letter, *(_write(value) for value in values)])

    @classmethod
    def read(cls, parts: list[str]) -> Self:
        """Build the button from its packed fields; raises ValueError where they do not fit."""
        hints = get_type_hints(cls)
        kinds = [hints[field.name] for field in fields(cls)]
        return cls(*(_read(kind, part) for kind, part in zip(kinds, parts, strict=True)))


def _write(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, tuple):
        return ".".join(map(_write, value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _read(kind: type, part: str) -> object:
    if kind is bool:
        return {"1": True, "0": False}[part]
    if kind is date:
        return date.fromisoformat(part)
    if kind == INTEGERS:
        return tuple(_read(int, one) for one in part.split("."))
    if kind is int and not -LARGEST <= int(part) <= LARGEST:
        raise ValueError(part)
    return kind(part)
