"""From a text to tokens: words, numbers and dates in figures, each with its kind; what cannot matter is left out."""

from collections.abc import Callable, Iterator

from locales.fr.digits import DigitReader
from locales.fr.figures import FIGURE, NUMBER, PADDED, YEAR
from locales.fr.kinds import kind, kinds
from locales.fr.lexicon import LEXICON, PHRASED
from locales.fr.names import USUAL, Names
from locales.fr.numerals import spelled_number
from locales.fr.patterns import Token
from locales.fr.reader import HARMLESS
from locales.fr.scanning import Raw, scan
from locales.fr.signatures import is_addressed, is_short_name, is_signed, is_subject
from locales.fr.spelled import corrected, is_near
from locales.fr.words import NUMBERS

LONGEST_NUMBER = 9
NUMERALS = {*NUMBERS, "cent", "mille"}
TENS = {10, 20, 30}
# More words that matter than this are no request: they are not read to the end.
MOST_TOKENS = 100
UNKNOWN, PROPER, CHILD, STOP, ORDINAL, MONTH, MAYBE_NOT, FOR = kinds(
    "unknown proper child stop ordinal month maybe_not for"
)
ARTICLE = kind("le")
SHORT_FILLER = 5  # letters: a misspelt word so short may be another
ARTICLES_WRITTEN = ("le", "la")
LIKE_NOT = 3  # letters, as "pas" has: "aps", "oas"
BEFORE_MONTH = {NUMBER, PADDED, *kinds("ordinal en part months")}
DATE_WORDS = set(kinds("month feast weekday"))
TITLE, QUALIFIER, *CHILDREN = kinds("title qualifier kid kids")
ORDINARY = set(kinds("harmless mark thanks qualifier yes"))
ORDERING = set(kinds("cancel book service care"))
COUNTED = {NUMBER, PADDED, *kinds("one le les this")}
ARTICLES = set(kinds("of du le les at"))
_OPENERS = """
number padded ordinal en part until before after from months between holidays eve month week since by_then rentree
"""
DATE_OPENERS = set(kinds(_OPENERS))


def tokenize(text: str, names: Names) -> list[Token]:
    """`text`, made `normal` before, as tokens; harmless words are left out."""
    return TokenReader(scan(text), names).read()


class TokenReader(DigitReader):
    """Goes through what was scanned, from left to right, and makes tokens of it."""

    def read(self) -> list[Token]:
        while self.at < len(self.raws) and len(self.tokens) <= MOST_TOKENS:
            raw = self.raws[self.at]
            self.at += 1
            MAKERS[raw.what](self, raw)
        return sorted(self.tokens + self.beside, key=_start) if self.beside else self.tokens

    def _word(self, raw: Raw) -> None:
        if raw.plain in NUMERALS and self._spelled(raw):
            return
        if raw.plain == "mar" and self.before in (NUMBER, PADDED) and self._is_year_next():
            self._add(MONTH, 3, raw)
            return
        if raw.plain in self.names.first_words and self._child(raw):
            return
        if not self.tokens and is_subject(self, raw):
            self._add(PROPER, raw.text.capitalize(), raw)
            return
        if raw.plain in PHRASED and self._phrase(raw):
            return
        if raw.is_proper and self._is_titled(raw):
            return
        if raw.plain == "j" and self.before not in COUNTED:
            return  # « j'ai », no day
        known = LEXICON.get(raw.text) or LEXICON.get(raw.plain)
        short = len(raw.plain) <= len(ARTICLES_WRITTEN) and raw.plain not in ARTICLES_WRITTEN
        accented = raw.text != raw.plain and raw.text not in LEXICON and raw.plain in ARTICLES_WRITTEN  # « Lé mange »
        if (self.before == FOR and self._is_last(raw) and (short or raw.plain == "nous")) or accented:
            self._add(UNKNOWN, raw.text.capitalize(), raw)
            return
        if known and known[0] == ARTICLE and self.before == FOR and self._is_last(raw):
            self._add(UNKNOWN, raw.text.capitalize(), raw)
        elif known:
            self._add(*known, raw)
        else:
            self._unknown(raw)

    def _is_titled(self, raw: Raw) -> bool:
        """« Bonjour Mme Petit »: a surname that is a word for a child besides."""
        before = self.raws[self.at - 2].plain if self.at > 1 else ""
        known = LEXICON.get(raw.plain, ("",))[0]
        return known in CHILDREN and LEXICON.get(before, ("",))[0] == TITLE

    def _is_last(self, raw: Raw) -> bool:
        """Whether nothing comes after, or it is no article as written: « pour L », "pour Lé lundi"."""
        return self.after is None or self.after.what == "mark" or raw.text not in LEXICON

    def _is_year_next(self) -> bool:
        """Whether a year comes next, or the dot of a month cut short: « sept. 2026 »."""
        after = [raw.text for raw in self.raws[self.at : self.at + 2]]
        if after[:1] == ["."]:
            after = after[1:]
        return bool(after) and after[0].isdigit() and len(after[0]) == 4

    def _price(self, raw: Raw) -> None:
        self._add(QUALIFIER, None, raw)

    def _following(self, index: int) -> Iterator[Raw]:
        """The words right after `index`, hyphens passed over."""
        for raw in self.raws[index : index + 2 * LONGEST_NUMBER]:
            if raw.what == "word":
                yield raw
            elif raw.text != "-":
                return

    def _phrase(self, raw: Raw) -> bool:
        for rest, token_kind, value in PHRASED[raw.plain]:
            last = self._matches(rest)
            if last is not None:
                self._add(token_kind, value, raw, self.raws[last - 1] if last > self.at else raw)
                self.at = last
                return True
        return False

    def _matches(self, rest: tuple[str, ...]) -> int | None:
        """The index after the words `rest`, if they come next."""
        index = self.at
        for word in rest:
            while index < len(self.raws) and self.raws[index].text == "-":
                index += 1
            if index >= len(self.raws) or self.raws[index].plain != word:
                return None
            index += 1
        return index

    def _child(self, raw: Raw) -> bool:
        for rest, name in self.names.first_words[raw.plain]:
            last = self._matches(rest)
            if last is not None and (rest or not (self._is_date_word(raw) or self._is_plain_word(raw))):
                self._add(CHILD, (name,), raw, self.raws[last - 1])
                self.at = last
                return True
        return False

    def _is_plain_word(self, raw: Raw) -> bool:
        """« je désire la cantine », "juste lundi", "parfait, cantine mardi", where a child is called so."""
        if LEXICON.get(raw.plain, ("",))[0] not in ORDINARY:
            return False
        before = self.raws[self.at - 2].plain if self.at > 1 else ""
        if not raw.is_proper or before in ("je", "j", "nous", "on"):
            return True
        if self.tokens or self.after is None:
            return False
        return self.after.what == "mark" or LEXICON.get(self.after.plain, ("",))[0] in ORDERING

    def _is_date_word(self, raw: Raw) -> bool:
        """Whether a word that is a child's name is here a month, a feast or a day."""
        known = LEXICON.get(raw.plain, (None, None))[0]
        if known not in DATE_WORDS and raw.plain not in PHRASED:
            return False
        before = [token.kind for token in self.tokens[-3:]]
        while before and before[-1] in ARTICLES:
            before.pop()
        return bool(before) and before[-1] in DATE_OPENERS

    def _unknown(self, raw: Raw) -> None:
        if is_signed(self):
            self.at = len(self.raws)
        elif near := self.names.near(raw.plain):
            self._add(CHILD, near, raw)
        elif is_addressed(self) or self._is_surname(raw):
            return
        elif raw.plain in USUAL:
            self._add(PROPER, raw.text.capitalize(), raw)
        else:
            self._misspelt(raw)

    def _is_surname(self, raw: Raw) -> bool:
        """A capital after a first name; where all is shouted it tells nothing, and a word misspelt is one."""
        if not raw.is_proper or self.before != CHILD:
            return False
        shouted = all(other.is_proper for other in self.raws if other.what == "word")
        return not (shouted and corrected(raw.plain))

    def _misspelt(self, raw: Raw) -> None:
        """A word one typo away from one that is known, else a name, else unknown."""
        word = corrected(raw.plain)
        if word and (LEXICON[word][0] != HARMLESS or len(word) > SHORT_FILLER):
            self._add(*LEXICON[word], raw)
        elif len(raw.plain) == LIKE_NOT and is_near(raw.plain, "pas"):
            self._add(MAYBE_NOT, None, raw)
        elif len(raw.plain) > 1 or self.before == FOR or is_short_name(self, raw):
            is_name = raw.is_proper and self.before not in ("", STOP)
            self._add(PROPER if is_name else UNKNOWN, raw.text.capitalize(), raw)

    def _spelled(self, raw: Raw) -> bool:
        """A number in words, of one word or several; "sept" after a number is September."""
        words = [raw, *self._following(self.at)]
        value, used = spelled_number([word.plain for word in words])
        if used == 1 and raw.plain in ("un", "une") and not self._is_month_next():
            return False
        if used == 1 and raw.plain == "sept" and (self.before in BEFORE_MONTH or self._is_year_next()):
            return False
        token_kind = YEAR if 1900 <= value <= 2199 else NUMBER if value < 100 else FIGURE
        if value in TENS and (rank := _rank(words[used:])):
            used += 1 + (words[used].plain == "et")
            token_kind, value = ORDINAL, value + rank
        last = words[used - 1]
        self.at = self.raws.index(last, self.at - 1) + 1
        self._add(token_kind, value, raw, last)
        return True


_SCANNED = "price word number ordinal mark figures week quarter letters time"
MAKERS: dict[str, Callable[[TokenReader, Raw], None]] = {
    name: getattr(TokenReader, f"_{name}") for name in _SCANNED.split()
}


def _start(token: Token) -> int:
    return token.start


def _rank(words: list[Raw]) -> int:
    """What is added to ten, twenty or thirty: « vingt et unième », "vingt-cinquième"."""
    plain = [word.plain for word in words[:2]]
    if plain == ["et", "unieme"]:
        return 1
    name, rank = LEXICON.get(plain[0], ("", 0)) if plain else ("", 0)
    return rank if name == ORDINAL and plain[0].endswith("ieme") and rank < 10 else 0
