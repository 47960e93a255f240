from linter.reporters.escape import cells, printable


def test_control_characters_never_reach_a_terminal() -> None:
    assert printable("a\x1b[31mb\x07\x9b1m") == r"a\x1b[31mb\x07\x9b1m"


def test_direction_marks_and_line_separators_are_shown() -> None:
    assert printable("a\u202eb\u2028c\ud800") == r"a\u202eb\u2028c\ud800"


def test_tabs_and_odd_spaces_become_blanks() -> None:
    assert printable("a\tb\u00a0c") == "a b c"


def test_wide_and_combining_letters_take_their_cells() -> None:
    assert (cells("abc"), cells("日本"), cells("e\u0301")) == (3, 4, 1)
