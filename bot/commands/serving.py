"""The commands that serve people: the bot, and its demonstration."""


def run() -> None:
    from bot.application import run as serve
    from bot.commands import desk

    serve(desk.settings())


def demo() -> None:
    from bot.demo.terminal import main

    main()
