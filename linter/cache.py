"""Keeps rules compiled to plain data, so that a run needs no YAML; without the cache only time is lost."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from linter import __version__
from linter.analysis import phrases as phrasing
from linter.analysis.patterns import forms, remember
from linter.bounds import content, inside
from linter.checks.check import Check, exceptions
from linter.digest import digest
from linter.model.rule import Fix, Rule, Severity
from linter.resources import rules_folder

FORMAT = 6
"""Raised whenever what is stored, or how a rule file is read, changes."""

Compile = Callable[[dict[str, str]], list[Rule]]
"""Compiles rules; tells the word lists they were read from, as they are named, with their digests."""


def key(files: Sequence[Path]) -> str:
    """The digest of some rule files, for this version. Raises OSError."""
    return digest(f"rules {FORMAT} {__version__}", *(part for file in files for part in (file.name, content(file))))


def rules(files: Sequence[Path], bounds: Path | None, checks: Mapping[str, Check], compile_rules: Compile) -> list[Rule]:
    """The rules of files in one folder, without examples: from the compiled data if it is there and true, else compiled and stored.

    Raises what compiling raises.
    """
    name = _name(files, bounds)
    found = _read(rules_folder() / "compiled" / name, files, bounds, checks) if name else None
    if found:
        return found
    user = user_folder()  # asked only where it is needed: finding it costs 5 ms
    found = _read(user / name, files, bounds, checks) if user and name else None
    if found:
        return found
    lists: dict[str, str] = {}
    compiled = compile_rules(lists)
    if user and name:
        store(user / name, compiled, checks, lists)
    return [rule._replace(bad=(), good=()) for rule in compiled]


def _name(files: Sequence[Path], bounds: Path | None) -> str | None:
    """The name of the compiled data; None where a file may not be read, or cannot: compiling says so."""
    try:
        return f"{key(files)}.json" if all(file.is_file() and inside(file, bounds) for file in files) else None
    except OSError:
        return None


def store(path: Path, compiled: Sequence[Rule], checks: Mapping[str, Check], lists: Mapping[str, str]) -> None:
    """Writes compiled rules and their digest, whole or not at all; a folder that cannot be written is no fault."""
    import tempfile

    patterns = {p for rule in compiled for p in (*checks[rule.check].patterns(rule.options), *exceptions(rule.options, rule.unless))}
    phrases = {source: phrasing.needed(source) for rule in compiled for source in checks[rule.check].phrases(rule.options)}
    stored = {"rules": [_freeze(rule) for rule in compiled], "patterns": forms(sorted(patterns)), "phrases": phrases, "lists": dict(lists)}
    data = json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            whole = Path(folder) / path.name
            whole.write_bytes(digest(data).encode() + b"\n" + data)
            whole.replace(path)


def user_folder(part: str = "rules") -> Path | None:
    """The folder for a part of this user's cache, or None where there is no home."""
    given = os.environ.get("COPYDESK_CACHE_DIR")
    if given:
        return Path(given) / part
    import platformdirs

    try:
        return Path(platformdirs.user_cache_dir("copydesk", appauthor=False)) / part
    except (OSError, RuntimeError):
        return None


def _read(path: Path, files: Sequence[Path], bounds: Path | None, checks: Mapping[str, Check]) -> list[Rule] | None:
    """The stored rules; None where there are none, where they are damaged, or where a word list has changed."""
    try:
        written, _, data = path.read_bytes().partition(b"\n")
        if written != digest(data).encode():
            return None
        stored = json.loads(data)
        lists = {files[0].parent / name: known for name, known in stored["lists"].items()}
        if not all(inside(file, bounds) and digest(content(file)) == known for file, known in lists.items()):
            return None
        origins = {file.name: str(file) for file in files}
        found = [_thaw(rule, checks, origins) for rule in stored["rules"]]
        remember(stored["patterns"])
        phrasing.remember(stored["phrases"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return found


def _freeze(rule: Rule) -> dict[str, Any]:
    plain = rule._replace(bad=(), good=())._asdict()
    path, line = rule.written_at
    return plain | {"options": rule.options._asdict(), "origin": [Path(path).name, line]}


def _thaw(plain: dict[str, Any], checks: Mapping[str, Check], origins: Mapping[str, str]) -> Rule:
    options = {name: tuple(value) if isinstance(value, list) else value for name, value in plain["options"].items()}
    file, line = plain["origin"]
    return Rule(
        **plain
        | {
            "severity": Severity(plain["severity"]),
            "options": checks[plain["check"]].options(**options),
            "kinds": {kind: level and Severity(level) for kind, level in plain["kinds"].items()},
            "blocks": tuple(plain["blocks"]),
            "unless": tuple(plain["unless"]),
            "replaces": tuple(plain["replaces"]),
            "fix": plain["fix"] and Fix(*plain["fix"]),
            "origin": f"{origins[file]}:{line}",
            "bad": (),
            "good": (),
        },
    )
