"""A run loses nothing: what is broken costs only what depends on it, and is told once."""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from linter import reading
from linter import run as running
from linter.analysis import Analysis
from linter.findings import Drafts
from linter.model.finding import Report
from linter.run import Run, Settings

Command = Callable[..., subprocess.CompletedProcess[str]]
BAD = "Bridge stays shut\n\nShe went to to the bridge.\n"
RULE = "- id: style/foo\n  check: pattern\n  severity: error\n  message: 'no {text}'\n  why: No.\n  options: {pattern: '(bridge'}\n  bad: ['a ⟦bridge⟧']\n  good: ['a bar']\n"
GERMAN = "Die Brücke über den Fluss bleibt nach Angaben der Stadt bis zum Frühjahr gesperrt, weil ein Pfeiler nachgegeben hat; " * 4


def put(folder: Path, name: str, text: str | bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def told(report: Report) -> list[tuple[str, int | None, str]]:
    return [(Path(failure.path or "").name, failure.line, failure.message) for failure in report.failures]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_broken_configuration_costs_only_its_folder_and_each_mistake_is_told_once(copydesk: Command, work: Path) -> None:
    put(work, ".git/HEAD", "")
    put(work, "good/a.txt", BAD)
    for name in ("one.txt", "two.txt", "deep/three.txt"):
        put(work, f"broken/{name}", BAD)
    put(work, "broken/.copydesk.yaml", "ruls: {}\nlanguage: fr\n")
    put(work, "broken/own/.copydesk.yaml", "rules: {}\n")
    put(work, "broken/own/b.txt", BAD)
    done = copydesk("check", "--format", "json", ".")
    report = json.loads(done.stdout)

    assert done.returncode == 2
    assert [file["path"] for file in report["files"]] == ["broken/own/b.txt", "good/a.txt"]
    assert [(Path(error["path"]).name, error["line"]) for error in report["errors"]] == [(".copydesk.yaml", 1), (".copydesk.yaml", 2)]
    assert done.stderr.count(".copydesk.yaml:1: ") == 1


def test_a_broken_configuration_in_a_folder_without_articles_is_told(here: Path) -> None:
    put(here, ".copydesk.yaml", "ruls: {}\n")

    assert [line for _, line, _ in told(Run(Settings()).report(["."]))] == [1]


def test_a_bad_rule_file_costs_only_the_folder_that_extends_it(here: Path) -> None:
    put(here, "good/a.txt", BAD)
    put(here, "broken/b.txt", BAD)
    put(here, "broken/.copydesk.yaml", "extends: [./house.yaml]\n")
    put(here, "broken/house.yaml", RULE)
    report = Run(Settings()).report(["."])

    assert [file.path for file in report.files] == ["good/a.txt"]
    assert [(name, line) for name, line, _ in told(report)] == [("house.yaml", 6)]


@pytest.mark.parametrize(("config", "line"), [("ruls: {}\n", 1), (None, None)])
def test_a_configuration_named_by_option_that_cannot_be_used_still_gives_json(copydesk: Command, work: Path, config: str | None, line: int | None) -> None:
    put(work, "a.txt", BAD)
    if config:
        put(work, "own.yaml", config)
    for extra in ((), ("--select", "grammar")):
        done = copydesk("check", "--format", "json", "--config", "own.yaml", *extra, "a.txt")
        report = json.loads(done.stdout)

        assert done.returncode == 2
        assert report["files"] == []
        assert [(error["path"], error["line"]) for error in report["errors"]] == [("own.yaml", line)]


def _raise(*_: object) -> NoReturn:
    raise ZeroDivisionError("by nought")


@pytest.mark.parametrize(("home", "name"), [(reading, "read"), (running, "suppress"), (Drafts, "settled"), (reading, "is_foreign")])
def test_whatever_breaks_on_a_file_is_one_failure_and_the_run_goes_on(here: Path, monkeypatch: pytest.MonkeyPatch, home: object, name: str) -> None:
    put(here, "a.txt", BAD)
    put(here, "b.txt", BAD)
    whole = getattr(home, name)
    broken = iter((True, False))
    monkeypatch.setattr(home, name, lambda *given, **named: _raise() if next(broken) else whole(*given, **named))
    report = Run(Settings()).report(["a.txt", "b.txt"])

    assert [(file.path, len(file.findings)) for file in report.files] == [("b.txt", 1)]
    (failure,) = report.failures
    assert (failure.path, failure.rule) == ("a.txt", None)
    assert "ZeroDivisionError: by nought" in failure.message
    assert failure.trace
    assert "Traceback" in failure.trace


def test_a_layer_that_breaks_is_one_failure_and_not_one_a_rule(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(here, "a.txt", BAD)
    monkeypatch.setattr(Analysis, "runs", property(_raise))
    monkeypatch.setattr(Analysis, "lines", property(_raise))
    report = Run(Settings()).report(["a.txt"])

    assert [finding.rule for finding in report.files[0].findings] == ["grammar/doubled-word"]
    assert len(report.failures) == 1


def test_a_report_can_be_sent_to_another_process(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(here, "a.txt", BAD)
    monkeypatch.setattr(Analysis, "lines", property(_raise))
    report = Run(Settings()).report(["a.txt"])

    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301


def test_a_file_that_failed_is_no_clean_file(copydesk: Command, work: Path) -> None:
    put(work, "a.txt", b"Bridge\n\nIt\x92s shut.\n")
    report = json.loads(copydesk("check", "--format", "json", "a.txt").stdout)

    assert report["files"] == []
    assert [error["path"] for error in report["errors"]] == ["a.txt"]


def test_stdin_is_read_no_further_than_an_article_may_go(copydesk: Command) -> None:
    done = copydesk("check", "--format", "json", "-", stdin=b"a" * 8_000_001)

    assert json.loads(done.stdout)["errors"][0]["message"].startswith("larger than 8,000,000 bytes")
    assert done.returncode == 2


def test_inspect_names_the_file_that_it_cannot_read(copydesk: Command, work: Path) -> None:
    put(work, "a.txt", b"\x00\x01")
    put(work, "b.txt", b"a" * 8_000_001)

    assert copydesk("inspect", "a.txt").stderr == "copydesk: a.txt: looks binary: a zero byte at offset 0\n"
    assert copydesk("inspect", "b.txt").stderr.startswith("copydesk: b.txt: larger than 8,000,000 bytes")


@pytest.mark.skipif(sys.platform != "linux", reason="a file whose reading fails")
def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_linted(copydesk: Command, work: Path) -> None:
    (work / "a.txt").symlink_to("/proc/self/mem")
    put(work, "b.txt", BAD)
    done = copydesk("check", "--format", "json", "a.txt", "b.txt")
    report = json.loads(done.stdout)

    assert done.returncode == 2
    assert [file["path"] for file in report["files"]] == ["b.txt"]
    assert [(error["path"], error["message"]) for error in report["errors"]] == [("a.txt", "input/output error")]
    assert copydesk("inspect", "a.txt").stderr.startswith("copydesk: a.txt: input/output error")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(copydesk: Command, work: Path) -> None:
    put(work, "a.txt", BAD)
    (work / "a.txt").chmod(0)

    assert "a.txt: permission denied" in copydesk("check", "a.txt").stderr


def test_folders_without_a_configuration_share_their_rules(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    engine = running.Engine
    monkeypatch.setattr(running, "Engine", lambda rules, house: made.append(rules) or engine(rules, house))
    for folder in ("a", "b", "c"):
        put(here, f"{folder}/en.txt", BAD)
        put(here, f"{folder}/de.txt", f"Brücke gesperrt\n\n{GERMAN}\n")
    report = Run(Settings()).report(["."])

    assert len(report.files) == 6
    assert len(report.notices) == 3
    assert len(made) == 2
