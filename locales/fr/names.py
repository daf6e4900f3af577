"""First names: which child of the household a word names, and which words are somebody's first name."""

from collections.abc import Sequence
from functools import lru_cache

from locales.fr.spelled import fold, is_near

# The usual ones, so that "Martin" is nobody's morning and "Louis" not a misspelt Louise.
_USUAL = """
adam adele adil adrien agathe aicha alban albane alex alexandra alexandre alexis alice alicia alix alma alyssa
amandine amaury ambre amelia amelie amina amine anais anatole andrea ange angele anna annie antoine anton apolline
ariane arnaud aron arthur assa assia aubin audrey augustin aurelien aurore axel axelle aya ayden aylin baptiste basile
bastian bastien benjamin benoit bertille bilal bintou blanche brune bruno calie camille candice capucine carla
caroline cassandra catherine cecile celeste celia celian celine cesar charles charlie charline charlotte chiara chloe
christophe claire clara clarisse claude clea clemence clement clemente cleo clovis colette coline constance corentin
cyprien cyril dalia damien daniel daphne david delphine denis diane diego dimitri djibril dorian eden edgar edouard
elea elena eleonore eli elias eliette elina eline eliott elisa elise elliot eloan eloane elodie eloise elsa elyna
emile emilie emilien emma emmanuel emmy enguerrand enora enzo eric erwan esteban estelle ethan eugenie eva evan eve
ewen fabien fanny farah fatima fatou faustine felix flavie fleur flora florent florian francois gabin gabriel
gabrielle gaspard gaston gauthier gautier georges ginette giulia gregoire guillaume gustave gwenn hamid hamza hanna
hector helena helene heloise henri hortense hugo ibrahim idris iliana ilyan imane imran inaya ines iris isaac isabelle
isaure isis ismael jad jade james jana jassim jean jeanne jeremy jerome jibril joachim johan jonas jonathan joseph
josephine joshua joy jude jules julia julie julien juliette justine kais karim kelly kenza kenzo kevin killian kim
kylian lana laura laure laurent lea leana leandre leane lena lenny leo leon leonard leonie leopold lia liam lila lilia
liliana lilou lina linda lino lisa lise lison livia livio loan loane lohan loic lola lorenzo loris lou louane louis
louise louison luca lucas lucie lucien ludivine luna lya lylia lylou lyna madeleine mael maelia maelle maelyne maelys
mahaut mahe maia maina maissa malo manon marc marceau marcel margaux margot maria mariam mariama marie marin marina
marion marius marlon martin martine marwa maryam mateo mathias mathieu mathilde mathis mathys matteo matthieu maud
maxence maxime maya maylis mehdi mehdy melina melissa melody merlin mia michel mila milan milo mina mohamed mohammed
morgan morgane moussa myriam nadia nael nahel nahil naim naomi nathan nathanael nayla nicolas nils nina nino ninon noa
noah noam noe noelie noemie nolan nora norah nour oceana oceane octave olivia olivier olympe omar orlane oscar ousmane
owen pablo paloma paola paul pauline philippe pierre pio priam prune quentin rachel rafael raphael raphaelle rayan
rayane remi remy rita robin romain roman romane romeo romy rosalie rose roxane ruben ruby sacha safia salimata salma
salome sam sami samuel samy sandra sandrine sara sarah sasha sebastien selena selma sidonie simeon simon soan sofia
sofiane sohan soline sophia sophie soren soumaya stanislas stella stephane suzanne swann sylvain sylvie tao tess tessa
thais thea thelma theo theodore thibault thibaut thomas tiago tilio tim timeo timothe timothee tino titouan tom
tristan ulysse vadim valentin valentina valentine valere vianney victoire victor victoria vincent violette virgile
wassim william willow yanis yann yannick yasmine yassine yaya younes youssef ysee yuna yvan zacharie zakaria zayn
zelie zoe zoey
"""
USUAL = frozenset(_USUAL.split())

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


_NO_NAMES = """
minute minutes min heure heures seconde secondes soeur sœur frere neveu niece cousin cousine copain copine ami amie
voisin voisine virgule point stop importe exclu exclue etait vais machin truc froid chaud vegetarien vegetarienne chose
chien chat bebe gens monde euros euro prix merci noter urgence cas raison travail rien tout quelqu autre autres ke ki
ecole mairie maison menu soupe pain eau chaque deja toujours jamais bien mal trop tres vite tard tot
"""
NO_NAMES = frozenset(_NO_NAMES.split())
_ENDINGS = "ment ments tion tions sion sions ance ence ances ences iser uer ner ter ger cer rer ler ser ver yer cher"
ENDINGS = tuple(_ENDINGS.split())


def may_name(written: str, *, called: bool) -> bool:
    """Whether a word that is not known may be somebody's first name, where one would stand.

    A capital, or `called`: beside "pour", a child or what it does. No common noun is one, nor a verb by its ending.
    """
    word = fold(written.lower())
    if word in USUAL:
        return True
    if word in NO_NAMES or (not written[0].isupper() and word.endswith(ENDINGS)):
        return False
    return called or written[0].isupper()


@lru_cache(maxsize=1024)
def names_of(children: tuple[str, ...]) -> Names:
    """The names of `children`, made ready once for each household."""
    return Names(children)


def children_named(text: str, children: tuple[str, ...]) -> tuple[str, ...]:
    """The children whose first name stands in `text` as it is written, accents and capitals aside."""
    words = set("".join(c if c.isalnum() else " " for c in fold(text.lower())).split())
    return tuple(child for child in children if set(fold(child.lower()).split()) <= words)
