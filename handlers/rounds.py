"""What comes by itself, in rounds: reminders before a cut-off, Sunday's plan, Monday's menus, owed once."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from handlers import menus, plans, reminders
from handlers.visit import Visit
from models.actions import menus as menu_table
from models.actions import preferences
from models.actions.outbox import Notice, owe
from models.actions.reminders import mark_owed, rounds_to_owe
from models.rules.commune import Commune
from models.rules.rounds import Kind, Preferences, Round, chosen_by_default, open_days, reminded_apart, rounds_due


def owe_due(session: Session, commune: Commune, now: datetime) -> int:
    """Write what the rounds whose hour has come owe, once; returns how many rounds there were."""
    rounds = to_owe(session, commune, now)
    chosen = preferences.by_account(session, commune) if rounds else {}
    for round_, choices in sorted(rounds.items(), key=lambda item: _haste(item[0])):
        owe(session, _notices(session, round_, choices, chosen, commune), now)
        mark_owed(session, round_, now)
    return len(rounds)


def to_owe(session: Session, commune: Commune, now: datetime) -> dict[Round, set[Preferences]]:
    """The rounds whose hour has come and that have something to say."""
    due = rounds_to_owe(session, commune, now)
    return {round_: choices for round_, choices in due.items() if _has_news(session, round_, commune)}


def _has_news(session: Session, round_: Round, commune: Commune) -> bool:
    """Menus wait until they are known; what is said of a day, or of a week, is found with it."""
    if round_.kind is not Kind.MENUS:
        return True
    return menu_table.is_known(session, round_.day, open_days(round_.day, commune))


def _haste(round_: Round) -> int:
    """The urgent first: reminders, then the plan, then the menus."""
    return {Kind.PLAN: 1, Kind.MENUS: 2}.get(round_.kind, 0)


def catch_up(visit: Visit) -> None:
    """After a change of hours: what would have come already by the new ones, and has not, comes now."""
    person, commune = visit.person, visit.commune
    choice = preferences.of_account(visit.session, person.account_id, commune)
    for round_, choices in rounds_due(commune, [choice], visit.now).items():
        if not _has_news(visit.session, round_, commune):
            continue
        chosen = {person.account_id: choice}
        notices = _notices(visit.session, round_, choices, chosen, commune, person.households)
        owe(visit.session, [notice for notice in notices if notice.chat_id == visit.telegram_id], visit.now)


def _notices(
    session: Session,
    round_: Round,
    choices: Collection[Preferences],
    chosen: Mapping[int, Preferences],
    commune: Commune,
    households: Collection[int] | None = None,
) -> list[Notice]:
    """What a round owes to the accounts that made one of `choices`."""
    default = chosen_by_default(commune)

    def is_for(account: int) -> bool:
        return chosen.get(account, default) in choices

    def apart(account: int) -> set[date]:
        return told_apart[chosen.get(account, default)]

    if round_.kind is Kind.MENUS:
        return list(menus.notices(session, round_, commune, is_for, households))
    if round_.kind is not Kind.PLAN:
        return list(reminders.notices(session, round_, commune, is_for, households))
    told_apart = {choice: reminded_apart(round_.day, choice, commune) for choice in choices}
    return list(plans.notices(session, round_, commune, is_for, apart, households))
