"""The outbox: of several redraws of one message that wait, only the newest leaves; letters about money one by one."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import outbox
from models.actions.outbox import MONEY, Notice
from models.tables import JournalEntry, Letter, Post
from tests.paper import NOW


def redraw(chat: int, message: int, text: str) -> Notice:
    return Notice(chat, "screen", {"text": text, "edit": message})


def test_a_newer_redraw_overtakes_those_that_wait(session: Session) -> None:
    outbox.owe(session, [redraw(1, 5, "first"), Notice(1, "news", {"text": "news"})], NOW)
    outbox.owe(session, [redraw(1, 5, "second"), redraw(1, 6, "other message"), redraw(2, 5, "other chat")], NOW)
    outbox.owe(session, [redraw(1, 5, "third")], NOW)
    waiting = select(Letter).where(Letter.state == Post.PENDING).order_by(Letter.id)
    left = [letter.content["text"] for letter in session.scalars(waiting)]
    assert left == ["news", "other message", "other chat", "third"]


def test_one_already_on_its_way_is_left_alone(session: Session) -> None:
    outbox.owe(session, [redraw(1, 5, "first")], NOW)
    (envelope,) = outbox.claim(session, NOW)
    outbox.owe(session, [redraw(1, 5, "second")], NOW)
    assert session.get_one(Letter, envelope.id).state is Post.SENDING


def test_letters_about_money_are_taken_one_at_a_time(session: Session) -> None:
    bills = [Notice(chat, MONEY, {"text": "facture"}) for chat in (1, 2, 3)]
    outbox.owe(session, [*bills, *(Notice(chat, "news", {"text": "news"}) for chat in (4, 5))], NOW)
    assert [envelope.chat_id for envelope in outbox.claim(session, NOW)] == [1, 4, 5]
    assert [envelope.chat_id for envelope in outbox.claim(session, NOW)] == [2]


def test_after_a_crash_only_letters_about_money_are_not_sent_again(session: Session) -> None:
    bill = Notice(1, MONEY, {"text": "facture"}, key="invoice:1:1")
    outbox.owe(session, [bill, Notice(2, "news", {"text": "news"})], NOW)
    outbox.claim(session, NOW)
    assert outbox.found_sending(session, NOW) == 1
    session.expire_all()
    states = {letter.kind: letter.state for letter in session.scalars(select(Letter))}
    assert states == {MONEY: Post.DROPPED, "news": Post.PENDING}
    (entry,) = session.scalars(select(JournalEntry)).all()
    assert (entry.action, entry.facts["key"]) == ("letter-doubtful", "invoice:1:1")
    assert outbox.found_sending(session, NOW) == 0
