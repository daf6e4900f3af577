"""The spreadsheets the mairie sends in the chat, told apart by their headings."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from models.refusals import UnknownSubject
from models.rules import menus, settling, tariff_sheet


class Subject(StrEnum):
    MENUS = "menus"
    PAYMENTS = "paiements"
    TARIFFS = "tarifs"


COLUMNS: Mapping[Subject, Collection[str]] = {
    Subject.MENUS: menus.COLUMNS,
    Subject.PAYMENTS: settling.COLUMNS,
    Subject.TARIFFS: tariff_sheet.COLUMNS,
}
SHOWN, LONGEST = 12, 40  # headings a sentence bears, and signs of each


def subject_of(headings: Collection[str]) -> Subject:
    """Whose columns most of `headings` are (snake_case, as `sheets.heading_of` gives them); else UnknownSubject."""
    found = set(filter(None, headings))
    known = {subject: len(found & set(columns)) for subject, columns in COLUMNS.items()}
    best = max(known, key=lambda subject: known[subject])
    if not found or 2 * known[best] < len(found):
        read = tuple(heading[:LONGEST] for heading in headings if heading)[:SHOWN]
        raise UnknownSubject(read, *(tuple(COLUMNS[subject]) for subject in Subject))
    return best
