"""The mairie looks at a month in figures: a table, a picture, the months around; nobody else sees it."""

from datetime import date
from io import BytesIO

from PIL import Image

from handlers.buttons import ShowTakings
from tests.town import AGENT, CAMILLE, SECRETARY, Town

NOVEMBER = ShowTakings(date(2026, 11, 1)).pack()


async def test_the_mairie_sees_a_table_and_the_same_as_a_picture(town: Town) -> None:
    town.has_booked("Léa", "2026-11-24", "2026-11-26")
    heard = await town.forged(SECRETARY, NOVEMBER)
    table, picture = heard.messages
    assert heard.says("Les chiffres de novembre 2026", "Brouillon", "Réservés : 2", "91 jours et plus : 0,00 €")
    assert [button.text for button in table.buttons] == ["◀ octobre"]
    assert "📊 Les chiffres de novembre 2026" in picture.text
    assert picture.file
    assert Image.open(BytesIO(picture.file)).width == 1080


async def test_a_month_before_is_a_tap_away_and_so_is_the_way_back(town: Town) -> None:
    town.has_booked("Léa", "2026-11-24")
    await town.forged(SECRETARY, NOVEMBER)
    heard = await town.tapped(SECRETARY, "◀ octobre")
    assert heard.says("Rien à compter pour octobre 2026")
    assert heard.keys == ["◀ septembre", "novembre ▶"]
    assert (await town.tapped(SECRETARY, "novembre ▶")).says("Réservés : 1")


async def test_nobody_else_sees_the_figures(town: Town) -> None:
    town.has_booked("Léa", "2026-11-24")
    for person in (CAMILLE, AGENT):
        heard = await town.forged(person, NOVEMBER)
        assert heard.says_nothing_of("Réservés", "Les chiffres")
