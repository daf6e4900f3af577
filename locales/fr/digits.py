"""From figures and marks to tokens: « 08/12 », "16-17 avril", « S50 », "T1 2027", "L, M et J"."""

from locales.fr.figures import FIGURE, NUMBER, PADDED, YEAR, month_and_year, sized, week_of_year, written
from locales.fr.hours import hour_of
from locales.fr.kinds import kind, kinds
from locales.fr.lexicon import LEXICON
from locales.fr.reader import Reader
from locales.fr.scanning import Raw

_MARKS = """
dash     - – — →
comma    , ( )
stop     ; . !
colon    :
question ? ❓ ❔
maybe_not [ ] ~ 🚫 ⛔ 👎 🙅 🤔 🤷
and      & +
slash    /
yes      ✅ ✔ ☑ 👍
no       ❌ ✖ ✗ ✘
"""
MARKS = {mark: kind(name) for name, *marks in map(str.split, _MARKS.strip().splitlines()) for mark in marks}
MARKS["\n"] = kind("stop")
ORDINAL, DATE, TIME, WEEK, DASHED, WEEKDAY, QUARTER = kinds("ordinal date time week dashed weekday quarter")
DASH, SLASH, MONTH, PRONOUN = kinds("dash slash month pronoun")
LETTERS = {"l": 1, "m": 2, "j": 4, "v": 5}
DAYISH = {WEEKDAY, kind("weekdays"), MONTH, NUMBER, PADDED, ORDINAL, YEAR}
ABBREVIATED = {WEEKDAY, MONTH, WEEK, *kinds("for around")}
PRONOUNS = {"le", "la", "les"}
TRANSITIVE = set(kinds("book cancel swap"))


class DigitReader(Reader):
    """Reads figures and marks."""

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
        letters = [letter for letter in raw.text if letter in LETTERS]
        for index, letter in enumerate(letters):
            self._add(WEEKDAY, 3 if letter == "m" and "m" in letters[:index] else LETTERS[letter], raw)

    def _time(self, raw: Raw) -> None:
        """« à 18h35 » is no day, but an agent's note of an hour is no wish either."""
        self._add(TIME, hour_of(raw.text), raw)

    def _ordinal(self, raw: Raw) -> None:
        rank = int("".join(filter(str.isdigit, raw.text)))
        self._add(ORDINAL if rank else FIGURE, rank, raw)

    def _figures(self, raw: Raw) -> None:
        raw = raw._replace(text="".join(raw.text.replace("er", "").split()))
        if "-" in raw.text and "/" in raw.text:
            self._up_to(raw)
            return
        mark = next(c for c in raw.text if not c.isdigit())
        parts = raw.text.split(mark)
        day = None if self._is_month_next() else written(parts, mark)
        if day:
            self._add(DATE, day, raw)
        elif len(parts) == 2 and (month := month_and_year(*parts)):
            self._add(NUMBER if self.before == WEEK else MONTH, month[0], raw)
            self._add(YEAR, month[1], raw)
        elif mark == "-" and len(parts) == 2 and int(parts[1]) <= 12 and not self._is_month_next():
            self._add(DASHED, (int(parts[0]), int(parts[1])), raw)
        else:
            self._several(parts, mark, raw)

    def _up_to(self, raw: Raw) -> None:
        """« 3-14/12 »."""
        first, last = raw.text.split("-")
        self._number(raw._replace(text=first))
        self._add(DASH, None, raw)
        self._figures(raw._replace(text=last))

    def _several(self, parts: list[str], mark: str, raw: Raw) -> None:
        """Days in a row: "16-17 avril", "14/15/17 décembre"."""
        for index, part in enumerate(parts):
            if index:
                self._add(DASH if mark == "-" and len(parts) == 2 else SLASH, None, raw)
            self._add(*sized(part), raw)

    def _is_month_next(self) -> bool:
        following = self.after
        known = LEXICON.get(following.plain) if following and following.what == "word" else None
        return known is not None and known[0] == MONTH

    def _mark(self, raw: Raw) -> None:
        mark = MARKS[raw.text]
        if raw.text == "." and self._is_abbreviated():
            return
        if mark in (DASH, SLASH) and self._is_inside_date():
            return
        if mark == DASH and self._is_inside_word(raw):
            return
        self._add(mark, None, raw)

    def _is_inside_word(self, raw: Raw) -> bool:
        """Whether a dash joins words, but for days: "week-end", « lundi-mardi »; the pronoun of "inscris-la" goes."""
        left, right = self.raws[self.at - 2], self.after
        if right is None or left.end != raw.start or right.start != raw.end or "word" not in (left.what, right.what):
            return False
        if right.text in PRONOUNS and self.before in TRANSITIVE:
            self.at += 1
            self._add(PRONOUN, None, right)
            return True
        known = LEXICON.get(right.plain, ("",))[0]
        return self.before not in DAYISH or (known not in DAYISH and right.what == "word")

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
