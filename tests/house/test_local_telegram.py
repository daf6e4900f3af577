"""The local Telegram answers as Telegram does: shown with a real python-telegram-bot `Bot` over real HTTP."""

import asyncio
import contextlib
import sys
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Awaitable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from PIL import Image
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    Update,
)
from telegram.error import (
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.demo.telegram.client import ImpossibleError, People
from bot.wire import AiohttpRequest
from tests.telegram import LocalTelegram, Person, bot_of

CAMILLE = Person(42, "Camille", "Durand", "camille")
SACHA = Person(43, "Sacha")
GROUP = -777
QUERY_TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


def image(wide: int, high: int, kind: str = "PNG") -> bytes:
    """A photo of noise, so that no half of it can be done without."""
    out = BytesIO()
    Image.effect_noise((wide, high), 50).save(out, kind)
    return out.getvalue()


@pytest.fixture(autouse=True)
def durations(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library warns, at every 429, unless told to give its waits as durations."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram() as local:
        local.says(CAMILLE, "/start")
        yield local


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[Bot]:
    async with bot_of(telegram) as connected:
        yield connected


def keys(*rows: list[str]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(text, callback_data=text or "-") for text in row] for row in rows]
    )


async def description_of(telegram: LocalTelegram, call: Awaitable[object]) -> str:
    """How Telegram words its refusal of this call, which the library reshapes."""
    with pytest.raises(TelegramError):
        await call
    return telegram.calls[-1].outcome


async def post(telegram: LocalTelegram, method: str, **more: Any) -> tuple[int, dict[str, Any]]:
    """A request without any library's help; `token` may be another one."""
    url = f"{telegram.url}/bot{more.pop('token', telegram.token)}/{method}"
    async with aiohttp.ClientSession() as session, session.request(more.pop("http", "POST"), url, **more) as response:
        return response.status, await response.json()


class TestUpdates:
    async def test_what_is_not_confirmed_comes_again_and_what_is_does_not(self, bot: Bot) -> None:
        first = await bot.get_updates()
        assert [update.update_id for update in await bot.get_updates()] == [first[0].update_id]
        assert await bot.get_updates(offset=first[0].update_id + 1, timeout=0) == ()

    async def test_a_text_arrives_as_it_was_written(self, telegram: LocalTelegram, bot: Bot) -> None:
        at = datetime(2026, 12, 3, 9, 1, 30, 999_999, tzinfo=UTC)
        telegram.says(CAMILLE, "/reserver cantine jeudi", at)
        message = (await bot.get_updates())[-1].message
        assert message
        assert message.from_user
        assert (message.text, message.date) == ("/reserver cantine jeudi", at.replace(microsecond=0))
        assert message.parse_entities() == {message.entities[0]: "/reserver"}
        assert (message.from_user.username, message.chat.id, message.chat.type) == ("camille", 42, "private")

    async def test_a_correction_keeps_its_date_and_tells_when(self, telegram: LocalTelegram, bot: Bot) -> None:
        at = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
        wrong = telegram.says(CAMILLE, "jeudi", at)
        telegram.edits(CAMILLE, wrong, "vendredi", at + timedelta(minutes=2))
        edited = (await bot.get_updates())[-1].edited_message
        assert edited
        assert (edited.text, edited.date, edited.edit_date) == ("vendredi", at, at + timedelta(minutes=2))
        assert [message.text for message in telegram.chat(CAMILLE)] == ["/start", "vendredi"]

    async def test_a_long_poll_wakes_at_once(self, telegram: LocalTelegram, bot: Bot) -> None:
        waiting = asyncio.create_task(bot.get_updates(offset=2, timeout=20))
        await telegram.until(lambda: telegram.pending == 0)
        telegram.says(CAMILLE, "coucou")
        assert (await asyncio.wait_for(waiting, 1))[0].update_id == 2

    async def test_a_negative_offset_keeps_the_last_ones(self, telegram: LocalTelegram, bot: Bot) -> None:
        for text in ("un", "deux", "trois"):
            telegram.says(CAMILLE, text)
        found = await bot.get_updates(offset=-2)
        assert [update.message.text for update in found if update.message] == ["deux", "trois"]
        assert telegram.pending == 2

    async def test_a_second_poller_ends_the_first(self, telegram: LocalTelegram, bot: Bot) -> None:
        first = asyncio.create_task(bot.get_updates(offset=2, timeout=20))
        await telegram.until(lambda: telegram.pending == 0)
        async with bot_of(telegram) as other:
            second = asyncio.create_task(other.get_updates(offset=2, timeout=20))
            with pytest.raises(Conflict, match="terminated by other getUpdates request"):
                await asyncio.wait_for(first, 1)
            telegram.says(CAMILLE, "coucou")
            assert len(await second) == 1

    async def test_asking_again_at_once_from_the_same_offset_gives_one_update(
        self, telegram: LocalTelegram, bot: Bot
    ) -> None:
        telegram.says(CAMILLE, "bonjour")
        assert [len(await bot.get_updates(offset=1)) for _ in range(2)] == [2, 1]
        assert len(await bot.get_updates(offset=2)) == 1

    async def test_kinds_not_wanted_are_not_kept(self, telegram: LocalTelegram, bot: Bot) -> None:
        await bot.get_updates(offset=2, allowed_updates=["callback_query"])
        telegram.says(CAMILLE, "coucou")
        assert telegram.pending == 0

    async def test_a_text_is_kept_a_day_and_a_tap_150_seconds(self, telegram: LocalTelegram, bot: Bot) -> None:
        noon = datetime(2026, 11, 26, 12, tzinfo=UTC)
        telegram.now = lambda: noon
        await bot.send_message(42, "?", reply_markup=keys(["Oui"]))
        telegram.says(CAMILLE, "coucou")
        telegram.taps(CAMILLE, "Oui")
        telegram.now = lambda: noon + timedelta(seconds=151)
        assert [update.callback_query for update in await bot.get_updates(offset=2)] == [None]
        telegram.now = lambda: noon + timedelta(hours=25)
        assert await bot.get_updates(offset=-100) == ()

    async def test_a_confirmed_update_can_be_delivered_twice(self, telegram: LocalTelegram, bot: Bot) -> None:
        first = (await bot.get_updates())[0]
        await bot.get_updates(offset=first.update_id + 1)
        await telegram.settled()
        telegram.repeat(first.update_id)
        assert telegram.pending == 1
        assert (await bot.get_updates(offset=first.update_id + 1))[0].to_dict() == first.to_dict()
        telegram.says(CAMILLE, "et après")
        assert [update.update_id for update in await bot.get_updates(offset=first.update_id + 1)] == [2]

    async def test_any_update_can_be_made_by_hand(self, telegram: LocalTelegram, bot: Bot) -> None:
        telegram.raw({"update_id": 900, "kind_of_tomorrow": {}})
        telegram.says(CAMILLE, "coucou")
        assert [update.update_id for update in await bot.get_updates()] == [1, 900, 901]


class TestWebhook:
    async def test_updates_are_brought_again_until_answered_with_2xx(self, telegram: LocalTelegram, bot: Bot) -> None:
        answers, came = [500, 503, 200, 200], []

        async def hook(request: web.Request) -> web.Response:
            came.append((request.headers["X-Telegram-Bot-Api-Secret-Token"], (await request.json())["update_id"]))
            return web.Response(status=answers.pop(0))

        async with listening(hook) as url:
            await bot.set_webhook(url, secret_token="s3cret")
            telegram.says(CAMILLE, "coucou")
            await telegram.settled()
            assert came == [("s3cret", 1)] * 3 + [("s3cret", 2)]
            info = await bot.get_webhook_info()
            assert (info.url, info.last_error_message) == (
                url,
                "Wrong response from the webhook: 503 Service Unavailable",
            )
            refusal = await description_of(telegram, bot.get_updates())
            assert refusal.startswith("Conflict: can't use getUpdates method while webhook is active")
            await bot.delete_webhook()
            assert (await bot.get_webhook_info()).url == ""

    async def test_what_waits_can_be_dropped(self, telegram: LocalTelegram, bot: Bot) -> None:
        await bot.delete_webhook(drop_pending_updates=True)
        assert telegram.pending == 0

    async def test_the_secret_has_its_alphabet(self, telegram: LocalTelegram, bot: Bot) -> None:
        refusal = await description_of(telegram, bot.set_webhook("http://127.0.0.1:9/", secret_token="é"))
        assert refusal == "Bad Request: secret token contains unallowed characters"


@contextlib.asynccontextmanager
async def listening(handler: Any) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/hook", handler)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    finally:
        await runner.cleanup()


class TestTexts:
    @pytest.mark.parametrize(
        ("text", "refusal"),
        [
            ("", "message text is empty"),
            (" \n\u200b ", "text must be non-empty"),
            ("x" * 4097, "message is too long"),
            ("😀" * 2049, "message is too long"),
            ("<b>gras", "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
            ("été <p>x</p>", 'can\'t parse entities: Unsupported start tag "p" at byte offset 6'),
            ("a<br/>b", 'can\'t parse entities: Unsupported start tag "br/" at byte offset 1'),
            (
                "<b><i>x</b></i>",
                'can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
            ),
            ("x</b>", "can't parse entities: Unexpected end tag at byte offset 1"),
            ("moins < plus", 'can\'t parse entities: Unsupported start tag "" at byte offset 6'),
            ("<b", "can't parse entities: Unclosed start tag at byte offset 0"),
            ('<a href="', "can't parse entities: Unclosed start tag at byte offset 0"),
            ("<a href=", 'can\'t parse entities: Unclosed start tag "a" at byte offset 0'),
            ("<b>x</b", "can't parse entities: Unclosed end tag at byte offset 4"),
            ("<span>x</span>", 'can\'t parse entities: Tag "span" must have class "tg-spoiler" at byte offset 0'),
            ("<a =x>y</a>", 'can\'t parse entities: Empty attribute name in the tag "a" at byte offset 0'),
            ("<tg-emoji>x</tg-emoji>", "can't parse entities: Invalid custom emoji identifier specified"),
        ],
    )
    async def test_a_bad_text_is_refused_in_telegrams_words(
        self, telegram: LocalTelegram, bot: Bot, text: str, refusal: str
    ) -> None:
        assert await description_of(telegram, bot.send_message(42, text, "HTML")) == f"Bad Request: {refusal}"
        assert telegram.answers(CAMILLE) == []

    @pytest.mark.parametrize(
        ("html", "plain", "entities"),
        [
            ("<b>x</b>", "x", [("bold", 0, 1)]),
            ("😀 <STRONG>é</strong>", "😀 é", [("bold", 3, 1)]),
            ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
            ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 2)]),
            ("<s>a</s>", "a", [("strikethrough", 0, 1)]),
            ("<span class='tg-spoiler'>a</span>", "a", [("spoiler", 0, 1)]),
            ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
            ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
            ('<pre><code class="language-py">a</code></pre>', "a", [("pre", 0, 1)]),
            ('<a href="https://a.fr/?x=1&amp;y=2">a</a>', "a", [("text_link", 0, 1)]),
            ('<a href="localhost">a</a>', "a", []),
            ("<b></b>&lt;b&gt; &amp; &quot;&#39;&#x27;", "<b> & \"''", []),
            ("&eacute; & &nbsp;", "&eacute; & &nbsp;", []),
            ("  <b> a </b>  ", " a", [("bold", 0, 2)]),
            ("https://a.fr/x. @camille #cantine /aide a@b.fr", None, [("url", 0, 14), ("mention", 16, 8)]),
        ],
    )
    async def test_html_becomes_text_and_entities(
        self, bot: Bot, html: str, plain: str | None, entities: list[tuple[str, int, int]]
    ) -> None:
        message = await bot.send_message(42, html, "HTML")
        assert message.text == (html if plain is None else plain)
        found = [(str(entity.type), entity.offset, entity.length) for entity in message.entities]
        assert found[: len(entities)] == entities
        assert (len(found) == len(entities)) or plain is None

    async def test_a_full_text_passes_whatever_its_tags(self, bot: Bot) -> None:
        message = await bot.send_message(42, f"<b>{'é' * 4096}</b>  ", "HTML")
        assert message.text == "é" * 4096

    async def test_control_characters_become_spaces(self, bot: Bot) -> None:
        assert (await bot.send_message(42, "a\x00b\rc\u202ed\te\nf")).text == "a bcd\te\nf"

    async def test_entities_may_be_given_instead(self, telegram: LocalTelegram, bot: Bot) -> None:
        message = await bot.send_message(42, " a😀b", entities=[MessageEntity("bold", 1, 3)])
        assert message.parse_entities() == {message.entities[0]: "a😀"}
        refusal = await description_of(telegram, bot.send_message(42, "a", entities=[MessageEntity("bold", 0, 2)]))
        reason = "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2"
        assert refusal == f"Bad Request: {reason}"

    @pytest.mark.parametrize(
        ("entity", "refusal"),
        [
            ({"offset": 0, "length": 1}, "can't parse MessageEntity: Can't find field \"type\""),
            ({"type": "sparkle", "offset": 0, "length": 1}, "can't parse MessageEntity: Unsupported type specified"),
            ({"type": "text_link", "offset": 0, "length": 1}, "can't parse MessageEntity: Can't find field \"url\""),
            ({"type": "bold", "offset": -1, "length": 1}, "receive an entity with incorrect offset -1"),
            ({"type": "bold", "offset": 2, "length": 1}, "entity begins in a middle of a UTF-16 symbol"),
            (
                {"type": "bold", "offset": 0, "length": 2},
                "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol",
            ),
            ({"type": "bold", "offset": 9, "length": 1}, "entity begins after the end of the text at UTF-16 offset 9"),
            (
                {"type": "text_link", "offset": 0, "length": 1, "url": "nulle-part"},
                "entity URL 'nulle-part' is invalid: Wrong HTTP URL",
            ),
        ],
    )
    async def test_bad_entities_are_refused(
        self, telegram: LocalTelegram, entity: dict[str, Any], refusal: str
    ) -> None:
        _, answer = await post(telegram, "sendMessage", json={"chat_id": 42, "text": "a😀", "entities": [entity]})
        assert answer["description"] == f"Bad Request: {refusal}"

    async def test_only_html_is_spoken_here(self, telegram: LocalTelegram, bot: Bot) -> None:
        assert await description_of(telegram, bot.send_message(42, "x", "bbcode")) == (
            "Bad Request: unsupported parse_mode"
        )
        assert "Not Implemented" in await description_of(telegram, bot.send_message(42, "*x*", "MarkdownV2"))

    async def test_link_previews_and_replies(self, telegram: LocalTelegram, bot: Bot) -> None:
        asked = telegram.chat(CAMILLE)[0]
        message = await bot.send_message(
            42,
            "https://sercus.fr",
            reply_parameters=ReplyParameters(asked.message_id),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        assert message.link_preview_options
        assert message.link_preview_options.is_disabled
        assert message.reply_to_message
        assert message.reply_to_message.text == "/start"
        lost = bot.send_message(42, "x", reply_parameters=ReplyParameters(999))
        assert await description_of(telegram, lost) == "Bad Request: message to be replied not found"
        await bot.send_message(42, "x", reply_parameters=ReplyParameters(999, allow_sending_without_reply=True))


class TestKeyboards:
    @pytest.mark.parametrize(
        ("button", "refusal"),
        [
            ({"callback_data": "x"}, "can't parse inline keyboard button: Can't find field \"text\""),
            ({"text": "x"}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
            (
                {"text": "x", "callback_data": ""},
                "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
            ),
            ({"text": "x", "callback_data": "é" * 32 + "x"}, "BUTTON_DATA_INVALID"),
            (
                {"text": "x", "callback_data": 1},
                'can\'t parse inline keyboard button: Field "callback_data" must be of',
            ),
            ({"text": "x", "url": "nulle part"}, "inline keyboard button URL 'nulle part' is invalid: Wrong HTTP URL"),
            (
                {"text": "x", "url": "http://localhost/"},
                "inline keyboard button URL 'http://localhost/' is invalid: Wrong",
            ),
            ({"text": "x", "url": "ftp://a.fr"}, "inline keyboard button URL 'ftp://a.fr' is invalid: Unsupported URL"),
            ({"text": "x", "copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
            ({"text": "x", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
            ({"text": "x", "callback_data": "x", "style": "warning"}, "invalid button style specified"),
            ({"text": "x", "pay": True}, "BUTTON_TYPE_INVALID"),
            ({"text": "x", "web_app": {"url": "http://a.fr"}}, "inline keyboard button Web App URL 'http://a.fr' is"),
        ],
    )
    async def test_a_bad_button_is_refused(self, telegram: LocalTelegram, button: dict[str, Any], refusal: str) -> None:
        body = {"chat_id": 42, "text": "x", "reply_markup": {"inline_keyboard": [[button]]}}
        status, answer = await post(telegram, "sendMessage", json=body)
        assert (status, answer["ok"]) == (400, False)
        assert answer["description"].startswith(f"Bad Request: {refusal}")

    async def test_good_buttons_pass(self, telegram: LocalTelegram, bot: Bot) -> None:
        row = [
            InlineKeyboardButton("a", callback_data="é" * 32, style="success"),
            InlineKeyboardButton("b", url="sercus.fr"),
            InlineKeyboardButton("c", copy_text=None, switch_inline_query="x"),
        ]
        message = await bot.send_message(42, "x", reply_markup=InlineKeyboardMarkup([row]))
        assert message.reply_markup
        seen = telegram.last(CAMILLE).rows[0]
        assert (seen[0].data, seen[0].style, seen[1].url) == ("é" * 32, "success", "http://sercus.fr/")

    async def test_a_hundred_buttons_pass_and_one_more_does_not(self, telegram: LocalTelegram, bot: Bot) -> None:
        await bot.send_message(42, "x", reply_markup=keys(*[["x"] * 4] * 25))
        too_many = bot.send_message(42, "x", reply_markup=keys(*[["x"] * 4] * 25, ["x"]))
        assert await description_of(telegram, too_many) == "Bad Request: reply markup is too long"

    async def test_what_tdlib_drops_without_a_word_is_dropped(self, telegram: LocalTelegram, bot: Bot) -> None:
        await bot.send_message(42, "x", reply_markup=keys(["", "a"], [""], ["b"] * 13))
        assert [len(row) for row in telegram.last(CAMILLE).rows] == [1, 12]

    async def test_a_keyboard_in_place_of_theirs(self, telegram: LocalTelegram, bot: Bot) -> None:
        await bot.send_message(42, "x", reply_markup=ReplyKeyboardMarkup([["Oui", "Non"]], resize_keyboard=True))
        assert telegram.keyboard(CAMILLE) == [["Oui", "Non"]]
        await bot.send_message(42, "x", reply_markup=ReplyKeyboardRemove())
        assert telegram.keyboard(CAMILLE) == []
        body = {"chat_id": 42, "text": "x", "reply_markup": {"keyboard": [["Oui"]], "resize_keyboard": "oui"}}
        _, answer = await post(telegram, "sendMessage", json=body)
        assert answer["description"] == 'Bad Request: field "resize_keyboard" must be of type Boolean'


class TestEdits:
    async def test_a_message_changes_on_the_screen(self, telegram: LocalTelegram, bot: Bot) -> None:
        sent = await bot.send_message(42, "<b>avant</b>", "HTML", reply_markup=keys(["Valider"]))
        before = telegram.last(CAMILLE)
        edited = await bot.edit_message_text("après", 42, sent.message_id, reply_markup=keys(["Oui"], ["Non"]))
        assert isinstance(edited, type(sent))
        assert edited.edit_date
        now = telegram.last(CAMILLE)
        assert (now.text, now.entities, [b.text for b in now.buttons]) == ("après", [], ["Oui", "Non"])
        assert (before.text, now.message_id) == ("avant", before.message_id)
        await bot.edit_message_text("après", 42, sent.message_id)
        assert telegram.last(CAMILLE).rows == []

    async def test_an_edit_that_changes_nothing_is_refused(self, telegram: LocalTelegram, bot: Bot) -> None:
        sent = await bot.send_message(42, "<b>x</b>", "HTML", reply_markup=keys(["Oui"]))
        edit = (42, sent.message_id)
        same = bot.edit_message_text("<strong>x</strong> ", *edit, parse_mode="HTML", reply_markup=keys(["Oui"]))
        assert await description_of(telegram, same) == NOT_MODIFIED
        assert await description_of(telegram, bot.edit_message_reply_markup(*edit, reply_markup=keys(["Oui"]))) == (
            NOT_MODIFIED
        )
        await bot.edit_message_reply_markup(*edit, reply_markup=keys(["Non"]))
        assert [button.text for button in telegram.last(CAMILLE).buttons] == ["Non"]
        await bot.edit_message_text("x", *edit, reply_markup=keys(["Non"]))

    async def test_what_cannot_be_edited(self, telegram: LocalTelegram, bot: Bot) -> None:
        theirs = telegram.chat(CAMILLE)[0].message_id
        keyboard = await bot.send_message(42, "x", reply_markup=ReplyKeyboardMarkup([["Oui"]]))
        document = await bot.send_document(42, b"x", filename="x.txt")
        cases = [
            (999, "message to edit not found"),
            (theirs, "message can't be edited"),
            (keyboard.message_id, "message can't be edited"),
            (document.message_id, "there is no text in the message to edit"),
        ]
        for message_id, refusal in cases:
            edit = bot.edit_message_text("y", 42, message_id)
            assert await description_of(telegram, edit) == f"Bad Request: {refusal}"

    async def test_deleting(self, telegram: LocalTelegram, bot: Bot) -> None:
        noon = datetime(2026, 11, 26, 12, tzinfo=UTC)
        telegram.now = lambda: noon
        sent = await bot.send_message(42, "x")
        await bot.delete_message(42, telegram.says(CAMILLE, "oups").message_id)
        telegram.now = lambda: noon + timedelta(hours=49)
        refusal = await description_of(telegram, bot.delete_message(42, sent.message_id))
        assert refusal == "Bad Request: message can't be deleted for everyone"
        telegram.now = lambda: noon
        await bot.delete_message(42, sent.message_id)
        assert [m.text for m in telegram.chat(CAMILLE)] == ["/start"]
        assert [m.deleted for m in telegram.history(CAMILLE)] == [False, True, True]
        for call in (bot.delete_message(42, sent.message_id), bot.edit_message_text("y", 42, sent.message_id)):
            assert (await description_of(telegram, call)).endswith(" not found")


class TestTaps:
    async def test_a_tap_carries_the_message_as_it_is_now(self, telegram: LocalTelegram, bot: Bot) -> None:
        sent = await bot.send_message(42, "un", reply_markup=keys(["✅ Valider la demande", "❌ Abandonner"]))
        await bot.edit_message_text("deux", 42, sent.message_id, reply_markup=sent.reply_markup)
        telegram.taps(CAMILLE, "Valider")
        query = (await bot.get_updates())[-1].callback_query
        assert query
        assert query.message
        assert isinstance(query.message, type(sent))
        assert (query.data, query.message.text, query.from_user.id) == ("✅ Valider la demande", "deux", 42)

    async def test_a_tap_is_answered_once(self, telegram: LocalTelegram, bot: Bot) -> None:
        await bot.send_message(42, "?", reply_markup=keys(["Oui"]))
        tap = telegram.taps(CAMILLE, "Oui")
        too_long = bot.answer_callback_query(tap.query_id, "x" * 201)
        assert await description_of(telegram, too_long) == "Bad Request: MESSAGE_TOO_LONG"
        await bot.answer_callback_query(tap.query_id, "Noté", show_alert=True)
        assert [(toast.text, toast.alert) for toast in telegram.toasts(CAMILLE)] == [("Noté", True)]
        assert await description_of(telegram, bot.answer_callback_query(tap.query_id)) == QUERY_TOO_OLD
        assert await description_of(telegram, bot.answer_callback_query("1")) == QUERY_TOO_OLD

    async def test_an_answer_may_come_too_late(self, telegram: LocalTelegram, bot: Bot) -> None:
        noon = datetime(2026, 11, 26, 12, tzinfo=UTC)
        telegram.now = lambda: noon
        await bot.send_message(42, "?", reply_markup=keys(["Oui"]))
        tap = telegram.taps(CAMILLE, "Oui")
        telegram.now = lambda: noon + timedelta(minutes=5)
        assert await description_of(telegram, bot.answer_callback_query(tap.query_id)) == QUERY_TOO_OLD

    async def test_only_keys_that_are_there_can_be_tapped(self, telegram: LocalTelegram, bot: Bot) -> None:
        first = await bot.send_message(42, "?", reply_markup=keys(["Lundi", "Lundi soir", "Mardi"]))
        link = InlineKeyboardMarkup([[InlineKeyboardButton("Site", url="https://sercus.fr")]])
        await bot.send_message(42, "?", reply_markup=link)
        assert telegram.taps(CAMILLE, "Lundi").content["data"] == "Lundi"
        assert telegram.taps(CAMILLE, "Mar").content["message"]["message_id"] == first.message_id
        with pytest.raises(AssertionError, match=r"there are: \[\['Lundi', 'Lundi soir', 'Mardi'\], \['Site'\]\]"):
            telegram.taps(CAMILLE, "Jeudi")
        with pytest.raises(AssertionError, match="several keys"):
            telegram.taps(CAMILLE, "L")
        with pytest.raises(AssertionError, match="does not reach the bot"):
            telegram.taps(CAMILLE, "Site")

    async def test_forged_and_stale_taps_arrive_too(self, telegram: LocalTelegram, bot: Bot) -> None:
        await bot.send_message(42, "?", reply_markup=keys(["Oui"]))
        seen = telegram.last(CAMILLE)
        await bot.delete_message(42, seen.message_id)
        telegram.taps_forged(SACHA, "effacer:tout", seen)
        query = (await bot.get_updates())[-1].callback_query
        assert query
        assert query.message
        assert (query.data, query.from_user.id, query.message.is_accessible) == ("effacer:tout", 43, False)


class TestPeople:
    async def test_a_chat_begins_with_their_first_word(self, telegram: LocalTelegram, bot: Bot) -> None:
        for call in (bot.send_message(43, "x"), bot.get_chat(43), bot.send_chat_action(43, "typing")):
            assert await description_of(telegram, call) == "Bad Request: chat not found"
        assert (await post(telegram, "sendMessage", json={"text": "x"}))[1]["description"] == (
            "Bad Request: chat_id is empty"
        )
        telegram.says(SACHA, "bonjour")
        assert (await bot.get_chat(43)).first_name == "Sacha"
        await bot.send_message("43", "x")
        assert await bot.send_chat_action(43, "typing")

    async def test_who_blocks_the_bot_is_not_reached(self, telegram: LocalTelegram, bot: Bot) -> None:
        telegram.blocks(CAMILLE)
        change = (await bot.get_updates())[-1].my_chat_member
        assert change
        assert (change.old_chat_member.status, change.new_chat_member.status) == ("member", "kicked")
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await bot.send_message(42, "x")
        with pytest.raises(AssertionError, match="has blocked the bot"):
            telegram.says(CAMILLE, "x")
        telegram.unblocks(CAMILLE)
        await bot.send_message(42, "x")
        telegram.deactivates(CAMILLE)
        assert await description_of(telegram, bot.send_message(42, "x")) == "Forbidden: user is deactivated"

    async def test_in_a_group_the_bot_sees_what_is_meant_for_it(self, telegram: LocalTelegram, bot: Bot) -> None:
        telegram.adds_to_group(CAMILLE, GROUP, "Parents")
        said = await bot.send_message(GROUP, "bonjour")
        telegram.says(CAMILLE, "il fait beau", group=GROUP)
        telegram.says(CAMILLE, "/aide@clochette_bot", group=GROUP)
        telegram.says(CAMILLE, "/aide@autre_bot", group=GROUP)
        telegram.says(CAMILLE, "merci", group=GROUP, reply_to=telegram.last(GROUP))
        updates = await bot.get_updates(offset=2)
        texts = [update.message.text for update in updates if update.message]
        assert texts == [None, "/aide@clochette_bot", "merci"]
        assert said.chat.title == "Parents"
        assert updates[0].my_chat_member
        refusal = await description_of(telegram, bot.delete_message(GROUP, telegram.chat(GROUP)[-1].message_id))
        assert refusal == "Bad Request: message can't be deleted"

    async def test_a_group_may_throw_it_out_and_it_may_leave(self, telegram: LocalTelegram, bot: Bot) -> None:
        telegram.adds_to_group(CAMILLE, GROUP)
        telegram.kicks_from_group(CAMILLE, GROUP)
        refusal = await description_of(telegram, bot.send_message(GROUP, "x"))
        assert refusal == "Forbidden: bot was kicked from the group chat"
        telegram.adds_to_group(CAMILLE, GROUP)
        assert await bot.leave_chat(GROUP)
        refusal = await description_of(telegram, bot.send_message(GROUP, "x"))
        assert refusal == "Forbidden: bot is not a member of the group chat"

    async def test_files_go_both_ways(self, telegram: LocalTelegram, bot: Bot) -> None:
        sent = await bot.send_document(42, b"a;b\r\n", "<b>Voici</b>", parse_mode="HTML", filename="effectifs.csv")
        seen = telegram.last(CAMILLE)
        assert (seen.filename, seen.file, seen.text) == ("effectifs.csv", b"a;b\r\n", "Voici")
        assert sent.document
        assert sent.caption_entities[0].type == "bold"
        again = await bot.send_document(42, sent.document.file_id)
        assert again.document
        assert again.document.file_size == 5
        telegram.sends_document(CAMILLE, "familles.csv", b"nom;prenom", "la liste")
        got = (await bot.get_updates())[-1].message
        assert got
        assert got.document
        assert (got.caption, got.document.file_name) == ("la liste", "familles.csv")
        assert await (await got.document.get_file()).download_as_bytearray() == b"nom;prenom"

    async def test_files_refused(self, telegram: LocalTelegram, bot: Bot) -> None:
        cases = [
            (bot.send_document(42, b"", filename="x"), "file must be non-empty"),
            (bot.send_document(42, "inconnu"), "invalid file_id"),
            (bot.send_photo(42, b"x", "x" * 1025), "IMAGE_PROCESS_FAILED"),
            (bot.send_photo(42, image(10, 10), "x" * 1025), "message caption is too long"),
            (bot.send_document(42, b"x", "x" * 1025, filename="x"), "message caption is too long"),
            (bot.get_file("inconnu"), "invalid file_id"),
        ]
        for call, refusal in cases:
            assert await description_of(telegram, call) == f"Bad Request: {refusal}"
        telegram.sends_document(CAMILLE, "grand.zip", bytes(20 * 1024 * 1024 + 1))
        large = (await bot.get_updates())[-1].message
        assert large
        assert large.document
        assert await description_of(telegram, large.document.get_file()) == "Bad Request: file is too big"

    async def test_a_photo_is_an_image_of_measured_sides(self, telegram: LocalTelegram, bot: Bot) -> None:
        for kind in ("PNG", "JPEG"):
            photo = image(640, 32, kind)
            sent = (await bot.send_photo(42, photo, "<i>le mois</i>", parse_mode="HTML")).photo
            assert [(size.width, size.height) for size in sent] == [(640, 32)]
            assert bytes(await (await sent[0].get_file()).download_as_bytearray()) == photo
        assert telegram.last(CAMILLE).text == "le mois"
        assert (await bot.send_photo(42, sent[0].file_id)).photo

    async def test_photos_refused(self, telegram: LocalTelegram, bot: Bot) -> None:
        whole = image(300, 300)
        cases = {
            b"%PDF": "IMAGE_PROCESS_FAILED",
            b"\x89PNG\r\n\x1a\n": "IMAGE_PROCESS_FAILED",
            whole[: len(whole) // 2]: "IMAGE_PROCESS_FAILED",
            image(641, 32): "PHOTO_INVALID_DIMENSIONS",
            image(10_000, 1): "PHOTO_INVALID_DIMENSIONS",
            image(9_500, 501, "JPEG"): "PHOTO_INVALID_DIMENSIONS",
            bytes(10 * 1024 * 1024 + 1): "file of size 10485761 bytes is too big for a photo; "
            "the maximum size is 10485760 bytes",
        }
        for content, refusal in cases.items():
            assert await description_of(telegram, bot.send_photo(42, content)) == f"Bad Request: {refusal}"
        assert not telegram.answers(CAMILLE)

    async def test_a_file_s_name_comes_as_it_was_given_over_our_own_connections_too(
        self, telegram: LocalTelegram, bot: Bot
    ) -> None:
        ours = Bot(telegram.token, f"{telegram.url}/bot", request=AiohttpRequest())
        async with ours:
            for one in (bot, ours):
                document = (await one.send_document(42, b"x", "Voilà", filename="décembre « 2026 ».pdf")).document
                assert document
                assert document.file_name == "décembre « 2026 ».pdf"
                assert document.mime_type == "application/pdf"
                assert telegram.last(CAMILLE).text == "Voilà"

    async def test_photos_voices_and_contacts_arrive(self, telegram: LocalTelegram, bot: Bot) -> None:
        telegram.sends_photo(CAMILLE, b"\xff\xd8\xff", "le menu")
        telegram.sends_voice(CAMILLE, duration=3)
        telegram.sends_contact(CAMILLE, "+33600000000")
        photo, voice, contact = (update.message for update in (await bot.get_updates())[-3:])
        assert photo
        assert photo.photo
        assert photo.caption == "le menu"
        assert voice
        assert voice.voice
        assert voice.voice.duration == timedelta(seconds=3)
        assert contact
        assert contact.contact
        assert contact.contact.user_id == 42


class TestMenus:
    async def test_the_nearest_menu_is_the_one_seen(self, telegram: LocalTelegram, bot: Bot) -> None:
        await bot.set_my_commands([BotCommand("start", "Start")])
        await bot.set_my_commands([BotCommand("start", "Commencer")], language_code="fr")
        assert telegram.menu(CAMILLE) == {"start": "Commencer"}
        await bot.set_my_commands([("aide", "Aide")], BotCommandScopeAllPrivateChats())
        assert telegram.menu(CAMILLE) == {"aide": "Aide"}
        await bot.set_my_commands([("appel", "Appel")], BotCommandScopeChat(42))
        assert (telegram.menu(CAMILLE), telegram.menu(SACHA)) == ({"appel": "Appel"}, {"aide": "Aide"})
        assert (await bot.get_my_commands(BotCommandScopeChat(42)))[0].command == "appel"
        await bot.delete_my_commands(BotCommandScopeChat(42))
        assert telegram.menu(CAMILLE) == {"aide": "Aide"}

    @pytest.mark.parametrize(
        ("commands", "refusal"),
        [
            ([("Aide", "x")], "BOT_COMMAND_INVALID"),
            ([("réserver", "x")], "BOT_COMMAND_INVALID"),
            ([("a" * 33, "x")], "command length must not exceed 32"),
            ([("/", "x")], "command must be non-empty"),
            ([("aide", " ")], "command description must be non-empty"),
            ([("aide", "x" * 257)], "command description length must not exceed 256"),
            ([("aide", "x")] * 101, "BOT_COMMANDS_TOO_MUCH"),
        ],
    )
    async def test_bad_commands(
        self, telegram: LocalTelegram, bot: Bot, commands: list[tuple[str, str]], refusal: str
    ) -> None:
        assert await description_of(telegram, bot.set_my_commands(commands)) == f"Bad Request: {refusal}"

    async def test_a_menu_for_an_unknown_chat_is_refused(self, telegram: LocalTelegram, bot: Bot) -> None:
        call = bot.set_my_commands([("aide", "x")], BotCommandScopeChat(999))
        assert await description_of(telegram, call) == "Bad Request: chat not found"

    async def test_the_bot_describes_itself(self, bot: Bot) -> None:
        await bot.set_my_description("La cantine")
        await bot.set_my_short_description("Cantine")
        assert (await bot.get_my_description()).description == "La cantine"
        assert await bot.set_chat_menu_button()
        assert (await bot.get_me()).username == "clochette_bot"


class TestHttp:
    async def test_every_kind_of_body_is_read(self, telegram: LocalTelegram) -> None:
        form = aiohttp.FormData({"chat_id": "42", "text": "multipart"})
        form.add_field("nothing", b"x", filename="x.bin")
        await post(telegram, "sendMessage", json={"chat_id": 42, "text": "json"})
        await post(telegram, "SENDMESSAGE", data={"chat_id": 42, "text": "form"})
        await post(telegram, "sendMessage", data=form)
        await post(telegram, "sendMessage", http="GET", params={"chat_id": 42, "text": "query"})
        assert [m.text for m in telegram.answers(CAMILLE)] == ["json", "form", "multipart", "query"]

    async def test_methods_and_tokens_unknown(self, telegram: LocalTelegram) -> None:
        not_found = {"ok": False, "error_code": 404, "description": "Not Found"}
        assert await post(telegram, "sendNothing") == (404, not_found)
        assert await post(telegram, "getMe", token="nonsense") == (404, not_found)
        assert await post(telegram, "getMe", token="123456:autre") == (
            401,
            {"ok": False, "error_code": 401, "description": "Unauthorized"},
        )
        async with bot_of(telegram, token="123456:autre") as stranger:
            with pytest.raises(InvalidToken):
                await stranger.get_me()


class TestTrouble:
    async def test_slow_calls_succeed_late(self, telegram: LocalTelegram, bot: Bot) -> None:
        telegram.slows(0.5, "sendMessage", to=CAMILLE)
        with pytest.raises(TimedOut):
            await bot.send_message(42, "x", read_timeout=0.1)
        await telegram.until(lambda: telegram.answers(CAMILLE))

    async def test_errors_before_and_after_the_effect(self, telegram: LocalTelegram, bot: Bot) -> None:
        telegram.fails(502, "sendMessage")
        with pytest.raises(NetworkError, match="502"):
            await bot.send_message(42, "x")
        assert telegram.answers(CAMILLE) == []
        telegram.fails(500, after=True)
        with pytest.raises(NetworkError, match="Internal Server Error"):
            await bot.send_message(42, "x")
        assert len(telegram.answers(CAMILLE)) == 1
        telegram.fails(429, retry_after=7)
        with pytest.raises(RetryAfter) as wait:
            await bot.send_message(42, "x")
        assert wait.value.retry_after == timedelta(seconds=7)
        telegram.fails(401, times=None)
        for _ in range(2):
            with pytest.raises(InvalidToken):
                await bot.get_me()
        telegram.heals()
        await bot.get_me()

    @pytest.mark.parametrize("after", [False, True])
    async def test_a_cut_connection_leaves_one_in_the_dark(
        self, telegram: LocalTelegram, bot: Bot, *, after: bool
    ) -> None:
        telegram.cuts("sendMessage", after=after)
        with pytest.raises(NetworkError):
            await bot.send_message(42, "x")
        assert len(telegram.answers(CAMILLE)) == int(after)
        assert [(call.method, call.status) for call in telegram.calls] == [("sendMessage", 0)]

    async def test_a_distance_is_felt_by_every_call(self, telegram: LocalTelegram, bot: Bot) -> None:
        telegram.latency = 0.05
        began = time.monotonic()
        await bot.get_me()
        assert time.monotonic() - began >= 0.05

    async def test_who_sends_too_fast_must_wait_if_telegram_is_told_to_mind(self) -> None:
        async with LocalTelegram(pacing=True) as telegram, bot_of(telegram) as bot:
            telegram.says(CAMILLE, "/start")
            for _ in range(5):
                await bot.send_message(42, "x")
            with pytest.raises(RetryAfter):
                await bot.send_message(42, "x")
            await bot.get_me()


class TestWaiting:
    async def test_it_says_what_it_saw_when_nothing_comes(self, telegram: LocalTelegram, bot: Bot) -> None:
        await bot.get_me()
        with pytest.raises(AssertionError, match="1 updates pending; the last calls: getMe ok"):
            await telegram.until(lambda: telegram.answers(CAMILLE), timeout=0.05)
        with pytest.raises(AssertionError):
            await telegram.settled(timeout=0.05)

    async def test_it_hears_the_answer(self, telegram: LocalTelegram, bot: Bot) -> None:
        async def answer(update: Update) -> None:
            assert update.effective_chat
            await bot.send_message(update.effective_chat.id, "bonjour")

        hearing = asyncio.create_task(telegram.hears(CAMILLE))
        await answer((await bot.get_updates())[0])
        assert (await hearing).text == "bonjour"
        assert telegram.calls_to("sendmessage")[0].params == {"chat_id": 42, "text": "bonjour"}
        await bot.send_message(42, "123", reply_markup=keys(["Oui"]))
        asked = telegram.calls[-1].params
        assert (asked["text"], asked["reply_markup"]["inline_keyboard"][0][0]["text"]) == ("123", "Oui")


@pytest.mark.slow
class TestProcess:
    async def test_people_play_from_another_process(self) -> None:
        async with process("--token", "99:abc", "--now", "2026-11-26T10:00:00+01:00") as (url, _):
            bot = Bot("99:abc", base_url=f"{url}/bot")
            async with People(url) as people, bot:
                await people.says(CAMILLE, "/start")
                assert await people.pending() == 1
                await bot.get_updates(offset=2)
                assert await people.pending() == 0
                seen = await people.sees(CAMILLE)
                waiting = asyncio.create_task(people.sees(CAMILLE, seen.change, timeout=10))
                await bot.send_message(42, "<b>Bonjour</b>", "HTML", reply_markup=keys(["✅ Valider"]))
                answer = (await asyncio.wait_for(waiting, 2)).messages[-1]
                assert (answer.text, answer.date.date().isoformat()) == ("Bonjour", "2026-11-26")
                query_id = await people.taps(CAMILLE, "Valider")
                await bot.answer_callback_query(query_id, "Noté")
                assert [toast.text for toast in (await people.sees(CAMILLE)).toasts] == ["Noté"]
                with pytest.raises(ImpossibleError, match="no key 'Jeudi'"):
                    await people.taps(CAMILLE, "Jeudi")
                await bot.send_document(42, b"a;b", filename="x.csv")
                assert await people.opens((await people.sees(CAMILLE)).messages[-1]) == b"a;b"
                await people.sets_clock(datetime(2027, 1, 4, 8, tzinfo=UTC))
                assert (await people.clock()).date().isoformat() == "2027-01-04"
                assert (await people.edits(CAMILLE, seen.messages[0], "/aide")).edited
                assert (await people.sends_document(CAMILLE, "f.csv", b"x")).filename == "f.csv"

    async def test_it_ends_on_sigterm_and_when_its_input_closes(self) -> None:
        async with process() as (_, child):
            child.terminate()
            assert await asyncio.wait_for(child.wait(), 3) == 0
        async with process() as (_, child):
            assert child.stdin
            child.stdin.close()
            assert await asyncio.wait_for(child.wait(), 3) == 0


@contextlib.asynccontextmanager
async def process(*options: str) -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    command = [sys.executable, "-m", "bot.demo.telegram", *options]
    child = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE)
    assert child.stdout
    try:
        yield (await child.stdout.readline()).decode().strip(), child
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.wait()
