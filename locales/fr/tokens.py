"""From a text to tokens: words, numbers and dates in figures, each with its kind; what cannot matter is left out."""

from collections.abc import Iterator
from typing import Any

from locales.fr.figures import FIGURE, NUMBER, PADDED, YEAR, month_and_year, sized, week_of_year, written
from locales.fr.kinds import kind
from locales.fr.lexicon import LEXICON, PHRASED
from locales.fr.names import USUAL, Names
from locales.fr.numerals import spelled_number
from locales.fr.patterns import Token
from locales.fr.scanning import Raw, scan
from locales.fr.spelled import corrected
from locales.fr.words import NUMBERS

COURTESY = {"mme", "madame", "mr", "monsieur", "cordialement", "cdt", "bonjour", "bonsoir", "salut"}
FAREWELLS = {*COURTESY, "merci", "avance", "remercie", "journee", "soiree", "bientot", "cdlt"}
LONGEST_NUMBER = 9
LONGEST_SIGNATURE = 5
# More words that matter than this are no request: they are not read to the end.
MOST_TOKENS = 100
_MARKS = {
    "-": "dash", "–": "dash", "—": "dash", "→": "dash", ",": "comma", ";": "stop", ":": "colon", ".": "stop", "?": "question",
    "!": "stop", "&": "and", "+": "and", "/": "slash", "(": "comma", ")": "comma", "\n": "stop",
}  # fmt: skip
_MARK_KINDS = {mark: kind(name) for mark, name in _MARKS.items()}
HARMLESS, UNKNOWN, PROPER, CHILD = kind("harmless"), kind("unknown"), kind("proper"), kind("child")
ORDINAL, DATE, TIME = kind("ordinal"), kind("date"), kind("time")
WEEK, DASHED, WEEKDAY, QUARTER = kind("week"), kind("dashed"), kind("weekday"), kind("quarter")
LETTERS = {"l": 1, "m": 2, "j": 4, "v": 5}
EAT, FOR = kind("eat"), kind("for")
DASH, STOP, QUESTION, MONTH, FEAST, SLASH, AND, COMMA = (
    kind(n) for n in ("dash", "stop", "question", "month", "feast", "slash", "and", "comma")
)
DAYISH = {kind("weekday"), kind("weekdays"), MONTH, NUMBER, PADDED, ORDINAL, YEAR}
ABBREVIATED = {kind("weekday"), MONTH, kind("week"), kind("for")}
DATE_WORDS = {MONTH, FEAST, kind("weekday")}


def tokenize(text: str, names: Names) -> list[Token]:
    """`text`, made `normal` before, as tokens; harmless words are left out."""
    return _Reader(scan(text), names).read()


class _Reader:
    """Goes through what was scanned, from left to right, and makes tokens of it."""

    def __init__(self, raws: list[Raw], names: Names) -> None:
        self.raws, self.names = raws, names
        self.tokens: list[Token] = []
        self.at = 0

    def read(self) -> list[Token]:
        make = {
            "word": self._word,
            "number": self._number,
            "ordinal": self._ordinal,
            "mark": self._mark,
            "figures": self._figures,
            "week": self._week,
            "quarter": self._quarter,
            "letters": self._letters,
            "time": self._time,
        }
        while self.at < len(self.raws) and len(self.tokens) <= MOST_TOKENS:
            raw = self.raws[self.at]
            self.at += 1
            make[raw.what](raw)
        return self.tokens

    def _add(self, token_kind: str, value: Any, raw: Raw, last: Raw | None = None) -> None:
        if token_kind == HARMLESS:
            self._drop_article(raw.start)
        else:
            self.tokens.append(Token(token_kind, value, raw.start, (last or raw).end))

    def _drop_article(self, start: int) -> None:
        """An article goes with the word it stands before: of « chez le dentiste lundi », "le lundi" is not left."""
        tokens = self.tokens
        while tokens and tokens[-1].kind in LED and tokens[-1].end >= start - 1:
            token = tokens.pop()
            start = token.start
            if token.value == "a":
                tokens.append(token._replace(value="has"))  # « Tom a une sortie jeudi » is no "à jeudi"
                return

    # Figures

    def _number(self, raw: Raw) -> None:
        self._add(*sized(raw.text), raw)

    def _week(self, raw: Raw) -> None:
        """« S50 », "2026-W50", "2026-W50-4"."""
        year, number, day = week_of_year(raw.text)
        if day:
            self._add(WEEKDAY, day, raw)
        self._add(WEEK, "week", raw)
        self._add(*sized(number), raw)
        if year:
            self._add(YEAR, year, raw)

    def _quarter(self, raw: Raw) -> None:
        """« T1 2027 », "3T"."""
        self._add(ORDINAL, int(raw.text.strip("t")), raw)
        self._add(QUARTER, "quarter", raw)

    def _letters(self, raw: Raw) -> None:
        """« L, M, J et V »: of two M the second is a Wednesday."""
        letters = [letter for letter in raw.text if letter.isalpha()]
        for index, letter in enumerate(letters):
            self._add(WEEKDAY, 3 if letter == "m" and "m" in letters[:index] else LETTERS[letter], raw)

    def _time(self, raw: Raw) -> None:
        """« à 18h35 » is no day, but an agent's note of an hour is no wish either."""
        self._add(TIME, None, raw)

    def _ordinal(self, raw: Raw) -> None:
        rank = int("".join(filter(str.isdigit, raw.text)))
        self._add(ORDINAL if rank else FIGURE, rank, raw)

    def _figures(self, raw: Raw) -> None:
        raw = raw._replace(text="".join(raw.text.replace("er", "").split()))
        if "-" in raw.text and "/" in raw.text:
            self._number(raw._replace(text=raw.text.split("-")[0]))
            self._add(DASH, None, raw)
            self._figures(raw._replace(text=raw.text.split("-")[1]))
            return
        mark = next(c for c in raw.text if not c.isdigit())
        parts = raw.text.split(mark)
        day = None if self._is_month_next() else written(parts, mark)
        if day:
            self._add(DATE, day, raw)
        elif len(parts) == 2 and (month := month_and_year(*parts)):
            is_week = bool(self.tokens) and self.tokens[-1].kind == WEEK
            self._add(NUMBER if is_week else MONTH, month[0], raw)
            self._add(YEAR, month[1], raw)
        elif mark == "-" and len(parts) == 2 and int(parts[1]) <= 12 and not self._is_month_next():
            self._add(DASHED, (int(parts[0]), int(parts[1])), raw)
        else:
            self._several(parts, mark, raw)

    def _several(self, parts: list[str], mark: str, raw: Raw) -> None:
        """Days in a row: "16-17 avril", "14/15/17 décembre"."""
        for index, part in enumerate(parts):
            if index:
                self._add(DASH if mark == "-" and len(parts) == 2 else SLASH, None, raw)
            self._add(*sized(part), raw)

    def _is_month_next(self) -> bool:
        following = self.raws[self.at] if self.at < len(self.raws) else None
        known = LEXICON.get(following.plain) if following and following.what == "word" else None
        return known is not None and known[0] == MONTH

    # Marks

    def _mark(self, raw: Raw) -> None:
        before, after = self.at - 2, self.at
        mark_kind = _MARK_KINDS[raw.text]
        if raw.text == "." and self._is_abbreviated():
            return
        if mark_kind in (DASH, SLASH) and self._is_inside_date():
            return
        if mark_kind == DASH and before >= 0 and after < len(self.raws):
            left, right = self.raws[before], self.raws[after]
            if left.end == raw.start and right.start == raw.end and "word" in (left.what, right.what):
                if right.text in PRONOUNS and self.tokens and self.tokens[-1].kind in TRANSITIVE:
                    self.at += 1  # « désinscris-la »
                    return
                dayish = self.tokens and self.tokens[-1].kind in DAYISH
                known = LEXICON.get(right.plain, (None, None))[0]
                if not (dayish and (known in DAYISH or right.what != "word")):
                    return
        self._add(mark_kind, None, raw)

    def _is_inside_date(self) -> bool:
        """Whether a dash or slash joins the parts of one date: "15-nov-2026"."""
        last, after = self.tokens[-1] if self.tokens else None, self.raws[self.at : self.at + 1]
        if last is None or not after or after[0].start != self.raws[self.at - 1].end:
            return False
        if last.kind in (NUMBER, PADDED):
            return self._is_month_next()
        return last.kind == MONTH and after[0].what == "number" and len(after[0].text) == 4

    def _is_abbreviated(self) -> bool:
        """Whether the dot belongs to the word before it: "jeu.", "déc."."""
        last = self.tokens[-1] if self.tokens else None
        return last is not None and (last.kind == DATE or (last.kind in ABBREVIATED and last.end - last.start <= 4))

    # Words

    def _word(self, raw: Raw) -> None:
        if raw.plain in NUMBERS and self._spelled(raw):
            return
        if raw.plain in self.names.first_words and self._child(raw):
            return
        if not self.tokens and self._is_subject(raw):
            self._add(PROPER, self._written(raw), raw)
            return
        if raw.plain in PHRASED and self._phrase(raw):
            return
        known = LEXICON.get(raw.text) or LEXICON.get(raw.plain)
        if known:
            self._add(*known, raw)
        else:
            self._unknown(raw)

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
            if last is not None and (rest or not self._is_date_word(raw)):
                self._add(CHILD, (name,), raw, self.raws[last - 1])
                self.at = last
                return True
        return False

    def _is_date_word(self, raw: Raw) -> bool:
        """Whether a word that is a child's name is here a month, a feast or a day."""
        known = LEXICON.get(raw.plain, (None, None))[0]
        if known not in DATE_WORDS and raw.plain not in PHRASED:
            return False
        before = [token.kind for token in self.tokens[-3:]]
        while before and before[-1] in ARTICLES:
            before.pop()
        return bool(before) and before[-1] in DATE_OPENERS

    def _is_subject(self, raw: Raw) -> bool:
        """« Noël mange lundi »: what would be a day is somebody, who need not be of the household."""
        after = self.raws[self.at] if self.at < len(self.raws) else raw
        if LEXICON.get(after.plain, ("",))[0] != EAT:
            return False
        is_feast = any(not rest and name == FEAST for rest, name, _ in PHRASED.get(raw.plain, ()))
        return is_feast or LEXICON.get(raw.plain, ("",))[0] == MONTH

    def _is_signed(self) -> bool:
        """Whether what is left signs the message: « Merci d'avance, Camille Martin »."""
        here = self.at - 1
        before, rest = self.raws[max(here - 5, 0) : here], self.raws[here:]
        if not before or before[-1].what != "mark" or len(rest) > LONGEST_SIGNATURE:
            return False
        if any(raw.plain in self.names.first_words or not (raw.is_proper or raw.what == "mark") for raw in rest):
            return False
        return any(raw.plain in FAREWELLS for raw in before)

    def _unknown(self, raw: Raw) -> None:
        if self._is_signed():
            self.at = len(self.raws)
            return
        if near := self.names.near(raw.plain):
            self._add(CHILD, near, raw)
            return
        if raw.is_proper and self.tokens and self.tokens[-1].kind == CHILD and raw.plain not in USUAL:
            return
        if self._is_signature():
            return
        if raw.plain in USUAL:
            self._add(PROPER, self._written(raw), raw)
            return
        word = corrected(raw.plain)
        if word and LEXICON[word][0] != HARMLESS:
            self._add(*LEXICON[word], raw)
        elif len(raw.plain) > 2 or self._is_short_name(raw):
            self._add(PROPER if raw.is_proper and self.tokens and self.tokens[-1].kind != STOP else UNKNOWN,
                      self._written(raw), raw)  # fmt: skip

    def _is_short_name(self, raw: Raw) -> bool:
        """« jb mange », "pour jb"."""
        after = self.raws[self.at].plain if self.at < len(self.raws) else ""
        before = self.tokens[-1].kind if self.tokens else ""
        return len(raw.plain) == 2 and (before == FOR or LEXICON.get(after, ("",))[0] == EAT)

    def _is_signature(self) -> bool:
        """Whether the word signs or addresses the message: « Mme Martin », « Bonjour Sandrine, »."""
        words = [raw.plain for raw in self.raws[max(self.at - 3, 0) : self.at - 1] if raw.what == "word"]
        before = words[-1] if words else ""
        after = self.raws[self.at] if self.at < len(self.raws) else None
        return before in COURTESY and (after is None or after.what == "mark")

    @staticmethod
    def _written(raw: Raw) -> str:
        return raw.text.capitalize()

    def _spelled(self, raw: Raw) -> bool:
        """A number in words, of one word or several; "sept" after a number is September."""
        words = [raw, *self._following(self.at)]
        value, used = spelled_number([word.plain for word in words])
        if used == 1 and raw.plain in ("un", "une"):
            return False
        if used == 1 and raw.plain == "sept" and self.tokens and self.tokens[-1].kind in (NUMBER, PADDED, ORDINAL):
            return False
        last = words[used - 1]
        self.at = self.raws.index(last, self.at - 1) + 1
        self._add(YEAR if 1900 <= value <= 2199 else NUMBER if value < 100 else FIGURE, value, raw, last)
        return True


PRONOUNS = {"le", "la", "les"}
TRANSITIVE = {kind("book"), kind("cancel"), kind("swap")}
LED = {kind(name) for name in ("le", "les", "of", "du", "at", "one", "my")}
ARTICLES = {kind("of"), kind("du"), kind("le"), kind("les"), kind("at")}
_OPENERS = (
    "number padded ordinal en part until before after from months between holidays eve month week since by_then rentree"
)
DATE_OPENERS = {kind(name) for name in _OPENERS.split()}
