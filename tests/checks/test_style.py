"""One article, one way: abbreviations, compounds, spellings."""

from collections.abc import Callable

import pytest

from linter.model.rule import Match

Run = Callable[..., list[tuple[str, Match]]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Farrow Port Authority (FPA) is shut.", ["FPA"]),
        ("The Bureau of Ships and Docks (BSD) is shut.", ["BSD"]),
        ("The bureau of ships (BoS) is shut. BoS is old.", []),
        ("The Farrow Port Authority (FPA) is shut. Its FPA-built gate is not.", []),
        ("Ann Brandt (CNN) and Harker Lines (HRKR) were there.", []),
    ],
)
def test_an_abbreviation_that_is_introduced_is_used(run_check: Run, text: str, found: list[str]) -> None:
    assert [text for text, _ in run_check("abbreviations", text, find="unused")] == found


def test_an_abbreviation_is_known_or_introduced(run_check: Run) -> None:
    found = run_check("abbreviations", "The BBC and the FPA met; the FPA left.", find="unknown", known=("BBC",))

    assert [(text, match.place.start) for text, match in found] == [("FPA", 16)]


def test_a_compound_is_written_one_way(run_check: Run) -> None:
    ((text, match),) = run_check("compounds", "They co-operate and cooperate, and cooperate again. Co-operate Ltd re-signs; she resigns.", allow=("re-signs",))

    assert (text, match.fills["other"], match.fills["other_count"]) == ("co-operate", "cooperate", "2")


def test_a_choice_for_the_whole_rule_is_told_once(run_check: Run) -> None:
    forms = ("colour|color", "harbour|harbor", "centre|center")
    found = run_check("consistency", "The colour of the harbour, the center, and the color.", forms=forms, per="rule")

    ((text, match),) = found
    assert (text, match.fills["count"], match.fills["other_count"]) == ("center", "2", "2")
    assert [edit.replacement for edit in match.edits] == ["centre"]
    assert len(match.related) == 3


def test_ways_that_no_word_shows_are_found_by_patterns(run_check: Run) -> None:
    patterns = {"with points": r"\d ⟨[ap]\.m\.⟩", "without": r"⟨\d{1,2} ?[ap]m⟩"}
    found = run_check("consistency", "At 9 a.m. and 10 a.m., and at 4pm and 5pm and 6pm.", patterns=patterns, per="group")

    assert [(text, match.fills["other"], match.edits) for text, match in found] == [("a.m.", "4pm", ())]


def test_sentences_that_open_alike_in_a_row_are_told_once(run_check: Run) -> None:
    found = run_check("openings", "He came. He saw. He won. She left. He stayed. “He said so,” she said.\n\nHe slept. He ate.")

    assert [(text, match.fills["count"], len(match.related)) for text, match in found] == [("He", "3", 2)]
