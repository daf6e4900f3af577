"""A condition, a doubt, a negation or somebody else's name put into a plain order keeps it from being done at once."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from locales.requests import How
from tests.locales.in_short import CHILDREN, Act, acts, read

DAYS = ("lundi", "mardi", "vendredi 4", "demain", "lundi et mardi", "le 10 décembre", "jeudi 3 décembre")
# Sentences, each with the one that denies it; in these, somebody else may take the child's place.
WITH_CHILD = {
    "{child} mange {day}": "{child} ne mange pas {day}",
    "{child} mange à la cantine {day}": "{child} ne mange pas à la cantine {day}",
    "{child} va à la garderie du soir {day}": "{child} ne va pas à la garderie du soir {day}",
    "{child} est absent {day}": "{child} n'est pas absent {day}",
    "{child} ne mange pas {day}": "{child} mange {day}",
}
ORDERED = {
    "réserve la cantine {day} pour {child}": "ne réserve pas la cantine {day} pour {child}",
    "inscrivez {child} à la cantine {day}": "n'inscrivez pas {child} à la cantine {day}",
    "annule la cantine {day} pour {child}": "n'annule pas la cantine {day} pour {child}",
    "désinscrivez {child} de la cantine {day}": "ne désinscrivez pas {child} de la cantine {day}",
    "cantine {day} pour {child}": "pas de cantine {day} pour {child}",
    "je veux la cantine {day} pour {child}": "je ne veux pas la cantine {day} pour {child}",
}
CONDITIONS = ["si elle va mieux", "si je travaille", "si le car passe", "s'il fait beau",
              "à condition qu'il y ait école", "sauf si je suis là", "à moins que je sois là"]  # fmt: skip
DOUBTS = ["peut-être", "je crois", "éventuellement", "sans doute", "je pense", "probablement", "pas sûr",
          "à confirmer", "en principe", "normalement", "je suppose", "apparemment", "ptet", "au cas où",
          "si besoin", "j'hésite"]  # fmt: skip
OPENINGS = ["peut-être que", "je crois que", "je pense que", "il paraît que", "je ne sais pas si",
            "je me demande si", "pas sûr que", "on m'a dit que", "ce n'est pas vrai que"]  # fmt: skip
OTHERS = ["la maîtresse", "le papa", "le copain", "la nounou", "la petite voisine", "l'AESH", "le chat",
          "la directrice", "les parents", "le cousin", "l'orthophoniste", "la marraine", "le doudou",
          "le bébé de la voisine", "un ami", "la mère d'un copain"]  # fmt: skip
JOINED = ("{0} {1}", "{0}, {1}", "{1}, {0}", "{1} {0}", "{0} ({1})")


@dataclass(frozen=True)
class Plain:
    """A sentence that is done at once, and what it does; `denied`: its contrary, in words."""

    text: str
    denied: str
    done: frozenset[Act]


@st.composite
def plain(draw: st.DrawFn, forms: dict[str, str]) -> Plain:
    form = draw(st.sampled_from(sorted(forms)))
    words = {"child": draw(st.sampled_from(CHILDREN)), "day": draw(st.sampled_from(DAYS))}
    text = form.format(**words)
    reading = read(text)
    assert reading.how(CHILDREN) is How.AT_ONCE
    return Plain(text, forms[form].format(**words), frozenset(acts(reading.requests)))


def done_at_once(text: str) -> set[Act]:
    reading = read(text)
    return acts(reading.requests) if reading.how(CHILDREN) is How.AT_ONCE else set()


every = plain({**WITH_CHILD, **ORDERED})


@settings(max_examples=300)
@given(every, st.sampled_from(CONDITIONS), st.sampled_from(JOINED))
def test_under_a_condition_it_is_not_done(said: Plain, condition: str, joined: str) -> None:
    assert not done_at_once(joined.format(said.text, condition)) & said.done


@settings(max_examples=300)
@given(every, st.sampled_from(DOUBTS), st.sampled_from(JOINED))
def test_in_doubt_it_is_not_done(said: Plain, doubt: str, joined: str) -> None:
    assert not done_at_once(joined.format(said.text, doubt)) & said.done


@settings(max_examples=200)
@given(plain(WITH_CHILD), st.sampled_from(OPENINGS))
def test_what_is_only_thought_is_not_done(said: Plain, opening: str) -> None:
    assert not done_at_once(f"{opening} {said.text}") & said.done


@settings(max_examples=200)
@given(every)
def test_denied_it_is_not_done(said: Plain) -> None:
    assert not done_at_once(said.denied) & said.done


@settings(max_examples=200)
@given(every, st.sampled_from(["pas", "pa", "non", "surtout pas", "ou pas", "jamais"]))
def test_with_a_negation_at_its_end_it_is_not_done(said: Plain, negation: str) -> None:
    assert not done_at_once(f"{said.text} {negation}") & said.done


@settings(max_examples=200)
@given(plain(WITH_CHILD), st.sampled_from(OTHERS))
def test_of_somebody_else_it_is_not_done(said: Plain, other: str) -> None:
    assert not done_at_once(f"{other} de {said.text}")
