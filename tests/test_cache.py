"""Compiled rules: a stranger's or a damaged store is a miss, and costs nothing but time."""

from pathlib import Path
from typing import Any

import pytest

from linter import cache, packs
from linter.checks import CHECKS
from linter.config import Pack
from linter.digest import digest
from linter.engine import load_rules
from linter.model.rule import Rule
from linter.resources import rule_files, rules_folder

RULE = (
    "- id: style/foo\n  check: words\n  severity: error\n  message: 'no {text}'\n  why: No.\n  options: {list: NAME}\n  bad: ['a ⟦ferry⟧']\n  good: ['a bar']\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def write(folder: Path, name: str, *words: str) -> None:
    (folder / name).write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
    (folder / "house.yaml").write_text(RULE.replace("NAME", f"{name}"), encoding="utf-8")


def rule(folder: Path) -> Rule:
    return next(rule for rule in load_rules([Pack(folder / "house.yaml", folder.resolve())]) if rule.id == "style/foo")


def stores(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "cache" / "rules").iterdir() if b"style/foo" in path.read_bytes())


def compiled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the rule is compiled, not taken from the store."""
    calls: list[Any] = []
    load = packs.load
    with monkeypatch.context() as patch:
        patch.setattr(packs, "load", lambda files, *rest: calls.append(files) or load(files, *rest))
        rule(folder)
    return any(folder / "house.yaml" in files for files in calls)


def test_what_is_stored_is_what_was_compiled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "foo.txt", "ferry")
    first = rule(folder)

    assert not compiled(folder, monkeypatch)
    assert rule(folder) == first._replace(bad=(), good=())


@pytest.mark.parametrize("name", ["foo.txt", "the words.txt", "wörter é+.txt"])
def test_a_word_list_that_changes_is_read_again(folder: Path, name: str) -> None:
    write(folder, name, "ferry")
    assert rule(folder).options.list == ("ferry",)

    write(folder, name, "ferry", "boat")
    assert rule(folder).options.list == ("ferry", "boat")


def test_a_word_list_that_is_gone_is_told(folder: Path) -> None:
    write(folder, "foo.txt", "ferry")
    rule(folder)
    (folder / "foo.txt").unlink()

    with pytest.raises(Exception, match="names a word list that is not there"):
        rule(folder)


def test_another_version_compiles_for_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "foo.txt", "ferry")
    rule(folder)
    monkeypatch.setattr(cache, "__version__", "99.0.0")

    assert compiled(folder, monkeypatch)


DAMAGE = {
    "cut off": lambda data: data[:-20],
    "another text": lambda data: data.replace(b"ferry", b"bridge"),
    "no rules": lambda _: b'{"rules": [], "patterns": [], "phrases": {}}',
    "a list": lambda _: b"[]",
    "deep": lambda _: b"[" * 100_000,
    "not UTF-8": lambda _: b"\xff\xfe",
    "empty": lambda _: b"",
}


def signed(content: bytes) -> bytes:
    return digest(content).encode() + b"\n" + content


@pytest.mark.parametrize("sign", [bytes, signed])
@pytest.mark.parametrize("what", DAMAGE)
def test_a_damaged_store_is_a_miss_and_mended(folder: Path, monkeypatch: pytest.MonkeyPatch, what: str, sign: Any) -> None:
    write(folder, "foo.txt", "ferry")
    expected = rule(folder)
    (store,) = stores(folder)
    good = store.read_bytes()
    content = good.partition(b"\n")[2]
    damaged = DAMAGE[what](content)
    if what == "another text" and sign is signed:
        damaged = content.replace(b'"list":["ferry"]', b'"lists":["ferry"]')
    store.write_bytes(sign(damaged))

    assert rule(folder)._replace(bad=(), good=()) == expected._replace(bad=(), good=())
    assert store.read_bytes() == good
    assert not compiled(folder, monkeypatch)


def test_nothing_is_left_behind_where_writing_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write(folder, "foo.txt", "ferry")
    monkeypatch.setattr(Path, "replace", full)
    assert rule(folder).id == "style/foo"

    monkeypatch.undo()
    assert list((folder / "cache" / "rules").iterdir()) == []


def never(_lists: dict[str, str]) -> list[Rule]:
    raise AssertionError("it should come from the store")


def test_the_options_of_every_check_come_back_as_they_were(folder: Path) -> None:  # noqa: ARG001
    files = rule_files(rules_folder() / "core")
    rules = packs.load(files, CHECKS)
    first = cache.rules(files, None, CHECKS, lambda _: rules)

    assert cache.rules(files, None, CHECKS, never) == first
