from hypothesis import given
from hypothesis import strategies as st

from linter.fix import applied
from linter.model.finding import SourceEdit
from linter.model.span import Span


def test_edits_are_put_where_they_belong_in_any_order() -> None:
    edits = [SourceEdit(Span(6, 9), "C"), SourceEdit(Span(0, 2), ""), SourceEdit(Span(3, 3), "\n")]

    assert applied("a b c\r\nd", [SourceEdit(Span(1, 1), "\n")]) == "a\r\n b c\r\nd"
    assert applied("ab cd efg", edits) == " \ncd C"


@given(st.text(), st.text(), st.text())
def test_what_is_not_edited_stays(before: str, words: str, after: str) -> None:
    text = before + words + after

    assert applied(text, [SourceEdit(Span(len(before), len(before + words)), "x")]) == f"{before}x{after}"
