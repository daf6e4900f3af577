"""« Je ne comprends pas cette ligne »: which line, a few words or none, and it is the mairie's to answer."""

from dataclasses import replace

from handlers.booking import WANTED
from handlers.buttons import AskLine, OpenInvoice, SendQuestion
from handlers.invoice_screens import Paper, line
from handlers.lost import contact
from handlers.reply import LONGEST_LABEL, Key, Reply, shorten
from handlers.screens import Former
from handlers.visit import Visit
from locales import bills
from locales.fr import grammar
from locales.voice import Spoken, Voice
from models.actions import drafts, ledger, line_questions, people
from models.actions.invoices import lines_of
from models.rules.lines import Line
from models.tables import Invoice
from models.vocabulary import Role, ScreenKind

KIND = ScreenKind.INVOICE_QUESTION
LONGEST_WORDS = 500
A_PAGE = 20  # lines


def choose(button: AskLine, visit: Visit) -> Reply:
    """Which line; then, for one chosen, whether anything is to be added."""
    invoice = ledger.theirs(visit.session, button.invoice_id, visit.person.households)
    if invoice is None or not 0 <= button.line <= len(invoice.lines):
        return Reply(visit.say("stale-button"))
    drop(visit)
    reply = _ask_words(invoice, button.line, visit) if button.line else _ask_which(invoice, button.page, visit)
    return replace(reply, in_place=True)


def _ask_which(invoice: Invoice, page: int, visit: Visit) -> Reply:
    """A key a line, a page of them."""
    paper, lines = Paper.load(visit.session, invoice), lines_of(invoice)
    page = max(0, min(page, (len(lines) - 1) // A_PAGE))
    shown = list(enumerate(lines, 1))[page * A_PAGE : (page + 1) * A_PAGE]
    keys = [(Key(_label(paper, one, visit), AskLine(invoice.id, page, number)),) for number, one in shown]
    before = [Key(visit.say("question-before"), AskLine(invoice.id, page - 1, 0))] if page else []
    more = len(lines) > (page + 1) * A_PAGE
    after = [Key(visit.say("question-after"), AskLine(invoice.id, page + 1, 0))] if more else []
    turning = [tuple(before + after)] if before or after else []
    return Reply(visit.say("question-which"), (*keys, *turning, _back(invoice, visit)))


def _label(paper: Paper, one: Line, visit: Visit) -> str:
    """A line on a key, where Telegram takes no markup."""
    plain = Voice(visit.today, markup=False)
    return shorten(bills.line(one, paper.names.get(one.child_id or 0, ""), plain), LONGEST_LABEL)


def _back(invoice: Invoice, visit: Visit) -> tuple[Key, ...]:
    return (Key(visit.say("question-back"), OpenInvoice(invoice.id, apart=False)),)


def _ask_words(invoice: Invoice, number: int, visit: Visit) -> Reply:
    """What is not understood of it may be typed next; a line already asked about is said to be."""
    if known := _already(invoice, number, visit):
        return known
    payload = {"invoice_id": invoice.id, "line": number}
    draft = drafts.open_draft(visit.session, visit.telegram_id, KIND, payload, visit.origin())
    send = (Key(visit.say("question-send"), SendQuestion(invoice.id, number), "success"),)
    said = _said(Paper.load(visit.session, invoice), number, visit)
    text = visit.say("question-words", line=Spoken(said), most=LONGEST_WORDS)
    reply = Reply(text, (send, _back(invoice, visit)))
    drafts.keep_screen(draft, reply.contents())
    return reply


def _said(paper: Paper, number: int, visit: Visit) -> str:
    return line(paper, lines_of(paper.invoice)[number - 1], visit.voice)


def _already(invoice: Invoice, number: int, visit: Visit) -> Reply | None:
    """The answer for a line asked about in the last 24 hours."""
    at = line_questions.asked_at(visit.session, invoice, number, visit.now)
    if at is None:
        return None
    text = visit.say("question-already", at=visit.commune.local(at), contact=contact(visit))
    return Reply(text, (_back(invoice, visit),))


def typed(text: str, former: Former, visit: Visit) -> Reply | None:
    """What is typed while a question waits for its words; None for what is of another subject."""
    if _asks_for_days(text, visit):
        return None
    if len(text) > LONGEST_WORDS:
        return Reply(visit.say("question-too-long", length=len(text), most=LONGEST_WORDS))
    return _answered(text, text, former, visit)


def agree(former: Former, visit: Visit) -> Reply | None:
    """« oui »: without a word more."""
    return _answered(None, visit.words, former, visit)


def _answered(question: str | None, words: str | None, former: Former, visit: Visit) -> Reply | None:
    """Send the question, and keep the words it came of, lest they be edited."""
    draft = former.draft
    invoice = ledger.theirs(visit.session, draft.payload["invoice_id"], visit.person.households) if draft else None
    if draft is None or invoice is None:
        return None
    reply = _send(invoice, draft.payload["line"], question, visit)
    draft.words, draft.message_id = words, visit.message_id
    return reply


def give_up(former: Former, visit: Visit) -> Reply:
    """Nothing is asked."""
    drop(visit)
    invoice = former.draft and ledger.theirs(visit.session, former.draft.payload["invoice_id"], visit.person.households)
    return Reply(visit.say("question-dropped"), (_back(invoice, visit),) if invoice else ())


def edited(text: str, visit: Visit) -> Reply | None:
    """Words changed once they are gone: they are no sentence to be read; None for any other message."""
    assert visit.message_id is not None
    draft = drafts.of_message(visit.session, visit.telegram_id, visit.message_id, KIND)
    if draft is None:
        return None
    return Reply() if draft.words == text else Reply(visit.say("question-edited", contact=contact(visit)))


def _asks_for_days(text: str, visit: Visit) -> bool:
    """Whether it books or cancels, every word of it read: it is no question about an invoice."""
    reading = grammar.read(
        text,
        now=visit.commune.local(visit.instant),
        calendar=visit.commune.calendar,
        children=tuple(visit.person.names.values()),
    )
    return not reading.unread and any(request.intent in WANTED for request in reading.requests)


def send(button: SendQuestion, visit: Visit) -> Reply:
    """Without a word more."""
    invoice = ledger.theirs(visit.session, button.invoice_id, visit.person.households)
    if invoice is None or not 1 <= button.line <= len(invoice.lines):
        return Reply(visit.say("stale-button"))
    return replace(_send(invoice, button.line, None, visit), in_place=True)


def _send(invoice: Invoice, number: int, words: str | None, visit: Visit) -> Reply:
    """To the mairie, once a day a line; the parent is told where to call meanwhile."""
    drop(visit)
    if said := _already(invoice, number, visit):
        return said
    mairie = people.staff_accounts(visit.session, Role.MAIRIE)
    if not mairie:
        return Reply(visit.say("question-nobody", contact=contact(visit)), (_back(invoice, visit),))
    key = line_questions.note(visit.session, invoice, number, visit.stamp)
    visit.tell(mairie, KIND, Reply(_for_the_mairie(invoice, number, words, visit)), key)
    return Reply(visit.say("question-sent", contact=contact(visit), words=words), (_back(invoice, visit),))


def _for_the_mairie(invoice: Invoice, number: int, words: str | None, visit: Visit) -> str:
    """Who asks, of which invoice, which line with its reason, in which words, and where to answer."""
    foyer = line_questions.household_key(visit.session, invoice)
    phone = line_questions.phone_of(visit.session, invoice, visit.person.account_id)
    paper = Paper.load(visit.session, invoice)
    lines = [
        visit.voice.say("question-for-mairie", paper.facts, name=visit.person.name, foyer=foyer),
        _said(paper, number, visit),
        *([visit.say("question-in-words", words=words)] if words else []),
        visit.say("question-to-answer", phone=phone or None),
    ]
    return "\n".join(lines)


def drop(visit: Visit) -> None:
    """Nothing typed from now on is about a line."""
    if draft := drafts.last_open(visit.session, visit.telegram_id, KIND):
        drafts.take(visit.session, draft.id, visit.telegram_id, visit.now, KIND)
