import pytest

from linter.analysis.patterns import WIDEST, Pattern, PatternError, Text, compiled, hits


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


@pytest.mark.parametrize("source", [r"(?:\w+\s?)+:", ".*foo", "[^,]+,", r"(?:a b)*", r"[\w ]{3,}", r".{0,201}"])
def test_a_wide_repetition_without_bound_is_refused(source: str) -> None:
    with pytest.raises(PatternError, match=f"bound it: {{0,{WIDEST}}}"):
        compiled(Pattern(source))


@pytest.mark.parametrize("source", [r"\w+ \w+", " +", "[^ ,]+,", r"(?:\w+ ){0,5}x", ".{0,200}x", r"\S+"])
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
        (r"(\w)\1", "not a pattern"),
    ],
)
def test_a_pattern_that_cannot_work_is_refused_with_its_reason(source: str, says: str) -> None:
    with pytest.raises(PatternError, match=says):
        compiled(Pattern(source))


def test_nothing_is_written_to_stderr_for_a_bad_pattern(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(PatternError):
        compiled(Pattern("a{5000}"))

    assert capfd.readouterr().err == ""
