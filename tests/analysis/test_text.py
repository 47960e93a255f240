from hypothesis import given
from hypothesis import strategies as st

from linter.analysis.text import fold, lower, word_ends


@given(st.text())
def test_folding_and_lowering_keep_the_length(text: str) -> None:
    assert len(fold(text)) == len(lower(text)) == len(text)


def test_quotes_apostrophes_and_spaces_are_made_plain() -> None:
    assert fold("“It’s\u00a0so,” he\u2028said\u200b.") == '"It\'s so," he said .'


def test_a_letter_whose_lower_case_is_longer_stays() -> None:
    assert lower("İSTANBUL") == "İstanbul"


def test_a_combining_mark_belongs_to_its_word() -> None:
    assert not word_ends("cafe\u0301", 0, 4)
    assert word_ends("cafe\u0301", 0, 5)
