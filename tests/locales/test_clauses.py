"""A sentence is cut into clauses: each keeps its verb, its children and its days, and a correction takes no more."""

import pytest

from tests.locales.in_short import Row, check

EACH_ITS_VERB: list[Row] = [
    ("désinscris Léa jeudi, inscris Tom lundi", "at-once", "+Tom 30; -tout Léa 3"),
    ("inscris Léa lundi puis désinscris Tom mardi", "at-once", "+Léa 30; -tout Tom 1"),
    ("ajoute Tom lundi\nretire Léa mardi", "at-once", "+Tom 30; -tout Léa 1"),
    ("réserver jeudi Tom / annuler jeudi Léa", "at-once", "+Tom 3; -tout Léa 3"),
    ("Tom mange jeudi, Léa ne mange pas jeudi", "at-once", "+Tom 3; -Léa 3"),
    ("Tom déjeune à l'école mardi ; Léa, non", "at-once", "+Tom 1; -Léa 1"),
    ("Léa mange mardi et jeudi, annulez lundi pour Tom", "at-once", "+Léa 1 3; -tout Tom 30"),
    ("Tom : pas de cantine jeudi. Léa : cantine jeudi.", "at-once or shown", "+Léa 3; -Tom 3"),
    ("Léa mange demain puis plus de cantine jeudi", "at-once or shown", "+Léa 27; -Léa 3"),
    ("Léa ne reste pas à la garderie jeudi soir, mais Tom si", "at-once", "+soir Tom 3; -soir Léa 3"),
    ("garde Tom inscrit jeudi mais retire Léa", "at-once or shown", "-tout Léa 3"),
    ("Léa, cantine lundi. Tom, garderie du soir lundi.", "at-once", "+Léa 30; +soir Tom 30"),
    ("annule la garderie de Tom lundi soir et réserve-lui la cantine mardi", "at-once", "+Tom 1; -soir Tom 30"),
    ("Tom ne déjeune pas à l'école lundi. Réservez mardi et jeudi pour lui.", "at-once", "+Tom 1 3; -Tom 30"),
    ("cantine lundi pour Tom, pas pour Léa, et garderie du soir pour Léa mardi", "at-once", "+Tom 30; +soir Léa 1"),
    ("Tom absent lundi. Léa mange normalement.", "shown or asked", None),
]

TOLD_OF_OTHERS: list[Row] = [
    ("Léa mange à la cantine mardi. Tom rentre à la maison.", "at-once or shown", "+Léa 1"),
    ("Léa mange lundi. Tom est chez sa grand-mère.", "at-once or shown", "+Léa 30"),
    ("Tom mange à la cantine jeudi et Léa dort chez mamie", "at-once or shown", "+Tom 3"),
    ("Tom viendra mardi à la cantine. Léa a piscine.", "at-once or shown", "+Tom 1"),
    ("Léa restera manger mardi alors que Tom rentrera", "at-once or shown", "+Léa 1"),
    ("cantine mardi pour Léa. Tom est grand maintenant.", "at-once or shown", "+Léa 1"),
    ("la maman de Tom est absente jeudi, Léa mange à la cantine", "at-once or shown", "+Léa 3"),
]

ORDERED_AND_ASKED: list[Row] = [
    ("cantine mardi pour Tom ! Qu'est-ce qu'il y a au menu jeudi ?", "at-once", "menu 3; +Tom 1"),
    ("c'est quoi le menu de demain ? Et inscrivez Léa mardi", "at-once", "menu 27; +Léa 1"),
    ("Inscris Tom mardi. Supprime Léa jeudi. Et le menu de lundi ?", "at-once", "menu 30; +Tom 1; -tout Léa 3"),
    ("supprimez le repas de Tom lundi et envoyez-moi la facture", "at-once", "invoices; -Tom 30"),
    ("combien je dois ? et réserve jeudi pour Tom", "at-once", "invoices; +Tom 3"),
    ("jusqu'à quand puis-je annuler pour mardi ? inscris Tom jeudi", "at-once", "deadline 1; +Tom 3"),
    ("montre-moi mes réservations puis annule mardi pour Léa", "at-once", "planning; -tout Léa 1"),
    ("inscrivez Tom mardi ! et Léa, elle est inscrite quand ?", "at-once", "planning Léa; +Tom 1"),
    ("Est-ce férié lundi ? Annulez Léa jeudi", "at-once", "planning 30; -tout Léa 3"),
    ("Quel jour est la sortie ? Cantine jeudi pour Léa", "at-once or shown", "+Léa 3"),
]

CORRECTED: list[Row] = [
    ("cantine mardi pardon jeudi pour Léa", "at-once or shown", "+Léa 3"),
    ("Léa cantine mardi, euh non, jeudi", "at-once or shown", "+Léa 3"),
    ("annule lundi, oups mardi", "at-once or shown", "-tout Léa Tom 1"),
    ("cantine lundi, non mardi plutôt", "at-once or shown", "+Léa Tom 1"),
    ("réserve lundi ah non mardi", "at-once or shown", "+Léa Tom 1"),
    ("cantine pour Léa mardi, je voulais dire jeudi", "at-once or shown", "+Léa 3"),
    ("cantine le 7, erreur, le 8", "at-once or shown", "+Léa Tom 8"),
    ("réserve le 8 décembre, pardon le 10, pour Léa", "at-once or shown", "+Léa 10"),
    ("annule le 7 heu le 8 pour Tom", "at-once or shown", "-tout Tom 8"),
    ("cantine mardi, non mercredi, non jeudi pour Tom", "at-once or shown", "+Tom 3"),
    ("cantine vendredi 4, euh vendredi 11, pour Tom", "at-once or shown", "+Tom 11"),
    ("cantine jeudi. Je me suis trompé, vendredi", "at-once or shown", "+Léa Tom 27"),
    ("réserve lundi, en fait annule lundi", "at-once or shown", "-tout Léa Tom 30"),
    ("cantine lundi ou plutôt mardi", "shown or asked", "+Léa Tom 1"),
    ("cantine jeudi pour Léa, pardon pour Tom", "at-once or shown", "+Tom 3"),
    ("cantine pour Tom mardi — non, Léa", "at-once or shown", "+Léa 1"),
    ("désinscris Tom lundi, non Léa", "at-once or shown", "-tout Léa 30"),
    ("cantine lundi pour Léa... pardon, pour les deux", "at-once or shown", "+Léa Tom 30"),
]

BY_LINES: list[Row] = [
    ("Cantine\nLéa : lundi\nTom : mardi", "at-once or shown", "+Léa 30; +Tom 1"),
    ("Semaine prochaine\nLéa : lundi mardi\nTom : jeudi vendredi", "at-once or shown", "+Léa 30 1; +Tom 3 4"),
    ("lundi Léa\nmardi Tom\njeudi Léa et Tom\ncantine", "at-once or shown", "+Léa 30 3; +Tom 1 3"),
    ("Tom\nlundi\njeudi\n\nLéa\nmardi", "at-once or shown", "+Léa 1; +Tom 30 3"),
    ("Léa - mardi, jeudi\nTom - lundi", "at-once or shown", "+Léa 1 3; +Tom 30"),
    ("• Tom mardi\n• Léa jeudi\nCantine svp", "at-once or shown", "+Léa 3; +Tom 1"),
    ("Garderie du soir :\n- Léa mardi\n- Tom jeudi", "at-once or shown", "+soir Léa 1; +soir Tom 3"),
    ("Cantine Léa\nlundi 7\nmardi 8\nGarderie du soir Léa\njeudi 10", "at-once", "+Léa 7 8; +soir Léa 10"),
    ("Tom :\n- lundi cantine\n- mardi cantine et garderie du soir", "at-once or shown", "+Tom 30 1; +soir Tom 1"),
    ("À annuler :\nTom lundi\nLéa mardi", "at-once or shown", "-tout Léa 1; -tout Tom 30"),
    ("annuler\n- lundi\n- mardi\npour Tom", "at-once or shown", "-tout Tom 30 1"),
    ("réserver :\nlundi Tom\nannuler :\nmardi Léa", "at-once or shown", "+Tom 30; -tout Léa 1"),
    ("* cantine mardi Tom\n* annulation lundi Léa", "at-once or shown", "+Tom 1; -tout Léa 30"),
]

YES_AND_NO: list[Row] = [
    ("Repas de Tom\nle 7 non\nle 8 oui\nle 10 oui", "at-once or shown", "+Tom 8 10"),
    ("✅ mardi\n❌ jeudi\nLéa cantine", "at-once or shown", "+Léa 1"),
    ("Léa\nlundi ✅\nmardi ❌\njeudi ✅", "at-once or shown", "+Léa 30 3"),
    ("Tom lundi ✅ mardi ✅ jeudi ❌", "at-once or shown", "+Tom 30 1"),
    ("Lundi ✔️\nMardi ✖️\npour Tom cantine", "at-once or shown", "+Tom 30"),
    ("Léa : oui lundi, non mardi", "at-once or shown", "+Léa 30"),
    ("lundi : non\nmardi : oui\njeudi : oui\ncantine Léa", "at-once or shown", "+Léa 1 3"),
    ("Léa | lundi | oui\nLéa | mardi | non", "at-once or shown", "+Léa 30"),
    ("Cantine\nLundi Tom non\nMardi Tom oui", "at-once or shown", "+Tom 1"),
    ("Léa\nmardi : cantine\njeudi : maison", "at-once or shown", "+Léa 1"),
    ("Léa : ❌ mardi", "shown or asked", None),
    ("lundi N mardi O jeudi O pour Léa cantine", "shown or asked", None),
]


@pytest.mark.parametrize("row", EACH_ITS_VERB, ids=[row[0][:40] for row in EACH_ITS_VERB])
def test_a_clause_keeps_its_own_verb(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", TOLD_OF_OTHERS, ids=[row[0][:40] for row in TOLD_OF_OTHERS])
def test_what_is_told_of_one_does_nothing_to_the_other(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", ORDERED_AND_ASKED, ids=[row[0][:40] for row in ORDERED_AND_ASKED])
def test_an_order_is_done_and_a_question_answered(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", CORRECTED, ids=[row[0][:40] for row in CORRECTED])
def test_a_correction_takes_the_place_of_what_it_corrects(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", BY_LINES, ids=[row[0][:40] for row in BY_LINES])
def test_lines_are_read_one_by_one(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", YES_AND_NO, ids=[row[0][:40] for row in YES_AND_NO])
def test_only_the_days_said_yes_to_are_booked(row: Row) -> None:
    check(row)
