"""The planning as documents: asked for, sent, and their bytes read back as a phone would read them."""

import asyncio
import logging
import threading
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from icalendar import Calendar
from PIL import Image, ImageColor
from pypdf import PdfReader

from bot.drawing_room import DrawingRoom
from handlers import sheets
from handlers.buttons import Format, Picture, Show
from handlers.reply import Act, Document, Key, Reply
from handlers.visit import Visit
from locales.sheets.file import File
from locales.voice import Voice
from models.actions import calendar
from models.rules.squares import Shade
from models.vocabulary import Service, Stamp, State
from tests.printed import PALETTE
from tests.telegram import Message
from tests.town import AGENT, ALEX, CAMILLE, MARC, SECRETARY, SOPHIE, Town, paris


def picture_of(message: Message) -> Image.Image:
    assert message.file
    assert "photo" in message.body
    return Image.open(BytesIO(message.file), formats=["PNG"]).convert("RGB")


def pixels(message: Message, shade: Shade) -> int:
    """How many pixels of a picture have the very colour of a shade."""
    picture = picture_of(message)
    counted = {colour: count for count, colour in picture.getcolors(picture.width * picture.height) or ()}
    return counted.get(ImageColor.getrgb(PALETTE["shades"][shade]["fill"]), 0)


def pages_of(message: Message) -> PdfReader:
    assert message.file
    return PdfReader(BytesIO(message.file), strict=True)


def events_of(message: Message) -> dict[str, Any]:
    """The events of an agenda by their UID."""
    assert message.file
    return {str(event["uid"]): event for event in Calendar.from_ical(message.file).walk("VEVENT")}


class TestPictures:
    async def test_a_month_is_shown_for_each_child_in_the_colours_of_the_calendar(self, town: Town) -> None:
        town.has_booked("Léa", "2026-12-03", "2026-12-04", "2026-12-07", "2026-12-08")
        town.has_booked("Tom", "2026-12-03", "2026-12-04")
        heard = await town.hears(CAMILLE, "/planning image décembre")
        lea, tom = heard.messages
        assert heard.says("décembre 2026 – Léa", "décembre 2026 – Tom")
        assert picture_of(lea).width == 1080
        # A check and a number apart, four green days are twice as green as two, and each month has one holiday.
        assert 1.7 < pixels(lea, Shade.BOOKED) / pixels(tom, Shade.BOOKED) < 2.1
        assert pixels(lea, Shade.HOLIDAY) == pixels(tom, Shade.HOLIDAY) > 100_000

    async def test_the_planning_offers_it_and_the_picture_offers_the_rest(self, town: Town) -> None:
        heard = await town.hears(CAMILLE, "/planning")
        assert heard.keys == ["🖼 En image", "📄 PDF", "📆 Agenda", "🗓 Toute l’année"]
        lea, tom = (await town.tapped(CAMILLE, "🖼 En image")).messages
        assert (lea.text, tom.text) == ("📅 novembre 2026 – Léa", "📅 novembre 2026 – Tom")
        assert [button.text for button in tom.buttons] == ["📄 PDF", "📆 Agenda", "🗓 Toute l’année"]
        assert not lea.buttons
        heard = await town.tapped(CAMILLE, "🗓 Toute l’année")
        assert heard.says("année scolaire 2026-2027 – Léa", "année scolaire 2026-2027 – Tom")
        pages = pages_of((await town.tapped(CAMILLE, "📄 PDF")).messages[0])
        assert "année scolaire 2026-2027 — Tom" in pages.pages[1].extract_text()

    async def test_the_calendar_offers_the_month_it_shows(self, town: Town) -> None:
        town.has_booked("Tom", "2027-01-11")
        await town.hears(CAMILLE, "/calendrier janvier")
        lea, tom = (await town.tapped(CAMILLE, "🖼 En image")).messages
        assert (lea.text, tom.text) == ("📅 janvier 2027 – Léa", "📅 janvier 2027 – Tom")
        assert pixels(lea, Shade.BOOKED) < pixels(tom, Shade.BOOKED)

    async def test_absences_and_garderie_are_on_it_too(self, town: Town) -> None:
        town.has_booked("Léa", "2026-11-27")
        await town.hears(CAMILLE, "annule vendredi 27 novembre")
        assert town.booked("Léa", State.ABSENT) == ["2026-11-27"]
        await town.hears(CAMILLE, "garderie du soir vendredi 27 novembre pour Léa")
        page = pages_of((await town.hears(CAMILLE, "/planning pdf Léa")).messages[0]).pages[0].extract_text()
        assert "absence signalée" in page
        assert "garderie : un soir" in page.replace("\u00a0", " ")

    async def test_closures_and_public_holidays_are_named(self, town: Town) -> None:
        stamp = Stamp(None, town.clock())
        town.read(lambda session: calendar.close(session, [date(2027, 5, 10)], "grève", stamp))
        page = pages_of((await town.hears(CAMILLE, "/planning pdf mai Léa")).messages[0]).pages[0].extract_text()
        assert "grève" in page
        assert "Ascension" in page
        assert "Lundi de Pentecôte" in " ".join(page.split())

    async def test_the_other_home_s_weeks_are_away_and_its_bookings_its_own(self, town: Town) -> None:
        town.has_booked("Inès", "2026-11-30", "2026-12-01")  # week 49, Marc's
        await town.hears(MARC, "garderie du soir lundi 30 novembre")
        sophie = (await town.hears(SOPHIE, "/planning image décembre")).messages[0]
        marc = (await town.hears(MARC, "/planning image décembre")).messages[0]
        assert pixels(sophie, Shade.BOOKED) == 0 < pixels(marc, Shade.BOOKED)
        assert pixels(sophie, Shade.AWAY) > 100_000
        assert (await town.hears(SOPHIE, "/planning agenda décembre")).says("Rien n’est réservé pour Inès")
        pages = pages_of((await town.hears(SOPHIE, "/planning pdf novembre")).messages[0])
        assert "soir" not in pages.pages[0].extract_text()


class TestPages:
    async def test_a_page_a_child_on_paper_with_text_that_can_be_searched(self, town: Town) -> None:
        town.has_booked("Léa", "2026-12-03")
        message = (await town.hears(CAMILLE, "/planning pdf décembre")).messages[0]
        assert message.filename == "lea-et-tom-decembre-2026.pdf"
        assert message.text == "📅 décembre 2026 – Léa et Tom"
        lea, tom = (page.extract_text().replace("\u00a0", " ") for page in pages_of(message).pages)
        assert "décembre 2026 — Léa\ncantine : un jour" in lea
        assert "décembre 2026 — Tom\npas de cantine réservée" in tom
        assert "vacances de Noël" in lea
        assert "État au jeudi 26 novembre 2026" in lea
        box = pages_of(message).pages[0].mediabox
        assert (round(box.width), round(box.height)) == (595, 842)
        assert not [image for page in pages_of(message).pages for image in page.images]

    async def test_it_is_what_stood_when_it_was_asked_for(self, town: Town) -> None:
        """Telegram makes the bot wait; a booking made meanwhile is not on the page."""
        town.telegram.fails(429, "sendDocument", retry_after=1)
        town.telegram.says(CAMILLE, "/planning pdf décembre Léa")
        await town.telegram.until(lambda: town.telegram.calls_to("sendDocument"))
        await town.telegram.settled()
        town.has_booked("Léa", "2026-12-03")
        await town.rest()
        sent = town.telegram.last(CAMILLE)
        assert "pas de cantine réservée" in pages_of(sent).pages[0].extract_text()
        assert len(town.telegram.calls_to("sendDocument")) == 2


class TestAgenda:
    async def test_each_booking_is_an_event_at_the_commune_s_hours(self, town: Town) -> None:
        town.has_booked("Léa", "2026-12-03")
        town.has_booked("Léa", "2027-03-25", "2027-04-01", service=Service.GARDERIE_MATIN)
        message = (await town.hears(CAMILLE, "/planning agenda année")).messages[0]
        assert message.filename == "agenda-lea-tom.ics"
        meal, winter, summer = sorted(events_of(message).values(), key=lambda event: str(event["dtstart"].dt))
        assert (meal["summary"], meal.start, meal.end) == ("Cantine – Léa", date(2026, 12, 3), date(2026, 12, 4))
        assert winter.start == datetime(2027, 3, 25, 6, 30, tzinfo=UTC)  # 7:30, in winter
        assert summer.start == datetime(2027, 4, 1, 5, 30, tzinfo=UTC)
        assert summer.end - summer.start == timedelta(hours=1, minutes=20)
        assert summer["dtstart"].params["TZID"] == "Europe/Paris"

    async def test_asked_for_again_it_renews_the_same_events(self, town: Town) -> None:
        town.has_booked("Léa", "2026-12-03", "2026-12-04")
        first = events_of((await town.hears(CAMILLE, "/planning agenda décembre")).messages[0])
        town.now("2026-11-27 10:00")
        await town.hears(CAMILLE, "réserver cantine lundi 7 décembre pour Tom")
        again = events_of((await town.hears(ALEX, "/planning agenda décembre")).messages[0])
        assert len(first) == 2
        assert first.keys() < again.keys()
        assert len(again) == 3

    async def test_it_says_nothing_of_a_child_but_the_first_name(self, town: Town) -> None:
        town.has_booked("Léa", "2026-12-03")
        content = (await town.hears(CAMILLE, "/planning agenda décembre")).messages[0].file
        assert content
        assert "Léa" in content.decode()
        assert "Durand" not in content.decode()

    async def test_nothing_booked_is_said_and_not_sent(self, town: Town) -> None:
        heard = await town.hears(CAMILLE, "/planning agenda décembre")
        assert heard.says("Rien n’est réservé pour Léa et Tom (décembre 2026)")
        assert not town.telegram.calls_to("sendDocument")


class TestAsking:
    async def test_words_not_understood_are_said_so(self, town: Town) -> None:
        heard = await town.hears(CAMILLE, "/planning image pour Zoé <b>")
        assert heard.says("« Zoé b »", "/planning pdf décembre")

    async def test_a_month_nobody_has_published_is_not_drawn(self, town: Town) -> None:
        assert (await town.hears(CAMILLE, "/planning image décembre 2030")).says("calendrier non publié")
        data = Picture(0, 2030, 0, Format.PDF).pack()
        assert (await town.forged(CAMILLE, data)).says("calendrier non publié")

    async def test_others_children_and_other_roles_are_refused_as_ever(self, town: Town) -> None:
        await town.hears(CAMILLE, "/aide")
        theirs = Picture(3, 2026, 12, Format.IMAGE).pack()  # Inès
        assert (await town.forged(CAMILLE, theirs)).says("Ce bouton n’est plus valable")
        assert (await town.forged(SOPHIE, theirs)).says("décembre 2026 – Inès")
        for month in (-1, 13):
            data = Picture(0, 2026, month, Format.IMAGE).pack()
            assert (await town.forged(SOPHIE, data)).says("Ce bouton n’est plus valable")
        for person in (AGENT, SECRETARY):
            assert (await town.forged(person, theirs)).says("Je ne peux pas faire cela pour vous")
        assert len(town.telegram.calls_to("sendPhoto")) == 1


class TestTrouble:
    async def test_a_drawing_that_fails_is_a_bug_told_once(
        self, town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def spoil(room: DrawingRoom, recipe: dict[str, Any]) -> File:
            return draws(room, {**recipe, "facts": {**recipe["facts"], "first": "Léa"}})

        draws = DrawingRoom.draw
        monkeypatch.setattr(DrawingRoom, "draw", spoil)
        with caplog.at_level(logging.ERROR, "clochette"):
            heard = await town.hears(CAMILLE, "/planning image Léa")
        assert heard.says("je n’ai pas réussi à préparer ce document", "/planning vous les montre")
        reference = heard.text.rsplit(maxsplit=1)[-1].rstrip(".")
        assert f"bug {reference}: ValueError" in caplog.text
        assert "Léa" not in caplog.text
        assert not town.telegram.calls_to("sendPhoto")
        assert (await town.hears(CAMILLE, "/planning")).says("Planning")

    async def test_a_photo_telegram_refuses_is_told_too(self, town: Town) -> None:
        town.telegram.fails(400, "sendPhoto", description="Bad Request: IMAGE_PROCESS_FAILED")
        heard = await town.hears(CAMILLE, "/planning image Léa")
        assert heard.says("je n’ai pas réussi à préparer ce document")
        assert len(town.telegram.calls_to("sendPhoto")) == 1

    async def test_what_nobody_can_send_is_never_sent(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        file = File("x.png", bytes(10 * 1024 * 1024 + 1), True)
        monkeypatch.setattr(DrawingRoom, "draw", lambda *_: file)
        heard = await town.hears(CAMILLE, "/planning image Léa")
        assert heard.says("je n’ai pas réussi à préparer ce document")
        assert not town.telegram.calls_to("sendPhoto")

    async def test_a_network_that_fails_sends_it_again(self, town: Town) -> None:
        town.telegram.cuts("sendPhoto")
        (message,) = (await town.hears(CAMILLE, "/planning image Léa")).messages
        assert picture_of(message).width == 1080

    async def test_bookings_go_on_while_a_document_is_drawn(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        held, draws = threading.Event(), DrawingRoom.draw

        def slowly(room: DrawingRoom, recipe: dict[str, Any]) -> File:
            assert held.wait(10)
            return draws(room, recipe)

        monkeypatch.setattr(DrawingRoom, "draw", slowly)
        town.telegram.says(CAMILLE, "/planning image Léa")
        await town.telegram.settled()
        town.telegram.says(SOPHIE, "réserver cantine lundi 7 décembre")
        await town.telegram.until(lambda: "Cantine réservée" in town.telegram.last(SOPHIE).text)
        assert not town.telegram.calls_to("sendPhoto")
        held.set()
        await town.rest()
        assert picture_of(town.telegram.last(CAMILLE)).width == 1080

    async def test_a_document_owed_at_a_crash_is_sent_after_it(self, town: Town) -> None:
        town.telegram.fails(500, "sendDocument", times=None)
        town.telegram.says(CAMILLE, "/planning pdf décembre Léa")
        await town.telegram.until(lambda: town.telegram.calls_to("sendDocument"))
        await town.telegram.settled()
        assert town.bot
        town.bot.cancel()
        await asyncio.gather(town.bot, return_exceptions=True)
        town.telegram.heals()
        await town.opens()
        await town.rest()
        assert "décembre 2026 — Léa" in pages_of(town.telegram.last(CAMILLE)).pages[0].extract_text()


class TestForOtherPages:
    """What a page brings that offers documents, or adds one to what it says."""

    def keys(self, town: Town, month: date | None, today: str = "2026-11-26 10:00") -> list[list[Act]]:
        now = paris(today)
        voice = Voice(now.date())
        rows = town.read(lambda session: sheets.keys(Visit(session, town.commune, voice, 1, now, now), 1, month))
        return [[key.button for key in row] for row in rows]

    async def test_a_month_s_keys_and_the_year_s(self, town: Town) -> None:
        month, year = self.keys(town, date(2027, 3, 1))
        assert month == [Picture(1, 2027, 3, one) for one in Format]
        assert year == [Picture(1, 2026, 0, Format.IMAGE)]
        assert self.keys(town, None) == [[Picture(1, 2026, 0, one) for one in Format]]

    async def test_a_year_nobody_has_published_has_no_key(self, town: Town) -> None:
        assert self.keys(town, None, today="2031-03-01 10:00") == []
        assert len(self.keys(town, date(2031, 3, 1))) == 1

    def test_keys_stand_under_the_words_or_under_the_last_document(self) -> None:
        document = Document("picture", {}, "mois")
        keys = ((Key("Aide", Show("aide")),),)
        words, drawn = Reply("Voici", keys, documents=(document,)).contents()
        assert ("keys" in words, "keys" in drawn) == (True, False)
        first, last = Reply(keys=keys, documents=(document, document)).contents()
        assert ("keys" in first, "keys" in last) == (False, True)
        assert Reply(keys=keys).contents() == []


async def test_the_bytes_can_be_fetched_back_from_telegram(town: Town) -> None:
    """Whoever has the file_id gets the file, as from Telegram itself."""
    from tests.telegram import bot_of

    message = (await town.hears(CAMILLE, "/planning pdf décembre")).messages[0]
    async with bot_of(town.telegram) as bot:
        file = await bot.get_file(message.body["document"]["file_id"])
        assert bytes(await file.download_as_bytearray()) == message.file
    assert message.body["document"]["mime_type"] == "application/pdf"


async def test_in_summer_the_year_is_the_next_one(town: Town) -> None:
    town.instant = paris("2027-08-20 10:00")
    assert (await town.hears(CAMILLE, "/planning pdf année")).says("année scolaire 2027-2028")
    assert (await town.hears(CAMILLE, "/planning pdf septembre")).says("septembre 2027")
