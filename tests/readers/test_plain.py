import textwrap

import pytest

from linter.readers import read

SAID = "The council said on Monday that the bridge over the Arlo would stay shut until engineers had looked at every one of its piers. "


def blocks(source: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in read(source, "draft.txt", ".txt")[0].blocks]


def test_the_first_line_is_the_headline() -> None:
    assert blocks("Bridge stays shut\n\nIt is shut.\nIt was open.") == [
        ("headline", "Bridge stays shut"),
        ("paragraph", "It is shut."),
        ("paragraph", "It was open."),
    ]


def test_a_first_line_with_a_stop_is_a_paragraph() -> None:
    assert blocks("It is shut.\n\nIt was open.")[0] == ("paragraph", "It is shut.")


def test_a_single_line_is_a_paragraph() -> None:
    assert blocks("Bridge stays shut") == [("paragraph", "Bridge stays shut")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_hard_wrapped_mail_is_joined_to_paragraphs(end: str) -> None:
    first, second = (SAID * 3).strip(), (SAID * 2).strip()
    source = end.join(["Bridge stays shut", "", *textwrap.wrap(first, 72), "", *textwrap.wrap(second, 72)])

    assert blocks(source) == [("headline", "Bridge stays shut"), ("paragraph", first), ("paragraph", second)]


def test_positions_stay_true_in_a_wrapped_paragraph() -> None:
    source = "\r\n".join(["Bridge stays shut", "", *textwrap.wrap(SAID * 3, 72)])
    document = read(source, "draft.txt", ".txt")[0]
    block = document.blocks[1]
    at = block.text.index("every one", 200)

    span = block.span(at, at + len("every one"))
    assert source[span.start : span.end].split() == ["every", "one"]


def test_one_line_a_paragraph_is_not_joined() -> None:
    source = "\n".join(["Bridge stays shut", SAID.strip(), "It is closed.", SAID.strip()])

    assert len(blocks(source)) == 4


def test_lists_of_short_lines_are_not_joined() -> None:
    lines = ["Results", "Ardel 2 Brivane 1", "Corrow 0 Dunmore 0", "Eastley 3 Farrow 2", "Gorran 1 Hale 1"]

    assert len(blocks("\n".join(lines))) == 5


def test_bullets_are_list_items_without_their_bullet() -> None:
    assert blocks("Facts\n• One thing.\n- Another thing.\n- Voices -")[1:] == [
        ("list-item", "One thing."),
        ("list-item", "Another thing."),
        ("paragraph", "- Voices -"),
    ]


def test_only_line_feeds_end_lines() -> None:
    assert blocks("One\rstill one\u2028still one\x0bstill one\ntwo.") == [
        ("headline", "One\rstill one\u2028still one\x0bstill one"),
        ("paragraph", "two."),
    ]


def test_an_empty_text_has_no_blocks() -> None:
    assert blocks("") == blocks(" \n\t\n") == []
