import pytest

from linter.analysis import Analysis
from linter.analysis.names.spelling import edits, find_pairs, letters, skeleton
from linter.readers import read


def analysis(*paragraphs: str) -> Analysis:
    return Analysis(read("\n\n".join(("Manager resigns", *paragraphs)), "draft.txt", ".txt")[0])


def names(*paragraphs: str) -> dict[str, list[str]]:
    return {name.canonical: [form.text for form in name.forms] for name in analysis(*paragraphs).names.names}


def pairs(*paragraphs: str) -> list[tuple[str, str, str]]:
    return [(pair.usual.text, pair.rare.text, pair.kind) for pair in find_pairs(analysis(*paragraphs))]


def test_a_surname_alone_belongs_to_the_full_name_before_it() -> None:
    assert names("The manager, Elena Brandtner, has resigned. Ms Brandtner led the port.") == {"Elena Brandtner": ["Elena Brandtner", "Brandtner"]}


def test_titles_are_no_part_of_a_name_and_possessives_are_left_off() -> None:
    assert list(names("It was Prime Minister Sami al-Qadhiri’s port.")) == ["Sami al-Qadhiri"]


def test_particles_are_part_of_a_name() -> None:
    assert list(names("It was the port of Piet van der Berg and nobody else.")) == ["Piet van der Berg"]


def test_the_first_word_of_a_sentence_is_no_name_for_that() -> None:
    assert names("However, nobody came. Friends stayed away.") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Elena Brandtner. Ms Brandtner left, and Ms Brandtner wept. Then Ms Brantdner rose.", ("Brandtner", "Brantdner", "typing")),
        ("He met Sami Al-Qadhiri. Mr Al-Qadhiri left. Then Mr Al-Khadiri rose.", ("Al-Qadhiri", "Al-Khadiri", "transliteration")),
        ("He works for CarePoint now, and CarePoint pays well, but Care Point is small.", ("CarePoint", "Care Point", "join")),
        ("The painter Zoë Harker met Zoë again, and the painter Zoe Harker left.", ("Zoë", "Zoe", "diacritic")),
    ],
)
def test_one_name_spelt_two_ways_is_a_pair(text: str, expected: tuple[str, str, str]) -> None:
    assert pairs(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "He met Anna Andersen and Piet Anderson. Then Ms Andersen left, and Mr Anderson stayed.",
        "He left Iraq for Iran with an Iraqi, an Iranian and two Iraqis.",
        "He met the Harkers and Ann Harker, and the Harker family.",
        "He met Sami Al-Qadhiri, and then Qadhiri left.",
        "He wrote to Ann Brandtner at @annbrantner, and on annbrantner.com too.",
        "He met Jon Harkner [sic], and Jon Harker too, and Jon Harker again.",
        "He met Ann Harker, also spelt Harcker, at the Harker house.",
    ],
)
def test_look_alikes_are_left_alone(text: str) -> None:
    assert pairs(text) == []


def test_a_skeleton_is_the_same_in_every_transliteration() -> None:
    assert skeleton("khadimi") == skeleton("kadimi")
    assert skeleton("hizbollah") == skeleton("hizballah")
    assert skeleton("brandt") != skeleton("brant")


def test_letters_leave_accents_capitals_and_joins_aside() -> None:
    assert letters("Al-Kadhimī") == letters("al Kadhimi") == "alkadhimi"


@pytest.mark.parametrize(
    ("one", "other", "distance"), [("anna", "anna", 0), ("anna", "ana", 1), ("brandt", "brnadt", 1), ("ann", "bob", 3), ("a", "abcdefg", 4)]
)
def test_edits_count_a_swap_as_one(one: str, other: str, distance: int) -> None:
    assert edits(one, other) == distance
