"""The outbox: of several redraws of one message that wait, only the newest leaves."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import outbox
from models.actions.outbox import Notice
from models.tables import Letter, Post
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
