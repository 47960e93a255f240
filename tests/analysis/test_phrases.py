"""Phrases: patterns of words and word classes, found where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.analysis import Analysis
from linter.analysis.matching import Matcher
from linter.analysis.patterns import PatternError
from linter.analysis.phrases import CLASSES, compiled, lexicon, phrase_hits
from linter.readers import read


def analysed(phrase: str, text: str) -> Analysis:
    return Analysis(read(text, "draft.txt", ".txt")[0], Matcher((), (), [phrase]))


def places(phrase: str, text: str) -> list[str]:
    analysis = analysed(phrase, text)
    return [analysis.blocks[place.block].text[place.start : place.end] for place, _ in analysis.find_phrase(phrase)]


def test_words_are_found_whatever_stands_round_them() -> None:
    assert places("one of the", "“One of the ships, one of the two,” she said.") == ["One of the", "one of the"]


def test_a_class_stands_for_every_word_of_it() -> None:
    assert places("several <plural>", "Several ships met several times.") == ["Several ships", "several times"]


def test_a_class_can_leave_out_another_or_all_others() -> None:
    assert places("the <noun -base>", "The attack hit the committee.") == ["the committee"]
    assert places("the <=plural>", "The reports reached the citizens.") == ["the citizens"]


def test_only_what_is_marked_is_reported_and_groups_are_named() -> None:
    phrase = "(?P<word>more|less) ⟨then⟩"
    [(place, groups)] = analysed(phrase, "It cost much more then.").find_phrase(phrase)

    assert (place.start, place.end) == (18, 22)
    assert (groups["word"].start, groups["word"].end) == (13, 17)


def test_a_word_with_a_capital_is_a_name_unless_it_opens_the_sentence() -> None:
    text = "Ships sail. The Ships sing. They met Us and us."
    assert places("<plural> <base>", text) == ["Ships sail"]
    assert places("Ships", text) == ["Ships"]
    assert places("us", text) == ["us"]


def test_a_phrase_stays_in_its_sentence_and_knows_its_ends() -> None:
    text = "The gate is shut. The gate is open."
    assert places("shut \\. the", text) == []
    assert places("^ the gate", text) == ["The gate", "The gate"]
    assert places("open \\. $", text) == ["open."]


def test_what_may_be_missing_and_what_repeats() -> None:
    text = "a safe port, a very very safe port, a port"
    assert places("a very{0,2} <adjective>? port", text) == ["a safe port", "a very very safe port", "a port"]


def test_letters_beyond_ascii_and_emoji_move_nothing() -> None:
    assert places("one ⟨of⟩ the", "😀 Früher, “José” — one of the naïve.") == ["of"]


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [("the <nuon>", "names no class"), ("the <noun>*", "without end"), ("the (a", "not a phrase")],
)
def test_a_phrase_that_cannot_work_is_refused(phrase: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        compiled(phrase)


PHRASES = [
    "to (was|were)",
    "(the|a) ⟨<=plural>⟩ (of|,|$)",
    "^ (?P<first>one|two) of (the){1,2} .? ships",
    "(ships|(Ships|the two){0,3}) of",
    r". \. (the|<name>)? (one|to was)",
    "to <=noun>? was {0,2} (<noun>|were) ⟨.⟩",
]
MATCHER = Matcher((), (), PHRASES)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(st.sampled_from("to was were the a ships Ships of , . one two One ; café".split()), max_size=14).map(" ".join))
def test_whatever_a_phrase_hits_is_likely(text: str) -> None:
    tagged = Analysis(read(text, "draft.txt", ".txt")[0]).tagged
    likely = MATCHER.likely_phrases(tagged.plain())

    assert [phrase for phrase in PHRASES if phrase not in likely and next(phrase_hits(phrase, tagged), None)] == []


def test_the_lexicon_knows_only_classes_that_phrases_can_name() -> None:
    assert set("".join(lexicon().values())) <= set(CLASSES.values())
    assert len(set(lexicon().values())) <= 120, "a set of classes has one byte beyond ASCII"
