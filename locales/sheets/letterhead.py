"""The top of a letter on paper: who writes, and to whom, where a window envelope shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from models.rules.commune import Commune


@dataclass(frozen=True, slots=True)
class Sender:
    """The commune as its letters name it; what is not known is ""."""

    name: str
    address: str = ""
    telephone: str = ""
    email: str = ""

    @classmethod
    def of(cls, commune: Commune) -> Self:
        return cls(commune.name, commune.address, commune.telephone, commune.email)

    def pack(self) -> dict[str, str]:
        return asdict(self)

    @classmethod
    def unpack(cls, facts: Mapping[str, str]) -> Self:
        return cls(**facts)

    @property
    def contact(self) -> str:
        """How to reach it, "" where nothing is known."""
        return ", ".join(filter(None, (self.telephone, self.email))) or self.address


def addressed(debtor: Mapping[str, Any]) -> tuple[str, ...]:
    """The lines of an address, as an invoice keeps its debtor."""
    said = [str(debtor.get(part) or "").strip() for part in ("civility", "first_name", "last_name")]
    town = [str(debtor.get(part) or "").strip() for part in ("postcode", "city")]
    lines = (" ".join(filter(None, said)), str(debtor.get("address") or "").strip(), " ".join(filter(None, town)))
    return tuple(filter(None, lines))


def letterhead(sender: Sender, addressee: Sequence[str]) -> dict[str, Any]:
    """What a letter's template shows of them; its pages are numbered, be there only one."""
    known = filter(None, (sender.address, sender.telephone, sender.email))
    head = {"name": sender.name, "lines": list(known)}
    return {"sender": head, "addressee": list(addressee), "always-numbered": True}
