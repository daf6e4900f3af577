"""Settings: the environment and commune.toml, read once, frozen, checked; nothing else reads them."""

import os
import re
import tomllib
from datetime import date, time, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails

from models.refusals import BadSetting, Refusal
from models.rules.calendar import published
from models.rules.commune import Commune, Hours, Opening, ReminderHours
from models.rules.cutoffs import Cutoffs, Limit, Policy
from models.rules.tariffs import Pricing, Tariffs
from models.vocabulary import Service

PREFIX = "clochette_"
SHIPPED = Path(__file__).with_name("sercus.toml")


def _webhook_secret(secret: SecretStr) -> SecretStr:
    """Telegram takes no other secret_token."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
        raise ValueError("A-Z a-z 0-9 _ -")
    return secret


Weekday = Literal["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
WEEKDAYS: dict[str, int] = {name: number for number, name in enumerate(get_args(Weekday), 1)}
NBSP = "\N{NO-BREAK SPACE}"  # a telephone number is not cut at the end of a line
SESSIONS = {"matin": Service.GARDERIE_MATIN, "soir": Service.GARDERIE_SOIR}


def _limit(text: object) -> object:
    """Turn "vendredi 09:00" into a Limit."""
    match str(text).split():
        case [day, hour] if day in WEEKDAYS:
            return Limit(WEEKDAYS[day], time.fromisoformat(hour))
    raise ValueError('écrire "vendredi 09:00"')


def _timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as unknown:
        raise ValueError(f"fuseau inconnu : {name}") from unknown
    return name


# Where public holidays differ: ISO 3166-2 codes of FR, 6AE for Alsace.
Subdivision = Literal["57", "6AE", "971", "972", "973", "974", "976", "BL", "MF", "NC", "PF", "PM", "TF", "WF"]


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class CommuneTable(Table):
    name: str = Field(min_length=1)
    telephone: str = ""
    email: str = ""
    address: str = ""
    timezone: Annotated[str, AfterValidator(_timezone)] = "Europe/Paris"


class SchoolTable(Table):
    zone: Literal["A", "B", "C"] = "B"
    days: tuple[Weekday, ...] = ("lundi", "mardi", "jeudi", "vendredi")
    holidays: Subdivision | None = None


class OpeningTable(Table):
    opens: date | None = Field(None, alias="from")
    first_day: date | None = None


class CutoffsTable(Table):
    policy: Policy = Policy.WORKING
    order_after_minutes: int = Field(10, ge=0, le=600)
    no_orders: tuple[date, ...] = ()
    table: dict[Weekday, Annotated[Limit, BeforeValidator(_limit)]] = {
        "lundi": Limit(5, time(9)),
        "mardi": Limit(1, time(9)),
        "jeudi": Limit(2, time(9)),
        "vendredi": Limit(4, time(9)),
    }


class SchoolHoursTable(Table):
    """What differs at one school."""

    opens: time | None = None
    closes: time | None = None


class HoursTable(Table):
    opens: time
    closes: time
    schools: dict[str, SchoolHoursTable] = {}

    def hours(self) -> Hours:
        schools = {
            name: Hours(own.opens or self.opens, own.closes or self.closes) for name, own in self.schools.items()
        }
        return Hours(self.opens, self.closes, schools)


class RemindersTable(Table):
    evening: time = time(18)
    before_minutes: int = Field(60, ge=5, le=600)
    plan: time = time(18)
    menus: time = time(7, 30)

    def value(self) -> ReminderHours:
        return ReminderHours(self.evening, timedelta(minutes=self.before_minutes), self.plan, self.menus)


class AbsenceTable(Table):
    percent: int = Field(100, ge=0, le=100)


class InvoicesTable(Table):
    least_cents: int = Field(1500, ge=0, le=1_000_000, strict=True)
    payfip_identifier: str = Field("", max_length=32)
    contest_days: int = Field(60, ge=1, le=366, strict=True)


class CommuneFile(Table):
    """commune.toml as written."""

    commune: CommuneTable
    school: SchoolTable = SchoolTable()
    opening: OpeningTable = OpeningTable(**{"from": None})
    cutoffs: CutoffsTable = CutoffsTable()
    garderie: dict[Literal["matin", "soir"], HoursTable] = {}
    reminders: RemindersTable = RemindersTable()
    absence: AbsenceTable = AbsenceTable()
    invoices: InvoicesTable = InvoicesTable()
    tariffs: tuple[dict[str, Any], ...] = ()  # read by bot/prices.py, and only where there are any

    def commune_value(self) -> Commune:
        """The file as the value rules are judged by."""
        weekdays = frozenset(WEEKDAYS[day] for day in self.school.days)
        table = {WEEKDAYS[day]: limit for day, limit in self.cutoffs.table.items()}
        cutoffs = Cutoffs(
            table,
            self.cutoffs.policy,
            ZoneInfo(self.commune.timezone),
            timedelta(minutes=self.cutoffs.order_after_minutes),
            frozenset(self.cutoffs.no_orders),
        )
        return Commune(
            name=self.commune.name,
            telephone=self.commune.telephone.replace(" ", NBSP),
            email=self.commune.email,
            address=self.commune.address,
            calendar=published(self.school.zone, weekdays, self.school.holidays),
            cutoffs=cutoffs,
            opening=Opening(self.opening.opens, self.opening.first_day),
            sessions={SESSIONS[name]: hours.hours() for name, hours in self.garderie.items()},
            reminders=self.reminders.value(),
            pricing=Pricing(self._tariffs(), self.absence.percent, self.invoices.least_cents),
            payfip_identifier=self.invoices.payfip_identifier,
            contest_days=self.invoices.contest_days,
        )

    def _tariffs(self) -> Tariffs:
        if not self.tariffs:
            return Tariffs()
        from bot.prices import read_tariffs

        return read_tariffs(self.tariffs)


class Settings(BaseModel):
    """CLOCHETTE_… in the environment or a .env file; secrets live here only."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    token: SecretStr | None = None
    api_url: str = Field("https://api.telegram.org", pattern=r"^https?://")
    database_url: str = Field("sqlite:///clochette.db", pattern=r"^(sqlite|postgresql\+psycopg)://")
    config: Path | None = None
    smtp_url: SecretStr | None = None
    bot_username: str | None = None
    webhook_url: str | None = Field(None, pattern=r"^https?://")
    webhook_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = None
    listen: str = Field("127.0.0.1:8080", pattern=r"^[^:]+:\d{1,5}$")
    log: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    def config_path(self) -> Path:
        """CLOCHETTE_CONFIG, else ./commune.toml, else the file shipped for Sercus."""
        local = Path("commune.toml")
        return self.config or (local if local.exists() else SHIPPED)


def read_settings() -> Settings:
    """.env, then the environment, which wins; raises BadSetting naming the first variable that is wrong."""
    said = [*dotenv_values(".env", encoding="utf-8").items(), *os.environ.items()]
    ours = {name.lower(): value for name, value in said if value and name.lower().startswith(PREFIX)}
    try:
        return Settings.model_validate({name.removeprefix(PREFIX): value for name, value in ours.items()})
    except ValidationError as wrong:
        raise _bad_setting(".env / environnement", wrong, PREFIX) from None


def read_commune(path: Path) -> Commune:
    """Read commune.toml; raises BadSetting naming the file, the key and what is wrong with it, or BadTariffs."""
    try:
        content: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as unreadable:
        raise BadSetting(str(path), "", "unreadable", type(unreadable).__name__) from None
    except tomllib.TOMLDecodeError as wrong:
        raise BadSetting(str(path), "", "toml", str(wrong)) from None
    try:
        return CommuneFile.model_validate(content).commune_value()
    except ValidationError as wrong:
        raise _bad_setting(str(path), wrong) from None


def _bad_setting(where: str, wrong: ValidationError, prefix: str = "") -> Refusal:
    """The first of pydantic's complaints, as facts: it never repeats the value, which may be secret."""
    first = wrong.errors(include_url=False, include_input=False)[0]
    key = ".".join(str(part) for part in first["loc"])
    kind = first["type"] if first["type"] in ("missing", "extra_forbidden") else "value"
    return BadSetting(where, (prefix + key).upper() if prefix else key, kind, _expected(first))


def _expected(error: ErrorDetails) -> str:
    """What would have been accepted, where it can be said in French."""
    context = error.get("ctx", {})
    said = context.get("expected") or context.get("error") or ""
    return str(said).replace(" or ", " ou ")
