"""/semaine: set in a grid or in words, kept by Valider; booking by it, adapting to it, two guardians and two homes."""

from datetime import date

import pytest
from sqlalchemy import delete, select

from models.actions import calendar
from models.tables import Child, Draft, JournalEntry, Residence, UsualWeek
from models.vocabulary import Period, Service, Stamp, State, Weeks
from tests.town import AGENT, ALEX, CAMILLE, MARC, SOPHIE, Heard, Town, paris

MONDAYS = ["2026-11-30", "2026-12-07", "2026-12-14"]
THURSDAYS = ["2026-12-03", "2026-12-10", "2026-12-17"]


def kept(town: Town, child: str) -> list[tuple[str, int, str]]:
    rows = select(UsualWeek.service, UsualWeek.weekday, UsualWeek.weeks).join(Child, Child.id == UsualWeek.child_id)
    wanted = rows.where(Child.first_name == child).order_by(UsualWeek.service, UsualWeek.weekday)
    return [(service.value, day, weeks.value) for service, day, weeks in town.read(lambda s: s.execute(wanted).all())]


def data_of(town: Town, key: str) -> str:
    (found,) = [button.data for button in town.telegram.last(CAMILLE).buttons if button.text == key]
    assert found
    return found


async def has_usual(town: Town, words: str) -> Heard:
    await town.hears(CAMILLE, words)
    return await town.tapped(CAMILLE, "Valider")


# The grid


async def test_semaine_shows_each_child_and_opens_a_grid_in_place(town: Town) -> None:
    page = await town.hears(CAMILLE, "/semaine")
    assert page.says("Semaine type", "Léa : rien d’habituel", "Tom : rien d’habituel")
    assert page.keys == ["✏️ Changer pour Léa", "✏️ Changer pour Tom", "✏️ Changer pour tous"]
    grid = await town.tapped(CAMILLE, "Changer pour Léa")
    assert grid.messages[0].message_id == page.messages[0].message_id
    assert grid.keys[:6] == ["lun 🍽", "lun 🌅", "lun 🌙", "mar 🍽", "mar 🌅", "mar 🌙"]
    assert grid.keys[-2:] == ["Valider", "Abandonner"]
    assert grid.says("toutes les semaines", "« paires »", "« impaires »", "numéro 48 : elle est paire")


async def test_taps_go_round_and_only_valider_keeps(town: Town) -> None:
    await town.hears(CAMILLE, "/semaine")
    await town.tapped(CAMILLE, "Changer pour Léa")
    assert (await town.tapped(CAMILLE, "lun 🍽")).says("Léa : cantine lundi", "Rien n’est encore enregistré")
    await town.tapped(CAMILLE, "jeu 🍽")
    assert "mar 🌙 ✅" in (await town.tapped(CAMILLE, "mar 🌙")).keys
    shown = await town.tapped(CAMILLE, "mar 🌙")
    assert shown.says("Léa : cantine lundi et jeudi ; garderie du soir mardi (semaines paires)", "Jusqu’ici")
    assert kept(town, "Léa") == []
    done = await town.tapped(CAMILLE, "Valider")
    assert done.says("Semaine type enregistrée", "cantine lundi et jeudi ; garderie du soir mardi (semaines paires)")
    assert kept(town, "Léa") == [
        ("cantine", 1, "toutes"),
        ("cantine", 4, "toutes"),
        ("garderie_soir", 2, "paires"),
    ]
    assert kept(town, "Tom") == []


async def test_a_cell_goes_every_week_even_odd_and_back_to_nothing(town: Town) -> None:
    await town.hears(CAMILLE, "/semaine")
    await town.tapped(CAMILLE, "Changer pour Tom")
    seen = [(await town.tapped(CAMILLE, "ven 🍽")).keys[9] for _ in range(4)]
    assert seen == ["ven 🍽 ✅", "ven 🍽 paires", "ven 🍽 impaires", "ven 🍽"]


async def test_all_the_children_at_once_and_where_they_differ_it_is_marked(town: Town) -> None:
    await has_usual(town, "d'habitude lundi pour Léa")
    grid = await town.tapped(CAMILLE, "Changer pour tous")
    assert grid.keys[0] == "lun 🍽 ≠"
    await town.tapped(CAMILLE, "lun 🍽")
    await town.tapped(CAMILLE, "Valider")
    assert kept(town, "Léa") == kept(town, "Tom") == [("cantine", 1, "toutes")]


async def test_abandonner_keeps_what_was(town: Town) -> None:
    await has_usual(town, "d'habitude lundi pour Léa")
    await town.tapped(CAMILLE, "Changer pour Léa")
    await town.tapped(CAMILLE, "jeu 🍽")
    assert (await town.tapped(CAMILLE, "Abandonner")).says("rien n’a été changé")
    assert kept(town, "Léa") == [("cantine", 1, "toutes")]


async def test_valider_where_nothing_was_changed_says_so_and_all_may_be_taken_out(town: Town) -> None:
    await has_usual(town, "d'habitude lundi pour Léa")
    await town.tapped(CAMILLE, "Changer pour Léa")
    assert (await town.tapped(CAMILLE, "Valider")).says("déjà ainsi", "Léa : cantine lundi")
    await town.hears(CAMILLE, "d'habitude pas de cantine le lundi pour Léa")
    assert (await town.tapped(CAMILLE, "Valider")).says("Semaine type enregistrée", "Léa : rien d’habituel")
    assert kept(town, "Léa") == []


async def test_a_grid_left_open_is_shown_again_after_a_long_stop(town: Town) -> None:
    await town.hears(CAMILLE, "d'habitude lundi pour Léa")
    await town.tapped(CAMILLE, "jeu 🍽")
    await town.closes()
    town.now("2026-11-26 10:05")
    await town.opens()
    await town.rest(5)
    assert "Léa : cantine lundi et jeudi" in town.telegram.last(CAMILLE).text.replace("\u00a0", " ")
    await town.tapped(CAMILLE, "Valider")
    assert [day for _, day, _ in kept(town, "Léa")] == [1, 4]


async def test_a_restart_in_the_middle_loses_nothing(town: Town) -> None:
    await town.hears(CAMILLE, "/semaine")
    await town.tapped(CAMILLE, "Changer pour Léa")
    await town.tapped(CAMILLE, "lun 🍽")
    await town.closes()
    await town.opens()
    assert (await town.tapped(CAMILLE, "jeu 🍽")).says("cantine lundi et jeudi")
    await town.tapped(CAMILLE, "Valider")
    assert [day for _, day, _ in kept(town, "Léa")] == [1, 4]


async def test_the_same_tap_delivered_twice_acts_once(town: Town) -> None:
    await town.hears(CAMILLE, "/semaine")
    await town.tapped(CAMILLE, "Changer pour Léa")
    tap = data_of(town, "lun 🍽")
    await town.forged(CAMILLE, tap)
    await town.forged(CAMILLE, tap)
    assert "lun 🍽 ✅" in [button.text for button in town.telegram.last(CAMILLE).buttons]


async def test_a_key_of_an_old_screen_acts_on_what_is_true_and_says_so(town: Town) -> None:
    await town.hears(CAMILLE, "/semaine")
    await town.tapped(CAMILLE, "Changer pour Léa")
    old = data_of(town, "lun 🍽")  # would put every week
    await town.tapped(CAMILLE, "lun 🍽")
    await town.tapped(CAMILLE, "lun 🍽")
    assert (await town.forged(CAMILLE, old)).says("n’était plus à jour", "Léa : cantine lundi")
    assert kept(town, "Léa") == []


@pytest.mark.parametrize("key", ["jeu 🍽", "Valider"])
async def test_a_grid_already_decided_shows_what_is_kept(town: Town, key: str) -> None:
    await town.hears(CAMILLE, "d'habitude lundi pour Léa")
    data = data_of(town, key)
    await town.tapped(CAMILLE, "Valider")
    assert (await town.forged(CAMILLE, data)).says("n’est plus valable", "Léa : cantine lundi")
    assert kept(town, "Léa") == [("cantine", 1, "toutes")]


@pytest.mark.parametrize("data", ["S:{draft}:cantine:3:a", "S:{draft}:cantine:1:m", "S:{draft}:diner:1:a", "H:999"])
async def test_forged_keys_change_nothing(town: Town, data: str) -> None:
    await town.hears(CAMILLE, "d'habitude lundi pour Léa")
    draft = town.read(lambda session: session.scalars(select(Draft.id).order_by(Draft.id.desc())).first())
    assert (await town.forged(CAMILLE, data.format(draft=draft))).says("Ce bouton n’est plus valable")
    await town.tapped(CAMILLE, "Valider")
    assert kept(town, "Léa") == [("cantine", 1, "toutes")]


@pytest.mark.parametrize("key", ["jeu 🍽", "Valider"])
async def test_nobody_taps_in_another_s_grid(town: Town, key: str) -> None:
    await town.hears(CAMILLE, "d'habitude lundi pour Léa")
    data = data_of(town, key)
    assert (await town.forged(SOPHIE, data)).says("n’est plus valable", "Inès : rien d’habituel")
    assert (await town.forged(ALEX, data)).says("n’est plus valable", "Léa : rien d’habituel")
    assert (await town.forged(AGENT, data)).says("Je ne peux pas faire cela pour vous")
    assert kept(town, "Léa") == []
    assert (await town.tapped(CAMILLE, "Valider")).says("Léa : cantine lundi")


async def test_valider_typed_is_that_of_the_screen_shown_last(town: Town) -> None:
    await town.hears(CAMILLE, "réserver cantine du 3 au 14 décembre")
    await town.hears(CAMILLE, "d'habitude lundi pour Léa")
    assert (await town.hears(CAMILLE, "valider")).says("Semaine type enregistrée")
    assert kept(town, "Léa") == [("cantine", 1, "toutes")]
    assert town.booked("Léa") == []
    assert (await town.hears(CAMILLE, "valider")).says("Ceci attendait votre réponse", "lundi 7 décembre")
    assert town.booked("Léa") == []
    assert (await town.hears(CAMILLE, "valider")).says("Cantine réservée")


# In words


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("/semaine lundi et jeudi pour Léa", [("cantine", 1, "toutes"), ("cantine", 4, "toutes")]),
        ("d'habitude lundi et jeudi pour Léa", [("cantine", 1, "toutes"), ("cantine", 4, "toutes")]),
        ("D’habitude, Léa mange le lundi et le jeudi", [("cantine", 1, "toutes"), ("cantine", 4, "toutes")]),
        ("Léa mange d'habitude les lundis des semaines paires", [("cantine", 1, "paires")]),
        ("léa mange habituellement un jeudi sur deux", [("cantine", 4, "impaires")]),
        (
            "d'habitude pour Léa cantine lundi, garderie du soir mardi les semaines impaires",
            [("cantine", 1, "toutes"), ("garderie_soir", 2, "impaires")],
        ),
        ("semaine type de Léa : cantine tous les jours", [("cantine", day, "toutes") for day in (1, 2, 4, 5)]),
        ("d'habitude Léa mange tous les jours sauf le mardi", [("cantine", day, "toutes") for day in (1, 4, 5)]),
        (
            "d'habitude pour Léa semaines paires lundi et mardi, semaines impaires jeudi",
            [("cantine", 1, "paires"), ("cantine", 2, "paires"), ("cantine", 4, "impaires")],
        ),
        (
            "d'habitude garderie du soir de Léa lundi les semaines impaires et jeudi les semaines paires",
            [("garderie_soir", 1, "impaires"), ("garderie_soir", 4, "paires")],
        ),
        ("dhab cantine du lundi au jeudi pour léa", [("cantine", day, "toutes") for day in (1, 2, 4)]),
    ],
)
async def test_what_is_said_is_shown_and_then_kept(town: Town, words: str, lines: list[tuple[str, int, str]]) -> None:
    shown = await town.hears(CAMILLE, words)
    assert shown.says("Semaine type pour Léa", "Rien n’est encore enregistré")
    assert shown.says_nothing_of("pas d’école")
    assert kept(town, "Léa") == []
    assert (await town.tapped(CAMILLE, "Valider")).says("Semaine type enregistrée")
    assert kept(town, "Léa") == lines
    assert kept(town, "Tom") == []
    assert town.booked("Léa") == []


async def test_without_a_name_it_is_every_child_s(town: Town) -> None:
    await has_usual(town, "d'habitude lundi et jeudi")
    assert kept(town, "Léa") == kept(town, "Tom") == [("cantine", 1, "toutes"), ("cantine", 4, "toutes")]


async def test_another_service_stays_what_is_added_comes_besides_and_pas_takes_out(town: Town) -> None:
    await has_usual(town, "d'habitude cantine lundi, garderie du soir mardi")
    await has_usual(town, "d'habitude cantine jeudi")
    assert kept(town, "Léa") == [("cantine", 4, "toutes"), ("garderie_soir", 2, "toutes")]
    await has_usual(town, "d'habitude cantine aussi le vendredi")
    assert kept(town, "Léa") == [("cantine", 4, "toutes"), ("cantine", 5, "toutes"), ("garderie_soir", 2, "toutes")]
    await has_usual(town, "d'habitude pas de cantine le jeudi")
    assert kept(town, "Léa") == [("cantine", 5, "toutes"), ("garderie_soir", 2, "toutes")]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("d'habitude rien le lundi pour Léa", [("cantine", 4, "toutes")]),
        ("d'habitude Léa ne mange pas", [("garderie_soir", 1, "toutes")]),
        ("supprime la semaine type de Léa", []),
    ],
)
async def test_what_is_usual_no_more_is_taken_out(town: Town, words: str, lines: list[tuple[str, int, str]]) -> None:
    await has_usual(town, "d'habitude cantine lundi et jeudi, garderie du soir lundi")
    assert (await has_usual(town, words)).says("Semaine type enregistrée")
    assert kept(town, "Léa") == lines
    assert len(kept(town, "Tom")) == 3


async def test_a_child_named_and_no_day_opens_that_child_s_grid(town: Town) -> None:
    shown = await town.hears(CAMILLE, "/semaine Léa")
    assert shown.says("Semaine type pour Léa")
    assert shown.keys[0] == "lun 🍽"
    await has_usual(town, "d'habitude lundi")
    assert (await town.hears(CAMILLE, "change la semaine type")).says("Dites-moi les jours", "Léa : cantine lundi")


async def test_even_weeks_not_made_out_are_said_to_be_doubtful(town: Town) -> None:
    shown = await town.hears(
        CAMILLE, "d'habitude Léa lundi semaines paires, lundi semaines impaires, lundi semaines paires"
    )
    assert shown.says("pas sûre d’avoir compris les semaines paires ou impaires", "Rien n’est encore enregistré")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("d'habitude mercredi", "pas d’école le mercredi"),
        ("d'habitude un lundi sur trois", "toutes les semaines, les semaines paires ou les semaines impaires"),
        ("quelle est ma semaine type ?", "Léa : rien d’habituel"),
        ("d'habitude", "Léa : rien d’habituel"),
        ("d'habitude pas de cantine le lundi", "déjà ainsi"),
    ],
)
async def test_what_cannot_be_kept_is_said_and_changes_nothing(town: Town, words: str, said: str) -> None:
    assert (await town.hears(CAMILLE, words)).says(said, "Semaine type")
    assert kept(town, "Léa") == kept(town, "Tom") == []


async def test_a_doubt_is_asked_about_and_its_answer_is_usual_too(town: Town) -> None:
    asked = await town.hears(CAMILLE, "d'habitude garderie mardi pour Léa")
    assert asked.keys == ["Matin et soir", "Matin", "Soir", "Abandonner"]
    assert (await town.tapped(CAMILLE, "Soir")).says("Léa : garderie du soir mardi", "Rien n’est encore enregistré")
    await town.tapped(CAMILLE, "Valider")
    assert kept(town, "Léa") == [("garderie_soir", 2, "toutes")]
    assert town.booked("Léa", service=Service.GARDERIE_SOIR) == []


async def test_an_edited_sentence_takes_the_place_of_its_grid(town: Town) -> None:
    message = town.telegram.says(CAMILLE, "d'habitude lundi pour Léa")
    await town.rest()
    old = town.telegram.last(CAMILLE)
    assert (await town.edited(CAMILLE, message, "d'habitude mardi pour Léa")).says("cantine mardi")
    assert (await town.told(CAMILLE, lambda: town.telegram.taps(CAMILLE, "Valider", old))).says("n’est plus valable")
    assert kept(town, "Léa") == []
    await town.tapped(CAMILLE, "Valider")
    assert kept(town, "Léa") == [("cantine", 2, "toutes")]


async def test_a_booking_edited_into_a_usual_week_is_taken_back(town: Town) -> None:
    message = town.telegram.says(CAMILLE, "cantine jeudi pour Léa")
    await town.rest()
    assert town.booked("Léa") == ["2026-12-03"]
    heard = await town.edited(CAMILLE, message, "d'habitude cantine jeudi pour Léa")
    assert heard.says("Message modifié", "Cantine annulée", "Semaine type pour Léa")
    assert town.booked("Léa") == []


# Reserving as usual


async def test_reserving_as_usual_until_the_holidays_shows_first_and_books(town: Town) -> None:
    done = await has_usual(town, "d'habitude lundi et jeudi pour Léa")
    assert done.says("Réserver comme d’habitude", "vacances de Noël, le vendredi 18 décembre compris")
    assert done.keys[-3:] == [
        "Réserver jusqu’aux vacances de Noël",
        "Réserver jusqu’aux vacances d’hiver",
        "Réserver toute l’année",
    ]
    shown = await town.tapped(CAMILLE, "Réserver jusqu’aux vacances de Noël")
    assert shown.says("Vérifiez", "lundi 30 novembre", "jeudi 17 décembre")
    booked = await town.tapped(CAMILLE, "Valider")
    assert booked.says("Cantine réservée", "Reçu ")
    assert booked.keys == ["Annuler cette action", "📅 Calendrier"]
    assert town.booked("Léa") == sorted(MONDAYS + THURSDAYS)
    assert town.booked("Tom") == []
    assert "Camille Durand vient de faire ce changement" in town.telegram.last(ALEX).text
    await town.tapped(CAMILLE, "Annuler cette action")
    assert town.booked("Léa") == []


async def test_toute_l_annee_books_to_the_last_school_day_and_no_holiday(town: Town) -> None:
    await has_usual(town, "d'habitude vendredi pour Léa")
    await town.tapped(CAMILLE, "Réserver toute l’année")
    assert (await town.tapped(CAMILLE, "Valider")).says("❌ Pas possible", "vendredi 27 novembre : trop tard")
    school = town.commune.calendar.open_days(Period(date(2026, 12, 4), date(2027, 7, 31)))
    assert town.booked("Léa") == [day.isoformat() for day in school if day.isoweekday() == 5]


@pytest.mark.parametrize(
    "words",
    ["réserver comme d'habitude jusqu'au 11 décembre", "comme d’habitude jusqu’au 11 décembre svp"],
)
async def test_said_with_an_end_what_is_usual_is_done_at_once_where_it_is_little(town: Town, words: str) -> None:
    await has_usual(town, "d'habitude cantine lundi, garderie du soir mardi les semaines paires pour Léa")
    assert (await town.hears(CAMILLE, words)).says("Cantine réservée", "Garderie du soir réservée", "Reçu ")
    assert town.booked("Léa") == MONDAYS[:2]
    assert town.booked("Léa", service=Service.GARDERIE_SOIR) == ["2026-12-08"]


async def test_the_canteen_named_is_the_canteen_alone(town: Town) -> None:
    await has_usual(town, "d'habitude cantine lundi, garderie du soir mardi pour Léa")
    await town.hears(CAMILLE, "réserver la cantine comme d'habitude jusqu'au 11 décembre")
    assert town.booked("Léa") == MONDAYS[:2]
    assert town.booked("Léa", service=Service.GARDERIE_SOIR) == []


async def test_a_wish_that_says_its_day_and_service_is_done_as_it_stands(town: Town) -> None:
    assert (await town.hears(CAMILLE, "réserver cantine jeudi pour Léa comme d'habitude")).says("Cantine réservée")
    assert town.booked("Léa") == ["2026-12-03"]
    await has_usual(town, "d'habitude lundi pour Léa")
    assert (await town.hears(CAMILLE, "réserver vendredi 4 pour Léa comme d'habitude")).says("Rien n’est habituel")
    assert town.booked("Léa") == ["2026-12-03"]


async def test_forwarded_it_is_only_shown(town: Town) -> None:
    await has_usual(town, "d'habitude lundi pour Léa")
    for words in ("d'habitude rien le lundi pour Léa", "réserver comme d'habitude jusqu'au 4 décembre"):
        heard = await town.told(CAMILLE, lambda said=words: town.telegram.forwards(CAMILLE, said, of=ALEX))  # type: ignore[misc]
        assert "Valider" in heard.keys
    assert kept(town, "Léa") == [("cantine", 1, "toutes")]
    assert town.booked("Léa") == []


async def test_said_while_a_question_is_open_it_is_of_the_usual_week_still(town: Town) -> None:
    await has_usual(town, "d'habitude lundi pour Léa")
    await town.hears(CAMILLE, "garderie vendredi pour Léa")
    await town.hears(CAMILLE, "réserver comme d'habitude jusqu'au 11 décembre")
    assert town.booked("Léa") == MONDAYS[:2]


async def test_an_open_end_is_shown_first_and_a_day_without_school_says_why(town: Town) -> None:
    town.now("2027-06-15 10:00")
    await has_usual(town, "d'habitude vendredi pour Léa")
    shown = await town.hears(CAMILLE, "réserver comme d'habitude à partir du 21 juin")
    assert shown.says("Vérifiez", "vendredi 25 juin", "vendredi 2 juillet")
    shown = await town.hears(CAMILLE, "réserver comme d'habitude tous les vendredis")
    assert shown.says("Vérifiez", "jusqu’à la fin de l’année scolaire", "vendredi 18 juin")
    assert town.booked("Léa") == []
    assert (await town.hears(CAMILLE, "réserver comme d'habitude mercredi")).says("mercredi 16 juin : pas d’école")


async def test_without_an_end_the_ends_are_offered_and_nothing_usual_is_said(town: Town) -> None:
    assert (await town.hears(CAMILLE, "réserver comme d'habitude la semaine prochaine")).says("Rien n’est habituel")
    await has_usual(town, "d'habitude lundi")
    assert "Réserver toute l’année" in (await town.hears(CAMILLE, "réserver comme d'habitude")).keys
    assert town.booked("Léa") == []


@pytest.mark.parametrize("words", ["annule jeudi comme d'habitude", "/annuler jeudi comme d'habitude"])
async def test_annuler_comme_d_habitude_is_a_cancellation(town: Town, words: str) -> None:
    town.has_booked("Léa", "2026-12-03")
    assert (await town.hears(CAMILLE, words)).says("Cantine annulée", "jeudi 3 décembre")


async def test_a_question_stays_a_question(town: Town) -> None:
    await has_usual(town, "d'habitude jeudi pour Léa")
    assert (await town.hears(CAMILLE, "est-ce que Léa mange jeudi comme d'habitude ?")).says(
        "Planning", "jeudi 3 décembre"
    )
    assert town.booked("Léa") == []


async def test_a_day_cancelled_on_purpose_is_shown_and_only_put_back_when_asked(town: Town) -> None:
    await has_usual(town, "d'habitude lundi pour Léa")
    town.has_booked("Léa", *MONDAYS[:2])
    await town.hears(CAMILLE, "annule lundi 7 décembre pour Léa")
    shown = await town.hears(CAMILLE, "réserver comme d'habitude jusqu'au 18 décembre")
    assert shown.says("Vous l’aviez annulée", "lundi 7 décembre", "À réserver", "lundi 14 décembre")
    assert shown.keys == ["Remettre aussi les jours annulés", "Valider", "Abandonner"]
    again = await town.tapped(CAMILLE, "Remettre aussi")
    assert again.says("À réserver", "lundi 7 décembre")
    assert town.booked("Léa") == MONDAYS[:1]
    await town.tapped(CAMILLE, "Valider")
    assert town.booked("Léa") == MONDAYS


async def test_where_only_cancelled_days_are_left_they_are_shown_with_no_valider(town: Town) -> None:
    await has_usual(town, "d'habitude lundi pour Léa")
    town.has_booked("Léa", "2026-11-30")
    await town.hears(CAMILLE, "annule lundi pour Léa")
    shown = await town.hears(CAMILLE, "réserver comme d'habitude jusqu'au 4 décembre")
    assert shown.keys == ["Remettre aussi les jours annulés", "Abandonner"]
    assert (await town.tapped(CAMILLE, "Remettre aussi")).keys == ["Valider", "Abandonner"]
    await town.tapped(CAMILLE, "Valider")
    assert town.booked("Léa") == ["2026-11-30"]


async def test_a_tap_on_an_end_that_is_past_shows_the_page(town: Town) -> None:
    await has_usual(town, "d'habitude lundi pour Léa")
    for data in ("B:2026-11-26", "B:9999-12-31", "B:0001-01-01"):
        assert (await town.forged(CAMILLE, data)).says("n’est plus valable", "Léa : cantine lundi")
    assert town.booked("Léa") == []


# Adapting what is booked


async def test_a_changed_week_offers_to_adapt_what_is_booked_ahead(town: Town) -> None:
    await has_usual(town, "d'habitude lundi et jeudi pour Léa")
    town.has_booked("Léa", *MONDAYS, *THURSDAYS)
    offered = await has_usual(town, "d'habitude lundi et vendredi pour Léa")
    assert offered.says("Semaine type enregistrée", "Adapter ce qui est déjà réservé", "n’ont pas encore changé")
    assert offered.says("À annuler : cantine pour Léa", "jeudi 3 décembre", "À réserver", "vendredi 18 décembre")
    assert offered.says_nothing_of("27 novembre", "• lundi")  # Friday's cut-off has passed; Mondays stay
    assert kept(town, "Léa") == [("cantine", 1, "toutes"), ("cantine", 5, "toutes")]
    assert town.booked("Léa") == sorted(MONDAYS + THURSDAYS)
    done = await town.tapped(CAMILLE, "Valider")
    assert done.says("Cantine annulée", "Cantine réservée")
    assert done.keys == ["Annuler cette action", "📅 Calendrier"]
    assert town.booked("Léa") == sorted([*MONDAYS, "2026-12-04", "2026-12-11", "2026-12-18"])


async def test_abandonner_leaves_bookings_and_keeps_the_new_week(town: Town) -> None:
    await has_usual(town, "d'habitude lundi pour Léa")
    town.has_booked("Léa", *MONDAYS)
    await has_usual(town, "d'habitude jeudi pour Léa")
    assert (await town.tapped(CAMILLE, "Abandonner")).says("rien n’a été changé")
    assert town.booked("Léa") == MONDAYS
    assert kept(town, "Léa") == [("cantine", 4, "toutes")]


async def test_adapting_never_tells_an_absence_and_shows_what_was_cancelled(town: Town) -> None:
    await has_usual(town, "d'habitude lundi, jeudi et vendredi pour Léa")
    town.has_booked("Léa", "2026-11-27", *MONDAYS, *THURSDAYS)
    await town.hears(CAMILLE, "annule lundi 7 décembre pour Léa")
    offered = await has_usual(town, "d'habitude lundi et jeudi et mardi pour Léa")
    assert offered.says("Vous l’aviez annulée", "lundi 7 décembre")
    assert offered.says_nothing_of("27 novembre")
    await town.tapped(CAMILLE, "Valider")
    assert town.booked("Léa", State.ABSENT) == []
    assert "2026-11-27" in town.booked("Léa")
    assert "2026-12-07" not in town.booked("Léa")


async def test_what_has_become_too_late_is_refused_and_says_why(town: Town) -> None:
    await has_usual(town, "d'habitude jeudi pour Léa")
    town.has_booked("Léa", *THURSDAYS)
    await has_usual(town, "d'habitude lundi et jeudi pour Léa")
    town.now("2026-12-01 10:00")
    done = await town.tapped(CAMILLE, "Valider")
    assert done.says("Pas possible", "lundi 30 novembre : c’est déjà passé", "Cantine réservée", "lundi 7 décembre")
    assert town.booked("Léa") == sorted(THURSDAYS + MONDAYS[1:])


async def test_a_closed_day_is_not_among_them(town: Town) -> None:
    await has_usual(town, "d'habitude jeudi pour Léa")
    town.has_booked("Léa", *THURSDAYS)
    day = paris("2026-12-07 00:00").date()
    town.read(lambda session: calendar.close(session, [day], "grève", Stamp(None, town.clock())))
    assert (await has_usual(town, "d'habitude lundi et jeudi pour Léa")).says_nothing_of("7 décembre ")
    await town.tapped(CAMILLE, "Valider")
    assert town.booked("Léa") == sorted(["2026-11-30", "2026-12-14", *THURSDAYS])


# Two guardians, two homes


async def test_the_other_guardian_is_told_and_what_she_changed_is_not_overwritten(town: Town) -> None:
    await town.hears(CAMILLE, "/semaine")
    await town.tapped(CAMILLE, "Changer pour Léa")
    await town.tapped(CAMILLE, "lun 🍽")
    await town.hears(ALEX, "d'habitude vendredi pour Léa")
    await town.tapped(ALEX, "Valider")
    assert "Alex Durand vient de changer la semaine type" in town.telegram.last(CAMILLE).text
    grid = next(m for m in reversed(town.telegram.answers(CAMILLE)) if "lun 🍽 ✅" in [b.text for b in m.buttons])
    (validate,) = [button.data for button in grid.buttons if button.text == "Valider"]
    assert validate
    heard = await town.forged(CAMILLE, validate)
    assert heard.says("a changé entre-temps", "je n’ai rien écrasé", "Léa : cantine vendredi")
    assert kept(town, "Léa") == [("cantine", 5, "toutes")]
    await town.tapped(CAMILLE, "lun 🍽")
    assert (await town.tapped(CAMILLE, "Valider")).says("cantine lundi et vendredi")


async def test_a_tap_in_a_grid_begun_before_the_other_s_change_shows_the_truth(town: Town) -> None:
    await town.hears(CAMILLE, "/semaine")
    await town.tapped(CAMILLE, "Changer pour Léa")
    await town.hears(ALEX, "d'habitude vendredi pour Léa")
    await town.tapped(ALEX, "Valider")
    assert (await town.tapped(CAMILLE, "lun 🍽")).says("a changé entre-temps", "Léa : cantine vendredi")


async def test_each_home_sets_and_sees_its_own_weeks_only(town: Town) -> None:
    shown = await town.hears(SOPHIE, "d'habitude Inès mange tous les jours")
    assert shown.says("Inès est chez vous les semaines paires", "(semaines paires)")
    await town.tapped(SOPHIE, "Valider")
    page = await town.hears(MARC, "/semaine")
    assert page.says("Inès : rien d’habituel")
    await town.tapped(MARC, "Changer pour Inès")
    assert (await town.tapped(MARC, "lun 🍽")).says("Inès : cantine lundi (semaines impaires)")
    await town.tapped(MARC, "Valider")
    assert kept(town, "Inès")[:2] == [("cantine", 1, "toutes"), ("cantine", 2, "paires")]
    assert (await town.hears(SOPHIE, "/semaine")).says("cantine lundi, mardi, jeudi et vendredi (semaines paires)")
    await town.hears(MARC, "réserver comme d'habitude jusqu'au 18 décembre")
    assert town.booked("Inès") == ["2026-11-30", "2026-12-14"]
    assert not [m for m in town.telegram.answers(SOPHIE) if "Marc" in m.text]


async def test_the_other_home_s_usual_week_does_not_silence_this_one_s_habits(town: Town) -> None:
    town.has_booked("Inès", "2026-11-03", "2026-11-17")  # weeks 45 and 47: Marc's
    await town.hears(SOPHIE, "d'habitude Inès mange le jeudi")
    await town.tapped(SOPHIE, "Valider")
    heard = await town.told(MARC, lambda: town.now("2026-11-29 18:00"))
    assert heard.says("Inès", "mardi 1er décembre")


async def test_a_child_gone_meanwhile_is_left_out_of_the_grid(town: Town) -> None:
    await town.hears(CAMILLE, "d'habitude lundi")
    tom = select(Child.id).where(Child.first_name == "Tom").scalar_subquery()
    town.read(lambda session: session.execute(delete(Residence).where(Residence.child_id == tom)))
    await town.tapped(CAMILLE, "Valider")
    assert kept(town, "Léa") == [("cantine", 1, "toutes")]
    assert kept(town, "Tom") == []


async def test_the_journal_names_nobody(town: Town) -> None:
    await has_usual(town, "d'habitude lundi pour Léa")
    entry = select(JournalEntry).where(JournalEntry.action == "usual-week")
    facts = town.read(lambda session: session.scalars(entry).one().facts)
    assert facts == {"children": [1], "lines": 1}


async def test_late_in_the_year_one_day_left_is_still_every_other_week(town: Town) -> None:
    town.now("2027-06-22 10:00")
    await has_usual(town, "d'habitude Léa mange les lundis des semaines paires")
    assert kept(town, "Léa") == [("cantine", 1, "paires")]


async def test_reminders_expect_what_was_set(town: Town) -> None:
    await has_usual(town, "Léa mange d'habitude le mardi, les semaines impaires")
    assert [weeks for *_, weeks in kept(town, "Léa")] == [Weeks.ODD.value]
    heard = await town.told(CAMILLE, lambda: town.now("2026-11-29 18:00"))
    assert heard.says("Léa", "mardi 1er décembre")
