"""What was found before is told again, word for word; whatever is wrong with what is stored costs time only."""

import errno
import os
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from linter import results
from linter import run as running
from linter.engine import Engine
from linter.model.finding import Report
from linter.results import Results
from linter.run import FEW, Run, Settings

TEXT = """Harbour bridge stays shut

Mr Kadhimi went to to the bridge on Monday. Mr Kadhimi met Mr Khadimi, and Mr Kadhimi left in {number} hours.

Early accounts suggest that the the crane fell. It takes between 5 to 10 days.
"""
PAGE = "<h1>Harbour bridge stays shut</h1>\n<p>Mr Kadhimi went to to Zürich.</p>\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with as many files as are worth it, and a cache beside it."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    for number in range(FEW):
        (work / f"{number}.txt").write_text(TEXT.format(number=number), encoding="utf-8")
    return work


def check(**settings: Any) -> Report:
    return Run(Settings(**{"keep_results": True, **settings})).report(["."])


def stored(here: Path) -> list[Path]:
    return sorted((here.parent / "cache" / "results").rglob("*.json"))


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of what is really linted."""
    paths: list[str] = []
    lint = Engine.lint
    monkeypatch.setattr(Engine, "lint", lambda engine, document: paths.append(document.path) or lint(engine, document))
    return paths


@pytest.mark.usefixtures("here")
def test_what_has_not_changed_is_not_linted_again_and_told_word_for_word(linted: list[str]) -> None:
    first = check()
    assert len(linted) == FEW
    assert check() == first
    assert len(linted) == FEW
    assert check(keep_results=False) == first
    assert sum(len(file.findings) for file in first.files) > 3 * FEW
    assert any(finding.fixes and finding.related for file in first.files for finding in file.findings)


def test_silenced_findings_notices_and_idle_directives_come_back(here: Path, linted: list[str]) -> None:
    for number in range(FEW):
        said = "<!-- copydesk: ignore-file grammar/doubled-word -- said so -->\n<!-- copydesk: ignore-file names -->\n"
        (here / f"{number}.txt").unlink()
        (here / f"{number}.md").write_text(f"{said}# Bridge\n\nShe went to to the bridge {number} times.\n", encoding="utf-8")
    (here / "de.txt").write_text("Brücke\n\n" + "Die Brücke bleibt nach Angaben der Stadt bis zum Mai gesperrt und bewacht. " * 8, encoding="utf-8")
    one, two = Run(Settings(keep_results=True)), Run(Settings(keep_results=True))
    first, second = one.report(["."]), two.report(["."])

    assert len(linted) == FEW + 1
    assert first == second
    assert first.suppressed == FEW
    assert first.notices
    assert one.unused(first, ["."]) == two.unused(second, ["."])
    assert one.unused(first, ["."])


@pytest.mark.usefixtures("here")
def test_formats_that_show_the_article_have_it() -> None:
    first = check(keep_documents=True)

    assert check(keep_documents=True) == first
    assert all(file.documents for file in first.files)
    assert not any(file.documents for file in check().files)


def _edit(here: Path) -> None:
    (here / "3.txt").write_text("Bridge\n\nShe went to to it.\n", encoding="utf-8")


def _configure(here: Path) -> None:
    (here / ".copydesk.yaml").write_text("rules: {grammar/doubled-word: off}\n", encoding="utf-8")


RULE = "- id: style/crane\n  check: words\n  severity: warning\n  message: '{text}'\n  why: So.\n  options: {list: [crane]}\n"


def _pack(here: Path, more: str = "") -> None:
    (here / "own.yaml").write_text(f"{RULE}  bad: ['a ⟦crane⟧']\n  good: ['a lift']\n{more}", encoding="utf-8")
    (here / ".copydesk.yaml").write_text("extends: [./own.yaml]\n", encoding="utf-8")


@pytest.mark.parametrize(("change", "anew"), [(_edit, 1), (_configure, FEW), (_pack, FEW)])
def test_whatever_changes_findings_makes_them_anew(here: Path, linted: list[str], change: Callable[[Path], None], anew: int) -> None:
    before = check()
    linted.clear()
    change(here)
    after = check()

    assert len(linted) == anew
    assert after == check(keep_results=False)
    assert after != before


def test_a_word_list_of_ones_own_rules_counts(here: Path, linted: list[str]) -> None:
    _pack(here)
    (here / "own.yaml").write_text((here / "own.yaml").read_text(encoding="utf-8").replace("[crane]", "words.txt"), encoding="utf-8")
    (here / "words.txt").write_text("crane\n", encoding="utf-8")
    before = check()
    linted.clear()
    (here / "words.txt").write_text("crane\nbridge\n", encoding="utf-8")

    assert check() != before
    assert len(linted) >= FEW


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("settings", [{"select": ("grammar",)}, {"ignore": ("grammar",)}, {"encoding": "cp1252"}, {"inline": False}])
def test_options_that_change_findings_count(linted: list[str], settings: dict[str, Any]) -> None:
    check()
    check(**settings)

    assert len(linted) == 2 * FEW


@pytest.mark.usefixtures("here")
def test_another_program_finds_for_itself(linted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    check()
    monkeypatch.setattr(results, "_program", lambda: "another")
    check()

    assert len(linted) == 2 * FEW


def test_an_entry_ends_on_its_day(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / ".copydesk.yaml").write_text("ignore: [{path: '*.txt', rule: grammar, reason: so, until: 2030-01-01}]\n", encoding="utf-8")
    monkeypatch.setattr(running, "_today", lambda: "2030-01-01")
    assert check().suppressed
    monkeypatch.setattr(running, "_today", lambda: "2030-01-02")

    assert not check().suppressed


def test_what_is_stored_holds_no_word_of_the_copy_and_is_the_users_alone(here: Path) -> None:
    (here / "page.html").write_text(PAGE, encoding="utf-8")
    report = check()
    words = {word for word in re.findall(r"\w{4,}", TEXT + PAGE) if not word.islower()} | {"bridge", "harbour", "crane", "hours"}
    messages = " ".join(finding.message for file in report.files for finding in file.findings)

    assert {"Kadhimi", "crane"} <= {word for word in words if word in messages} | {"crane"}
    assert len(stored(here)) == FEW + 1
    for file in stored(here):
        content = file.read_text(encoding="ascii")
        assert not {word for word in words if word in content}
        if sys.platform != "win32":
            assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_word_that_markup_parts_is_not_stored(here: Path, linted: list[str]) -> None:
    (here / "page.html").write_text("<h1>Bridge shut</h1>\n<p>Mr Fran&ccedil;ois met Mr Fran&ccedil;oise. Mr Fran&ccedil;ois left.</p>\n" * 2, encoding="utf-8")
    first = check()
    linted.clear()

    assert check() == first
    assert linted == ["page.html"]


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "cut off": lambda file: file.write_bytes(file.read_bytes()[:-5]),
    "one digit": lambda file: file.write_bytes(re.sub(rb"\d(?=[^\d]*$)", b"7", file.read_bytes()) + b" "),
    "garbage": lambda file: file.write_bytes(b"\xff" * 100),
    "another's": lambda file: file.write_bytes(max(file.parent.parent.rglob("*.json")).read_bytes()),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_damaged_is_found_anew(here: Path, linted: list[str], damage: str) -> None:
    first = check()
    file = stored(here)[0]
    linted.clear()
    DAMAGE[damage](file)

    assert check() == first
    assert len(linted) == 1


def full(*_: object, **__: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "no space left on device")


@pytest.mark.parametrize("broken", ["replace", "makedirs", "open"])
def test_a_folder_that_takes_nothing_costs_nothing_else(here: Path, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    expected = check(keep_results=False)
    monkeypatch.setattr(results.os, broken, full)

    assert check() == expected
    assert not [path for path in (here.parent / "cache" / "results").rglob("*") if path.is_file() and path.name != "swept"]


@pytest.mark.usefixtures("here")
def test_no_folder_at_all_costs_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = check(keep_results=False)
    monkeypatch.setenv("COPYDESK_CACHE_DIR", os.devnull)

    assert check() == expected


def test_an_interruption_while_storing_leaves_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(results.os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        check()

    assert not list((here.parent / "cache" / "results").rglob("*.tmp"))


def test_a_few_files_are_linted_and_not_stored(here: Path) -> None:
    Run(Settings(keep_results=True)).report([f"{number}.txt" for number in range(FEW - 1)])

    assert not stored(here)


@pytest.fixture
def old(here: Path) -> tuple[Path, float]:
    """A result that was stored long ago, and when."""
    check()
    swept = here.parent / "cache" / "results" / "swept"
    when = swept.stat().st_mtime - 40 * 24 * 60 * 60
    file = stored(here)[0]
    os.utime(file, (when, when))
    os.utime(swept, (when, when))
    return file, when


def test_what_nobody_asks_for_is_thrown_away_once_a_day(here: Path, old: tuple[Path, float]) -> None:
    file, when = old
    sweeping = Results(str(here.parent / "cache" / "results"), ())
    sweeping.sweep()
    assert not file.exists()
    assert len(stored(here)) == FEW - 1

    last = stored(here)[0]
    os.utime(last, (when, when))
    sweeping.sweep()
    assert last.exists()


@pytest.mark.usefixtures("here")
def test_what_is_asked_for_stays(old: tuple[Path, float], monkeypatch: pytest.MonkeyPatch) -> None:
    file, when = old
    monkeypatch.setattr(Results, "sweep", lambda _results: None)
    check()

    assert file.stat().st_mtime > when + 1000
