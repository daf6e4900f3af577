"""The difference an import makes, as lines for the mairie to read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from locales.voice import Voice
from models.rules.difference import Difference, Entry, Field, Kind


def tell(difference: Difference, voice: Voice) -> Iterator[str]:
    """Every subject added (+), changed (~) or absent (?), then the four counts."""
    yield from (f"+ {_who(entry, voice)}" for entry in difference.added)
    for entry in difference.changed:
        fields = ", ".join(_change(change, voice) for change in entry.fields)
        yield f"~ {voice.say('families-line', who=_who(entry, voice), fields=fields)}"
    yield from (f"? {_who(entry, voice)}" for entry in difference.absent)
    for name in ("added", "changed"):
        yield _count(name, _kinds(getattr(difference, name)), voice)
    yield _count("unchanged", difference.unchanged, voice)
    if difference.absent:
        yield _count("absent", _kinds(difference.absent), voice)


def _who(entry: Entry, voice: Voice) -> str:
    return voice.say(f"families-name-{entry.kind.value}", name=entry.name, foyer=entry.foyer)


def _change(change: Field, voice: Voice) -> str:
    before, after = _shown(change.before, voice), _shown(change.after, voice)
    return voice.say("families-field", column=change.column, before=before, after=after)


def _shown(value: object, voice: Voice) -> str:
    """As the file writes it."""
    match value:
        case None:
            return ""
        case bool():
            return voice.say("families-yes" if value else "families-no")
        case date():
            return f"{value:%d/%m/%Y}"
    return str(value)


def _kinds(entries: Iterable[Entry]) -> Counter[Kind]:
    return Counter(entry.kind for entry in entries)


def _count(name: str, counts: Mapping[Kind, int], voice: Voice) -> str:
    spoken = [voice.say(f"families-count-{kind.value}", count=counts[kind]) for kind in Kind if counts.get(kind)]
    return voice.say(f"families-{name}", what=voice.list(spoken) or voice.say("families-none"))
