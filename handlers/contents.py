"""The table of contents: which page answers which command and which button, and for whom."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from handlers import (
    billing_desk,
    billing_pending,
    calendar,
    certificates,
    hearing,
    invoices,
    lost,
    mairie_files,
    menu_desk,
    planning,
    reminder_settings,
    roll_call,
    secretary,
    sentences,
    welcome,
)
from handlers.reply import Lost, Reply
from handlers.screens import Former, recall, said_last
from handlers.visit import Visit
from models.vocabulary import Role

Page = Callable[[str, Visit], Reply]


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


def turn_to(text: str, visit: Visit) -> Reply:
    """The answer to a text: a command, what is open, a sentence; what nobody understands, by what stands."""
    if text.startswith("/"):
        return said_last(lambda: _command(text, visit), visit)
    former = None if visit.forwarded else recall(visit)
    if not visit.forwarded and (said := hearing.hear(text, former, visit)):
        return said
    reply = _sentence(text, former, visit)
    return (reply.lost and hearing.stands(former, reply.lost, visit)) or reply


def _sentence(text: str, former: Former | None, visit: Visit) -> Reply:
    """What stands by itself: a stranger's words, a number, what is for the roll, what parents say."""
    if visit.known is None:
        return welcome.stranger(text, visit)
    if visit.forwarded:
        return sentences.read(text, visit) if visit.has(Role.PARENT) else Reply(visit.say("forwarded"))
    if visit.has(Role.MAIRIE) and (numbered := _numbered(text, visit)):
        return numbered
    if (visit.has(Role.AGENT) or visit.has(Role.MAIRIE)) and (noted := roll_call.hear(text, visit)):
        return noted
    if visit.has(Role.PARENT):
        return sentences.hear(text, former, visit)
    return replace(lost.show_help(text, visit), lost=Lost.WORDS)


def _numbered(text: str, visit: Visit) -> Reply | None:
    """An invoice, or a receipt, by its number alone."""
    if billing_desk.looks_like_invoice(text):
        return billing_desk.show_invoice(text, visit)
    return secretary.show_receipt(text, visit) if secretary.looks_like_receipt(text) else None


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


def menu(roles: frozenset[Role]) -> list[str]:
    """The commands somebody with `roles` sees in Telegram's menu."""
    return [name for name, entry in COMMANDS.items() if entry.shown and (entry.role is None or entry.role in roles)]
