"""Signing in: a stranger, a code, "c'est bien vous ?", an account bound."""

import re

from handlers.buttons import ThatIsMe
from handlers.lost import contact
from handlers.reply import Key, Reply
from handlers.visit import Visit
from models.actions import drafts, invitations, people
from models.actions.booking import Origin
from models.refusals import Refusal
from models.tables import Invitation
from models.vocabulary import Role, ScreenKind

CODE = re.compile(r"\s*(?:[0-9A-Za-z][ -]?){12}\s*")  # what a code looks like, typed without /start


def start(text: str, visit: Visit) -> Reply:
    """/start, with the code of an invitation's link behind it or none."""
    if text:
        return _try_code(text, visit)
    return Reply(visit.say("hello-again", name=visit.person.name)) if visit.known else stranger(text, visit)


def stranger(text: str, visit: Visit) -> Reply:
    """No account: a code is tried; anything else gets one polite answer and no information."""
    if CODE.fullmatch(text):
        return _try_code(text, visit)
    return Reply(visit.say("stranger", commune=visit.commune.name, contact=contact(visit)))


def _try_code(code: str, visit: Visit) -> Reply:
    """The household a code opens, or the same words for whatever is wrong with it."""
    if invitations.locked_until(visit.session, visit.telegram_id, visit.now):
        return Reply(visit.say("locked-out", contact=contact(visit)))
    invitation = invitations.find(visit.session, code, visit.now)
    if isinstance(invitation, Refusal):
        invitations.wrong_code(visit.session, visit.telegram_id, visit.now)
        _raise_alarm(visit)
        return Reply(visit.say("code-refused", contact=contact(visit)))
    return _ask_who(invitation, visit)


def _raise_alarm(visit: Visit) -> None:
    """Fifty wrong codes in an hour, over all accounts: the mairie is told, once an hour."""
    if invitations.many_wrong_codes(visit.session, visit.now):
        hour = visit.now.strftime("%Y-%m-%dT%H")
        secretaries = people.staff_accounts(visit.session, Role.MAIRIE)
        visit.tell(secretaries, "alarm", Reply(visit.say("alarm-codes")), key=f"alarm-codes:{hour}")


def _ask_who(invitation: Invitation, visit: Visit) -> Reply:
    """C'est bien vous ?"""
    invited = people.invited(visit.session, invitation)
    payload = {"invitation": invitation.id}
    draft = drafts.open_draft(visit.session, visit.telegram_id, ScreenKind.WELCOME, payload, Origin(visit.instant))
    name = "is-it-you-staff" if invited.role else "is-it-you-guardian"
    question = visit.say(name, name=invited.name, children=invited.children or None, role=invited.role or None)
    keys = (
        Key(visit.say("button-yes"), ThatIsMe(draft.id, yes=True), "success"),
        Key(visit.say("button-no"), ThatIsMe(draft.id, yes=False)),
    )
    reply = Reply("\n\n".join([question, visit.say("privacy", commune=visit.commune.name)]), (keys,))
    drafts.keep_screen(draft, reply.contents())
    return reply


def confirm(button: ThatIsMe, visit: Visit) -> Reply:
    """Oui binds the account, and the code is dead; Non changes nothing."""
    draft = drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, ScreenKind.WELCOME)
    if draft is None:
        return Reply(visit.say("already-decided"))
    if not button.yes:
        return Reply(visit.say("not-you", contact=contact(visit)), in_place=True)
    invitation = invitations.use(visit.session, draft.payload["invitation"], visit.now)
    if isinstance(invitation, Refusal):
        return Reply(visit.say("code-refused", contact=contact(visit)))
    invited = people.bind(visit.session, invitation, visit.telegram_id, visit.now)
    visit.signed_in = people.identify(visit.session, visit.telegram_id)
    if invited.role:
        welcome = visit.say("welcome-staff")
    else:
        welcome = visit.say("welcome-guardian", child=invited.children[0] if invited.children else None)
    return Reply("\n\n".join([welcome, visit.say("code-dead")]), in_place=True)
