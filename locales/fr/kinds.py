"""Kinds of tokens: each is one character, so that a sentence is a short string; classes stand for several kinds."""

from itertools import count

_KINDS: dict[str, str] = {}
_LETTERS = (chr(code) for code in count(0x41) if chr(code).isalnum())


def kind(name: str) -> str:
    """The character that stands for the kind called `name`, given at its first mention."""
    if name not in _KINDS:
        _KINDS[name] = next(_LETTERS)
    return _KINDS[name]


def kinds(names: str) -> list[str]:
    """The kinds of `names`, separated by blanks."""
    return [kind(name) for name in names.split()]


def name_of(letter: str) -> str:
    """The name of the kind that `letter` stands for."""
    return next(name for name, letters in _KINDS.items() if letters == letter)


def alias(name: str, names: str) -> str:
    """Let `name` stand, in patterns, for any of the kinds of `names`; returns their characters."""
    if name in _KINDS:
        raise ValueError(name)
    _KINDS[name] = "".join(kinds(names))
    return _KINDS[name]


alias("sep", "and comma slash ni")
alias("n", "number padded ordinal")
alias("count", "number one padded")
alias("unit", "day week months years fortnight weekend quarter")
alias("fill", "of du le les at")
alias("link", "of du le les")
alias("next", "coming following posterior")
alias("side", "next last prior")
alias("beside", "before after prior posterior")
alias("f", "of du le les at for")
alias("j", "and comma slash of du le les at for")
