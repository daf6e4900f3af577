"""What an agent types: names, hours, verbs; a word too many is handed back; nothing raises."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.fr.roll import Named, Roll, after_no, after_too, is_about_family, read, read_hour, read_note
from locales.fr.roll_asked import Asked, asked_session, is_about_the_end
from locales.fr.roll_words import VERBS, Verb
from models.vocabulary import Service

CHILDREN = (
    Named(1, "Léa", "Durand"),
    Named(2, "Tom", "Durand"),
    Named(3, "Inès", "Petit"),
    Named(4, "Théo", "Roy"),
    Named(5, "Léa", "Martin"),
    Named(6, "Jean-Baptiste", "Le Goff"),
    Named(7, "Noël", "Marin"),
    Named(8, "Maxence", "Roux"),
)


def said(text: str) -> str:
    """What was read, in short: LEFT 2,3 18:35; * is everybody; < is instead of."""
    heard = read(text, CHILDREN)
    lines = []
    for line in heard.lines:
        who = ",".join("|".join(map(str, mention.candidates)) for mention in line.who) or ("*" if line.everyone else "")
        wrong = "".join(f"<{mention.candidates[0]}" for mention in line.instead)
        wrong += "".join(f" >{mention.candidates[0]}" for mention in line.excepted)
        verb = line.verb.value if line.verb else ""
        lines.append(" ".join(filter(None, (verb, who + wrong, f"{line.at:%H:%M}" if line.at else ""))))
    rest = [f"?{word}" for word in heard.strangers] + [f"!{word}" for word in heard.unread]
    return "; ".join(lines + rest)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Tom 18h35", "2 18:35"),
        ("tom 18:35", "2 18:35"),
        ("Tom à 18 h 35 svp", "2 18:35"),
        ("TOM 18H", "2 18:00"),
        ("Léa 18h35", "1|5 18:35"),
        ("lea durand 18h35", "1 18:35"),
        ("Léa M 18h35", "5 18:35"),
        ("Léa M. 18h35", "5 18:35"),
        ("Tom et Inès partis à 17h50", "left 2,3 17:50"),
        ("partis à 17h50 : Tom et Inès", "left 2,3 17:50"),
        ("à 17h50 Tom, Inès", "2,3 17:50"),
        ("Tom 18h, Inès 18h10", "2 18:00; 3 18:10"),
        ("Tom 18h 18h10", "2 18:00; 18:10"),
        ("Tom parti 18h et Inès 18h10", "left 2 18:00; left 3 18:10"),
        ("Tom parti, Inès arrivée", "left 2; arrived 3"),
        ("Inès arrivée 7h40", "arrived 3 07:40"),
        ("Tom est là", "arrived 2"),
        ("tout le monde est parti", "left *"),
        ("Tous présents", "arrived *"),
        ("annule Tom", "cancel 2"),
        ("pas Tom", "cancel 2"),
        ("pas Tom, Théo", "4<2"),
        ("pas Tom, Théo 18h10", "4<2 18:10"),
        ("Tom absent", "absent 2"),
        ("Tom mange", "eats 2"),
        ("Tom et Inès déjeunent", "eats 2,3"),
        ("Tom ne mange pas", "absent 2"),
        ("pas Tom parti", "left 2; !pas"),
        ("jean baptiste 17h", "6 17:00"),
        ("Jean-Baptiste Le Goff 17h", "6 17:00"),
        ("Noël 17h", "7 17:00"),
        ("Maxense 17h", "8 17:00"),
        ("Tomm 17h", "2 17:00"),
        ("Tim 17h", "17:00; ?Tim"),
        ("Lucas 18h35", "18:35; ?Lucas"),
        ("Tom et Lucas 18h35", "2 18:35; ?Lucas"),
        ("Tom jeudi 18h35", "2 18:35; !jeudi"),
        ("Tom 25h", "2; !25h"),
        ("Tom 18h60", "2; !18h60"),
        ("Tom 18h5", "2; !18h5"),
        ("Tom 1835", "2 18:35"),
        ("Tom 735", "2 07:35"),
        ("Tom 18.35", "2 18:35"),
        ("Tom 1875", "2; !1875"),
        ("Tom 24/11/2026 18h", "2 20:26; 18:00; !24; !11"),
        ("oups Tom 17h25", "2 17:25"),
        ("Tom récupéré par sa mamie à 17h", "left 2 17:00"),
        ("Tom parti avec son grand-père", "left 2"),
        ("Tom parti avec Inès", "left 2; left 3; !avec"),
        ("Tom est encore là", "2"),
        ("tout le monde est parti sauf Tom et Inès", "left * >2 >3"),
        ("sauf Tom, tous partis à 18h", "left * >2 18:00"),
        ("Inès 17h sauf Tom", "3 >2 17:00; !sauf"),
        ("tout le monde est parti sauf", "left *; !sauf"),
        ("Tom pas parti", "2; left; !pas parti"),
        ("cantine jeudi pour Tom", "2; !cantine; !jeudi"),
        ("merci", ""),
        ("", ""),
    ],
)
def test_read(text: str, meaning: str) -> None:
    assert said(text) == meaning


def test_the_session_may_be_named() -> None:
    assert read("Tom arrivé ce matin", CHILDREN).service is Service.GARDERIE_MATIN
    assert read("Tom", CHILDREN).service is None
    assert read("Tom ne mange pas", CHILDREN).service is Service.CANTINE


@pytest.mark.parametrize(
    ("text", "about"),
    [("Tom 18h", True), ("Tom parti", True), ("tous partis", True), ("pas Tom, Théo", True), ("annule Tom", False)],
)
def test_what_no_parent_would_write(text: str, about: bool) -> None:
    assert read(text, CHILDREN).is_about_presence is about


@pytest.mark.parametrize(
    ("text", "hour"), [("18h20", time(18, 20)), ("à 18:20", time(18, 20)), ("1820", time(18, 20)), ("7 h", time(7))]
)
def test_an_hour_and_nothing_else(text: str, hour: time) -> None:
    assert read_hour(text) == hour


@pytest.mark.parametrize("text", ["", "18h20 Tom", "1875", "24h", "demain", "18h7"])
def test_no_hour(text: str) -> None:
    assert read_hour(text) is None


TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "day", "session"),
    [
        ("", None, None),
        ("soir", None, Service.GARDERIE_SOIR),
        ("Matin", None, Service.GARDERIE_MATIN),
        ("24/11 soir", date(2026, 11, 24), Service.GARDERIE_SOIR),
        ("15/12", date(2025, 12, 15), None),
        ("lundi soir", date(2026, 11, 23), Service.GARDERIE_SOIR),
        ("Jeudi", TODAY, None),
        ("vendredi", date(2026, 11, 20), None),
        ("hier", date(2026, 11, 25), None),
        ("aujourd’hui", TODAY, None),
        ("03/09/2026 matin", date(2026, 9, 3), Service.GARDERIE_MATIN),
        ("lun", date(2026, 11, 23), None),
        ("mardii soir", date(2026, 11, 24), Service.GARDERIE_SOIR),
        ("le 12", date(2026, 11, 12), None),
        ("avant-hier", date(2026, 11, 24), None),
        ("1er sept. matin", date(2026, 9, 1), Service.GARDERIE_MATIN),
        ("ce soir", TODAY, Service.GARDERIE_SOIR),
    ],
)
def test_the_day_and_session_asked_for(text: str, day: date | None, session: Service | None) -> None:
    assert asked_session(text, TODAY) == Asked(day, session)


@pytest.mark.parametrize("text", ["Tom 18h", "31/02", "midi", "24/11 soir Tom", "29/02/2025", "Sam", "ce matin soir"])
def test_no_day(text: str) -> None:
    assert asked_session(text, TODAY) is None


PIECES = [child.first_name for child in CHILDREN] + [
    *VERBS,
    "18h35",
    "pas",
    ",",
    "tout le monde",
    "et",
    "Xy",
    "25h",
    "D.",
]


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)))
def test_whatever_is_typed_is_read(text: str) -> None:
    heard = read(text, CHILDREN)
    assert isinstance(heard, Roll)
    known = {child.id for child in CHILDREN}
    assert all(set(mention.candidates) <= known and mention.candidates for line in heard.lines for mention in line.who)
    asked_session(text, TODAY)
    read_hour(text)


def test_no_children_at_all() -> None:
    heard = read("Tom 18h", ())
    assert heard.strangers == ("Tom",)
    assert heard.lines[0].verb is not Verb.LEFT


def test_what_names_nobody_says_nothing() -> None:
    assert read("Léa 18h35", CHILDREN).says_something
    assert not read("bonjour", CHILDREN).says_something


@pytest.mark.parametrize(
    "text",
    [
        "qui est encore là ?",
        "il reste qui",
        "combien il reste d’enfants ?",
        "Qui reste",
        "clore",
        "clos la séance",
        "fermer",
    ],
)
def test_the_end_of_a_session(text: str) -> None:
    assert is_about_the_end(text)


@pytest.mark.parametrize(
    "text", ["Tom est encore là", "qui a réservé jeudi ?", "Tom 18h", "la garderie ferme à 18h", ""]
)
def test_not_the_end_of_a_session(text: str) -> None:
    assert not is_about_the_end(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("non, c'est Théo", "Théo"),
        ("oups c'était Léa", "Léa"),
        ("pardon, plutôt Tom", "Tom"),
        ("ah non Tom parti", "Tom parti"),
        ("Tom parti", ""),
        ("nonante", ""),
    ],
)
def test_what_is_said_instead_of_what_was_noted(text: str, rest: str) -> None:
    assert after_no(text) == rest


@pytest.mark.parametrize(
    ("text", "whom"),
    [("Emma aussi", "Emma"), ("et Jade", "Jade"), ("pareil pour Mateo", "Mateo"), ("Tom parti", ""), ("aussi", "")],
)
def test_who_joins_what_was_noted(text: str, whom: str) -> None:
    assert after_too(text) == whom


def test_a_note_says_of_whom_it_is() -> None:
    assert read_note("note Tom : a oublié son manteau") == ("Tom", "a oublié son manteau")
    assert read_note("Tom parti") is None


def test_whom_to_call_is_asked() -> None:
    assert is_about_family("qui peut venir chercher Jade ?")
    assert not is_about_family("Jade partie")
