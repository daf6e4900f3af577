"""A setting that is missing or wrong."""

from dataclasses import dataclass

from models.refusals.base import Refusal


@dataclass(unsafe_hash=True)
class BadSetting(Refusal):
    """`key` in `where` is wrong; `problem` is missing, extra_forbidden, value, unreadable or toml; never the value."""

    where: str
    key: str
    problem: str
    detail: str
