"""Services and people: which words in a row mean the canteen, a session, a child, all of them or some."""

from collections.abc import Sequence

from locales.fr.kinds import kind
from locales.fr.patterns import Rules, Token
from locales.fr.wishes.values import EVERYONE, People
from locales.fr.words import EVENING, MORNING
from models.vocabulary import Service

CHILD = kind("child")

RULES = Rules()
rule = RULES.rule


@rule(
    "services",
    "care f* sessions:(session (j* session)*)",
    "watch (of|du) sessions:(session (j* session)*)",
    "sessions:(session (j* session)*) f+ care",
    "sessions:(session (j* session)*)",
)
def sessions(sessions: Sequence[Token]) -> tuple[Service, ...]:
    said = {token.value for token in sessions if token.kind == kind("session")}
    return tuple(service for session in (MORNING, EVENING) if session in said for service in session)


@rule("services", "canteen:service")
def canteen(canteen: tuple[Service, ...]) -> tuple[Service, ...]:
    return canteen


@rule("services", "care")
def care() -> tuple[Service, ...]:
    """« garderie » alone: both sessions may be meant."""
    return ()


@rule("nobody", "not (of|du)* ((les|my)? kid|kids | everyone)")
def no_child() -> str:
    """« aucun enfant »."""
    return "nobody"


@rule(
    "people",
    "without f* children:(child ((comma f* child)* (and|ni) f* child)?)",
    "except|butnot f* children:(child ((comma f* child)* (and|ni) f* child)?)",
)
def all_but(children: Sequence[Token]) -> People:
    """« sauf Léa », "sauf Léa, Tom et Zoé"."""
    return People(tuple(name for token in children if token.kind == CHILD for name in token.value), without=True)


@rule("people", "f* (my|le|les) kid|kids child:child")
def named_kid(child: tuple[str, ...]) -> People:
    """« ma fille Léa »."""
    return People(child)


@rule("people", "f? child:child")
def named(child: tuple[str, ...]) -> People:
    return People(child)


@rule("people", "f? name:proper")
def somebody(name: str) -> People:
    return People(unknown=name)


@rule("people", "f* everyone", "f* every (les kids)?", "for all")
def everyone() -> People:
    return EVERYONE


@rule("people", "f* count:counted")
def so_many(count: int) -> People:
    return People(number=count, plural=count > 1)


@rule("people", "f* one_of", "f* one (of|du)* (les|my) kids", "f* one (of|du)* everyone")
def one_of_them() -> People:
    """« un des deux »."""
    return People(number=1)


@rule("people", "f* my kid", "f* le kid")
def one_child() -> People:
    return People(number=1)


@rule("people", "f* (my|les) kids:kids")
def some_children(kids: str | None) -> People:
    return People(plural=True, partly=kids is not None)
