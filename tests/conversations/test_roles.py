"""Whoever writes or taps whatever: each role × each command × each button with another household's objects; any text.

The door is called directly, in a transaction rolled back after each turn; what it would send is read as strictly as
Telegram reads it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, Table, select
from sqlalchemy.orm import Session
from telegram import Update

from bot.clerk import open_database
from bot.demo.telegram import keyboards
from bot.demo.telegram import text as telegram_text
from bot.demo.telegram.params import Params
from bot.settings import SHIPPED, read_commune
from handlers import contents, door
from handlers.buttons import (
    KINDS,
    Abandon,
    AddAside,
    Answer,
    AskLine,
    AtHome,
    BookAhead,
    BookReminded,
    BookUsual,
    Button,
    CallChild,
    CallRest,
    CancelWeek,
    CardDeed,
    DropDeed,
    DropFile,
    DropMenus,
    DropPhoto,
    EditUsual,
    Format,
    Grant,
    KeepDeed,
    KeepFile,
    KeepMenus,
    KeepUsual,
    MarkDays,
    MarkPeriod,
    Meant,
    Mute,
    NeverAgain,
    NotAtHome,
    NotThisTime,
    OpenBilling,
    OpenCalendar,
    OpenInvoice,
    OpenInvoices,
    OpenSitting,
    PhotoWeek,
    Picture,
    PointChild,
    PrintInvoice,
    ProposeDeed,
    RestoreReminders,
    SendQuestion,
    Setting,
    SetUsual,
    ShiftTime,
    Show,
    ShowTakings,
    SittingDeed,
    ThatIsMe,
    Turn,
    TurnClass,
    TurnList,
    Undo,
    Validate,
    ValidateMarks,
)
from handlers.door import Incoming
from handlers.reminder_screen import Knob
from handlers.visit import Upload
from models.actions import invitations, people
from models.actions.billing_facts import People
from models.actions.invoices import Heading, write
from models.refusals import Refusal
from models.rules import billing_screen
from models.rules.commune import Commune
from models.rules.leaf import View
from models.rules.lines import Kind, Line
from models.rules.roll_screen import Deed, RollView, Whole
from models.rules.usual_week import Mark
from models.tables import (
    Account,
    Base,
    Booking,
    Child,
    Draft,
    Guardian,
    Household,
    Invoice,
    InvoiceLine,
    Payment,
    Receipt,
    Residence,
    Staff,
    TariffTerms,
    TreasuryReference,
    table_of,
)
from models.tables.billing import Document
from models.vocabulary import Role, Service, Stamp, Weeks
from tests.town import AGENT, ALEX, CAMILLE, MARC, SECRETARY, SOPHIE, STRANGER, _settle_families, _settle_staff, paris

NOW = paris("2026-11-26 10:00")
THURSDAY = date(2026, 12, 3)
NO_ID = 2**31 - 1  # an id there is not
OCTOBER = date(2026, 10, 1)
BEATRICE, INVITED, LONELY, ODD_JOBS, ANOTHER = 60, 61, 62, 63, 64
SECRETS = ("Béatrice", "Girard", "Augustin", "Rémi")
BUG = "quelque chose s’est mal passé"
SPEAKERS = {
    "stranger": STRANGER.id,
    "parent": CAMILLE.id,
    "the other guardian": ALEX.id,
    "a parent of a shared child": MARC.id,
    "a parent without children": LONELY,
    "agent": AGENT.id,
    "mairie": SECRETARY.id,
    "mairie and parent": ODD_JOBS,
}
MAIRIE = {"mairie", "mairie and parent"}


@dataclass
class Commune2:
    """A town's database with one household whose every object is another's: the Girards."""

    engine: Engine
    commune: Commune
    ids: dict[str, int]
    numbers: list[str]

    def turn(self, incoming: Incoming, session: Session, now: datetime = NOW) -> str:
        """One update handled; all that would be sent to its writer, checked as Telegram checks it."""
        try:
            with session.begin_nested():
                envelopes = door.handle(session, incoming, now, self.commune)
                session.flush()
        except Refusal as refusal:
            envelopes = door.refuse(session, incoming, now, refusal)
        return "\n".join(check_content(dict(envelope.content)) for envelope in envelopes)


def check_content(content: dict[str, Any]) -> str:
    """A letter's text and its document's facts; Telegram takes them: no bad HTML, not too long, its keys fit."""
    json.dumps(content)
    if not content.keys() - {"callback", "toast"}:
        return str(content.get("toast", ""))
    recipe = content.get("document") or content.get("photo")
    if recipe:
        formatted = telegram_text.caption(Params({"caption": content["caption"], "parse_mode": "HTML"}))
    else:
        formatted = telegram_text.message_text(Params({"text": content["text"], "parse_mode": "HTML"}))
    formatted.check_length(caption=bool(recipe))
    rows = content.get("keys", [])
    keys = [[check_key(key) for key in row] for row in rows]
    if keys:
        keyboards.check({"inline_keyboard": keys})
    return f"{formatted.text}{json.dumps(recipe, ensure_ascii=False) if recipe else ''}"


def check_key(key: dict[str, str]) -> dict[str, Any]:
    """A key as Telegram gets it: it comes back with data that fit, or copies a text, or opens a page."""
    acts = {"data": "callback_data", "url": "url"}
    (act,) = key.keys() & {*acts, "copy"}
    assert act != "data" or 0 < len(key["data"].encode()) <= 64
    return {"text": key["text"]} | ({"copy_text": {"text": key["copy"]}} if act == "copy" else {acts[act]: key[act]})


@pytest.fixture(scope="module")
def town2(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Commune2]:
    folder: Path = tmp_path_factory.mktemp("roles")
    engine = open_database(f"sqlite:///{folder / 'town.db'}")
    Base.metadata.create_all(engine)
    town = Commune2(engine, replace(read_commune(SHIPPED), telephone="03 20 00 00 00"), {}, [])
    with Session(engine, autoflush=False) as session, session.begin():
        _settle_families(session, NOW)
        _settle_staff(session, NOW)
        _settle_girards(session, town)
        _settle_odd_people(session)
    yield town
    engine.dispose()


def _settle_girards(session: Session, town: Commune2) -> None:
    home = Household(key="girard")
    augustin = Child(first_name="Augustin", last_name="Girard")
    session.add_all([home, augustin])
    session.flush()
    session.add(Residence(child_id=augustin.id, household_id=home.id, weeks=Weeks.ALL))
    beatrice = Guardian(household_id=home.id, first_name="Béatrice", last_name="Girard")
    remi = Guardian(household_id=home.id, first_name="Rémi", last_name="Girard")
    session.add_all([beatrice, remi])
    session.flush()
    bind(session, beatrice, BEATRICE)
    session.flush()
    wishes = (
        "cantine jeudi",
        "cantine demain",
        "cantine du 3 au 14 décembre",
        "cantine vendredi prochain",
        "/calendrier",
        "le 7 décembre",
        "d'habitude lundi",
    )
    for number, words in enumerate(wishes, 1):
        town.turn(text_of(BEATRICE, words, number), session)
    another = Staff(name="Denise", role=Role.MAIRIE)
    session.add(another)
    session.flush()
    bind(session, another, ANOTHER)
    code = invitations.invite(session, remi, Stamp(None, NOW))
    session.flush()
    town.turn(text_of(INVITED, f"/start {code}", 9), session)
    drafts = {str(kind): id_ for kind, id_ in session.execute(select(Draft.kind, Draft.id))}
    receipts = session.execute(select(Receipt.id, Receipt.number).order_by(Receipt.id)).all()
    town.turn(text_of(ANOTHER, "/menus lundi 30/11 : carottes", 20), session)
    photo = Upload("photo", is_photo=True)
    town.turn(Incoming(21, ANOTHER, ANOTHER, instant=NOW, message_id=21, file=True, upload=photo), session)
    invoice = _bill_the_girards(session, home, augustin)
    town.turn(tap_of(ANOTHER, ProposeDeed(billing_screen.Deed.PAYMENT, OCTOBER, invoice.id).pack(), 22), session)
    rows = ((1, ["service", "a_partir_du", "unite", "prix"]), (2, ["cantine", "01/12/2026", "repas", "3"]))
    tariffs = Upload("tariffs", 10, opened=tuple((number, list(cells)) for number, cells in rows))
    town.turn(Incoming(23, ANOTHER, ANOTHER, instant=NOW, message_id=23, file=True, upload=tariffs), session)
    drafts |= {str(kind): id_ for kind, id_ in session.execute(select(Draft.kind, Draft.id))}
    town.turn(tap_of(BEATRICE, AskLine(invoice.id, 0, 1).pack(), 24), session)
    drafts |= {str(kind): id_ for kind, id_ in session.execute(select(Draft.kind, Draft.id))}
    drafts |= {"invoice": invoice.id, "household": home.id}
    town.ids = {**drafts, "child": augustin.id, "done": receipts[0][0], "refused": receipts[1][0]}
    town.numbers = [number for _, number in receipts if number]


def _bill_the_girards(session: Session, home: Household, child: Child) -> Invoice:
    """2026-0001, of October: three meals."""
    heading = Heading(Document.INVOICE, home.id, OCTOBER)
    lines = [Line(Kind.MEAL, 330, ((OCTOBER, 3),), child.id, Service.CANTINE)]
    invoice = write(session, heading, lines, (2026, 1), People.load(session), Stamp(None, NOW))
    session.flush()
    return invoice


def _settle_odd_people(session: Session) -> None:
    """A guardian without a child, and a secretary who is a parent."""
    home = Household(key="seul")
    session.add(home)
    session.flush()
    lonely = Guardian(household_id=home.id, first_name="Nora", last_name="Seul")
    session.add(lonely)
    session.flush()
    bind(session, lonely, LONELY)
    staff = Staff(name="Paul", role=Role.MAIRIE)
    durand = session.scalars(select(Household.id).where(Household.key == "durand")).one()
    parent = Guardian(household_id=durand, first_name="Paul", last_name="Durand")
    session.add_all([staff, parent])
    session.flush()
    bind(session, staff, ODD_JOBS)
    bind(session, parent, ODD_JOBS)


def bind(session: Session, who: Guardian | Staff, telegram_id: int) -> None:
    code = invitations.invite(session, who, Stamp(None, NOW))
    session.flush()
    found = invitations.find(session, code, NOW)
    assert not isinstance(found, Refusal)
    people.bind(session, found, telegram_id, NOW)


def text_of(telegram_id: int, text: str, number: int = 1_000, **more: Any) -> Incoming:
    given = {"instant": NOW, "message_id": number, "text": text, **more}
    return Incoming(number, telegram_id, telegram_id, **given)


def tap_of(telegram_id: int, data: str, number: int = 1_000) -> Incoming:
    return Incoming(number, telegram_id, telegram_id, message_id=5, callback_id="tap", data=data)


@pytest.fixture
def session(town2: Commune2) -> Iterator[Session]:
    with Session(town2.engine, autoflush=False) as session:
        yield session
        session.rollback()


def dump(session: Session, tables: Sequence[Table]) -> dict[str, list[tuple[Any, ...]]]:
    session.expire_all()
    return {table.name: [tuple(row) for row in session.execute(select(table))] for table in tables}


APART = {"handled_update", "letter"}
MONEY = [table_of(row) for row in (Invoice, InvoiceLine, TreasuryReference, Payment, TariffTerms)]
DOMAIN = [table for table in Base.metadata.sorted_tables if table.name not in APART]


def of_the_girards(session: Session, town: Commune2) -> list[Any]:
    """Everything that is theirs."""
    account = session.scalars(select(Account.id).where(Account.telegram_id == BEATRICE)).one()
    tables = Booking.__table__, Receipt.__table__, Draft.__table__
    bookings, receipts, drafts = (session.execute(select(table)).all() for table in tables)
    return [
        [row for row in bookings if row.child_id == town.ids["child"]],
        [row for row in receipts if row.account_id == account],
        [row for row in drafts if row.telegram_id in (BEATRICE, INVITED)],
    ]


# Commands


def words_behind(town: Commune2) -> list[str]:
    said = ["", "jeudi", "demain", "blorp", "0000-0000-0000", "<b>", "@", "du 3 au 14 décembre", "octobre", "2026-0001"]
    return [*said, town.numbers[0]]


@pytest.mark.parametrize("who", SPEAKERS)
@pytest.mark.parametrize("command", [*contents.COMMANDS, "inconnue", "", "RESERVER", "annuler@clochette_bot"])
def test_each_command_from_each_role(town2: Commune2, session: Session, who: str, command: str) -> None:
    theirs = of_the_girards(session, town2)
    for number, words in enumerate(words_behind(town2), 1_000):
        said = town2.turn(text_of(SPEAKERS[who], f"/{command} {words}".strip(), number), session)
        assert said
        may_see = who in MAIRIE and command in ("recu", "facturation")
        assert may_see or not [secret for secret in SECRETS if secret in said]
    assert of_the_girards(session, town2) == theirs


@pytest.mark.parametrize("command", [name for name, entry in contents.COMMANDS.items() if entry.role])
@pytest.mark.parametrize("who", SPEAKERS)
def test_a_command_for_others_gets_the_one_polite_refusal(
    town2: Commune2, session: Session, who: str, command: str
) -> None:
    person = people.identify(session, SPEAKERS[who])
    entry = contents.COMMANDS[command]
    said = town2.turn(text_of(SPEAKERS[who], f"/{command} jeudi"), session)
    if person is None:
        assert said == town2.turn(text_of(SPEAKERS[who], "bonjour", 1_001), session)
        assert "03 20 00 00 00" in said
    else:
        assert ("Je ne peux pas faire cela pour vous" in said) == (not {entry.role, entry.also} & person.roles)


SENTENCES = (
    "cantine jeudi",
    "annule jeudi",
    "mon planning",
    "jusqu'à quand ?",
    "merci",
    "d'habitude lundi et jeudi",
    "réserver comme d'habitude jusqu'à Noël",
    "les factures",
    "2026-0001",
    "menu",
    "qu'est-ce qu'on mange lundi",
    "lundi 30/11 : carottes",
    "K7-4F2",
)


@pytest.mark.parametrize("who", SPEAKERS)
def test_sentences_from_each_role(town2: Commune2, session: Session, who: str) -> None:
    theirs = of_the_girards(session, town2)
    numbers = (*town2.numbers, "2026-0001")
    for number, words in enumerate((*SENTENCES, *numbers), 1_000):
        said = town2.turn(text_of(SPEAKERS[who], words, number), session)
        assert said
        assert (who in MAIRIE and words in numbers) or not [secret for secret in SECRETS if secret in said]
    assert of_the_girards(session, town2) == theirs


# Buttons


def foreign(ids: dict[str, int]) -> dict[type[Button], list[Button]]:
    """Each kind with the Girards' objects, and with none at all."""
    kinds = (
        *("recap", "question", "welcome", "calendar", "usual-week", "menus", "menu-photo", "invoice-question"),
        *("billing", "billing-typing", "mairie-file"),
    )
    drafts = [*(ids[kind] for kind in kinds), NO_ID]
    receipts = [ids["done"], ids["refused"], NO_ID]
    bills = [ids["invoice"], NO_ID, 0, -1]
    mondays = (date(2026, 11, 30), THURSDAY, date(2020, 1, 6), date.min, date(9999, 12, 27), date.max)
    days = (THURSDAY, date(2026, 11, 20), date.min, date.max, date(2026, 12, 25))
    return {
        Validate: [Validate(draft) for draft in drafts],
        Abandon: [Abandon(draft) for draft in drafts],
        Answer: [Answer(draft, choice) for draft in drafts for choice in (0, 1, 99, -1)],
        Undo: [Undo(receipt) for receipt in receipts],
        ThatIsMe: [ThatIsMe(draft, yes=yes) for draft in drafts for yes in (True, False)],
        BookReminded: [BookReminded(day, (child,)) for day in days for child in (ids["child"], NO_ID, 0, -1)],
        BookAhead: [BookAhead(day, bits, (ids["child"],)) for day in mondays for bits in (0, 9, 128, NO_ID, -1)],
        AtHome: [AtHome(day) for day in mondays],
        CancelWeek: [CancelWeek(day) for day in mondays],
        NotAtHome: [NotAtHome(day) for day in mondays],
        NotThisTime: [NotThisTime(day) for day in days],
        NeverAgain: [NeverAgain(day) for day in days],
        Mute: [*(Mute(child, day) for child in (ids["child"], NO_ID, -1) for day in (0, 1, 7)), Mute(0, 8)],
        RestoreReminders: [RestoreReminders()],
        AddAside: [AddAside(draft) for draft in drafts],
        EditUsual: [EditUsual(child) for child in (ids["child"], NO_ID, -1)],
        SetUsual: [
            SetUsual(draft, Service.CANTINE, weekday, mark) for draft in drafts for weekday in (1, 8) for mark in Mark
        ],
        KeepUsual: [KeepUsual(draft) for draft in drafts],
        BookUsual: [BookUsual(day) for day in days],
        Setting: [Setting(knob, value) for knob in (*Knob, 99, -1) for value in (0, 8, 99, ids["child"], NO_ID, -1)],
        Grant: [Grant(receipt, reason) for receipt in receipts for reason in (0, 1, 99)],
        OpenCalendar: [OpenCalendar(day) for day in days],
        Turn: [
            Turn(draft, day, view, child, Service.CANTINE)
            for draft in drafts
            for day in days
            for view in View
            for child in (0, ids["child"], -1)
        ],
        MarkDays: [MarkDays(draft, day, day, 0, service) for draft in drafts for day in days for service in Service],
        MarkPeriod: [MarkPeriod(draft) for draft in drafts],
        ValidateMarks: [ValidateMarks(draft) for draft in drafts],
        Picture: [
            Picture(child, *month, one)
            for child in (ids["child"], NO_ID, -1)
            for month in ((2026, 12), (2026, 0), (2040, 0), (9999, 12), (0, 1), (NO_ID, 1), (2026, 13), (2026, -1))
            for one in Format
        ],
        OpenSitting: [OpenSitting(day, service) for day in days for service in Service],
        TurnList: [TurnList(draft, page, 1, view) for draft in drafts for page in (0, -1, NO_ID) for view in RollView],
        PointChild: [PointChild(draft, child, 0) for draft in drafts for child in (ids["child"], NO_ID, -1)],
        ShiftTime: [ShiftTime(draft, ids["child"], 0, minutes) for draft in drafts for minutes in (1, -(NO_ID))],
        CardDeed: [CardDeed(draft, ids["child"], 0, deed) for draft in drafts for deed in Deed],
        SittingDeed: [SittingDeed(draft, deed, minutes) for draft in drafts for deed in Whole for minutes in (0, -1)],
        CallChild: [
            CallChild(draft, child, 0, there)
            for draft in drafts
            for child in (ids["child"], NO_ID, -1)
            for there in (True, False)
        ],
        CallRest: [CallRest(draft, group, 0) for draft in drafts for group in (0, -1, NO_ID)],
        TurnClass: [TurnClass(draft, group) for draft in drafts for group in (0, -1, NO_ID)],
        Meant: [Meant(draft, choice) for draft in drafts for choice in (0, 99, -1)],
        KeepMenus: [KeepMenus(draft) for draft in drafts],
        DropMenus: [DropMenus(draft) for draft in drafts],
        PhotoWeek: [PhotoWeek(draft, monday) for draft in drafts for monday in mondays],
        DropPhoto: [DropPhoto(monday) for monday in mondays],
        OpenInvoices: [OpenInvoices(page) for page in (0, 1, -1, NO_ID)],
        OpenInvoice: [OpenInvoice(bill, apart) for bill in bills for apart in (True, False)],
        AskLine: [AskLine(bill, page, line) for bill in bills for page in (0, -1, NO_ID) for line in (0, 1, -1, 99)],
        PrintInvoice: [PrintInvoice(bill) for bill in bills],
        SendQuestion: [SendQuestion(bill, line) for bill in bills for line in (1, 0, -1, 99)],
        OpenBilling: [
            OpenBilling(month, view, page, about)
            for month in (OCTOBER, date.min, date(9999, 12, 1), date(2026, 10, 2))
            for view in billing_screen.View
            for page in (0, -1, NO_ID)
            for about in (ids["invoice"], ids["household"], NO_ID, -1)
        ],
        ProposeDeed: [
            ProposeDeed(deed, month, about, choice)
            for deed in billing_screen.Deed
            for month in (OCTOBER, date.max)
            for about in (ids["invoice"], ids["household"], NO_ID, -1)
            for choice in (0, 1, 99, -1)
        ],
        KeepDeed: [KeepDeed(draft) for draft in drafts],
        DropDeed: [DropDeed(draft) for draft in drafts],
        KeepFile: [KeepFile(draft) for draft in drafts],
        DropFile: [DropFile(draft) for draft in drafts],
        ShowTakings: [ShowTakings(month) for month in (*days, date.min, date(1, 1, 31), date.max)],
        Show: [Show(page) for page in ("planning", "aide", "recu", "start", "", "x", "planning jeudi")],
    }


OWN = {  # they name nothing of anybody's
    NotThisTime,
    NeverAgain,
    RestoreReminders,
    BookUsual,
    Show,
    OpenCalendar,
    AtHome,
    CancelWeek,
    NotAtHome,
    Setting,
    OpenSitting,
}


@pytest.mark.parametrize("who", SPEAKERS)
@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_each_button_of_another_household_from_each_role(
    town2: Commune2, session: Session, who: str, kind: type[Button]
) -> None:
    theirs, before = of_the_girards(session, town2), dump(session, DOMAIN)
    money = dump(session, MONEY)
    may_grant = kind is Grant and who in MAIRIE
    may_look = kind in (OpenBilling, ProposeDeed, PrintInvoice) and who in MAIRIE
    for number, button in enumerate(foreign(town2.ids)[kind], 1_000):
        said = town2.turn(tap_of(SPEAKERS[who], button.pack(), number), session)
        assert said
        assert may_grant or may_look or not [secret for secret in SECRETS if secret in said]
    if may_grant:
        return
    assert of_the_girards(session, town2) == theirs
    assert dump(session, MONEY) == money
    if kind not in OWN and not may_look:
        assert dump(session, DOMAIN) == before


FORGED = (
    "",
    ":",
    "x",
    "v:" + "9" * 40,
    "v:" + "9" * 19,
    "v:-1",
    "u:1_0",
    "r:0001-01-01:0",
    "r:9999-12-31:0",
    "g:1:1:1",
)


@pytest.mark.parametrize("who", SPEAKERS)
def test_no_forged_data_is_more_than_a_button_that_is_stale(town2: Commune2, session: Session, who: str) -> None:
    before = dump(session, [Booking.__table__, Draft.__table__])  # type: ignore[list-item]
    for number, data in enumerate(FORGED, 1_000):
        said = town2.turn(tap_of(SPEAKERS[who], data, number), session)
        assert said
        assert not [secret for secret in SECRETS if secret in said]
    assert dump(session, [Booking.__table__, Draft.__table__]) == before  # type: ignore[list-item]


def test_a_parent_without_children_has_nothing_to_draw(town2: Commune2, session: Session) -> None:
    assert "Aucun enfant" in town2.turn(text_of(LONELY, "/planning image"), session)
    assert "Aucun enfant" in town2.turn(tap_of(LONELY, Picture(0, 2026, 0, Format.AGENDA).pack(), 1_001), session)


def test_every_kind_is_tried(town2: Commune2) -> None:
    assert set(foreign(town2.ids)) == set(KINDS.values())


def test_the_mairie_grants_what_was_refused_once(town2: Commune2, session: Session) -> None:
    first = town2.turn(tap_of(SECRETARY.id, Grant(town2.ids["refused"], 1).pack()), session)
    assert "Accordé" in first
    again = town2.turn(tap_of(SECRETARY.id, Grant(town2.ids["refused"], 1).pack(), 1_001), session)
    assert "Accordé" not in again


# Any text


WORDS = (
    "réserver cantine jeudi lundi annuler léa tom inès zoé </b> <a href='x'> & &amp; &#0; \0 \u202e \u200f שלום "
    "العربية 👩\u200d👩\u200d👧 🏳️\u200d🌈 - / @ : « » 31/02 2026-12-03 29 février garderie soir et du au toute l'année "
    "demain sauf vendredi prochain ? ! \n \r \t pour tous les lundis 12345678901234567890 1e9 ²"
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=st.characters(categories=["Cc", "Cf", "Zs", "Zl", "Zp", "So", "Mn", "Lo"]), max_size=60),
    st.lists(
        st.sampled_from(WORDS.split(" ")),
        max_size=14,
    ).map(" ".join),
)
COMMANDS = st.sampled_from(
    [
        "",
        "/reserver ",
        "/annuler ",
        "/planning ",
        "/rappels ",
        "/recu ",
        "/menu ",
        "/menus ",
        "/factures ",
        "/facturation ",
        "/start ",
        "/aide",
        "/",
    ]
)
WHO = st.sampled_from([CAMILLE.id, MARC.id, SECRETARY.id, ODD_JOBS, AGENT.id, LONELY, STRANGER.id])


@given(command=COMMANDS, text=TEXTS, who=WHO, edited=st.booleans())
@example(command="", text="\0", who=CAMILLE.id, edited=False)
@example(command="", text="cantine jeudi pour <b>Zoé</b> & co", who=CAMILLE.id, edited=False)
@example(command="", text="\u202ecantine jeudi", who=CAMILLE.id, edited=False)
@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_answered_without_an_exception(
    town2: Commune2, command: str, text: str, who: int, edited: bool
) -> None:
    with Session(town2.engine, autoflush=False) as session:
        said = town2.turn(text_of(who, command + text, 2_000, edited=edited), session)
        session.rollback()
    assert said
    assert BUG not in said


LONG = (
    "x" * 4_096,
    "é " * 2_048,
    "👩" * 2_048,
    "<b>" * 1_365,
    "&" * 4_096,
    "\u202e" * 4_096,
    "jeudi " * 682,
    "cantine jeudi pour Léa " + "svp " * 1_018,
    "lundi et mardi " * 273,
    "1/12 " * 819,
    "-" * 4_096,
    "/" + "a" * 4_095,
    "\n" * 4_095 + "a",
    "cantine du 3 au 14 décembre sauf " + "jeudi " * 600,
)


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
@pytest.mark.parametrize("who", [SECRETARY.id, STRANGER.id])
def test_any_text_of_four_thousand_characters_is_answered(
    town2: Commune2, session: Session, text: str, who: int
) -> None:
    assert town2.turn(text_of(who, text), session)
    session.rollback()
    assert town2.turn(text_of(who, f"/reserver {text}"[:4_096]), session)


# Any update


def message(number: int = 3_000, **content: Any) -> dict[str, Any]:
    base = {"message_id": number, "date": int(NOW.timestamp()), "from": CAMILLE.as_user(), "chat": CAMILLE.as_chat()}
    return base | content


FILE = {"file_id": "f", "file_unique_id": "u"}
GROUP = {"id": -500, "type": "group", "title": "Parents"}
CHANNEL = {"id": -1_000_000_000_500, "type": "channel", "title": "École"}
BOT = {"id": 123456, "is_bot": True, "first_name": "Clochette", "username": "clochette_bot"}
POLL = {
    "id": "1",
    "question": "?",
    "options": [{"text": "oui", "voter_count": 0, "persistent_id": "1"}],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": True,
    "members_only": False,
}
STICKER = FILE | {"width": 1, "height": 1, "is_animated": False, "is_video": False, "type": "regular"}
SOMEBODY = SOPHIE.as_user()
BODIES: dict[str, dict[str, Any]] = {
    "text": {"text": "cantine jeudi"},
    "nothing": {},
    "sticker": {"sticker": STICKER},
    "poll": {"poll": POLL},
    "location": {"location": {"latitude": 50.7, "longitude": 2.4}},
    "venue": {"venue": {"location": {"latitude": 1, "longitude": 2}, "title": "x", "address": "y"}},
    "contact": {"contact": {"phone_number": "1", "first_name": "X"}},
    "dice": {"dice": {"emoji": "🎲", "value": 1}},
    "animation": {"animation": FILE | {"width": 1, "height": 1, "duration": 1}, "document": FILE},
    "audio": {"audio": FILE | {"duration": 1}},
    "voice": {"voice": FILE | {"duration": 1}},
    "video": {"video": FILE | {"width": 1, "height": 1, "duration": 1}, "caption": "cantine jeudi"},
    "video note": {"video_note": FILE | {"length": 1, "duration": 1}},
    "photo": {"photo": [FILE | {"width": 1, "height": 1}], "caption": "cantine jeudi"},
    "document": {"document": FILE | {"file_name": "x.pdf"}},
    "game": {"game": {"title": "x", "description": "y", "photo": [FILE | {"width": 1, "height": 1}]}},
    "story": {"story": {"chat": CHANNEL, "id": 1}},
    "forwarded": {
        "text": "cantine jeudi",
        "forward_origin": {"type": "user", "date": 1, "sender_user": SOMEBODY},
    },
    "forwarded from a channel": {
        "text": "cantine jeudi",
        "forward_origin": {"type": "channel", "date": 1, "chat": CHANNEL, "message_id": 1},
    },
    "by another bot": {"text": "cantine jeudi", "via_bot": BOT},
    "quoting": {"text": "cantine jeudi", "quote": {"text": "x", "position": 0}},
    "a pinned message": {"pinned_message": message(1, text="x")},
    "an old pinned message": {"pinned_message": {"message_id": 1, "date": 0, "chat": CAMILLE.as_chat()}},
    "a timer": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}},
    "write access": {"write_access_allowed": {"from_request": True}},
    "an app's data": {"web_app_data": {"data": "{}", "button_text": "x"}},
    "a payment": {
        "successful_payment": {
            "currency": "EUR",
            "total_amount": 1,
            "invoice_payload": "x",
            "telegram_payment_charge_id": "x",
            "provider_payment_charge_id": "y",
        }
    },
    "users shared": {"users_shared": {"request_id": 1, "users": [{"user_id": 1}]}},
    "a topic": {"text": "cantine jeudi", "message_thread_id": 4, "is_topic_message": True},
    "an effect": {"text": "cantine jeudi", "effect_id": "1"},
    "a background": {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "x"}}},
    "a field nobody knows": {"text": "cantine jeudi", "hologram": {"angle": 3}},
}
RIGHTS = (
    "manage_chat delete_messages manage_video_chats restrict_members promote_members change_info invite_users "
    "post_stories edit_stories delete_stories"
)
STANDINGS: list[dict[str, Any]] = [
    {"status": "member"},
    {"status": "left"},
    {"status": "kicked", "until_date": 0},
    {
        "status": "administrator",
        "can_be_edited": False,
        "is_anonymous": False,
        **{f"can_{right}": False for right in RIGHTS.split()},
    },
]


def standing(chat: dict[str, Any], old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    moved = {"old_chat_member": old | {"user": BOT}, "new_chat_member": new | {"user": BOT}}
    return {"chat": chat, "from": CAMILLE.as_user(), "date": int(NOW.timestamp())} | moved


def tapped(**more: Any) -> dict[str, Any]:
    return {"id": "1", "from": CAMILLE.as_user(), "chat_instance": "1"} | more


OTHERS: dict[str, dict[str, Any]] = {
    "channel_post": message(chat=CHANNEL, sender_chat=CHANNEL, text="x"),
    "edited_channel_post": message(chat=CHANNEL, edit_date=2, text="x"),
    "inline_query": {"id": "1", "from": CAMILLE.as_user(), "query": "x", "offset": ""},
    "chosen_inline_result": {"result_id": "1", "from": CAMILLE.as_user(), "query": "x"},
    "poll": POLL,
    "poll_answer": {"poll_id": "1", "user": CAMILLE.as_user(), "option_ids": [0], "option_persistent_ids": ["1"]},
    "message_reaction": {
        "chat": CAMILLE.as_chat(),
        "message_id": 1,
        "date": 1,
        "user": CAMILLE.as_user(),
        "old_reaction": [],
        "new_reaction": [{"type": "emoji", "emoji": "👍"}],
    },
    "chat_join_request": {"chat": GROUP, "from": CAMILLE.as_user(), "user_chat_id": 1, "date": 1},
    "chat_member": standing(GROUP, *STANDINGS[:2]),
    "business_message": message(business_connection_id="x", text="x"),
    "pre_checkout_query": {
        "id": "1",
        "from": CAMILLE.as_user(),
        "currency": "EUR",
        "total_amount": 1,
        "invoice_payload": "x",
    },
}
UPDATES: dict[str, dict[str, Any]] = {
    **{f"a message: {name}": {"message": message(**body)} for name, body in BODIES.items()},
    **{f"edited: {name}": {"edited_message": message(edit_date=1, **body)} for name, body in BODIES.items()},
    **{f"in a group: {name}": {"message": message(chat=GROUP, **body)} for name, body in BODIES.items()},
    "nobody's": {"message": {key: value for key, value in message(text="x").items() if key != "from"}},
    "an anonymous admin's": {"message": message(chat=GROUP, sender_chat=GROUP, text="x")},
    "a group's migration": {"message": message(chat=GROUP, migrate_to_chat_id=-1_000_000_000_501)},
    **{name: {name: body} for name, body in OTHERS.items()},
    **{
        f"standing {chat['type']} {number}": {"my_chat_member": standing(chat, STANDINGS[0], new)}
        for chat in (CAMILLE.as_chat(), GROUP, CHANNEL)
        for number, new in enumerate(STANDINGS)
    },
    "a tap": {"callback_query": tapped(data="p:aide", message=message(5, text="x"))},
    "a tap without data": {"callback_query": tapped(message=message(5, text="x"))},
    "a tap on a game": {"callback_query": tapped(game_short_name="x", message=message(5, text="x"))},
    "an inline tap": {"callback_query": tapped(data="p:aide", inline_message_id="x")},
    "a tap on a message that is gone": {
        "callback_query": tapped(data="p:aide", message={"message_id": 5, "date": 0, "chat": CAMILLE.as_chat()})
    },
    "a tap in a group": {"callback_query": tapped(data="p:aide", message=message(5, chat=GROUP, text="x"))},
    "nothing anybody knows": {"hologram": {"angle": 3}},
}


@pytest.mark.parametrize("name", UPDATES)
def test_any_update_is_answered_or_passed_over(town2: Commune2, session: Session, name: str) -> None:
    update = Update.de_json({"update_id": 4_000, **json.loads(json.dumps(UPDATES[name]))}, None)
    incoming = door.receive(update)
    if incoming is None:
        return
    said = town2.turn(incoming, session)
    private_words = incoming.private and incoming.blocked is None
    assert bool(said) == private_words
    assert door.handle(session, incoming, NOW + timedelta(seconds=1), town2.commune) == []
    assert not said or BUG not in said


@pytest.mark.parametrize("who", [STRANGER.id, CAMILLE.id, AGENT.id])
def test_a_bug_s_apology_is_a_letter_telegram_takes(town2: Commune2, session: Session, who: int) -> None:
    for incoming in (text_of(who, "x"), tap_of(who, "x", 1_001)):
        (envelope,) = door.apologise(session, incoming, NOW, "A1B2C3")
        assert "A1B2C3" in check_content(dict(envelope.content))
