"""A chat drawn as on a phone, in SVG: bubbles, times, buttons in Telegram's own colours. Pure text, no library."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate

from bot.demo.lettering import Line, Run, broken, runs_of, width_of
from bot.demo.svg import box, moved, text

SCREEN, FRAME, BETWEEN = 404, 9, 36  # widths: a phone's screen, the frame around it, the gap between two phones
TOP, BOTTOM, SIDE = 92, 58, 10  # the bar above the chat, the one below, the margin beside bubbles
WIDEST = 318  # of a bubble's text
SIZE, LEADING = 15, 20.5
SMALL = 11.5
PADDING = 11
BUTTON = 37
FONT = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif"
BATTERY = (
    '<rect x="366" y="21" width="24" height="12" rx="3.5" fill="none" stroke="#111"/>'
    '<rect x="368" y="23" width="17" height="8" rx="1.8" fill="#111"/>'
)
BACK = '<path d="M36 62l-9 10l9 10" fill="none" stroke="#2f87e0" stroke-width="2.4" stroke-linecap="round"/>'
COLOURS = {"success": "#31a24c", "danger": "#e0483e", "primary": "#2f87e0"}
PLAIN = "#4f7f74"


@dataclass(frozen=True, slots=True)
class Key:
    """A button; `style` as Telegram names it."""

    text: str
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A message of `who`: "me" on the right, "bot" on the left, "day" a date in the middle; `bold` as (start, end)."""

    who: str
    text: str
    rows: tuple[tuple[Key, ...], ...] = ()
    bold: tuple[tuple[int, int], ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the phone beside the chat."""

    title: str
    name: str
    below: str
    write: str


Drawing = tuple[list[str], float]  # elements drawn from y = 0, and how high they are together


def picture(chats: Sequence[Sequence[Said]], words: Words) -> str:
    """An SVG of phones side by side, a chat on each."""
    drawn = [_chat(chat) for chat in chats]
    inner = max(height for _, height in drawn) + TOP + BOTTOM + 16
    step = SCREEN + 2 * FRAME + BETWEEN
    phones = [
        moved(step * number, 0, [*_phone(inner, words, _hour(chat)), moved(FRAME, FRAME + TOP + 8, elements)])
        for number, (chat, (elements, _)) in enumerate(zip(chats, drawn, strict=True))
    ]
    wide, high = step * len(chats) - BETWEEN, inner + 2 * FRAME
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high:g}" width="{wide}" height="{high:g}" '
        f'font-family="{FONT}" role="img">'
    )
    return "\n".join([head, f"<title>{escape(words.title)}</title>", WALLPAPER, *phones, "</svg>", ""])


WALLPAPER = (
    '<defs><linearGradient id="paper" x1="0" y1="0" x2="0.6" y2="1"><stop offset="0" stop-color="#d3e6d0"/>'
    '<stop offset="0.5" stop-color="#b5d6cb"/><stop offset="1" stop-color="#cfe0bd"/></linearGradient></defs>'
)


def _hour(chat: Sequence[Said]) -> str:
    return next((said.at for said in reversed(chat) if said.at), "")


def _phone(inner: float, words: Words, hour: str) -> list[str]:
    """The phone around a chat: frame, wallpaper, bars."""
    end = FRAME + inner - BOTTOM
    bar = f"M{FRAME} {FRAME + TOP}v{32 - TOP}a32 32 0 0 1 32 -32h{SCREEN - 64}a32 32 0 0 1 32 32v{TOP - 32}z"
    foot = f"M{FRAME} {end:g}v{BOTTOM - 32}a32 32 0 0 0 32 32h{SCREEN - 64}a32 32 0 0 0 32 -32v{32 - BOTTOM}z"
    return [
        box(0, 0, SCREEN + 2 * FRAME, inner + 2 * FRAME, 41, "#20242b"),
        box(FRAME, FRAME, SCREEN, inner, 32, "url(#paper)"),
        f'<path d="{bar}" fill="#fff"/>',
        f'<path d="{foot}" fill="#fff"/>',
        *_bar(words, hour),
        box(FRAME + 14, end + 11, SCREEN - 28, 35, 17.5, "#eef1f3"),
        text(FRAME + 32, end + 34, words.write, 14.5, "#8b959c"),
    ]


def _bar(words: Words, hour: str) -> list[str]:
    """Hour and battery; the way back, the bot's face and name."""
    return [
        text(FRAME + 30, 31, hour, 13, "#111", 'font-weight="600"'),
        BATTERY,
        BACK,
        '<circle cx="72" cy="72" r="20" fill="#f2b632"/>',
        text(72, 79.5, "🔔", 20, "#fff", 'text-anchor="middle"'),
        text(104, 69, words.name, 16, "#111", 'font-weight="600"'),
        text(104, 87, words.below, 13, "#8b959c"),
    ]


def _chat(chat: Sequence[Said]) -> Drawing:
    """Every message below the one before."""
    drawn = [_day(said) if said.who == "day" else _bubble(said) for said in chat]
    tops = [0.0, *accumulate(height + 9 for _, height in drawn)]
    return [moved(0, top, elements) for top, (elements, _) in zip(tops, drawn, strict=False)], tops[-1]


def _day(said: Said) -> Drawing:
    wide = width_of([Run(said.text, bold=True)], 13) + 22
    label = text(SCREEN / 2, 18, said.text, 13, "#fff", 'text-anchor="middle" font-weight="600"')
    return [box((SCREEN - wide) / 2, 1, wide, 25, 12.5, PLAIN, 'fill-opacity="0.75"'), label], 27


def _bubble(said: Said) -> Drawing:
    """A bubble as wide as its longest line, its hour in the corner, its buttons below, as wide."""
    lines = broken(runs_of(said.text, said.bold), WIDEST, SIZE)
    corner = width_of([Run(said.at)], SMALL) + (30 if said.who == "me" else 14)
    last = width_of(lines[-1], SIZE) + corner
    inner = max(*(width_of(line, SIZE) for line in lines), min(last, WIDEST), corner, _row_width(said.rows))
    wide = inner + 2 * PADDING
    high = LEADING * (len(lines) + (last > inner)) + 13
    x = SCREEN - SIDE - wide if said.who == "me" else SIDE
    elements = [*_shape(x, wide, high, mine=said.who == "me"), *_lines(lines, x + PADDING)]
    elements.append(_corner(said, x + wide - PADDING + 2, high - 7))
    return [*elements, *_buttons(said.rows, x, high, wide)], high + len(said.rows) * (BUTTON + 4)


def _row_width(rows: Iterable[Sequence[Key]]) -> float:
    """What the widest label asks for, as far as there is room."""
    asked = max((len(row) * (width_of([Run(key.text)], 14) + 26) for row in rows for key in row), default=0)
    return min(asked, WIDEST)


def _shape(x: float, wide: float, high: float, *, mine: bool) -> list[str]:
    """The bubble with its tail."""
    colour = "#e2fbcf" if mine else "#ffffff"
    edge = x + wide if mine else x
    out = 7 if mine else -7
    tail = f"M{edge - 2 * out:g} {high:g}h{3 * out:g}q{-out} -2 {-out} -14l{-2 * out} 2z"
    shadow = box(x, 1.5, wide, high, 16, "#5b7f73", 'fill-opacity="0.28"')
    return [shadow, box(x, 0, wide, high, 16, colour), f'<path d="{tail}" fill="{colour}"/>']


def _lines(lines: Iterable[Line], x: float) -> list[str]:
    return [_runs(x, 22 + LEADING * number, line) for number, line in enumerate(lines) if line]


def _runs(x: float, y: float, line: Line) -> str:
    spans = "".join(
        f'<tspan font-weight="600">{escape(run.text)}</tspan>' if run.bold else escape(run.text) for run in line
    )
    return f'<text x="{x:g}" y="{y:g}" font-size="{SIZE}" fill="#10171c" xml:space="preserve">{spans}</text>'


def _corner(said: Said, x: float, y: float) -> str:
    """The hour, and for one's own the two ticks of what has been read."""
    if said.who != "me":
        return text(x, y, said.at, SMALL, "#8b959c", 'text-anchor="end"')
    ticks = f'<path d="M{x - 15:g} {y - 4:g}l3.2 3.6l6.4 -8m-2.6 6.8l1.2 1.2l6.4 -8" fill="none" stroke="#4aa84a"/>'
    return text(x - 19, y, said.at, SMALL, "#5fa758", 'text-anchor="end"') + ticks


def _buttons(rows: Iterable[Sequence[Key]], x: float, top: float, wide: float) -> list[str]:
    elements = []
    for number, row in enumerate(rows):
        each = (wide - 4 * (len(row) - 1)) / len(row)
        y = top + 4 + number * (BUTTON + 4)
        for place, key in enumerate(row):
            left = x + place * (each + 4)
            elements.append(box(left, y, each, BUTTON, 9, COLOURS.get(key.style or "", PLAIN)))
            middle = 'text-anchor="middle" font-weight="500"'
            elements.append(text(left + each / 2, y + 23.5, _shortened(key.text, each - 16), 14, "#fff", middle))
    return elements


def _shortened(label: str, wide: float) -> str:
    """A label cut where it does not fit, as Telegram does."""
    if width_of([Run(label)], 14) <= wide:
        return label
    return next(cut for end in range(len(label), 0, -1) if width_of([Run(cut := f"{label[:end]}…")], 14) <= wide)
