"""`--jobs`: the same bytes whatever the number; an interruption ends at once; how far it is shows on a terminal only."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.cli import progress
from linter.cli.progress import Progress

Command = Callable[..., subprocess.CompletedProcess[str]]
BAD = "Bridge stays shut\n\nMr Kadhimi went to to the bridge. Mr Kadhimi met Mr Khadimi, and Mr Kadhimi left.\n"
GERMAN = "Die Brücke bleibt nach Angaben der Stadt bis zum Mai gesperrt, weil die Arbeiten länger dauern als geplant war. " * 4


def folder(work: Path) -> None:
    for number in range(6):
        (work / f"{number}.txt").write_text(BAD + f"\nIt was day {number}.\n", encoding="utf-8")
    (work / "broken.txt").write_bytes(b"Bridge\n\nIt\x92s shut.\n")
    (work / "de.txt").write_text(f"Brücke gesperrt\n\n{GERMAN}\n", encoding="utf-8")
    (work / "opinion").mkdir()
    (work / "opinion" / "a.md").write_text(f"---\nsection: letters\n---\n{BAD}<!-- copydesk: ignore-file grammar -->\n", encoding="utf-8")
    settings = "overrides:\n  - {when: {section: [letters]}, rules: {grammar/doubled-word: warning}}\n"
    (work / ".copydesk.yaml").write_text(f"{settings}ignore: [{{path: /1.txt, rule: grammar, reason: so}}]\n", encoding="utf-8")


@pytest.mark.parametrize("form", ["json", "sarif", "html"])
def test_the_bytes_are_the_same_whatever_the_number_of_processes(copydesk: Command, work: Path, form: str) -> None:
    folder(work)
    one, two, many, auto = (copydesk("check", "--report-unused", "--format", form, "--jobs", jobs) for jobs in ("1", "2", "30", "auto"))

    assert one.stdout
    assert one.returncode == 2
    assert (one.stdout, one.stderr, one.returncode) == (two.stdout, two.stderr, two.returncode)
    assert (one.stdout, one.stderr, one.returncode) == (many.stdout, many.stderr, many.returncode)
    assert (one.stdout, one.stderr, one.returncode) == (auto.stdout, auto.stderr, auto.returncode)


def test_processes_that_store_results_at_once_do_not_meet(work: Path) -> None:
    folder(work)
    for number in range(30):
        (work / f"more{number}.txt").write_text(BAD + f"\nIt was {number}.\n", encoding="utf-8")
    command = [sys.executable, "-m", "linter", "check", "--format", "json", "--cache-dir", str(work.parent / "cache"), "--jobs"]
    runs = [subprocess.Popen([*command, jobs], cwd=work, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) for jobs in ("1", "2", "2")]
    found = [run.communicate()[0] for run in runs]
    again = subprocess.run([*command, "2"], cwd=work, capture_output=True, check=False).stdout
    plain = subprocess.run([*command, "1", "--no-cache"], cwd=work, capture_output=True, check=False).stdout

    assert len({*found, again, plain}) == 1
    assert {path.suffix for path in (work.parent / "cache" / "results").rglob("*") if path.is_file()} == {".json", ""}


def test_no_results_are_kept_where_that_was_asked_for(copydesk: Command, work: Path) -> None:
    folder(work)
    for number in range(10):
        (work / f"more{number}.txt").write_text(BAD, encoding="utf-8")
    cache = work.parent / "cache"
    copydesk("check", "--no-cache", COPYDESK_CACHE_DIR=str(cache))
    assert not (cache / "results").exists()
    copydesk("check", COPYDESK_CACHE_DIR=str(cache))
    assert (cache / "results").exists()


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1.5", ""])
def test_a_number_that_is_none_is_refused(copydesk: Command, jobs: str) -> None:
    done = copydesk("check", "--jobs", jobs)

    assert done.returncode == 2
    assert "neither a number from 1 nor auto" in done.stderr


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(sys.platform != "linux", reason="looks for children in /proc")
@pytest.mark.parametrize("to", [os.kill, os.killpg])
def test_an_interruption_ends_at_once_and_leaves_no_process(work: Path, to: Callable[[int, int], None]) -> None:
    for number in range(400):
        (work / f"{number}.txt").write_text(BAD * 20, encoding="utf-8")
    command = [sys.executable, "-m", "linter", "check", "--jobs", "2", "--format", "json=report.json"]
    with subprocess.Popen(command, cwd=work, start_new_session=True, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and len(Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()) < 2:
            time.sleep(0.01)
        to(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=30)

        assert process.returncode == 130
        assert told.strip() == "Interrupted."
        assert not alive(process.pid)
    assert not (work / "report.json").exists()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stderr: io.StringIO, *, quiet: bool = False, long: float = 0.0) -> str:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setattr(progress, "_LONG", long)
    monkeypatch.setattr(progress, "_BETWEEN", 0.0)
    with Progress(quiet=quiet) as told:
        for done in range(1, 5):
            told(done, 1000)
    return stderr.getvalue()


def test_a_long_run_shows_on_a_terminal_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    told = shown(monkeypatch, Terminal())

    assert "4/1000" in told
    assert " left" in told


def test_nothing_shows_in_a_pipe_or_where_quiet_was_asked_for_or_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not shown(monkeypatch, io.StringIO())
    assert not shown(monkeypatch, Terminal(), quiet=True)
    assert not shown(monkeypatch, Terminal(), long=60.0)
