"""Requests that waited in a draft are what they were."""

import json
from datetime import date

from locales.packing import pack, pack_choices, unpack
from locales.requests import Choice, Intent, Note, Request, Span
from models.vocabulary import Service

DAY = date(2026, 12, 3)
REQUEST = Request(
    Intent.BOOK, (Service.CANTINE,), ("Léa",), (Span(DAY, None), Span(None, DAY)), (DAY,), (date(2026, 12, 2),), group=1
)


def test_a_request_survives_as_json() -> None:
    assert unpack(json.loads(json.dumps(pack([REQUEST])))) == (REQUEST,)


def test_what_was_said_or_shown_already_is_left_behind() -> None:
    noted = Request(Intent.CANCEL, shown_first=True, notes=(Note("until-year-end"),))
    assert unpack(pack([noted])) == (Request(Intent.CANCEL),)


def test_each_choice_is_packed() -> None:
    assert pack_choices([Choice((REQUEST,)), Choice(())]) == [pack([REQUEST]), []]
