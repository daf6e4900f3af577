"""The garderie on paper: a session's list for a day without network, a child's month for the secretary."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import calendar
from models.tables import Booking, Child
from models.vocabulary import Service, Stamp, State
from tests.rolls import EVENING, THURSDAY, plain, settle_children
from tests.town import AGENT, CAMILLE, SECRETARY, Heard, Town


def pages(heard: Heard) -> list[str]:
    """The words of each page of the document."""
    (file,) = [message.file for message in heard.messages if message.file]
    return [plain(page.extract_text()) for page in PdfReader(BytesIO(file), strict=True).pages]


def told_absent(town: Town, child: str, service: Service, day: str) -> None:
    def write(session: Session) -> None:
        one = select(Booking).join(Child, Child.id == Booking.child_id)
        found = one.where(Child.first_name == child, Booking.day == date.fromisoformat(day), Booking.service == service)
        session.scalars(found).one().state = State.ABSENT

    town.read(write)


# The sheet of a session


class TestRoll:
    async def test_the_session_of_the_moment_is_printed_with_the_announced_first(self, evening: Town) -> None:
        heard = await evening.hears(AGENT, "/pointage feuille")
        assert heard.says("Feuille à imprimer", "garderie du soir, jeudi 26 novembre", "« Léa 18h35 »")
        (page,) = pages(heard)
        order = [page.index(words) for words in ("2 enfants annoncés", "Léa Durand", "Tom Durand", "Inès Petit")]
        assert order == sorted(order)
        assert "Garderie du soir – jeudi 26 novembre 2026" in page
        assert "De 16 h 30 à 18 h 30" in page
        for heading in ("Enfant", "Classe", "Arrivée", "Départ", "Note"):
            assert heading in page

    async def test_nothing_is_opened_nor_pointed_by_it(self, evening: Town) -> None:
        await evening.hears(AGENT, "/pointage feuille")
        heard = await evening.hears(AGENT, "/pointage")
        assert heard.says("2 annoncés")

    async def test_an_absence_that_was_told_is_marked_and_a_time_known_is_printed(self, evening: Town) -> None:
        told_absent(evening, "Tom", EVENING, THURSDAY)
        await evening.hears(AGENT, "Léa 16h50")
        (page,) = pages(await evening.hears(AGENT, "/pointage feuille"))
        assert "absence signalée" in page
        assert "16 h 50" in page

    async def test_neither_telephone_nor_diet_nor_who_may_fetch_a_child_is_on_it(self, evening: Town) -> None:
        def write(session: Session) -> None:
            lea = session.scalars(select(Child).where(Child.first_name == "Léa")).one()
            lea.pai, lea.allowed, lea.emergency = True, "Mamie Odette", "06 11 22 33 44"

        evening.read(write)
        (page,) = pages(await evening.hears(AGENT, "/pointage feuille"))
        assert not [words for words in ("PAI", "Odette", "06 11", "standard") if words in page]

    async def test_between_two_sessions_it_is_the_next_one_s(self, town: Town) -> None:
        (page,) = pages(await town.hears(AGENT, "/pointage feuille"))
        assert "Garderie du soir – jeudi 26 novembre 2026" in page

    async def test_once_the_evening_is_over_it_is_the_coming_day_s(self, evening: Town) -> None:
        evening.now(f"{THURSDAY} 19:00")
        morning, later = pages(await evening.hears(AGENT, "/pointage feuille"))
        assert "Garderie du matin – vendredi 27 novembre 2026" in morning
        assert "Garderie du soir – vendredi 27 novembre 2026" in later

    @pytest.mark.parametrize("words", ["demain matin", "vendredi matin", "27/11 matin", "du matin pour demain"])
    async def test_an_agent_prints_the_coming_school_day(self, evening: Town, words: str) -> None:
        (page,) = pages(await evening.hears(AGENT, f"/pointage feuille {words}"))
        assert "Garderie du matin – vendredi 27 novembre 2026" in page

    async def test_on_a_friday_the_coming_day_is_monday(self, town: Town) -> None:
        town.now("2026-11-27 10:00")
        (page,) = pages(await town.hears(AGENT, "/pointage feuille lundi soir"))
        assert "lundi 30 novembre 2026" in page

    async def test_any_other_day_is_the_mairie_s(self, evening: Town) -> None:
        heard = await evening.hears(AGENT, "/pointage feuille lundi")
        assert heard.says("lundi 30 novembre", "celle du prochain jour d’école", "demandez à la mairie")
        assert len(pages(await evening.hears(SECRETARY, "/pointage feuille lundi"))) == 2
        assert len(pages(await evening.hears(SECRETARY, "/pointage feuille 24/11 soir"))) == 1

    async def test_a_day_without_school_says_why(self, evening: Town) -> None:
        assert (await evening.hears(SECRETARY, "/pointage feuille 25/12")).says("Noël")
        stamp = Stamp(None, evening.clock())
        evening.read(lambda session: calendar.close(session, [date(2026, 11, 27)], "grève", stamp))
        assert (await evening.hears(SECRETARY, "/pointage feuille demain")).says("grève")

    @pytest.mark.parametrize("words", ["bidule", "lundi et mardi", "matin et soir", "la semaine prochaine"])
    async def test_what_is_not_understood_prints_nothing(self, evening: Town, words: str) -> None:
        heard = await evening.hears(AGENT, f"/pointage feuille {words}")
        assert heard.says("pas compris pour quel jour", "/pointage feuille demain")

    async def test_many_children_take_numbered_pages_with_blank_lines_at_the_end(self, evening: Town) -> None:
        settle_children(evening, 60)
        found = pages(await evening.hears(AGENT, "/pointage feuille"))
        assert len(found) > 1
        for number, page in enumerate(found, 1):
            assert f"page {number} sur {len(found)}" in page
            assert "Garderie du soir – jeudi 26 novembre 2026" in page
        assert "Enfants qui ne sont pas sur la liste" in "".join(found)

    async def test_a_parent_prints_nothing(self, evening: Town) -> None:
        heard = await evening.hears(CAMILLE, "/pointage feuille")
        assert not [message for message in heard.messages if message.file]


# The month of a child


class TestMonth:
    async def happened(self, town: Town) -> None:
        """Léa came on Thursday morning and left late; Tom left in time."""
        town.now(f"{THURSDAY} 07:41")
        await town.hears(AGENT, "Léa arrivée")
        town.now(f"{THURSDAY} 18:45")
        await town.hears(AGENT, "Léa 18h42, Tom 17h05")

    async def test_each_child_who_was_there_has_its_page(self, town: Town) -> None:
        await self.happened(town)
        heard = await town.hears(SECRETARY, "/pointage mois")
        assert heard.says("Présences à la garderie", "novembre 2026", "2 enfants, une page chacun")
        lea, tom = pages(heard)
        assert "Léa Durand – novembre 2026" in lea
        for words in ("jeudi 26 novembre", "matin", "7 h 41", "1 h 09", "soir", "18 h 42", "2 h", "12 min"):
            assert words in lea
        for words in ("Matin : une séance, 1 h 09", "Soir : une séance, 2 h", "7 demi-heures", "Un retard : 12 min"):
            assert words in lea
        assert "Tom Durand" in tom
        assert "Aucun retard" in tom
        assert "Matin" not in tom

    async def test_a_child_and_a_month_may_be_named(self, town: Town) -> None:
        await self.happened(town)
        for words in ("novembre Tom", "Tom", "Tom Durand novembre 2026"):
            (page,) = pages(await town.hears(SECRETARY, f"/pointage mois {words}"))
            assert "Tom Durand – novembre 2026" in page
        heard = await town.hears(SECRETARY, "/pointage mois octobre Tom")
        assert heard.says("Tom n’a pas été à la garderie en octobre 2026")
        assert (await town.hears(SECRETARY, "/pointage mois octobre")).says("Personne n’a été pointé")

    async def test_a_month_without_its_year_is_the_last_one_past(self, town: Town) -> None:
        await self.happened(town)
        assert (await town.hears(SECRETARY, "/pointage mois juin")).says("en juin 2026")
        assert (await town.hears(SECRETARY, "/pointage mois juin 2027")).says("en juin 2027")
        town.now("2026-12-02 09:00")
        (page,) = pages(await town.hears(SECRETARY, "/pointage mois dernier Tom"))
        assert "Tom Durand – novembre 2026" in page

    async def test_what_was_taken_back_is_not_on_it(self, town: Town) -> None:
        await self.happened(town)
        await town.hears(AGENT, "annule Tom")
        (page,) = pages(await town.hears(SECRETARY, "/pointage mois"))
        assert "Léa" in page

    async def test_a_word_too_many_is_said(self, town: Town) -> None:
        for words in ("novembre Zoé", "année"):
            heard = await town.hears(SECRETARY, f"/pointage mois {words}")
            assert heard.says("Je ne sais que faire de", "/pointage mois novembre")
            assert not [message for message in heard.messages if message.file]

    async def test_it_is_the_mairie_s_alone(self, town: Town) -> None:
        await self.happened(town)
        heard = await town.hears(AGENT, "/pointage mois novembre")
        assert not [message for message in heard.messages if message.file]
