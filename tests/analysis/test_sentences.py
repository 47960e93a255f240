import pytest

from linter.analysis.sentences import LONGEST, split_sentences


def sentences(text: str) -> list[str]:
    return [text[place.start : place.end] for place in split_sentences(0, text)]


@pytest.mark.parametrize(
    "text",
    [
        "He met Gov. Smith at 5 p.m. on Tuesday.",
        "The U.S. Army and the U.N. mission agreed.",
        "J.K. Rowling and George H.W. Bush spoke to Sen. Ann T. Lee.",
        "I was... fine, and No. 5 was not.",
        'He asked, "Why?" and left.',
        '"It is over!" she said.',
        "They met on Jan. 5 in St. James in Calif. near Mt. Arlo.",
        "It cost $3.5 million (approx. 2.9 million euros) vs. nothing.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["It was in the U.S.", "The president left."],
        ["They left at 5 p.m.", "He stayed."],
        ['He said "It is over."', "She left."],
        ['"No."', '"Yes."', "What?", "He asked."],
        ["It ended... ", "Then it rained."],
        ["He was born in 1990.", "His mother was a nurse."],
    ],
)
def test_a_sentence_ends_where_the_next_begins(parts: list[str]) -> None:
    parts = [part.strip() for part in parts]

    assert sentences(" ".join(parts)) == parts


def test_a_text_without_a_stop_is_cut() -> None:
    found = sentences("word " * 2000)

    assert max(map(len, found)) <= LONGEST
    assert " ".join(found).split() == ["word"] * 2000


def test_blanks_round_a_sentence_are_not_part_of_it() -> None:
    assert sentences("  One.   Two.  ") == ["One.", "Two."]
    assert sentences("   ") == []
