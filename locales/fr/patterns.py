"""The machinery of the grammar: tokens have a kind, rules match sequences of kinds, layers rewrite tokens into pieces.

A kind is one character, so a sentence is a short string and a layer one automaton over it. Patterns are written with
the names of kinds, separated by blanks:

    weekday            a token of that kind         a|b        one of several kinds
    name:weekday       … its value, for the rule    x? x* x+   optional, any number, at least one
    ( … | … )          a group                      name:( … ) or name:x+   the tokens, as a list
    !month   &month    not followed / followed by a token of that kind; <month preceded by one; ^ first of all
"""

import re
from collections.abc import Callable, Sequence
from itertools import count
from typing import Any, NamedTuple, TypeVar

Build = TypeVar("Build", bound=Callable[..., object])


class Token(NamedTuple):
    """A word, or the piece some words became; `start` and `end` are offsets in the sentence."""

    kind: str
    value: Any
    start: int
    end: int


_KINDS: dict[str, str] = {}
_LETTERS = (chr(code) for code in count(0x41) if chr(code).isalnum())


def kind(name: str) -> str:
    """The character that stands for the kind called `name`, given at its first mention."""
    if name not in _KINDS:
        _KINDS[name] = next(_LETTERS)
    return _KINDS[name]


def alias(name: str, kinds: str) -> str:
    """Let `name` stand, in patterns, for any of `kinds` (names separated by blanks); returns their characters."""
    if name in _KINDS:
        raise ValueError(name)
    _KINDS[name] = "".join(kind(each) for each in kinds.split())
    return _KINDS[name]


_ITEM = re.compile(r"(?:(?P<name>\w+):)?(?P<body>\(|\^|[!&<]?[\w|]+)(?P<repeat>[?*+]?)|\)(?P<again>[?*+]?)|(?P<bar>\|)")


def _compile(pattern: str) -> tuple[str, list[tuple[str, bool]]]:
    """`pattern` as a regular expression over kinds, and its captures: (name, whether it captures a list)."""
    source, captures = "", []
    for item in _ITEM.finditer(pattern):
        name, body, repeat = item["name"], item["body"], item["repeat"] or ""
        if body is None:
            source += "|" if item["bar"] else ")" + (item["again"] or "")
        elif body == "(":
            source += "(" if name else "(?:"
        else:
            source += _item(body, repeat, captured=name is not None)
        if name:
            captures.append((name, body == "(" or repeat in ("*", "+")))
    return source, [(name, listed) for name, listed in captures if name]


_LOOKS = {"!": "!", "&": "=", "<": "<="}


def _item(body: str, repeat: str, *, captured: bool) -> str:
    if body == "^":
        return "^"
    letters = f"[{''.join(kind(each) for each in body.lstrip('!&<').split('|'))}]"
    if body[0] in _LOOKS:
        return f"(?{_LOOKS[body[0]]}{letters})"
    if not captured:
        return letters + repeat
    return f"({letters}){repeat}" if repeat in ("", "?") else f"({letters}{repeat})"


class Rule(NamedTuple):
    """A pattern, the kind of piece it makes, and what makes its value; a builder declines a match by returning None."""

    makes: str
    source: str
    captures: list[tuple[str, bool]]
    build: Callable[..., object]


class Layer:
    """Rules tried in order at each place, from left to right, in one pass over the sentence."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self._whole: re.Pattern[str] | None = None
        self._groups: dict[int, Rule] = {}

    def rule(self, makes: str, *patterns: str) -> Callable[[Build], Build]:
        """Declare the decorated function as what makes a `makes` out of any of `patterns`."""

        def declare(build: Build) -> Build:
            self.rules += [Rule(kind(makes), *_compile(pattern), build) for pattern in patterns]
            return build

        return declare

    def _ready(self) -> re.Pattern[str]:
        """The rules as one automaton, built at the first sentence; `lastindex` tells which rule matched."""
        group, sources = 1, []
        for rule in self.rules:
            self._groups[group] = rule
            group += 1 + len(rule.captures)
            sources.append(f"({rule.source})")
        self._whole = re.compile("|".join(sources))
        return self._whole

    def rewrite(self, tokens: Sequence[Token]) -> list[Token]:
        """`tokens`, with each match replaced by its piece."""
        search = (self._whole or self._ready()).search
        kinds = "".join([token.kind for token in tokens])
        found = search(kinds)
        if not found:
            return list(tokens)
        made: list[Token] = []
        done = 0
        while found:
            start, group = found.start(), found.lastindex or 0
            piece, end = self._build(self._groups[group], found, group, tokens), found.end()
            if piece is None:
                piece, end = self._retry(kinds, start, group, tokens)
            made += tokens[done:start]
            made.append(piece)
            done = end
            found = search(kinds, end)
        made += tokens[done:]
        return made

    @staticmethod
    def _build(rule: Rule, found: re.Match[str], group: int, tokens: Sequence[Token]) -> Token | None:
        values: dict[str, object] = {}
        for index, (name, listed) in enumerate(rule.captures, group + 1):
            first, last = found.span(index)
            if first >= 0:
                values[name] = tokens[first:last] if listed else tokens[first].value
        value = rule.build(**values)
        start, end = found.span()
        return None if value is None else Token(rule.makes, value, tokens[start].start, tokens[end - 1].end)

    def _retry(self, kinds: str, start: int, group: int, tokens: Sequence[Token]) -> tuple[Token, int]:
        """What the rules after the one of `group` make of the same place; else the token there, as it is."""
        for number, rule in self._groups.items():
            if number > group and (found := re.compile(f"({rule.source})").match(kinds, start)):
                piece = self._build(rule, found, 1, tokens)
                if piece is not None:
                    return piece, found.end()
        return tokens[start], start + 1
