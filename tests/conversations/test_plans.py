"""Sunday's plan: the coming week, what is usual and missing, buttons that book at once; not in the holidays."""

from tests.conversations.test_reminders import AT_HOME, TUESDAYS, at, usual
from tests.town import ALEX, CAMILLE, MARC, SOPHIE, Town

SUNDAY = "2026-11-29 18:00"


async def test_the_plan_says_what_is_booked_what_is_missing_and_until_when(town: Town) -> None:
    town.has_booked("Léa", "2026-11-30", "2026-12-03")
    for weekday in (4, 5):
        usual(town, "Tom", weekday)
    assert (await at(town, "2026-11-29 17:59")).messages == ()
    heard = await at(town, SUNDAY)
    assert heard.says(
        "La semaine du lundi 30 novembre",
        "lundi 30 novembre : cantine (Léa)",
        "mardi 1er décembre : rien de réservé",
        "Pas encore de cantine pour Tom : jeudi 3 décembre et vendredi 4 décembre.",
        "Prochaine limite : lundi 30 novembre à 9 h, pour la cantine du mardi 1er décembre.",
    )
    assert [key.replace("\u00a0", " ") for key in heard.keys] == ["🍽 Réserver Tom : jeudi et vendredi", AT_HOME]
    assert "La semaine du lundi 30 novembre" in town.telegram.last(ALEX).text


async def test_its_button_books_those_days_at_once(town: Town) -> None:
    for child in ("Léa", "Tom"):
        for weekday in (2, 4, 5):
            usual(town, child, weekday)
    heard = await at(town, SUNDAY)
    assert "🍽 Réserver pour tous : jeudi et vendredi" in [key.replace("\u00a0", " ") for key in heard.keys]
    assert heard.says("Léa et Tom : pas encore de cantine pour mardi 1er décembre")
    booked = await town.tapped(CAMILLE, "🍽 Réserver pour tous : jeudi et vendredi")
    assert booked.says("Cantine réservée", "jeudi 3 décembre", "vendredi 4 décembre", "Reçu")
    assert town.booked("Léa") == town.booked("Tom") == ["2026-12-03", "2026-12-04"]


async def test_a_day_of_it_tapped_too_late_is_refused_and_the_others_are_booked(town: Town) -> None:
    usual(town, "Léa", 4)
    usual(town, "Léa", 5)
    await at(town, SUNDAY)
    town.now("2026-12-01 09:01")
    heard = await town.tapped(CAMILLE, "🍽 Réserver Léa : jeudi et vendredi")
    assert heard.says("trop tard", "vendredi 4 décembre")
    assert town.booked("Léa") == ["2026-12-04"]


async def test_the_day_of_the_evening_s_reminder_is_left_to_it(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    heard = await at(town, SUNDAY)
    assert len(heard.messages) == 1
    assert heard.says_nothing_of("La semaine du")


async def test_it_comes_once_though_the_bot_stops_and_never_on_monday(town: Town) -> None:
    town.has_booked("Léa", "2026-12-03")
    await at(town, SUNDAY)
    before = len(town.telegram.answers(CAMILLE))
    await town.closes()
    town.now("2026-11-29 21:00")
    await town.opens()
    await town.rest(5)
    assert len(town.telegram.answers(CAMILLE)) == before
    town.has_booked("Léa", "2026-12-10")
    await town.closes()
    town.now("2026-12-07 07:00")
    await town.opens()
    await town.rest(5)
    assert len(town.telegram.answers(CAMILLE)) == before


async def test_missed_on_sunday_it_is_caught_up_on_sunday(town: Town) -> None:
    town.has_booked("Léa", "2026-12-03")
    await town.closes()
    town.now("2026-11-29 22:30")
    await town.opens()
    await town.rest(5)
    assert "La semaine du lundi 30 novembre" in town.telegram.last(CAMILLE).text


async def test_nothing_known_nothing_sent(town: Town) -> None:
    assert (await at(town, SUNDAY)).messages == ()


async def test_each_home_has_the_plan_of_its_own_weeks(town: Town) -> None:
    usual(town, "Inès", 4)
    heard = await at(town, SUNDAY, MARC)  # week 49: odd
    assert heard.says("Inès", "jeudi 3 décembre")
    assert "La semaine du" not in town.telegram.last(SOPHIE).text


async def test_nothing_in_the_holidays_and_school_s_first_day_before_it_begins_again(town: Town) -> None:
    usual(town, "Léa", 4)
    assert (await at(town, "2026-12-20 18:00")).messages == ()
    assert (await at(town, "2026-12-27 18:00")).messages == ()
    heard = await at(town, "2027-01-03 18:00")
    assert heard.says("L’école reprend lundi 4 janvier", "Pas encore de cantine pour Léa : jeudi 7 janvier")
    assert (await at(town, "2027-01-10 18:00")).says_nothing_of("reprend")


async def test_a_week_at_home_has_no_plan(town: Town) -> None:
    usual(town, "Léa", 4)
    town.has_booked("Tom", "2026-12-03")
    await town.hears(CAMILLE, "tout le monde à la maison la semaine prochaine")
    assert (await at(town, SUNDAY)).messages == ()


async def test_who_wants_no_plan_has_none_and_who_mutes_a_child_is_not_told_of_it(town: Town) -> None:
    usual(town, "Léa", 4)
    usual(town, "Tom", 5)
    await town.hears(CAMILLE, "/rappels")
    await town.tapped(CAMILLE, "🔔 Le dimanche")
    await town.hears(ALEX, "/rappels")
    await town.tapped(ALEX, "🔔 Tom")
    heard = await at(town, SUNDAY, ALEX)
    assert heard.says("Pas encore de cantine pour Léa")
    assert heard.says_nothing_of("pour Tom")
    assert "La semaine du" not in town.telegram.last(CAMILLE).text


async def test_who_muted_all_reminders_has_no_plan_either(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    town.has_booked("Léa", "2026-12-10")
    await at(town, SUNDAY)
    await town.tapped(CAMILLE, "Ne plus me rappeler")
    await town.tapped(CAMILLE, "Tous les rappels")
    assert (await at(town, "2026-12-06 18:00")).messages == ()
    assert "La semaine du lundi 7 décembre" in town.telegram.last(ALEX).text


async def test_children_who_lack_other_days_have_a_button_each(town: Town) -> None:
    usual(town, "Léa", 4)
    usual(town, "Tom", 5)
    heard = await at(town, SUNDAY)
    assert heard.says("pour Léa : jeudi 3 décembre.", "pour Tom : vendredi 4 décembre.")
    assert len(heard.keys) == 3
    await town.tapped(CAMILLE, "🍽 Réserver Tom : vendredi")
    assert town.booked("Tom") == ["2026-12-04"]
    assert town.booked("Léa") == []
