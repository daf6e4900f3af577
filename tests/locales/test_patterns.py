"""The machinery: what a pattern matches, what a rule is handed, which rule wins."""

import pytest

from locales.fr.kinds import alias, kind
from locales.fr.patterns import Layer, Rules, Token
from locales.fr.pieces.days import Offset


def tokens(text: str) -> list[Token]:
    return [Token(kind(word.split("=")[0]), word.split("=")[-1], i, i + 1) for i, word in enumerate(text.split())]


def rewritten(rules: Rules, text: str) -> list[tuple[str, object]]:
    return [(token.kind, token.value) for token in Layer(rules).rewrite(tokens(text))]


def test_a_named_item_is_handed_its_value_and_a_named_group_its_tokens() -> None:
    rules = Rules()

    @rules.rule("t_out", "t_a first:t_b rest:((t_c t_d)*) last:t_e?")
    def build(first: str, rest: list[Token], last: str | None = None) -> object:
        return first, [token.value for token in rest], last

    assert rewritten(rules, "t_a t_b=1 t_c t_d=2 t_c t_d=3") == [(kind("t_out"), ("1", ["t_c", "2", "t_c", "3"], None))]
    assert rewritten(rules, "t_a t_b=1 t_e=4") == [(kind("t_out"), ("1", [], "4"))]


def test_the_first_rule_that_matches_wins_unless_it_declines() -> None:
    rules = Rules()

    @rules.rule("t_out", "x:t_a t_b")
    def choosy(x: str) -> str | None:
        return "both" if x == "yes" else None

    @rules.rule("t_out", "t_a")
    def plain() -> str:
        return "one"

    assert rewritten(rules, "t_a=yes t_b") == [(kind("t_out"), "both")]
    assert rewritten(rules, "t_a=no t_b") == [(kind("t_out"), "one"), (kind("t_b"), "t_b")]


def test_a_declined_match_leaves_the_token_when_no_other_rule_fits() -> None:
    rules = Rules()

    @rules.rule("t_out", "t_a t_b")
    def never() -> None:
        return None

    assert rewritten(rules, "t_a t_b") == [(kind("t_a"), "t_a"), (kind("t_b"), "t_b")]


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("t_a !t_b", "t_a t_b", False),
        ("t_a !t_b", "t_a t_c", True),
        ("t_a &t_b", "t_a t_b", True),
        ("t_a &t_b", "t_a", False),
        ("<t_b t_a", "t_b t_a", True),
        ("<t_b t_a", "t_c t_a", False),
        ("^ t_a", "t_a", True),
        ("^ t_a", "t_b t_a", False),
        ("(t_b | t_c t_d) t_a", "t_c t_d t_a", True),
        ("(t_b)+ t_a", "t_b t_b t_a", True),
        ("t_either t_a", "t_c t_a", True),
    ],
)
def test_what_stands_around_may_count(pattern: str, text: str, *, matches: bool) -> None:
    rules = Rules()
    rules.rule("t_out", pattern)(lambda: "made")
    assert (kind("t_out") in [made for made, _ in rewritten(rules, text)]) is matches


def test_a_class_of_kinds_is_declared_once() -> None:
    with pytest.raises(ValueError, match="t_either"):
        alias("t_either", "t_a")


def test_a_piece_is_equal_by_what_it_holds() -> None:
    assert Offset(1) == Offset(days=1)
    assert len({Offset(1), Offset(days=1), Offset(2)}) == 2
    assert repr(Offset(1)) == "Offset(days=1)"


alias("t_either", "t_b t_c")
