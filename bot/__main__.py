"""The command line: `clochette`, or `python -m bot`. 0 done, 1 refused with a reason in French, 2 wrong usage."""

import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

from models.refusals import BadRows, Refusal

if TYPE_CHECKING:
    from locales.voice import Voice


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit."""
    os.umask(0o077)  # what is written here holds families' data: for no other user
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(_run(list(sys.argv[1:] if arguments is None else arguments)))


def _run(arguments: list[str]) -> int:
    from bot.commands import app

    command: Any = typer.main.get_command(app)
    if not arguments or "--help" in arguments:
        _speak(command, _voice())
    try:
        return int(command.main(arguments, prog_name="clochette", standalone_mode=False) or 0)
    except Refusal as refusal:
        _explain(refusal)
        return 1
    except typer.Abort:
        _print("cli-interrupted")
        return 130
    except typer.TyperException as wrong:
        return _correct(wrong)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _voice() -> "Voice":
    from bot.commands.desk import voice

    return voice()


def _print(name: str, /, **facts: object) -> None:
    typer.echo(_voice().say(name, facts), err=True)


def _explain(refusal: Refusal) -> None:
    """The refusal, and for a file every error it holds."""
    voice = _voice()
    typer.echo(voice.explain(refusal), err=True)
    for error in refusal.errors if isinstance(refusal, BadRows) else ():
        typer.echo(voice.explain(error), err=True)


def _correct(wrong: Any) -> int:
    """Say what is wrong with the command as typed, in French: typer speaks English only."""
    voice = _voice()
    context = getattr(wrong, "ctx", None)
    if type(wrong).__name__ == "NoArgsIsHelpError":
        typer.echo(wrong.message)
        return 2
    typer.echo(_usage_sentence(wrong, voice), err=True)
    typer.echo(voice.say("cli-usage-hint", command=context.command_path if context else "clochette"), err=True)
    return 2


def _usage_sentence(wrong: Any, voice: "Voice") -> str:
    parameter = getattr(wrong, "param", None)
    what = getattr(wrong, "param_hint", None) or (parameter.get_error_hint() if parameter else "")
    match type(wrong).__name__:
        case "MissingParameter":
            return voice.say("cli-usage-missing", what=what)
        case "NoSuchOption":
            return voice.say("cli-usage-option", what=wrong.option_name)
        case "BadParameter":
            return voice.say("cli-usage-value", what=what, why=wrong.message)
    return voice.say("cli-usage-other")


def _speak(command: Any, voice: "Voice") -> None:
    """Give commands and parameters their French help, which is only read when help is asked for."""
    command.help = command.short_help = voice.say(f"help-{command.name or 'clochette'}")
    command.get_help_option(typer.Context(command)).help = voice.say("help-help")
    for parameter in command.params:
        name = f"help-{command.name}-{parameter.name}"
        parameter.help = voice.say(name) if voice.has(name) else None
    for child in getattr(command, "commands", {}).values():
        _speak(child, voice)


if __name__ == "__main__":
    main()
