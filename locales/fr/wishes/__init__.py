"""The grammar of what is asked: which words in a row mean a service, a child, a verb with or without its negation."""

from locales.fr import phrases
from locales.fr.patterns import Layer
from locales.fr.wishes import people, verbs
from locales.fr.wishes.values import BOTH_SESSIONS, EVERYONE, People, Verb

__all__ = ["BOTH_SESSIONS", "EVERYONE", "SENTENCE_LAYERS", "People", "Verb"]

SENTENCE_LAYERS = (*phrases.LAYERS, Layer(people.RULES), Layer(verbs.RULES))
