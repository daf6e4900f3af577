"""The vocabulary of day expressions and requests: every French word the grammar knows, by kind, without accents.

A word with accents here is known only so written ("dès" is no "des"). To teach the grammar a word, add it to its line.
"""

from typing import Any

from locales.fr.fillers import MATTERS, OTHERS
from models.vocabulary import Service

MORNING, EVENING, CANTEEN = (Service.GARDERIE_MATIN,), (Service.GARDERIE_SOIR,), (Service.CANTINE,)
WEEKDAYS = """
lundi lun lundy ldi
mardi mar
mercredi mer merc
jeudi jeu jdi
vendredi ven vend vendr vdi
samedi sam
dimanche dim
""".strip().splitlines()
MONTHS = """
janvier jan janv
fevrier fev fevr
mars
avril avr
mai
juin
juillet juil juill jul
aout aou
septembre sep sept
octobre oct
novembre nov
decembre dec
""".strip().splitlines()
UNITS = {
    "day": "jour jours journee journees jr jrs j",
    "week": "semaine semaines sem sems smn hebdo",
    "months": "mois",
    "years": "an ans annee annees",
    "weekend": "weekend weekends we wk",
    "fortnight": "quinzaine quinzaines moitie",
    "quarter": "trimestre trimestres",
    "semester": "semestre semestres",
}
SMALL = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante "
    "cinquante soixante"
)
NUMBERS = dict(zip(SMALL.split(), [*range(1, 17), 20, 30, 40, 50, 60], strict=True))
ORDINALS = """
premier premiere premiers premieres
deuxieme second seconde deuxiemes deusieme
troisieme troisiemes troiseme
quatrieme quatriemes
cinquieme cinquiemes
sixieme
septieme
huitieme
neuvieme
dixieme
onzieme
douzieme
treizieme
quatorzieme
quinzieme
seizieme
""".strip().splitlines()
FEASTS = {
    "christmas": ("noel", "jour de noel"),
    "christmas-eve": ("reveillon de noel", "reveillon"),
    "new-year": ("jour de l an", "nouvel an", "nouvelle annee", "jour de l annee"),
    "new-year-eve": ("saint sylvestre", "st sylvestre", "reveillon du nouvel an", "reveillon du jour de l an"),
    "epiphany": ("epiphanie", "fete des rois"),
    "candlemas": ("chandeleur",),
    "valentine": ("saint valentin", "st valentin"),
    "shrove-tuesday": ("mardi gras",),
    "palm-sunday": ("rameaux",),
    "ash-wednesday": ("mercredi des cendres", "cendres"),
    "maundy-thursday": ("jeudi saint",),
    "good-friday": ("vendredi saint",),
    "holy-saturday": ("samedi saint",),
    "saint-patrick": ("saint patrick", "st patrick"),
    "saint-john": ("saint jean", "st jean"),
    "all-souls": ("jour des morts", "fete des morts"),
    "saint-catherine": ("sainte catherine", "ste catherine"),
    "thanksgiving": ("thanksgiving", "action de grace", "jour de l action de grace"),
    "easter": ("paques", "paque"),
    "ascension": ("ascension",),
    "ascension-bridge": ("pont de l ascension",),
    "pentecost": ("pentecote",),
    "labour-day": ("fete du travail",),
    "victory-day": ("victoire 1945", "fete de la victoire"),
    "mothers-day": ("fete des meres",),
    "fathers-day": ("fete des peres",),
    "grandmothers-day": ("fete des grands meres",),
    "music-day": ("fete de la musique",),
    "bastille-day": ("fete nationale",),
    "assumption": ("assomption",),
    "halloween": ("halloween",),
    "all-saints": ("toussaint", "jour de la toussaint"),
    "armistice": ("armistice",),
    "saint-nicholas": ("saint nicolas", "st nicolas"),
    "april-fool": ("poisson d avril",),
}
# Kinds whose words bear no value.
PLAIN = {
    "les": "les",
    "of": "de d",
    "du": "du des ",
    "at": "aux",
    "que": "que",
    "and": "et puis",
    "ni": "ni",
    "or": "ou sinon",
    "until": "jusqu jusque jusqua jusqau jusk juska jusqu'à",
    "since": "depuis",
    "between": "entre",
    "in": "dans",
    "during": "pendant durant",
    "en": "en",
    "over": "sur",
    "one": "un une",
    "all": "tout toute tte tt tout",
    "every": "tous toutes ts ttes chaque chaques chak",
    "rest": "reste restes restent",
    "stay": "rester resterait resteraient restera resteront restait restaient",
    "school_word": "scolaire scolaires",
    "work_word": "travail ouvrable ouvrables ouvree ouvres",
    "holidays": "vacances vacance vac vacs conges",
    "rentree": "rentree rentrees reprise",
    "nobody": "personne",
    "watch": "garde",
    "keep": "gardez gardons conserver conserve conservez laisse laissez laisser maintenez maintiens maintenir",
    "except": "sauf moins hors excepte exceptes excepter hormis sof",
    "for": "pour pr pou",
    "by": "par contre",
    "but": "mais",
    "my": "mon ma mes notre nos",
    "kid": (
        "fils fille garcon bebe gamin gamine petit petite ptit ptite grand grande aine ainee cadet "
        "cadette puce loulou poussin fiston gosse enfant"
    ),
    "kids": ("gamins gamines loulous loustics jumeaux jumelles puces poussins gosses fistons pitchouns bouts enfants"),
    "ne": "ne n",
    "noun": "reservation inscription resa reza rsv",
    "still": "encore",
    "not": "pas pa po paas jamais aucun aucune",
    "useless": "inutile inutiles",
    "without": "sans",
    "much": "beaucoup trop assez mal",
    "no": "non nan",
    "plus": "plus pu",
    "be": "suis es sommes etes est sera serai serons seront sont etre serait soit",
    "have": "ai as avons avez ont",
    "this": "ce cet cette ces cete",
    "what": "quel quels quelle quelles quoi combien pourquoi quand",
    "who": "qui",
    "isit": "esque eske estce",
    "can": (
        "peux px peut peus pouvez pouvons peuvent pourriez pourrais pourrait pourras pourra pourrez puis "
        "possible pouvoir pourront"
    ),
    "know": "savoir sais connaitre verifier verifie confirmer confirme confirmez rappeler",
    "if": "si",
    "then": "donc alors ducoup",
    "nothing": "rien",
    "halt": "stop",
    "past": "etait etaient avait avais avions avaient",
    "having": "avoir",
    "myself": "moi",
    "wished": "voulais voulait voulions voulaient",
    "school": "ecole",
    "office": "mairie annonce avis disait transfere transferee mail mails sms",
    "thanks": ("merci mercii mci merciii mrc mrci merki remerci super genial cool top parfait nickel"),
    "sorry": "desole desolee desoles desolees dsl",
    "with": "avec",
    "yes": "oui ok okay ouais",
    "need": "besoin necessaire necessaires utile utiles",
    "come": "va vont vient viennent vien vienne viennent",
    "doubtful": (
        "demi demie comme crois pense suppose normalement condition seul seule seuls hesite hesitons "
        "probablement surement envisage envisageons doute "
        "faite effectuee depend rigole plaisante quoique parait revient reviennent revenir oublie oublier oublions "
        "oubliez impossible"
    ),
    "maybe": "eventuellement",
    "times": "fois",
    "minute": "minute minutes",
    "excluded": "exclu exclue exclus exclues",
    "present": "là present presente presents presentes",
    "born": "né née nés nee nes naissance",
}
# Kinds whose words share a value.
VALUED: list[tuple[str, Any, str]] = [
    ("other", None, OTHERS),
    ("matter", None, MATTERS),
    (
        "qualifier",
        None,
        (
            "bien bonne bons bonnes bientot info infos information informations toujours regulierement ensemble total "
            "totale totalement entier entiere complet complete completement complets completes autre autres medical "
            "medicale familial familiale personnel personnelle professionnel professionnelle courant mieux habituel "
            "dire dis voir heure heures fait cher chere"
        ),
    ),
    ("grade", None, "classe maternelle elementaire primaire cp ce1 ce2 cm1 cm2 ps ms gs tps"),
    ("title", None, "mme mr monsieur madame mesdames messieurs"),
    ("because", None, "car ayant etant parce puisque parceque pcq pcke raison cause motif"),
    ("hesitation", None, "enfin excusez excuse zut correction rectification hum euh heu euhh heuu pardon oups mince"),
    ("kids", "some", "filles garcons petits petites ptits ptites grands grandes"),
    ("pronoun", None, "il elle ils elles lui eux"),
    ("coming", 1, "prochain prochaine prochains prochaines prochin prochaines pro proch prchain"),
    ("following", 1, "suivant suivante suivants suivantes"),
    ("last", -1, "dernier derniere derniers dernieres passe passee passes precedent precedente derniere"),
    ("offset", 0, "aujourdhui aujourd auj ajd aujd ojd ojourdhui"),
    ("offset", 1, "demain dem 2main dmain demin 2m1 dem1"),
    ("offset", 2, "apresdemain"),
    ("offset", -1, "hier"),
    ("le", "le", "le"),
    ("le", "la", "la l"),
    ("at", "à", "à"),
    ("at", "a", "a"),
    ("at", "au", "au"),
    ("from", "dès", "dès"),
    ("before", -1, "avant"),
    ("after", 1, "apres"),
    ("eve", -1, "veille"),
    ("eve", 1, "lendemain"),
    ("eve", 2, "surlendemain"),
    ("parity", 0, "paire paires pair pairs"),
    ("parity", 1, "impaire impaires impair impairs"),
    ("part", "begin", "debut debuts"),
    ("part", "mid", "mi milieu"),
    ("part", "end", "fin fins"),
    ("season", "spring", "printemps"),
    ("season", "summer", "ete"),
    ("season", "autumn", "automne"),
    ("season", "winter", "hiver"),
    ("weekly", 7, "hebdomadaire hebdomadairement"),
    ("weekly", 1, "tlj journalier journaliere quotidien quotidienne quotidiennement journellement"),
    ("weekly", 14, "bimensuel bimensuellement bihebdomadaire"),
    ("weekly", 91, "trimestriel trimestrielle trimestriellement"),
    ("ordinal", 20, "vingtieme"),
    ("ordinal", 30, "trentieme"),
    ("weekly", 28, "mensuel mensuelle mensuellement"),
    ("weekdays_set", frozenset({1, 2, 4, 5}), "lmjv"),
    ("year_round", None, "annuel annuelle annuellement annuels annuelles"),
    ("around", None, "environ env vers autour alentours"),
    ("about", 8, "huitaine"),
    ("about", 10, "dizaine"),
    ("about", 20, "vingtaine"),
    ("about", 30, "trentaine"),
    ("later", -1, "auparavant"),
    ("afternoon", None, "aprem apresmidi nuit"),
    ("service", CANTEEN, "cantine cantines cantoche canteen repas midi midis resto self dejeuner dejeuners"),
    ("care", (), "garderie garderies periscolaire peri perisco accueil gardery periscolaires"),
    ("session", MORNING, "matin matins matinee mat"),
    ("session", EVENING, "soir soirs soiree soirees"),
    ("menu", None, "menu menus"),
    (
        "invoices",
        None,
        (
            "facture factures facturation payer paiement paye paie regler reglement montant payfip "
            "dette dettes solde coute cout prix tarif tarifs"
        ),
    ),
    ("invoices", "certificate", "attestation attestations fiscal fiscale fiscales impot impots"),
    ("owe", None, "dois doit"),
    ("deadline", None, "limite limites delai delais deadline"),
    ("help", None, "aide help aidez"),
    (
        "planning",
        None,
        (
            "planning calendrier recapitulatif recap voir affiche afficher montre "
            "montrer montrez consulter liste lister horaire horaires ouvre ouvrent ouvert ouverte ouverts ouvertes "
            "ouverture ferme ferment fermee fermes fermees fermeture"
        ),
    ),
    ("bookings", None, "reservations inscriptions"),
    ("mark", "also", "aussi egalement"),
    (
        "mark",
        "rather",
        ("plutot finalement erreur trompe trompee prefere preferes preferons prefererais prefererai"),
    ),
    ("mark", "same", "pareil idem"),
    ("mark", "only", "seulement uniquement juste"),
    ("mark", "that", "ca cela"),
    ("comma", None, "virgule"),
    ("stop", None, "point"),
    (
        "absent",
        None,
        (
            "absent absente excusé excusés excusee excusees excuser absents absentes malade malades absence absences "
            "abs souffrant souffrante dispense dispensee dispenses dispensees"
        ),
    ),
    ("sickly", None, "fievre grippe gastro angine varicelle hopital"),
]
