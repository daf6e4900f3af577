"""The machinery of the grammar: tokens have a kind, rules match sequences of kinds, layers rewrite tokens into pieces.

A kind is one character, so a sentence is a short string and a layer one automaton over it. Patterns are written with
the names of kinds, separated by blanks:

    weekday            a token of that kind         a|b        one of several kinds
    name:weekday       … its value, for the rule    x? x* x+   optional, any number, at least one
    ( … | … )          a group                      name:( … ) or name:x+   the tokens, as a list
    !month   &month    not followed / followed by a token of that kind; <month preceded by one; ^ first of all
    &sep~month         followed by one, then the other
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from locales.fr.kinds import kind, name_of

Build = TypeVar("Build", bound=Callable[..., object])


class Token(NamedTuple):
    """A word, or the piece some words became; `start` and `end` are offsets in the sentence."""

    kind: str
    value: Any
    start: int
    end: int


_ITEM = re.compile(
    r"(?:(?P<name>\w+):)?(?P<body>\(|\^|[!&<]?\w[\w|~]*)(?P<repeat>[?*+]?)|\)(?P<again>[?*+]?)|(?P<bar>\|)"
)


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
    classes = ("".join(kind(each) for each in one.split("|")) for one in body.lstrip("!&<").split("~"))
    letters = "".join(f"[{each}]" for each in classes)
    if body[0] in _LOOKS:
        return f"(?{_LOOKS[body[0]]}{letters})"
    if not captured:
        return letters + repeat
    return f"({letters}){repeat}" if repeat in ("", "?") else f"({letters}{repeat})"


class _Firsts:
    """Which kinds a pattern may begin with, so that a place is only tried with the rules that can match there."""

    def __init__(self, pattern: str) -> None:
        self.items = list(_ITEM.finditer(pattern))
        self.at = 0

    def alternatives(self) -> tuple[set[str], bool]:
        """First kinds of what stands up to the closing parenthesis (or the end), and whether it may be nothing."""
        found, optional = self._sequence()
        while self.at < len(self.items) and self.items[self.at]["bar"]:
            self.at += 1
            more, none = self._sequence()
            found, optional = found | more, optional or none
        return found, optional

    def _sequence(self) -> tuple[set[str], bool]:
        found: set[str] = set()
        optional = True
        while self.at < len(self.items) and self.items[self.at]["body"]:
            firsts, none = self._one()
            if optional:
                found |= firsts
                optional = none
        return found, optional

    def _one(self) -> tuple[set[str], bool]:
        item = self.items[self.at]
        self.at += 1
        if item["body"] == "(":
            firsts, none = self.alternatives()
            again = self.items[self.at]["again"] or ""
            self.at += 1
            return firsts, none or again in ("?", "*")
        if item["body"][0] in "^!&<":
            return set(), True
        return {letter for each in item["body"].split("|") for letter in kind(each)}, item["repeat"] in ("?", "*")


class Rule(NamedTuple):
    """A pattern, the kind of piece it makes, and what makes its value; a builder declines a match by returning None."""

    makes: str
    source: str
    firsts: frozenset[str]
    captures: list[tuple[str, bool]]
    build: Callable[..., object]


class Took(NamedTuple):
    """Which rule took which words: its module and name, the kind of piece it made, and where the words stand."""

    rule: str
    makes: str
    start: int
    end: int


Automaton = tuple[Callable[[str, int], "re.Match[str] | None"], dict[int, Rule]]


class Rules:
    """Rules as a module declares them, in the order they are tried; patterns are worked out when first needed."""

    def __init__(self) -> None:
        self.declared: list[tuple[str, str, Callable[..., object]]] = []

    def rule(self, makes: str, *patterns: str) -> Callable[[Build], Build]:
        """Declare the decorated function as what makes a `makes` out of any of `patterns`."""

        def declare(build: Build) -> Build:
            self.declared += [(makes, pattern, build) for pattern in patterns]
            return build

        return declare


class Layer:
    """Rules tried in order at each place, from left to right, in one pass over the sentence."""

    def __init__(self, *books: Rules) -> None:
        self.books = books
        self._automata: dict[str, Automaton | None] = {}

    @cached_property
    def rules(self) -> list[Rule]:
        return [_rule(*declared) for book in self.books for declared in book.declared]

    def _starting(self, letter: str) -> Automaton | None:
        """The rules that may begin with `letter`, as one automaton, built the first time it is met."""
        group, sources, groups = 1, [], {}
        for rule in self.rules:
            if letter in rule.firsts:
                groups[group] = rule
                group += 1 + len(rule.captures)
                sources.append(f"({rule.source})")
        self._automata[letter] = (re.compile("|".join(sources)).match, groups) if sources else None
        return self._automata[letter]

    def rewrite(self, tokens: Sequence[Token], trace: list[Took] | None = None) -> list[Token]:
        """`tokens`, with each match replaced by its piece; `trace` hears of every rule that made one."""
        kinds = "".join([token.kind for token in tokens])
        automata = self._automata
        made: list[Token] = []
        at = 0
        while at < len(kinds):
            letter = kinds[at]
            automaton = automata[letter] if letter in automata else self._starting(letter)
            found = automaton and automaton[0](kinds, at)
            if automaton is None or found is None:
                made.append(tokens[at])
                at += 1
                continue
            group = found.lastindex or 0
            rule: Rule | None = automaton[1][group]
            piece, end = _build(automaton[1][group], found, group, tokens), found.end()
            if piece is None:
                piece, end, rule = _retry(automaton[1], kinds, at, group, tokens)
            if trace is not None and rule is not None:
                trace.append(_took(rule, piece))
            made.append(piece)
            at = end
        return made


def _rule(makes: str, pattern: str, build: Callable[..., object]) -> Rule:
    source, captures = _compile(pattern)
    return Rule(kind(makes), source, frozenset(_Firsts(pattern).alternatives()[0]), captures, build)


def _build(rule: Rule, found: re.Match[str], group: int, tokens: Sequence[Token]) -> Token | None:
    values: dict[str, object] = {}
    for index, (name, listed) in enumerate(rule.captures, group + 1):
        first, last = found.span(index)
        if first >= 0:
            values[name] = tokens[first:last] if listed else tokens[first].value
    value = rule.build(**values)
    start, end = found.span()
    return None if value is None else Token(rule.makes, value, tokens[start].start, tokens[end - 1].end)


def _took(rule: Rule, piece: Token) -> Took:
    module = rule.build.__module__.removeprefix("locales.fr.")
    return Took(f"{module}.{rule.build.__name__}", name_of(piece.kind), piece.start, piece.end)


def _retry(
    rules: Mapping[int, Rule], kinds: str, start: int, group: int, tokens: Sequence[Token]
) -> tuple[Token, int, Rule | None]:
    """What the rules after the one of `group` make of the same place; else the token there, as it is."""
    for number, rule in rules.items():
        if number > group and (found := re.compile(f"({rule.source})").match(kinds, start)):
            piece = _build(rule, found, 1, tokens)
            if piece is not None:
                return piece, found.end(), rule
    return tokens[start], start + 1, None
