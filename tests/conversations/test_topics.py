"""What is out of reach is answered in a line or two, and what is no text, or somebody else's, is told so."""

import pytest

from models.rules.tariffs import Bracket, Pricing, Tariff, Tariffs, Unit
from models.vocabulary import Service
from tests.town import AGENT, ALEX, CAMILLE, STRANGER, Town, open_town, paris

MAIRIE = "la mairie (03 20 00 00 00)"
TARIFFS = Tariffs(
    {
        Service.CANTINE: (
            Tariff(
                Service.CANTINE, paris("2026-09-01").date(), Unit.MEAL, (Bracket(280, 600), Bracket(390)), outside=450
            ),
        ),
        Service.GARDERIE_SOIR: (
            Tariff(Service.GARDERIE_SOIR, paris("2026-09-01").date(), Unit.HALF_HOUR, (Bracket(100),)),
        ),
    }
)


@pytest.fixture
async def priced(tmp_path: object) -> object:
    async with open_town(tmp_path, pricing=Pricing(TARIFFS, absence_percent=50)) as town:  # type: ignore[arg-type]
        yield town


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Tom ne mange pas de viande", ["régime", MAIRIE]),
        ("ma fille est allergique aux noix", ["allergies", MAIRIE]),
        ("nous déménageons en janvier", ["tient votre fiche", MAIRIE]),
        ("mamie peut venir chercher Léa ?", ["autorisées", MAIRIE]),
        ("mon code ne marche pas", ["nouveau code", MAIRIE]),
        ("mon mari peut aussi utiliser le bot ?", ["son propre code", MAIRIE]),
        ("je ne veux plus de rappels", ["/rappels"]),
        ("supprimez mes données", ["Rien n’a été supprimé", MAIRIE]),
        ("je voudrais parler à une vraie personne", [MAIRIE]),
        ("t'es un bot ?", ["programme", "Sercus"]),
        ("le repas de mardi était infect", ["traiteur", MAIRIE]),
        ("la maîtresse de Tom est absente mardi", ["l’affaire de l’école"]),
        ("il y a grève lundi ?", ["la mairie décide"]),
        ("sortie scolaire jeudi", ["l’école"]),
        ("Léa a des poux", ["Certificats", MAIRIE]),
        ("je n'arrive pas à payer", ["payfip", MAIRIE]),
        ("vous êtes nuls", ["désolée", MAIRIE]),
        ("Tom s'étouffe", ["15", "112"]),
        ("quelle météo demain", ["que de la cantine"]),
        ("combien coûte la cantine ?", ["pas encore les tarifs", MAIRIE]),
        ("Tom était absent mais facturé", ["/factures", "60 jours"]),
    ],
)
async def test_a_subject_is_answered_and_nothing_is_changed(town: Town, words: str, told: list[str]) -> None:
    town.has_booked("Tom", "2026-12-01")
    heard = await town.hears(CAMILLE, words)
    heard.says(*told)
    heard.says_nothing_of("Planning", "noix", "viande")
    assert heard.keys == []
    assert len(heard.text.splitlines()) <= 2
    assert town.booked("Tom") == ["2026-12-01"]


async def test_prices_are_those_in_force(priced: Town) -> None:
    (await priced.hears(CAMILLE, "quels sont les tarifs ?")).says(
        "Cantine : de 2,80 € à 3,90 € le repas, selon le quotient familial (hors commune : 4,50 €)",
        "Garderie du soir : 1,00 € la demi-heure commencée",
    )
    (await priced.hears(CAMILLE, "prix de la garderie du soir")).says_nothing_of("Cantine")
    (await priced.hears(CAMILLE, "ça coûte combien si j'annule lundi ?")).says("après la limite l’est à 50 %")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("quand sont les vacances de Noël ?", "Vacances de Noël : du samedi 19 décembre au dimanche 3 janvier"),
        ("c'est quand la rentrée", "reprise le lundi 4 janvier"),
        ("dates des vacances d'hiver", "Vacances d’hiver : du samedi 20 février au dimanche 7 mars"),
        ("les jours fériés", "vendredi 25 décembre"),
        ("le dernier jour d'école c'est quand", "vendredi 2 juillet"),
        ("date de la rentrée de septembre", "jeudi 2 septembre"),
        ("vous faites le pont de l'ascension ?", "pas d’école le vendredi 7 mai"),
        ("horaires cantine", "lundi, le mardi, le jeudi et le vendredi"),
        ("la garderie du matin ouvre à quelle heure", "de 7 h 30 à 8 h 50"),
    ],
)
async def test_dates_and_hours_are_those_of_the_commune(town: Town, words: str, told: str) -> None:
    heard = await town.hears(CAMILLE, words)
    heard.says(told)
    assert heard.keys == []


async def test_what_is_not_published_is_said_so(town: Town) -> None:
    town.now("2028-06-20 10:00")
    (await town.hears(CAMILLE, "quand sont les vacances de Noël ?")).says("pas encore publiées")
    (await town.hears(CAMILLE, "c'est quand les grandes vacances")).says("4 juillet", "pas encore publiée")
    town.now("2028-10-20 10:00")
    (await town.hears(CAMILLE, "le dernier jour d'école c'est quand")).says("pas encore publiées")


@pytest.mark.parametrize(
    ("words", "said"), [("merci beaucoup", "🙂"), ("ok merci", "🙂"), ("bonne journée", "👋"), ("à demain", "👋")]
)
async def test_politeness_gets_a_sign_and_no_keys(town: Town, words: str, said: str) -> None:
    heard = await town.hears(CAMILLE, words)
    assert (heard.text[:1], heard.keys) == (said, [])


async def test_thanks_decide_no_open_recap(town: Town) -> None:
    await town.hears(CAMILLE, "cantine tous les lundis jusqu'à Noël")
    assert (await town.hears(CAMILLE, "merci")).text != "🙂"
    assert town.booked("Léa") == []


async def test_a_request_with_a_subject_in_it_stays_a_request(town: Town) -> None:
    town.has_booked("Léa", "2026-11-30")
    (await town.hears(CAMILLE, "annule la cantine de lundi, Léa est malade")).says("lundi 30 novembre")
    assert town.booked("Léa") == []


# Photos, forwarded texts, and what is no text


async def test_what_is_written_under_a_photo_is_read_and_the_photo_is_not_opened(town: Town) -> None:
    heard = await town.told(CAMILLE, lambda: town.telegram.sends_photo(CAMILLE, b"jpg", "cantine jeudi pour Léa"))
    heard.says("jeudi 3 décembre", "pas ouvert le fichier", "03 20 00 00 00")
    assert town.booked("Léa") == ["2026-12-03"]


async def test_what_is_corrected_under_a_photo_takes_the_place_of_what_it_was(town: Town) -> None:
    await town.told(CAMILLE, lambda: town.telegram.sends_photo(CAMILLE, b"jpg", "cantine jeudi pour Léa"))
    photo = next(m for m in reversed(town.telegram.chat(CAMILLE)) if "photo" in m.body)
    await town.edited(CAMILLE, photo, "cantine lundi pour Léa")
    assert town.booked("Léa") == ["2026-11-30"]


async def test_a_photo_without_words_and_that_of_a_stranger_are_not_read(town: Town) -> None:
    (await town.told(CAMILLE, lambda: town.telegram.sends_photo(CAMILLE, b"jpg"))).says("pas de fichier")
    heard = await town.told(STRANGER, lambda: town.telegram.sends_photo(STRANGER, b"jpg", "cantine jeudi"))
    heard.says("il faut un code")


async def test_a_forwarded_request_is_shown_first_and_continues_nothing(town: Town) -> None:
    await town.hears(CAMILLE, "cantine jeudi pour Tom")
    forward = town.telegram.forwards
    heard = await town.told(CAMILLE, lambda: forward(CAMILLE, "cantine lundi pour Léa", of=ALEX))
    heard.says("transféré", "lundi 30 novembre")
    assert "Valider" in heard.keys
    await town.told(CAMILLE, lambda: forward(CAMILLE, "valider", of=ALEX))
    await town.told(CAMILLE, lambda: forward(CAMILLE, "annule ça", of=ALEX))
    await town.told(CAMILLE, lambda: forward(CAMILLE, "/annuler jeudi", of=ALEX))
    assert (town.booked("Léa"), town.booked("Tom")) == ([], ["2026-12-03"])
    (await town.told(AGENT, lambda: forward(AGENT, "tout le monde est parti", of=ALEX))).says("transféré")


async def test_what_is_no_text_is_told_why_in_a_line(town: Town) -> None:
    send = town.telegram
    (await town.told(CAMILLE, lambda: send.sends_voice(CAMILLE))).says("écouter")
    (await town.told(CAMILLE, lambda: send.sends_sticker(CAMILLE))).says("autocollants")
    (await town.told(CAMILLE, lambda: send.sends_place(CAMILLE))).says("où vous êtes")
    (await town.told(CAMILLE, lambda: send.sends_contact(CAMILLE, "0612345678"))).says("aucun numéro", "03 20 00 00 00")
    (await town.told(CAMILLE, lambda: send.sends_poll(CAMILLE, "Cantine ?", ["oui", "non"]))).says("sondages")


@pytest.mark.parametrize(
    ("command", "nearest"),
    [("/reservr", "/reserver"), ("/anuler lundi", "/annuler"), ("/Facture", "/factures"), ("/xyz", None)],
)
async def test_an_unknown_command_gets_one_line_and_the_nearest_one(
    town: Town, command: str, nearest: str | None
) -> None:
    heard = await town.hears(CAMILLE, command)
    heard.says(f"Je ne connais pas {command.split(maxsplit=1)[0]}.", "/aide")
    assert (f"Vouliez-vous dire {nearest}" in heard.text) is bool(nearest)
    assert len(heard.text.splitlines()) == 1
