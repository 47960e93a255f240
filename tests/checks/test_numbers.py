"""Days, dates and times that cannot be."""

from collections.abc import Callable

import pytest

from linter.model.rule import Match

Run = Callable[..., list[tuple[str, Match]]]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("On Monday, March 6, 2018, it rained.", "Tuesday"),
        ("On Mon., Mar. 6, 2018, it rained.", "Tuesday"),
        ("On Monday the 6th of March 2018 it rained.", "Tuesday"),
        ("On Monday 6 March 2018 it rained.", "Tuesday"),
        ("On Tuesday, March 6, 2018, it rained.", None),
        ("On Monday, March 6, it rained.", None),
        ("Monday. March 6, 2018, was a Tuesday.", None),
        ("On Monday, March 46, 2018, it rained.", None),
    ],
)
def test_a_weekday_agrees_with_its_date(run_check: Run, text: str, right: str | None) -> None:
    found = run_check("numbers", text, find="weekday")

    assert [match.fills["other"] for _, match in found] == ([right] if right else [])


@pytest.mark.parametrize(
    ("published", "right"),
    [("2018-03-02", "Tuesday"), ("2018-03-02T10:00:00Z", "Tuesday"), ("2017-03-02", None), ("", None), ("last week", None)],
)
def test_a_date_without_a_year_is_near_the_day_of_publication(run_check: Run, published: str, right: str | None) -> None:
    found = run_check("numbers", "The court sits on Monday, March 6.", find="weekday-near", published=published)

    assert [match.fills["other"] for _, match in found] == ([right] if right else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It ended on February 30.", ["February 30"]),
        ("It ended on 31 April 2019.", ["31 April 2019"]),
        ("It ended on November 40, 2015.", ["November 40, 2015"]),
        ("It ended on June 31st.", ["June 31st"]),
        ("It ended on Feb. 29, 2019.", ["Feb. 29, 2019"]),
        ("It ended on Feb. 29, 2000.", []),
        ("In May 45 people came.", []),
        ("From 92 December 18 was the coldest.", []),
        ("Marching 40 miles is hard.", []),
    ],
)
def test_a_day_that_no_calendar_has_is_found(run_check: Run, text: str, found: list[str]) -> None:
    assert [text for text, _ in run_check("numbers", text, find="impossible-date")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It opens at 9:75 a.m. on weekdays.", ["9:75 a.m."]),
        ("It opens at 14:30 p.m. and 22pm.", ["14:30 p.m.", "22pm"]),
        ("It closes at 11:59:59 p.m. sharp.", []),
        ("Screen shot 12-23-16 PM and 96:15 p.m.", []),
        ("Update 11: 55 p.m.: it is over.", []),
        ("It opens at 9:15 a.m. and 12 p.m.", []),
    ],
)
def test_a_time_that_no_clock_shows_is_found(run_check: Run, text: str, found: list[str]) -> None:
    assert [text for text, _ in run_check("numbers", text, find="impossible-time")] == found
