"""Files the mairie sends: told apart by their headings; payments and tariffs are shown first, and kept by Valider."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from handlers import billing_news, menu_desk
from handlers.buttons import DropFile, KeepFile
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales import bills
from locales.voice import Spoken
from models.actions import drafts, payments, tariffs
from models.actions.payments import Settlement
from models.actions.statements import fingerprint
from models.actions.tariffs import Brought
from models.files import sheets
from models.refusals import BadRows, FileNotReceived, FileTooLarge, NoRows, Refusal, TooManyRows
from models.rules import settling, tariff_sheet
from models.rules.mairie_sheets import Subject, subject_of
from models.rules.tariffs import Tariff
from models.rules.terms import pack_tariff, unpack_tariff
from models.vocabulary import ScreenKind, Service

FILE = ScreenKind.FILE
MOST_ERRORS = 15
MOST_PAYMENTS = 300  # rows: written one by one in the clerk's thread, where nobody books meanwhile


def take(visit: Visit) -> Reply:
    """A photo of menus, or a spreadsheet by its subject; why not, and what to do, where it is neither."""
    upload = visit.upload
    assert upload
    if upload.is_photo or upload.is_image:
        return menu_desk.take_photo(visit)
    try:
        rows = _rows(visit)
        return TAKE[subject_of(_headings(rows))](rows, visit)
    except BadRows as bad:
        return Reply("\n".join([visit.voice.explain(bad), *_explained(bad.errors, visit), "", _then(visit)]))
    except Refusal as why:
        return Reply("\n".join([visit.voice.explain(why), _then(visit)]))


def _then(visit: Visit) -> str:
    return visit.say("menus-file-then")


def _rows(visit: Visit) -> sheets.Rows:
    """What was fetched of the file; raises the Refusal that kept it from being read."""
    assert visit.upload
    if visit.upload.is_too_large:
        raise FileTooLarge(sheets.LARGEST)
    opened = visit.upload.opened
    if opened is None:
        raise FileNotReceived
    if isinstance(opened, Refusal):
        raise opened
    return opened


def _headings(rows: sheets.Rows) -> Sequence[str]:
    if not rows:
        raise NoRows
    return [sheets.heading_of(name) for name in rows[0][1]]


def _explained(why: Sequence[Refusal], visit: Visit) -> list[str]:
    """Each with its row; of very many, how many more."""
    more = [visit.say("bad-menus-more", count=len(why) - MOST_ERRORS)] if len(why) > MOST_ERRORS else []
    return [*(visit.voice.explain(one) for one in why[:MOST_ERRORS]), *more]


def _preview(text: str, payload: Mapping[str, Any], visit: Visit) -> Reply:
    draft = drafts.open_draft(visit.session, visit.telegram_id, FILE, payload, visit.origin())
    keys = (
        Key(visit.say("button-validate"), KeepFile(draft.id), "success"),
        Key(visit.say("button-abandon"), DropFile(draft.id)),
    )
    reply = Reply("\n\n".join([text, visit.say("menus-not-yet")]), (keys,))
    drafts.keep_screen(draft, reply.contents())
    return reply


# References and payments


def _take_payments(rows: sheets.Rows, visit: Visit) -> Reply:
    sheet = sheets.read_rows(rows, known=settling.COLUMNS, required=())
    if len(sheet.rows) > MOST_PAYMENTS:
        raise TooManyRows(MOST_PAYMENTS)
    told, unread = settling.read(sheet, visit.commune.today(visit.now))
    packed = {"told": [one.pack() for one in told], "unread": [visit.voice.explain(why) for why in unread]}
    return _show_payments(packed, visit)


def _show_payments(packed: Mapping[str, Any], visit: Visit, *opening: str) -> Reply:
    """What would be kept, and every row that would not, by its number."""
    would = payments.tried(visit.session, map(settling.unpack, packed["told"]), visit.stamp)
    said = [*opening, visit.say("file-payments"), _settled(would, packed["unread"], visit)]
    if not would.references + would.payments:
        return Reply("\n\n".join([*said, visit.say("file-payments-nothing")]))
    payload = {"subject": Subject.PAYMENTS.value, **packed, "shown": fingerprint([_facts(would)])}
    return _preview("\n\n".join(said), payload, visit)


def _facts(done: Settlement) -> tuple[object, ...]:
    return done.references, done.payments, done.known, [(why.name(), why.facts()) for why in done.unmatched]


def _settled(done: Settlement, unread: Sequence[str], visit: Visit) -> str:
    counts = {"references": done.references, "payments": done.payments, "known": done.known}
    lines = [visit.say("file-payments-would", **counts)]
    count = len(unread) + len(done.unmatched)
    if count:
        lines += [visit.say("file-unmatched", count=count), *unread[:MOST_ERRORS], *_explained(done.unmatched, visit)]
    return "\n".join(lines)


def _keep_payments(payload: Mapping[str, Any], visit: Visit) -> Reply:
    told = [settling.unpack(one) for one in payload["told"]]
    if fingerprint([_facts(payments.tried(visit.session, told, visit.stamp))]) != payload["shown"]:
        packed = {name: payload[name] for name in ("told", "unread")}
        return _show_payments(packed, visit, visit.say("file-moved"))
    done = payments.settle(visit.session, told, visit.stamp)
    billing_news.referenced(visit.session, done.referenced, visit.commune, visit.now)
    billing_news.paid(visit.session, done.paid, visit.commune, visit.now)
    return Reply("\n\n".join([visit.say("file-kept"), _settled(done, payload["unread"], visit)]))


# Tariffs


def _take_tariffs(rows: sheets.Rows, visit: Visit) -> Reply:
    sheet = sheets.read_rows(rows, known=tariff_sheet.COLUMNS, required=tariff_sheet.REQUIRED)
    return _show_tariffs(list(tariff_sheet.read(sheet)), visit)


def _show_tariffs(said: Sequence[Tariff], visit: Visit, *opening: str) -> Reply:
    """Every tariff with its prices: new, in place of another, or known."""
    brought = tariffs.bring(visit.session, said, visit.stamp, dry_run=True)
    lines = [*opening, visit.say("file-tariffs"), "\n".join(_tariffs(brought, visit))]
    if not brought.added + brought.changed:
        return Reply("\n\n".join([*lines, visit.say("file-tariffs-nothing")]))
    packed = [[one.service.value, one.since.isoformat(), pack_tariff(one)] for one in said]
    payload = {"subject": Subject.TARIFFS.value, "tariffs": packed, "shown": fingerprint([brought])}
    return _preview("\n\n".join([*lines, visit.say("file-tariffs-legend")]), payload, visit)


def _tariffs(brought: Brought, visit: Visit) -> Iterable[str]:
    for mark, found in (("+", brought.added), ("~", brought.changed), ("=", brought.unchanged)):
        for one in found:
            yield visit.say("file-tariff", mark=mark, tariff=Spoken(bills.tariff(one, visit.voice)))


def _keep_tariffs(payload: Mapping[str, Any], visit: Visit) -> Reply:
    said = [unpack_tariff(Service(name), date.fromisoformat(day), terms) for name, day, terms in payload["tariffs"]]
    would = tariffs.bring(visit.session, said, visit.stamp, dry_run=True)
    if fingerprint([would]) != payload["shown"]:
        return _show_tariffs(said, visit, visit.say("file-moved"))
    brought = tariffs.bring(visit.session, said, visit.stamp)
    return Reply("\n\n".join([visit.say("file-kept"), "\n".join(_tariffs(brought, visit))]))


# Deciding


TAKE: Mapping[Subject, Callable[[sheets.Rows, Visit], Reply]] = {
    Subject.MENUS: menu_desk.take_sheet,
    Subject.PAYMENTS: _take_payments,
    Subject.TARIFFS: _take_tariffs,
}
KEEP: Mapping[Subject, Callable[[Mapping[str, Any], Visit], Reply]] = {
    Subject.PAYMENTS: _keep_payments,
    Subject.TARIFFS: _keep_tariffs,
}


def keep(button: KeepFile, visit: Visit) -> Reply:
    """Valider: kept once, as it was shown; what has changed meanwhile is shown again instead."""
    draft = drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, FILE)
    if draft is None:
        return Reply(visit.say("already-decided"))
    return replace(KEEP[Subject(draft.payload["subject"])](draft.payload, visit), in_place=True)


def drop(button: DropFile, visit: Visit) -> Reply:
    """Abandonner."""
    draft = drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, FILE)
    return Reply(visit.say("abandoned"), in_place=True) if draft else Reply(visit.say("already-decided"))
