import pytest

from linter.analysis.names.letters import core, difference, edits, inflected, letters, plural, skeleton


def test_a_skeleton_is_the_same_in_every_transliteration() -> None:
    assert skeleton("khadimi") == skeleton("kadimi")
    assert skeleton("hizbollah") == skeleton("hizballah")
    assert skeleton("brandt") != skeleton("brant")


def test_letters_leave_accents_capitals_and_joins_aside() -> None:
    assert letters("Al-Kadhimī") == letters("al Kadhimi") == "alkadhimi"


def test_the_core_has_no_arabic_article() -> None:
    assert [core(word) for word in ("al-Qadhiri", "Al-Qadhiri", "As-Saqa", "Alqadhiri", "d’Estaing")] == [
        "Qadhiri",
        "Qadhiri",
        "Saqa",
        "Alqadhiri",
        "d’Estaing",
    ]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("brandtner", "brantdner", "swap"),
        ("manilovich", "minalovich", "swap"),
        ("matthew", "mathew", "double"),
        ("harkott", "harrkot", "double"),
        ("brandtner", "brandner", "letter"),
        ("hizbollah", "hizballah", "vowel"),
        ("viktor", "victor", "class"),
        ("brandtner", "brandtmer", "other"),
        ("brandtner", "brandtna", "two"),
        ("anna", "qadhiri", "far"),
    ],
)
def test_the_difference_of_two_words_has_a_name(one: str, other: str, kind: str) -> None:
    assert difference(one, other) == difference(other, one) == kind


@pytest.mark.parametrize(
    ("one", "other"), [("iraq", "iraqi"), ("iraqi", "iraqis"), ("zionism", "zionist"), ("texas", "texans"), ("somali", "somalia"), ("kurds", "kurdish")]
)
def test_words_made_by_endings_are_inflected(one: str, other: str) -> None:
    assert inflected(one, other)


@pytest.mark.parametrize(("one", "other"), [("sergei", "sergey"), ("brandtner", "brantdner"), ("harkas", "harkass")])
def test_a_slip_at_the_end_is_no_ending(one: str, other: str) -> None:
    assert not inflected(one, other)


def test_a_plural_has_an_s_more() -> None:
    assert plural("harker", "harkers")
    assert plural("jonases", "jonas")
    assert not plural("qadhir", "qadhiri")


@pytest.mark.parametrize(
    ("one", "other", "distance"), [("anna", "anna", 0), ("anna", "ana", 1), ("brandt", "brnadt", 1), ("ann", "bob", 3), ("a", "abcdefg", 4)]
)
def test_edits_count_a_swap_as_one(one: str, other: str, distance: int) -> None:
    assert edits(one, other) == distance
