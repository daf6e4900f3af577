"""What the cutting of a sentence goes by: where it stands, the clause at hand, and what was said and not yet used."""

from collections.abc import Sequence

from locales.fr.clauses.pieces import AND, APART, ATTRIBUTES, COMMA, DAYS, PEOPLE, SAYING, SERVICES, STOP, UNKNOWN, VERB
from locales.fr.frames import Frame
from locales.fr.patterns import Token
from locales.fr.pieces.lists import Listed
from locales.fr.segments import segments
from locales.fr.sentence import Clause, Sentence
from locales.fr.tables import Table


class State:
    """Where the cutting stands; the rooms above say what each kind of piece does to it."""

    def __init__(self, tokens: Sequence[Token], text: str) -> None:
        self.tokens, self.text = tokens, text
        self.sentence = Sentence()
        self.clause = self.sentence.clauses[-1]  # the one at hand
        self.table = Table(tokens)
        self.starts = {segment.first: segment for segment in segments(tokens)}
        self.segment = next(iter(self.starts.values()), None)
        self.began = 0  # clauses there were when the segment began
        self.pending_or = False
        self.joined, self.joint = False, ""
        self.role = "given"
        self.frame: Frame | None = None
        self.neither = False
        self.repeated = False
        self.correcting = ""
        self.reason = False
        self.swapping = False
        self.refusing = False  # « et rien pour Tom »
        self.refusing_days = False
        self.corrected = ""
        self.index = 0
        self.boundary = ""  # the last "et", comma or "mais" that nothing was said after
        self.stopped = False
        self.awaiting: list[Token] = []

    def _left(self, token: Token) -> None:
        if not self.reason:
            words = self.text[token.start : token.end]
            self.clause.left.append(words)
            if token.kind == UNKNOWN:
                self.sentence.unread.append(words)

    def doubt(self, token: Token) -> None:
        if not self.reason:
            self.clause.doubts.append(self.text[token.start : token.end])

    def _hint(self, name: str) -> None:
        if self.reason:
            return  # « suite à un changement de planning »
        if name == "can" and self.joint == PEOPLE:
            self.doubt(self.tokens[self.index])  # « Tom pourrait manger »
        self.clause.hints.add(name)
        self.sentence.hints.add(name)

    def _open_clause(self, *, contrary: Clause | None = None) -> None:
        hints = self.clause.hints & {"can"} if self.began < len(self.sentence.clauses) else set()
        self.clause = Clause(hints=hints, contrary=contrary)
        self.sentence.clauses.append(self.clause)
        self.reason = self.swapping = False

    def _is_followed_by_verb(self, index: int | None = None) -> bool:
        """Whether a verb comes next, before anything else is said or joined."""
        following = [token.kind for token in self.tokens[(self.index if index is None else index) + 1 :]]
        for at, found in enumerate(following):
            if found in SAYING:
                return True
            listed = found in (AND, COMMA) and following[at + 1 : at + 2] == [PEOPLE]
            if not listed and found != PEOPLE and (found in APART or found in ATTRIBUTES or found == STOP):
                return False
        return False

    def _is_day_away(self) -> bool:
        """« mardi : maison », on a line among those of other days."""
        segment = self.segment
        alone = segment is not None and not segment.kinds & {PEOPLE, SERVICES, VERB} and DAYS in segment.kinds
        return alone and len(self.starts) > 1 and not self.clause.verbs

    def _drop_last_day(self) -> None:
        days = self.clause.group.days
        last = days.pop() if days else None
        if isinstance(last, Listed) and len(last.pieces) > 1:
            days.append(Listed(last.pieces[:-1]))

    def _rest(self, index: int) -> Sequence[Token]:
        """What comes after `index` in its segment."""
        return self.tokens[index + 1 : self.segment.last + 1] if self.segment else ()
