import pytest

from linter.readers import read
from linter.readers.fields import role_of

YAML = """---
title: "It\\u2019s a day"
og_title: 'The ''other'' day'
description: >
  Mr Al-**Khad**imi&rsquo;s é
  day

image:
  src: pier-pier.jpg
  caption: |
    The east
    pier
images: [{caption: The west pier, credit: Ann Bell}]
authors: [Ann Bell, Cy Dunn]
slug: its-its-a-day
date: 2026-11-24
---
It was old.
"""
TOML = """+++
title = "It\\u2019s a day"
description = \"\"\"
Two "lines"
of copy\"\"\"
kicker = 'Raw \\n'
authors = ["Ann Bell", "Cy Dunn"] # "no, no"
slug = "its-its-a-day"
[params.image]
"caption" = "The \\"east\\" pier"
[[images]]
credit = "Cy Dunn"
seo = { title = "A day", weight = 3 }
+++
It was old.
"""


def fields(source: str, **own: str) -> list[tuple[str, str, str]]:
    """Role, text, and what stands in the source there."""
    document = read(source, "draft.md", ".md", own)[0]
    spans = [(block, block.span(0, len(block.text))) for block in document.blocks]
    return [(block.role, block.text, source[span.start : span.end]) for block, span in spans]


def test_yaml_fields_that_are_copy_have_true_places() -> None:
    assert fields(YAML) == [
        ("headline", "It’s a day", "It\\u2019s a day"),
        ("social-title", "The 'other' day", "The ''other'' day"),
        ("standfirst", "Mr Al-Khadimi’s é day", "Mr Al-**Khad**imi&rsquo;s é\n  day"),
        ("caption", "The east pier", "The east\n    pier"),
        ("caption", "The west pier", "The west pier"),
        ("credit", "Ann Bell", "Ann Bell"),
        ("byline", "Ann Bell", "Ann Bell"),
        ("byline", "Cy Dunn", "Cy Dunn"),
        ("paragraph", "It was old.", "It was old."),
    ]


def test_toml_fields_that_are_copy_have_true_places() -> None:
    assert fields(TOML) == [
        ("headline", "It’s a day", "It\\u2019s a day"),
        ("standfirst", 'Two "lines" of copy', 'Two "lines"\nof copy'),
        ("kicker", "Raw \\n", "Raw \\n"),
        ("byline", "Ann Bell", "Ann Bell"),
        ("byline", "Cy Dunn", "Cy Dunn"),
        ("caption", 'The "east" pier', 'The \\"east\\" pier'),
        ("credit", "Cy Dunn", "Cy Dunn"),
        ("paragraph", "It was old.", "It was old."),
    ]


def test_line_ends_of_windows_are_no_text() -> None:
    assert [row[1] for row in fields(YAML.replace("\n", "\r\n"))] == [row[1] for row in fields(YAML)]
    assert [row[1] for row in fields(TOML.replace("\n", "\r\n"))] == [row[1] for row in fields(TOML)]


def test_a_site_names_its_own_fields() -> None:
    source = "---\nzeile: Above\ntitle: Below\nseo: {zeile: Beside}\n---\n"

    assert [row[:2] for row in fields(source, zeile="kicker", title="off")] == [("kicker", "Above"), ("kicker", "Beside")]


@pytest.mark.parametrize(
    ("path", "role"),
    [
        (("seoTitle",), "seo-title"),
        (("og_title",), "social-title"),
        (("og", "title"), "social-title"),
        (("params", "dek"), "standfirst"),
        (("menu", "main", "title"), None),
        (("gallery", "Alt Text"), "caption"),
        (("slug",), None),
    ],
)
def test_fields_are_known_by_the_names_that_sites_use(path: tuple[str, ...], role: str | None) -> None:
    assert role_of(path, {}) == role


def test_all_values_are_there_to_choose_rules_by() -> None:
    metadata = read(TOML, "draft.md", ".md")[0].metadata

    assert metadata["slug"] == ("its-its-a-day",)
    assert metadata["params.image.caption"] == ('The "east" pier',)


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("---\ntitle: [a\n---\nb", 3, "not YAML"),
        ("---\ntitle: a\nb: c: d\n---\nb", 3, "not YAML: mapping values are not allowed"),
        ("---\na: &x [b]\nc: *x\n---\nb", 2, "anchors and aliases"),
        ("---\na: " + "[" * 100 + "]" * 100 + "\n---\nb", 2, "nested more than 40 levels deep"),
        ("+++\ntitle = a\n+++\nb", 2, "not TOML"),
        ("---\ntitle: a\nb", 1, "the front matter that “---” opens never closes"),
        ("---\ntitle: " + "a" * 1_000_001 + "\n---\nb", 1, "front matter of 1,000,009 characters"),
    ],
)
def test_front_matter_that_cannot_be_read_is_told_and_the_body_is_read(source: str, line: int, says: str) -> None:
    document = read(source, "draft.md", ".md")[0]

    (problem,) = document.problems
    assert problem[0] == line
    assert says in problem[1]
    assert document.blocks[-1].text.endswith("b")


def test_a_rule_across_the_page_is_no_front_matter() -> None:
    document = read("---\n\nIt was old.\n\n---\n\nIt was worn.\n", "draft.md", ".md")[0]

    assert document.problems == ()
    assert [block.text for block in document.blocks] == ["It was old.", "It was worn."]


def test_pages_of_html_may_have_it_too() -> None:
    assert [row[:2] for row in fields_of_html("---\ntitle: A day\n---\n<p>{{ site.name }} was {% if x %}old{% endif %}.</p>")] == [
        ("headline", "A day"),
        ("paragraph", "\ufffc was \ufffcold\ufffc."),
    ]


def fields_of_html(source: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in read(source, "post.html", ".html")[0].blocks]


def test_what_is_no_text_makes_no_block_and_can_choose_rules() -> None:
    assert fields("---\ndescription: null\ntitle: 2024\ndraft: true\n---\n") == [("headline", "2024", "2024")]
    metadata = read("+++\ndraft = true\nweight = 3\n+++\n", "draft.md", ".md")[0].metadata
    assert metadata == {"draft": ("true",), "weight": ("3",)}


def test_arrays_and_quoted_tables_of_toml_are_told_apart() -> None:
    source = '+++\ntitle = "A day"\nmatrix = [\n  [1, 2],\n  [3, 4]\n]\nsubtitle = "It ends"\n[params."odd"]\nkicker = "No"\n+++\n'

    assert [row[:2] for row in fields(source)] == [("headline", "A day"), ("standfirst", "It ends")]


def test_a_picture_in_a_field_parts_its_words() -> None:
    assert [row[:2] for row in fields('+++\ntitle = "The ![old](a.png) bridge"\n+++\n')] == [("headline", "The \ufffc bridge")]
