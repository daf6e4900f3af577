"""The calendar somebody has open, as a row: what is marked on it outlives a restart, and is recalled if left so."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import booking, drafts
from models.actions.booking import Origin
from models.rules.booking import Facts, Meal, Timing, Verdict, judge
from models.rules.commune import Commune
from models.rules.leaf import Leaf, unpack
from models.rules.people import Person
from models.rules.selection import Selection
from models.tables import Account, Draft
from models.vocabulary import ScreenKind, State

KIND = ScreenKind.CALENDAR


def open_leaf(session: Session, telegram_id: int, leaf: Leaf, origin: Origin) -> Draft:
    """The person's calendar, opened at `leaf`; what was left marked on it is marked still."""
    draft = drafts.last_open(session, telegram_id, KIND)
    if draft is None:
        return drafts.open_draft(session, telegram_id, KIND, leaf.pack(), origin)
    left = leaf_of(draft)
    draft.instant, draft.message_id = origin.instant, origin.message_id
    draft.payload = Leaf(leaf.anchor, leaf.view, leaf.child_id, leaf.service, selection=left.selection).pack()
    return draft


def find(session: Session, draft_id: int, telegram_id: int) -> Draft | None:
    """That calendar of that person, if it is open still, held until this transaction ends."""
    return drafts.look(session, draft_id, telegram_id, KIND)


def leaf_of(draft: Draft) -> Leaf:
    return unpack(draft.payload)


def keep(draft: Draft, leaf: Leaf, recall_at: datetime | None) -> None:
    """Keep `leaf`, to be recalled if it is left so."""
    draft.payload, draft.recall_at = leaf.pack(), recall_at


def facts(session: Session, meals: Collection[Meal], person: Person) -> Facts:
    return booking.load_facts(session, list(meals), person.pupils)


def true_selection(session: Session, selection: Selection) -> Selection:
    """What of `selection` still means something."""
    meals = selection.meals
    if not meals:
        return selection
    standing = booking.standing(session, {meal.child_id for meal in meals}, {meal.day for meal in meals})
    return selection.true_to({meal for meal in meals if standing.get(meal) is State.RESERVED})


def judged(session: Session, selection: Selection, person: Person, *, at: Timing, commune: Commune) -> list[Verdict]:
    """What Valider would do of `selection`, the meals to take out first; writes nothing."""
    known = facts(session, selection.meals, person)
    wanted = ((State.CANCELLED, selection.remove), (State.RESERVED, selection.add))
    return [judge(sorted(meals, key=_order), state, known, at=at, commune=commune) for state, meals in wanted if meals]


def _order(meal: Meal) -> tuple[object, ...]:
    return meal.day, meal.service, meal.child_id


def to_recall(session: Session, now: datetime) -> Sequence[Draft]:
    """The open screens whose recall is due, of people still there."""
    waiting = select(Draft).join(Account, Account.telegram_id == Draft.telegram_id)
    waiting = waiting.where(Draft.recall_at <= now, Draft.closed_at.is_(None), Account.blocked_at.is_(None))
    return session.scalars(waiting.order_by(Draft.id)).all()
