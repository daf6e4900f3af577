"""Taps: which page answers which button, and for whom; what may be done is checked as if nobody had offered it."""

from collections.abc import Callable
from typing import Any

from handlers import (
    as_usual,
    attendance,
    billing_desk,
    billing_papers,
    booking,
    buttons,
    calendar,
    canteen,
    done,
    invoice_questions,
    invoices,
    lost,
    mairie_files,
    menu_desk,
    planning,
    plans,
    reminder_settings,
    reminders,
    roll_questions,
    secretary,
    sentences,
    sheets,
    takings,
    usual_grid,
    welcome,
)
from handlers.buttons import Button
from handlers.reply import Reply
from handlers.screens import said_last
from handlers.visit import Visit
from models.vocabulary import Role

ButtonPage = Callable[[Any, Visit], Reply]

ROLL: dict[type[Button], ButtonPage] = {  # for agents, and the mairie
    buttons.OpenSitting: attendance.open_at,
    buttons.TurnList: attendance.turn,
    buttons.PointChild: attendance.point,
    buttons.ShiftTime: attendance.shift,
    buttons.CardDeed: attendance.deed,
    buttons.SittingDeed: attendance.whole,
    buttons.Meant: roll_questions.choose,
    buttons.CallChild: canteen.call,
    buttons.CallRest: canteen.rest,
    buttons.TurnClass: canteen.turn,
}

ALSO: dict[type[Button], Role] = {**dict.fromkeys(ROLL, Role.MAIRIE), buttons.PrintInvoice: Role.MAIRIE}

BUTTONS: dict[type[Button], tuple[Role | None, ButtonPage]] = {
    buttons.ThatIsMe: (None, welcome.confirm),
    buttons.Validate: (Role.PARENT, booking.validate),
    buttons.Abandon: (Role.PARENT, done.abandon),
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

SHOWN: dict[str, Callable[[str, Visit], Reply]] = {"planning": planning.show, "aide": lost.show_help}
PAGES = (buttons.Setting, buttons.RestoreReminders)  # nothing waits there
FOR_ALL = ("aide",)


def press(data: str, visit: Visit) -> Reply:
    """The answer to a tap."""
    button = buttons.unpack(data)
    return Reply(visit.say("stale-button")) if button is None else press_button(button, visit)


def press_button(button: Button, visit: Visit) -> Reply:
    """The answer to a key, tapped or said in words."""
    if isinstance(button, buttons.Show):
        return _open(button.page, visit)
    role, page = BUTTONS[type(button)]
    if role is Role.PARENT and isinstance(button, PAGES):
        return said_last(lambda: page(button, visit), visit) if visit.has(role) else Reply(visit.say("not-for-you"))
    if role is None or any(one and visit.has(one) for one in (role, ALSO.get(type(button)))):
        return page(button, visit)
    return Reply(visit.say("not-for-you")) if visit.known else welcome.stranger("", visit)


def _open(page: str, visit: Visit) -> Reply:
    if page not in SHOWN:
        return Reply(visit.say("stale-button"))
    if visit.known is None:
        return welcome.stranger("", visit)
    return SHOWN[page]("", visit) if page in FOR_ALL or visit.has(Role.PARENT) else Reply(visit.say("not-for-you"))
