"""Help, and what is said when nothing, or nothing of ours, was understood."""

from handlers.buttons import Show
from handlers.reply import Key, Lost, Reply
from handlers.visit import Visit
from locales.fr.names import children_named
from locales.requests import Intent, Reading, Request
from models.rules.commune import Commune
from models.rules.cutoffs import Cutoffs
from models.vocabulary import Role

EXAMPLE = "Léa"


def show_help(_text: str, visit: Visit) -> Reply:
    """/aide: what this person can say, each role its own part."""
    parts = []
    if visit.has(Role.PARENT):
        parts.append(visit.say("help-parent", child=_example_child(visit), cutoffs=_cutoffs(visit)))
    if visit.has(Role.AGENT):
        parts.append(visit.say("help-agent", child=EXAMPLE))
    if visit.has(Role.MAIRIE):
        parts.append(visit.say("help-mairie"))
    return Reply("\n\n".join(parts))


def help_asked(_request: Request, visit: Visit) -> Reply:
    return show_help("", visit)


def not_understood(request: Request, visit: Visit) -> Reply:
    """What was recognised, two examples, and buttons to the nearest things."""
    days = [visit.voice.day(day) for day in (*request.days, *request.closed)[:3]]
    understood = visit.voice.list([*request.who, *(visit.say("service", service=s) for s in request.services), *days])
    text = visit.say("lost", understood=understood or None)
    examples = visit.say("lost-examples", child=_example_child(visit))
    return Reply(f"{text}\n\n{examples}", _ways_out(visit), lost=Lost.WORDS)


def small_talk(reading: Reading, visit: Visit) -> Reply:
    """Nothing to do in it: politeness is answered; words unread, or a child named for nothing, are said to be so."""
    named = children_named(visit.words or "", tuple(visit.person.names.values()))
    if reading.unread or named:
        return not_understood(Request(Intent.UNKNOWN, who=named), visit)
    return Reply(visit.say("small-talk"), _ways_out(visit), lost=Lost.IDLE)


def no_such_command(word: str, visit: Visit) -> Reply:
    """A command there is not, or not yet; then what there is."""
    return Reply("\n\n".join([visit.say("not-there-yet", command=word[:40]), show_help("", visit).text]))


def no_text(visit: Visit) -> Reply:
    """A voice message, a sticker, a place."""
    return Reply(visit.say("write-to-me"))


def no_file(visit: Visit) -> Reply:
    """A photo or certificate is not downloaded."""
    return Reply(visit.say("file-not-read", contact=contact(visit)))


def contact(visit: Visit) -> str | None:
    """How to reach the mairie, as far as commune.toml says."""
    return reach(visit.commune)


def reach(commune: Commune) -> str | None:
    """The same, where nobody is visiting."""
    return ", ".join(filter(None, (commune.telephone, commune.email))) or commune.address or None


def _ways_out(visit: Visit) -> tuple[tuple[Key, ...], ...]:
    return ((Key(visit.say("button-planning"), Show("planning")), Key(visit.say("button-help"), Show("aide"))),)


def _example_child(visit: Visit) -> str:
    return next(iter(visit.person.names.values()), EXAMPLE)


def _cutoffs(visit: Visit) -> str:
    lines = visit.voice.list(_cutoff_lines(visit.commune.cutoffs, visit))
    return visit.say("help-cutoffs", lines=lines)


def _cutoff_lines(cutoffs: Cutoffs, visit: Visit) -> list[str]:
    """Le vendredi jusqu'à 9 h pour le lundi…, as commune.toml has it."""

    def on(weekday: int) -> str:
        return visit.say("on-weekday", weekday=visit.say(f"weekday-{weekday}"))

    return [
        visit.say("help-cutoff-line", before=on(limit.weekday), hour=limit.hour, day=on(weekday))
        for weekday, limit in sorted(cutoffs.table.items())
    ]
