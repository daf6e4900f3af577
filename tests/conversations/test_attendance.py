"""/pointage in taps: the list, its order, corrections, a child's card, two phones, a restart."""

import asyncio
from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.pace import Tempo
from handlers.buttons import PointChild, unpack
from models.tables import (
    Attendance,
    Booking,
    Child,
    Guardian,
    Household,
    Quotient,
)
from models.vocabulary import Service, State
from tests.rolls import (
    EVENING,
    MORNING,
    SECOND,
    THURSDAY,
    changes,
    hire,
    keys,
    last,
    late,
    plain,
    row,
    settle_children,
    times,
)
from tests.town import AGENT, CAMILLE, PARIS, Town

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


REAL = Tempo()


@pytest.mark.parametrize("command", ["/pointage", "/appel"])
async def test_forty_taps_in_ten_seconds_keep_telegram_s_limits_on_two_phones(evening: Town, command: str) -> None:
    """At the pace of the real bot: each tap is kept and acknowledged, redraws are gathered, one a second."""
    settle_children(evening, 40)
    hire(evening)
    for number in range(40):
        evening.has_booked(f"{chr(65 + number % 26)}nna{number:02}", THURSDAY, service=Service.CANTINE)
    await evening.closes()
    evening.tempo = replace(REAL, tick=evening.tempo.tick, poll=evening.tempo.poll)
    await evening.opens()
    await evening.hears(SECOND, command)
    await evening.hears(AGENT, command)
    message = evening.telegram.last(AGENT)
    called = len(evening.telegram.calls)
    for button in [button for button in message.buttons if "nna" in button.text]:
        assert button.data
        evening.telegram.taps_forged(AGENT, button.data, message)
        await asyncio.sleep(0.08)
    await evening.rest()
    sent = evening.telegram.calls[called:]
    assert not [call.outcome for call in sent if call.status not in (None, 200)]
    assert len([call for call in sent if call.method == "answerCallbackQuery"]) == 40
    assert not [call for call in sent if call.method == "sendMessage"]
    for person in (AGENT, SECOND):
        shown = [plain(button.text) for button in evening.telegram.last(person).buttons]
        assert len([key for key in shown if key.startswith("✅") and "nna" in key]) == 40
        mine = [c.at for c in sent if c.method == "editMessageText" and int(c.params["chat_id"]) == person.id]
        assert 2 <= len(mine) <= (mine[-1] - mine[0]) / REAL.chat + 2  # a slow machine may hand over two at once
    assert len(evening.read(lambda session: session.scalars(select(Attendance)).all())) == 40


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


async def test_the_card_notes_coming_going_and_absence(evening: Town) -> None:
    await evening.hears(AGENT, "Tom")
    await evening.tapped(AGENT, "Arrivée maintenant")
    evening.now(f"{THURSDAY} 17:30")
    assert (await evening.tapped(AGENT, "Départ maintenant")).says("Arrivée : 17 h", "Départ : 17 h 30")
    assert times(evening, "Tom") == ("17:00", "17:30")
    absent = await evening.tapped(AGENT, "❌ Absence")
    assert absent.says("Noté absent", "arrivée 17 h, départ 17 h 30 → absent")
    assert times(evening, "Tom") == ("", "")
    assert "❌ Tom" in keys(await evening.tapped(AGENT, "◀ Liste"))


async def test_a_card_waiting_for_an_hour_hears_other_children_too(evening: Town) -> None:
    await evening.hears(AGENT, "Tom")
    await evening.tapped(AGENT, "Taper l’heure")
    await evening.hears(AGENT, "Léa 16h50")
    assert (times(evening, "Tom"), times(evening, "Léa")) == (("", ""), ("", "16:50"))
    assert (await evening.hears(AGENT, "bientôt")).says_nothing_of("Tom Durand")


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
        home.address = "3 rue Secrète"
        session.add(Quotient(household_id=home.id, since=date(2026, 9, 1), value=850))
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
