"""What an agent is asked: which child or hour was meant, them too, as it was before; and what the answer does."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from handlers import sentences
from handlers.buttons import Meant
from handlers.reply import LONGEST_LABEL, Key, Reply, shorten
from handlers.roll_writing import Plan, Plans, carry_out, plan_from
from handlers.screens import Former
from handlers.visit import Visit
from models.actions import drafts, roster
from models.rules.attendance import names
from models.vocabulary import ScreenKind

QUESTION = ScreenKind.ROLL_QUESTION
BACK, ABSENT = "roll-ask-back", "roll-ask-absent"


def ask(
    name: str, choices: Sequence[Plans], day: date, visit: Visit, *, family: bool = False, **facts: object
) -> Reply:
    """The question, a key a reading; nothing is noted until one is tapped."""
    packed = [[plan.pack() for plan in plans] for plans in choices]
    payload = {"why": name, "day": day.isoformat(), "choices": [*packed, *([None] if family else [])]}
    draft = drafts.open_draft(visit.session, visit.telegram_id, QUESTION, payload, visit.origin())
    labels = _labels(name, choices, visit)
    keys = tuple((Key(shorten(label, LONGEST_LABEL), Meant(draft.id, at)),) for at, label in enumerate(labels))
    reply = Reply(visit.say(name, **facts), keys)
    drafts.keep_screen(draft, reply.contents())
    return reply


def _labels(name: str, choices: Sequence[Plans], visit: Visit) -> list[str]:
    if name == "roll-ask-role":
        return [visit.say("roll-choice-roll"), visit.say("roll-choice-family")]
    if name in (BACK, ABSENT):
        return [visit.say("roll-choice-back" if name == BACK else "roll-choice-absent"), visit.say("roll-choice-stays")]
    if name == "roll-ask-everybody":
        return [visit.say("roll-choice-all"), _only(choices[1], visit)]
    return [
        visit.toast("roll-choice-who", names=names_of(plans, visit), at=visit.commune.local(plans[0].at).time())
        for plans in choices
    ]


def _only(seen: Plans, visit: Visit) -> str:
    names_ = names_of(seen, visit)
    return visit.toast("roll-choice-here-only", names=names_) if seen else visit.say("roll-choice-only")


def names_of(plans: Iterable[Plan], visit: Visit) -> list[str]:
    """How the children of `plans` are called."""
    known = names(roster.children(visit.session))
    return list(dict.fromkeys(known[plan.child_id] for plan in plans))


def agree(former: Former, visit: Visit) -> Reply | None:
    """« oui »: them too; among several readings it does not tell which."""
    return _decide(former, 0, visit) or Reply(visit.say("say-which"))


def refuse(former: Former, visit: Visit) -> Reply | None:
    """« non »: only who was seen; of several readings none, and nothing is noted."""
    if decided := _decide(former, 1, visit):
        return decided
    assert former.draft
    drafts.take(visit.session, former.draft.id, visit.telegram_id, visit.now, QUESTION)
    return Reply(visit.say("roll-nothing-noted"))


def _decide(former: Former, choice: int, visit: Visit) -> Reply | None:
    """The answer to the one question that yes and no answer."""
    assert former.draft
    is_yes_or_no = former.draft.payload.get("why") in ("roll-ask-everybody", BACK, ABSENT)
    return choose(Meant(former.draft.id, choice), visit) if is_yes_or_no else None


def choose(button: Meant, visit: Visit) -> Reply:
    """A reading chosen: done at the sentence's instant."""
    draft = drafts.look(visit.session, button.draft_id, visit.telegram_id, QUESTION)
    if draft is None:
        return Reply(visit.say("already-decided"))
    choices = draft.payload["choices"]
    if not 0 <= button.choice < len(choices):
        return Reply(visit.say("stale-button"))
    drafts.take(visit.session, draft.id, visit.telegram_id, visit.now, QUESTION)
    packed = choices[button.choice]
    if packed is None:
        then = replace(visit, instant=draft.instant, words=draft.words, message_id=draft.message_id)
        return replace(sentences.read(draft.words or "", then), in_place=True)
    plans, day = tuple(map(plan_from, packed)), date.fromisoformat(draft.payload["day"])
    if not plans:
        stays = draft.payload["why"] in (BACK, ABSENT)
        return Reply(visit.say("roll-stays" if stays else "roll-nobody-left"), in_place=True)
    return replace(carry_out(plans, day, draft.instant, visit, why=draft.words), in_place=True)
