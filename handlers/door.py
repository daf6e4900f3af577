"""The door: an update becomes a visit, a page answers, and effect, number and answer are written in one transaction.

The one module of the pages that knows Telegram; everything behind it deals in values.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zlib import crc32

from sqlalchemy.orm import Session
from telegram import ChatMember, Message, Update

from handlers import attendance, calendar, contents, lost, taps
from handlers.reply import LONGEST_TOAST, Reply, shorten
from handlers.visit import Upload, Visit
from locales.voice import Voice
from models.actions import outbox, people
from models.actions.calendar import commune_today
from models.actions.outbox import Envelope, Notice
from models.refusals import Refusal
from models.rules.commune import Commune
from models.rules.people import Person
from models.vocabulary import Role

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update as the pages need it. `instant` is None for a tap: Telegram does not date them."""

    update_id: int
    telegram_id: int
    chat_id: int
    private: bool = True
    instant: datetime | None = None
    message_id: int | None = None
    text: str | None = None
    edited: bool = False
    file: bool = False
    upload: Upload | None = None
    callback_id: str | None = None
    data: str | None = None
    blocked: bool | None = None


def receive(update: Update) -> Incoming | None:
    """What `update` says, or None where there is nobody to answer (a channel, an anonymous poll)."""
    if query := update.callback_query:
        message = query.message
        chat = message.chat if message else None
        return Incoming(
            update.update_id,
            query.from_user.id,
            chat.id if chat else query.from_user.id,
            private=chat is None or chat.type == "private",
            message_id=message.message_id if message else None,
            callback_id=query.id,
            data=query.data or "",
        )
    if message := update.message or update.edited_message:
        return _receive_message(update.update_id, message, edited=update.message is None)
    if standing := update.my_chat_member:
        gone = standing.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
        chat = standing.chat
        return Incoming(update.update_id, standing.from_user.id, chat.id, private=chat.type == "private", blocked=gone)
    return None


def _receive_message(update_id: int, message: Message, *, edited: bool) -> Incoming | None:
    """A message; an edit that is none of words (a live location that moves) is passed over."""
    if message.from_user is None or (edited and message.text is None):
        return None
    return Incoming(
        update_id,
        message.from_user.id,
        message.chat.id,
        private=message.chat.type == "private",
        instant=message.edit_date if edited and message.edit_date else message.date,
        message_id=message.message_id,
        text=message.text,
        edited=edited,
        file=bool(message.document or message.photo or message.video),
        upload=_upload(message),
    )


def _upload(message: Message) -> Upload | None:
    """A photo, in its largest size, or a document."""
    if message.photo:
        return Upload(message.photo[-1].file_id, is_photo=True, caption=message.caption)
    if document := message.document:
        is_image = (document.mime_type or "").startswith("image/")
        return Upload(document.file_id, document.file_size or 0, is_image=is_image, caption=message.caption)
    return None


def reads_files_of(session: Session, telegram_id: int) -> bool:
    """Whether a page reads what that person sends: the mairie alone."""
    person = people.identify(session, telegram_id)
    return bool(person and Role.MAIRIE in person.roles)


def handle(session: Session, incoming: Incoming, now: datetime, commune: Commune) -> list[Envelope]:
    """Act on an update, once; returns the answers to send after the commit."""
    if not outbox.begin_update(session, incoming.update_id, now):
        return []
    if not incoming.private:
        _leave_group(session, incoming, now, commune)
        return []
    if incoming.blocked is not None:
        _note_standing(session, incoming, now)
        return []
    visit = _visit(session, incoming, now, commune)
    if visit.known and visit.known.blocked:
        people.unblock(session, incoming.telegram_id)
    contents_ = _contents(_answer(incoming, visit), incoming)
    calendar.keep_true(visit)
    attendance.keep_true(visit)
    _owe(session, visit, now)
    return outbox.answer(session, incoming.chat_id, contents_, now)


def refuse(session: Session, incoming: Incoming, now: datetime, refusal: Refusal) -> list[Envelope]:
    """A page refused the whole: nothing of it was kept, and the person is told why."""
    return _say(session, incoming, now, Voice().explain(refusal))


def apologise(session: Session, incoming: Incoming, now: datetime, reference: str) -> list[Envelope]:
    """After a bug: the update is done with, nothing of it was kept, and the person is told."""
    return _say(session, incoming, now, Voice().say("bug", reference=reference))


def _say(session: Session, incoming: Incoming, now: datetime, text: str) -> list[Envelope]:
    if not outbox.begin_update(session, incoming.update_id, now) or not incoming.private:
        return []
    return outbox.answer(session, incoming.chat_id, _contents(Reply(text), incoming), now)


def _visit(session: Session, incoming: Incoming, now: datetime, commune: Commune) -> Visit:
    today = commune_today(session, commune)
    return Visit(
        session=session,
        commune=today,
        voice=Voice(commune.today(now)),
        telegram_id=incoming.telegram_id,
        instant=incoming.instant or now,
        now=now,
        message_id=incoming.message_id if incoming.data is None else None,
        tapped=incoming.message_id if incoming.data is not None else None,
        words=incoming.text,
        edited=incoming.edited,
        upload=incoming.upload,
        known=people.identify(session, incoming.telegram_id),
    )


def _answer(incoming: Incoming, visit: Visit) -> Reply:
    if incoming.data is not None:
        return taps.press(incoming.data, visit)
    if incoming.text is not None:
        return contents.turn_to(incoming.text, visit)
    if visit.known is None:
        return contents.turn_to("", visit)
    return contents.take_file(visit) if incoming.file else lost.no_text(visit)


def _contents(reply: Reply, incoming: Incoming) -> list[dict[str, Any]]:
    """The reply as the outbox keeps it: a tap is acknowledged, and its message replaced where the reply says so."""
    parts = reply.contents()
    if incoming.callback_id:
        parts = parts or [{}]
        parts[0]["callback"] = incoming.callback_id
        if reply.toast:
            parts[0]["toast"] = shorten(reply.toast, LONGEST_TOAST)
        if reply.in_place and reply.text and incoming.message_id:
            parts[0]["edit"] = incoming.message_id
    return parts


def _owe(session: Session, visit: Visit, now: datetime) -> None:
    """The notices a page left for others, and the command menu of whoever may not have it as it is now."""
    notices = [
        Notice(owed.chat_id, owed.kind, content, key=f"{owed.key}:{number}" if owed.key else None)
        for owed in visit.owed
        for number, content in enumerate(owed.reply.contents())
    ]
    outbox.owe(session, [*notices, *_menu(visit)], now)


def _menu(visit: Visit) -> list[Notice]:
    """The commands of somebody who has just signed in; of whoever gives one, once for each that there are."""
    if visit.signed_in:
        return [_menu_of(visit.signed_in, visit, key="")]
    if visit.known and (visit.words or "").startswith("/"):
        names = " ".join(contents.menu(visit.known.roles))
        return [_menu_of(visit.known, visit, key=f"menu:{visit.telegram_id}:{crc32(names.encode())}")]
    return []


def _menu_of(person: Person, visit: Visit, key: str) -> Notice:
    commands = [[name, visit.say(f"command-{name}")] for name in contents.menu(person.roles)]
    return Notice(visit.telegram_id, "menu", {"commands": commands}, key=key or None)


def _leave_group(session: Session, incoming: Incoming, now: datetime, commune: Commune) -> None:
    """Nothing of children is said before others: one line, then out; said once, however many messages come."""
    if incoming.blocked:
        return
    today = f"{commune.today(now)}:{incoming.chat_id}"
    goodbye = {"text": Voice().say("group-goodbye")}
    outbox.owe(
        session,
        [
            Notice(incoming.chat_id, "group", goodbye, key=f"group:{today}"),
            Notice(incoming.chat_id, "group", {"leave": True}, key=f"leave:{today}"),
        ],
        now,
    )


def _note_standing(session: Session, incoming: Incoming, now: datetime) -> None:
    if incoming.blocked:
        outbox.forget_chat(session, incoming.chat_id, now)
    else:
        people.unblock(session, incoming.telegram_id)
