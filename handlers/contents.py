"""The table of contents: which page answers which command and which button, and for whom."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from handlers import (
    as_usual,
    attendance,
    billing_desk,
    billing_papers,
    billing_pending,
    booking,
    buttons,
    calendar,
    canteen,
    certificates,
    invoice_questions,
    invoices,
    lost,
    mairie_files,
    menu_desk,
    planning,
    plans,
    reminder_settings,
    reminders,
    roll_call,
    secretary,
    sentences,
    sheets,
    takings,
    usual_grid,
    welcome,
)
from handlers.buttons import Button
from handlers.reply import Reply
from handlers.visit import Visit
from models.vocabulary import Role

Page = Callable[[str, Visit], Reply]
ButtonPage = Callable[[Any, Visit], Reply]


@dataclass(frozen=True, slots=True)
class Entry:
    """`role` None: for everybody, strangers included. `shown`: in Telegram's command menu; `also`: who else may."""

    page: Page
    role: Role | None
    shown: bool = True
    also: Role | None = None

    def allows(self, visit: Visit) -> bool:
        return self.role is None or any(role and visit.has(role) for role in (self.role, self.also))


COMMANDS = {
    "start": Entry(welcome.start, None, shown=False),
    "reserver": Entry(sentences.reserve, Role.PARENT),
    "annuler": Entry(sentences.cancel, Role.PARENT),
    "calendrier": Entry(calendar.show, Role.PARENT),
    "planning": Entry(planning.show, Role.PARENT),
    "menu": Entry(sentences.menu, Role.PARENT),
    "semaine": Entry(sentences.usual, Role.PARENT),
    "rappels": Entry(reminder_settings.show, Role.PARENT),
    "factures": Entry(invoices.show, Role.PARENT),
    "attestation": Entry(certificates.show, Role.PARENT),
    "menus": Entry(menu_desk.show, Role.MAIRIE),
    "facturation": Entry(billing_desk.show, Role.MAIRIE),
    "recu": Entry(secretary.show_receipt, Role.MAIRIE),
    "pointage": Entry(roll_call.show, Role.AGENT, also=Role.MAIRIE),
    "appel": Entry(roll_call.show_canteen, Role.AGENT, also=Role.MAIRIE),
    "aide": Entry(lost.show_help, None),
}

ROLL: dict[type[Button], ButtonPage] = {  # for agents, and the mairie
    buttons.OpenSitting: attendance.open_at,
    buttons.TurnList: attendance.turn,
    buttons.PointChild: attendance.point,
    buttons.ShiftTime: attendance.shift,
    buttons.CardDeed: attendance.deed,
    buttons.SittingDeed: attendance.whole,
    buttons.Meant: roll_call.choose,
    buttons.CallChild: canteen.call,
    buttons.CallRest: canteen.rest,
    buttons.TurnClass: canteen.turn,
}

ALSO: dict[type[Button], Role] = {**dict.fromkeys(ROLL, Role.MAIRIE), buttons.PrintInvoice: Role.MAIRIE}

BUTTONS: dict[type[Button], tuple[Role | None, ButtonPage]] = {
    buttons.ThatIsMe: (None, welcome.confirm),
    buttons.Validate: (Role.PARENT, booking.validate),
    buttons.Abandon: (Role.PARENT, calendar.abandon),
    buttons.OpenCalendar: (Role.PARENT, calendar.open_at),
    buttons.Turn: (Role.PARENT, calendar.turn),
    buttons.MarkDays: (Role.PARENT, calendar.mark),
    buttons.MarkPeriod: (Role.PARENT, calendar.mark_period),
    buttons.ValidateMarks: (Role.PARENT, calendar.validate),
    buttons.AddAside: (Role.PARENT, booking.add_aside),
    buttons.Answer: (Role.PARENT, sentences.choose),
    buttons.Undo: (Role.PARENT, booking.undo),
    buttons.EditUsual: (Role.PARENT, usual_grid.edit),
    buttons.SetUsual: (Role.PARENT, usual_grid.put),
    buttons.KeepUsual: (Role.PARENT, usual_grid.keep),
    buttons.BookUsual: (Role.PARENT, as_usual.book),
    buttons.BookReminded: (Role.PARENT, reminders.book),
    buttons.BookAhead: (Role.PARENT, plans.book),
    buttons.AtHome: (Role.PARENT, reminders.stay_home),
    buttons.CancelWeek: (Role.PARENT, reminders.cancel_week),
    buttons.NotAtHome: (Role.PARENT, reminders.come_back),
    buttons.NotThisTime: (Role.PARENT, reminders.decline),
    buttons.NeverAgain: (Role.PARENT, reminders.ask_never),
    buttons.Mute: (Role.PARENT, reminders.mute),
    buttons.RestoreReminders: (Role.PARENT, reminder_settings.restore),
    buttons.Setting: (Role.PARENT, reminder_settings.turn),
    buttons.Picture: (Role.PARENT, sheets.draw),
    buttons.OpenInvoices: (Role.PARENT, invoices.turn),
    buttons.OpenInvoice: (Role.PARENT, invoices.open_one),
    buttons.PrintInvoice: (Role.PARENT, billing_papers.show),
    buttons.AskLine: (Role.PARENT, invoice_questions.choose),
    buttons.SendQuestion: (Role.PARENT, invoice_questions.send),
    buttons.Grant: (Role.MAIRIE, secretary.grant),
    **{kind: (Role.AGENT, page) for kind, page in ROLL.items()},
    buttons.KeepMenus: (Role.MAIRIE, menu_desk.keep),
    buttons.DropMenus: (Role.MAIRIE, menu_desk.drop),
    buttons.PhotoWeek: (Role.MAIRIE, menu_desk.choose_week),
    buttons.DropPhoto: (Role.MAIRIE, menu_desk.drop_photo),
    buttons.OpenBilling: (Role.MAIRIE, billing_desk.turn),
    buttons.ProposeDeed: (Role.MAIRIE, billing_desk.propose),
    buttons.KeepDeed: (Role.MAIRIE, billing_desk.keep),
    buttons.DropDeed: (Role.MAIRIE, billing_desk.drop),
    buttons.KeepFile: (Role.MAIRIE, mairie_files.keep),
    buttons.DropFile: (Role.MAIRIE, mairie_files.drop),
    buttons.ShowTakings: (Role.MAIRIE, takings.show),
}

SHOWN: dict[str, Page] = {"planning": planning.show, "aide": lost.show_help}


def turn_to(text: str, visit: Visit) -> Reply:
    """The answer to a text: a command, a stranger's words, a receipt number, a sentence."""
    if text.startswith("/"):
        return _command(text, visit)
    if visit.known is None:
        return welcome.stranger(text, visit)
    if visit.forwarded:
        return sentences.read(text, visit) if visit.has(Role.PARENT) else Reply(visit.say("forwarded"))
    if visit.has(Role.MAIRIE) and (given := _typed_at_the_desk(text, visit)):
        return given
    if visit.has(Role.PARENT) and (asked := invoice_questions.typed(text, visit)):
        return asked
    if visit.has(Role.PARENT) and (at_home := reminders.typed(text, visit)):
        return at_home
    if visit.has(Role.MAIRIE) and secretary.looks_like_receipt(text):
        return secretary.show_receipt(text, visit)
    if (visit.has(Role.AGENT) or visit.has(Role.MAIRIE)) and (noted := roll_call.hear(text, visit)):
        return noted
    return sentences.read(text, visit) if visit.has(Role.PARENT) else lost.show_help(text, visit)


def _typed_at_the_desk(text: str, visit: Visit) -> Reply | None:
    """What answers a screen of the mairie's, or is an invoice's number; None for anything else."""
    pages = mairie_files.typed, billing_desk.typed, menu_desk.typed
    if given := next((given for page in pages if (given := page(text, visit))), None):
        return given
    return billing_desk.show_invoice(text, visit) if billing_desk.looks_like_invoice(text) else None


def take_file(caption: str | None, visit: Visit) -> Reply:
    """The answer to a file: the mairie's; nobody else's is read, but what a parent writes under it is."""
    if visit.upload and visit.has(Role.MAIRIE):
        return Reply() if visit.edited else mairie_files.take(visit)  # what is corrected under a file is no file more
    if not (caption and visit.has(Role.PARENT)):
        return lost.no_file(visit)
    reply = turn_to(caption, visit)
    return replace(reply, text="\n\n".join(filter(None, [reply.text, lost.not_opened(visit)])))


def _command(text: str, visit: Visit) -> Reply:
    """/reserver@SercusBot jeudi → the page of reserver, with "jeudi"."""
    word, *rest = text.split(maxsplit=1)
    entry = COMMANDS.get(word[1:].partition("@")[0].lower())
    if visit.known is None and (entry is None or entry.page is not welcome.start):
        return welcome.stranger(text, visit)
    if entry is None:
        return lost.no_such_command(word, menu(visit.person.roles), visit)
    if not entry.allows(visit):
        return Reply(visit.say("not-for-you"))
    if visit.has(Role.MAIRIE):
        billing_pending.forget_words(visit)  # whoever commands something else types of something else
    return entry.page(rest[0].strip() if rest else "", visit)


def press(data: str, visit: Visit) -> Reply:
    """The answer to a tap; what the button may do is checked as if nobody had offered it."""
    button = buttons.unpack(data)
    if button is None:
        return Reply(visit.say("stale-button"))
    if isinstance(button, buttons.Show):
        return turn_to(f"/{button.page}", visit) if button.page in SHOWN else Reply(visit.say("stale-button"))
    role, page = BUTTONS[type(button)]
    if not Entry(turn_to, role, also=ALSO.get(type(button))).allows(visit):
        return Reply(visit.say("not-for-you")) if visit.known else welcome.stranger("", visit)
    return page(button, visit)


def menu(roles: frozenset[Role]) -> list[str]:
    """The commands somebody with `roles` sees in Telegram's menu."""
    return [name for name, entry in COMMANDS.items() if entry.shown and (entry.role is None or entry.role in roles)]
