import pytest

from linter.analysis import Analysis
from linter.readers import read


def quotations(source: str) -> list[tuple[list[str], bool]]:
    analysis = Analysis(read(source, "draft.txt", ".txt")[0])
    return [([analysis.blocks[p.block].text[p.start : p.end] for p in q.places], q.closed) for q in analysis.quotations]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said: “We won.” She left.", ["“We won.”"]),
        ('He said: "We won." She said "no".', ['"We won."', '"no"']),
        ("The ‘missiles of treachery’ missed.", ["‘missiles of treachery’"]),
        ("He called it 'a mess' yesterday.", ["'a mess'"]),
        ("“He said ‘go’ and went,” she said.", ["“He said ‘go’ and went,”"]),
        ("‘He said “go” and went,’ she said.", ["‘He said “go” and went,’"]),
        ("‘The protesters’ banner fell,’ he said.", ["‘The protesters’ banner fell,’"]),
        ("Er sagte „nein“ und ging.", ["„nein“"]),
    ],
)
def test_quotations_in_a_line(text: str, quoted: list[str]) -> None:
    assert quotations(text) == [([words], True) for words in quoted]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the protesters’ banner, don't you see, in the '90s or the ’80s.",
        "Rock 'n' roll is the teachers' choice.",
        'He is 5\'10" tall and the board is 6" wide.',
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert quotations(text) == []


def test_every_paragraph_of_a_running_quotation_opens_and_the_last_one_closes() -> None:
    source = "Mayor speaks\n\nShe said: “We will rebuild.\n\n“We will stay.\n\n“We will win.”\n\nThe crowd left."

    assert quotations(source) == [(["“We will rebuild.", "“We will stay.", "“We will win.”"], True)]


def test_straight_marks_run_on_as_well() -> None:
    assert quotations('Mayor speaks\n\nShe said: "We will rebuild.\n\n"We will stay."') == [(['"We will rebuild.', '"We will stay."'], True)]


def test_what_is_never_closed_ends_with_its_paragraph() -> None:
    assert quotations("Mayor speaks\n\nShe said: “We will rebuild.\n\nThe crowd left.") == [(["“We will rebuild."], False)]


def test_many_opening_marks_are_one_open_quotation() -> None:
    assert quotations("Mayor\n\n" + "“" * 20_000) == [(["“" * 20_000], False)]
