"""Files as the mairie makes them: rows of the families file, as CSV or XLSX."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import BytesIO

from openpyxl import Workbook
from sqlalchemy.orm import Session

from bot.clerk import open_database
from models.files import sheets
from models.rules import families
from models.rules.households import COLUMNS, REQUIRED, Families
from models.tables import Base

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 26)
PROMISED = (
    "foyer;civilite;nom;prenom;email;telephone;adresse;code_postal;ville;resident;quotient_familial;"
    "enfant_nom;enfant_prenom;naissance;ecole;classe;regime;pai;semaines;autorises;urgence"
)
HEADINGS = PROMISED.split(";")
LEA = {"enfant_nom": "Martin", "enfant_prenom": "Léa", "naissance": "03/05/2018", "classe": "CE2"}
TOM = {"enfant_nom": "Martin", "enfant_prenom": "Tom", "naissance": "01/09/2020", "classe": "MS"}
CAMILLE = {"foyer": "12", "nom": "Martin", "prenom": "Camille", "email": "camille@exemple.fr"}
PAUL = {"foyer": "12", "nom": "Martin", "prenom": "Paul", "email": "paul@exemple.fr"}
ANNE = {"foyer": "13", "nom": "Petit", "prenom": "Anne", "email": "anne@exemple.fr"}

Line = dict[str, str]


def csv_of(rows: Iterable[Line], *, headings: Iterable[str] = HEADINGS, encoding: str = "utf-8") -> bytes:
    headings = list(headings)
    lines = [";".join(headings), *(";".join(row.get(heading, "") for heading in headings) for row in rows)]
    return "\r\n".join(lines).encode(encoding)


def xlsx_of(rows: Iterable[Iterable[object]]) -> bytes:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in rows:
        sheet.append(list(row))
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def sheet_of(content: bytes) -> sheets.Sheet:
    return sheets.read(content, known=COLUMNS, required=REQUIRED)


def families_of(*rows: Line) -> Families:
    return families.read(sheet_of(csv_of(rows)), today=TODAY)


@contextmanager
def empty_town() -> Iterator[Session]:
    """A database in memory, rolled back afterwards."""
    engine = open_database("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()
