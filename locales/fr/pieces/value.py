"""What pieces are made of: values whose fields are their annotations.

Equal by what they hold, and never changed. Fifty frozen dataclasses would take 20 ms to write their code at start-up.
"""

from inspect import get_annotations
from typing import Any, ClassVar, TypeVar, dataclass_transform

AnyValue = TypeVar("AnyValue", bound="Value")


@dataclass_transform(frozen_default=True)
class Value:
    """A class below this one is a value; its fields are given in order or by name, those with a default may lack."""

    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls._fields = (*cls._fields, *get_annotations(cls))

    def __init__(self, *values: Any, **named: Any) -> None:
        self.__dict__.update(zip(self._fields, values, strict=False), **named)

    def held(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self._fields])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Value) and type(self) is type(other) and self.held() == other.held()

    def __hash__(self) -> int:
        return hash((type(self), self.held()))

    def __repr__(self) -> str:
        held = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self.held(), strict=True))
        return f"{type(self).__name__}({held})"


def replace(value: AnyValue, **changes: Any) -> AnyValue:
    """`value` with some of its fields changed."""
    return type(value)(**{**value.__dict__, **changes})
