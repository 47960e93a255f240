"""Placeholders: what is not copy is found whole, and copy that only looks so is left alone."""

from functools import cache

import pytest

from linter.engine import core_rules, lint
from linter.examples import mended
from linter.model.finding import Finding
from linter.model.rule import Rule

PROSE = "The ferry came back on Monday, and about 400 people stood on the quay to see it come in, its owner said."
MORE = "The council wants to keep it for another ten years, as the island has no bridge and no airport of its own."
THIRD = "Fares will rise by a tenth in spring, when the second boat has been painted and the new pier at Farrow is open."


@cache
def rules() -> list[Rule]:
    return [rule for rule in core_rules() if rule.id.startswith("placeholders/")]


def findings(*lines: str) -> tuple[Finding, ...]:
    return tuple(lint("\n\n".join(lines), rules=rules()))


def found(*lines: str) -> list[tuple[str, str]]:
    return [(finding.rule.removeprefix("placeholders/"), finding.text) for finding in findings(*lines)]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("MORE: Harbour plan meets its first test", "related-link"),
        ("Also read Harbour plan meets its first test on Monday", "related-link"),
        ("PIER NEWS: Farrow to wait another year", "bare-link"),
        ("Island Baker Wins National Prize For Her Rye Loaf And Gives It Away", "bare-link"),
        ("Ann Brandt/Getty Images", "image-credit"),
        ("Proud owner: Piet Harker on the bridge of his ship on Monday", "caption"),
        ("Share Tweet Email", "social-prompt"),
        ("Follow Harbour Press on Facebook for the latest news of the coast, tips for the beach and the best of our films and letters", "social-prompt"),
        ("Love the sea? Click here to subscribe to our letter from the coast", "newsletter"),
        ("AD", "advertisement"),
        ("Scroll down for video", "media-placeholder"),
        ("https://www.harbour.example/2021/05/ferry", "page-metadata"),
        ("Most read", "navigation"),
        ("Source: Harbour Press", "source-footer"),
        ("© Harbour Press", "copyright"),
        ("Please enable JavaScript to see the comments", "error-message"),
        ("Download our new app for the latest from the coast", "self-promotion"),
        ("{{headline}}", "markup-remnant"),
        ("[NAME]", "placeholder-text"),
        ("-30-", "editorial-mark"),
        ("The ferry is back! — Harbour Press (@harbourpress) May 3, 2021", "tweet"),
    ],
)
def test_a_stray_line_is_one_finding(line: str, rule: str) -> None:
    assert found("Ferry comes back", PROSE, MORE, line, THIRD) == [(rule, line)]


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Brandt",
        "(Reporting by Ann Brandt; editing by Piet Harker)",
        "This story has been updated.",
        "* * *",
        "What happens now",
        "The ferry's long way home",
        "April 10, 2021",
        "Watch: he will be back before the leaves are down, she said of the owner.",
        "He asked her to share this story with her children, and to follow him to the quay.",
        "The harbour office asks anyone who has a story of the old ferry to call.",
    ],
)
def test_what_belongs_to_an_article_stays(line: str) -> None:
    assert found("Ferry comes back", PROSE, MORE, line, THIRD) == []


def test_headings_of_one_kind_are_no_links() -> None:
    heading = "The Owner Of The Ferry Speaks"
    lines = (
        heading,
        PROSE,
        "The Council Of The Island Has Its Say",
        MORE,
        "The Long Way To A New Pier",
        THIRD,
        "What It Costs",
        PROSE[:-20] + "its crew said.",
    )

    assert [rule for rule, _ in found("Ferry comes back", PROSE.replace("400", "300"), *lines)] == []


def test_a_paragraph_with_a_moved_word_stands_twice() -> None:
    moved = "On Monday the ferry came back, and about 400 people stood on the quay to see it come in, its owner said."
    (finding,) = findings("Ferry comes back", PROSE, MORE, moved)

    assert (finding.rule, finding.text) == ("placeholders/duplicated-paragraph", moved)
    assert "small changes" in finding.message
    assert [other.start.line for other in finding.related] == [3]


def test_another_day_or_another_number_is_another_paragraph() -> None:
    assert found("Ferry comes back", PROSE, MORE, PROSE.replace("Monday", "Friday").replace("400", "500")) == []


def test_a_caption_repeated_with_another_credit_stands_twice() -> None:
    caption = "The old ferry leaves the quay at Farrow on its first trip in two years"
    lines = ("Ferry comes back", f"{caption} (Ann Brandt/Getty Images)", PROSE, f"{caption} (Photo: Harbour Press)", MORE)

    assert ("duplicated-sentence", f"{caption} (Photo: Harbour Press)") in found(*lines)


def test_speakers_may_repeat_themselves() -> None:
    turns = ("BRANDT: " + PROSE, "HARKER: I do not think so.") * 3

    assert found("The debate", *turns) == []


def test_what_is_announced_may_follow() -> None:
    assert found("Ferry", PROSE, "Here is the picture she posted:", "The ferry on Monday. Ann Brandt/Getty Images", MORE)[0][0] == "caption"
    assert found("Ferry", PROSE, "She said this under the video:", "“It is back, and I am as glad as anyone on the island is today.”", MORE) == []


def test_what_is_announced_and_does_not_follow_is_missing() -> None:
    assert found("Ferry", PROSE, "Watch the clip below!", MORE) == [("missing-embed", "Watch the clip below!")]
    assert found("Ferry", PROSE, "Here is the video:") == [("missing-embed", "Here is the video:")]


def test_what_a_page_shows_is_not_missing() -> None:
    shown = f"<article><h1>Ferry</h1><p>{PROSE}</p><p>Here is the video:</p><iframe src='/v/1'></iframe><p>{MORE}</p></article>"
    missing = shown.replace("<iframe src='/v/1'></iframe>", "")

    assert [finding.rule for finding in lint(shown, suffix=".html", rules=rules())] == []
    assert [finding.text for finding in lint(missing, suffix=".html", rules=rules())] == ["Here is the video:"]


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("Itâ€™s", "It’s"),
        ("It\u00e2\u0080\u0099s", "It’s"),
        ("It\u0092s", "It’s"),
        ("cafÃ©", "café"),
        ("ItÃ¢â‚¬â„¢s", "It’s"),
        ("â€œyesâ€", "“yes”"),
        ("CÅ“ur", "Cœur"),
    ],
)
def test_broken_characters_are_mended(broken: str, meant: str) -> None:
    source = f"{broken} was the word."

    assert mended(source, findings(source)) == f"{meant} was the word."


@pytest.mark.parametrize("text", ["She said “CAFÉ” and then “Spaß”.", "It is É– or Ö– that he wrote.", "São Paulo’s “crêpes” are naïve.", "Is it? So it is?"])
def test_accents_beside_quotation_marks_are_not_broken(text: str) -> None:
    assert found(text) == []


def test_a_deleted_line_leaves_no_gap() -> None:
    source = f"Ferry comes back\n\n{PROSE}\n\nADVERTISEMENT\n\n{MORE}\n"

    assert mended(source, tuple(lint(source, rules=rules()))) == f"Ferry comes back\n\n{PROSE}\n\n{MORE}\n"
