"""The outbox: letters owed, claimed, sent; and the updates already handled, each with its answer in one transaction."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from models.tables import (
    Account,
    Attendance,
    AttendanceChange,
    Context,
    DailyOrder,
    Draft,
    HandledUpdate,
    Heartbeat,
    JournalEntry,
    Letter,
    Post,
    Receipt,
    WrongCode,
    in_dialect,
    table_of,
)

WORDS_KEPT = timedelta(days=90)
KEPT = timedelta(days=3)  # Telegram keeps an unanswered update 24 hours
CLAIMED_AT_ONCE = 60  # two seconds' worth of Telegram's limit
MONEY = "money"  # the kind of letters about a sum, which nobody is told twice


@dataclass(frozen=True, slots=True)
class Envelope:
    """A letter on its way out."""

    id: int
    chat_id: int
    rank: int
    content: Mapping[str, Any]
    useful_until: datetime | None


def begin_update(session: Session, update_id: int, now: datetime) -> bool:
    """Take an update; False if it was handled before: it must then act on nothing."""
    taken = session.connection().execute(BEGIN(session), {"update_id": update_id, "at": now})
    return taken.scalar() is not None


def answer(session: Session, chat_id: int, contents: Iterable[Mapping[str, Any]], now: datetime) -> list[Envelope]:
    """Write answers as being sent already: whoever commits them hands them over, and a crash sends them again."""
    common = {"chat_id": chat_id, "kind": "answer", "rank": 0, "state": Post.SENDING, "created_at": now}
    envelopes = []
    for content in contents:
        letter_id = session.connection().execute(NEW_LETTER, {**common, "content": dict(content)}).scalar_one()
        envelopes.append(Envelope(letter_id, chat_id, 0, content, None))
    return envelopes


# INSERT … ON CONFLICT DO NOTHING: what is owed or done once is a unique key's business.
UPDATES, ORDERS, LETTERS = table_of(HandledUpdate), table_of(DailyOrder), table_of(Letter)
BEGIN = in_dialect(lambda dialect: dialect.insert(UPDATES).on_conflict_do_nothing().returning(UPDATES.c.update_id))
LEAVE = in_dialect(lambda dialect: dialect.insert(ORDERS).on_conflict_do_nothing().returning(ORDERS.c.day))
OWE = in_dialect(lambda dialect: dialect.insert(LETTERS).on_conflict_do_nothing())
WAITING_TO_EDIT = (LETTERS.c.state == Post.PENDING) & (LETTERS.c.content["edit"].as_integer() == bindparam("message"))
OVERTAKEN = update(LETTERS).where(LETTERS.c.chat_id == bindparam("chat"), WAITING_TO_EDIT).values(state=Post.DROPPED)
OWING = select(LETTERS.c.id).where(LETTERS.c.state == Post.PENDING).limit(1)
NEW_LETTER = insert(LETTERS).returning(LETTERS.c.id)


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice owed to a chat; with a `key`, owed once."""

    chat_id: int
    kind: str
    content: Mapping[str, Any]
    key: str | None = None
    day: date | None = None
    household_id: int | None = None
    useful_until: datetime | None = None


def owe(session: Session, notices: Iterable[Notice], now: datetime) -> None:
    """Write notices to be sent after the answers; one whose key is there already is not owed again.

    One that takes a message's place takes that of a former one still waiting to: only the newest is shown.
    """
    rows: list[dict[str, Any]] = [
        {
            "chat_id": notice.chat_id,
            "kind": notice.kind,
            "rank": 1,
            "key": notice.key,
            "content": dict(notice.content),
            "state": Post.PENDING,
            "day": notice.day,
            "household_id": notice.household_id,
            "created_at": now,
            "useful_until": notice.useful_until,
        }
        for notice in notices
    ]
    edits = [{"chat": row["chat_id"], "message": row["content"]["edit"]} for row in rows if row["content"].get("edit")]
    if edits:
        session.connection().execute(OVERTAKEN, edits)
    if rows:
        session.connection().execute(OWE(session), rows)
        session.info["owes"] = True


def owes(session: Session) -> bool:
    """Whether this session has written notices."""
    return "owes" in session.info


def is_owing(session: Session) -> bool:
    """Whether letters wait to be sent."""
    return session.connection().execute(OWING).scalar() is not None


def claim(session: Session, now: datetime, busy: Collection[int] = ()) -> list[Envelope]:
    """Take the next letters to send, the oldest of each chat, answers first; what came too late is dropped."""
    session.execute(
        update(Letter).where(Letter.state == Post.PENDING, Letter.useful_until < now).values(state=Post.DROPPED)
    )
    oldest = select(func.min(Letter.id)).where(Letter.state == Post.PENDING, Letter.chat_id.not_in(busy))
    taken = (
        select(Letter)
        .where(Letter.id.in_(oldest.group_by(Letter.chat_id)))
        .order_by(Letter.rank, Letter.id)
        .limit(CLAIMED_AT_ONCE)
    )
    letters = _one_of_money(session.scalars(taken).all())
    for letter in letters:
        letter.state = Post.SENDING
    return [_envelope(letter) for letter in letters]


def _one_of_money(letters: Iterable[Letter]) -> list[Letter]:
    """One letter about money at a time: what is taken and not yet sent is doubtful after a crash."""
    first = next((letter.id for letter in letters if letter.kind == MONEY), None)
    return [letter for letter in letters if letter.kind != MONEY or letter.id == first]


def _envelope(letter: Letter) -> Envelope:
    return Envelope(letter.id, letter.chat_id, letter.rank, letter.content, letter.useful_until)


def found_sending(session: Session, now: datetime) -> int:
    """After a crash: letters that may not have left are sent again; at start nobody else is sending.

    Those about money are not: the journal asks about each, and the family finds the invoice where it always is.
    Returns how many of these there are.
    """
    doubtful = session.scalars(select(Letter).where(Letter.state == Post.SENDING, Letter.kind == MONEY)).all()
    for letter in doubtful:
        letter.state = Post.DROPPED
        facts = {"letter": letter.id, "key": letter.key, "household": letter.household_id}
        session.add(JournalEntry(at=now, account_id=None, action="letter-doubtful", facts=facts))
    session.flush()
    session.execute(update(Letter).where(Letter.state == Post.SENDING).values(state=Post.PENDING))
    return len(doubtful)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a letter: SENT (with its message), DROPPED, or PENDING again; `draft_id`: the screen it shows."""

    letter_id: int
    state: Post
    message_id: int | None = None
    draft_id: int | None = None


MARK = (
    update(LETTERS)
    .where(LETTERS.c.id == bindparam("letter"))
    .values(state=bindparam("new"), message_id=bindparam("message"), sent_at=bindparam("at"))
)
SHOWN = update(table_of(Draft)).where(table_of(Draft).c.id == bindparam("draft")).values(shown_as=bindparam("message"))


def mark(session: Session, outcomes: Sequence[Outcome], now: datetime) -> None:
    """Note what became of letters, and which message each screen is."""
    shown = [{"draft": o.draft_id, "message": o.message_id} for o in outcomes if o.draft_id and o.message_id]
    if shown:
        session.connection().execute(SHOWN, shown)
    rows = [
        {"letter": o.letter_id, "new": o.state, "message": o.message_id, "at": now if o.state is Post.SENT else None}
        for o in outcomes
    ]
    session.connection().execute(MARK, rows)


def forget_chat(session: Session, chat_id: int, now: datetime) -> None:
    """Somebody blocked the bot: nothing more is sent until they write again."""
    session.execute(update(Account).where(Account.telegram_id == chat_id).values(blocked_at=now))
    session.execute(
        update(Letter).where(Letter.chat_id == chat_id, Letter.state == Post.PENDING).values(state=Post.DROPPED)
    )


def beat(session: Session, now: datetime) -> None:
    """Note that the bot lives."""
    session.merge(Heartbeat(id=1, at=now))


def last_beat(session: Session) -> datetime | None:
    return session.scalar(select(Heartbeat.at).where(Heartbeat.id == 1))


def close_order(session: Session, day: date, now: datetime) -> bool:
    """Let the order of `day` leave; False if it had."""
    left = session.connection().execute(LEAVE(session), {"day": day, "left_at": now})
    return left.scalar() is not None


def tidy(session: Session, now: datetime) -> None:
    """Forget updates Telegram can no longer deliver, and after 90 days every word said; keys are kept."""
    session.execute(delete(WrongCode).where(WrongCode.at < now - KEPT))
    session.execute(delete(JournalEntry).where(JournalEntry.action == "wrong-code", JournalEntry.at < now - WORDS_KEPT))
    session.execute(delete(HandledUpdate).where(HandledUpdate.at < now - KEPT))
    old = now - WORDS_KEPT
    done = Letter.state.in_((Post.SENT, Post.DROPPED)) & (Letter.created_at < old)
    session.execute(delete(Letter).where(done, Letter.key.is_(None)))
    session.execute(update(Letter).where(done, Letter.content != {}).values(content={}))
    session.execute(delete(Draft).where(Draft.instant < old))
    session.execute(update(Attendance).where(Attendance.day < old.date(), Attendance.note != "").values(note=""))
    forgotten = AttendanceChange.at < old
    session.execute(delete(AttendanceChange).where(forgotten, AttendanceChange.before["note"].as_string().is_not(None)))
    session.execute(update(AttendanceChange).where(forgotten, AttendanceChange.why.is_not(None)).values(why=None))
    session.execute(delete(Context).where(Context.at < now - KEPT))
    session.execute(update(Receipt).where(Receipt.at < old, Receipt.words.is_not(None)).values(words=None, answer=None))
