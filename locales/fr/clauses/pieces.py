"""The kinds of pieces that the cutting of a sentence tells apart, and the sets of them it asks about."""

import re

from locales.fr.kinds import kind, kinds
from locales.fr.moods import MOODS
from locales.fr.sentence import SHOWING

DAYS, EXCEPTED, SERVICES, SERVICES_OFF, SERVICES_KEPT, PEOPLE, PEOPLE_OFF, VERB, DONE = kinds(
    "days excepted services services_off services_kept people people_off verb done"
)
OR, BUT, BY, SWAP, INSTEAD, NO, NI, NOBODY, QUE = kinds("or but by swap instead no ni nobody que")
UNKNOWN, STOP, ELSEWHERE, AND, COMMA, NOT, PLUS = kinds("unknown stop elsewhere and comma not plus")
OTHER, MATTER, BECAUSE, THEN, ME, WE, PRONOUN, HESITATION, YES, WITH, FOR, KEEP_VERB, QUESTION, MARK = kinds(
    "other matter because then me we pronoun hesitation yes with for keep_verb question mark"
)
PRESENCE, REPORTED, NE, WHO, NOTHING, IF, THANKS, MYSELF, OFFICE, SCHOOL, SORRY, COLON, HALT, AGE = kinds(
    "presence reported ne who nothing if thanks myself office school sorry colon halt age"
)
NEGATING = {QUE, NI, NOBODY, NOT, PLUS}
DOUBTS = kinds("doubt except butnot not plus doubtful afternoon around keep maybe_not without times excluded much")
JOINTS = set(kinds("and ni comma slash of du le les at for en dash or age"))
ADDING = set(kinds("and comma slash or"))
APART = {AND, COMMA, BUT, THEN}
NOTHING_NEW = {MARK, PRONOUN, YES, HESITATION}  # what stands before them still joins what comes after
ATTRIBUTES = {DAYS: "days", SERVICES: "services", PEOPLE: "people"}
BEFORE_NAME = set(kinds("for verb services swap days"))
AFTER_NAME = {VERB, SERVICES, SERVICES_OFF, DAYS, DONE, kind("be"), kind("ne"), NOT}
SAYING = {VERB, DONE, KEEP_VERB, ELSEWHERE, PRESENCE, *MOODS}
CONTENT = {*SAYING, *ATTRIBUTES, OTHER, MATTER, SERVICES_OFF, PEOPLE_OFF}
# Words of days that nothing was made of: what was read may not be what was meant.
_LEFT = """
every over parity eve weekly quarter semester months years ordinal since until from before after between ago in part
rest season later fortnight
"""
ARTICLES = set(kinds("le of du"))
HAVE = kind("have")
THINGS = set(kinds("one my unknown matter of du le at and comma stop")) | {HAVE}
MISTAKEN = re.compile("erreur|tromp")
# « cantine lundi annulée », "je réserverai lundi": what is told of, or only promised.
TOLD = re.compile(r"(?:é|ée|és|ées|ees?|inscrite?s?|erai|erons)$")
PROMISING = ("erai", "erons")
SUPPOSING = re.compile(r"\bpourr(?:ais|ait|aient)\b|\bser(?:ait|aient)\b|\w+er(?:ais|ait|ions|iez|aient)\b")
PREFERRING = re.compile(r"pr[ée]f[èée]r")
FORWARDED = re.compile(r"^[ \t]*>", re.MULTILINE)
QUOTED = re.compile(r"«([^«»]+)»|“([^“”]+)”|\"([^\"]+)\"")
REFUSING = {"non", "nan", "❌", "✖", "✗"}
LEFT = set(kinds(_LEFT))
# Words of days, of people and of coming and going that no rule took: beside an order they mean nothing.
_IDLE = "day all this last coming kid kids come posterior week that_of work_word by_then present during"
IDLE = set(kinds(_IDLE))
ONE, WISHED, OF, DU, AT = kinds("one wished of du at")
NUMERIC = set(kinds("number padded figure"))
_HINTS = "menu invoices owe deadline help planning bookings what isit question can know born still tell must_i"
HINTS = {kind(name): name for name in _HINTS.split()}
SHOWN = {kind(name) for name in SHOWING}
ASKING = {*SHOWN, kind("isit")}
