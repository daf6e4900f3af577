"""What is wanted: which words in a row book, cancel, refuse, or only tell what was done."""

from collections.abc import Sequence

from locales.fr.kinds import kind
from locales.fr.patterns import Rules, Token
from locales.fr.wishes.values import People, Verb
from locales.fr.words import CANTEEN
from locales.requests import Intent
from models.vocabulary import Service

HAS = ("a", "has")

RULES = Rules()
rule = RULES.rule


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


@rule("verb", "ne? be (not|plus) f* school", "<people (ne|be)* not f* school")
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


@rule("keep_verb", "(ne|be|have|at)* (not|plus) (of|du)* need (of|du)* cancel")
def no_need_to_cancel() -> bool:
    """« pas besoin d'annuler »."""
    return True


@rule("verb", "(ne|be|have|at)* (not|plus) (of|du)* need")
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
    "(have|be|past) (be|not|ne|still)* (book|cancel|eat)",
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
