"""/pointage in words and by itself: what agents type, what parents and the mairie are told, the end of a session."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.telegram import Person
from models.actions import attendance, calendar, outbox
from models.tables import (
    Child,
    Guardian,
    Household,
    JournalEntry,
    Lateness,
    Residence,
    Sitting,
)
from models.vocabulary import Stamp, Weeks
from tests.rolls import EVENING, MORNING, THURSDAY, changes, hire, keys, late, row, texts, times
from tests.town import AGENT, ALEX, CAMILLE, SECRETARY, STRANGER, Town, paris

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


async def test_everybody_gone_but_one(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom et Léa arrivés 16h40")
    assert (await evening.hears(AGENT, "tout le monde est parti sauf Léa")).says("Tom : départ à 18 h 10")
    assert times(evening, "Léa") == ("16:40", "")


# What was just noted may be a slip


@pytest.mark.parametrize("words", ["je me suis trompée", "oups", "oublie", "erreur", "non", "mince"])
async def test_a_slip_is_put_back_once_asked(evening: Town, words: str) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom arrivé 16h40")
    await evening.hears(AGENT, "Tom parti")
    assert (await evening.hears(AGENT, words)).says("Tom : dois-je remettre ce qui était noté avant ?")
    assert times(evening, "Tom") == ("16:40", "18:10")
    assert (await evening.hears(AGENT, "oui")).says("Tom")
    assert times(evening, "Tom") == ("16:40", "")


@pytest.mark.parametrize("words", ["non", "non laisse"])
async def test_what_was_noted_stays_where_it_was_no_slip(evening: Town, words: str) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom et Léa partis")
    await evening.hears(AGENT, "je me suis trompée")
    assert (await evening.hears(AGENT, words)).says("ce qui est noté le reste")
    assert times(evening, "Tom") == ("", "18:10")


@pytest.mark.parametrize("words", ["non, c'est Léa", "non Léa", "oups c'était Léa", "pardon, plutôt Léa"])
async def test_another_child_stands_in_the_place_of_the_one_noted(evening: Town, words: str) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom arrivé 16h40")
    await evening.hears(AGENT, "Tom parti à 18h05")
    assert (await evening.hears(AGENT, words)).says("Léa", "18 h 05")
    assert times(evening, "Tom") == ("16:40", "")
    assert times(evening, "Léa") == ("", "18:05")


async def test_of_several_noted_it_is_not_told_who_was_wrong(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom et Léa partis")
    await evening.hears(AGENT, "non, c'est Léa")
    assert times(evening, "Tom") == ("", "18:10")


async def test_a_tap_that_was_a_slip_is_corrected_by_a_tap(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "/pointage")
    await evening.tapped(AGENT, "Tom")
    assert (await evening.hears(AGENT, "je me suis trompée")).says("Touchez l’enfant")


@pytest.mark.parametrize("words", ["qui est encore là ?", "clore"])
async def test_who_is_left_is_told_with_the_key_that_closes(evening: Town, words: str) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom arrivé 16h40")
    asked = await evening.hears(AGENT, words)
    assert asked.says("Encore là : Tom.", "Annoncés, rien de noté : Léa.")
    assert "🔒 Clore quand même" in keys(asked)


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


async def test_absent_then_already_then_taken_back_then_nothing_there(evening: Town) -> None:
    assert (await evening.hears(AGENT, "Tom absent")).says("Tom : absence notée")
    assert (await evening.hears(AGENT, "Tom absent")).says("Tom : c’était déjà noté ainsi")
    assert (await evening.hears(AGENT, "annule Tom")).says("Tom : pointage annulé")
    assert (await evening.hears(AGENT, "annule Tom")).says("Rien n’était noté pour Tom")


async def test_an_answer_counts_once_and_overtakes_nobody(evening: Town) -> None:
    """Asked at ten past six whether all have left; Tom leaves at twenty past, before the answer."""
    evening.now(f"{THURSDAY} 18:10")
    asked = await evening.hears(AGENT, "tout le monde est parti")
    data = [button.data or "" for button in asked.messages[-1].buttons]
    evening.now(f"{THURSDAY} 18:20")
    await evening.hears(AGENT, "Tom parti")
    assert (await evening.forged(AGENT, data[0][:-1] + "9")).says("plus valable")
    await evening.forged(AGENT, data[0])
    assert (times(evening, "Tom"), times(evening, "Léa")) == (("", "18:20"), ("", "18:10"))
    assert (await evening.forged(AGENT, data[1])).says("C’est déjà fait")
    assert (await evening.hears(AGENT, "tout le monde est parti")).says("plus personne à noter")


async def test_nobody_is_noted_where_only_the_unseen_were_left(evening: Town) -> None:
    await evening.hears(AGENT, "tout le monde est parti")
    assert (await evening.tapped(AGENT, "Non, personne")).says("plus personne à noter")
    assert row(evening, "Tom") is None


async def test_an_edited_message_says_what_it_leaves(evening: Town) -> None:
    await evening.hears(AGENT, "Tom 16h50")
    message = [m for m in evening.telegram.chat(AGENT) if m.text == "Tom 16h50"][-1]
    assert (await evening.edited(AGENT, message, "Léa 16h50")).says("Léa : départ à 16 h 50", "Message modifié")
    assert times(evening, "Tom") == ("", "16:50")


async def test_what_the_mairie_is_asked_is_of_the_day_it_looks_at(evening: Town) -> None:
    await evening.hears(SECRETARY, "/pointage 24/11 soir")
    assert (await evening.hears(SECRETARY, "Léa 6h35")).says("Quelle heure")
    await evening.tapped(SECRETARY, "Léa 18\u00a0h\u00a035")
    assert times(evening, "Léa", EVENING, "2026-11-24") == ("", "18:35")


async def test_too_many_namesakes_are_not_asked_about_one_by_one(evening: Town) -> None:
    def write(session: Session) -> None:
        home = session.scalars(select(Household).where(Household.key == "petit")).one()
        for number in range(6):
            child = Child(first_name="Léa", last_name=f"Autre{number}")
            session.add(child)
            session.flush()
            session.add(Residence(child_id=child.id, household_id=home.id, weeks=Weeks.ALL))

    evening.read(write)
    assert (await evening.hears(AGENT, "Léa 16h50")).says("écrivez aussi leur nom")
    assert (await evening.hears(AGENT, "Léa")).says("Garderie du soir")


async def test_two_names_and_nothing_said_of_them(evening: Town) -> None:
    assert (await evening.hears(AGENT, "Léa et Tom")).says("pas compris Léa et Tom", "rien n’a été noté")


async def test_the_mairie_s_words_are_no_pointing_unless_a_list_is_open(evening: Town) -> None:
    await evening.hears(SECRETARY, "Léa 16h50")
    assert row(evening, "Léa") is None
    await evening.hears(SECRETARY, "/pointage 24/11 soir")
    assert (await evening.hears(SECRETARY, "Léa 18h20")).says("mardi 24 novembre", "Léa : départ à 18 h 20")
    assert times(evening, "Léa", EVENING, "2026-11-24") == ("", "18:20")


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
    await evening.hears(AGENT, "/aide")  # answered: it is up again
    await evening.rest(5)
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


# A question writes nothing; what was said last is what « oui » means


@pytest.mark.parametrize("words", ["Tom est parti ?", "Tom parti ?", "Tom absent ?"])
async def test_a_question_writes_nothing(evening: Town, words: str) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom arrivé 16h40")
    assert (await evening.hears(AGENT, words)).says("Tom", "16 h 40")
    assert times(evening, "Tom") == ("16:40", "")


async def test_a_question_about_several_is_answered_a_line_each(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom parti 18h05")
    assert (await evening.hears(AGENT, "Tom et Léa sont partis ?")).says("Tom : départ à 18 h 05", "Léa")


async def test_yes_to_what_was_noted_says_what_stands(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom parti 18h05")
    await evening.hears(AGENT, "Zorglub parti")
    assert (await evening.hears(AGENT, "oui")).says("Tom : départ à 18 h 05")


async def test_yes_under_who_is_left_closes_the_session(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:40")
    await evening.hears(AGENT, "Léa absente")
    await evening.hears(AGENT, "clore")
    assert (await evening.hears(AGENT, "oui")).says("Séance close")


@pytest.mark.parametrize("words", ["non 18h05", "oups c'était 18h05"])
async def test_another_hour_stands_in_the_place_of_the_one_noted(evening: Town, words: str) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom parti")
    assert (await evening.hears(AGENT, words)).says("départ à 18 h 05")
    assert times(evening, "Tom") == ("", "18:05")


@pytest.mark.parametrize("words", ["Léa aussi", "et Léa", "pareil pour Léa"])
async def test_another_child_joins_the_one_noted(evening: Town, words: str) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom parti 18h05")
    assert (await evening.hears(AGENT, words)).says("Léa", "18 h 05")
    assert times(evening, "Léa") == ("", "18:05")


async def test_not_this_one_but_that_one(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom parti")
    await evening.hears(AGENT, "c'est pas Tom c'est Léa")
    assert times(evening, "Léa") == ("", "18:10")


async def test_all_there_but_one_once_all_were_noted(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:10")
    await evening.hears(AGENT, "Tom et Léa arrivés 16h40")
    assert (await evening.hears(AGENT, "tout le monde est là sauf Léa")).says("noter l’absence de Léa")
    assert (await evening.hears(AGENT, "non")).says("ce qui est noté le reste")
    await evening.hears(AGENT, "tout le monde est là sauf Léa")
    await evening.hears(AGENT, "oui")
    assert times(evening, "Léa") == ("", "")


async def test_a_note_is_typed_at_once(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:10")
    assert (await evening.hears(AGENT, "note Tom : a oublié son manteau")).says("Tom Durand", "a oublié son manteau")
    assert (await evening.hears(AGENT, "note Zorglub : manteau")).says("Zorglub")


@pytest.mark.parametrize("words", ["numéro de la maman de Tom", "qui peut venir chercher Tom ?", "urgence Tom"])
async def test_whom_to_call_is_on_the_card(evening: Town, words: str) -> None:
    evening.now(f"{THURSDAY} 18:10")
    assert (await evening.hears(AGENT, words)).says("Tom Durand", "les responsables")


async def test_what_the_mairie_takes_back_is_of_the_list_it_looks_at(evening: Town) -> None:
    await evening.hears(SECRETARY, "/pointage 24/11 soir")
    await evening.hears(SECRETARY, "Léa 18h10")
    assert times(evening, "Léa", EVENING, "2026-11-24") == ("", "18:10")
    await evening.hears(SECRETARY, "annule Léa")
    assert times(evening, "Léa", EVENING, "2026-11-24") == ("", "")
