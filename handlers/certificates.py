"""The tax certificate of the garderie: /attestation, and by itself in January."""

import re
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from handlers.billing_papers import certificate_papers, drawn
from handlers.lost import reach
from handlers.reply import Document, Reply
from handlers.visit import Visit
from locales.voice import Voice
from models.actions import certificates, outbox, people
from models.actions.certificates import Certificate
from models.actions.outbox import Notice
from models.rules.certificates import year_to_send
from models.rules.commune import Commune


def show(text: str, visit: Visit) -> Reply:
    """/attestation [2026]: of the own households; last year's where none is said."""
    last = visit.today.year - 1
    year = _year(text, last)
    if year is None:
        return Reply(visit.say("certificate-not-read", year=str(last)))
    if year > last:
        return Reply(visit.say("certificate-too-early", year=str(year), next=str(year + 1), last=str(last)))
    homes, made = visit.person.households, visit.commune.today(visit.now)
    papers = certificate_papers(visit.session, homes, year, visit.commune, visit.voice, made)
    return Reply(documents=tuple(papers)) if papers else _none(year, visit)


def _year(text: str, last: int) -> int | None:
    """The year in `text`, `last` where it holds no number, None where it is no year."""
    match re.findall(r"\d+", text):
        case []:
            return last
        case [one] if re.fullmatch(r"20[0-9]{2}", one):
            return int(one)
    return None


def _none(year: int, visit: Visit) -> Reply:
    """Why there is none."""
    young = certificates.has_young(visit.session, visit.person.households, year)
    name = "certificate-not-paid" if young else "certificate-not-young"
    return Reply(visit.say(name, year=str(year), contact=reach(visit.commune)))


def owe_due(session: Session, commune: Commune, now: datetime) -> None:
    """In January, once a year: each account of a household gets the certificates of its young children."""
    local = commune.local(now)
    year = year_to_send(local, commune.calendar)
    if year is None or not certificates.begin_sending(session, year, now):
        return
    found = certificates.certificates(session, year)
    papers = drawn(session, found, year, commune, Voice(local.date()), local.date())
    until = datetime(local.year, local.month + 1, 1, tzinfo=commune.timezone).astimezone(now.tzinfo)
    for one, paper in papers:
        outbox.owe(session, _notices(session, one, paper, year, until), now)


def _notices(session: Session, one: Certificate, paper: Document, year: int, until: datetime) -> Iterator[Notice]:
    said = Document(paper.drawing, paper.facts, f"{paper.caption}\n{Voice().say('certificate-sent', year=str(year))}")
    (content,) = Reply(documents=(said,)).contents()
    for account, chat in people.accounts_of(session, [one.household_id]):
        key = f"certificate:{year}:{account}:{one.child_id}:{one.household_id}"
        yield Notice(chat, "certificate", content, key, household_id=one.household_id, useful_until=until)
