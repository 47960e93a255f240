"""Headlines by field, and figures that a house wants kept."""

from collections.abc import Callable

import pytest

from linter.model.rule import Match

Run = Callable[..., list[tuple[str, Match]]]
BODY = "\n\nThe ferry came back on Monday, its owner said at the quay.\n\nIt is old."


@pytest.mark.parametrize(
    ("find", "headline", "found"),
    [
        ("repeated-word", "Ferry owner sells ferry", ["ferry"]),
        ("repeated-word", "It is what it is", []),
        ("title-case", "Ferry Comes back From the Yard", ["back"]),
        ("sentence-case", "Ferry Comes Back After Two Years: After it", ["After", "Two"]),
        ("all-capitals", "Ferry NEVER comes back, BBC says", ["NEVER"]),
    ],
)
def test_words_of_a_headline(run_check: Run, find: str, headline: str, found: list[str]) -> None:
    assert [text for text, match in run_check("headline", headline + BODY, find=find) if match.place.block == 0] == found


def test_an_article_has_a_headline(run_check: Run) -> None:
    assert [match.place.block for _, match in run_check("headline", BODY.strip() + "\n\nIt is slow.", find="missing")] == [0]
    assert run_check("headline", "Ferry comes back" + BODY, find="missing") == []


def test_a_metric_lies_between_its_bounds(run_check: Run) -> None:
    text = "Ferry comes back" + BODY

    assert [match.fills["value"] for _, match in run_check("metric", text, metric="words", per="paragraph", max=5)] == ["12"]
    assert [match.fills["limit"] for _, match in run_check("metric", text, metric="words", min=50)] == ["50"]
    assert run_check("metric", text, metric="words", min=50, fewest=20) == []
    assert [match.place.block for _, match in run_check("metric", text, metric="words", per="lede", max=3)] == [1]
