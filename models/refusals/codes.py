"""Why a temporary code opens nothing: all bear one sentence, so that no stranger learns which codes exist."""

from dataclasses import dataclass

from models.refusals.base import Refusal


@dataclass(unsafe_hash=True)
class UnknownCode(Refusal):
    pass


@dataclass(unsafe_hash=True)
class ExpiredCode(Refusal):
    pass


@dataclass(unsafe_hash=True)
class UsedCode(Refusal):
    pass
