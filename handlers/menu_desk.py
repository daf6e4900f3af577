"""/menus: the mairie gives the menus, in lines, as a spreadsheet or as a photo; shown first, kept by Valider."""

from collections.abc import Callable, Mapping
from datetime import date

from handlers import menus
from handlers.buttons import DropMenus, DropPhoto, KeepMenus, PhotoWeek
from handlers.reply import Key, Reply
from handlers.screens import Former
from handlers.visit import Visit
from locales.fr import menus as written
from locales.voice import Spoken
from models.actions import drafts
from models.actions import menus as known_menus
from models.files import sheets
from models.refusals import BadMenus, TooManyRows
from models.rules.menus import COLUMNS, REQUIRED, Change, Menu, changes
from models.rules.rounds import WEEKLY, is_week, monday_of, open_days
from models.vocabulary import Role, ScreenKind

WAITING, PREVIEW, PHOTO = ScreenKind.MENU_LINES, ScreenKind.MENUS, ScreenKind.MENU_PHOTO
MOST_ERRORS = 10
MOST_DAYS = 60  # rows of a spreadsheet
WEEKS = 3  # offered for a photo
NOTHING = Reply("")


def show(text: str, visit: Visit) -> Reply:
    """/menus: what is known of this week and the next, and how to give more; with lines behind it, what they change."""
    if text:
        return _read_lines(text, visit)
    mondays = [monday_of(visit.today) + WEEKLY * number for number in range(WEEKS)]
    photos = known_menus.photos(visit.session, mondays)
    weeks = ["\n".join(_week(monday, monday in photos, visit)) for monday in mondays[: WEEKS - 1]]
    drafts.open_draft(visit.session, visit.telegram_id, WAITING, {}, visit.origin())
    text = "\n\n".join([visit.say("menus-title"), *weeks, visit.say("menus-how")])
    return Reply(text, tuple((_drop_key(monday, visit),) for monday in photos))


def _week(monday: date, has_photo: bool, visit: Visit) -> list[str]:
    """What is known of a week, a line a day."""
    days = open_days(monday, visit.commune)
    known = known_menus.known(visit.session, days)
    lines = [_line("menu-line", day, known.get(day), visit) for day in days] if known else []
    photo = [visit.say("menus-photo-there")] if has_photo else []
    nothing = [] if lines or photo else [visit.say("menus-nothing" if days else "planning-no-school")]
    return [visit.say("menus-week", monday=monday), *lines, *photo, *nothing]


def _line(name: str, day: date, menu: Menu | None, visit: Visit) -> str:
    said = menus.say(menu, visit.voice) if menu else Spoken(visit.say("menu-unknown-day"))
    return visit.say(name, day=day, menu=said)


def typed(text: str, _former: Former, visit: Visit) -> Reply | None:
    """Lines typed after /menus, or under what they change; None for anything else."""
    meant = written.looks_like(text) or (":" in text and not visit.has(Role.PARENT))
    return _read_lines(text, visit) if meant else None


def edited(text: str, visit: Visit) -> Reply | None:
    """Lines changed once they were read."""
    waiting = drafts.latest(visit.session, visit.telegram_id, visit.instant, (WAITING, PREVIEW))
    return typed(text, Former((), None, waiting), visit) if waiting else None


def _read_lines(text: str, visit: Visit) -> Reply:
    """What lines change; an edited message takes the place of what it said before."""
    if visit.edited and visit.message_id is not None:
        if drafts.is_open(visit.session, visit.telegram_id, visit.message_id, visit.words or ""):
            return NOTHING
        drafts.close_for_message(visit.session, visit.telegram_id, visit.message_id, visit.now)
    now, calendar = visit.commune.local(visit.instant), visit.commune.calendar
    return _preview_of(lambda: written.read_lines(text, now, calendar), "menus-lines-then", visit)


def _preview_of(read: Callable[[], Mapping[date, Menu | None]], then: str, visit: Visit) -> Reply:
    """The preview of what is read, or every reason why it is not, with what to do `then`."""
    try:
        said = read()
    except BadMenus as bad:
        lines = [visit.voice.explain(why) for why in bad.errors[:MOST_ERRORS]]
        left = len(bad.errors) - MOST_ERRORS
        more = [visit.say("bad-menus-more", count=left)] if left > 0 else []
        return Reply("\n".join([visit.voice.explain(bad), *lines, *more, "", visit.say(then)]))
    return _preview(said, visit)


def _preview(said: Mapping[date, Menu | None], visit: Visit, *opening: str) -> Reply:
    """What would change, before and after, with Valider; kept as a draft."""
    changed = changes(known_menus.known(visit.session, said), said)
    if not changed:
        return Reply("\n\n".join([*opening, visit.say("menus-same")]))
    unsaid = sum(change.after is not None and change.after.allergens is None for change in changed)
    lines = [_change(change, visit) for change in changed]
    notes = [visit.say("menus-allergens-unsaid", count=unsaid)] if unsaid else []
    opening = opening or (visit.say("menus-preview"),)
    text = "\n\n".join([*opening, "\n".join(lines), *notes, visit.say("menus-not-yet")])
    payload = {"changes": known_menus.packed(changed)}
    draft = drafts.open_draft(visit.session, visit.telegram_id, PREVIEW, payload, visit.origin())
    keys = (
        Key(visit.say("button-validate"), KeepMenus(draft.id), "success"),
        Key(visit.say("button-abandon"), DropMenus(draft.id)),
    )
    reply = Reply(text, (keys,))
    drafts.keep_screen(draft, reply.contents())
    return reply


def _change(change: Change, visit: Visit) -> str:
    before, after = (menu and menus.say(menu, visit.voice) for menu in (change.before, change.after))
    if before is None:
        return visit.say("menus-added", day=change.day, menu=after)
    if after is None:
        return visit.say("menus-erased", day=change.day, before=before)
    return visit.say("menus-changed", day=change.day, before=before, after=after)


def keep(button: KeepMenus, visit: Visit) -> Reply:
    """Valider: written once; where the menus have changed meanwhile, shown again instead."""
    draft = drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, PREVIEW)
    if draft is None:
        return Reply(visit.say("already-decided"))
    shown = known_menus.unpacked(draft.payload["changes"])
    said = {change.day: change.after for change in shown}
    now = known_menus.known(visit.session, said)
    if any(change.before != now.get(change.day) for change in shown):
        return _in_place(_preview(said, visit, visit.say("menus-moved")))
    known_menus.keep(visit.session, shown, visit.stamp)
    lines = [_change(change, visit) for change in shown]
    return Reply("\n".join([visit.say("menus-kept"), *lines]), in_place=True)


def drop(button: DropMenus, visit: Visit) -> Reply:
    """Abandonner, under a preview or a photo."""
    taken = any(
        drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, kind) for kind in (PREVIEW, PHOTO)
    )
    return Reply(visit.say("abandoned"), in_place=True) if taken else Reply(visit.say("already-decided"))


def _in_place(reply: Reply) -> Reply:
    return Reply(reply.text, reply.keys, in_place=True)


def take_photo(visit: Visit) -> Reply:
    """A photo of the menus; one sent as a document is asked for again as a photo."""
    assert visit.upload
    if visit.upload.is_image:
        return Reply(visit.say("menus-image-as-file"))
    return _take_photo(visit.upload.file_id, visit.upload.caption, visit)


def take_sheet(rows: sheets.Rows, visit: Visit) -> Reply:
    """A spreadsheet of menus; raises the Refusal of files that keeps it from being read."""
    sheet = sheets.read_rows(rows, known=COLUMNS, required=REQUIRED)
    if len(sheet.rows) > MOST_DAYS:  # more than are given at once is another kind of file
        raise TooManyRows(MOST_DAYS)
    now, calendar = visit.commune.local(visit.instant), visit.commune.calendar
    return _preview_of(lambda: written.read_sheet(sheet, now, calendar), "menus-file-then", visit)


def _take_photo(file_id: str, caption: str | None, visit: Visit) -> Reply:
    """Keep a photo for the week its caption names; else ask which."""
    now, calendar = visit.commune.local(visit.instant), visit.commune.calendar
    if caption and (monday := written.week_said(caption, now, calendar)):
        return _keep_photo(monday, file_id, visit)
    draft = drafts.open_draft(visit.session, visit.telegram_id, PHOTO, {"file_id": file_id}, visit.origin())
    this = monday_of(visit.today)
    weeks = [
        (Key(visit.say("menus-week-key", monday=monday), PhotoWeek(draft.id, monday)),)
        for monday in (this + WEEKLY * number for number in range(WEEKS))
    ]
    reply = Reply(visit.say("menus-which-week"), (*weeks, (Key(visit.say("button-abandon"), DropMenus(draft.id)),)))
    drafts.keep_screen(draft, reply.contents())
    return reply


def choose_week(button: PhotoWeek, visit: Visit) -> Reply:
    """The week of a photo, tapped."""
    if not is_week(button.monday, visit.today):
        return Reply(visit.say("stale-button"))
    draft = drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, PHOTO)
    if draft is None:
        return Reply(visit.say("already-decided"))
    return _in_place(_keep_photo(button.monday, draft.payload["file_id"], visit))


def _keep_photo(monday: date, file_id: str, visit: Visit) -> Reply:
    if monday < monday_of(visit.today):
        return Reply(visit.say("menus-photo-past"))
    replaces = bool(known_menus.photos(visit.session, [monday]))
    known_menus.keep_photo(visit.session, monday, file_id, visit.stamp)
    return Reply(visit.say("menus-photo-kept", monday=monday, replaces=replaces), ((_drop_key(monday, visit),),))


def _drop_key(monday: date, visit: Visit) -> Key:
    return Key(visit.say("menus-photo-drop", monday=monday), DropPhoto(monday))


def drop_photo(button: DropPhoto, visit: Visit) -> Reply:
    """Show a week's photo no more."""
    if not is_week(button.monday, visit.today):
        return Reply(visit.say("stale-button"))
    if not known_menus.drop_photo(visit.session, button.monday, visit.stamp):
        return Reply(visit.say("already-decided"))
    return Reply(visit.say("menus-photo-dropped", monday=button.monday))
