"""/appel: the canteen's roll in taps and words: classes, diets, absences, meals nobody booked, two phones, the end."""

import pytest
from sqlalchemy import select

from models.tables import Attendance, Booking, JournalEntry, Sitting
from models.vocabulary import Service, State
from tests.rolls import SECOND, THURSDAY, changes, hire, keys, plain, row, settle_children, texts
from tests.town import AGENT, CAMILLE, SECRETARY, Town

CANTINE = Service.CANTINE


def stands(town: Town, child: str) -> str:
    """There, absent, or nothing."""
    found = row(town, child, CANTINE)
    if found is None:
        return ""
    return "absent" if found.absent else "there" if found.arrived_at else ""


def roll(town: Town, person: object = AGENT) -> list[str]:
    """The keys of the canteen's list as somebody sees it."""
    shown = [m for m in town.telegram.answers(person) if m.buttons and "Cantine" in m.text]  # type: ignore[arg-type]
    return [plain(button.text) for button in shown[-1].buttons]


# The list


async def test_the_booked_by_class_with_their_diet_and_counts_on_top(noon: Town) -> None:
    heard = await noon.hears(AGENT, "/appel")
    assert heard.says("Cantine – jeudi 26 novembre", "2 réservés · 0 présent · 2 à appeler")
    assert heard.says("À servir : 1 standard et 1 sans porc")
    assert keys(heard)[:4] == ["▸ CP · 1", "Tom · sans porc", "▸ CM1 · 1", "Léa · PAI : oui"]
    assert "Inès" not in " ".join(keys(heard))
    assert keys(heard)[4:] == [
        "✅ Les 2 autres sont présents",
        "❌ Noter des absents",
        "👁 Fiche",
        "➕ Ajouter un enfant",
        "📤 Terminer",
    ]


async def test_one_tap_is_present_or_absent_as_the_list_says(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    assert "✅ Léa · PAI : oui" in keys(await noon.tapped(AGENT, "Léa"))
    assert (await noon.tapped(AGENT, "Noter des absents")).says("Touchez un enfant absent")
    heard = await noon.tapped(AGENT, "Tom")
    assert "❌ Tom · sans porc" in keys(heard)
    assert heard.says("1 présent · ❌ 1 absent", "À servir : 1 standard")
    assert (stands(noon, "Léa"), stands(noon, "Tom")) == ("there", "absent")
    await noon.tapped(AGENT, "Noter des présents")
    await noon.tapped(AGENT, "❌ Tom")
    assert stands(noon, "Tom") == "there"


async def test_a_tap_on_what_is_so_already_opens_the_card_to_correct(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    await noon.tapped(AGENT, "Tom")
    card = await noon.tapped(AGENT, "✅ Tom")
    assert card.says("Tom Durand", "Régime : sans porc", "✅ Présence", "Noté par Nadia")
    assert keys(card) == ["❌ Absence", "Annuler le pointage", "📝 Note", "👪 Autorisés, urgence", "◀ Liste"]
    assert (await noon.tapped(AGENT, "❌ Absence")).says("Noté absent", "présent → absent")
    assert (await noon.tapped(AGENT, "✅ Présence")).says("✅ Présence")
    assert (await noon.tapped(AGENT, "Annuler le pointage")).says("Rien n’est noté")
    assert [change.why for change in changes(noon)] == ["absent", "arrived", "cancel"]
    assert "Tom · sans porc" in keys(await noon.tapped(AGENT, "◀ Liste"))


async def test_all_who_are_left_are_there_but_not_who_was_told_absent(noon: Town) -> None:
    await noon.hears(CAMILLE, "annule la cantine aujourd'hui pour Tom")
    heard = await noon.hears(AGENT, "/appel")
    assert heard.says("2 réservés · 0 présent · 🤒 1 signalé absent · 1 à appeler", "🤒 absence signalée")
    assert "🤒 Tom · sans porc" in keys(heard)
    await noon.tapped(AGENT, "✅ Le dernier est présent")
    assert (stands(noon, "Léa"), stands(noon, "Tom")) == ("there", "")
    await noon.tapped(AGENT, "🤒 Tom")
    assert stands(noon, "Tom") == "there"


async def test_a_class_alone_and_its_rest(noon: Town) -> None:
    settle_children(noon, 12)
    for number in range(12):
        noon.has_booked(f"{chr(65 + number)}nna{number:02}", THURSDAY)
    heard = await noon.hears(AGENT, "/appel")
    assert "✅ Les 14 autres sont présents" in keys(heard)
    alone = await noon.tapped(AGENT, "▸ C3")
    assert alone.says("Classe : C3")
    assert keys(alone)[:4] == ["▾ C3 · 2", "Dnna03", "Jnna09", "✅ Les 2 autres sont présents"]
    await noon.tapped(AGENT, "Les 2 autres")
    assert (stands(noon, "Dnna03"), stands(noon, "Jnna09"), stands(noon, "Léa")) == ("there", "there", "")
    assert "Léa · PAI : oui" in keys(await noon.tapped(AGENT, "▾ C3"))


async def test_a_child_not_booked_is_added_and_marked(noon: Town) -> None:
    settle_children(noon, 20)
    await noon.hears(AGENT, "/appel")
    adding = await noon.tapped(AGENT, "➕ Ajouter un enfant")
    assert adding.says("Qui mange sans être réservé")
    assert "Inès · CE2" in keys(adding)
    assert not [key for key in keys(adding) if "Tom" in key]
    assert "Inès · CE2" in keys(await noon.tapped(AGENT, "I"))
    heard = await noon.tapped(AGENT, "Inès")
    assert "➕ Inès" in keys(heard)
    assert heard.says("➕ 1 sans réservation", "➕ sans réservation", "À servir : 2 standard et 1 sans porc")
    await noon.tapped(AGENT, "Noter des absents")
    assert "Inès" not in " ".join(keys(await noon.tapped(AGENT, "➕ Inès")))
    assert stands(noon, "Inès") == ""


async def test_the_card_of_a_child_with_a_pai_says_the_word_and_no_more(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    await noon.tapped(AGENT, "👁 Fiche")
    assert (await noon.tapped(AGENT, "Léa")).says("PAI : oui", "Rien n’est noté")
    assert stands(noon, "Léa") == ""


async def test_sixty_children_are_under_a_hundred_keys_and_all_there(noon: Town) -> None:
    settle_children(noon, 60)
    for number in range(60):
        noon.has_booked(f"{chr(65 + number % 26)}nna{number:02}", THURSDAY)
    first = await noon.hears(AGENT, "/appel")
    assert first.says("Page 1 sur 2", "62 réservés")
    second = await noon.tapped(AGENT, "▶")
    assert max(len(first.keys), len(second.keys)) <= 100
    seen = {key for key in [*keys(first), *keys(second)] if "nna" in key or "Léa" in key or "Tom" in key}
    assert len(seen) == 62
    assert (await noon.tapped(AGENT, "Les 62 autres")).says("62 présents")


# In words


@pytest.mark.parametrize(
    ("words", "child", "after", "said"),
    [
        ("Léa absente", "Léa", "absent", "Léa : absence notée"),
        ("Tom mange", "Tom", "there", "Tom : présence notée"),
        ("Tom ne mange pas", "Tom", "absent", "Tom : absence notée"),
        ("Léa et Tom ne mangent pas", "Tom", "absent", "Léa et Tom : absence notée"),
        ("Inès présente", "Inès", "there", "➕ Inès : présence notée sans réservation"),
        ("Inès absente", "Inès", "", "Inès : pas de réservation ce jour-là"),
        ("tous présents", "Tom", "there", "Tom et Léa : présences notées"),
        ("/appel Léa absente", "Léa", "absent", "Léa : absence notée"),
    ],
)
async def test_what_is_typed_is_of_the_list_opened_last_and_says_which(
    noon: Town, words: str, child: str, after: str, said: str
) -> None:
    await noon.hears(AGENT, "/appel")
    assert (await noon.hears(AGENT, words)).says("✅ Cantine, jeudi 26 novembre", said)
    assert stands(noon, child) == after


async def test_a_word_takes_back_and_a_name_alone_shows_the_card(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    await noon.hears(AGENT, "Léa absente")
    assert (await noon.hears(AGENT, "annule Léa")).says("Cantine", "Léa : pointage annulé")
    assert (await noon.hears(AGENT, "Tom")).says("Tom Durand", "Régime : sans porc")
    assert (await noon.hears(AGENT, "Tom présent")).says("Tom : présence notée")
    assert (await noon.hears(AGENT, "Tom présent")).says("déjà noté ainsi")


async def test_the_list_opened_last_is_meant(noon: Town) -> None:
    noon.now(f"{THURSDAY} 16:00")
    await noon.hears(AGENT, "/appel")
    await noon.hears(AGENT, "/pointage soir")
    assert (await noon.hears(AGENT, "Léa absente")).says("Garderie du soir, jeudi 26 novembre")
    assert stands(noon, "Léa") == ""
    assert (await noon.hears(AGENT, "Léa mange")).says("Cantine, jeudi 26 novembre")
    await noon.hears(AGENT, "/appel")
    assert (await noon.hears(AGENT, "Tom absent")).says("Cantine, jeudi 26 novembre")
    noon.now(f"{THURSDAY} 17:00")
    assert (await noon.hears(AGENT, "Tom présent")).says("Garderie du soir, jeudi 26 novembre")
    assert (await noon.hears(AGENT, "Léa 16h50")).says("Garderie du soir", "Léa : départ à 16 h 50")


# Two phones, taps late or twice


async def test_two_agents_see_one_truth_and_a_stale_tap_says_so(noon: Town) -> None:
    hire(noon)
    await noon.hears(AGENT, "/appel")
    await noon.hears(SECOND, "/appel")
    taps = []
    for person in (AGENT, SECOND):
        message = noon.telegram.last(person)
        data = next(button.data for button in message.buttons if button.text.startswith("Tom"))
        assert data
        taps.append(noon.telegram.taps_forged(person, data, message))
    await noon.rest()
    found = row(noon, "Tom", CANTINE)
    assert found
    assert (found.version, stands(noon, "Tom")) == (1, "there")
    said = sorted(tap.answer.text if tap.answer else "" for tap in taps)
    assert said[0] == ""
    assert "Tom : présence notée, noté par " in plain(said[1])
    assert "✅ Tom · sans porc" in roll(noon, AGENT)
    assert "✅ Tom · sans porc" in roll(noon, SECOND)


async def test_the_rest_tapped_on_an_old_list_notes_nobody(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    message = noon.telegram.last(AGENT)
    data = next(button.data for button in message.buttons if "autres" in button.text)
    assert data
    await noon.tapped(AGENT, "Léa")
    tap = noon.telegram.taps_forged(AGENT, data, message)
    await noon.rest()
    assert tap.answer
    assert "La liste vient de changer" in plain(tap.answer.text)
    assert stands(noon, "Tom") == ""


async def test_the_same_tap_delivered_twice_is_one(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    await noon.tapped(AGENT, "Tom")
    noon.telegram.repeat()
    await noon.rest()
    found = row(noon, "Tom", CANTINE)
    assert found
    assert (found.version, stands(noon, "Tom")) == (1, "there")
    assert changes(noon) == []


async def test_a_roll_outlives_a_restart(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    await noon.tapped(AGENT, "Léa")
    await noon.closes()
    await noon.opens()
    await noon.rest(3)
    await noon.tapped(AGENT, "Tom")
    assert (stands(noon, "Léa"), stands(noon, "Tom")) == ("there", "there")


async def test_an_absence_told_meanwhile_shows_on_the_open_roll(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    await noon.hears(CAMILLE, "annule la cantine aujourd'hui pour Léa")
    assert "🤒 Léa · PAI : oui" in roll(noon)


# The end


async def test_the_end_sends_the_mairie_one_summary(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    await noon.tapped(AGENT, "Tom")
    await noon.hears(AGENT, "Inès mange")
    assert (await noon.tapped(AGENT, "📤 Terminer")).says("❓ Pas appelés : Léa", "Touchez un enfant")
    before = len(noon.telegram.answers(SECRETARY))
    sent = await noon.tapped(AGENT, "📤 Envoyer à la mairie")
    assert sent.says("🔒 Appel clos à 11 h 15")
    (summary,) = noon.telegram.answers(SECRETARY)[before:]
    for words in (
        "📋 Cantine, jeudi 26 novembre",
        "2 réservés · 2 présents · ➕ 1 sans réservation · 1 à appeler",
        "Repas : 2 standard et 1 sans porc",
        "• CP : 1 sans porc",
        "➕ Sans réservation : Inès",
        "❓ Pas appelés : Léa",
    ):
        assert words in plain(summary.text)
    await noon.hears(AGENT, "/appel")
    assert "📤 Envoyer" not in " ".join(keys(await noon.tapped(AGENT, "📤 Terminer")))


async def test_a_roll_corrected_after_it_was_sent_is_sent_again_once_where_the_agent_says_so(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    await noon.tapped(AGENT, "Les 2 autres")
    await noon.tapped(AGENT, "📤 Terminer")
    await noon.tapped(AGENT, "📤 Envoyer à la mairie")
    before = len(noon.telegram.answers(SECRETARY))
    noon.now(f"{THURSDAY} 12:30")
    await noon.hears(AGENT, "Léa absente")
    assert len(noon.telegram.answers(SECRETARY)) == before
    await noon.hears(AGENT, "/appel")
    await noon.tapped(AGENT, "📤 Terminer")
    message = noon.telegram.last(AGENT)
    data = next(button.data for button in message.buttons if "correction" in button.text)
    assert data
    for _ in range(2):
        noon.telegram.taps_forged(AGENT, data, message)
        await noon.rest()
    (summary,) = noon.telegram.answers(SECRETARY)[before:]
    assert "📋 Cantine (corrigé), jeudi 26 novembre" in plain(summary.text)
    assert "❌ Absents : Léa" in plain(summary.text)


async def test_a_roll_left_open_is_sent_by_itself_and_asks_nobody(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    await noon.tapped(AGENT, "Tom")
    noon.now(f"{THURSDAY} 14:59")
    assert (await noon.told(SECRETARY)).messages == ()
    noon.now(f"{THURSDAY} 15:00")
    assert (await noon.told(SECRETARY)).says("Cantine, jeudi 26 novembre", "il s’est clos seul", "Pas appelés : Léa")
    assert not [text for text in texts(noon) if "pas encore close" in text]
    sitting = noon.read(lambda session: session.get(Sitting, (row(noon, "Tom", CANTINE).day, CANTINE)))  # type: ignore[union-attr]
    assert sitting
    assert sitting.closed_at


async def test_a_roll_looked_at_and_not_called_is_closed_in_silence(noon: Town) -> None:
    await noon.hears(SECRETARY, "/appel")
    noon.now(f"{THURSDAY} 15:00")
    assert (await noon.told(SECRETARY)).messages == ()
    closed = select(JournalEntry).where(JournalEntry.action == "sitting-closed")
    assert noon.read(lambda session: len(session.scalars(closed).all())) == 1


# Other days


async def test_agents_the_same_day_the_mairie_any_day_past(noon: Town) -> None:
    noon.has_booked("Léa", "2026-11-24")
    assert (await noon.hears(AGENT, "/appel 24/11")).says("mardi 24 novembre", "ensuite, c’est à la mairie")
    assert (await noon.hears(AGENT, "/appel mardi")).says("ensuite, c’est à la mairie")
    assert (await noon.hears(AGENT, "/appel demain matin")).says("/appel lundi")
    assert (await noon.hears(SECRETARY, "/appel mardi")).says("Cantine – mardi 24 novembre", "1 réservé")
    await noon.tapped(SECRETARY, "Noter des absents")
    before = len(noon.telegram.answers(SECRETARY))
    await noon.tapped(SECRETARY, "Léa")
    await noon.rest(3)
    assert len(noon.telegram.answers(SECRETARY)) == before
    found = row(noon, "Léa", CANTINE, "2026-11-24")
    assert found
    assert found.absent
    end = await noon.tapped(SECRETARY, "📤 Terminer")
    assert end.says("❌ Absents : Léa")
    assert end.says_nothing_of("Appel clos")
    assert keys(end) == ["◀ Liste"]
    assert (await noon.hears(SECRETARY, "/appel 25/11")).says("mercredi 25 novembre")


async def test_nobody_is_told_of_a_meal_nor_is_it_late(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    await noon.tapped(AGENT, "Tom")
    found = row(noon, "Tom", CANTINE)
    assert found
    assert found.tell_at is None
    assert (
        noon.read(lambda session: session.scalars(select(Booking.state).where(Booking.state != State.RESERVED)).all())
        == []
    )
    assert noon.read(lambda session: len(session.scalars(select(Attendance)).all())) == 1
