"""The checks on quotations: marks that do not pair, two wordings, a headline that quotes otherwise."""

from collections.abc import Callable

import pytest

from linter.model.rule import Match

Run = Callable[..., list[tuple[str, Match]]]


def variants(found: list[tuple[str, Match]]) -> list[tuple[str, str | None]]:
    return [(text, match.variant) for text, match in found]


@pytest.mark.parametrize(
    "text",
    [
        "“It sails,” she said. “It is old.”",
        "\"It sails,\" she said. 'It is old.'",
        'The mast is 6" wide and 12\' 4" high.',
        "They called it ‘a wreck’ in the ’90s; the Harkers’ boat sank.",
        'One wrote: <tweet author="@x" date="1">It sails.',
        "Ferry sails\n\n“It is old.\n\nREAD MORE: Ferry fares\n\n“It is slow,” she said.",
        "“It is old,“ she said. She was sure.",
        'He said: "It is old. "It is slow," and left.',
    ],
)
def test_marks_that_pair_are_left_alone(run_check: Run, text: str) -> None:
    assert run_check("quotes", text, find="unpaired") == []


def test_a_quotation_is_closed_where_no_paragraph_carries_it_on(run_check: Run) -> None:
    assert variants(run_check("quotes", "“It is old, she said.\n\nThe council votes in May.", find="unpaired")) == [("“", None)]


def test_a_mark_that_closes_nothing_is_found(run_check: Run) -> None:
    ((text, match),) = run_check("quotes", "It is old,” she said.", find="unpaired")

    assert (text, match.variant, match.fills["near"]) == ("”", "closing", "It is old,")


def test_one_lost_mark_is_told_once_a_paragraph(run_check: Run) -> None:
    assert len(run_check("quotes", 'It is old," she said. It is slow," he said. It sinks," they said.', find="unpaired")) == 1


def test_double_marks_in_double_marks_are_nested_not_unpaired(run_check: Run) -> None:
    text = "“They called it “a wreck” in town,” she said."

    assert run_check("quotes", text, find="unpaired") == []
    assert [match.place.start for _, match in run_check("quotes", text, find="nested")] == [16]


SAID = "“We will never sell the old white ferry to {} this small town{}” she said."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("anyone outside", "anyone … outside"),
        ("Ann in", "Piet in"),
        ("3 men in", "4 men in"),
        ("anyone in", "[anybody] in"),
        ("some f***er in", "some fool in"),
    ],
)
def test_words_that_differ_on_purpose_are_one_quotation(run_check: Run, first: str, second: str) -> None:
    assert run_check("quotes", f"{SAID.format(first, ',')}\n\n{SAID.format(second, ',')}", find="two-wordings") == []


def test_a_question_may_be_put_twice(run_check: Run) -> None:
    assert run_check("quotes", f"{SAID.format('anyone in', '?')}\n\n{SAID.format('anybody in', '?')}", find="two-wordings") == []


def test_one_remark_in_two_wordings_is_found_with_both_places(run_check: Run) -> None:
    ((text, match),) = run_check("quotes", f"{SAID.format('anyone in', ',')}\n\n{SAID.format('anybody in', ',')}", find="two-wordings")

    assert (text, match.fills["other"], match.related[0][0].block) == ("anybody in", "anyone in", 0)


BODY = "\n\nMs Harker was clear. “We will never sell the old white ferry,” she said. “Never.”"


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("“We will never sell the old ferry”, says owner", ["We will never sell the old ferry"]),
        ("‘We will never sell the old ferry’, says owner", ["We will never sell the old ferry"]),
        ("“We’ll never sell old white ferry”, says owner", []),
        ("Owner: “We will never … the old white ferry”", []),
        ("Owner will ‘never sell the old ferry’ of town", []),
        ("“We will never [ever] sell the old white ferry”", []),
        ("“We will never sell the f***ing ferry”", []),
        ("“The Last Ferry to Arlo” wins prize", []),
    ],
)
def test_a_headline_quotes_the_words_of_the_body(run_check: Run, headline: str, found: list[str]) -> None:
    matches = run_check("headline-body", headline + BODY)

    assert [text for text, match in matches if match.place.block == 0] == found


def test_curly_and_straight_marks_are_told_once(run_check: Run) -> None:
    ((text, match),) = run_check("quotes", "It’s old and it’s slow.\n\nIt isn't 6\" wide, nor 12' high.", find="mixed-marks")

    assert (text, match.place.block, match.fills["other_count"]) == ("'", 1, "1")
