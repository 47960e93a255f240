import json

from linter.reporters.escape import cells, head, json_printable, printable, tail, wrapped


def test_control_characters_never_reach_a_terminal() -> None:
    assert printable("a\x1b[31mb\x07\x9b1m") == r"a\x1b[31mb\x07\x9b1m"


def test_direction_marks_and_line_separators_are_shown() -> None:
    assert printable("a\u202eb\u2028c\ud800") == r"a\u202eb\u2028c\ud800"


def test_tabs_and_odd_spaces_become_blanks() -> None:
    assert printable("a\tb\u00a0c") == "a b c"


def test_wide_and_combining_letters_take_their_cells() -> None:
    assert (cells("abc"), cells("日本"), cells("e\u0301")) == (3, 4, 1)


def test_a_text_is_cut_by_cells_and_marks_stay_with_their_letter() -> None:
    assert [head("日本e\u0301x", width) for width in (1, 2, 5)] == ["", "日", "日本e\u0301"]
    assert [tail("日e\u0301x", width) for width in (1, 2, 3, 4)] == ["x", "e\u0301x", "e\u0301x", "日e\u0301x"]


def test_lines_are_wrapped_at_blanks_or_where_they_must() -> None:
    assert list(wrapped("to the bridge 日本日本", 6)) == ["to the", "bridge", "日本日", "本"]


def test_json_says_the_same_without_control_characters() -> None:
    text = json.dumps({"a": "é\x9b\u202e\U000e0001"}, ensure_ascii=False, indent=1)

    assert json_printable(text).replace("\n", "").isprintable()
    assert json.loads(json_printable(text)) == json.loads(text)
