"""Directives in Markdown and HTML: with reasons, counted, told when they silence nothing, and no way round a gate."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
PAGE = """# Bridge stays shut

<!-- copydesk: ignore grammar/doubled-word -- a stammer -->

She went to to the bridge.

<!-- copydesk: off grammar/doubled-word, names -- verse -->

So so and the the end.

<!-- copydesk: on grammar/doubled-word, names -->
"""


@pytest.fixture
def page(work: Path) -> Path:
    (work / "a.md").write_text(PAGE, encoding="utf-8")
    return work


def test_a_directive_silences_and_its_reason_is_shown(copydesk: Command, page: Path) -> None:
    done = copydesk("check", "a.md")
    assert (done.returncode, done.stdout) == (0, ""), page
    assert "Silenced: 2 findings (--show-suppressed)." in done.stderr

    shown = copydesk("check", "--show-suppressed", "a.md").stdout
    assert "[silenced by directive (line 3): a stammer]" in shown
    assert "[silenced by directive (line 7): verse]" in shown
    sarif = json.loads(copydesk("check", "--format", "sarif", "a.md").stdout)
    assert [result["suppressions"][0]["kind"] for result in sarif["runs"][0]["results"]] == ["inSource", "inSource"]


def test_a_gate_takes_no_directive(copydesk: Command, page: Path) -> None:
    done = copydesk("check", "--no-inline", "--report-unused", "a.md")

    assert done.stdout.count("grammar/doubled-word") == 2, page
    assert "silences nothing" not in done.stderr


def test_a_directive_that_silences_nothing_is_told(copydesk: Command, page: Path) -> None:
    done = copydesk("check", "--report-unused", "--format", "json", "a.md")
    assert json.loads(done.stdout)["unused"] == [{"path": "a.md", "line": 7, "message": "this directive silences nothing of names"}], page
    assert "copydesk: a.md:7: this directive silences nothing of names\n" in done.stderr
    assert json.loads(copydesk("check", "--report-unused", "--select", "grammar", "--format", "json", "a.md").stdout)["unused"] == []


def test_a_reason_can_be_demanded(copydesk: Command, page: Path) -> None:
    (page / ".copydesk.yaml").write_text("require-reason: true\n", encoding="utf-8")
    assert copydesk("check", "a.md").returncode == 0
    (page / "a.md").write_text(PAGE.replace(" -- a stammer", ""), encoding="utf-8")
    done = copydesk("check", "a.md")

    assert done.returncode == 2
    assert "a.md:3: the directive gives no reason" in done.stderr


def test_what_a_directive_silences_is_not_fixed(copydesk: Command, page: Path) -> None:
    before = PAGE.replace("to to the bridge", "to the bridge between 5 to 10 times").replace("ignore grammar/doubled-word", "ignore grammar")
    (page / "a.md").write_text(before, encoding="utf-8")
    copydesk("fix", "--unsafe", "a.md")
    assert (page / "a.md").read_text(encoding="utf-8") == before
    copydesk("fix", "--no-inline", "a.md")
    assert "5 and 10" in (page / "a.md").read_text(encoding="utf-8")
