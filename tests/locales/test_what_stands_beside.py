"""A word beside a bare wish may change it, so that it is shown first; beside an order it changes nothing."""

import pytest

from locales.requests import How
from tests.locales.in_short import Row, check, read

SHOWN_FIRST: list[Row] = [
    # A word that qualifies
    ("garderie jeudi soir complète", "shown", "+soir Léa Tom 3"),
    ("repas familial mardi", "shown", "+Léa Tom 1"),
    ("autre cantine jeudi", "shown", "+Léa Tom 3"),
    ("Léa mange toujours jeudi", "shown", "+Léa 3"),
    ("infos cantine mardi", "shown", "+Léa Tom 1"),
    ("erreur garderie mardi soir", "shown", "+soir Léa Tom 1"),
    # What is told, or promised
    ("garderie du soir mardi supprimée", "shown", "-soir Léa Tom 1"),
    ("repas de jeudi bien enregistré", "shown", "+Léa Tom 3"),
    ("Tom inscrit jeudi", "shown", "+Tom 3"),
    ("j'annulerai jeudi", "shown", "-tout Léa Tom 3"),
    ("nous réserverons mardi", "shown", "+Léa Tom 1"),
    ("nous voulions réserver jeudi mais il a de la fièvre", "shown or asked", "+Léa Tom 3"),
    # Whom
    ("les CM2 déjeunent mardi", "shown", "+Léa Tom 1"),
    ("cantine jeudi pour les garçons", "shown", "+Léa Tom 3"),
    ("les grands mangent mardi", "shown", "+Léa Tom 1"),
    ("cantine jeudi pour monsieur Petit", "asked", "+Léa 3 | +Tom 3"),
    # Said by somebody
    ('Léa : "je mange pas mardi"', "shown", "-tout Léa 1"),
    ("Tom m'écrit « annule jeudi »", "shown or asked", None),
    ("vous disiez cantine jeudi", "asked", "+Léa Tom 3"),
    # Which, and how many
    ("cantine un jeudi", "shown", "+Léa Tom 3"),
    ("cantine mardi et jeudi en huit", "asked", "+Léa Tom 3 8 | +Léa Tom 1 3"),
    ("cantine mardi dans 15 jours", "asked", "+Léa Tom 8 | +Léa Tom 15"),
    ("cantine jeudi il y a huit jours", "asked", "+Léa Tom 3"),
    ("garderie du soir jeudi pendant une semaine", "asked", "+soir Léa Tom 3 | +soir Léa Tom 3 4 7 8"),
    ("cantine lundi et les 2 jours suivants", "asked", "+Léa Tom 30 1 | +Léa Tom 30 1 3"),
    ("cantine mardi et les deux jours d'après", "asked", "+Léa Tom 1 3 | +Léa Tom 1 3 4"),
    ("cantine de 3 à 4", "asked", ""),
    # Nobody of the household, a condition, what is put off
    ("Mme Lefort a inscrit sa fille jeudi", "shown or asked or told", None),
    ("pourvu qu'il guérisse, cantine jeudi pour Tom", "shown or asked", "+Tom 3"),
    ("cantine jeudi tant que tout va bien", "shown or asked", "+Léa Tom 3"),
    ("Léa cantine mardi et jeudi je vous redis", "shown or asked", None),
    ("depuis mardi Léa ne déjeune plus", "shown or asked", None),
    ("on déjeune chez tata jeudi", "shown", "-Léa Tom 3"),
    ("non pas jeudi, mardi, cantine pour Léa", "shown", None),
    ("super pas de garderie jeudi", "asked", None),
    # When it is said, and when it is for
    ("jeudi je réserve vendredi", "asked", None),
    ("réserver mardi pour jeudi", "shown", None),
    ("annulez mardi la garderie de jeudi", "shown", None),
    # Somebody speaks, or somebody else is meant
    ("la mairie annule la garderie jeudi", "shown", None),
    ("mes enfants de l'école mangent jeudi", "shown or asked or told", None),
    ("d'après le maître il faut annuler jeudi", "shown or asked", None),
    ("Notification : réserver jeudi", "shown", "+Léa Tom 3"),
    ("> réserver jeudi", "shown", "+Léa Tom 3"),
    ("aide-moi pour la garderie jeudi soir", "shown", None),
    ("inscrire Tom en CM2 jeudi", "shown", None),
    ("Tom préfère la garderie jeudi soir", "shown or asked", None),
    # Its contrary, or a mood
    ("Léa ne déjeune pas chez nous jeudi", "asked", None),
    ("Tom déjeune à la cantine jeudi avec mamie", "asked", None),
    ("Léa déjeune jeudi avec ses cousins", "shown", "-Léa 3"),
    ("garderie du soir pas seulement jeudi", "asked", None),
    ("Léa déjeunerait jeudi à la cantine", "asked", None),
    ("vous réserveriez jeudi", "asked", None),
    ("mardi ne s'enregistre pas", "asked", None),
    ("mardi ne va pas", "asked", None),
    ("garderie du soir pas de garderie du soir jeudi", "asked", None),
    ("mardi plus que jeudi", "asked", None),
    # An exception, or one more wish, that is of somebody
    ("annule mardi sauf la cantine de Tom", "asked", None),
    ("cantine et garderie du soir jeudi pour Tom, juste la cantine pour Léa", "shown", "+Léa Tom 3; +soir Tom 3"),
    ("garderie jeudi soir 2,50 €", "shown", "+soir Léa Tom 3"),
    # Put off, kept for oneself, or news of somebody
    ("mettez Léa sur liste d'attente pour jeudi", "asked", None),
    ("penser à annuler jeudi", "asked", None),
    ("réservez mardi quand je vous le dirai", "asked", None),
    ("pas de garderie jeudi soir, l'animateur est absent", "shown", None),
    ("tous les CE2 mangent mardi", "shown", None),
    ("un repas jeudi", "shown", "+Léa Tom 3"),
    ("cantine mardi et jeudi, jeudi sans Léa", "asked", None),
    ("cantine mardi et jeudi mais pas mardi pour Léa", "asked", None),
    ("inscription à l'école mardi pour Léa", "asked", None),
    # A part of the day that is not the verb's
    ("Léa mange jeudi soir", "shown", "+soir Léa 3"),
    ("Tom absent mardi matin", "shown", "-tout Tom 1"),
]

# The same words, where they change nothing.
DONE: list[Row] = [
    ("Bonjour Mme Petit, cantine jeudi pour Léa", "at-once", "+Léa 3"),
    ("annulez complètement mardi pour Tom", "at-once", "-tout Tom 1"),
    ("Léa, CE1, cantine mardi", "at-once", "+Léa 1"),
    ("Tom (classe de CP) mange jeudi", "at-once", "+Tom 3"),
    ("pour info Tom ne mange pas mardi", "at-once", "-Tom 1"),
    ("je voulais réserver jeudi pour Léa", "at-once", "+Léa 3"),
    ("annulé la cantine de mardi pour Tom svp", "at-once", "-Tom 1"),
    ("bien le bonjour, merci d'inscrire Léa jeudi", "at-once", "+Léa 3"),
    ('"cantine jeudi pour Tom"', "at-once", "+Tom 3"),
    ("cantine lundi et le jour suivant pour Tom", "at-once", "+Tom 30 1"),
    ("cantine jeudi dans 15 jours pour Tom", "at-once", "+Tom 10"),
    ("cantine mardi en huit pour Léa", "at-once", "+Léa 8"),
    ("supprimez le matin et gardez le soir jeudi pour Léa", "at-once", "-matin Léa 3"),
    ("annulez la cantine et laissez la garderie du soir jeudi", "at-once", "-Léa Tom 3"),
    ("désolée, pas de cantine jeudi pour Léa", "at-once", "-Léa 3"),
    ("merci d'inscrire Tom au restaurant scolaire mardi", "at-once", "+Tom 1"),
    ("Léa cantine jeudi, Tom rien", "at-once", "+Léa 3"),
    ("mardi cantine, jeudi garderie du soir, la semaine prochaine, pour Léa", "shown", "+Léa 1; +soir Léa 3"),
    ("les deux à la cantine mardi", "at-once", "+Léa Tom 1"),
    ("cantine mardi et pas jeudi pour Léa", "asked", None),
    ("Léa excusée jeudi", "at-once", "-tout Léa 3"),
    ("comptez sans Léa mardi", "at-once", "-tout Léa 1"),
    ("cantine mardi car je travaille", "at-once", "+Léa Tom 1"),
    ("garderie jeudi soir pour Léa et cantine jeudi pour Tom", "at-once", "+Tom 3; +soir Léa 3"),
    ("Léa a de la fièvre, elle ne viendra pas mardi", "at-once", "-tout Léa 1"),
    ("Tom est souffrant demain, il ne mangera pas", "at-once", "-tout Tom 27"),
    ("cantine jeudi pour Léa, j'ai un entretien", "at-once", "+Léa 3"),
    ("Léa n'a plus besoin de la garderie du soir jeudi", "at-once", "-soir Léa 3"),
    ("un repas jeudi pour Tom", "at-once", "+Tom 3"),
    ("1. Léa lundi cantine\n2. Tom jeudi cantine", "at-once", "+Léa 30; +Tom 3"),
    ("Tom\n1) cantine mardi\n2) cantine jeudi", "at-once or shown", "+Tom 1 3"),
    ("3. cantine jeudi\nmerci", "shown or asked or at-once", None),
    ("réserve lundi euh et mardi pour Tom", "at-once or shown", "+Tom 30 1"),
]

STAYS_AWAY: list[Row] = [
    ("Léa reste à la maison jeudi", "at-once", "-tout Léa 3"),
    ("Tom restera chez sa tante mardi", "at-once or shown", "-tout Tom 1"),
    ("Tom ne sera pas à l'école mardi", "at-once", "-tout Tom 1"),
    ("Léa n'est pas à l'école jeudi", "at-once", "-tout Léa 3"),
]

NO_WISH = [
    "je viens d'annuler jeudi",
    "nous venons de réserver mardi",
    "vous avez encore réservé mardi",
    "Léa doit-elle manger jeudi",
    "annule jeudi point d'interrogation",
    "garderie mardi soir c'est fait",
    "nos élèves déjeunent jeudi",
    "vous déjeunez mardi",
    "je viendrai mardi à 17h",
    "plus de place mardi à la cantine",
    "prévenez-moi pour la cantine jeudi",
    "le repas de Noël est mardi",
    "inutile de réserver jeudi",
    "inutile d'annuler jeudi",
    "Madame Lefort mange à la cantine mardi",
    "on m'a compté deux repas jeudi",
    "on nous a annulé jeudi",
    "garderie jeudi soir : personne à la porte",
    "désolé pour le repas de jeudi",
    "annule le car de mardi",
    "supprimez la dette de mardi",
    "Léa avait cantine jeudi",
    "Tom mange-t-il jeudi",
    "reste-t-il de la place mardi à la cantine",
    "c bon pour jeudi la cantine",
    "cantine jeudi qui déjeune",
    "Tom pourrait ne pas manger jeudi",
    "ça dépend du travail mais garderie mardi soir",
]


@pytest.mark.parametrize("row", [*SHOWN_FIRST, *DONE, *STAYS_AWAY], ids=lambda row: row[0])
def test_what_stands_beside_a_wish(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("text", NO_WISH)
def test_what_is_no_wish_is_not_done(text: str) -> None:
    assert read(text).how(("Léa", "Tom")) is not How.AT_ONCE


def test_what_may_have_changed_a_wish_is_quoted() -> None:
    assert read("garderie jeudi soir complète").quoted == ("complète",)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("je désire la cantine jeudi", ()),
        ("juste la cantine jeudi", ()),
        ("parfait, cantine jeudi", ()),
        ("Juste mange jeudi", ("Juste",)),
        ("cantine jeudi pour Désiré", ("Désiré",)),
        ("Parfait déjeune jeudi", ("Parfait",)),
        ("je veux juste annuler jeudi", ()),
    ],
)
def test_a_name_that_is_a_word_is_one_where_a_name_would_stand(text: str, who: tuple[str, ...]) -> None:
    assert {name for request in read(text, ("Désiré", "Juste", "Parfait")).requests for name in request.who} == set(who)
