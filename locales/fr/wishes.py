"""The grammar of what is asked: which words in a row mean a service, a child, a verb with or without its negation."""

from collections.abc import Sequence
from typing import NamedTuple

from locales.fr import phrases
from locales.fr.kinds import kind
from locales.fr.patterns import Layer, Rules, Token
from locales.fr.words import CANTEEN, EVENING, MORNING
from locales.requests import Intent
from models.vocabulary import Service


class Verb(NamedTuple):
    """What a verb (or a noun that stands for one) wants; `services` are those it implies.

    `sick`: an absence; `weak`: nothing but "pas" before a day; `noun`: what other verbs may act on; `hangs`: it bears
    on what was said before, where something was ("ajoute vendredi", "pas jeudi"); `negated`: it stands for "pas de"
    before a service. `stative`: it tells how somebody is or what they do, so that its subject must be a child;
    `guessed`: what it says is not quite that; `away`: it ends with where they are, so that whose home follows.
    """

    intent: Intent
    services: tuple[Service, ...] = ()
    sick: bool = False
    weak: bool = False
    noun: bool = False
    hangs: bool = False
    negated: bool = False
    stative: bool = False
    guessed: bool = False
    away: bool = False


class People(NamedTuple):
    """Whom words mean: first names that fit, a word that fits nobody, or so many children.

    `without`: all but those; `off`: those, after "pas"; `partly`: those who are so, « les filles », whom nobody knows.
    """

    names: tuple[str, ...] = ()
    unknown: str = ""
    number: int = 0
    plural: bool = False
    without: bool = False
    off: bool = False
    partly: bool = False


EVERYONE = People()
HAS = ("a", "has")
CHILD = kind("child")
BOTH_SESSIONS = MORNING + EVENING


SERVICES = Rules()
rule = SERVICES.rule


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


VERBS = Rules()
rule = VERBS.rule


@rule(
    "services_off",
    "butnot (of|du)+ services:(services ((ni|and) f* services)*)",
    "(ne|be)* (not|plus|without) f* services:(services ((ni|and) f* services)*)",
)
def no_service(services: Sequence[Token]) -> list[tuple[Service, ...]]:
    return [token.value for token in services if token.kind == kind("services")]


@rule("services_kept", "(but|and|comma) keep|watch f* services:services")
def keeping_services(services: tuple[Service, ...]) -> list[tuple[Service, ...]]:
    """« annule lundi mais garde la garderie »."""
    return [services]


@rule("polite", "if (be|still|f)* can")
def if_possible() -> bool:
    """« si cela est encore possible »."""
    return True


@rule("services_kept", "(and|comma)? except|butnot f* services:(services ((ni|and|comma) f* services)*) !days !f~days")
def but_services(services: Sequence[Token]) -> list[tuple[Service, ...]]:
    """« annule tout lundi sauf la garderie »."""
    return [token.value for token in services if token.kind == kind("services")]


@rule("verb", "(ne|be)* not le &days", "(ne|be)* not &days")
def not_that_day() -> Verb:
    return Verb(Intent.CANCEL, weak=True, hangs=True)


@rule("verb", "book f* absent")
def noting_absence() -> Verb:
    """« notez l'absence de Léa »."""
    return Verb(Intent.CANCEL, sick=True, stative=True)


@rule("diet", "ne? can? eat (not|plus) (of|du)* matter|unknown", "(ne|can)* (not|plus) eat (of|du)* matter|unknown")
def eating_some_things() -> bool:
    """« ne mange pas de poisson »: what a child eats, not whether."""
    return True


@rule("diet", "ne? can? eat (not|plus)? much", "(ne|can)* (not|plus) eat much")
def eating_much() -> bool:
    return True


@rule("verb", "eats_out")
def eating_out() -> Verb:
    """« Tom rentre manger »."""
    return Verb(Intent.CANCEL, CANTEEN, stative=True)


@rule("verb", "home")
def at_home() -> Verb:
    """« je garde Léa »: that she does not eat at school may be meant."""
    return Verb(Intent.CANCEL, stative=True, guessed=True)


@rule("doubt", "absent (f|myself)* cancel", "halt f* cancel|noun|book")
def sparing() -> str:
    """« dispensez-moi d'annuler », « stop aux annulations »."""
    return "not-sure"


@rule("verb", "halt &services|f", "<services halt")
def stopping() -> Verb:
    """« stop cantine », but not "stop"."""
    return Verb(Intent.CANCEL)


@rule("verb", "ne? come (not|plus)", "ne? not come")
def not_coming() -> Verb:
    return Verb(Intent.CANCEL, negated=True, stative=True)


@rule("presence", "<people be? present", "<people come !elsewhere")
def present() -> bool:
    """« Tom présent »: that he eats may be meant."""
    return True


@rule("verb", "ne? be (not|plus) f* school", "(ne|be)* not f* school")
def not_at_school() -> Verb:
    """« Léa ne sera pas à l'école »."""
    return Verb(Intent.CANCEL, sick=True, stative=True)


@rule("verb", "(ne|be)* not le? present")
def not_there() -> Verb:
    return Verb(Intent.CANCEL, stative=True)


@rule("verb", "ne can? eat &ni", "ne? can? eat (not|plus)", "(ne|can)* (not|plus) eat")
def not_eating() -> Verb:
    return Verb(Intent.CANCEL, CANTEEN, negated=True, stative=True)


@rule("doubt", "can? cancel (f|my)* cancel", "cancel (f|my)* absent")
def undoing() -> str:
    """« annuler l'annulation »."""
    return "not-sure"


@rule("verb", "ne? can? rest|stay (not|plus)", "(ne|can)* (not|plus) rest|stay")
def not_staying() -> Verb:
    """« Léa ne reste pas »."""
    return Verb(Intent.CANCEL, negated=True, stative=True)


@rule("doubt", "keep|watch")
def holding() -> str:
    """« garde la cantine »: what is to stay as it is."""
    return "not-sure"


@rule("verb", "<people rest f* elsewhere", "stay f* elsewhere")
def staying_elsewhere() -> Verb:
    """« Tom reste à la maison », "Léa restera chez mamie"."""
    return Verb(Intent.CANCEL, stative=True, away=True)


@rule("verb", "<people rest", "stay")
def staying() -> Verb:
    return Verb(Intent.BOOK, stative=True)


@rule("doubt", "(ne|be)* not absent")
def not_absent() -> str:
    return "not-sure"


@rule("keep_verb", "ne? can? cancel (not|plus)", "(ne|can)* (not|plus) f* cancel")
def keeping() -> bool:
    """« n'annulez pas lundi »: what stands is to stay."""
    return True


@rule("keep_verb", "ne? (swap|book|cancel) nothing", "nothing f* swap")
def changing_nothing() -> bool:
    """« ne changez rien »."""
    return True


@rule("keep_verb", "(ne|be|have)* (not|plus) (of|du)* need (of|du)* cancel")
def no_need_to_cancel() -> bool:
    """« pas besoin d'annuler »."""
    return True


@rule("verb", "(ne|be|have)* (not|plus) (of|du)* need")
def not_needed() -> Verb:
    """« pas besoin de cantine lundi »."""
    return Verb(Intent.CANCEL, negated=True)


@rule("keep_verb", "useless of? cancel")
def useless_to_cancel() -> bool:
    """« inutile d'annuler »."""
    return True


@rule("doubt", "useless (of? book)?")
def useless() -> str:
    """« inutile de réserver mardi », "cantine inutile lundi"."""
    return "not-sure"


@rule("doubt", "ne? can not f* book")
def not_able() -> str:
    """« je ne peux pas réserver »: it may say what fails."""
    return "not-sure"


@rule("verb", "ne can? book &ni", "ne? can? book (not|plus)", "(ne|can)* (not|plus) f* book")
def not_booking() -> Verb:
    return Verb(Intent.CANCEL)


@rule("verb", "hangs:cancel")
def cancelling(hangs: bool | None) -> Verb:
    return Verb(Intent.CANCEL, hangs=bool(hangs))


@rule("people_off", "not people:people")
def not_them(people: People) -> People:
    """« pas Léa »."""
    return people._replace(off=True)


@rule("verb", "be? absent", "be? sickly", "f? absent")
def absent() -> Verb:
    return Verb(Intent.CANCEL, sick=True, stative=True)


@rule("menu", "^ stop* que f* eat")
def what_is_eaten() -> object:
    return True


@rule("done", "<people how:at (book|cancel|eat)")
def has_done(how: str | None) -> Verb | None:
    """« Léa a mangé », but not "Léa à inscrire"."""
    return Verb(Intent.PLANNING) if how in HAS else None


@rule("done", "ne? how:at (not|plus)+ (be|f)* (book|cancel|eat)")
def has_not_done(how: str | None) -> Verb | None:
    """« Léa n'a pas mangé »."""
    return Verb(Intent.PLANNING) if how in HAS else None


@rule(
    "done",
    "having be? (book|cancel|eat)",
    "(have|be|past) (be|not|ne)* (book|cancel|eat)",
    "have|past ne? not (book|cancel|eat)",
)
def already() -> Verb:
    return Verb(Intent.PLANNING)


@rule("verb", "(eat|book) f* elsewhere", "elsewhere f* (eat|book)")
def eating_elsewhere() -> Verb:
    return Verb(Intent.CANCEL, CANTEEN, stative=True, away=True)


@rule("verb", "eat")
def eating() -> Verb:
    return Verb(Intent.BOOK, CANTEEN, stative=True)


@rule("verb", "my noun")
def my_booking() -> Verb:
    return Verb(Intent.PLANNING, noun=True)


@rule("verb", "noun")
def a_booking() -> Verb:
    return Verb(Intent.BOOK, noun=True)


@rule("verb", "hangs:book")
def booking(hangs: bool | None) -> Verb:
    return Verb(Intent.BOOK, hangs=bool(hangs))


SENTENCE_LAYERS = (*phrases.LAYERS, Layer(SERVICES), Layer(VERBS))
