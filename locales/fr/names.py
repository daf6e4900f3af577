"""First names: which child of the household a word names, and which words are somebody's first name."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from locales.fr.spelled import fold, is_near

# The usual ones, so that "Martin" is nobody's morning and "Louis" not a misspelt Louise.
USUAL = frozenset(
    """
adam adele adrien agathe alban albane alex alexandra alexandre alexis alice alicia alix alma amandine ambre amelia
amelie amina amine anais anatole andrea ange angele anna annie antoine apolline arnaud aron arthur assia aubin audrey
augustin aurelien aurore axel axelle ayden aylin baptiste basile bastien benjamin benoit bilal blanche brune bruno
camille candice capucine carla caroline cassandra catherine cecile celeste celia celine cesar charles charlie charline
charlotte chloe christophe claire clara clarisse claude clea clemence clement cleo colette coline constance corentin
cyril damien daniel daphne david denis diane dimitri dorian edgar edouard eden elea elena eleonore eli elias eliette elina
eline eliott elisa elise elodie eloane eloise elsa elyna emilie emma emile emilien emmanuel emmy enora enzo eric erwan
estelle esteban ethan eugenie eva evan eve faustine felix flavie fleur flora florent florian francois gabin gabriel
gabrielle gaspard gaston gauthier georges giulia gregoire guillaume gustave hamza hanna hector helena helene heloise
henri hugo ibrahim ilyan imran ines inaya iris isaac isaure ismael jade james jana jean jeanne jeremy jerome joachim
johan jonas jonathan joseph josephine joshua joy jude jules julia julie julien juliette justine kais karim kelly kenza
kevin killian kylian lana laura laure laurent lena leo leon leonard leonie leopold lea lia liam lila lilia liliana lilou
lina linda lino lisa lise livia livio loan loane loic lola lorenzo lou louane louis louise louison luca lucas lucie lucien
ludivine luna lya lylou lyna mael maelle maelys madeleine maia malo manon marc marceau marcel margaux margot maria mariam
marie marin marina marion marius marlon martin martine maryam mateo mathias mathieu mathilde mathis mathys matteo matthieu
maud maxence maxime maya maylis mehdi melina melissa melody mia michel mila milan milo mina mohamed morgan morgane moussa
myriam nadia naim nael naomi nathan nathanael nicolas nina nino noa noah noam noe noelie noemie nolan nora norah nour
oceane octave olivia olivier olympe omar oscar paola pauline paul pierre pio quentin rachel rafael raphael rayan remi remy
rita robin romain romane romeo romy rosalie rose roxane sacha safia salome sam samuel sandra sara sarah sasha sebastien
selena selma simon sofia soan sofiane soline sophia sophie soren stanislas stella suzanne swann sylvain tao tess thais
thea theo theodore thibault thomas tim timeo timothee titouan tom tristan ulysse valentin valentine valentina vadim
victoire victor victoria vincent violette virgile wassim william willow yanis yasmine yaya younes youssef yuna yvan zelie
zoe zacharie
""".split()
)  # noqa: SIM905 - prose reads better than a list of strings

SHORT = 4


class Names:
    """The first names of a household, ready to be looked up by the words of a sentence."""

    def __init__(self, children: Sequence[str]) -> None:
        self.children = tuple(children)
        self.first_words: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.joined: dict[str, str] = {}
        for child in children:
            parts = tuple("".join(c if c.isalnum() else " " for c in fold(child.lower())).split())
            if parts:
                self.first_words.setdefault(parts[0], []).append((parts[1:], child))
                self.joined.setdefault("".join(parts), child)
        for entries in self.first_words.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def near(self, word: str) -> tuple[str, ...]:
        """The children whose name `word` may misspell by one typo; none for a word that is another usual name."""
        if word in USUAL or len(word) < 2:
            return ()
        return tuple(child for name, child in self.joined.items() if _misspells(word, name))


def _misspells(word: str, name: str) -> bool:
    """One typo; up to four letters only a doubled or a missing letter, since "Léo" is not Léa."""
    if len(name) > SHORT:
        return is_near(word, name)
    if len(word) == len(name) + 1:
        return any(word[i] == word[i - 1] and word[:i] + word[i + 1 :] == name for i in range(1, len(word)))
    return len(word) == len(name) - 1 and is_near(word, name)


@lru_cache(maxsize=1024)
def names_of(children: tuple[str, ...]) -> Names:
    """The names of `children`, made ready once for each household."""
    return Names(children)
