"""A renamed rule goes by its old id too, wherever people wrote it, with one warning."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
RULE = "- {{id: style/{name}, check: words, severity: error, message: x, why: x, options: {{list: [ferry]}}, {more}bad: ['a ⟦ferry⟧'], good: [a]}}\n"
CONFIG = "extends: [./house.yaml]\n"


@pytest.fixture
def rename(copydesk: Command, work: Path) -> Callable[[], None]:
    """A rule that finds two things, and what renames it."""
    (work / ".copydesk.yaml").write_text(CONFIG, encoding="utf-8")
    (work / "house.yaml").write_text(RULE.format(name="old", more=""), encoding="utf-8")
    (work / "a.md").write_text("# Late\n\nThe ferry is late.\n\nNo ferry came.\n", encoding="utf-8")
    assert copydesk("check").stdout.count("style/old") == 2
    return lambda: (work / "house.yaml").write_text(RULE.format(name="new", more="replaces: [style/old], "), encoding="utf-8") and None


def test_in_a_configuration_and_a_directive(copydesk: Command, work: Path, rename: Callable[[], None]) -> None:
    rename()
    (work / ".copydesk.yaml").write_text(CONFIG + "ignore:\n  - {rule: style/old, path: a.md}\n  - {rule: style/old, path: b.md}\n", encoding="utf-8")
    done = copydesk("check")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.count(".copydesk.yaml:3: “style/old” is called “style/new” now\n") == 1
    assert done.stderr.count("is called") == 1

    (work / ".copydesk.yaml").write_text(CONFIG, encoding="utf-8")
    (work / "a.md").write_text("# Late\n\n<!-- copydesk: ignore style/old -->\n\nThe ferry is late.\n", encoding="utf-8")
    done = copydesk("check", "--report-unused")
    assert (done.returncode, done.stdout) == (0, "")
    assert "a.md: “style/old” is called “style/new” now" in done.stderr
    assert "silences nothing" not in done.stderr


def test_in_a_baseline(copydesk: Command, work: Path, rename: Callable[[], None]) -> None:
    copydesk("check", "--write-baseline", "b.json")
    before = (work / "b.json").read_bytes()
    rename()
    done = copydesk("check", "--baseline", "b.json", "--prune-baseline")
    assert (done.returncode, done.stdout) == (0, "")
    assert "2 findings accepted under the old name of a rule" in done.stderr
    assert (work / "b.json").read_bytes() == before

    copydesk("check", "--write-baseline", "b.json")
    assert (work / "b.json").read_bytes() != before
    assert "old name" not in copydesk("check", "--baseline", "b.json").stderr
