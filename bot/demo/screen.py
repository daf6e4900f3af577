"""What the terminal shows: Telegram's messages, styles and buttons, in 80 columns; plain where it is no terminal."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from rich.console import Console
from rich.text import Text

from bot.demo.phone import Sight
from bot.demo.telegram import Button, Message
from bot.demo.telegram.values import JSON
from locales.fr.spelling import NBSP, write_day, write_hour
from locales.voice import Spoken, Voice

WIDTH = 80
BRIEF = 2  # lines
GLUE = "\ue000"  # stands for a no-break space while lines are broken: rich breaks there too
STYLES = {
    "bold": "bold",
    "italic": "italic",
    "underline": "underline",
    "strikethrough": "strike",
    "code": "cyan",
    "pre": "cyan",
    "blockquote": "italic",
}
COLOURS = {
    "success": "bold white on green4",
    "danger": "bold white on red3",
    "primary": "bold white on dodger_blue2",
}
BUTTON = "white on grey35"

NumberedRow = list[tuple[int, Button]]


class Display:
    """Prints; while somebody is at the prompt, above it."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or Console(highlight=False, emoji=False, markup=False)
        self._voice = Voice(markup=False)
        self._prompt: str | None = None

    @property
    def width(self) -> int:
        return min(self.console.width, WIDTH)

    def say(self, name: str, facts: Mapping[str, object] | None = None, /, style: str = "", **more: object) -> None:
        """A sentence of the demonstration's own."""
        self._print([Text(self._voice.say(name, facts, **more), style=style)])

    def help(self, players: Iterable[dict[str, object]]) -> None:
        lines = [self._voice.say("demo-help-player", facts) for facts in players]
        self.say("demo-help", players=Spoken("\n".join(lines)))

    def raw(self, text: str) -> None:
        self._print([Text(text, style="dim")])

    def message(self, sight: Sight, rows: Iterable[NumberedRow], at: datetime) -> None:
        """A message of the bot's, with a number before each button."""
        heading = Text(self._voice.say("demo-heading", hour=at.time().replace(second=0), edited=sight.edited), "dim")
        body = [self._barred(line) for line in self._wrapped(styled(sight.message), self.width - 2)]
        self._print([heading, *body, *(self._row(row) for row in rows)])

    def notice(self, name: str, message: Message) -> None:
        """What came for somebody else, in two lines at most."""
        text = self._voice.say("demo-for-other", name=name, text=re.sub(r"[ \n]+", " ", message.text))
        lines = self._wrapped(Text(text, style="yellow"), self.width - 1)
        if len(lines) > BRIEF:
            lines = [*lines[: BRIEF - 1], Text.assemble(lines[BRIEF - 1].plain.rstrip(), "…", style="yellow")]
        self._print(lines)

    @contextmanager
    def prompting(self, prompt: str) -> Iterator[str]:
        """Somebody is at `prompt`, given as readline wants it; what is printed meanwhile leaves it below."""
        bold, plain = ("\x1b[1;36m", "\x1b[0m") if self.console.color_system else ("", "")
        self._prompt = f"{bold}{prompt}{plain}"
        try:
            yield f"\1{bold}\2{prompt}\1{plain}\2"
        finally:
            self._prompt = None

    def echo(self, prompt: str, line: str) -> None:
        """The question, where it was not typed here."""
        self._print([Text.assemble((prompt, "bold cyan"), line)])

    def _print(self, lines: Iterable[Text]) -> None:
        if self._prompt is not None:
            sys.stdout.write("\r\x1b[J")
        for line in lines:
            self.console.print(line, soft_wrap=not self.console.is_terminal)
        if self._prompt is not None:
            sys.stdout.write(self._prompt + _typed())
        sys.stdout.flush()

    def _wrapped(self, text: Text, width: int) -> list[Text]:
        """Lines of at most `width` columns; left as they are where nobody sees columns."""
        if not self.console.is_terminal:
            return list(text.split("\n", allow_blank=True))
        text.plain = text.plain.replace(NBSP, GLUE)
        return [_unglued(line) for line in text.wrap(self.console, width)]

    def _barred(self, line: Text) -> Text:
        return Text.assemble(("│ " if line else "│", "blue"), line)

    def _row(self, row: NumberedRow) -> Text:
        return Text("  ").join([Text(), *(self._key(number, button) for number, button in row)])

    def _key(self, number: int, button: Button) -> Text:
        label = f" {labelled(button)} " if self.console.color_system else labelled(button)
        return Text.assemble((f"[{number}]", "bold"), " ", (label, COLOURS.get(button.style or "", BUTTON)))


def labelled(button: Button) -> str:
    """A button's text, marked as phones mark those that open a page or copy a text."""
    mark = " ↗" if button.url else " ⧉" if button.copy_text else ""
    return f"{button.text}{mark}"


def styled(message: Message) -> Text:
    """A message's text in the styles Telegram gives it, under its file's name, or under the size of its photo."""
    text = Text(message.text)
    for entity in message.entities:
        text.stylize(_style(entity), *bounds(message.text, entity))
    shown = f"📎 {message.filename}" if message.filename else _photo(message)
    return Text("\n").join([Text(shown), *([text] if message.text else [])]) if shown else text


def _photo(message: Message) -> str:
    """What a terminal cannot show: only how large it is."""
    sizes = message.body.get("photo")
    return f"🖼  {sizes[-1]['width']} × {sizes[-1]['height']}" if sizes else ""


def _style(entity: JSON) -> str:
    return f"link {entity['url']}" if entity["type"] == "text_link" else STYLES.get(entity["type"], "")


def bounds(text: str, entity: JSON) -> tuple[int, int]:
    """Where an entity begins and ends, in characters: Telegram counts UTF-16 units."""
    units = text.encode("utf-16-le")
    start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
    return len(units[:start].decode("utf-16-le")), len(units[:end].decode("utf-16-le"))


def _unglued(line: Text) -> Text:
    line.plain = line.plain.replace(GLUE, NBSP)
    return line


def prompt_of(name: str, now: datetime) -> str:
    """Camille · jeudi 26 novembre, 10 h 04 ▸"""
    return f"{name} · {moment(now)} ▸ "


def moment(now: datetime) -> str:
    """Jeudi 26 novembre, 10 h 04."""
    return f"{write_day(now.date())}, {write_hour(now.time())}"


def _typed() -> str:
    """What stands after the prompt already."""
    try:
        import readline
    except ImportError:
        return ""
    return readline.get_line_buffer()
