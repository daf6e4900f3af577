"""The garderie of a month child by child, as the secretary prints it."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import billing_facts
from models.actions.calendar import commune_today
from models.files.text import fold
from models.rules.commune import Commune
from models.rules.lines import Presence
from models.rules.presence_month import stays
from models.tables import Child
from models.vocabulary import Period


def presence_month(
    session: Session, month: date, commune: Commune, children: Collection[int] = ()
) -> list[tuple[Child, list[Presence]]]:
    """Who was there in the month `month` is in, by name, and their sessions; of `children` only, if any are given."""
    facts = billing_facts.load(session, Period.month(month), commune_today(session, commune))
    by_child: dict[int, list[Presence]] = defaultdict(list)
    for presence in stays(facts.presences):
        if not children or presence.child_id in children:
            by_child[presence.child_id].append(presence)
    found = session.scalars(select(Child).where(Child.id.in_(list(by_child)))).all()
    named = sorted(found, key=lambda child: (fold(child.last_name), fold(child.first_name), child.id))
    return [(child, by_child[child.id]) for child in named]
