"""What a clause is about: neighbours of every subject, as parents write them, and what must not be taken for one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from locales.fr.topic_details import (
    holiday_named,
    is_of_rentree,
    is_of_year_end,
    services_named,
    speaks_of_absence,
)
from locales.fr.topics import LONGEST, topic_of
from locales.topics import Topic
from models.vocabulary import Holiday, Service

TODAY = date(2026, 11, 26)


def _rows() -> Iterator[tuple[str, str]]:
    topic = ""
    for line in Path("tests/data/topics.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            topic = line.strip("[]")
        elif line and not line.startswith("#"):
            yield topic, line


ROWS = list(_rows())


@pytest.mark.parametrize(("topic", "text"), ROWS)
def test_a_sentence_is_of_its_subject(topic: str, text: str) -> None:
    found = topic_of(text)
    assert (found.value if found else "none") == topic


def test_every_subject_has_a_dozen_ways_to_be_said() -> None:
    for topic in Topic:
        assert len([text for known, text in ROWS if known == topic.value]) >= 12, topic


@pytest.mark.parametrize("text", ["", "?", "🙂", "a" * (LONGEST + 1), "merci " * 99, "quel prix " * 500, "<b>&</b>"])
def test_nothing_typed_raises(text: str) -> None:
    topic_of(text)


def test_a_question_names_its_holidays_services_and_days() -> None:
    assert holiday_named("quand sont les vacances de Pâques ?") is Holiday.PRINTEMPS
    assert holiday_named("quand sont les vacances ?") is None
    assert services_named("prix de la garderie") == (Service.GARDERIE_MATIN, Service.GARDERIE_SOIR)
    assert services_named("prix du repas et de la garderie du soir") == (Service.CANTINE, Service.GARDERIE_SOIR)
    assert services_named("combien ça coûte") == ()
    assert services_named("à quelle heure je peux le récupérer") == (Service.GARDERIE_SOIR,)
    assert services_named("les déjeunners et la periscolaire") == (
        Service.CANTINE,
        Service.GARDERIE_MATIN,
        Service.GARDERIE_SOIR,
    )
    assert holiday_named("les vacances de la tousaint") is Holiday.TOUSSAINT
    assert holiday_named("les vacances de fin d'année") is Holiday.NOEL
    assert holiday_named("les vacances de fév.") is Holiday.HIVER
    assert speaks_of_absence("et si Léa est absente")
    assert is_of_rentree("la rentrée de septembre", TODAY)
    assert not is_of_rentree("la rentrée", TODAY)
    assert is_of_year_end("le dernier jour d'école")
