"""Work spread over processes: in order, whole, and with nothing left of them."""

import os
import signal
import sys
import time

import pytest

from linter import run as running
from linter import workers
from linter.git import GitError
from linter.run import Run, Settings
from linter.workers import paying, spread

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="functions of a test reach no process but a copy of it")


def lost(item: int, reason: str) -> str:
    return f"{item}: {reason}"


def slow_at_first(item: int) -> str:
    time.sleep(0.05 if item == 0 else 0)
    return str(item)


def deadly(item: int) -> str:
    if item in {3, 4}:
        os.kill(os.getpid(), signal.SIGKILL)
    if item == 9:
        os._exit(7)
    return str(item)


def children() -> set[int]:
    with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as file:
        return {int(number) for number in file.read().split()}


@pytest.mark.parametrize("jobs", [1, 2, 3, 40])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(spread(slow_at_first, range(20), jobs, lost)) == [str(item) for item in range(20)]


def test_a_process_that_dies_costs_the_item_that_it_worked_on() -> None:
    before = children()
    found = list(spread(deadly, range(12), 2, lost))

    assert found == ["0", "1", "2", "3: SIGKILL", "4: SIGKILL", "5", "6", "7", "8", "9: exit 7", "10", "11"]
    assert children() == before


def test_an_exception_is_raised_here_and_no_process_is_left() -> None:
    def work(item: int) -> str:
        if item == 5:
            raise GitError("no")
        return str(item)

    before = children()
    with pytest.raises(GitError, match="no"):
        list(spread(work, range(20), 2, lost))
    assert children() == before


def test_whoever_looks_at_no_more_results_leaves_no_process() -> None:
    before = children()
    results = spread(slow_at_first, range(20), 2, lost)
    assert next(results) == "0"
    assert len(children()) > len(before)
    results.close()

    assert children() == before


def test_a_process_that_will_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def deaf(item: int) -> str:
        if item:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            time.sleep(60)
        return str(item)

    monkeypatch.setattr(workers, "_PATIENCE", 0.1)
    before = children()
    results = spread(deaf, range(4), 2, lost)
    assert next(results) == "0"
    time.sleep(0.05)
    results.close()

    assert children() == before


def test_a_file_that_kills_its_process_is_one_failure(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b", "c", "d"):
        with open(f"{name}.txt", "w", encoding="utf-8") as file:
            file.write("Bridge stays shut\n\nShe went to to the bridge.\n")
    whole = running.documents_in
    monkeypatch.setattr(running, "documents_in", lambda text, path, config: os.kill(os.getpid(), 9) if path == "b.txt" else whole(text, path, config))
    report = Run(Settings()).report(["."], jobs=2)

    assert [(file.path, len(file.findings)) for file in report.files] == [("a.txt", 1), ("c.txt", 1), ("d.txt", 1)]
    assert [(failure.path, failure.message) for failure in report.failures] == [("b.txt", "could not be linted: its process ended (SIGKILL)")]


def test_a_few_files_are_not_worth_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: range(8))

    assert [paying(files) for files in (0, 1, 31, 32, 100, 10_000)] == [1, 1, 1, 2, 6, 8]
