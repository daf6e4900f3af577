"""Menus: given by the mairie in lines, as a spreadsheet or a photo; shown to parents, in reminders, and on Monday."""

from io import BytesIO

import pytest
from openpyxl import Workbook
from PIL import Image
from sqlalchemy import select, update

from models.tables import DayMenu, Draft, JournalEntry, Staff
from models.vocabulary import Role
from tests.conversations.test_reminders import TUESDAYS, at, usual
from tests.town import AGENT, ALEX, CAMILLE, MARC, SECRETARY, SOPHIE, Heard, Town

WEEK = """lundi 30/11 : carottes râpées, poulet rôti, purée, yaourt (gluten, lait)
mardi : salade verte, lasagnes de légumes, pomme (V)
jeudi : betteraves, poisson pané, riz (poisson, gluten)
vendredi : soupe, omelette, pain (aucun)"""
MONDAY = "lundi 30 novembre : carottes râpées, poulet rôti, purée, yaourt ⚠️ gluten et lait"
HEADINGS = "jour;entree;plat;accompagnement;fromage;dessert;allergenes;vegetarien"


def picture() -> bytes:
    content = BytesIO()
    Image.new("RGB", (64, 48), "white").save(content, "JPEG")
    return content.getvalue()


async def given(town: Town, lines: str = WEEK) -> Heard:
    await town.hears(SECRETARY, f"/menus {lines}")
    return await town.tapped(SECRETARY, "Valider")


async def sent(town: Town, content: bytes | str, name: str = "menus.csv") -> Heard:
    raw = content.encode() if isinstance(content, str) else content
    return await town.told(SECRETARY, lambda: town.telegram.sends_document(SECRETARY, name, raw))


def kept(town: Town) -> list[str]:
    return town.read(lambda s: [day.isoformat() for day in s.scalars(select(DayMenu.day).order_by(DayMenu.day))])


def photo_shown(town: Town, person=CAMILLE) -> bytes | None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    last = town.telegram.last(person)
    return last.file if "photo" in last.body else None


# The mairie, in lines


async def test_lines_are_shown_first_kept_by_valider_and_seen_by_parents(town: Town) -> None:
    heard = await town.hears(SECRETARY, f"/menus {WEEK}")
    assert heard.says(
        "Vérifiez avant de valider",
        f"➕ {MONDAY}",
        "➕ mardi 1er décembre : 🌱 salade verte, lasagnes de légumes, pomme",
        "vendredi 4 décembre : soupe, omelette, pain (aucun des 14 allergènes)",
        "Un jour n’a pas d’allergènes précisés",
        "Rien n’est encore enregistré",
    )
    assert kept(town) == []
    assert (await town.tapped(SECRETARY, "Valider")).says("C’est enregistré", MONDAY)
    assert kept(town) == ["2026-11-30", "2026-12-01", "2026-12-03", "2026-12-04"]
    assert (await town.hears(CAMILLE, "/menu")).says("La semaine prochaine", MONDAY, "🌱 salade verte", "🌱 repas")
    assert (await town.hears(SECRETARY, "/menus")).says(MONDAY)


async def test_lines_pasted_after_the_command_are_read_and_valider_may_be_typed(town: Town) -> None:
    assert (await town.hears(SECRETARY, "/menus")).says("Semaine du lundi 23 novembre", "rien encore", "(V)")
    assert (await town.hears(SECRETARY, WEEK)).says("Vérifiez", MONDAY)
    assert (await town.hears(SECRETARY, "valider")).says("C’est enregistré")
    assert len(kept(town)) == 4


async def test_abandoned_in_words_or_by_its_key_nothing_is_kept(town: Town) -> None:
    await town.hears(SECRETARY, f"/menus {WEEK}")
    assert (await town.hears(SECRETARY, "abandonner")).says("Abandonné")
    await town.hears(SECRETARY, f"/menus {WEEK}")
    assert (await town.tapped(SECRETARY, "Abandonner")).says("Abandonné")
    assert (await town.hears(SECRETARY, "valider")).says_nothing_of("enregistré")
    assert kept(town) == []


async def test_without_the_command_lines_are_no_menus(town: Town) -> None:
    assert (await town.hears(SECRETARY, WEEK)).says("Pour la mairie")
    assert (await town.hears(CAMILLE, "lundi 30/11 : carottes")).says_nothing_of("Vérifiez avant de valider")


async def test_each_mistake_names_its_line_and_nothing_is_lost(town: Town) -> None:
    await given(town, "lundi 30/11 : soupe")
    wrong = "lundi 30/11 : carottes (gluen)\nmercredi 2/12 : riz\nblorp\nmardi 3/12 : riz\njeudi 3/12 : thon (bio)"
    heard = await town.hears(SECRETARY, f"/menus {wrong}")
    assert heard.says(
        "5 erreurs dans ces menus : rien n’a été changé",
        "Ligne 1 : « gluen » n’est pas un des 14 allergènes ; est-ce « gluten » ?",
        "Ligne 2 : il n’y a pas de cantine mercredi 2 décembre",
        "Ligne 3 : je ne lis pas de jour",
        "Ligne 4 : « mardi 3/12 » n’existe pas. Est-ce jeudi 3 décembre ?",
        "Ligne 5 : « bio » n’est pas un des 14 allergènes",
        "Corrigez votre message",
    )
    assert heard.keys == []
    assert (await town.hears(CAMILLE, "menu de lundi")).says("soupe")


async def test_many_mistakes_are_counted(town: Town) -> None:
    heard = await town.hears(SECRETARY, "/menus " + "\n".join(["blorp"] * 12))
    assert heard.says("12 erreurs", "Ligne 10", "… et 2 autres")
    assert heard.says_nothing_of("Ligne 11")


async def test_a_message_corrected_is_read_again_in_place_of_the_first(town: Town) -> None:
    await town.hears(SECRETARY, "/menus lundi 30/11 : carotes")
    message = next(m for m in reversed(town.telegram.chat(SECRETARY)) if not m.from_bot)
    assert (await town.edited(SECRETARY, message, "/menus lundi 30/11 : carotes")).messages == ()
    assert (await town.edited(SECRETARY, message, "/menus lundi 30/11 : carottes")).says("➕", "carottes")
    opened = town.read(lambda s: s.scalars(select(Draft).where(Draft.kind == "menus", Draft.closed_at.is_(None))).all())
    assert len(opened) == 1
    await town.tapped(SECRETARY, "Valider")
    assert (await town.hears(CAMILLE, "menu de lundi")).says("carottes")


async def test_a_change_says_before_and_after_the_same_again_changes_nothing_and_a_day_may_be_erased(
    town: Town,
) -> None:
    await given(town)
    heard = await town.hears(SECRETARY, "/menus lundi 30/11 : soupe (lait)\nvendredi 4/12 : effacer")
    assert heard.says(
        "✏️ lundi 30 novembre", "avant : carottes", "après : soupe ⚠️ lait", "➖ vendredi 4 décembre : soupe, omelette"
    )
    await town.tapped(SECRETARY, "Valider")
    assert kept(town) == ["2026-11-30", "2026-12-01", "2026-12-03"]
    assert (await town.hears(SECRETARY, "/menus lundi 30/11 : soupe (lait)")).says("rien ne change")
    actions = town.read(lambda s: s.scalars(select(JournalEntry.facts).where(JournalEntry.action == "menus")).all())
    assert actions[-1] == {"days": ["2026-11-30", "2026-12-04"]}


async def test_what_another_changed_meanwhile_is_shown_before_it_is_replaced(town: Town) -> None:
    town.read(lambda s: s.execute(update(Staff).where(Staff.name == AGENT.first_name).values(role=Role.MAIRIE)))
    await town.hears(SECRETARY, "/menus lundi 30/11 : soupe")
    await town.hears(AGENT, "/menus lundi 30/11 : carottes")
    await town.tapped(AGENT, "Valider")
    assert (await town.tapped(SECRETARY, "Valider")).says("changé entre-temps", "avant : carottes", "après : soupe")
    assert (await town.hears(CAMILLE, "menu de lundi")).says("carottes")
    assert (await town.tapped(SECRETARY, "Valider")).says("C’est enregistré")
    assert (await town.hears(CAMILLE, "menu de lundi")).says("soupe")


async def test_valider_twice_keeps_once(town: Town) -> None:
    await town.hears(SECRETARY, f"/menus {WEEK}")
    draft = town.read(lambda s: s.scalars(select(Draft.id).where(Draft.kind == "menus")).one())
    await town.tapped(SECRETARY, "Valider")
    assert (await town.forged(SECRETARY, f"j:{draft}")).says("C’est déjà fait")
    assert (await town.forged(SECRETARY, f"l:{draft}")).says("C’est déjà fait")


# As a spreadsheet


async def test_a_spreadsheet_is_shown_first_too(town: Town) -> None:
    rows = f"{HEADINGS}\n30/11/2026;carottes;poulet;purée;;yaourt;gluten, lait;\nmardi;;lasagnes;;;pomme;;oui"
    heard = await sent(town, rows)
    assert heard.says("Vérifiez", "lundi 30 novembre : carottes, poulet, purée, yaourt ⚠️ gluten et lait")
    assert heard.says("mardi 1er décembre : 🌱 lasagnes, pomme")
    await town.tapped(SECRETARY, "Valider")
    assert kept(town) == ["2026-11-30", "2026-12-01"]


async def test_a_workbook_too(town: Town) -> None:
    book, content = Workbook(), BytesIO()
    assert book.active is not None
    for row in (HEADINGS.split(";"), ["30/11/2026", "carottes", "poulet", None, None, None, "œufs", "non"]):
        book.active.append(row)
    book.save(content)
    assert (await sent(town, content.getvalue(), "menus.xlsx")).says("carottes, poulet ⚠️ œufs")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (f"{HEADINGS}\n30/11/2026;carottes;poulet;;;;gluen;\n1/12/2026;;;;;;;\n", "Ligne 2 : « gluen »"),
        (f"{HEADINGS}\n30/11/2026;carottes;poulet;;;;;\n1/12/2026;;;;;;;peut-être\n", "colonne vegetarien"),
        ("jour;plat;prix\n30/11/2026;poulet;3\n", "Je ne connais pas ces colonnes : prix"),
        ("jour;dessert\n30/11/2026;pomme\n", "Il manque ces colonnes : plat"),
        ("jour;plat\n30/11/2026;=1+1\n", "une formule"),
        ('jour;plat\n30/11/2026;"poulet\n', "guillemet"),
        ("jour;plat\n", "aucune ligne"),
        ("jour;plat\n" + "lundi;riz\n" * 61, "plus de 60 lignes"),
        (b"%PDF-1.7\0", "pas un tableau"),
        (b"PK\x03\x04 broken", "pas un tableau"),
        (b"", "aucune ligne"),
    ],
)
async def test_a_broken_spreadsheet_is_refused_whole_with_the_reason(
    town: Town, content: bytes | str, why: str
) -> None:
    heard = await sent(town, content)
    assert heard.says(why, "Rien n’a été changé")
    assert heard.keys == []
    assert kept(town) == []


async def test_a_file_too_large_is_refused_unread_and_a_picture_sent_as_a_file_is_not_fetched(town: Town) -> None:
    assert (await sent(town, b"x" * (20 * 1024 * 1024 + 1))).says("dépasse 20 Mo", "Rien n’a été changé")
    await town.told(
        SECRETARY,
        lambda: town.telegram.sends_document(SECRETARY, "menu.jpg", picture(), mime_type="image/jpeg"),
    )
    assert "comme une photo" in town.telegram.last(SECRETARY).text
    assert not town.telegram.calls_to("getFile")


async def test_a_file_telegram_does_not_give_is_said_so(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.fetching.backoff", lambda _: 0.0)
    for status, times in ((400, 1), (500, 3)):
        town.telegram.fails(status, "getFile", times=times)
        assert (await sent(town, f"{HEADINGS}\n30/11/2026;;poulet;;;;;\n")).says("pas réussi à recevoir", "Renvoyez")
    town.telegram.fails(500, "getFile", times=2)
    assert (await sent(town, f"{HEADINGS}\n30/11/2026;;poulet;;;;;\n")).says("Vérifiez", "poulet")


async def test_nobody_else_s_file_or_photo_is_read(town: Town) -> None:
    for person in (CAMILLE, AGENT):
        await town.told(person, lambda who=person: town.telegram.sends_document(who, "m.csv", HEADINGS.encode()))  # type: ignore[misc]
        assert "n’a pas été lu" in town.telegram.last(person).text
        await town.told(person, lambda who=person: town.telegram.sends_photo(who, picture()))  # type: ignore[misc]
        assert "n’a pas été lu" in town.telegram.last(person).text
    assert not town.telegram.calls_to("getFile")


# As a photo


async def test_a_photo_is_kept_for_the_week_that_is_tapped_and_shown_without_being_fetched(town: Town) -> None:
    heard = await town.told(SECRETARY, lambda: town.telegram.sends_photo(SECRETARY, picture()))
    assert heard.says("De quelle semaine")
    assert heard.keys[0] == "Semaine du lundi 23 novembre"
    assert (await town.tapped(SECRETARY, "Semaine du lundi 30 novembre")).says("gardée", "lundi 30 novembre")
    heard = await town.hears(CAMILLE, "/menu")
    assert heard.says("La semaine prochaine", "Voyez la photo ci-dessous")
    assert photo_shown(town) == picture()
    assert not town.telegram.calls_to("getFile")


async def test_its_caption_may_say_the_week_and_it_may_be_replaced_and_withdrawn(town: Town) -> None:
    for words in ("gardée pour la semaine du lundi 30 novembre : ", "à la place de la précédente"):
        send = lambda: town.telegram.sends_photo(SECRETARY, picture(), "menus de la semaine prochaine")  # noqa: E731
        assert (await town.told(SECRETARY, send)).says(words)
    assert (await town.hears(SECRETARY, "/menus")).says("📷 une photo")
    assert (await town.tapped(SECRETARY, "Retirer la photo du lundi 30 novembre")).says("plus montrée")
    assert (await town.tapped(SECRETARY, "Retirer la photo du lundi 30 novembre")).says("C’est déjà fait")
    assert (await town.hears(CAMILLE, "/menu")).says_nothing_of("photo")


async def test_a_photo_of_a_week_that_is_past_is_not_kept_and_one_may_be_abandoned(town: Town) -> None:
    send = lambda: town.telegram.sends_photo(SECRETARY, picture(), "semaine du 16/11")  # noqa: E731
    assert (await town.told(SECRETARY, send)).says("passée")
    await town.told(SECRETARY, lambda: town.telegram.sends_photo(SECRETARY, picture()))
    assert (await town.tapped(SECRETARY, "Abandonner")).says("Abandonné")


async def test_a_photo_telegram_no_longer_has_is_said_so(town: Town) -> None:
    await town.told(SECRETARY, lambda: town.telegram.sends_photo(SECRETARY, picture(), "semaine prochaine"))
    town.telegram.fails(400, "sendPhoto", description="Bad Request: wrong file identifier/HTTP URL specified")
    assert (await town.hears(CAMILLE, "/menu")).says("n’est plus disponible")


# Parents


async def test_what_is_not_known_is_said_with_whom_to_ask(town: Town) -> None:
    heard = await town.hears(CAMILLE, "/menu")
    assert heard.says("Aujourd’hui", "Cette semaine", "La semaine prochaine", "Pas encore de menu", "03 20 00 00 00")
    assert (await town.hears(CAMILLE, "qu'est-ce qu'on mange lundi ?")).says(
        "Pas encore de menu pour lundi 30 novembre", "demandez à la mairie"
    )


async def test_the_days_asked_are_shown(town: Town) -> None:
    await given(town)
    assert (await town.hears(CAMILLE, "qu'est-ce qu'on mange lundi ?")).says(MONDAY)
    heard = await town.hears(CAMILLE, "menu de la semaine prochaine")
    assert heard.says("lundi 30 novembre", "vendredi 4 décembre", "🌱 repas végétarien")
    assert (await town.hears(CAMILLE, "/menu jeudi")).says("poisson pané, riz ⚠️ gluten et poisson")
    assert (await town.hears(CAMILLE, "menu du 25 décembre")).says("jour férié")
    heard = await town.hears(CAMILLE, "menu de lundi et du 7 décembre")
    assert heard.says(MONDAY, "Pas encore de menu pour lundi 7 décembre")
    assert (await town.hears(CAMILLE, "menu de décembre")).says("poisson pané", "menu des autres jours")


async def test_today_is_shown_first_and_in_its_week(town: Town) -> None:
    await given(town, "aujourd'hui : pizza\ndemain : soupe")
    heard = await town.hears(CAMILLE, "/menu")
    assert heard.text.index("pizza") < heard.text.index("Cette semaine") < heard.text.index("soupe")
    assert (await town.hears(CAMILLE, "menu de cette semaine")).says("pizza", "soupe")
    town.now("2026-11-28 10:00")
    assert (await town.hears(CAMILLE, "/menu")).says_nothing_of("pizza", "Aujourd’hui", "Cette semaine")


async def test_in_the_holidays_it_says_there_is_no_school(town: Town) -> None:
    town.now("2026-12-21 10:00")
    assert (await town.hears(CAMILLE, "/menu")).says("La semaine prochaine", "plus d’école")


async def test_markup_in_a_dish_is_text(town: Town) -> None:
    await given(town, "lundi 30/11 : <b>chou</b> & co")
    assert (await town.hears(CAMILLE, "menu de lundi")).says("<b>chou</b> & co")


# By itself


async def test_a_reminder_shows_the_menu_of_its_day(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await given(town)
    assert (await at(town, "2026-11-29 18:00")).says("mardi 1er décembre", "Au menu : 🌱 salade verte")


async def test_the_plan_shows_the_menus_where_it_stays_short(town: Town) -> None:
    town.has_booked("Léa", "2026-11-30")
    await given(town)
    assert (await at(town, "2026-11-29 18:00")).says("cantine (Léa)\n   🍽 carottes râpées, poulet rôti")
    town.has_booked("Léa", "2026-12-07")
    await given(town, "\n".join(f"{day}/12 : {', '.join(['x' * 90] * 5)}" for day in (7, 8, 10, 11)))
    heard = await at(town, "2026-12-06 18:00")
    assert heard.says("cantine (Léa)")
    assert heard.says_nothing_of("xxx")


async def test_on_monday_the_week_s_menus_come_once_to_every_household(town: Town) -> None:
    await given(town)
    assert (await at(town, "2026-11-30 07:29", MARC)).messages == ()
    heard = await at(town, "2026-11-30 07:30", MARC)
    assert heard.says("Les menus de la semaine du lundi 30 novembre", MONDAY, "vendredi 4 décembre")
    assert len(heard.messages) == 1
    for person in (CAMILLE, ALEX, SOPHIE):
        assert "carottes" in town.telegram.last(person).text
    for person in (SECRETARY, AGENT):
        assert "Les menus de la semaine" not in town.telegram.last(person).text
    before = len(town.telegram.answers(MARC))
    await town.closes()
    town.now("2026-11-30 09:00")
    await town.opens()
    await town.rest(3)
    assert len(town.telegram.answers(MARC)) == before


async def test_nothing_known_nothing_sent_and_given_on_monday_they_come_then(town: Town) -> None:
    assert (await at(town, "2026-11-30 10:00")).messages == ()
    await given(town, WEEK.replace("lundi 30/11", "aujourd'hui"))
    await town.told(CAMILLE)
    assert "Les menus de la semaine du lundi 30 novembre" in town.telegram.last(CAMILLE).text.replace("\u00a0", " ")
    assert (await at(town, "2026-12-07 10:00")).messages == ()


async def test_given_on_tuesday_they_do_not_come_any_more(town: Town) -> None:
    town.now("2026-12-01 00:00")
    await given(town, "mardi 1/12 : soupe")
    assert "soupe" not in town.telegram.last(CAMILLE).text


async def test_a_photo_comes_on_monday_too(town: Town) -> None:
    await town.told(SECRETARY, lambda: town.telegram.sends_photo(SECRETARY, picture(), "semaine prochaine"))
    assert (await at(town, "2026-11-30 07:30")).says("Les menus de la semaine")
    assert photo_shown(town) == picture()


async def test_each_account_chooses_its_hour_or_none_and_a_week_at_home_has_none(town: Town) -> None:
    await given(town)
    assert (await town.hears(CAMILLE, "/rappels menus 8h15")).says("le lundi à 8 h 15")
    await town.hears(ALEX, "/rappels")
    await town.tapped(ALEX, "🔔 Menus du lundi")
    await town.hears(MARC, "tout le monde à la maison la semaine prochaine")
    assert (await at(town, "2026-11-30 07:30", SOPHIE)).says("carottes")
    assert (await at(town, "2026-11-30 08:14")).messages == ()
    assert (await at(town, "2026-11-30 08:15")).says("carottes")
    for person in (ALEX, MARC):
        assert "carottes" not in town.telegram.last(person).text


async def test_hours_are_tapped_and_a_quiet_monday_has_them_before(town: Town) -> None:
    await given(town)
    await town.hears(CAMILLE, "/rappels")
    await town.tapped(CAMILLE, "🕕 Heures")
    assert (await town.tapped(CAMILLE, "lun. 8\u00a0h")).says("le lundi à 8 h")
    await town.tapped(CAMILLE, "‹ Retour")
    await town.tapped(CAMILLE, "🤫 Jours sans rappel")
    await town.tapped(CAMILLE, "🔔 lundi")
    assert (await at(town, "2026-11-29 07:59")).messages == ()
    assert (await at(town, "2026-11-29 08:00")).says("Les menus de la semaine du lundi 30 novembre")


async def test_who_wants_no_reminder_of_anything_has_no_menus(town: Town) -> None:
    usual(town, "Léa", 2)
    await at(town, "2026-11-29 18:00")
    await town.tapped(CAMILLE, "Ne plus me rappeler")
    await town.tapped(CAMILLE, "Tous les rappels")
    await given(town)
    assert (await at(town, "2026-11-30 07:30", ALEX)).says("carottes")
    assert "carottes" not in town.telegram.last(CAMILLE).text
