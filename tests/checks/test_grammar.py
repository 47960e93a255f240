"""The checks of grammar that are code: phrase, spelling, marks, and what a text that was stripped of its marks gets."""

from collections.abc import Callable

import pytest

from linter.model.rule import Match

Run = Callable[..., list[tuple[str, Match]]]

LONG = "The ferry sails from the port in the north to the island in the south and back again on every day of the year. " * 8


def texts(found: list[tuple[str, Match]]) -> list[str]:
    return [text for text, _ in found]


def test_a_phrase_reports_each_hit_and_its_groups(run_check: Run) -> None:
    found = run_check("phrase", "There were three ship and two port.", phrase=("⟨(?P<number>two|three) <noun>⟩",))

    assert texts(found) == ["three ship", "two port"]
    assert [match.fills["number"] for _, match in found] == ["three", "two"]


def test_a_phrase_that_is_allowed_is_left_alone(run_check: Run) -> None:
    assert texts(run_check("phrase", "two ship, two deer", phrase=("two <noun>",), allow=("two ⟨deer⟩",))) == ["two ship"]


@pytest.mark.parametrize("check", ["phrase", "pattern"])
def test_a_long_text_without_the_mark_has_lost_it(run_check: Run, check: str) -> None:
    options = {check: ("the island ⟨in⟩",), "needs": ","}

    assert run_check(check, LONG, **options) == []
    assert len(run_check(check, f"{LONG}Then, it sank.", **options)) == 8
    assert len(run_check(check, LONG[:100], **options)) == 1


def test_a_word_that_one_letter_parts_from_a_common_one_is_misspelt(run_check: Run) -> None:
    found = run_check("spelling", "The goverment did it immediatly.")

    assert texts(found) == ["goverment", "immediatly"]
    assert [match.edits[0].replacement for _, match in found] == ["government", "immediately"]


@pytest.mark.parametrize(
    "text",
    [
        "The colour of the harbor was grey, the favorite theatre gray.",
        "A livestreamer, an antiwar vlogger and a ferryload of hijabis met.",
        "The Goverment of Farow met.",
        "Write to goverment@port.example or #goverment.",
        "The xqzzt was shut.",
        "The blorgs met, then the blorgs left, and the blorgs came back.",
    ],
)
def test_other_spellings_names_new_words_and_addresses_are_no_slips(run_check: Run, text: str) -> None:
    assert run_check("spelling", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He called it “fine“ and left.", ["“fine“"]),
        ("He called it ”fine” and left.", ["”fine”"]),
        ("“He came.”Then he left.", ["Then"]),
        ("“He came.” Then he said, “Fine.”", []),
        ("Er sagte „gut“ und ging.", []),
    ],
)
def test_quotation_marks_have_a_direction(run_check: Run, text: str, found: list[str]) -> None:
    assert texts(run_check("marks", text, at="quotes")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The port (in the north is shut.", ["(in"]),
        ("The port in the north) is shut.", ["north)"]),
        ("The port (in the north (or south)) is shut.", []),
        ("a) The port is shut.", []),
        ("The port is shut :) for good.", []),
        ("The port (in the north", []),
    ],
)
def test_brackets_come_in_pairs(run_check: Run, text: str, found: list[str]) -> None:
    assert texts(run_check("marks", text, at="brackets")) == found
