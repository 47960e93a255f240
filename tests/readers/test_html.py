import pytest

from linter.model.document import Document
from linter.readers import read

PAGE = """<!DOCTYPE html>
<html><head><title>Bridge &amp; pier | Example Post</title>
<meta name="description" content="It&#39;s shut.">
<meta property="og:title" content="Shut">
<meta property="article:section" content="Opinion">
<style>p { the: the }</style>
<script type="application/ld+json">{"@graph": [{"@type": "Organization", "description": "no"},
 {"@type": ["NewsArticle"], "headline": "The \\u201cold\\u201d bridge", "author": {"@type": "Person", "description": "no"}, "description": "Why it's shut"}]}</script>
</head><body>
<header><p>Example Post, since 1904</p><nav><ul><li>Home</li></ul></nav></header>
<h1>Bridge stays shut</h1>
<main>
<article><p>A short card.</p></article>
<article class="story">
<p class="byline">By Ann Bell</p>
<p>The bridge over the Arlo stays shut until engineers have looked at every pier of it.
<p>They <em>may</em> find more.</p>
<form><p>Your address?</p></form>
<blockquote><p>“It is old.”</p></blockquote>
<aside><p>Read this too.</p></aside>
</article>
</main>
<footer><p>All rights reserved.</p></footer>
</body></html>
"""


def html(source: str, **own: str) -> Document:
    return read(source, "page.html", ".html", own)[0]


def blocks(source: str, **own: str) -> list[tuple[str, str]]:
    return [(block.role, block.text.replace("\ufffc", "#")) for block in html(source, **own).blocks]


def test_a_page_gives_what_its_head_says_of_it_and_its_article() -> None:
    assert blocks(PAGE) == [
        ("seo-title", "Bridge & pier | Example Post"),
        ("standfirst", "It's shut."),
        ("social-title", "Shut"),
        ("seo-title", "The “old” bridge"),
        ("standfirst", "Why it's shut"),
        ("headline", "Bridge stays shut"),
        ("byline", "By Ann Bell"),
        ("paragraph", "The bridge over the Arlo stays shut until engineers have looked at every pier of it."),
        ("paragraph", "They may find more."),
        ("blockquote", "“It is old.”"),
        ("other", "Read this too."),
    ]


def test_what_a_page_says_of_itself_can_choose_rules() -> None:
    assert html(PAGE).metadata["article:section"] == ("Opinion",)


def test_without_an_article_the_main_text_is_what_holds_most_paragraphs() -> None:
    long = "The bridge stays shut until engineers have looked at every pier of it. "
    source = f"<body><div><p>Home</p></div><div id=a><h1>Shut</h1><div><p>{long}</p><p>{long}</p></div></div><div><p>Imprint</p></div></body>"

    assert [text.strip() for _, text in blocks(source)] == ["Shut", long.strip(), long.strip()]


def test_a_fragment_is_read_whole() -> None:
    assert blocks("<h2>Why</h2><p>It is old.</p>And worn.<br><br>Very.<footer>Ann</footer>") == [
        ("subheading", "Why"),
        ("paragraph", "It is old."),
        ("paragraph", "And worn."),
        ("paragraph", "Very."),
        ("paragraph", "Ann"),
    ]


def test_inline_elements_part_no_word_and_white_space_counts_once() -> None:
    source = "<p>Mr  Al-<b>Khad</b>imi&rsquo;s\n   house</p>"
    (block,) = html(source).blocks

    assert block.text == "Mr Al-Khadimi’s house"
    span = block.span(3, 15)
    assert source[span.start : span.end] == "Al-<b>Khad</b>imi&rsquo;s"


def test_attributes_that_are_copy_are_captions_and_no_others() -> None:
    assert blocks('<p title="A day" data-x="the the">Old<img src="the-the" alt="The &quot;pier&quot;"><img alt="1"></p>') == [
        ("paragraph", "Old"),
        ("caption", "A day"),
        ("caption", 'The "pier"'),
    ]


@pytest.mark.parametrize("element", ["script", "style", "nav", "form", "svg", "template", "textarea", "noscript", "iframe"])
def test_what_is_no_copy_is_left_out(element: str) -> None:
    assert blocks(f"<p>Old.</p><{element}><p>the the</p></{element}><p>Worn.</p>") == [("paragraph", "Old."), ("paragraph", "Worn.")]


def test_code_is_one_character() -> None:
    assert blocks("<p>Type <code>the the</code> now</p><pre>the the</pre>") == [("paragraph", "Type # now"), ("code", "#")]


def test_unclosed_elements_end_where_browsers_end_them() -> None:
    assert blocks("<ul><li>One<li>Two<ul><li>Three</ul></ul><table><tr><td>A<td>B<tr><td>C</table>") == [
        ("list-item", "One"),
        ("list-item", "Two"),
        ("list-item", "Three"),
        ("table-cell", "A"),
        ("table-cell", "B"),
        ("table-cell", "C"),
    ]


def test_classes_tell_roles_and_a_site_names_its_own() -> None:
    assert blocks('<p class="x standfirst">Why</p><div class="zeile">Above</div><div id="box">Beside</div>', zeile="kicker", box="furniture") == [
        ("standfirst", "Why"),
        ("kicker", "Above"),
        ("furniture", "Beside"),
    ]


def test_an_element_inside_a_line_whose_class_tells_a_role_is_a_block_of_its_own() -> None:
    assert blocks('<figure><figcaption>The pier <span class="photo-credit">Ann Bell</span></figcaption></figure>') == [
        ("caption", "The pier"),
        ("credit", "Ann Bell"),
    ]


def test_a_site_names_the_element_that_holds_its_article_and_what_is_no_copy() -> None:
    source = "<!doctype html><body><main><p>Not this, however long it may be, for it is not named.</p></main>"
    source += '<div class="zeile">Above</div><div id="text"><h1>Shut</h1><p>It is old.</p><p class="werbung">Buy this.</p></div></body>'

    assert blocks(source, zeile="kicker", text="paragraph", werbung="off") == [("kicker", "Above"), ("headline", "Shut"), ("paragraph", "It is old.")]


def test_what_readers_of_the_page_do_not_see_is_left_out() -> None:
    assert blocks('<p>Old.</p><p hidden>No.</p><div style="display: none"><p>No.</p></div><div aria-hidden="true">No.</div>') == [("paragraph", "Old.")]


def test_a_second_headline_is_a_subheading() -> None:
    assert [role for role, _ in blocks("<h1>One</h1><h1>Two</h1>")] == ["headline", "subheading"]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<p>a</p>\n<!-- b", (2, "a comment opens here and never closes: what follows is not read")),
        ("<p>a</p>\n<p class='b", (2, "a tag opens here and never closes: what follows is not read")),
        ("<style>b", (1, "“<style>” opens here and never closes: what follows is not read")),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(source: str, problem: tuple[int, str]) -> None:
    assert html(source).problems == (problem,)


STORY = "<h1>Shut</h1>" + "<p>The bridge stays shut until engineers have looked at every pier of it.</p>" * 3


def test_a_smaller_article_beside_the_story_is_not_the_story() -> None:
    source = f'<!doctype html><body><main><div class="story">{STORY}</div><section><article><p>A comment.</p></article></section></main></body>'

    assert ("headline", "Shut") in blocks(source)
    assert len([role for role, _ in blocks(source) if role == "paragraph"]) == 4


def test_all_updates_of_a_story_are_read() -> None:
    updates = "".join(f"<article><h2>1{n}:00</h2><p>Update {n} of the story.</p></article>" for n in range(3))

    assert len([text for role, text in blocks(f"<!doctype html><body><main>{updates}</main></body>") if role == "paragraph"]) == 3


@pytest.mark.parametrize("element", ["nav", "button", "svg"])
def test_an_element_without_copy_that_never_closes_is_told(element: str) -> None:
    assert html(f"<p>Old.</p><{element}><p>No.").problems == ((1, f"“<{element}>” opens here and never closes: what follows is not read"),)


def test_a_form_round_the_whole_page_is_the_page() -> None:
    assert ("headline", "Shut") in blocks(f"<!doctype html><body><form id=aspnet><div>{STORY}</div></form></body>")


@pytest.mark.parametrize(
    "source",
    ['<script type="application/ld+json">' + '"\\' * 50_000 + "</script>", "<article>" + "<p>a</p>" * 5_000 + "</article>" + "<footer></footer>" * 5_000],
)
def test_hostile_pages_are_read(source: str) -> None:
    assert html(f"<!doctype html>{source}").problems == ()
