import pytest

from linter.analysis import Analysis
from linter.analysis.structure import find_structure
from linter.model.document import Block, Piece
from linter.readers import read

PROSE = "The ferry came back on Monday, and about 400 people stood on the quay to see it come in, its owner said."


def structure(source: str) -> list[tuple[str, str | None]]:
    found = Analysis(read(source, "draft.txt", ".txt")[0]).structure
    return list(zip(found.roles, found.forms, strict=True))


def test_a_site_name_and_a_tagline_stand_above_the_headline() -> None:
    source = f"Harbour Gazette\n\nAll the News of the Coast\n\nFerry to Arlo Island comes back after two years\n\n{PROSE}"

    assert structure(source)[:3] == [("furniture", "masthead"), ("furniture", "tagline"), ("headline", None)]


def test_a_line_below_the_headline_does_not_make_it_a_site_name() -> None:
    source = f"Ferry comes back\n\nOwner of the ferry speaks of a great day for the island\n\n{PROSE}"

    assert structure(source)[0] == ("headline", None)


@pytest.mark.parametrize(
    ("line", "role", "form"),
    [
        ("By Ann Brandt", "byline", "byline"),
        ("(Reporting by Ann Brandt; editing by Piet Harker)", "byline", "contributor"),
        ("* * *", "furniture", "separator"),
        ("-30-", "furniture", "end-mark"),
        ("Update: The ferry has since left.", "other", "update-note"),
        ("READ MORE: Fares to rise", "furniture", "related-link"),
        ("Published: 10 April 2021 07:55", "dateline", "time-line"),
        ("What happens now", "subheading", None),
        ("Kristin Hale contributed to this report.", "byline", "contributor"),
        ("This story has been updated.", "other", "update-note"),
        ("RELATED VIDEO: The ferry leaves its yard", "furniture", "related-link"),
        ("Related stories:", "furniture", "related-link"),
        ("ISLAND NEWS: Baker wins the prize for rye bread", "furniture", "bare-link"),
        ("Island Baker Wins National Prize For Her Rye Loaf", "furniture", "bare-link"),
        ("Sign up for our newsletter and get the news of the coast", "furniture", "prompt"),
        ("ADVERTISEMENT", "furniture", "advertisement"),
        ("https://www.harbour.example/2021/05/ferry", "furniture", "address"),
        ("Ann Brandt/Getty Images", "credit", "credit"),
        ("(Image: Harbour Press)", "credit", "credit"),
        ("The ferry in its new coat on Monday. Ann Brandt/Getty Images", "caption", "caption"),
        ("Proud owner: Piet Harker on the bridge of his ship on Monday", "caption", "caption"),
        ("Harker (left) and Brandt on the quay", "caption", "caption"),
        ("The ferry is back! — Harbour Press (@harbourpress) May 3, 2021", "blockquote", "tweet"),
        ("WASHINGTON —", "dateline", "dateline"),
        (PROSE, "paragraph", None),
    ],
)
def test_the_form_of_a_line_tells_its_role(line: str, role: str, form: str | None) -> None:
    assert structure(f"Ferry comes back\n\n{PROSE}\n\n{PROSE}\n\n{line}\n\n{PROSE}")[3] == (role, form)


def test_the_genre_is_told_by_who_speaks() -> None:
    def genre(source: str) -> str:
        return Analysis(read(source, "draft.txt", ".txt")[0]).structure.genre

    assert genre(f"Ferry comes back\n\n{PROSE}\n\n“I am glad, and I say so, and my son is glad, and I mean it,” he said.") == "news"
    assert genre("My ferry\n\n" + "I love the ferry, and I think my town does too. I never left it. " * 3) == "opinion"
    assert genre("The debate\n\n" + "BRANDT: I think so.\n\nHARKER: I do not.\n\n" * 4) == "transcript"


def test_short_lines_in_a_row_are_a_list() -> None:
    found = structure(f"Ferry comes back\n\n{PROSE}\n\nAnn Brandt\n\nPiet Harker\n\nJo Marsh\n\n{PROSE}")

    assert found[2:5] == [("list-item", "name-list")] * 3


def test_links_stand_below_their_label() -> None:
    source = f"Ferry comes back\n\n{PROSE}\n\nRelated stories:\n\nFares to rise on the island ferry\n\nNew pier for Farrow is delayed again\n\n{PROSE}"

    assert [form for _, form in structure(source)[2:5]] == ["related-link", "bare-link", "bare-link"]


def test_a_sentence_in_two_parts_is_no_link() -> None:
    source = f"Ferry comes back\n\n{PROSE}\n\n{PROSE}\n\nThe Ferry Company Of Arlo Island Said That It Had\n\nlost money. {PROSE}"

    assert structure(source)[3] == ("paragraph", None)


def test_a_role_that_the_reader_knows_stays() -> None:
    blocks = (Block("caption", "ADVERTISEMENT", (Piece(0, 13, 0, 13),)), Block("subheading", "Ann Brandt/Getty Images", (Piece(0, 23, 14, 37),)))

    assert find_structure(blocks).roles == ("caption", "subheading")


def test_quotations_and_letters_do_not_make_an_opinion() -> None:
    letter = "'I love the ferry and I always did,' she said. 'I never left it, and my son doesn't either.'"
    source = f"Ferry comes back\n\n{PROSE}\n\n{letter}\n\n{PROSE}\n\n“I will go on,” she said, “and I mean it.\n\n“My mother went on too, and I am like her.”"

    assert Analysis(read(source, "draft.txt", ".txt")[0]).structure.genre == "news"


def test_an_interview_whose_speakers_take_turns_is_a_transcript() -> None:
    source = "The owner speaks\n\n" + "Ann Brandt: Why did you do it?\n\nPiet Harker: Because I could.\n\n" * 3

    assert Analysis(read(source, "draft.txt", ".txt")[0]).structure.genre == "transcript"


def test_a_site_above_a_headline_that_the_reader_knows_is_no_copy() -> None:
    source = "---\ndescription: Why it is shut\n---\nFarrow Gazette\n\nNews of the Arlo valley\n\n# Bridge stays shut\n\nIt is shut.\n"
    structure = Analysis(read(source, "draft.md", ".md")[0]).structure

    assert structure.forms[1:3] == ("masthead", "tagline")
    assert structure.roles[3] == "headline"


def test_any_kind_of_blank_parts_a_cue_from_its_link() -> None:
    prose = "The bridge over the Arlo stays shut until engineers have looked at every one of its piers, the council said."
    structure = Analysis(read(f"Bridge stays shut\n\n{prose}\n\nREAD MORE:\u00a0Ferry fares to rise in spring\n\n{prose}", "draft.txt", ".txt")[0]).structure

    assert structure.forms[2] == "related-link"
