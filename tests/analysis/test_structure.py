import pytest

from linter.analysis import Analysis
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
        (PROSE, "paragraph", None),
    ],
)
def test_the_form_of_a_line_tells_its_role(line: str, role: str, form: str | None) -> None:
    assert structure(f"Ferry comes back\n\n{PROSE}\n\n{line}\n\n{PROSE}")[2] == (role, form)


def test_the_genre_is_told_by_who_speaks() -> None:
    def genre(source: str) -> str:
        return Analysis(read(source, "draft.txt", ".txt")[0]).structure.genre

    assert genre(f"Ferry comes back\n\n{PROSE}\n\n“I am glad, and I say so, and my son is glad, and I mean it,” he said.") == "news"
    assert genre("My ferry\n\n" + "I love the ferry, and I think my town does too. I never left it. " * 3) == "opinion"
    assert genre("The debate\n\n" + "BRANDT: I think so.\n\nHARKER: I do not.\n\n" * 4) == "transcript"
