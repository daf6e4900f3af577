"""Hours typed behind /rappels, and weeks said to be spent at home."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.fr import grammar
from locales.fr.hours_said import HourSaid, Moment, read

THURSDAY, SATURDAY = date(2026, 11, 26), date(2026, 11, 28)
THIS, NEXT = date(2026, 11, 23), date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("19h30", HourSaid(Moment.UNSAID, time(19, 30))),
        ("à 19 h 30", HourSaid(Moment.UNSAID, time(19, 30))),
        ("19:05", HourSaid(Moment.UNSAID, time(19, 5))),
        ("20 heures", HourSaid(Moment.UNSAID, time(20))),
        ("midi", HourSaid(Moment.UNSAID, time(12))),
        ("la veille à 10h", HourSaid(Moment.EVE, time(10))),
        ("le soir à 21h", HourSaid(Moment.EVE, time(21))),
        ("le jour même à 8h", HourSaid(Moment.SAME_DAY, time(8))),
        ("le matin 7h", HourSaid(Moment.SAME_DAY, time(7))),
        ("dimanche 17h", HourSaid(Moment.SUNDAY, time(17))),
        ("menus 8h15", HourSaid(Moment.MENUS, time(8, 15))),
        ("le lundi matin 8h", HourSaid(Moment.MENUS, time(8))),
        ("la veille du lundi à 20h", HourSaid(Moment.EVE, time(20))),
        ("30 min avant", HourSaid(Moment.UNSAID, before=timedelta(minutes=30))),
        ("45 minutes", HourSaid(Moment.UNSAID, before=timedelta(minutes=45))),
        ("2h avant", HourSaid(Moment.UNSAID, before=timedelta(hours=2))),
        ("1 h 30 avant", HourSaid(Moment.UNSAID, before=timedelta(minutes=90))),
        ("une heure et demie avant la limite", HourSaid(Moment.UNSAID, before=timedelta(minutes=90))),
        ("une demi-heure avant", HourSaid(Moment.UNSAID, before=timedelta(minutes=30))),
        ("deux heures avant", HourSaid(Moment.UNSAID, before=timedelta(hours=2))),
        ("trois quarts d'heure avant", HourSaid(Moment.UNSAID, before=timedelta(minutes=45))),
        ("deux heures et quart avant", HourSaid(Moment.UNSAID, before=timedelta(minutes=135))),
        ("dimnche vers 17h", HourSaid(Moment.SUNDAY, time(17))),
        ("lun. 8h", HourSaid(Moment.MENUS, time(8))),
        ("en soirée 21h", HourSaid(Moment.EVE, time(21))),
        ("le jour meme, à 8:05", HourSaid(Moment.SAME_DAY, time(8, 5))),
        ("entre 16 et 18h", None),
        ("25h", None),
        ("19h75", None),
        ("avant", None),
        ("off", None),
        ("", None),
    ],
)
def test_hours_as_they_are_typed(text: str, said: HourSaid | None) -> None:
    assert read(text) == said


@given(st.text())
def test_any_text_is_an_hour_or_none(text: str) -> None:
    said = read(text)
    assert said is None or (said.hour is None) != (said.before is None)


@pytest.mark.parametrize(
    ("text", "today", "monday"),
    [
        ("tout le monde à la maison cette semaine", THURSDAY, THIS),
        ("Tout le monde est à la maison cette semaine !", THURSDAY, THIS),
        ("les enfants restent à la maison la semaine prochaine", THURSDAY, NEXT),
        ("toute la semaine à la maison", THURSDAY, THIS),
        ("Toute la semaine prochaine à la maison, merci", THURSDAY, NEXT),
        ("cette semaine, tout le monde reste à la maison", THURSDAY, THIS),
        ("on reste tous à la maison cette semaine", THURSDAY, THIS),
        ("tout le monde à la maison cette semaine", SATURDAY, NEXT),
        ("la semaine prochaine tout le monde à la maison", SATURDAY, NEXT),
        ("tout le monde à la maison jeudi", THURSDAY, None),
        ("tout le monde à la maison cette semaine sauf jeudi", THURSDAY, None),
        ("tout le monde à la maison", THURSDAY, None),
        ("Tom à la maison cette semaine", THURSDAY, None),
        ("cantine cette semaine", THURSDAY, None),
        ("bonjour, nous serons chez nous la semaine du 7 décembre", THURSDAY, date(2026, 12, 7)),
        ("cette semaine on est à la maison, svp", THURSDAY, THIS),
        ("tout le monde à la maison la smeaine prochaine", THURSDAY, NEXT),
        ("tout le monde à la maison la semaine dernière", THURSDAY, None),
        ("tout le monde à la maison les deux prochaines semaines", THURSDAY, None),
        ("tout le monde à la maison cette semaine ?", THURSDAY, None),
        ("peut-être tout le monde à la maison cette semaine", THURSDAY, None),
        ("tout le monde chez mamie cette semaine", THURSDAY, None),
        ("je suis à la maison cette semaine", THURSDAY, None),
        ("tout le monde mange à la maison cette semaine et la garderie", THURSDAY, None),
        ("tout le monde mange à la maison cette semaine", THURSDAY, None),
        ("annule, tout le monde à la maison cette semaine", THURSDAY, None),
        ("elle à la maison cette semaine", THURSDAY, None),
        ("reste à la maison cette semaine", THURSDAY, None),
        ("le reste de la semaine à la maison", THURSDAY, None),
        ("x" * 4000, THURSDAY, None),
    ],
)
def test_weeks_at_home(text: str, today: date, monday: date | None) -> None:
    assert _read(text, today) == monday


@given(st.text(), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_any_text_is_a_week_or_none(text: str, today: date) -> None:
    monday = _read(text, today)
    assert monday is None or monday.weekday() == 0


def _read(text: str, today: date) -> date | None:
    now = datetime.combine(today, time(10))
    return grammar.read(text, now=now, calendar=None, children=("Léa", "Tom")).at_home
