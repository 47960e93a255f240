"""Positions hold for any text, however hostile."""

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.analysis import Analysis
from linter.model.span import Place
from linter.readers import read

HOSTILE = st.text(st.sampled_from("aB. !?\n\r\t\u2028\u00a0\u200b\ufeff'\"“”‘’«»-•é\u0301🙂1,:")) | st.text()


@settings(derandomize=True, max_examples=150, deadline=None)
@given(HOSTILE)
def test_every_piece_of_a_block_stands_in_the_source(source: str) -> None:
    document = read(source, "draft.txt", ".txt")[0]
    end = 0
    for block in document.blocks:
        assert "".join(block.text[p.start : p.end] for p in block.pieces) == block.text
        for piece in block.pieces:
            assert piece.source_start >= end
            end = piece.source_end
            if piece.exact:
                assert source[piece.source_start : piece.source_end].replace("\n", " ") == block.text[piece.start : piece.end].replace("\n", " ")


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
