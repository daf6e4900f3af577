"""The made-up commune: its families imported, everybody signed in, and an autumn of bookings, by the real actions."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from sqlalchemy import Connection, delete, inspect, select
from sqlalchemy.orm import Session

from bot.demo import past
from bot.demo.cast import CAST, PARIS, Part, Player
from models.actions import attendance, booking, families, invitations, people, roster, sittings
from models.actions.booking import Origin, Wish
from models.files import sheets
from models.refusals import Refusal
from models.rules import families as rules
from models.rules import households
from models.rules.attendance import Times, instant_of
from models.rules.booking import Timing, Verdict
from models.rules.commune import Commune
from models.tables import Base, Guardian, Household, Invitation, Staff
from models.vocabulary import Period, Role, Service, Stamp, State

BOOKED_AT = datetime(2026, 10, 29, 18, tzinfo=PARIS)  # before every cut-off of the days below
BACK_TO_SCHOOL = datetime(2026, 9, 24, 18, tzinfo=PARIS)  # and of October's
MARK = "demo-"  # how the keys of its households begin
AUTUMN = Period(date(2026, 11, 2), date(2026, 11, 27))  # four whole weeks, and the running one
DECEMBER = Period(date(2026, 12, 7), date(2026, 12, 18))  # the week before is left open: reminders speak of it
MONDAY, TUESDAY, THURSDAY, FRIDAY = 1, 2, 4, 5

Habit = tuple[str, tuple[str, ...], tuple[int, ...], Period, Service]
HABITS: tuple[Habit, ...] = (
    ("parent", ("Léa", "Tom"), (TUESDAY, THURSDAY), AUTUMN, Service.CANTINE),
    ("parent", ("Léa",), (MONDAY,), AUTUMN, Service.CANTINE),
    ("parent", ("Tom",), (FRIDAY,), AUTUMN, Service.GARDERIE_SOIR),
    ("parent", ("Léa", "Tom"), (FRIDAY,), Period(date(2026, 12, 4), date(2026, 12, 4)), Service.CANTINE),
    ("parent", ("Léa", "Tom"), (TUESDAY, THURSDAY), DECEMBER, Service.CANTINE),
    ("nadia", ("Inès",), (MONDAY, TUESDAY), AUTUMN, Service.CANTINE),
    ("julien", ("Inès",), (MONDAY, TUESDAY, THURSDAY), AUTUMN, Service.CANTINE),
    ("sophie", ("Hugo", "Jade"), (MONDAY, TUESDAY, THURSDAY, FRIDAY), AUTUMN, Service.CANTINE),
    ("sophie", ("Hugo", "Jade"), (MONDAY, TUESDAY, THURSDAY, FRIDAY), DECEMBER, Service.CANTINE),
    ("rui", ("Mateo",), (THURSDAY,), AUTUMN, Service.CANTINE),
    ("linh", ("Emma", "Noé"), (TUESDAY, FRIDAY), AUTUMN, Service.CANTINE),
    ("nadia", ("Inès",), (THURSDAY,), AUTUMN, Service.GARDERIE_SOIR),
    ("sophie", ("Hugo", "Jade"), (MONDAY, TUESDAY, THURSDAY, FRIDAY), AUTUMN, Service.GARDERIE_SOIR),
    ("rui", ("Mateo",), (TUESDAY, THURSDAY), AUTUMN, Service.GARDERIE_SOIR),
    ("linh", ("Emma", "Noé"), (THURSDAY,), AUTUMN, Service.GARDERIE_SOIR),
)
SEEN = Period(date(2026, 10, 1), date(2026, 11, 24))  # evenings already pointed
FETCHED = {"Hugo": time(17, 40), "Jade": time(17, 40), "Mateo": time(18, 10), "Emma": time(17, 15), "Noé": time(17, 15)}
LATE = {("Mateo", date(2026, 11, 12)): time(18, 44), ("Mateo", date(2026, 11, 19)): time(18, 37)}


class NotADemoError(Exception):
    """The database holds real families: the demonstration keeps out of it."""


def keep_out(connection: Connection) -> None:
    """Raise NotADemoError where somebody lives in the database who is not of the demonstration."""
    if not inspect(connection).has_table(Household.__tablename__):
        return
    keys = connection.scalars(select(Household.key)).all()
    staff = set(connection.scalars(select(Staff.name)))
    if any(not key.startswith(MARK) for key in keys) or staff - {player.name for player in CAST}:
        raise NotADemoError


def clear(session: Session) -> None:
    """Forget a former demonstration, so that each begins alike."""
    for table in reversed(Base.metadata.sorted_tables):
        session.execute(delete(table))


def settle(session: Session, commune: Commune) -> None:
    """Fill an empty database with the commune as it stands when the demonstration starts."""
    content = Path(__file__).with_name("families.csv").read_bytes()
    sheet = sheets.read(content, known=households.COLUMNS, required=households.REQUIRED)
    stamp = Stamp(None, BOOKED_AT)
    families.apply(session, rules.read(sheet, today=BOOKED_AT.date()), stamp)
    for player in CAST:
        _sign_in(session, player, stamp)
    for word, children, weekdays, period, service in HABITS:
        if period == AUTUMN:
            _book(session, (word, children, weekdays, past.OCTOBER, service), commune, BACK_TO_SCHOOL)
        _book(session, (word, children, weekdays, period, service), commune, BOOKED_AT)
    for day in SEEN:
        _point(session, day, commune)
    past.bring_tariffs(session)
    past.bring_menus(session, commune)
    past.bill_october(session, commune)


def _sign_in(session: Session, player: Player, stamp: Stamp) -> None:
    """As people do, with a code of the mairie's."""
    if player.part is Part.PARENT:
        named = select(Guardian).filter_by(first_name=player.person.first_name, last_name=player.person.last_name)
        code = invitations.invite(session, session.scalars(named).one(), stamp)
    else:
        code = invitations.hire(session, player.name, Role(player.part.value), stamp)
    session.flush()
    invitation = _good(invitations.find(session, code, stamp.now))
    people.bind(session, _good(invitations.use(session, invitation.id, stamp.now)), player.person.id, stamp.now)


def _good(invitation: Invitation | Refusal) -> Invitation:
    assert isinstance(invitation, Invitation)
    return invitation


def _book(session: Session, habit: Habit, commune: Commune, at: datetime) -> None:
    """Book a habit's days, as far as the commune's rules grant them: a child in its other home is not booked."""
    word, children, weekdays, period, service = habit
    player = next(player for player in CAST if player.word == word)
    person = people.identify(session, player.person.id)
    assert person
    who = tuple(id_ for id_, name in person.names.items() if name in children)
    wish = Wish(State.RESERVED, who, tuple(_days(weekdays, period)), (service,))
    verdict = booking.consider(session, wish, person, at=Timing.at(at), commune=commune)
    granted = Verdict(verdict.wanted, granted=verdict.granted)
    booking.write(session, [granted], person.pupils, Origin(at), Stamp(person.account_id, at))


def _point(session: Session, day: date, commune: Commune) -> None:
    """An evening of the weeks before: whoever was announced, fetched at its hour or late, and the session closed."""
    entries = [entry for entry in roster.roster(session, day, Service.GARDERIE_SOIR) if entry.is_awaited]
    if not entries:
        return
    stamp = Stamp(None, instant_of(commune, day, time(19)))
    sitting = sittings.open_sitting(session, day, Service.GARDERIE_SOIR, stamp)
    desk = attendance.Desk(session, sitting, commune, stamp, stamp.now)
    for entry in entries:
        hour = LATE.get((entry.first_name, day)) or FETCHED.get(entry.first_name, time(17, 30))
        attendance.put(desk, entry, Times(left=instant_of(commune, day, hour)), entry.first_name)
    sittings.close(session, sitting, stamp)
    attendance.to_tell(session, stamp.now + attendance.GRACE)  # parents heard of it then


def _days(weekdays: tuple[int, ...], period: Period) -> Iterator[date]:
    return (day for day in period if day.isoweekday() in weekdays)
