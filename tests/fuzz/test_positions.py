"""Positions hold for any text, however hostile."""

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.analysis import Analysis
from linter.model.span import Place
from linter.readers import READERS, read

HOSTILE = st.text(st.sampled_from("aB. !?\n\r\t\u2028\u00a0\u200b\ufeff'\"“”‘’«»-•é\u0301🙂1,:")) | st.text()


MARKUP = st.lists(
    st.sampled_from(
        [
            *"aé 🙂*_`[]()<>&#-=+|:{}%!\"'\\\n\r\t\xa0\u200b",
            "<p>",
            "</p>",
            "<b>",
            "</div>",
            "<div class='byline'>",
            "<br>",
            "<!--",
            "-->",
            "&amp;",
            "&#8217;",
            "&rsquo",
            "<script>",
            "</script>",
            "<pre>",
            "</pre>",
            "<img alt='a b'>",
            "{{< a >}}",
            "{% raw %}",
            "{% endraw %}",
            "---\n",
            "+++\n",
            "title: ",
            "title = ",
            '"a\\u2019"',
            "\n\n",
            "\n- ",
            "\n> ",
            "\n    ",
            "```\n",
            "![a](b 'c')",
            "<http://a.b>",
            "[^1]",
            "'''",
            '"' * 3,
            "description: >\n  a\n  b\n",
            "<html>",
            "<article>",
        ],
    ),
    max_size=60,
).map("".join)
FRONT = st.builds("---\n{}\n---\n{}".format, MARKUP, MARKUP) | st.builds("+++\ntitle = {}\n+++\n{}".format, MARKUP, MARKUP)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(HOSTILE | MARKUP | FRONT, st.sampled_from(sorted(READERS)))
def test_every_piece_of_a_block_stands_in_the_source(source: str, suffix: str) -> None:
    for block in read(source, "draft", suffix)[0].blocks:
        end = source_end = 0
        assert block.pieces
        assert block.text.strip()
        for piece in block.pieces:
            assert end <= piece.start < piece.end
            assert source_end <= piece.source_start < piece.source_end <= len(source)
            assert not block.text[end : piece.start].strip()
            end, source_end = piece.end, piece.source_end
            if piece.exact:
                assert source[piece.source_start : piece.source_end] == block.text[piece.start : piece.end]
        assert end == len(block.text)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.text(st.sampled_from("abC. ,“”’\n")))
def test_markdown_without_markup_reads_as_plain_text_does(source: str) -> None:
    source = "\n\n".join(line.strip() for line in source.split("\n") if line.strip())
    plain, markdown = read(source, "draft", ".txt")[0], read(source, "draft", ".md")[0]

    assert markdown.blocks == plain.blocks


@settings(derandomize=True, max_examples=150, deadline=None)
@given(HOSTILE)
def test_layers_speak_of_places_inside_their_block(source: str) -> None:
    analysis = Analysis(read(source, "draft.txt", ".txt")[0])
    places: list[Place] = [place for sentences in analysis.sentences for place in sentences]
    assert places == sorted(places)
    assert all(not a.overlaps(b) for a, b in zip(places, places[1:], strict=False))
    places += [place for quotation in analysis.quotations for place in quotation.places]
    for place in places:
        text = analysis.blocks[place.block].text[place.start : place.end]
        assert text.strip()
        assert len(text) == place.end - place.start


@settings(derandomize=True, max_examples=150, deadline=None)
@given(HOSTILE, st.integers(0, 200))
def test_lines_and_columns_are_those_of_an_editor(source: str, at: int) -> None:
    at = min(at, len(source))
    location = read(source, "draft.txt", ".txt")[0].locate(at)

    assert location.line == source.count("\n", 0, at) + 1
    assert location.column == at - (source.rfind("\n", 0, at) + 1) + 1
