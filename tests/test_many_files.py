"""A run grows with its files and no faster, and holds no more than one article at a time."""

import sys
import weakref
from pathlib import Path
from types import FrameType

import pytest

from linter import run as running
from linter.config import Config
from linter.engine import Engine, Result
from linter.model.document import Document
from linter.model.finding import Failure
from linter.run import Run, Settings
from linter.workers import spread

TEXT = "Harbour bridge stays shut\n\nShe went to to the bridge.\n"


def write(folder: Path, count: int) -> None:
    for number in range(count):
        place = folder / str(number % 7)
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number}.txt").write_text(TEXT, encoding="utf-8")


def calls(folder: Path, count: int) -> int:
    """How many functions are called in a run over so many files."""
    write(folder, count)
    made = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    run = Run(Settings())
    sys.setprofile(counted)
    try:
        report = run.report([str(folder)])
    finally:
        sys.setprofile(None)
    assert len(report.files) == count
    return made


def test_ten_times_the_files_take_about_ten_times_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Engine, "lint", lambda _engine, document: Result((), (Failure(f"{document.path}: one of many", document.path),)))
    calls(tmp_path / "warm", 1)
    some, many = (calls(tmp_path / str(count), count) for count in (100, 1000))

    assert many < 10.5 * some


@pytest.mark.parametrize("keep_results", [False, True])
def test_no_article_outlives_its_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, keep_results: bool) -> None:
    write(tmp_path / "work", 30)
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    alive: list[int] = []
    seen: list[weakref.ref[Document]] = []
    whole = running.documents_in

    def watched(text: str, path: str, config: Config) -> tuple[Document, ...]:
        alive.append(sum(document() is not None for document in seen))
        documents = whole(text, path, config)
        seen.extend(map(weakref.ref, documents))
        return documents

    monkeypatch.setattr(running, "documents_in", watched)
    report = Run(Settings(keep_results=keep_results)).report([str(tmp_path / "work")])

    assert len(report.files) == len(alive) == 30
    assert max(alive) <= 1
    assert not any(document() for document in seen)


@pytest.mark.skipif(sys.platform != "linux", reason="functions of a test reach no process but a copy of it")
def test_a_thousand_items_are_spread_in_order() -> None:
    assert list(spread(str, range(1000), 3, lambda item, _reason: str(item))) == [str(item) for item in range(1000)]
