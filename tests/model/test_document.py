import pytest

from linter.model.document import Block, Document, Piece
from linter.model.span import Location, Span


def test_only_line_feeds_end_lines() -> None:
    document = Document("x", "a\rb\u2028c\r\nd\ne", ())

    assert [document.locate(at) for at in (0, 2, 4, 7, 9)] == [Location(1, 1), Location(1, 3), Location(1, 5), Location(2, 1), Location(3, 1)]


def test_the_line_of_an_offset_is_told_without_its_end() -> None:
    document = Document("x", "one\r\ntwo\nthree", ())

    assert [document.line_span(at) for at in (1, 5, 13)] == [Span(0, 3), Span(5, 8), Span(9, 14)]


def test_a_span_is_ordered() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


def test_a_place_maps_through_the_pieces_of_a_block() -> None:
    source = "Tom &amp; Ann"
    block = Block("paragraph", "Tom & Ann", (Piece(0, 4, 0, 4), Piece(4, 5, 4, 9), Piece(5, 9, 9, 13)))

    assert block.span(0, 9) == Span(0, len(source))
    assert block.span(4, 5) == Span(4, 9)
    assert block.span(6, 9) == Span(10, 13)


def test_only_a_run_that_stands_in_the_source_just_so_is_editable() -> None:
    block = Block("paragraph", "Tom & Ann", (Piece(0, 4, 0, 4), Piece(4, 5, 4, 9), Piece(5, 9, 9, 13)))

    assert block.editable(0, 3)
    assert not block.editable(4, 5)
    assert not block.editable(2, 7)


def test_paragraphs_are_counted_from_one_and_only_those_with_text() -> None:
    blocks = tuple(Block("paragraph", text, (Piece(0, 1, at, at + 1),)) for at, text in enumerate((" ", "a", " ", "b")))

    assert Document("a.txt", " a b", blocks).paragraphs == (1, 1, 1, 2)
