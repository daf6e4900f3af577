"""Temporary codes: given to guardians and staff, read as people type them, and locked against guessing."""

import hashlib
import re
import secrets
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from models.refusals import ExpiredCode, Refusal, UnknownCode, UsedCode
from models.tables import Guardian, Invitation, JournalEntry, Staff, WrongCode
from models.vocabulary import Role, Stamp

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: 32 signs, hence 5 bits each, 60 in all
LENGTH = 12
MISREAD = str.maketrans("OIL", "011")
MANY = 500  # identifiers in one statement
LIFETIME = timedelta(days=14)
HOUR = timedelta(hours=1)
WRONG_BEFORE_LOCK = 5
WRONG_BEFORE_ALARM = 50


def invite(session: Session, person: Guardian | Staff, stamp: Stamp) -> str:
    """A new code for `person`, as XXXX-XXXX-XXXX; the former unused one is dead. Only its hash is kept."""
    owner = Invitation.guardian_id if isinstance(person, Guardian) else Invitation.staff_id
    _kill(session, owner == person.id, stamp)
    return _give(session, {owner.key: person.id}, stamp)


def invite_all(session: Session, guardians: Sequence[Guardian], stamp: Stamp) -> list[str]:
    """A new code for each, in their order."""
    ids = [guardian.id for guardian in guardians]
    for start in range(0, len(ids), MANY):
        _kill(session, Invitation.guardian_id.in_(ids[start : start + MANY]), stamp)
    return [_give(session, {"guardian_id": guardian_id}, stamp) for guardian_id in ids]


def _give(session: Session, key: dict[str, int], stamp: Stamp) -> str:
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    session.add(Invitation(code_hash=_hash(code), created_at=stamp.now, expires_at=stamp.now + LIFETIME, **key))
    _note(session, "invited", stamp, key)
    return "-".join(code[start : start + 4] for start in range(0, LENGTH, 4))


def withdraw(session: Session, guardian_ids: Collection[int], stamp: Stamp) -> None:
    """Kill the unused codes of these guardians: they never reached anybody."""
    _kill(session, Invitation.guardian_id.in_(guardian_ids), stamp)
    for guardian_id in guardian_ids:
        _note(session, "invitation-withdrawn", stamp, {"guardian_id": guardian_id})


def _kill(session: Session, whose: ColumnElement[bool], stamp: Stamp) -> None:
    live = (Invitation.used_at.is_(None), Invitation.expires_at > stamp.now)
    session.execute(update(Invitation).where(whose, *live).values(expires_at=stamp.now))


def hire(session: Session, name: str, role: Role, stamp: Stamp) -> str:
    """A code for the member of staff of that name and role, added unless known (a lost phone: the same again)."""
    staff = session.scalars(select(Staff).where(Staff.name == name, Staff.role == role)).first()
    if staff is None:
        staff = Staff(name=name, role=role)
        session.add(staff)
        session.flush()
        _note(session, "hired", stamp, {"staff_id": staff.id, "role": role.value})
    return invite(session, staff, stamp)


def find(session: Session, code: str, now: datetime) -> Invitation | Refusal:
    """The invitation `code` opens at `now`, or why none; what is said to the writer must not tell which."""
    return _still_good(
        session.scalars(select(Invitation).where(Invitation.code_hash == _hash(_read(code)))).first(), now
    )


def use(session: Session, invitation_id: int, now: datetime) -> Invitation | Refusal:
    """Spend an invitation, once: of two who say yes at the same instant, one hears that the code is used."""
    good = (Invitation.id == invitation_id, Invitation.used_at.is_(None), Invitation.expires_at > now)
    spent = session.scalars(update(Invitation).where(*good).values(used_at=now).returning(Invitation)).first()
    return spent or _still_good(session.get(Invitation, invitation_id), now)


def _still_good(invitation: Invitation | None, now: datetime) -> Invitation | Refusal:
    if invitation is None:
        return UnknownCode()
    if invitation.used_at is not None:
        return UsedCode()
    return invitation if now < invitation.expires_at else ExpiredCode()


def wrong_code(session: Session, telegram_id: int, now: datetime) -> None:
    """Count a wrong code against a Telegram account. To be committed even though the answer is a refusal."""
    session.add(WrongCode(telegram_id=telegram_id, at=now))
    _note(session, "wrong-code", Stamp(None, now), {"telegram_id": telegram_id})


def locked_until(session: Session, telegram_id: int, now: datetime) -> datetime | None:
    """Until when this account may try no code: an hour after its fifth wrong one within an hour; None = it may."""
    recent = session.scalars(
        select(WrongCode.at)
        .where(WrongCode.telegram_id == telegram_id, WrongCode.at > now - 2 * HOUR, WrongCode.at <= now)
        .order_by(WrongCode.at)
    ).all()
    fifths = zip(recent, recent[WRONG_BEFORE_LOCK - 1 :], strict=False)
    locks = [fifth + HOUR for first, fifth in fifths if fifth - first < HOUR]
    return locks[-1] if locks and locks[-1] > now else None


def many_wrong_codes(session: Session, now: datetime) -> bool:
    """Whether somebody seems to be guessing: fifty wrong codes in the last hour, over all accounts."""
    counted = select(func.count()).select_from(WrongCode).where(WrongCode.at > now - HOUR, WrongCode.at <= now)
    return session.scalars(counted).one() >= WRONG_BEFORE_ALARM


def _read(code: str) -> str:
    """The signs of a code as typed: no case, spaces nor hyphens, O for 0, I and L for 1."""
    return re.sub(r"[\s\-‐-―]", "", code).upper().translate(MISREAD)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode("utf-8", "replace")).hexdigest()


def _note(session: Session, action: str, stamp: Stamp, facts: dict[str, Any]) -> None:
    session.add(JournalEntry(at=stamp.now, account_id=stamp.account_id, action=action, facts=facts))
