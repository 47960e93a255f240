"""`check --stats`: what the time went on, and what was found, by layer and rule."""

import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.stats import Clock

Command = Callable[..., subprocess.CompletedProcess[str]]
BAD = "Bridge stays shut\n\nMr Kadhimi went to to the bridge. Mr Kadhimi met Mr Khadimi, and Mr Kadhimi left.\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_time_and_findings_are_told_by_layer_and_rule(copydesk: Command, work: Path, jobs: str) -> None:
    for number in range(3):
        (work / f"{number}.txt").write_text(BAD, encoding="utf-8")
    plain = copydesk("check")
    timed = copydesk("check", "--stats", "--jobs", jobs)

    assert (timed.stdout, timed.returncode) == (plain.stdout, plain.returncode)
    assert timed.stderr.startswith(plain.stderr)
    assert re.search(r"^ +\d+\.\d +\d+\.\d% +layer spellings$", timed.stderr, re.MULTILINE)
    assert re.search(r"^ +\d+\.\d +\d+\.\d% +3  rule grammar/doubled-word$", timed.stderr, re.MULTILINE)
    assert re.search(r"^ +[1-9]\d*\.\d +6  all; 3 files, 0 of them known from an earlier run$", timed.stderr, re.MULTILINE)


def test_files_that_an_earlier_run_knew_are_counted(copydesk: Command, work: Path) -> None:
    for number in range(12):
        (work / f"{number}.txt").write_text(BAD, encoding="utf-8")
    cache = str(work.parent / "cache")
    copydesk("check", "--cache-dir", cache)
    (work / "3.txt").write_text(BAD + "\nMore.\n", encoding="utf-8")

    assert "12 files, 11 of them known" in copydesk("check", "--cache-dir", cache, "--stats", "--format", "html").stderr


def test_time_counts_once_and_for_the_innermost_part(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter((0, 5, 7, 20))
    monkeypatch.setattr(time, "process_time_ns", lambda: next(now))
    clock = Clock()
    with clock.part("rule"), clock.part("layer"):
        pass

    assert clock.spent == {"rule": 18, "layer": 2}
