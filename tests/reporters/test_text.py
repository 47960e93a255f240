from linter.engine import Engine, core_rules
from linter.model.finding import Failure, FileReport, Report
from linter.model.rule import Severity
from linter.readers import read
from linter.reporters.escape import cells
from linter.reporters.style import Style
from linter.reporters.summary import summary
from linter.reporters.text import report

SLIP = "She went to to the bridge."
TERMINAL = Style(terminal=True, width=80)


def run(source: str) -> Report:
    document = read(source, "a.txt", ".txt")[0]
    return Report((FileReport("a.txt", Engine([rule for rule in core_rules() if rule.id.startswith("grammar/")]).lint(document).findings),))


def test_a_terminal_shows_the_line_with_the_place_underlined_and_the_paragraph() -> None:
    lines = report(run(f"Bridge stays shut\n\nIt is shut.\n\n{SLIP}"), TERMINAL).splitlines()

    assert lines[0] == "a.txt"
    assert lines[1] == "  ¶3  5:10  error  grammar/doubled-word"
    assert lines[2].strip() == SLIP
    assert lines[2].index("to to") == lines[3].index("~~~~~")
    assert lines[4].strip() == "“to to”: “to” stands twice. Delete one."
    assert lines[-1] == "To learn more of a rule, and how to silence it: copydesk explain grammar/doubled-word"


def test_wide_letters_do_not_shift_the_underline() -> None:
    lines = report(run(f"Bridge stays shut\n\n日本 {SLIP}"), TERMINAL).splitlines()

    assert lines[3].index("~") == lines[2].index("to to") + 2


def test_more_than_three_findings_of_a_rule_are_folded() -> None:
    shown = report(run("Bridge stays shut\n\n" + "\n\n".join(f"Day {number}: {SLIP}" for number in range(5))), TERMINAL)

    assert shown.count("stands twice") == 1
    assert "and 4 more of grammar/doubled-word: ¶3 line 5, ¶4 line 7, ¶5 line 9, ¶6 line 11" in " ".join(shown.split())


def test_a_long_line_is_cut_round_the_place() -> None:
    shown = report(run("Bridge stays shut\n\n" + "It is shut and so it is. " * 40 + SLIP), TERMINAL).splitlines()

    assert all(len(line) <= 80 for line in shown[2:4])
    assert "to to" in shown[2]


def test_suggestions_are_counted_and_shown_only_when_asked() -> None:
    source = "Bridge stays shut\n\nThe gate was hit on Saturday according to the Harbour Wire."
    assert "Not shown: 1 suggestion (--show suggestion)." in report(run(source), TERMINAL)
    assert "grammar/comma-before-according" in report(run(source), TERMINAL._replace(show=Severity.SUGGESTION))


def test_there_is_colour_only_where_it_is_wanted() -> None:
    assert "\x1b[" not in report(run(SLIP), TERMINAL)
    assert "\x1b[31m" in report(run(SLIP), TERMINAL._replace(colour=True))


def test_wide_letters_are_cut_by_the_cells_they_take() -> None:
    shown = report(run(f"Bridge stays shut\n\n{'日本' * 200} {SLIP} {'e' + chr(0x301)}{'日本' * 200}"), TERMINAL).splitlines()

    assert all(cells(line) <= 80 for line in shown[2:4])
    assert cells(shown[2][: shown[2].index("to to")]) == shown[3].index("~")
    assert shown[2].strip().startswith("…")
    assert shown[2].endswith("…")


def test_a_narrow_terminal_is_filled_and_no_further() -> None:
    shown = report(run(f"Bridge stays shut\n\n{'It is shut. ' * 20}{SLIP}"), TERMINAL._replace(width=36)).splitlines()

    assert all(cells(line) <= 36 for line in shown[2:6])
    assert " ".join(line.strip() for line in shown[4:6]) == "“to to”: “to” stands twice. Delete one."


def test_nothing_found_is_not_said_of_files_that_failed() -> None:
    failed = Report((), (Failure("broken", "a.txt"),))

    assert summary(failed, TERMINAL) == []
    assert summary(failed._replace(files=(FileReport("b.txt", ()),)), TERMINAL) == ["1 file: nothing found; 1 failure."]
