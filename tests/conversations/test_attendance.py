"""/pointage: taps, corrections, two agents at once, lateness told, the end of a session, a restart, other days."""

from datetime import date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.telegram import Person
from handlers.buttons import unpack
from handlers.roll_buttons import PointChild
from models.actions import attendance, calendar, outbox
from models.tables import (
    Attendance,
    AttendanceChange,
    Booking,
    Child,
    Guardian,
    Household,
    JournalEntry,
    Lateness,
    Residence,
    Sitting,
    Staff,
)
from models.vocabulary import Role, Service, Stamp, State, Weeks
from tests.town import AGENT, ALEX, CAMILLE, PARIS, SECRETARY, STRANGER, Heard, Town, _sign_in, paris

THURSDAY = "2026-11-26"
EVENING, MORNING = Service.GARDERIE_SOIR, Service.GARDERIE_MATIN
SECOND = Person(10, "Farid")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def keys(heard: Heard) -> list[str]:
    return [plain(key) for key in heard.keys]


def row(town: Town, child: str, service: Service = EVENING, day: str = THURSDAY) -> Attendance | None:
    """What stands for a child."""
    wanted = select(Attendance).join(Child, Child.id == Attendance.child_id)
    one = wanted.where(
        Child.first_name == child, Attendance.service == service, Attendance.day == date.fromisoformat(day)
    )
    return town.read(lambda session: session.scalars(one).one_or_none())


def times(town: Town, child: str, service: Service = EVENING, day: str = THURSDAY) -> tuple[str, str]:
    """Arrival and departure in the commune, "" where there is none."""
    found = row(town, child, service, day)
    arrived, left = (found.arrived_at, found.left_at) if found else (None, None)
    return spelled(arrived), spelled(left)


def spelled(instant: datetime | None) -> str:
    return instant.astimezone(PARIS).strftime("%H:%M") if instant else ""


def late(town: Town, child: str) -> int:
    found = row(town, child)
    kept = town.read(lambda session: session.get(Lateness, found.id)) if found else None
    return kept.minutes if kept else 0


def changes(town: Town) -> list[AttendanceChange]:
    return list(
        town.read(lambda session: session.scalars(select(AttendanceChange).order_by(AttendanceChange.id)).all())
    )


def hire(town: Town, person: Person = SECOND, role: Role = Role.AGENT) -> None:
    town.read(lambda session: _sign_in(session, Staff(name=person.first_name, role=role), person, town.clock()))


def settle_children(town: Town, count: int) -> None:
    """`count` children of one more household, in six classes."""

    def write(session: Session) -> None:
        home = Household(key="many")
        session.add(home)
        session.flush()
        for number in range(count):
            first = f"{chr(ord('A') + number % 26)}nna{number:02}"
            child = Child(first_name=first, last_name="Many", school_class=f"C{number % 6}")
            session.add(child)
            session.flush()
            session.add(Residence(child_id=child.id, household_id=home.id, weeks=Weeks.ALL))

    town.read(write)


@pytest.fixture
async def evening(town: Town) -> Town:
    """Thursday, five o'clock: Léa and Tom are announced for the evening."""
    town.now(f"{THURSDAY} 17:00")
    for child in ("Léa", "Tom"):
        town.has_booked(child, THURSDAY, service=EVENING)
    return town


# The list


async def test_the_session_of_the_moment_opens_with_the_announced_first(evening: Town) -> None:
    heard = await evening.hears(AGENT, "/pointage")
    assert heard.says("Garderie du soir", "jeudi 26 novembre", "jusqu’à 18 h 30", "2 annoncés")
    assert keys(heard)[:3] == ["Léa", "Tom", "Inès"]


async def test_in_the_morning_a_tap_is_an_arrival(evening: Town) -> None:
    evening.now(f"{THURSDAY} 07:40")
    assert (await evening.hears(AGENT, "/pointage")).says("Garderie du matin", "jusqu’à 8 h 50")
    tapped = await evening.tapped(AGENT, "Inès")
    assert "✅ Inès 7 h 40" in keys(tapped)
    assert times(evening, "Inès", MORNING) == ("07:40", "")


async def test_a_tap_points_and_shows_the_time_late_with_a_clock(evening: Town) -> None:
    await evening.hears(AGENT, "/pointage")
    assert "✅ Tom 17 h" in keys(await evening.tapped(AGENT, "Tom"))
    evening.now(f"{THURSDAY} 18:42")
    assert "⏰ Léa 18 h 42" in keys(await evening.tapped(AGENT, "Léa"))
    assert times(evening, "Léa") == ("", "18:42")
    assert (late(evening, "Tom"), late(evening, "Léa")) == (0, 12)


@pytest.mark.parametrize(("at", "minutes"), [("18:30:00", 0), ("18:30:59", 0), ("18:31:00", 1)])
async def test_lateness_is_whole_minutes_rounded_down(evening: Town, at: str, minutes: int) -> None:
    await evening.hears(AGENT, "/pointage")
    evening.now(f"{THURSDAY} {at}")
    await evening.tapped(AGENT, "Léa")
    assert late(evening, "Léa") == minutes


async def test_the_usual_ones_come_after_the_announced_and_the_rest_by_class(evening: Town) -> None:
    settle_children(evening, 4)
    for day in ("2026-11-12", "2026-11-19"):
        evening.read(lambda session, day=day: seen(session, "Dnna03", day))  # type: ignore[misc]
    shown = keys(await evening.hears(AGENT, "/pointage"))
    assert shown[:4] == ["Léa", "Tom", "◦ Dnna03", "Inès"]
    assert shown[4:7] == ["Anna00 (C0)", "Bnna01 (C1)", "Cnna02 (C2)"]


def seen(session: Session, child: str, day: str) -> None:
    """A child left at six, some day before."""
    found = session.scalars(select(Child).where(Child.first_name == child)).one()
    left = datetime.fromisoformat(f"{day} 18:00").replace(tzinfo=PARIS)
    session.add(
        Attendance(
            child_id=found.id,
            household_id=found.residences[0].household_id,
            day=date.fromisoformat(day),
            service=EVENING,
            left_at=left,
            changed_at=left,
        )
    )


async def test_an_absence_told_and_a_meal_cancelled_are_shown(evening: Town) -> None:
    def write(session: Session) -> None:
        for booking in session.scalars(select(Booking).join(Child).where(Child.first_name == "Léa")):
            booking.state = State.ABSENT

    evening.read(write)
    evening.has_booked("Tom", THURSDAY)
    evening.read(cancel_meals)
    heard = await evening.hears(AGENT, "/pointage")
    assert {"🤒 Léa", "🍽 Tom"} <= set(keys(heard))
    assert heard.says("🤒 absence signalée", "🍽 cantine annulée ce jour")


def cancel_meals(session: Session) -> None:
    for booking in session.scalars(select(Booking).where(Booking.service == Service.CANTINE)):
        booking.state = State.CANCELLED


async def test_sixty_children_are_paged_searched_and_under_a_hundred_keys(evening: Town) -> None:
    settle_children(evening, 60)
    first = await evening.hears(AGENT, "/pointage")
    assert first.says("Page 1 sur 2")
    assert len(first.keys) <= 100
    second = await evening.tapped(AGENT, "▶")
    assert second.says("Page 2 sur 2")
    assert len(set(keys(first)) | set(keys(second))) > 63
    found = await evening.tapped(AGENT, "B")
    assert found.says("Prénoms et noms en B")
    children = [key for key in keys(found) if "nna" in key]
    assert children == ["Bnna01 (C1)", "Bnna27 (C3)", "Bnna53 (C5)"]
    await evening.tapped(AGENT, "Bnna27")
    assert times(evening, "Bnna27") == ("", "17:00")


async def test_forty_fast_taps_lose_none_and_cost_few_messages(evening: Town) -> None:
    settle_children(evening, 40)
    await evening.hears(AGENT, "/pointage")
    (message,) = [m for m in evening.telegram.answers(AGENT) if "Garderie du soir" in m.text]
    before = len(evening.telegram.answers(AGENT))
    for button in [button for button in message.buttons if "nna" in button.text][:40]:
        assert button.data
        evening.telegram.taps_forged(AGENT, button.data, message)
    await evening.rest()
    everybody = select(Attendance).where(Attendance.left_at.is_not(None))
    assert len(evening.read(lambda session: session.scalars(everybody).all())) == 40
    assert len(evening.telegram.answers(AGENT)) == before
    assert len([key for key in last(evening, AGENT) if key.startswith("✅")]) == 40


def last(town: Town, person: Person) -> list[str]:
    """The keys of the list as that person sees it."""
    shown = [m for m in town.telegram.answers(person) if m.buttons and "Garderie du" in m.text]
    return [plain(button.text) for button in shown[-1].buttons]


# Corrections


async def test_a_second_tap_offers_to_correct_and_keeps_what_stood(evening: Town) -> None:
    await evening.hears(AGENT, "/pointage")
    await evening.tapped(AGENT, "Léa")
    evening.now(f"{THURSDAY} 17:20")
    card = await evening.tapped(AGENT, "Léa 17 h".replace(" h", "\u00a0h"))
    assert card.says("Léa Durand", "Départ : 17 h", "Noté par Nadia")
    assert (await evening.tapped(AGENT, "+5 min")).says("Départ : 17 h 05", "départ 17 h → départ 17 h 05")
    assert (await evening.tapped(AGENT, "−1 min")).says("Départ : 17 h 04")
    first, second = changes(evening)
    assert (first.before["times"]["left"][11:16], first.after["times"]["left"][11:16]) == ("16:00", "16:05")
    assert (first.account_id, first.why, second.why) == (row(evening, "Léa").account_id, "+5", "-1")  # type: ignore[union-attr]


async def test_a_time_and_a_note_are_typed_on_the_card(evening: Town) -> None:
    await evening.hears(AGENT, "/pointage")
    evening.now(f"{THURSDAY} 18:00")
    await evening.tapped(AGENT, "Léa")
    await evening.tapped(AGENT, "Léa 18\u00a0h")
    assert (await evening.tapped(AGENT, "Taper l’heure")).says("Écrivez l’heure")
    assert (await evening.hears(AGENT, "17h50")).says("Départ : 17 h 50")
    await evening.tapped(AGENT, "Note")
    assert (await evening.hears(AGENT, "doudou oublié <b>")).says("📝 doudou oublié <b>")
    assert times(evening, "Léa") == ("", "17:50")


async def test_cancelling_takes_the_time_back_and_keeps_its_trace(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:45")
    await evening.hears(AGENT, "/pointage")
    await evening.tapped(AGENT, "Léa")
    await evening.tapped(AGENT, "Léa 18\u00a0h\u00a045")
    assert (await evening.tapped(AGENT, "Annuler le pointage")).says("Rien n’est noté", "→ rien")
    assert times(evening, "Léa") == ("", "")
    assert late(evening, "Léa") == 0
    assert [change.why for change in changes(evening)] == ["cancel"]


async def test_who_may_fetch_and_whom_to_call_is_one_tap_away_and_nothing_else(evening: Town) -> None:
    def write(session: Session) -> None:
        lea = session.scalars(select(Child).where(Child.first_name == "Léa")).one()
        lea.allowed, lea.emergency = "Mamie Durand", "06 39 98 00 99"
        home = session.scalars(select(Household).where(Household.key == "durand")).one()
        home.address, home.quotient_familial = "3 rue Secrète", 850
        for guardian in session.scalars(select(Guardian).where(Guardian.household_id == home.id)):
            guardian.email, guardian.phone = "secret@example.org", "06 11 11 11 11"

    evening.read(write)
    await evening.hears(AGENT, "/pointage")
    await evening.tapped(AGENT, "👁 Fiche")
    card = await evening.tapped(AGENT, "Léa")
    assert card.says_nothing_of("Mamie", "06 39")
    seen_ = await evening.tapped(AGENT, "Autorisés, urgence")
    assert seen_.says("Peuvent venir : Mamie Durand", "Urgence : 06 39 98 00 99")
    assert seen_.says_nothing_of("Secrète", "850", "secret@", "06 11", "Camille")
    assert row(evening, "Léa") is None
    await evening.tapped(AGENT, "◀ Liste")
    assert "Mamie" not in "".join(message.text for message in evening.telegram.answers(AGENT))


async def test_an_impossible_time_is_refused_and_changes_nothing(evening: Town) -> None:
    await evening.hears(AGENT, "Léa arrivée 16h40")
    assert (await evening.hears(AGENT, "Léa partie 16h35")).says("Léa : un départ à 16 h 35 serait avant l’arrivée")
    assert (await evening.hears(AGENT, "Léa 17h30")).says("17 h 30", "encore à venir")
    assert (await evening.hears(AGENT, "Léa 12h10")).says("trop loin", "12 h 10")
    assert times(evening, "Léa") == ("16:40", "")


# Two phones


async def test_two_agents_see_one_truth(evening: Town) -> None:
    hire(evening)
    await evening.hears(SECOND, "/pointage")
    await evening.hears(AGENT, "/pointage")
    await evening.tapped(AGENT, "Léa")
    assert "✅ Léa 17 h" in last(evening, SECOND)
    assert (await evening.hears(SECOND, "Tom 16h50")).says("Tom : départ à 16 h 50")
    assert "✅ Tom 16 h 50" in last(evening, AGENT)


async def test_the_same_child_in_the_same_second_is_one_record(evening: Town) -> None:
    hire(evening)
    await evening.hears(AGENT, "/pointage")
    await evening.hears(SECOND, "/pointage")
    taps = []
    for person in (AGENT, SECOND):
        message = evening.telegram.last(person)
        data = next(button.data for button in message.buttons if button.text == "Léa")
        assert data
        taps.append(evening.telegram.taps_forged(person, data, message))
    await evening.rest()
    assert [version.version for version in [row(evening, "Léa")] if version] == [1]
    said = sorted(tap.answer.text if tap.answer else "" for tap in taps)
    assert said[0] == ""
    assert "Léa : départ à 17 h, noté par " in plain(said[1])
    assert changes(evening) == []


async def test_a_tap_replayed_on_an_old_list_acts_on_nothing_and_says_so(evening: Town) -> None:
    await evening.hears(AGENT, "/pointage")
    message = evening.telegram.last(AGENT)
    data = next(button.data for button in message.buttons if button.text == "Léa")
    assert data
    await evening.tapped(AGENT, "Léa")
    await evening.hears(AGENT, "annule Léa")
    tap = evening.telegram.taps_forged(AGENT, data, message)
    await evening.rest()
    assert tap.answer
    assert "Léa : rien n’est noté" in plain(tap.answer.text)
    assert times(evening, "Léa") == ("", "")
    button = unpack(data)
    assert isinstance(button, PointChild)
    assert button.version == 0


async def test_a_key_of_the_morning_s_list_points_nobody_in_the_evening(evening: Town) -> None:
    evening.now(f"{THURSDAY} 07:40")
    await evening.hears(AGENT, "/pointage")
    message = evening.telegram.last(AGENT)
    data = next(button.data for button in message.buttons if button.text.startswith("Léa"))
    assert data
    evening.now(f"{THURSDAY} 17:00")
    await evening.hears(AGENT, "/pointage")
    evening.telegram.taps_forged(AGENT, data, message)
    await evening.rest()
    assert row(evening, "Léa") is None
    assert row(evening, "Léa", MORNING) is None
    assert "Cette liste n’est plus ouverte" in evening.telegram.last(AGENT).text


async def test_what_is_said_of_others_is_no_note(evening: Town) -> None:
    await evening.hears(AGENT, "Tom")
    await evening.tapped(AGENT, "Note")
    await evening.hears(AGENT, "Léa 16h50")
    assert times(evening, "Léa") == ("", "16:50")
    assert row(evening, "Tom") is None


async def test_a_list_outlives_a_restart(evening: Town) -> None:
    await evening.hears(AGENT, "/pointage")
    await evening.tapped(AGENT, "Léa")
    await evening.closes()
    evening.now(f"{THURSDAY} 17:10")
    await evening.opens()
    await evening.rest(3)
    assert "✅ Tom 17 h 10" in keys(await evening.tapped(AGENT, "Tom"))
    assert times(evening, "Léa") == ("", "17:00")


async def test_a_parent_s_absence_told_meanwhile_shows_on_the_open_list(evening: Town) -> None:
    evening.now(f"{THURSDAY} 16:00")
    evening.has_booked("Léa", THURSDAY)
    await evening.hears(AGENT, "/pointage soir")
    assert "Léa" in last(evening, AGENT)
    await evening.hears(CAMILLE, "annule la cantine aujourd'hui pour Léa")
    assert "🤒 Léa" in last(evening, AGENT)


# All at once


async def test_all_present_then_everybody_gone(evening: Town) -> None:
    await evening.hears(AGENT, "/pointage")
    assert "🟢 Léa 17 h" in keys(await evening.tapped(AGENT, "Tous présents"))
    evening.now(f"{THURSDAY} 18:10")
    assert (await evening.hears(AGENT, "tout le monde est parti")).says("Léa et Tom : départs à 18 h 10")
    assert times(evening, "Tom") == ("17:00", "18:10")


async def test_everybody_gone_asks_about_those_nobody_saw_come(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom arrivé 16h40")
    asked = await evening.hears(AGENT, "tout le monde est parti")
    assert asked.says("Arrivée jamais notée pour Léa")
    assert times(evening, "Tom") == ("16:40", "")
    evening.now(f"{THURSDAY} 18:12")
    assert (await evening.tapped(AGENT, "Non, seulement")).says("Tom : départ à 18 h 10")
    assert row(evening, "Léa") is None


# Typed


@pytest.mark.parametrize(
    ("words", "lea", "tom"),
    [
        ("Léa 18h35", ("", "18:35"), ("", "")),
        ("Tom et Léa partis à 17h50", ("", "17:50"), ("", "17:50")),
        ("lea partie", ("", "18:40"), ("", "")),
        ("Tom 18h, Léa 18h10", ("", "18:10"), ("", "18:00")),
        ("/pointage Léa 18:35", ("", "18:35"), ("", "")),
        ("Léa 6h35", ("", ""), ("", "")),
    ],
)
async def test_what_is_typed(evening: Town, words: str, lea: tuple[str, str], tom: tuple[str, str]) -> None:
    evening.now(f"{THURSDAY} 18:40")
    await evening.hears(AGENT, words)
    assert (times(evening, "Léa"), times(evening, "Tom")) == (lea, tom)


async def test_six_in_the_evening_is_asked_about(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:40")
    assert (await evening.hears(AGENT, "Léa 6h35")).says("Quelle heure")
    await evening.tapped(AGENT, "Léa 18\u00a0h\u00a035")
    assert times(evening, "Léa") == ("", "18:35")


async def test_a_morning_time_is_entered_in_the_evening(evening: Town) -> None:
    assert (await evening.hears(AGENT, "Inès arrivée 7h40")).says("Garderie du matin", "Inès : arrivée à 7 h 40")
    assert times(evening, "Inès", MORNING) == ("07:40", "")


async def test_a_sent_text_counts_at_its_own_date(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:55")
    heard = await evening.hears(AGENT, "Léa partie", at=f"{THURSDAY} 18:20")
    assert heard.says("Léa : départ à 18 h 20")
    assert late(evening, "Léa") == 0


async def test_one_child_for_another(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:00")
    await evening.hears(AGENT, "Tom 17h50")
    assert (await evening.hears(AGENT, "pas Tom, Inès")).says("Inès : départ à 17 h 50", "Tom : pointage annulé")
    assert times(evening, "Tom") == ("", "")
    assert times(evening, "Inès") == ("", "17:50")


async def test_two_with_the_same_name_are_asked_about(evening: Town) -> None:
    def write(session: Session) -> None:
        child = Child(first_name="Léa", last_name="Martin")
        session.add(child)
        session.flush()
        home = session.scalars(select(Household).where(Household.key == "petit")).one()
        session.add(Residence(child_id=child.id, household_id=home.id, weeks=Weeks.ALL))

    evening.read(write)
    evening.now(f"{THURSDAY} 17:40")
    asked = await evening.hears(AGENT, "Léa 17h35")
    assert asked.says("Lequel voulez-vous dire")
    evening.now(f"{THURSDAY} 17:45")
    assert (await evening.tapped(AGENT, "Léa M.")).says("Léa M. : départ à 17 h 35")
    assert (await evening.hears(AGENT, "Léa Durand 17h40")).says("Léa D. : départ à 17 h 40")
    assert (await evening.hears(AGENT, "annule Léa D")).says("Léa D. : pointage annulé")


async def test_an_unknown_name_is_asked_about_and_nothing_is_noted(evening: Town) -> None:
    assert (await evening.hears(AGENT, "Tom et Lucas partis à 16h50")).says(
        "Je ne connais pas Lucas", "rien n’a été noté"
    )
    assert row(evening, "Tom") is None


@pytest.mark.parametrize("words", ["Lucas", "Lucas Martin"])
async def test_an_unknown_name_alone_too(evening: Town, words: str) -> None:
    assert (await evening.hears(AGENT, words)).says("Je ne connais pas Lucas")


async def test_words_too_many_are_not_passed_over(evening: Town) -> None:
    assert (await evening.hears(AGENT, "Tom jeudi 16h50")).says("pas compris jeudi", "rien n’a été noté")
    assert row(evening, "Tom") is None


async def test_a_name_alone_shows_the_card(evening: Town) -> None:
    assert (await evening.hears(AGENT, "Tom")).says("Tom Durand", "Rien n’est noté")
    assert row(evening, "Tom") is None


async def test_of_an_agent_who_is_a_parent_what_is_doubtful_is_asked(evening: Town) -> None:
    hire(evening, CAMILLE)
    assert (await evening.hears(CAMILLE, "cantine jeudi pour Léa")).says("Cantine réservée")
    assert (await evening.hears(CAMILLE, "Inès 16h50")).says("Inès : départ à 16 h 50")
    assert (await evening.hears(CAMILLE, "annule Léa")).says("pour le pointage, ou pour votre propre famille")
    await evening.tapped(CAMILLE, "Ma famille")
    assert row(evening, "Léa") is None


# Lateness, told


async def test_parents_are_told_once_of_lateness_and_again_only_if_it_changes(evening: Town) -> None:
    await evening.hears(AGENT, "/pointage")
    evening.now(f"{THURSDAY} 18:42")
    await evening.tapped(AGENT, "Léa")
    assert (await evening.told(CAMILLE)).messages == ()
    assert (await evening.told(CAMILLE, lambda: evening.now(f"{THURSDAY} 18:43"))).says(
        "Léa a quitté la garderie à 18 h 42, 12 minutes après la fermeture"
    )
    evening.now(f"{THURSDAY} 18:50")
    await evening.hears(AGENT, "Léa arrivée 16h35")
    assert (await evening.told(CAMILLE, lambda: evening.now(f"{THURSDAY} 18:52"))).messages == ()
    await evening.hears(AGENT, "Léa 18h40")
    assert (await evening.told(CAMILLE, lambda: evening.now(f"{THURSDAY} 18:54"))).says("Correction", "10 minutes")
    await evening.hears(AGENT, "Léa 18h25")
    assert (await evening.told(CAMILLE, lambda: evening.now(f"{THURSDAY} 18:56"))).says("finalement, pas de retard")


async def test_a_slip_corrected_within_the_minute_worries_nobody(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:42")
    await evening.hears(AGENT, "Léa partie")
    evening.now(f"{THURSDAY} 18:42:30")
    await evening.hears(AGENT, "annule Léa")
    assert (await evening.told(CAMILLE, lambda: evening.now(f"{THURSDAY} 18:50"))).messages == ()


async def test_who_asked_is_told_of_coming_and_going(evening: Town) -> None:
    def ask(session: Session) -> None:
        account = session.scalars(select(Guardian.account_id).where(Guardian.first_name == "Alex")).one()
        assert account
        attendance.watch(session, account, wanted=True)

    evening.read(ask)
    await evening.hears(AGENT, "Léa arrivée 16h40")
    assert (await evening.told(ALEX, lambda: evening.now(f"{THURSDAY} 17:02"))).says(
        "Léa est à la garderie depuis 16 h 40"
    )
    await evening.hears(AGENT, "Léa partie")
    before = evening.telegram.answers(CAMILLE)
    assert (await evening.told(ALEX, lambda: evening.now(f"{THURSDAY} 17:04"))).says(
        "Léa a quitté la garderie à 17 h 02"
    )
    await evening.hears(AGENT, "annule Léa")
    assert (await evening.told(ALEX, lambda: evening.now(f"{THURSDAY} 17:06"))).says("vient d’être annulé")
    assert evening.telegram.answers(CAMILLE) == before


# The end of a session


async def test_a_forgotten_child_is_asked_about_then_passed_on(evening: Town) -> None:
    await evening.hears(AGENT, "/pointage")
    await evening.tapped(AGENT, "Tous présents")
    await evening.hears(AGENT, "Tom partis à 17h")
    evening.now(f"{THURSDAY} 18:44")
    assert (await evening.told(AGENT)).messages == ()
    asked = await evening.told(AGENT, lambda: evening.now(f"{THURSDAY} 18:45"))
    assert asked.says("finie depuis 18 h 30 et pas encore close", "Encore là : Léa")
    assert asked.says_nothing_of("Tom")
    assert (await evening.told(SECRETARY)).messages == ()
    assert (await evening.told(SECRETARY, lambda: evening.now(f"{THURSDAY} 18:55"))).says(
        "toujours pas close", "prévenus à 18 h 45", "Encore là : Léa"
    )
    assert (await evening.told(SECRETARY, lambda: evening.now(f"{THURSDAY} 19:30"))).messages == ()


async def test_a_session_never_opened_is_reminded_where_children_were_announced(evening: Town) -> None:
    told = await evening.told(AGENT, lambda: evening.now(f"{THURSDAY} 18:46"))
    assert told.says("le pointage n’a pas été ouvert", "Annoncés, rien de noté : Léa et Tom")
    assert (await evening.tapped(AGENT, "Ouvrir le pointage")).says("Garderie du soir")


async def test_a_session_nobody_was_announced_for_is_left_in_peace(town: Town) -> None:
    assert (await town.told(AGENT, lambda: town.now(f"{THURSDAY} 19:00"))).messages == ()
    assert (await town.told(SECRETARY, lambda: town.now(f"{THURSDAY} 19:30"))).messages == ()


async def test_clore_shows_who_is_here_and_sends_the_summary(evening: Town) -> None:
    for day in ("2026-11-09", "2026-11-10"):
        evening.now(f"{day} 18:50")
        await evening.hears(AGENT, "Léa partie")
    evening.now(f"{THURSDAY} 18:42")
    await evening.hears(AGENT, "/pointage")
    await evening.tapped(AGENT, "Léa")
    await evening.hears(AGENT, "Inès 18h")
    left = await evening.tapped(AGENT, "Clore")
    assert left.says("Annoncés, rien de noté : Tom")
    closed = await evening.told(SECRETARY, lambda: evening.telegram.taps(AGENT, "Clore quand même"))
    assert closed.says("Garderie du soir, jeudi 26 novembre : 2 enfants pointés")
    assert closed.says("Léa Durand : 12 minutes (3e fois ce mois-ci)", "Annoncés, rien de noté : Tom")
    assert closed.says("Venus sans être annoncés : Inès")
    assert "Séance close à 18 h 42" in "".join(texts(evening))
    assert (await evening.told(AGENT, lambda: evening.now(f"{THURSDAY} 19:00"))).messages == ()


def texts(town: Town) -> list[str]:
    return [plain(message.text) for message in town.telegram.answers(AGENT)]


async def test_where_all_is_pointed_it_closes_by_itself(evening: Town) -> None:
    await evening.hears(AGENT, "Tom et Léa partis à 16h59")
    assert (await evening.told(AGENT, lambda: evening.now(f"{THURSDAY} 18:45"))).says("Plus personne n’est attendu")
    summary = await evening.told(SECRETARY, lambda: evening.now(f"{THURSDAY} 18:55"))
    assert summary.says("2 enfants pointés", "Close sans agent")
    assert summary.says_nothing_of("toujours pas close")


async def test_a_session_left_open_is_closed_the_next_day(evening: Town) -> None:
    await evening.hears(AGENT, "/pointage")
    await evening.closes()
    evening.now("2026-11-27 07:00")
    await evening.opens()
    await evening.rest(3)
    assert "Close sans agent" in "".join(message.text for message in evening.telegram.answers(SECRETARY))
    sitting = evening.read(lambda session: session.scalars(select(Sitting).where(Sitting.service == EVENING)).one())
    assert sitting.closed_at
    assert sitting.closed_by is None


async def test_the_end_of_the_day_is_moved_and_lateness_with_it(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:42")
    await evening.hears(AGENT, "/pointage")
    await evening.tapped(AGENT, "Léa")
    await evening.tapped(AGENT, "⏱ Fin")
    assert (await evening.tapped(AGENT, "18\u00a0h\u00a045")).says("jusqu’à 18 h 45")
    assert late(evening, "Léa") == 0
    await evening.tapped(AGENT, "Comme d’habitude")
    assert late(evening, "Léa") == 12
    assert [e.action for e in evening.read(lambda s: s.scalars(select(JournalEntry)).all())].count("sitting-end") == 2


# Whose, and when


async def test_an_agent_corrects_the_same_day_and_the_mairie_later(evening: Town) -> None:
    await evening.hears(AGENT, "Léa 16h55")
    evening.now("2026-11-27 10:00")
    assert (await evening.hears(AGENT, "/pointage 26/11 soir")).says("le jour même", "à la mairie")
    assert (await evening.hears(SECRETARY, "/pointage 26/11 soir")).says("Garderie du soir", "jeudi 26 novembre")
    await evening.tapped(SECRETARY, "Léa 16\u00a0h\u00a055")
    await evening.tapped(SECRETARY, "Taper l’heure")
    await evening.hears(SECRETARY, "18h40")
    assert times(evening, "Léa") == ("", "18:40")
    assert late(evening, "Léa") == 10
    assert changes(evening)[0].why == "18h40"
    assert (await evening.told(CAMILLE, lambda: evening.now("2026-11-27 10:02"))).says(
        "Correction pour jeudi 26 novembre", "10 minutes"
    )


async def test_after_ninety_days_no_word_of_it_is_kept(evening: Town) -> None:
    await evening.hears(AGENT, "Léa 16h50")
    await evening.hears(AGENT, "Léa 16h55")
    await evening.hears(AGENT, "Léa")
    for note in ("doudou", "cartable"):
        await evening.tapped(AGENT, "Note")
        await evening.hears(AGENT, note)
    evening.read(lambda session: outbox.tidy(session, paris("2027-02-23 10:00")))
    assert [change.why for change in changes(evening)] == ["Léa 16h55", None, None]
    evening.read(lambda session: outbox.tidy(session, paris("2027-02-25 10:00")))
    assert [(change.why, "times" in change.before) for change in changes(evening)] == [(None, True)]
    assert row(evening, "Léa").note == ""  # type: ignore[union-attr]


async def test_an_agent_s_list_of_yesterday_is_no_longer_theirs(evening: Town) -> None:
    await evening.hears(AGENT, "/pointage")
    evening.now("2026-11-27 10:00")
    assert (await evening.tapped(AGENT, "Léa")).says("le jour même")
    assert row(evening, "Léa") is None


@pytest.mark.parametrize("person", [CAMILLE, STRANGER])
async def test_nobody_else_points(evening: Town, person: Person) -> None:
    await evening.hears(AGENT, "/pointage")
    data = next(button.data for button in evening.telegram.last(AGENT).buttons if button.text == "Léa")
    assert data
    await evening.hears(person, "/pointage")
    await evening.hears(person, "Léa 16h50")
    await evening.forged(person, data)
    assert row(evening, "Léa") is None


async def test_an_agent_sees_nothing_else(evening: Town) -> None:
    for words in ("/planning", "/recu K7-4F2", "/reserver cantine jeudi", "/calendrier"):
        assert (await evening.hears(AGENT, words)).says("Je ne peux pas faire cela pour vous")


@pytest.mark.parametrize("day", ["2026-10-25", "2026-11-25", "2026-12-25"])
async def test_a_day_without_school_has_no_session(town: Town, day: str) -> None:
    town.now(f"{day} 17:00")
    heard = await town.hears(AGENT, "/pointage")
    assert heard.says_nothing_of("Touchez un enfant")


@pytest.mark.parametrize(("day", "last"), [("2026-11-02", "2026-10-25"), ("2027-03-29", "2027-03-28")])
async def test_after_the_clock_s_change_hours_are_the_commune_s(town: Town, day: str, last: str) -> None:
    """The first open day after a Sunday of 23 or 25 hours; 29 March 2027 is Easter Monday, opened by the mairie."""
    stamp = Stamp(None, town.clock())
    town.read(lambda session: calendar.open_day(session, date.fromisoformat(day), "rattrapage", stamp))
    town.now(f"{day} 18:42")
    await town.hears(AGENT, "Léa partie")
    assert times(town, "Léa", EVENING, day) == ("", "18:42")
    kept = town.read(lambda session: session.scalars(select(Lateness.minutes)).all())
    assert kept == [12]


async def test_messages_logged_name_no_child(evening: Town, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        await evening.hears(AGENT, "/pointage")
        await evening.tapped(AGENT, "Léa")
        await evening.hears(AGENT, "Lucas 16h50")
    ours = [record.getMessage() for record in caplog.records if record.name == "clochette"]
    assert not [line for line in ours if "Léa" in line or "Lucas" in line]
