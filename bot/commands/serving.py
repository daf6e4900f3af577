"""The commands that serve people: the bot, and its demonstration."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def run() -> None:
    with collector_off():
        from bot import storage
        from bot.application import run as serve
        from bot.commands import desk

        settings = desk.settings()
        storage.migrate(settings.database_url)
    serve(settings)


@contextmanager
def collector_off() -> Iterator[None]:
    """Modules stay: no garbage is looked for while they are imported, nor ever again among them."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def demo() -> None:
    from bot.demo.terminal import main

    main()
