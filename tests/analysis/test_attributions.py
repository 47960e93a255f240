import pytest

from linter.analysis import Analysis
from linter.analysis.attributions import Attribution
from linter.analysis.attributions.model import log_odds
from linter.readers import read


def analysed(source: str) -> Analysis:
    return Analysis(read(source, "draft.txt", ".txt")[0])


def attributed(source: str) -> list[bool]:
    analysis = analysed(source)
    places = {line.told.place for lines in analysis.lines for line in lines if line.attributed}
    return [sentence in places for sentences in analysis.sentences for sentence in sentences]


def said(source: str) -> tuple[Attribution, ...]:
    return analysed(source).attributions.attributions


def names(source: str) -> list[str | None]:
    return [found.source_name for found in said(source)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said that the bridge was shut.",
        "According to the port authority, the bridge is shut.",
        "The bridge is shut, the mayor told the Harbour Gazette.",
        "“We will wait for as long as it takes,” she replied.",
        "The mayor accused the port of neglect.",
        "Ann Brandt believes that the bridge will open in May.",
    ],
)
def test_a_sentence_with_a_source_and_a_cue_is_attributed(sentence: str) -> None:
    assert attributed(sentence) == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge was built in 1911.",
        "Two buses turned back at the ring road.",
        "Residents of Farrow heard an explosion followed by gunfire near the gate.",
    ],
)
def test_a_sentence_in_the_papers_own_voice_is_not(sentence: str) -> None:
    assert attributed(sentence) == [False]


def test_every_paragraph_of_a_running_quotation_is_attributed_to_one_speaker() -> None:
    source = "Mayor speaks\n\nAnn Brandt said: “We will rebuild it.\n\n“We will stay in this town.\n\n“We will win in the end.”\n\nThe crowd left."
    (found,) = said(source)

    assert attributed(source) == [False, True, True, True, False]
    assert found.source_name == "Ann Brandt"
    assert [place.block for place in found.content] == [1, 2, 3]


@pytest.mark.parametrize(
    ("sentence", "source", "cue"),
    [
        ("The bridge is shut, according to Ann Brandt of the port.", "Ann Brandt of the port", "according to"),
        ("Ann Brandt, the mayor of Farrow, said the bridge was shut.", "Ann Brandt", "said"),
        ("“The bridge is shut,” said Ann Brandt, the mayor.", "Ann Brandt", "said"),
        ("The harbour is closed to all ships in Farrow reports media outlet Harbour Wire.", "media outlet Harbour Wire", "reports"),
        ("The spokesperson of the port also released a statement on the bridge.", "The spokesperson of the port", "released"),
        ("It was the mayor’s view that the bridge should stay shut.", "the mayor", "view"),
        ("The closure was first reported by the Harbour Wire.", "the Harbour Wire", "reported by"),
        ("Ann Brandt: “The bridge is shut for good.”", "Ann Brandt", ":"),
    ],
)
def test_the_source_and_the_cue_are_found(sentence: str, source: str, cue: str) -> None:
    analysis = analysed(sentence)
    clause = analysis.lines[0][0].clauses[0]
    text = analysis.folded[0]

    assert clause.source
    assert text[slice(*clause.source)] == source.replace("’", "'")
    assert text[slice(*clause.cue)] == cue


def test_both_parts_of_a_split_quotation_are_content() -> None:
    source = "“The bridge is shut,” said Ann Brandt, “and it will stay shut.”"
    (found,) = said(source)

    assert [source[place.start : place.end] for place in found.content] == ["“The bridge is shut,”", "“and it will stay shut.”"]


def test_what_is_said_without_quotation_marks_is_content() -> None:
    source = "The bridge is shut, Ann Brandt said."
    (found,) = said(source)

    assert [source[place.start : place.end] for place in found.content] == ["The bridge is shut"]


def test_a_quotation_after_one_with_a_speaker_is_the_same_speakers() -> None:
    assert names("“The bridge is shut,” said Ann Brandt. “We will open it in the spring.”") == ["Ann Brandt", "Ann Brandt"]


def test_a_pronoun_and_a_surname_stand_for_the_full_name() -> None:
    source = "Bridge\n\nMayor Ann Brandt walked over the bridge.\n\nShe said it was safe.\n\nMrs Brandt said it would open in May."

    assert names(source) == ["Ann Brandt", "Ann Brandt"]


def test_a_role_stands_for_those_who_were_given_it() -> None:
    source = "Gate\n\nTwo government officials confirmed to the Harbour Wire that the gate had been hit.\n\nOfficials said a drone hit it."
    first, second = said(source)

    assert first.source_name == second.source_name == "Two government officials"
    assert first.vague
    assert second.vague
    assert first.via == "Harbour Wire"


def test_an_office_stands_for_the_name_that_was_given_with_it() -> None:
    source = "Gate\n\nAnn Brandt, the mayor of Farrow, said the gate was shut.\n\nPiet Harker said that it was late.\n\nThe mayor said it would open."

    assert names(source) == ["Ann Brandt", "Piet Harker", "Ann Brandt"]


def test_the_medium_that_quotes_a_source_is_not_the_source() -> None:
    (found,) = said("Quoting the Harbour Office, the Farrow Gazette reported: “The gate will stay shut for a week.”")

    assert (found.source_name, found.via) == ("Harbour Office", "Farrow Gazette")


@pytest.mark.parametrize(
    ("sentence", "vague"),
    [("Critics say the plan will fail.", True), ("Early reports suggest a fire.", True), ("Ann Brandt said the plan will fail.", False)],
)
def test_whom_nobody_could_phone_is_vague(sentence: str, vague: bool) -> None:
    assert [found.vague for found in said(sentence)] == [vague]


def test_what_is_likely_does_not_hang_on_the_order_of_a_sum() -> None:
    sentences = ["The mayor said the bridge would stay shut.", "The bridge is old, and the river is high.", "She thought that nobody would notice, he added."]
    odds = [log_odds(line.told, line.clauses, "paragraph") for source in sentences for lines in analysed(source).lines for line in lines]

    assert len(odds) == len(sentences)
    assert odds == [round(value, 2) for value in odds]
