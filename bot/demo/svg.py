"""The few elements of SVG a picture is made of."""

from collections.abc import Iterable
from html import escape


def moved(x: float, y: float, elements: Iterable[str]) -> str:
    return "\n".join([f'<g transform="translate({x:g} {y:g})">', *elements, "</g>"])


def box(x: float, y: float, wide: float, high: float, round_: float, colour: str, more: str = "") -> str:
    size = f'x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" rx="{round_:g}"'
    return f'<rect {size} fill="{colour}"{" " + more if more else ""}/>'


def text(x: float, y: float, words: str, size: float, colour: str, more: str = "") -> str:
    where = f'x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}"'
    return f"<text {where}{' ' + more if more else ''}>{escape(words)}</text>"
