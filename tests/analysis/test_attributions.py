import pytest

from linter.analysis import Analysis
from linter.readers import read


def attributed(source: str) -> list[bool]:
    analysis = Analysis(read(source, "draft.txt", ".txt")[0])
    return [sentence in analysis.attributions.attributed for sentences in analysis.sentences for sentence in sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said that the bridge was shut.",
        "According to the port authority, the bridge is shut.",
        "The bridge is shut, the mayor told the Harbour Gazette.",
        "“We will wait for as long as it takes,” she replied.",
        "The mayor accused the port of neglect.",
    ],
)
def test_a_sentence_with_a_source_and_a_cue_is_attributed(sentence: str) -> None:
    assert attributed(sentence) == [True]


@pytest.mark.parametrize("sentence", ["The bridge was built in 1911.", "Two buses turned back at the ring road."])
def test_a_sentence_in_the_papers_own_voice_is_not(sentence: str) -> None:
    assert attributed(sentence) == [False]


def test_every_paragraph_of_a_running_quotation_is_attributed() -> None:
    source = "Mayor speaks\n\nShe said: “We will rebuild it.\n\n“We will stay in this town.\n\n“We will win in the end.”\n\nThe crowd left."

    assert attributed(source) == [False, True, True, True, False]


def test_the_source_and_the_cue_are_found() -> None:
    source = "The bridge is shut, according to Ann Brandt of the port."
    analysis = Analysis(read(source, "draft.txt", ".txt")[0])
    (found,) = analysis.attributions.attributions

    assert found.cue
    assert source[found.cue.start : found.cue.end] == "according to"
    assert found.source_name == "Ann Brandt"
