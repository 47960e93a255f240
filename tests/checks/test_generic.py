"""The checks that rules use as they are: pattern, words, substitution, consistency, count, length, first-mention."""

from collections.abc import Callable

from linter.model.rule import Match

Run = Callable[..., list[tuple[str, Match]]]


def texts(found: list[tuple[str, Match]]) -> list[str]:
    return [text for text, _ in found]


def test_a_pattern_reports_each_hit_and_its_groups(run_check: Run) -> None:
    found = run_check("pattern", "It was more then enough, and less then that.", pattern=(r"(?P<word>more|less) ⟨then⟩",))

    assert texts(found) == ["then", "then"]
    assert [dict(match.fills) for _, match in found] == [{"word": "more"}, {"word": "less"}]


def test_several_patterns_make_one_rule(run_check: Run) -> None:
    assert texts(run_check("pattern", "He could of. She would of.", pattern=("could ⟨of⟩", "would ⟨of⟩"))) == ["of", "of"]


def test_what_is_allowed_is_left_alone(run_check: Run) -> None:
    assert texts(run_check("pattern", "READ MORE: one.", pattern=("read more",), allow=("read more: one",))) == []


def test_a_pattern_stays_in_its_sentence_unless_it_is_per_block(run_check: Run) -> None:
    text = "He left early. They stayed on."
    assert texts(run_check("pattern", text, pattern=("early.{0,5}they",))) == []
    assert texts(run_check("pattern", text, pattern=("early.{0,5}they",), per="block")) == ["early. They"]


def test_words_are_found_whole_and_the_longest_wins(run_check: Run) -> None:
    found = run_check("words", "At this moment in time the moments passed.", list=("moment", "at this moment in time"))

    assert texts(found) == ["At this moment in time"]


def test_a_word_inside_an_allowed_phrase_is_left_alone(run_check: Run) -> None:
    assert texts(run_check("words", "The Moment of Truth came, a moment.", list=("moment",), allow=("moment of truth",))) == ["moment"]


def test_a_substitution_keeps_the_capital(run_check: Run) -> None:
    found = run_check("substitution", "Utilise it. They utilise it. UTILISE IT.", swap={"utilise": "use"})

    assert [match.edits[0].replacement for _, match in found] == ["Use", "use", "USE"]


def test_an_exact_substitution_heeds_case(run_check: Run) -> None:
    assert texts(run_check("substitution", "The internet and the Internet.", swap={"Internet": "internet"}, case="exact")) == ["Internet"]


def test_a_curly_apostrophe_is_found_by_a_straight_one(run_check: Run) -> None:
    assert texts(run_check("words", "It’s one of it's kind.", list=("it's",))) == ["It’s", "it's"]


def test_of_two_ways_to_write_a_word_the_rarer_is_reported(run_check: Run) -> None:
    found = run_check("consistency", "Ten per cent rose. Two percent fell. Six per cent held.", forms=("per cent|percent",))

    assert texts(found) == ["percent"]
    assert found[0][1].fills["other"] == "per cent"
    assert len(found[0][1].related) == 2


def test_the_first_form_can_be_the_house_form(run_check: Run) -> None:
    found = run_check("consistency", "Ten per cent. Two per cent. One percent.", forms=("percent|per cent",), prefer="first")

    assert texts(found) == ["per cent", "per cent"]


def test_one_way_to_write_a_word_is_consistent(run_check: Run) -> None:
    assert run_check("consistency", "Ten per cent, two per cent.", forms=("per cent|percent",)) == []


def test_the_first_hit_too_many_is_reported(run_check: Run) -> None:
    found = run_check("count", "But he came. But she left. But they stayed.", pattern="but", per="document", max=1)

    assert texts(found) == ["But"]
    assert (found[0][1].place.start, found[0][1].fills["count"]) == (13, "3")


def test_a_sentence_with_too_few_is_reported_whole(run_check: Run) -> None:
    found = run_check("count", "It costs $5 here. It costs much there.", pattern=r"\$\d", per="sentence", min=1)

    assert texts(found) == ["It costs much there."]


def test_a_sentence_that_is_too_long_is_reported(run_check: Run) -> None:
    found = run_check("length", "One two three. One two three four five.", max=4, per="sentence")

    assert texts(found) == ["One two three four five."]
    assert found[0][1].fills == {"value": "5", "limit": "4"}


def test_the_first_mention_needs_its_gloss(run_check: Run) -> None:
    pattern, needs = "IAEA", "International Atomic Energy Agency"
    late = "The IAEA met.\n\nThe International Atomic Energy Agency (IAEA) met again."

    assert texts(run_check("first-mention", late, pattern=pattern, needs=needs)) == ["IAEA"]
    assert run_check("first-mention", "The International Atomic Energy Agency (IAEA) met. The IAEA left.", pattern=pattern, needs=needs) == []
    assert run_check("first-mention", late, pattern=pattern, needs=needs, allow=("IAEA",)) == []


QUOTED = "“One two three four five six.” He said: “One two three four.” Two."


def test_a_sentence_that_is_quoted_from_end_to_end_is_no_sentence_of_the_paper(run_check: Run) -> None:
    assert texts(run_check("length", QUOTED, "skip", max=3, per="sentence")) == ["He said: “One two three four.”"]
    assert texts(run_check("length", QUOTED, "only", max=3, per="sentence")) == ["“One two three four five six.”"]
    assert len(run_check("length", QUOTED, max=3, per="sentence")) == 2
    assert texts(run_check("count", QUOTED, "skip", pattern="seven", per="sentence", min=1)) == ["He said: “One two three four.”", "Two."]
