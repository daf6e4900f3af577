"""Days that come back: « tous les lundis », « un jeudi sur deux », « semaines paires »."""

from locales.fr.patterns import Rules
from locales.fr.pieces.days import Piece
from locales.fr.pieces.recurrences import Every, Firsts

RULES = Rules()
rule = RULES.rule


@rule(
    "recurrence",
    "every le|les? amount:count over? unit:day|week|months|fortnight",
    "le? one day:day over two:number",
    "amount:number|one unit:week over two:number",
)
def every_so_often(amount: int | None = None, unit: str = "day", day: str = "", two: int = 2) -> Piece:
    step = two if amount == 1 else amount or two
    if day or unit == "day":
        return Every(step=2 if step == 2 else max(step, 1))
    return Every(step=step if unit == "week" else 4 * step, weekly=True)


@rule("recurrence", "amount:number|one weekday:weekday over two:number")
def one_in_two(amount: int | None, weekday: int, two: int) -> Piece | None:
    return Every(frozenset({weekday}), step=two) if (amount or 1) == 1 else None


@rule("recurrence", "days:weekdays_set")
def weekdays_together(days: frozenset[int]) -> Piece:
    """« LMJV »."""
    return Every(days)


@rule(
    "recurrence",
    "every les? unit:day|week|months|fortnight|quarter !parity",
    "weekly:weekly",
    "les unit:day !next !du !of !work_word",
    "every les? unit:schoolday",
    "les unit:schoolday !next",
    "every le unit:week",
)
def every_unit(unit: str = "day", weekly: int = 1) -> Piece:
    if weekly > 1 or unit != "day":
        return Every(weekly=True, step={"months": 4, "fortnight": 2, "quarter": 13}.get(unit, max(weekly // 7, 1)))
    return Every()


@rule("recurrence", "le? number:n fill* every les? months", "every les? number:n du months")
def day_of_each_month(number: int) -> Piece | None:
    """« le 15 de chaque mois »."""
    return Every(number=number) if number <= 31 else None


@rule(
    "recurrence",
    "le? rank:ordinal|last weekday:weekday (fill)* every les? months",
    "every les? rank:ordinal|last weekday:weekday|weekdays (fill* every? months)?",
)
def ranked_weekday(rank: int, weekday: int) -> Piece:
    """« le premier lundi de chaque mois »."""
    return Every(frozenset({weekday}), rank=rank)


@rule("recurrence", "every (le|les)? day:weekday|weekdays")
def every_weekday(day: int) -> Piece:
    return Every(frozenset({day}))


@rule("recurrence", "(every|les)+ weekend")
def every_weekend() -> Piece:
    return Every(frozenset({6, 7}))


@rule("recurrence", "en week !n !parity", "(every|les)? (les)? day work_word")
def every_working_day() -> Piece:
    return Every(frozenset(range(1, 6)))


@rule(
    "recurrence",
    "(this|les)? amount:count coming day:weekday|weekdays|schoolday",
    "(this|les)? coming amount:count day:weekday|weekdays|schoolday",
    "(this|les)? amount:count day:weekdays|schoolday coming",
)
def coming_ones(amount: int | None, day: int | str) -> Piece | None:
    """« les deux prochains jeudis », "les 3 prochains jours d'école"."""
    if isinstance(day, int):
        return Firsts(amount or 1, day)
    return Firsts(amount or 1, school=True)


@rule("recurrence", "every les? &session", "every les? &service")
def every_session() -> Piece:
    return Every()


@rule("parity_piece", "(every|en|at)? (le|les|du|of)? week parity:parity", "(every les)? week over? parity:parity")
def parity(parity: int) -> Piece:
    return Every(parity=parity, weekly=True)
