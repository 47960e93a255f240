"""Keeps rules compiled to plain data, so that a run needs no YAML; without the cache only time is lost."""

import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from linter.analysis.patterns import remember, translations
from linter.checks.check import Check, exceptions
from linter.digest import digest
from linter.model.rule import Fix, Rule, Severity
from linter.resources import rules_folder

FORMAT = 3
"""Raised whenever what is stored, or how a rule file is read, changes."""

_WORD_LIST = re.compile(rb"[\w./-]+\.txt")


def key(files: Sequence[Path]) -> str:
    """The digest of some rule files and of every word list that they name. Raises OSError."""
    parts: list[bytes] = []
    for file in files:
        data = file.read_bytes()
        parts.append(data)
        for name in sorted(set(_WORD_LIST.findall(data))):
            listed = file.parent / os.fsdecode(name)
            parts += [name, listed.read_bytes() if listed.is_file() else b""]
    return digest(f"rules {FORMAT}", *parts)


def rules(files: Sequence[Path], checks: Mapping[str, Check], compile_rules: Callable[[], list[Rule]]) -> list[Rule]:
    """The rules of some files, without their examples: from the compiled data if it is there, else compiled and stored."""
    name = f"{key(files)}.json"
    stored = _read(rules_folder() / "compiled" / name)
    folder = None if stored else user_folder()
    stored = stored or (folder and _read(folder / name)) or None
    if stored:
        origins = {file.name: str(file) for file in files}
        remember(stored["translations"])
        return [_thaw(rule, checks, origins) for rule in stored["rules"]]
    compiled = compile_rules()
    if folder:
        store(folder / name, compiled, checks)
    return [rule._replace(bad=(), good=()) for rule in compiled]


def store(path: Path, compiled: Sequence[Rule], checks: Mapping[str, Check]) -> None:
    """Writes compiled rules, whole or not at all; a folder that cannot be written is no fault."""
    import tempfile

    patterns = {p for rule in compiled for p in (*checks[rule.check].patterns(rule.options), *exceptions(rule.options, rule.unless))}
    content = {"rules": [_freeze(rule) for rule in compiled], "translations": translations(sorted(patterns))}
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, suffix=".tmp", delete=False) as file:
            json.dump(content, file, ensure_ascii=False, separators=(",", ":"))
        Path(file.name).replace(path)
    except OSError:
        return


def user_folder() -> Path | None:
    """The folder of this user's cache, or None where there is no home."""
    given = os.environ.get("COPYDESK_CACHE_DIR")
    if given:
        return Path(given) / "rules"
    import platformdirs

    try:
        return Path(platformdirs.user_cache_dir("copydesk", appauthor=False)) / "rules"
    except (OSError, RuntimeError):
        return None


def _read(path: Path) -> dict[str, Any] | None:
    try:
        with path.open(encoding="utf-8") as file:
            stored = json.load(file)
    except (OSError, ValueError):
        return None
    return stored if isinstance(stored, dict) and {"rules", "translations"} <= stored.keys() else None


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
            "origin": f"{origins.get(file, file)}:{line}",
            "bad": (),
            "good": (),
        },
    )
