"""Updates by webhook: nobody without the secret, 200 only after the commit, and a sign of life."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr
from sqlalchemy import func, select

from bot.application import Clochette, run
from bot.clerk import open_database
from bot.settings import Settings
from models.refusals import BadSetting
from models.tables import Base, HandledUpdate, Receipt
from tests.telegram import LocalTelegram
from tests.town import ALEX, CAMILLE, FAST, SOPHIE, Town, settle

SECRET = "a-secret_of-sixteen"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


class WebTown(Town):
    """A town whose bot is called by Telegram."""

    def __init__(self, folder: Path, telegram: LocalTelegram, port: int) -> None:
        super().__init__(folder, telegram)
        self.at = f"http://127.0.0.1:{port}"

    async def opens(self) -> None:
        settings = Settings(
            token=SecretStr(self.telegram.token),
            api_url=self.telegram.url,
            database_url=self.url,
            webhook_url=self.at,
            webhook_secret=SecretStr(SECRET),
            listen=self.at.removeprefix("http://"),
        )
        self._stop = asyncio.Event()
        looked = len(self.telegram.calls_to("getWebhookInfo"))
        self.bot = asyncio.create_task(Clochette(settings, self.commune, self.clock, FAST).run(self._stop))
        await self.telegram.until(lambda: len(self.telegram.calls_to("getWebhookInfo")) > looked)

    async def brings(self, update: Any, secret: str | None = SECRET) -> int:
        """Call the webhook as anybody might; the status of its answer."""
        headers = {} if secret is None else {HEADER: secret}
        async with (
            aiohttp.ClientSession() as client,
            client.post(f"{self.at}/telegram", json=update, headers=headers) as response,
        ):
            return response.status

    def update(self, text: str, number: int = 70_000) -> dict[str, Any]:
        said = {"message_id": number, "date": int(self.clock().timestamp()), "text": text}
        return {"update_id": number, "message": {"from": CAMILLE.as_user(), "chat": CAMILLE.as_chat(), **said}}

    def count(self, table: type[Base]) -> int:
        return self.read(lambda session: session.scalars(select(func.count()).select_from(table)).one())


@asynccontextmanager
async def open_web_town(folder: Path, port: int) -> AsyncIterator[WebTown]:
    async with LocalTelegram() as telegram:
        town = WebTown(folder, telegram, port)
        telegram.now = town.clock
        Base.metadata.create_all(open_database(town.url))
        settle(town)
        await town.opens()
        try:
            yield town
        finally:
            with suppress(Exception):
                await town.closes()
            town.clerk.close()


@pytest.fixture
async def web_town(tmp_path: Path, unused_tcp_port: int) -> AsyncIterator[WebTown]:
    async with open_web_town(tmp_path, unused_tcp_port) as town:
        yield town


async def test_a_sentence_brought_is_done_and_answered_and_a_tap_too(web_town: WebTown) -> None:
    assert (await web_town.hears(CAMILLE, "cantine jeudi pour Léa")).says("Cantine réservée", "jeudi 3 décembre")
    assert web_town.booked("Léa") == ["2026-12-03"]
    assert (await web_town.tapped(CAMILLE, "Annuler cette action")).says("Action annulée")
    assert web_town.telegram.calls_to("getUpdates") == []
    call = web_town.telegram.calls_to("setWebhook")[-1]
    assert call.params["secret_token"] == SECRET
    assert set(call.params["allowed_updates"]) == {"message", "edited_message", "callback_query", "my_chat_member"}


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET[:-1], SECRET + "x", SECRET.upper()])
async def test_without_the_secret_nothing_is_read(web_town: WebTown, secret: str | None) -> None:
    assert await web_town.brings(web_town.update("cantine jeudi pour Léa"), secret) == 403
    assert web_town.count(HandledUpdate) == 0
    assert web_town.booked("Léa") == []


async def test_with_it_an_update_brought_twice_acts_once(web_town: WebTown) -> None:
    await web_town.hears(CAMILLE, "/start")
    update = web_town.update("cantine jeudi pour Léa")
    assert [await web_town.brings(update) for _ in range(2)] == [200, 200]
    assert await asyncio.gather(*(web_town.brings(update) for _ in range(8))) == [200] * 8
    await web_town.rest()
    assert web_town.count(Receipt) == 1
    assert len([m for m in web_town.telegram.answers(CAMILLE) if "Cantine" in m.text]) == 1


async def test_200_is_answered_after_the_commit_only(web_town: WebTown) -> None:
    with closing(sqlite3.connect(web_town.folder / "town.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        bringing = asyncio.create_task(web_town.brings(web_town.update("cantine jeudi pour Léa")))
        await asyncio.sleep(0.4)
        assert not bringing.done()
        other.execute("ROLLBACK")
    assert await bringing == 200
    assert web_town.booked("Léa") == ["2026-12-03"]


async def test_what_could_not_be_committed_is_brought_again_and_done_once(
    web_town: WebTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong after the page, apology included: Telegram hears no 200."""
    from models.actions import outbox

    begun, begin = [], outbox.begin_update

    def begin_update(*given: Any) -> bool:
        begun.append(1)
        if len(begun) <= 2:
            raise RuntimeError
        return begin(*given)

    monkeypatch.setattr(outbox, "begin_update", begin_update)
    await web_town.hears(CAMILLE, "cantine jeudi pour Léa")
    assert len(begun) >= 3
    assert web_town.booked("Léa") == ["2026-12-03"]
    assert web_town.count(Receipt) == 1


async def test_a_telegram_that_gives_up_waiting_and_comes_again_finds_it_done_once(web_town: WebTown) -> None:
    update = web_town.update("cantine jeudi pour Léa")
    with closing(sqlite3.connect(web_town.folder / "town.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(web_town.brings(update), 0.2)
        again = asyncio.create_task(web_town.brings(update))
        await asyncio.sleep(0.1)
        other.execute("ROLLBACK")
    assert await again == 200
    assert web_town.booked("Léa") == ["2026-12-03"]
    assert web_town.count(Receipt) == 1


async def test_people_side_by_side_and_each_in_order(web_town: WebTown) -> None:
    for words in ("cantine jeudi pour Léa", "annule jeudi pour Léa") * 4:
        web_town.telegram.says(CAMILLE, words)
        web_town.telegram.says(SOPHIE, "/planning")
    await web_town.rest()
    assert web_town.booked("Léa") == []
    assert len(web_town.telegram.answers(CAMILLE)) == len(web_town.telegram.answers(SOPHIE)) == 8


async def test_health(web_town: WebTown) -> None:
    async with aiohttp.ClientSession() as client:
        async with client.get(f"{web_town.at}/health") as response:
            assert (response.status, await response.text()) == (200, "ok")
        async with client.get(f"{web_town.at}/telegram") as response:
            assert response.status == 405
        async with client.get(f"{web_town.at}/") as response:
            assert response.status == 404


async def test_the_order_leaves_once_nothing_waits_at_telegram_s(web_town: WebTown) -> None:
    await web_town.closes()
    web_town.now("2026-11-27 09:11")
    await web_town.opens()
    await web_town.order_leaves("2026-11-30")


async def test_stopped_it_goes_at_once_and_what_comes_meanwhile_is_not_lost(web_town: WebTown) -> None:
    async with asyncio.timeout(3):
        await web_town.closes()
    web_town.telegram.says(ALEX, "cantine jeudi pour Tom")
    await web_town.opens()
    await web_town.rest()
    assert web_town.booked("Tom") == ["2026-12-03"]


async def test_stopped_while_an_update_is_under_way_it_goes_within_three_seconds(web_town: WebTown) -> None:
    with closing(sqlite3.connect(web_town.folder / "town.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        web_town.telegram.says(CAMILLE, "cantine jeudi pour Léa")
        await asyncio.sleep(0.1)
        closing_time = asyncio.create_task(web_town.closes())
        await asyncio.sleep(0.5)
        other.execute("ROLLBACK")
        async with asyncio.timeout(3):
            await closing_time
    await web_town.opens()
    await web_town.rest()
    assert web_town.booked("Léa") == ["2026-12-03"]
    assert web_town.count(Receipt) == 1


def test_without_a_secret_it_does_not_start() -> None:
    token = SecretStr("42:a-token-of-the-right-shape-xxxxxxxxxxxx")
    with pytest.raises(BadSetting) as refused:
        run(Settings(token=token, webhook_url="https://bot.example"))
    assert refused.value.key == "CLOCHETTE_WEBHOOK_SECRET"
