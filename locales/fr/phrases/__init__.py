"""How days are said: rules of words, in layers from words up to whole lists.

A new expression is one rule in one of these modules; its words are in locales/fr/words.py.
"""

from locales.fr.patterns import Layer
from locales.fr.phrases import compounds, ends, festive, lists, recurring, stretches, written

LAYERS = (
    Layer(written.RULES, stretches.RULES, festive.RULES, recurring.RULES),
    Layer(compounds.COMPOUNDS),
    Layer(compounds.ANCHORED),
    Layer(ends.BARE),
    Layer(ends.ENDS),
    Layer(lists.RULES),
)
