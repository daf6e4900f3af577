"""The composition root: database, voice, clock, door, post and jobs, wired, started and stopped cleanly."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session
from telegram import BotCommand, Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, ContextTypes

from bot import alarm, jobs
from bot.clerk import Clerk, Result, open_database
from bot.fetching import Fetching
from bot.intake import Intake
from bot.log import configure as log_to_stderr
from bot.pace import Tempo
from bot.post import Post
from bot.settings import Settings, read_commune
from bot.waiting import backoff
from bot.wire import AiohttpRequest
from handlers import door
from locales.voice import Voice
from models.actions import outbox
from models.refusals import BadSetting, Refusal
from models.rules.commune import Commune

if TYPE_CHECKING:
    from bot.web import WebIntake

log = logging.getLogger("clochette")

Clock = Callable[[], datetime]
Done = tuple[list[outbox.Envelope], bool]  # answers committed; whether notices to others were, too
NO_TOKEN = BadSetting(".env", "CLOCHETTE_TOKEN", "missing", "")
NO_SECRET = BadSetting(".env", "CLOCHETTE_WEBHOOK_SECRET", "missing", "")
BAD_TOKEN = BadSetting(".env", "CLOCHETTE_TOKEN", "value", "@BotFather")
TEMPO = Tempo()
BEAT = 30  # seconds
TIDY = 3600  # seconds
TRIES = 2  # at an update whose apology fails too
LAST_WORDS = 1.0  # second given to what is under way when stopping


def system_clock() -> datetime:
    """The only clock of the product; the demonstration and tests bring their own."""
    return datetime.now(UTC)


class Clochette:
    """The bot, from start to stop."""

    def __init__(self, settings: Settings, commune: Commune, clock: Clock = system_clock, tempo: Tempo = TEMPO) -> None:
        self._settings, self._commune, self._clock, self._tempo = settings, commune, clock, tempo
        self._clerk = Clerk(open_database(settings.database_url))
        self._wires = AiohttpRequest(), AiohttpRequest(connections=2)
        self._application = _application(settings, *self._wires)
        self._fetching = Fetching(self._application.bot, self._clerk)

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until `stop` is set; raises BadSetting where Telegram does not know the token."""
        try:
            await self._greet(stop)
            if not stop.is_set():
                await self._work(stop)
        finally:
            await self._close()

    async def _work(self, stop: asyncio.Event) -> None:
        doubtful = await self._clerk.run(lambda session: outbox.found_sending(session, self._clock()))
        if doubtful:
            log.warning("%d letters about money may not have left: they are in the journal", doubtful)
        await self._clerk.run(lambda session: jobs.wake_up(session, self._clock()))
        post = Post(self._application.bot, self._clerk, self._clock, self._tempo)
        intake = self._intake(post)
        await self._application.start()
        self._schedule(post, intake)
        await self._serve(post, intake, stop)

    def _intake(self, post: Post) -> "Intake | WebIntake":
        """Long polling, or a webhook where one is set."""
        handle = self._handler(post)
        if not self._settings.webhook_url:
            return Intake(self._application.bot, self._wires[1], handle, self._clock, self._tempo.poll)
        from bot.web import WebIntake

        return WebIntake(self._application.bot, handle, self._clock, self._settings)

    async def _greet(self, stop: asyncio.Event) -> None:
        """Reach Telegram, as long as it takes; a token it does not know ends it."""
        for attempt in count():
            try:
                return await self._introduce()
            except InvalidToken:
                raise BAD_TOKEN from None
            except TelegramError as trouble:
                if attempt == 0:
                    log.warning("Telegram cannot be reached (%s): waiting", type(trouble).__name__)
            if await _is_set_within(backoff(attempt), stop):
                return None
        return None

    async def _introduce(self) -> None:
        await self._application.initialize()
        if not self._settings.webhook_url:
            await self._application.bot.delete_webhook()
        await self._application.bot.set_my_commands([BotCommand("aide", Voice().say("command-aide"))])
        log.info("Clochette listens as @%s", self._application.bot.username)

    async def _serve(self, post: Post, intake: "Intake | WebIntake", stop: asyncio.Event) -> None:
        tasks = [asyncio.create_task(work) for work in (post.run(), intake.run(), stop.wait())]
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        tasks[1].cancel()
        await intake.drain(LAST_WORDS)
        await post.drain(LAST_WORDS)
        for task in tasks:
            task.cancel()
        for task in done:
            if (error := task.exception()) is not None:
                raise BAD_TOKEN if isinstance(error, InvalidToken) else error

    async def _close(self) -> None:
        if self._application.running:
            await self._application.stop()
        await self._application.shutdown()
        for wire in self._wires:
            await wire.shutdown()
        self._clerk.close()

    def _handler(self, post: Post) -> Callable[[Update], Awaitable[None]]:
        async def handle(update: Update) -> None:
            incoming = door.receive(update)
            if incoming is not None:
                answers, owes = await self._act(incoming)
                post.hand_over(answers)
                if owes:
                    post.wake()

        return handle

    async def _act(self, incoming: door.Incoming) -> Done:
        """One update, once more if even its apology failed; what fails again is reported and given up, for the next."""
        for attempt in range(TRIES):
            try:
                return await self._act_once(incoming)
            except Exception as bug:  # noqa: BLE001 - nobody above can do better
                alarm.report(bug)
                await asyncio.sleep(backoff(attempt))
        return [], False

    async def _act_once(self, incoming: door.Incoming) -> Done:
        """One update in one transaction; after a bug, its apology in another."""
        try:
            filled = await self._fetching.complete(incoming)
            return await self._do(lambda session: door.handle(session, filled, self._clock(), self._commune))
        except Refusal as refusal:
            why = refusal
            return await self._do(lambda session: door.refuse(session, incoming, self._clock(), why))
        except Exception as bug:  # noqa: BLE001 - whatever it is, the person is told and the next update served
            reference = alarm.report(bug)
        return await self._do(lambda session: door.apologise(session, incoming, self._clock(), reference))

    async def _do(self, work: Callable[[Session], list[outbox.Envelope]]) -> Done:
        return await self._clerk.run(lambda session: (work(session), outbox.owes(session)))

    def _schedule(self, post: Post, intake: "Intake | WebIntake") -> None:
        async def tick(_context: ContextTypes.DEFAULT_TYPE) -> None:
            await self._tick(post, intake.current_at)

        async def beat(_context: ContextTypes.DEFAULT_TYPE) -> None:
            await self._alone(lambda session: outbox.beat(session, self._clock()))

        async def tidy(_context: ContextTypes.DEFAULT_TYPE) -> None:
            await self._alone(lambda session: outbox.tidy(session, self._clock()))

        queue = self._application.job_queue
        assert queue
        options = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        queue.run_repeating(tick, self._tempo.tick, first=0, job_kwargs=options)
        queue.run_repeating(beat, BEAT, first=BEAT, job_kwargs=options)
        queue.run_repeating(tidy, TIDY, first=60, job_kwargs=options)

    async def _tick(self, post: Post, current_at: datetime | None) -> None:
        """Look at what is due."""
        now = self._clock()
        if await self._alone(lambda session: jobs.owe(session, self._commune, now)):
            post.wake()
        await self._alone(lambda session: jobs.close_orders(session, self._commune, now, current_at))

    async def _alone(self, work: Callable[[Session], Result]) -> Result | None:
        """A transaction nobody waits for: its bug is reported, and it is tried again at the next tick."""
        try:
            return await self._clerk.run(work)
        except Exception as bug:  # noqa: BLE001 - the next tick comes
            alarm.report(bug)
            return None


def _application(settings: Settings, wire: AiohttpRequest, polling: AiohttpRequest) -> Application:  # type: ignore[type-arg]
    assert settings.token, "the command line asks for it"
    return (
        ApplicationBuilder()
        .token(settings.token.get_secret_value())
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .request(wire)
        .get_updates_request(polling)
        .updater(None)
        .build()
    )


async def _is_set_within(seconds: float, stop: asyncio.Event) -> bool:
    """Sleep, unless stopping."""
    try:
        return await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return False


def run(settings: Settings, clock: Clock = system_clock, tempo: Tempo = TEMPO) -> None:
    """Run until SIGTERM or SIGINT; raises a Refusal for a setting that is missing or wrong."""
    if settings.token is None:
        raise NO_TOKEN
    if settings.webhook_url and settings.webhook_secret is None:
        raise NO_SECRET
    log_to_stderr(settings.log)
    commune = read_commune(settings.config_path())
    _loop_runner()(_until_signal(settings, commune, clock, tempo))


def _loop_runner() -> Callable[[Coroutine[Any, Any, None]], None]:
    """Uvloop where there is a wheel of it."""
    try:
        import uvloop
    except ImportError:
        return asyncio.run
    return uvloop.run


async def _until_signal(settings: Settings, commune: Commune, clock: Clock, tempo: Tempo) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await Clochette(settings, commune, clock, tempo).run(stop)
