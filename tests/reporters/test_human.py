"""The formats for people, and the annotations of GitHub: grouped, bounded, and nothing in them is a command."""

from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from linter.model.finding import Report
from linter.model.rule import Severity
from linter.reporters import github, markdown, reporter
from linter.reporters.style import Style

SLIPS = "Bridge stays shut\n\n" + "\n\n".join(f"Day {number}: she went to to it." for number in range(14))
NAMES = """Manager resigns

Elena Brandtner has resigned. Ms Brandtner led the port. Ms Brandtner, Elena Brandtner and the port are at odds.

Friends of Ms Brantdner wept.

Ms Brandnter left, and Ms Brantdner did not look back.
"""


def test_github_gets_one_annotation_a_group_and_at_most_ten_of_a_kind(reported: Callable[..., Report]) -> None:
    one = github.report(reported({"a.txt": SLIPS}), Style()).splitlines()
    assert len(one) == 1
    assert one[0].startswith("::error file=a.txt,line=3,endLine=3,col=17,endColumn=22,title=Doubled word::“to to”")
    assert "Also lines 5, 7, 9, 11, 13, 15, 17, 19, …" in one[0]

    many = github.report(reported({f"{number}.txt": "Bridge\n\nShe went to to it." for number in range(14)}), Style()).splitlines()
    assert len(many) == github.MOST + 1
    assert many[-1] == "copydesk: and 4 errors more; the summary of this step lists them all."


def test_no_word_of_the_copy_is_a_command_to_github(hostile: Report) -> None:
    for form in ("github", "text", "concise"):
        lines = reporter(form)(hostile, Style(show=Severity.SUGGESTION)).splitlines()
        assert [line for line in lines if line.startswith("::") and not line.startswith(("::error file=%3A%3Awarning", "::error title=copydesk,"))] == []
        assert "\x1b" not in "".join(lines)
    assert "%250A" in reporter("github")(hostile, Style())


def test_markdown_shows_words_as_they_are(hostile: Report, story: Report) -> None:
    page = MarkdownIt("gfm-like", {"html": True}).render(reporter("markdown")(hostile, Style()))

    assert "<script>" not in page
    assert "<a " not in page
    assert "<img" not in page
    assert "@here" not in reporter("markdown")(hostile, Style())
    assert page.count("<tr>") == 1 + len(hostile.files[0].findings)
    assert "<code>" not in page
    assert "“to to”: “to” stands twice. Delete one." in MarkdownIt("gfm-like").render(reporter("markdown")(story, Style()))


def test_markdown_fits_a_comment(reported: Callable[..., Report]) -> None:
    comment = markdown.report(reported({f"{number:03}.txt": "Bridge\n\nShe went to to it." for number in range(600)}), Style())

    assert len(comment) < 65_536
    assert "more files with findings" in comment


def test_spellings_of_one_name_are_told_together(reported: Callable[..., Report]) -> None:
    shown = reporter("text")(reported({"a.txt": NAMES}), Style(terminal=True))

    assert shown.count("names/inconsistent-spelling") == 2 + 1
    assert "and 2 more of names/inconsistent-spelling: ¶4 line 7 “Brandnter”, ¶4 line 7" in shown


def test_fingerprints_are_shown_when_asked_for(story: Report) -> None:
    fingerprint = story.files[0].findings[0].fingerprint[:12]

    for form in ("text", "concise"):
        for terminal in (True, False):
            assert fingerprint not in reporter(form)(story, Style(terminal=terminal))
            assert f"[{fingerprint}]" in reporter(form)(story, Style(terminal=terminal, verbose=True))


@pytest.mark.parametrize("form", ["text", "concise", "markdown"])
def test_what_is_silenced_is_shown_when_asked_for(form: str, silenced: Report) -> None:
    shown = reporter(form)(silenced, Style(show_suppressed=True))

    assert "to to" in shown
    assert "silenced by accept" in shown
