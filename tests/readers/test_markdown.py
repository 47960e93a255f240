import pytest

from linter.model.document import Document
from linter.readers import read


def markdown(source: str, **own: str) -> Document:
    return read(source, "draft.md", ".md", own)[0]


def blocks(source: str, **own: str) -> list[tuple[str, str]]:
    return [(block.role, block.text.replace("\ufffc", "#")) for block in markdown(source, **own).blocks]


def slice_of(source: str, text: str) -> str:
    """What of the source stands where a text is read."""
    for block in markdown(source).blocks:
        at = block.text.find(text)
        if at >= 0:
            span = block.span(at, at + len(text))
            return source[span.start : span.end]
    return "not read"


def test_headings_lists_quotations_and_tables_have_their_roles() -> None:
    source = """# Bridge stays shut

By Ann Bell

Why
---

It is *old*.
It is **worn**.

- One thing
- Another
  thing

> They said
> so.

| Pier | State |
|------|-------|
| East | worn  |
"""
    assert blocks(source) == [
        ("headline", "Bridge stays shut"),
        ("paragraph", "By Ann Bell"),
        ("subheading", "Why"),
        ("paragraph", "It is old. It is worn."),
        ("list-item", "One thing"),
        ("list-item", "Another thing"),
        ("blockquote", "They said so."),
        ("table-cell", "Pier"),
        ("table-cell", "State"),
        ("table-cell", "East"),
        ("table-cell", "worn"),
    ]


def test_code_addresses_and_shortcodes_are_one_character_that_no_rule_reads() -> None:
    source = 'Run `make it it` at <https://example.org/the/the> or {{< link href="the the" >}} now.\n\n    an an\n\n```\nan an\n```\n'

    assert blocks(source) == [("paragraph", "Run # at # or # now."), ("code", "#"), ("code", "#")]


@pytest.mark.parametrize(
    "shortcode",
    ['{{< picture src="a.jpg" caption="the the" >}}', "{{% note %}}", "{% include the.html the=the %}", "{# the the #}", "{: .wide }"],
)
def test_a_shortcode_on_a_line_of_its_own_parts_paragraphs(shortcode: str) -> None:
    assert blocks(f"It was old.\n{shortcode}\nIt was worn.") == [("paragraph", "It was old."), ("paragraph", "It was worn.")]


@pytest.mark.parametrize(("begin", "end"), [("{{< highlight go >}}", "{{< /highlight >}}"), ("{% raw %}", "{% endraw %}")])
def test_code_between_two_shortcodes_is_left_out(begin: str, end: str) -> None:
    assert blocks(f"It was old.\n\n{begin}\nthe the\n\nthe the\n{end}\n\nIt was worn.") == [("paragraph", "It was old."), ("paragraph", "It was worn.")]


def test_copy_between_two_shortcodes_is_read() -> None:
    assert ("paragraph", "It was worn.") in blocks("{{< box >}}\n\nIt was worn.\n\n{{< /box >}}\n")


def test_texts_for_pictures_and_their_titles_are_captions() -> None:
    assert blocks('The pier. ![Men *at* work](pier.jpg "The east pier")') == [
        ("paragraph", "The pier."),
        ("caption", "Men at work"),
        ("caption", "The east pier"),
    ]


def test_html_among_markdown_is_read_as_html() -> None:
    source = """<figure class="wide">
<img src="pier.jpg" alt="Men at work"><figcaption>The pier &amp; its <b>men</b></figcaption>
</figure>

Al-<b>Kad</b>himi<br>spoke.

<script>the the</script>

<div>

Inside a box.

</div>
"""
    assert blocks(source) == [
        ("caption", "Men at work"),
        ("caption", "The pier & its men"),
        ("paragraph", "Al-Kadhimi spoke."),
        ("paragraph", "Inside a box."),
    ]


def test_footnotes_and_references_are_no_text() -> None:
    source = "The pier[^1] is [old][a].\n\n[^1]: Built in 1904.\n\n[a]: https://example.org/the 'the the'\n"

    assert blocks(source) == [("paragraph", "The pier is old."), ("other", "Built in 1904.")]


def test_hard_breaks_and_escapes_are_read_as_they_look() -> None:
    assert blocks("One\\\ntwo  \nthree \\*four\\* &mdash; five &nosuch; six") == [("paragraph", "One two three *four* — five &nosuch; six")]


def test_places_lead_through_markup() -> None:
    source = "Mr Al-**Khad**imi&rsquo;s é “house”."

    assert slice_of(source, "Al-Khadimi’s") == "Al-**Khad**imi&rsquo;s"
    assert slice_of(source, "“house”") == "“house”"


def test_only_what_stands_in_one_run_may_be_edited() -> None:
    block = markdown("Al-**Khad**imi&rsquo;s house.").blocks[0]

    assert block.editable(block.text.index("house"), block.text.index("house") + 5)
    assert not block.editable(0, len("Al-Khadimi"))
    assert not block.editable(len("Al-Khadim"), len("Al-Khadimi’s"))


def test_the_first_line_is_the_headline_where_nothing_else_says_so() -> None:
    assert blocks("Bridge stays shut\n\nIt is shut.")[0] == ("headline", "Bridge stays shut")
    assert blocks("---\ntitle: Bridge\n---\nBridge stays shut\n\nIt is shut.")[1] == ("paragraph", "Bridge stays shut")


def test_plain_copy_is_read_as_from_a_text_file() -> None:
    source = "Bridge stays shut\n\nIt is shut, he said: “No.”\n\nIt was open.\n"
    plain = read(source, "draft.txt", ".txt")[0]

    assert markdown(source).blocks == plain.blocks


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("a\n\n<!-- b", (3, "a comment opens here and never closes: what follows is not read")),
        ("a\n\n<script>\nb", (3, "“<script>” opens here and never closes: what follows is not read")),
        ("\n<!-- copydesk: ignore -->\n", (2, "the directive names no rule: write “copydesk: ignore family/name -- reason”")),
        ("<!-- copydesk: hush names/x -->\n", (1, "a directive says ignore, off, on, ignore-file, not “hush”")),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(source: str, problem: tuple[int, str]) -> None:
    assert markdown(source).problems == (problem,)


@pytest.mark.parametrize(
    "source",
    [
        "[" * 50000,
        "![" * 50000,
        "`" * 50000,
        "> " * 400 + "a",
        "<div>a" * 20000,
        "{{<" * 50000,
        "{% raw %}" * 20000,
        "<a b='" * 20000,
        "&" * 50000,
        "&x" * 50000,
        "".join("  " * n + "- a\n" for n in range(400)),
        "<p " + "a" * 1000000,
        "***a" * 20000,
        "<br>" * 20000,
        "\x1a\x1b\x00" * 1000,
    ],
)
def test_hostile_markup_is_read(source: str) -> None:
    for suffix in (".md", ".html"):
        for block in read(source, "draft", suffix)[0].blocks:
            assert block.pieces


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The [plan](https://example.org/José) is old.", "The plan is old."),
        ("The [plan]({{ site.url }}/a) is old.", "The plan is old."),
        ('The [plan]({{< ref "x.md" >}}) is old.', "The plan is old."),
        ("The <https://example.org/é> is old.", "The # is old."),
        ("The [plan][a] is old.\n\n[a]: /é", "The plan is old."),
        ('The {{< fig caption="A {x} he could of gone" >}} is old.', "The # is old."),
        ('The [plan](/a){:target="_blank" title="could of"} is old.', "The plan# is old."),
        ("A smile ![smile](s.png), and the end.", "A smile #, and the end."),
        ("The hall <!-- note --> on Monday.", "The hall on Monday."),
        ("It was <del>the</del> <ins>the</ins> end.", "It was the end."),
    ],
)
def test_what_a_page_does_not_show_is_no_text(source: str, text: str) -> None:
    assert blocks(source)[0] == ("paragraph", text)
