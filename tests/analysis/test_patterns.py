import pytest

from linter.analysis.patterns import Pattern, PatternError, Text, compiled, hits, prove
from linter.analysis.translation import DEEPEST, WIDEST


def found(source: str, text: str, case: str = "fold") -> list[str]:
    return [text[hit.start : hit.end] for hit in hits(Pattern(source, case), Text(text))]


def test_the_marked_part_is_reported() -> None:
    assert found(r"between \d+ ⟨to⟩ \d+", "between 5 to 10 days") == ["to"]


def test_an_unmarked_pattern_is_reported_whole() -> None:
    assert found(r"more \w+ then", "far more costly then before") == ["more costly then"]


def test_case_is_ignored_unless_exact() -> None:
    assert found("tk", "TK and tk") == ["TK", "tk"]
    assert found("tk", "TK and tk", "exact") == ["tk"]


def test_word_classes_mean_unicode() -> None:
    assert found(r"caf\w", "un café") == ["café"]
    assert found(r"\d\d", "٤٢ rooms") == ["٤٢"]


@pytest.mark.parametrize(
    ("source", "text", "hits"),
    [
        (r"\pL+", "café 4", ["café"]),
        (r"\PL", "a-b 4", ["-", " ", "4"]),
        (r"caf\x{e9}", "un CAFÉ", ["CAFÉ"]),
        (r"caf\xe9", "un café", ["café"]),
        (r"[\xe9-\xeb]", "é è", ["é"]),
        (r"[^\W\d_]+", "Zoë_9", []),
        (r"[^\W\d]+", "Zoë is 9", ["Zoë", "is"]),
        (r"x[\W]y", "xéy x-y x—y", ["x-y", "x—y"]),
        (r"[\D]{2}", "٤٢ab", []),
        (r"\p{^Lu}", "Ab", []),
        (r"a\{foo\}|b{c}", "a{foo} b{c}", ["a{foo}", "b{c}"]),
        (r"(?P<edge0>a) (?P<mark>b)", "a b", ["a b"]),
        (r"(?-i)Ab(?i:c)", "Ab ABC AbC", ["AbC"]),
        (r"[\]\-^]", "a ] - ^", ["]", "-", "^"]),
    ],
)
def test_what_is_written_means_what_it_says(source: str, text: str, hits: list[str]) -> None:
    assert found(source, text) == hits


def test_a_hit_never_begins_or_ends_inside_a_word() -> None:
    assert found("lez", "González") == []
    assert found("the", "there, the") == ["the"]


def test_a_boundary_before_an_accented_letter_is_no_word_end() -> None:
    assert found(r"\w+ de\b.{0,9}", "casa débil") == []


def test_offsets_are_code_points_after_emoji_and_accents() -> None:
    text = "🙂 é the end"
    (hit,) = hits(Pattern("the end"), Text(text))
    assert (hit.start, hit.end) == (4, 11)


def test_named_groups_are_kept() -> None:
    (hit,) = hits(Pattern(r"a (?P<noun>\w+) of"), Text("a sort of"))
    assert hit.groups == {"noun": (2, 6)}


def test_hits_follow_one_another_without_overlap() -> None:
    assert found("lan lan|lan", "lan lan lan") == ["lan lan", "lan"]


def test_a_miss_inside_a_word_does_not_hide_the_hit_after_it() -> None:
    assert found("on the", "upon the roof, on the wall") == ["on the"]


SPANNING = [r"[ -~]+", r"[\x20-\x7e]+", r"(?:\x{20}\w)*", r"\PL+", r"\P{Lu}*x", r"[^\pL]{5,}", r"[\W]+", r"[^\D]*[\D]+", r"[\x{20}x]+", "⟨a b⟩+", r"[^\x{21}]+"]
"""Repetitions that span words, though no blank is written in them."""


@pytest.mark.parametrize("source", [r"(?:\w+\s?)+:", ".*foo", "[^,]+,", r"(?:a b)*", r"[\w ]{3,}", r".{0,201}", *SPANNING])
def test_a_wide_repetition_without_bound_is_refused(source: str) -> None:
    with pytest.raises(PatternError, match=f"bound it: {{0,{WIDEST}}}"):
        compiled(Pattern(source))


@pytest.mark.parametrize(
    "source", [r"\w+ \w+", " +", "[^ ,]+,", r"(?:\w+ ){0,5}x", ".{0,200}x", r"\S+", r"\pL+", r"[\pL-]+", r"\x20+", "[ ]+", r"[^\S]+", "a{2}b{3,}"]
)
def test_a_repetition_within_a_word_or_with_a_bound_is_fine(source: str) -> None:
    assert compiled(Pattern(source))


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("“early", "can never match: left double quotation mark"),
        ("a\u00a0b", "can never match: no-break space"),
        ("(?=x)", "look-around"),
        ("(?<!x)y", "look-around"),
        ("(a", "without"),
        ("a)", "without"),
        ("[a", "without"),
        ("a**", "not a pattern"),
        ("⟨a⟩ ⟨b⟩", "one ⟨"),
        (r"(\w)\1", r"“\\1” is not to be had"),
        (r"\C", r"“\\C” is not to be had"),
        (r"\Qa\E", "is not to be had"),
        ("[[:alpha:]]", r"write \\p{L}"),
        (r"\p{Foo}", "not a pattern"),
        (r"\p", "no property"),
        (r"\x{201c}", "can never match: left double"),
        (r"\t", "can never match"),
        ("[“”]", "can never match"),
        (r"[\x{2000}-\x{200a}]", "can never match"),
        ("[z-a]", "the wrong way round"),
        (r"[a-\w]", "is not to be had"),
        (r"\x{110000}", "no character"),
        (r"\x{d800}", "no character"),
        ("a\\", "ends in a backslash"),
        ("a{,5}", "a count begins with a number"),
        ("|*", "not a pattern"),
        ("(?>a)", "is no group"),
        ("(?P=a)", "is no group"),
        ("(?P<_mark>a)", "a group's name begins with a letter"),
        ("(?P<a>x)(?P<a>y)", "the group “a” stands twice"),
        ("(⟨a)⟩", "without"),
        ("(" * 3000 + "a" + ")" * 3000, f"more than {DEEPEST} deep"),
    ],
)
def test_a_pattern_that_cannot_work_is_refused_with_its_reason(source: str, says: str) -> None:
    with pytest.raises(PatternError, match=says):
        compiled(Pattern(source))


def test_nothing_is_written_to_stderr_for_a_bad_pattern(capfd: pytest.CaptureFixture[str]) -> None:
    for source in ("a{5000}", r"\p{Foo}", "|*", "(?:(?:[^a]{200}){200}){200}"):
        with pytest.raises(PatternError):
            prove(Pattern(source))

    assert capfd.readouterr().err == ""
