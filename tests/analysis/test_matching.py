import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.analysis.matching import Matcher
from linter.analysis.patterns import Pattern, Text, hits
from linter.analysis.required import required

PATTERNS = [
    Pattern(source, case, per)
    for source in (
        r"\bthe ⟨\w{1,4}⟩",
        r"a.{0,5}b",
        r"^⟨[—–-] \w+⟩",
        "é[à-ü]?t",
        r"\p{Lu}\p{Ll}+",
        r"[^a-z ]{2,3}",
        r"\S+ \W",
        r"⟨\d{2}⟩(?: ?%|°)",
        r"\x{e9}|\x61",
        r"\PL{2}",
        r"[\W]t",
        r"[^\Wa]",
        r"[\p{P}\p{S}]{1,2}",
        r"\p{Zs}⟨\pS⟩",
        r"[ -é]{3}",
        r"[x\D]e",
        r"a{foo}|e\{2",
        "…",
        "⟨the|(?:he |a)b?⟩ ?t",
        "(?:the ?){2,3}|ab{0}(?:ea)+",
        r"\b(?i)(?:(?:at|bat|[eh]a)* ⟨h(?:at|et)⟩|beat)",
        "(?:(?:)|the) at|beat|é",
    )
    for case in ("fold", "exact")
    for per in ("sentence", "block")
]
MATCHER = Matcher(PATTERNS, ["al-Qaeda", "the", "The Hague"])


@settings(derandomize=True, max_examples=500, deadline=None)
@given(st.text(st.sampled_from("theab Éét—– 12%°…-àÜX🙂.")))
def test_whatever_a_pattern_hits_is_a_candidate(source: str) -> None:
    text = Text(source)
    for per in ("sentence", "block"):
        candidates = MATCHER.candidates(per, text)
        assert [p.source for p in PATTERNS if p.per == per and next(hits(p, text), None) and p not in candidates] == []


def test_literals_are_found_as_whole_words_whatever_their_case() -> None:
    assert MATCHER.literal_places("Then AL-QAEDA left The Hague.") == [("al-qaeda", 5, 13), ("the", 19, 22), ("the hague", 19, 28)]


def test_a_matcher_of_nothing_finds_nothing() -> None:
    empty = Matcher((), ())

    assert empty.candidates("block", Text("the")) == []
    assert empty.literal_places("the") == []


@pytest.mark.parametrize("source", ["éa", "naïve", "Ünal"])
def test_letters_beyond_ascii_fold_their_case(source: str) -> None:
    matcher = Matcher([Pattern(source)], ())

    assert matcher.candidates("sentence", Text(source.upper()))


def test_signs_that_are_another_form_of_a_letter_count_as_the_letter() -> None:
    assert Matcher([Pattern("tasks")], ()).candidates("sentence", Text("ta\u017f\u212a\u017f"))


@pytest.mark.parametrize(
    ("source", "sets"),
    [
        ("the ⟨ferry⟩", [["the ferry"]]),
        ("The (?:old |new )?ferry", [["the ferry", "the new ferry", "the old ferry"]]),
        (r"\bferry\b.{0,20} (?:port|quay)s?", [[" port", " ports", " quay", " quays"], ["ferry"]]),
        (r"(?:ferry|\w+ boat)", [[" boat", "ferry"]]),
        (r"(?:ferry|\w+)", []),
        ("X{4,12}", [["xxxx"]]),
        ("[tT]ides?", [["tide", "tides"]]),
        (r"(?:ferry)? \d", []),
        (r"(?:ferry )+quay", [["ferry "], ["quay"]]),
        ("éta", []),
        (r"\{\{[^{}]{0,120}\}\}", [["{{"], ["}}"]]),
    ],
)
def test_what_a_pattern_needs(source: str, sets: list[list[str]]) -> None:
    assert sorted(required(source)) == sets
