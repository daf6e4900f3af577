"""Something is done at once only when it is certain: a plain wish, about the children, all of it understood."""

import pytest

from locales.requests import How
from tests.locales.in_short import Row, acts, check, read

ASKED_OF_US: list[Row] = [
    ("comment supprimer le repas de mardi ?", "told", "help 1"),
    ("comment on inscrit Léa pour jeudi ?", "told", "help Léa 3"),
    ("est-ce qu'il faut réserver pour lundi ?", "told", "planning 30"),
    ("dois-je annuler si Tom est malade jeudi ?", "told", None),
    ("faut-il prévenir si Léa ne mange pas jeudi ?", "told", None),
    ("c'est bien noté que Tom mange jeudi ?", "told", "planning Tom 3"),
    ("avez-vous noté l'absence de Léa lundi ?", "told", "planning Léa 30"),
    ("Léa est-elle bien désinscrite mardi ?", "told", "planning Léa 1"),
    ("le repas de Tom jeudi est bien supprimé ?", "told", "planning Tom 3"),
    ("pourquoi la cantine de mardi est annulée ?", "told", "planning 1"),
    ("qui a inscrit Tom lundi ?", "told", "planning Tom 30"),
    ("j'aimerais savoir si Léa est inscrite jeudi", "told", "planning Léa 3"),
    ("dites-moi si Tom mange mardi", "told", "planning Tom 1"),
    ("est-il trop tard pour annuler demain ?", "told", "deadline 27"),
    ("à quelle heure mange Léa lundi ?", "told", None),
    ("combien coûte la cantine si j'inscris Tom jeudi ?", "told", None),
    ("qui garde Tom à la garderie mardi soir ?", "told", None),
    ("vous annulez la cantine s'il neige mardi ?", "told or asked", None),
]

ONLY_THOUGHT: list[Row] = [
    ("je me demande si je dois annuler mardi", "told or asked", None),
    ("je pense annuler jeudi", "shown or asked", "-tout Léa Tom 3"),
    ("j'envisage d'annuler jeudi", "shown or asked", "-tout Léa Tom 3"),
    ("j'hésite entre lundi et mardi pour Léa", "told or asked", None),
    ("j'ai failli annuler lundi", "told or shown or asked", None),
    ("j'allais inscrire Léa lundi", "told or shown or asked", None),
    ("j'ai oublié d'annuler mardi", "shown or asked", "-tout Léa Tom 1"),
    ("rappelez-moi de désinscrire Tom jeudi", "told", ""),
    ("rappelle-moi d'inscrire Léa mardi", "told", ""),
    ("faites-moi penser à annuler mardi", "told", ""),
    ("pense-bête : annuler Tom mardi", "told or shown or asked", None),
    ("je ne sais pas s'il faut inscrire Tom jeudi", "told or asked", None),
    ("on m'a dit que Léa ne mange pas mardi", "shown or asked", "-Léa 1"),
    ("il paraît que Tom ne mange pas lundi", "shown or asked", "-Tom 30"),
    ("si Tom est malade, annulez mardi", "shown or asked", "-tout Tom 1"),
    ("Léa mangerait jeudi si elle guérit", "shown or asked", "+Léa 3"),
    ("Tom sera probablement absent mardi", "shown or asked", "-tout Tom 1"),
    ("Léa risque d'être absente lundi", "shown or asked", "-tout Léa 30"),
    ("cantine jeudi à condition qu'il n'y ait pas grève", "shown or asked", None),
]

SOMEBODY_ELSE = [
    "la directrice de Léa est absente jeudi",
    "la nounou de Tom ne mange pas lundi",
    "l'institutrice de Léa ne sera pas là mardi",
    "mon mari est absent lundi et mardi",
    "le chien est malade mardi",
    "le cousin de Tom ne vient pas lundi",
    "le collègue de mon mari mange à la cantine jeudi",
    "la remplaçante de la maîtresse mange lundi",
    "les voisins mangent chez nous lundi",
    "le professeur de Tom annule la sortie de jeudi",
    "ma voisine dit que la cantine est annulée mardi",
    "je ne serai pas là lundi",
]

SOMETHING_ELSE = [
    "Tom a judo mardi",
    "Léa a un contrôle lundi",
    "Léa a cours de danse lundi soir",
    "Tom a sortie scolaire vendredi",
    "Tom a rendez-vous chez l'orthophoniste mardi à 10h",
    "rdv ophtalmo Léa lundi midi",
    "vaccin Tom mardi matin",
    "anniversaire de Léa mardi midi",
    "match de foot de Tom mardi soir",
    "réunion parents-professeurs mardi soir",
    "la visite du zoo de lundi est annulée",
    "Tom a perdu son écharpe jeudi",
]

NEARLY_PAS: list[Row] = [
    ("léa mange pa vendredi", "at-once", "-Léa 27"),
    ("tom mange po mardi", "at-once", "-Tom 1"),
    ("tom va pô à la cantine mardi", "at-once", "-Tom 1"),
    ("tom mange paas lundi", "at-once", "-Tom 30"),
    ("tom n mange pa lundi", "at-once", "-Tom 30"),
    ("léa sra pa la mardi", "at-once", "-tout Léa 1"),
    ("tom mange pu lundi", "at-once or shown or asked", None),
    ("léa vien oas jeudi", "asked", None),
    ("Léa mange aps mardi", "asked", None),
    ("pzs de cantine lundi", "asked", None),
    ("léa va psa à la cantine jeudi", "asked", None),
    ("tom mange pqs jeudi", "asked", None),
    ("tom mange pad mardi", "asked", None),
    ("tom mange bas mardi", "asked", None),
    ("léa mange past mardi", "shown or asked", None),
    ("tom mange opas lundi", "shown or asked", None),
    ("Tom mange plu lundi", "shown or asked", None),
    ("lea npas lundi cantine", "shown or asked", None),
    ("Léa ne mange lundi", "asked", None),
    ("Tom mange guère lundi", "shown or asked", None),
]

WHO_IS_IT: list[Row] = [
    ("cantine mardi pour elle", "asked", "+Léa 1 | +Tom 1"),
    ("elle mange mardi", "asked", "+Léa 1 | +Tom 1"),
    ("réserve mardi pour le petit", "asked", "+Léa 1 | +Tom 1"),
    ("cantine jeudi pour ma cadette", "asked", "+Léa 3 | +Tom 3"),
    ("cantine lundi pour mon petit dernier", "asked", "+Léa 30 | +Tom 30"),
    ("annulez jeudi pour l'aîné", "asked", "-tout Léa 3 | -tout Tom 3"),
    ("cantine mardi pour l'un des deux", "asked", "+Léa 1 | +Tom 1"),
    ("annule jeudi pour l'autre", "asked", "-tout Léa 3 | -tout Tom 3"),
    ("cantine jeudi pour Tim", "asked", "+Léa 3 | +Tom 3"),
    ("cantine lundi pour Thomas", "asked", "+Léa 30 | +Tom 30"),
    ("cantine pour la nounou lundi", "asked", None),
    ("cantine mardi pour la directrice", "asked", None),
    ("cantine lundi pour Arthur et Tom", "asked", None),
    ("Tom et sa cousine mangent jeudi", "asked", None),
    ("cantine jeudi pour un copain de Tom", "asked", None),
    ("mon fils est malade mardi", "asked", "-tout Léa 1 | -tout Tom 1"),
    ("Tom est malade, annule jeudi pour lui", "at-once", "-tout Tom 3"),
    ("annulez mardi pour eux", "at-once", "-tout Léa Tom 1"),
]

PLAINLY_WISHED: list[Row] = [
    ("Bonjour, Léa déjeunera à la cantine mardi, merci beaucoup", "at-once", "+Léa 1"),
    ("vous pouvez inscrire Léa et Tom mardi à la cantine ?", "at-once", "+Léa Tom 1"),
    ("est-ce possible de supprimer jeudi pour Léa ?", "at-once", "-tout Léa 3"),
    ("pourriez-vous retirer Tom de la cantine jeudi ?", "at-once", "-Tom 3"),
    ("annulez la cantine de Léa jeudi, elle a de la fièvre", "at-once", "-Léa 3"),
    ("Tom ne mangera pas vendredi 4 décembre", "at-once", "-Tom 4"),
    ("réserve la garderie du matin mardi pour Léa", "at-once", "+matin Léa 1"),
    ("cantine + garderie du soir jeudi pour Tom", "at-once", "+Tom 3; +soir Tom 3"),
    ("il me faudrait la cantine jeudi et vendredi 4 pour Tom", "at-once", "+Tom 3 4"),
    ("inscrivez les deux lundi à la cantine", "at-once", "+Léa Tom 30"),
    ("je veux bien la cantine mardi pour Léa", "at-once", "+Léa 1"),
    ("Léa et Tom, cantine, jeudi", "at-once", "+Léa Tom 3"),
    ("Tom reste à la garderie mardi soir", "at-once", "+soir Tom 1"),
    ("merci de noter que Léa mange jeudi à la cantine", "at-once", "+Léa 3"),
    ("plus de cantine mardi pour Léa", "at-once", "-Léa 1"),
    ("remettez Tom à la cantine jeudi", "at-once", "+Tom 3"),
    ("il faut annuler mardi pour Léa", "at-once", "-tout Léa 1"),
    ("Léa mangera avec sa classe à la cantine mardi", "at-once", "+Léa 1"),
    ("commande un repas mardi pour Léa", "at-once", "+Léa 1"),
    ("Léa et Tom ne mangeront pas lundi", "at-once", "-Léa Tom 30"),
]


@pytest.mark.parametrize("row", ASKED_OF_US, ids=[row[0][:40] for row in ASKED_OF_US])
def test_a_question_changes_nothing(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", ONLY_THOUGHT, ids=[row[0][:40] for row in ONLY_THOUGHT])
def test_what_is_only_thought_is_not_done_at_once(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("text", SOMEBODY_ELSE + SOMETHING_ELSE)
def test_what_is_about_somebody_or_something_else_changes_nothing(text: str) -> None:
    reading = read(text)
    assert reading.how(("Léa", "Tom")) is How.TOLD
    assert not acts(reading.requests)


@pytest.mark.parametrize("row", NEARLY_PAS, ids=[row[0][:40] for row in NEARLY_PAS])
def test_a_word_close_to_pas_is_never_passed_over(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", WHO_IS_IT, ids=[row[0][:40] for row in WHO_IS_IT])
def test_a_person_nobody_can_tell_is_asked_about(row: Row) -> None:
    check(row)


def test_with_an_only_child_there_is_nothing_to_ask() -> None:
    check(("elle mange mardi", "at-once", "+Léa 1"), ("Léa",))
    check(("cantine pour ma fille lundi", "at-once", "+Léa 30"), ("Léa",))


@pytest.mark.parametrize("row", PLAINLY_WISHED, ids=[row[0][:40] for row in PLAINLY_WISHED])
def test_a_plain_wish_is_done_at_once(row: Row) -> None:
    check(row)
