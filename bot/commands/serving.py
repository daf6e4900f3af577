"""The commands that serve people: the bot, and its demonstration."""


def run() -> None:
    from bot import storage
    from bot.application import run as serve
    from bot.commands import desk

    settings = desk.settings()
    storage.migrate(settings.database_url)
    serve(settings)


def demo() -> None:
    from bot.demo.terminal import main

    main()
