"""Temporary codes: strong, forgiving to read, dead after use, after 14 days, after the next one; guessing is locked."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import families, invitations
from models.refusals import ExpiredCode, UnknownCode, UsedCode
from models.tables import Guardian, Invitation, JournalEntry, Staff
from models.vocabulary import Role, Stamp
from tests.paper import CAMILLE, LEA, NOW, families_of

STAMP = Stamp(None, NOW)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@pytest.fixture
def camille(session: Session) -> Guardian:
    families.apply(session, families_of(CAMILLE | LEA), STAMP)
    return session.scalars(select(Guardian)).one()


def test_a_code_has_sixty_bits_and_opens_for_whom_it_was_made(session: Session, camille: Guardian) -> None:
    code = invitations.invite(session, camille, STAMP)
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}", code)
    found = invitations.find(session, code, NOW)
    assert isinstance(found, Invitation)
    assert found.guardian_id == camille.id


def test_a_code_is_read_as_people_type_it(session: Session, camille: Guardian) -> None:
    code = invitations.invite(session, camille, STAMP)
    typed = f" {code.lower()} ".replace("0", "o").replace("1", "l").replace("-", " – ", 1).replace("-", "")
    assert isinstance(invitations.find(session, typed, NOW), Invitation)
    assert isinstance(invitations.find(session, code.replace("1", "I").replace("0", "O"), NOW), Invitation)


def test_only_a_hash_is_kept_and_the_journal_names_nobody(session: Session, camille: Guardian) -> None:
    code = invitations.invite(session, camille, STAMP)
    invitation = session.scalars(select(Invitation)).one()
    assert code.replace("-", "") not in invitation.code_hash.upper()
    entry = session.scalars(select(JournalEntry).where(JournalEntry.action == "invited")).one()
    assert entry.facts == {"guardian_id": camille.id}


@pytest.mark.parametrize("code", ["", "ABCD-EFGH-JKMN", "é" * 12, "\ud800", "0" * 4096])
def test_an_unknown_code_opens_nothing(session: Session, code: str) -> None:
    assert invitations.find(session, code, NOW) == UnknownCode()


def test_a_code_lives_fourteen_days(session: Session, camille: Guardian) -> None:
    code = invitations.invite(session, camille, STAMP)
    assert isinstance(invitations.find(session, code, NOW + 14 * DAY - MINUTE), Invitation)
    assert invitations.find(session, code, NOW + 14 * DAY) == ExpiredCode()


def test_a_new_code_kills_the_former(session: Session, camille: Guardian) -> None:
    former = invitations.invite(session, camille, STAMP)
    newer = invitations.invite(session, camille, Stamp(None, NOW + MINUTE))
    assert invitations.find(session, former, NOW + MINUTE) == ExpiredCode()
    assert isinstance(invitations.find(session, newer, NOW + MINUTE), Invitation)


def test_a_code_works_once(session: Session, camille: Guardian) -> None:
    code = invitations.invite(session, camille, STAMP)
    found = invitations.find(session, code, NOW)
    assert isinstance(found, Invitation)
    used = invitations.use(session, found.id, NOW)
    assert isinstance(used, Invitation)
    assert used.used_at == NOW
    assert invitations.use(session, found.id, NOW) == UsedCode()
    assert invitations.find(session, code, NOW) == UsedCode()


def test_a_code_that_died_between_the_question_and_the_answer_is_not_used(session: Session, camille: Guardian) -> None:
    invitations.invite(session, camille, STAMP)
    invitation = session.scalars(select(Invitation)).one()
    assert invitations.use(session, invitation.id, NOW + 15 * DAY) == ExpiredCode()
    assert invitations.use(session, 999, NOW) == UnknownCode()
    assert invitation.used_at is None


def test_a_withdrawn_code_is_dead(session: Session, camille: Guardian) -> None:
    code = invitations.invite(session, camille, STAMP)
    invitations.withdraw(session, [camille.id], Stamp(None, NOW + MINUTE))
    assert invitations.find(session, code, NOW + MINUTE) == ExpiredCode()


def test_hiring_twice_is_one_agent_with_a_new_code(session: Session) -> None:
    former = invitations.hire(session, "Zoé Durand", Role.AGENT, STAMP)
    newer = invitations.hire(session, "Zoé Durand", Role.AGENT, STAMP)
    invitations.hire(session, "Zoé Durand", Role.MAIRIE, STAMP)
    assert [staff.role for staff in session.scalars(select(Staff).order_by(Staff.id))] == [Role.AGENT, Role.MAIRIE]
    assert invitations.find(session, former, NOW) == ExpiredCode()
    found = invitations.find(session, newer, NOW)
    assert isinstance(found, Invitation)
    assert found.staff_id == 1
    hired = session.scalars(select(JournalEntry).where(JournalEntry.action == "hired")).all()
    assert hired[0].facts == {"staff_id": 1, "role": "agent"}


def test_five_wrong_codes_in_an_hour_lock_the_account_for_an_hour(session: Session) -> None:
    for minute in (0, 10, 20, 30):
        invitations.wrong_code(session, 7, NOW + minute * MINUTE)
    assert invitations.locked_until(session, 7, NOW + 31 * MINUTE) is None
    invitations.wrong_code(session, 7, NOW + 40 * MINUTE)
    assert invitations.locked_until(session, 7, NOW + 41 * MINUTE) == NOW + 100 * MINUTE
    assert invitations.locked_until(session, 8, NOW + 41 * MINUTE) is None
    assert invitations.locked_until(session, 7, NOW + 99 * MINUTE) == NOW + 100 * MINUTE
    assert invitations.locked_until(session, 7, NOW + 100 * MINUTE) is None


def test_five_wrong_codes_over_two_hours_lock_nothing(session: Session) -> None:
    for fifth in range(5):
        invitations.wrong_code(session, 7, NOW + fifth * 20 * MINUTE)
    assert invitations.locked_until(session, 7, NOW + 81 * MINUTE) is None


def test_fifty_wrong_codes_in_an_hour_raise_the_alarm(session: Session) -> None:
    for account in range(49):
        invitations.wrong_code(session, account, NOW)
    assert not invitations.many_wrong_codes(session, NOW)
    invitations.wrong_code(session, 50, NOW)
    assert invitations.many_wrong_codes(session, NOW + 59 * MINUTE)
    assert not invitations.many_wrong_codes(session, NOW + 60 * MINUTE)
