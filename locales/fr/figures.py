"""What figures mean: a date, a month and its year, a day number."""

from functools import lru_cache

from locales.fr.kinds import kind
from locales.fr.pieces.days import Written

NUMBER, PADDED, YEAR, FIGURE = (kind(name) for name in ("number", "padded", "year", "figure"))


def month_and_year(first: str, second: str) -> tuple[int, int] | None:
    """« 02/2027 » or "2027-02"."""
    year, month = sorted((first, second), key=len, reverse=True)
    if len(year) == 4 and len(month) <= 2 and 1900 <= int(year) <= 2199 and 1 <= int(month) <= 12:
        return int(month), int(year)
    return None


def week_of_year(text: str) -> tuple[int, str, int]:
    """Year, number and weekday of « s50 », "2026-w50" or "2026-w50-4"; 0 where unsaid."""
    year, _, rest = text.replace("s", "w").partition("w")
    number, _, day = rest.partition("-")
    return int(year.strip("-") or 0), number, int(day or 0)


def sized(text: str) -> tuple[str, int]:
    """The kind and value of digits: a day number, a year, or a figure that is no date."""
    value = int(text) if len(text) <= 4 else 0
    if len(text) == 4 and 1900 <= value <= 2199:
        return YEAR, value
    if 0 < value < 100 and len(text) <= 2:
        return (PADDED if text[0] == "0" else NUMBER), value
    return FIGURE, value


@lru_cache(maxsize=512)
def _date_of(parts: tuple[str, ...], mark: str) -> Written | None:
    numbers = [int(part) for part in parts]
    if len(parts) == 3 and len(parts[0]) == 4:
        numbers, parts = numbers[::-1], parts[::-1]
    if len(parts) not in (2, 3) or not (1 <= numbers[0] <= 31 and 1 <= numbers[1] <= 12):
        return None
    if len(parts) == 3:
        year = numbers[2] + (2000 if len(parts[2]) <= 2 else 0)
        return Written(number=numbers[0], month=numbers[1], year=year) if 1900 <= year <= 2199 else None
    if mark == "-" and parts[1][0] != "0" and numbers[0] < numbers[1]:
        return None
    return Written(number=numbers[0], month=numbers[1])


def written(parts: list[str], mark: str) -> Written | None:
    """A date in figures, day first (or year first with four digits); None when it is something else."""
    return _date_of(tuple(parts), mark)
