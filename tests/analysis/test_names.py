import pytest

from linter.analysis import Analysis
from linter.analysis.names.house import Entry, House
from linter.readers import read


def analysis(*paragraphs: str, house: House | None = None) -> Analysis:
    return Analysis(read("\n\n".join(("Manager resigns", *paragraphs)), "draft.txt", ".txt")[0], house=house)


def names(*paragraphs: str, house: House | None = None) -> dict[str, list[str]]:
    return {name.canonical: [form.text for form in name.forms] for name in analysis(*paragraphs, house=house).names}


def words(text: str, headline: str = "Manager resigns") -> dict[str, tuple[str, ...]]:
    """Each word of a name with the words before it."""
    found = Analysis(read(f"{headline}\n\n{text}", "draft.txt", ".txt")[0])
    return {mention.text: mention.before for run in found.runs for mention in run.mentions if mention.place.block}


def pairs(*paragraphs: str, house: House | None = None) -> list[tuple[str, str, str]]:
    return [(pair.usual.text, pair.rare.text, pair.kind) for pair in analysis(*paragraphs, house=house).spellings]


def test_a_surname_alone_belongs_to_the_full_name_before_it() -> None:
    assert names("The manager, Elena Brandtner, has resigned. Ms Brandtner led the port.") == {"Elena Brandtner": ["Elena Brandtner", "Brandtner"]}


def test_a_given_name_alone_belongs_to_the_full_name_that_bore_it() -> None:
    assert names("The manager, Laura Brandtner, has resigned. On Monday Laura left.") == {"Laura Brandtner": ["Laura Brandtner", "Laura"]}


def test_a_short_form_and_an_initial_are_the_same_given_name() -> None:
    assert names("She met William Harkner, Bill Harkner and W Harkner.") == {"William Harkner": ["William Harkner", "Bill Harkner", "W Harkner"]}


def test_people_of_one_surname_and_other_given_names_are_two() -> None:
    assert list(names("She met Laura Brandtner and Piet Brandtner.")) == ["Laura Brandtner", "Piet Brandtner"]


def test_two_spellings_of_one_name_are_one_name_by_the_right_one() -> None:
    found = names("She met Elena Brantdner. Later Elena Brandtner left, and Ms Brandtner wept.")

    assert found == {"Elena Brandtner": ["Elena Brantdner", "Elena Brandtner", "Brandtner"]}


def test_the_house_decides_what_is_canonical_before_the_article_does() -> None:
    text = "She met Elena Brandtner. Ms Brandtner wept. Then Elena Brantdner left."

    assert list(names(text, house=House((Entry("Elena Brantdner"),)))) == ["Elena Brantdner"]
    assert list(names(text, house=House(accepted=("Brandtner",)))) == ["Brandtner"]


def test_institutions_keep_what_of_ties_to_them() -> None:
    assert list(names("It was the Department of State, and the Bank of the Islands’ chief.")) == ["Department of State", "Bank of the Islands"]


def test_titles_are_no_part_of_a_name_and_possessives_are_left_off() -> None:
    assert list(names("It was Prime Minister Sami al-Qadhiri’s port.")) == ["Sami al-Qadhiri"]


def test_a_title_that_ends_a_name_is_a_surname() -> None:
    assert list(names("It was named after Martin Luther King by all.")) == ["Martin Luther King"]


def test_particles_are_part_of_a_name() -> None:
    assert list(names("It was the port of Piet van der Berg and nobody else.")) == ["Piet van der Berg"]


def test_what_a_hyphen_ties_to_a_name_is_no_part_of_it() -> None:
    assert list(names("It was a Qadhir-based firm under the Qadhir-backed plan.")) == ["Qadhir"]


def test_months_and_days_are_no_names() -> None:
    assert names("It was on Monday, in May, or in June on a Sunday.") == {}


def test_the_first_word_of_a_sentence_is_no_name_for_that() -> None:
    assert names("However, nobody came. Friends stayed away.") == {}
    assert list(names("He praised Qadhir. But Qadhir burns. Saying Qadhir burns is cheap.")) == ["Qadhir"]


def test_an_article_and_particles_are_no_neighbours() -> None:
    assert words("It was Sami al Qadhiri of the port.")["Qadhiri"] == ("Sami",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Elena Brandtner. Ms Brandtner left, and Ms Brandtner wept. Then Ms Brantdner rose.", ("Brandtner", "Brantdner", "typing")),
        ("He met Sami Al-Qadhiri. Mr Al-Qadhiri left. Then Mr Al-Khadiri rose.", ("Al-Qadhiri", "Al-Khadiri", "transliteration")),
        ("He works for CarePoint now, and CarePoint pays well, but Care Point is small.", ("CarePoint", "Care Point", "join")),
        ("The painter Zoë Harker met Zoë again, and the painter Zoe Harker left.", ("Zoë", "Zoe", "diacritic")),
        ("He met Sergei Harkner and Sergei Harkner, then Sergey Harkner.", ("Sergei", "Sergey", "transliteration")),
        ("He lives in Brantholm, by Lake Ann. Old Brantholm is gone. He loves Branthlom.", ("Brantholm", "Branthlom", "typing")),
        ("It is Kevin Vickerstons. Vickerstons said so. A debt was Vickerston's own.", ("Vickerstons", "Vickerston", "typing")),
        ("Men of al Qadhir and al Qadhir fought; al-Qadhir lost.", ("al Qadhir", "al-Qadhir", "join")),
        ("He wrote it on Twitter late on Monday, then on twitter again.", ("Twitter", "twitter", "case")),
        ("The group ISIS fought. They fled ISIS, but Isis stayed.", ("ISIS", "Isis", "case")),
        ("They met F Harkmann there. Frank Harkmann left. Then Frank Harkman wept.", ("Harkmann", "Harkman", "typing")),
        ("He gave to the Institute and the Institute took it. The Insitute was glad.", ("Institute", "Insitute", "typing")),
        ("Sami Al-Qadhiri and Al-Qadhiri’s aide. Mr Al-Qadhiri. Sami Qadhirri left.", ("Al-Qadhiri", "Qadhirri", "typing")),
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
        "The world has many an Ann Harker, too many Ann Harkers.",
        "He met Sami Al-Qadhiri, and then Qadhiri left.",
        "He wrote to Ann Brandtner at @annbrantner, and on annbrantner.com too.",
        "He met Jon Harkner [sic], and Jon Harker too, and Jon Harker again.",
        "He met Ann Harker, also spelt Harcker, at the Harker house.",
        "The group is known as Qadhirist, others write Qadhyrist of it.",
        "He met Tom Brandt, Ann Larsen, Piet Larson, Kim Anders and Jo Andersen.",
        "Reyes, Dowson, Harkner, Haughton and Monye played. Then Ann Dawson left.",
        "They saw King Kong, and King Kang, and all of Martin Luther King.",
        "The Somali army fled Somalia, for Zionism and for Zionist friends.",
        "He works at White House now. Ann Whitehouse left the White House.",
        "The Anti-Semitism task force met on Antisemitism again.",
        "Joyce Harkner (JoyceHarkner) wrote of Joyce Harkner.",
        "GUPTAR: I know. Then Ann Guptar left, and Guptar rose.",
        "He said it of Théo van Gogh, and Van Gogh it was.",
        "A republican feast: the Republican way, and the Republican way.",
        "They will trump it. A Trump ace, the Trump way, to Trump it.",
        "60. Zheng, J. et al. wrote. 61. Zhang, X. et al. wrote more.",
        "Intervención de Raúl Harkner. Then Raul Harkner left, and Raul Harkner rose.",
        "The firm C K Harkner and CK Harkner and R S Brandt at Rs 100.",
        "There are Reasons Kate Brandt won and Reasons Katy Harkner lost.",
        "His mother Ivana Harkner met his sister Ivanka Harkner.",
        "It is Ann Harkmann, not to be confused with Ann Harkman. Ann Harkmann sings.",
        "The singer Flo Rida was born in Florida, and Flo Rida loves Florida.",
        "Some wrote: jane fonda again. Then Jane Fonda left, and Jane Fonda rose.",
        "They sell iPods, iPads and the like; an iPod is old.",
        "Money goes to the Fondation for all (Foundation of the Island). The Foundation thanked them.",
        "Her father was Piotr Harknov, her mother Maria Harknova. The Harknov home is gone.",
        "The Splendour of the Sea is a yacht; the Splendor of the Sea is a film.",
        "“Ewwwww!” they said. Ewwww, said all.",
        "Lord Mayor Harkner spoke. Maria Harkner sang.",
        "That is the source: TRTHarkner. The TRT Harkner said so. Source TRTHarkner and agencies.",
    ],
)
def test_look_alikes_are_left_alone(text: str) -> None:
    assert pairs(text) == []


def test_a_line_with_a_hashtag_is_a_post_and_no_copy() -> None:
    assert pairs("Kendrick Harknerr wins again #harkner", "He met Kendrick Harkner on Monday, and Kendrick Harkner left.") == []


def test_the_headline_is_held_against_the_body() -> None:
    document = read("Brantdner Quits as Harbour Chief\n\nElena Brandtner has resigned. Ms Brandtner led the port.", "draft.txt", ".txt")[0]

    assert [(pair.usual.text, pair.rare.text, pair.rare.places[0].block) for pair in Analysis(document).spellings] == [("Brandtner", "Brantdner", 0)]


def test_of_a_tie_the_form_that_comes_later_is_the_other() -> None:
    (pair,) = analysis("He met Elena Brandtner. Then Elena Brantdner left.").spellings

    assert pair.tie
    assert (pair.usual.text, pair.rare.text) == ("Brandtner", "Brantdner")


def test_the_register_decides_between_two_spellings() -> None:
    (pair,) = analysis("He met Elena Brandtner. Then Elena Brantdner left.", house=House((Entry("Elena Brantdner"),))).spellings

    assert (pair.usual.text, pair.rare.text, pair.tie) == ("Brantdner", "Brandtner", False)
