"""The vocabulary of day expressions and requests: every French word the grammar knows, by kind, without accents.

A word with accents here is known only so written ("dès" is no "des"). To teach the grammar a word, add it to its line.
"""

from collections.abc import Iterator
from typing import Any

from locales.fr.kinds import kind
from locales.requests import Intent
from models.vocabulary import Service

MORNING, EVENING, CANTEEN = (Service.GARDERIE_MATIN,), (Service.GARDERIE_SOIR,), (Service.CANTINE,)

WEEKDAYS = ["lundi lun lundy", "mardi mar", "mercredi mer merc", "jeudi jeu", "vendredi ven vend vendr", "samedi sam",
            "dimanche dim"]  # fmt: skip
MONTHS = [
    "janvier jan janv", "fevrier fev fevr", "mars", "avril avr", "mai", "juin", "juillet juil juill jul",
    "aout", "septembre sep sept", "octobre oct", "novembre nov", "decembre dec",
]  # fmt: skip
UNITS = {
    "day": "jour jours journee journees jr jrs j",
    "week": "semaine semaines sem sems smn hebdo",
    "months": "mois",
    "years": "an ans annee annees",
    "weekend": "weekend weekends we wk",
    "fortnight": "quinzaine quinzaines",
    "quarter": "trimestre trimestres",
}
SMALL = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante "
    "cinquante soixante"
)
NUMBERS = dict(zip(SMALL.split(), [*range(1, 17), 20, 30, 40, 50, 60], strict=True))
ORDINALS = [
    "premier premiere premiers premieres", "deuxieme second seconde deuxiemes deusieme", (
        "troisieme troisiemes troiseme"
    ),
    "quatrieme quatriemes", "cinquieme cinquiemes", "sixieme", "septieme", "huitieme", "neuvieme", "dixieme", (
        "onzieme"
    ),
    "douzieme", "treizieme", "quatorzieme", "quinzieme", "seizieme",
]  # fmt: skip
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
    "good-friday": ("vendredi saint",),
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
    "le": "le la l",
    "les": "les",
    "of": "de d",
    "du": "du des ",
    "at": "aux",
    "que": "que",
    "and": "et puis",
    "ni": "ni",
    "or": "ou",
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
    "rest": "reste",
    "school_word": "scolaire scolaires",
    "work_word": "travail ouvrable ouvrables ouvree ouvres",
    "holidays": "vacances vacance vac vacs conges",
    "rentree": "rentree rentrees reprise",
    "except": "sauf hors excepte exceptes excepter hormis sof",
    "for": "pour pr pou",
    "by": "par contre",
    "but": "mais",
    "my": "mon ma mes notre nos",
    "kid": (
        "fils fille garcon bebe gamin gamine petit petite ptit ptite grand grande aine ainee cadet "
        "cadette puce loulou poussin fiston gosse enfant"
    ),
    "kids": (
        "filles garcons gamins gamines petits petites ptits ptites grands grandes loulous loustics "
        "jumeaux jumelles puces poussins gosses fistons pitchouns bouts enfants"
    ),
    "ne": "ne n",
    "noun": "reservation inscription resa reza rsv",
    "still": "encore",
    "not": "pas jamais aucun aucune sans inutile",
    "no": "non",
    "plus": "plus",
    "be": "suis es sommes etes est sera seront sont etre serait soit",
    "have": "ai as avons avez ont avais avait avions",
    "this": "ce cet cette ces cete",
    "what": "quel quels quelle quelles quoi combien pourquoi quand",
    "isit": "qui esque eske estce",
    "can": (
        "peux peut peus pouvez pouvons peuvent pourriez pourrais pourrait pourras pourra pourrez puis "
        "possible pouvoir pourront"
    ),
    "know": "savoir sais connaitre verifier verifie confirmer confirme confirmez rappeler",
    "doubtful": (
        "si aprem apresmidi oublie oublier oublions oubliez impossible recupere recupererai recuperer recuperons "
        "cherche chercher chercherai rentre rentrera rentrer quitte quittera quitter part partira partir"
    ),
    "maybe": "eventuellement",
    "present": "là present presente presents presentes",
    "born": "né née nés nee nes naissance",
}  # fmt: skip

# Kinds whose words share a value.
VALUED: list[tuple[str, Any, str]] = [
    ("next", 1, (
        "prochain prochaine prochains prochaines prochin prochaines pro proch suivant suivante suivants "
        "suivantes prchain"
    )),
    ("last", -1, "dernier derniere derniers dernieres passe passee passes precedent precedente derniere"),
    ("offset", 0, "aujourdhui aujourd auj ajd aujd ojd ojourdhui"),
    ("offset", 1, "demain dem 2main dmain demin"),
    ("offset", 2, "apresdemain"),
    ("offset", -1, "hier"),
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
    ("weekly", 1, "quotidien quotidiennement journellement"),
    ("service", CANTEEN, "cantine cantines cantoche canteen repas midi midis resto self dejeuner dejeuners"),
    ("care", (), "garderie garderies periscolaire peri perisco accueil garde gardery periscolaires"),
    ("session", MORNING, "matin matins matinee mat"),
    ("session", EVENING, "soir soirs soiree soirees"),
    ("menu", None, "menu menus"),
    ("invoices", None, (
        "facture factures facturation payer paiement paye paie regler reglement montant dois doit payfip "
        "solde coute cout prix tarifs"
    )),
    ("deadline", None, "limite limites delai delais deadline"),
    ("help", None, "aide help aidez comment"),
    ("planning", None, (
        "planning calendrier reservations inscriptions recapitulatif recap voir affiche afficher montre "
        "montrer montrez consulter liste lister"
    )),
    ("absent", None, "absent absente absents absentes malade malades absence absences abs souffrant souffrante"),
    ("sickly", None, "fievre grippe gastro angine varicelle hopital"),
]  # fmt: skip

# Verbs in -er, by stem; "mang" also takes its e before a and o.
ENDINGS = "e er es ez ons ent é ée és ées a as ai ais ait aient era erai eras erons erez eront erait erais eraient ant"
STEMS = {
    "book": "reserv inscriv ajout rajout command not coch enregistr plac valid programm rest dejeun",
    "cancel": "arret stopp cess resili annul supprim enlev retir desinscriv decommand anul dereserv decoch effac",
    "eat": "mang mange",
    "swap": "remplac remplace chang change echang echange deplac deplace decal report invers permut modifi",
}
IRREGULAR = {
    "book": (
        "inscrire inscris inscrit inscrite inscrits inscrites mettre mets met mettez mettons mettra "
        "mettrez remettre remets remet remettez remettra prendre prends prend prenez prendra prendront "
        "prevoir prevois prevoyez reinscrire reinscris reprendre reprend ira iront viendra viendront"
    ),
    "cancel": (
        "desinscrire desinscris desinscrit desinscrite desinscription annulation suppression suspendre suspend "
        "suspendez resiliation"
    ),
    "eat": "mangeait",
    "swap": "passer passez",
}

# Words nothing is made of: courtesy, pronouns, filler. Anything unknown and not here is looked at twice.
HARMLESS = """
seulement uniquement juste rien bonjour bonsoir bjr bsr slt salut coucou hello madame monsieur mme mr mesdames
messieurs svp stp merci mercii mci merciii cordialement cdt cdlt bien bonne bon bons bonnes beaucoup bientot avance
remercie remercions remerciements desole desolee dsl desoles je j tu t il elle on nous vous ils elles moi toi lui eux
leur me m te se s y ca c cela celui celle ceux celles qu dont donc alors ainsi aussi egalement finalement enfin voila
voici ok okay oui plutot pareil idem vouloir svpl please rebonjour cher chere chers cheres voudrais voudrait voudrions
voulais voulons veux veut veulent souhaite souhaiterais souhaiterai souhaitons souhaitent souhaiterions aimerais
aimerions aimerait desire desirons besoin faut faudrait faire fait faites fais bonjours cas effet bref super parfait
top genial cool nickel bises bisous biz bisou excusez excuse pardon veuillez priere prie son sa ses votre vos ton ta
tes avec comme tres peu car parce puisque lorsque demande demander demandes message mail sms urgent urgence important
info infos information informations informe informer signale signaler previens prevenir avertir dis dire signifier
suite rdv rendez dentiste medecin docteur pediatre orthophoniste raison cause motif heure heures matinal classe ecole
maternelle elementaire primaire cp ce1 ce2 cm1 cm2 ps ms gs tps maitresse maitre mairie commune service services
periode periodes date dates fois numero num telephone tel portable adresse email nom prenom papa maman pere mere mamie
papi nounou parent parents famille gentil gentille grace repond repondre retour attente confirmation plait plaisir
etes etant avoir eu eut aurai aura aurait aurions ici ci venir exactement simplement directement exceptionnellement
exceptionnel toujours regulierement habituellement habitude habituel eleve eleves semble heu euh hum ah oh eh ben bah
hop allez go lol mdr haha hahaha hihi xx xoxo bye ciao soient personne personnes courant compris ensemble nbr nombre
tarif ticket tickets place places formulaire dossier demarche toutefois cependant neanmoins mieux va vas vont vient
viennent aller total totale totalement entier entiere complet complete completement complets completes meme memes
autre autres
""".split()  # noqa: SIM905 - prose reads better than a list of strings

PHRASES: list[tuple[str, Any, str]] = [
    ("offset", 0, "aujourd hui"),
    ("offset", 2, "apres demain"),
    ("offset", -2, "avant hier"),
    ("eve", -2, "avant veille"),
    ("offset", 0, "ce jour"),
    ("offset", 1, "2 main"),
    ("can", None, "puis je"),
    ("year_round", None, "a l annee"),
    ("weekend", "weekend", "week end"),
    ("weekend", "weekend", "week ends"),
    ("from", None, "a partir"),
    ("from", None, "a compter"),
    ("from", None, "a dater"),
    ("until", None, "jusqu a"),
    ("until", None, "jusqu au"),
    ("until", None, "jusqu aux"),
    ("until", None, "jusqu en"),
    ("until", None, "jusque a"),
    ("until", None, "jusqu"),
    ("until", None, "jusk a"),
    ("until", None, "jusk au"),
    ("until", None, "jusqua la"),
    ("by_then", None, "d ici"),
    ("by_then", None, "d ici a"),
    ("by_then", None, "d ici au"),
    ("by_then", None, "ici"),
    ("ago", None, "il y a"),
    ("ago", None, "il ya"),
    ("ago", None, "y a"),
    ("ago", None, "ya"),
    ("next", 1, "d apres"),
    ("next", 1, "qui suit"),
    ("next", 1, "qui suivent"),
    ("next", 1, "qui viennent"),
    ("next", 1, "qui vient"),
    ("next", 1, "qui arrive"),
    ("next", 1, "a venir"),
    ("current", None, "en cours"),
    ("current", None, "courante"),
    ("current", None, "actuelle"),
    ("last", -1, "d avant"),
    ("except", None, "a l exception"),
    ("except", None, "a part"),
    ("except", None, "en dehors"),
    ("except", None, "mais pas"),
    ("instead", None, "au lieu"),
    ("instead", None, "a la place"),
    ("instead", None, "plutot que"),
    ("harmless", None, "pas de souci"),
    ("harmless", None, "pas de soucis"),
    ("harmless", None, "pas de probleme"),
    ("harmless", None, "pas grave"),
    ("harmless", None, "non merci"),
    ("harmless", None, "garde alternee"),
    ("harmless", None, "meme chose"),
    ("harmless", None, "a part ca"),
    ("harmless", None, "n hesitez pas"),
    ("harmless", None, "n oubliez pas"),
    ("harmless", None, "n oublie pas"),
    ("harmless", None, "ne pas oublier"),
    ("harmless", None, "s il vous plait"),
    ("harmless", None, "s il te plait"),
    ("harmless", None, "tout a fait"),
    ("harmless", None, "tout de suite"),
    ("harmless", None, "a tout a l heure"),
    ("harmless", None, "a bientot"),
    ("harmless", None, "a plus"),
    ("harmless", None, "par avance"),
    ("harmless", None, "d avance"),
    ("harmless", None, "en avance"),
    ("harmless", None, "d accord"),
    ("harmless", None, "mise a jour"),
    ("harmless", None, "ce sera"),
    ("harmless", None, "c est"),
    ("harmless", None, "pour le moment"),
    ("harmless", None, "pour l instant"),
    ("harmless", None, "si possible"),
    ("harmless", None, "si vous plait"),
    ("harmless", None, "en plus"),
    ("later", 1, "plus tard"),
    ("later", -1, "plus tot"),
    ("harmless", None, "bonne journee"),
    ("harmless", None, "bonne soiree"),
    ("harmless", None, "bon week end"),
    ("harmless", None, "bon weekend"),
    ("harmless", None, "bonne semaine"),
    ("harmless", None, "bonnes vacances"),
    ("harmless", None, "bonne annee"),
    ("harmless", None, "bonne rentree"),
    ("harmless", None, "en effet"),
    ("harmless", None, "je vous remercie"),
    ("harmless", None, "en classe"),
    ("isit", None, "est ce que"),
    ("isit", None, "est ce qu"),
    ("isit", None, "est ce"),
    ("what", None, "qu est ce que"),
    ("what", None, "qu est ce qu"),
    ("what", None, "qu est ce qui"),
    ("what", None, "kes ki"),
    ("deadline", None, "jusqu a quand"),
    ("deadline", None, "jusqu a quelle"),
    ("deadline", None, "jusqu a quel"),
    ("deadline", None, "avant quand"),
    ("deadline", None, "avant quelle heure"),
    ("deadline", None, "trop tard"),
    ("deadline", None, "au plus tard"),
    ("deadline", None, "dernier moment"),
    ("deadline", None, "dernier delai"),
    ("help", None, "que sais tu faire"),
    ("help", None, "que peux tu faire"),
    ("help", None, "mode d emploi"),
    ("everyone", None, "tout le monde"),
    ("everyone", None, "les enfants"),
    ("everyone", None, "mes enfants"),
    ("everyone", None, "nos enfants"),
    ("everyone", None, "tous mes enfants"),
    ("everyone", None, "tous les enfants"),
    ("everyone", None, "toute la famille"),
    ("everyone", None, "toute la fratrie"),
    ("everyone", None, "la fratrie"),
    ("session", EVENING, "apres l ecole"),
    ("session", EVENING, "apres la classe"),
    ("session", EVENING, "apres les cours"),
    ("session", MORNING, "avant l ecole"),
    ("session", MORNING, "avant la classe"),
    ("maybe", None, "peut etre"),
    ("doubtful", None, "apres midi"),
    ("doubtful", None, "pas sur"),
    ("doubtful", None, "pas sure"),
    ("doubtful", None, "je ne sais pas"),
    ("doubtful", None, "pas encore"),
    ("menu", None, "a manger"),
    ("planning", None, "deja reserve"),
    ("elsewhere", None, "a la maison"),
    ("elsewhere", None, "avec moi"),
    ("elsewhere", None, "avec nous"),
    ("elsewhere", None, "dehors"),
    ("elsewhere", None, "chez"),
    ("elsewhere", None, "a l exterieur"),
]


def _entries() -> Iterator[tuple[str, str, Any]]:
    """(kind, words, value), in order of weight: the first meaning of a word is the one kept."""
    for name, words in PLAIN.items():
        yield name, words, None
    for number, words in enumerate(WEEKDAYS, 1):
        yield "weekday", words, number
        yield "weekdays", " ".join(f"{word}s" for word in words.split() if len(word) > 4), number
    for number, words in enumerate(MONTHS, 1):
        yield "month", words, number
    for number, words in enumerate(ORDINALS, 1):
        yield "ordinal", words, number
    for name, words in UNITS.items():
        yield name, words, name
    for name, value, words in VALUED:
        yield name, words, value
    for name, words in IRREGULAR.items():
        yield name, words, None
    for name, stems in STEMS.items():
        yield name, " ".join(stem + ending for stem in stems.split() for ending in ENDINGS.split()), None
    yield "harmless", " ".join(HARMLESS), None
    yield from _shortened("weekday", WEEKDAYS)
    yield from _shortened("month", MONTHS)


def _shortened(name: str, entries: list[str]) -> Iterator[tuple[str, str, Any]]:
    """« nove », « vendre »: names cut anywhere after their fourth letter."""
    for number, words in enumerate(entries, 1):
        whole = words.split()[0]
        yield name, " ".join(whole[:length] for length in range(4, len(whole))), number


def _lexicon() -> dict[str, tuple[str, Any]]:
    known: dict[str, tuple[str, Any]] = {}
    for name, words, value in _entries():
        for word in words.split():
            known.setdefault(word, (kind(name), value))
    return known


def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, Any]]]:
    """First word → the phrases it may begin, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    feasts = [("feast", name, phrase) for name, phrases in FEASTS.items() for phrase in phrases]
    for name, value, phrase in PHRASES + feasts:
        first, *rest = phrase.split()
        found.setdefault(first, []).append((tuple(rest), kind(name), value))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return found


LEXICON = _lexicon()
PHRASED = _phrases()
INTENTS = {
    "book": Intent.BOOK,
    "cancel": Intent.CANCEL,
    "planning": Intent.PLANNING,
    "menu": Intent.MENU,
    "invoices": Intent.INVOICES,
    "deadline": Intent.DEADLINE,
    "help": Intent.HELP,
}
