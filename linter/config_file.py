"""Reads a configuration file and what it extends; every mistake is told, with its file and line."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from linter import nodes, tomldata, yamldata
from linter.analysis.names.house import Entry
from linter.bounds import boundary, inside
from linter.config import Change, Config, FieldNames, Ignore, Pack, Paths, Setting, Where
from linter.globs import check
from linter.mistakes import DataError, Mistake, nearest
from linter.model.document import ROLES
from linter.model.rule import LANGUAGE, Severity
from linter.nodes import Node, Reading
from linter.register import read_register
from linter.resources import shipped, shipped_packs

_KEYS = ("extends", "rules", "overrides", "include", "exclude", "accept", "ignore", "baseline", "fields", "language", "register", "require-reason")
_APPENDING = ("+include", "+exclude")
_ACCEPTED = ("names", "pairs", "words")
_LEVELS = ("off", *Severity)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_FILES = 100
"""So many files and packs may be extended in all."""


class _Extending(NamedTuple):
    """What is read already (each file and pack counts once, where it is met first), and what is being read just now."""

    named: bool
    bounds: Path
    mistakes: list[Mistake]
    seen: set[Path]
    open: tuple[Path, ...] = ()


def load(file: Path, mistakes: list[Mistake], *, named: bool = False) -> Config:
    """The configuration that a file writes, with what it extends. What is wrong with it goes to `mistakes`.

    `named` says that the user named the file, so that it is no stranger's. Raises OSError where the file cannot be read.
    """
    place = file.absolute()
    config = _file(place, str(file), Config(), _Extending(named, boundary(place), mistakes, set()))
    return config._replace(file=str(file), folder=place.parent)


def _file(place: Path, shown: str, config: Config, extending: _Extending) -> Config:
    """A configuration with what a file writes put on top of it."""
    reading = Reading(Path(shown), extending.bounds, extending.mistakes, {})
    try:
        root = tomldata.read(reading.file) if place.suffix == ".toml" else yamldata.read(reading.file)
    except DataError as error:
        reading.mistakes.extend(error.mistakes)
        return config
    except OSError as error:
        if not extending.open:
            raise
        reading.unread(error)
        return config
    _prove_keys(reading, root, extending)
    fields = nodes.mapping(reading, root, "a configuration is a mapping: rules: …")
    inner = extending._replace(open=(*extending.open, Path(os.path.realpath(place))))
    for item in _extended(reading, fields.get("extends")):
        config = _put_on(config, reading, item, inner)
    settings = _settings(reading, fields, config.settings)
    everywhere = Where(folder=place.parent)
    changes = [*config.changes, *_changes(reading, fields.get("rules"), everywhere)]
    names = [*config.fields, *_field_names(reading, fields.get("fields"), everywhere)]
    for override in nodes.items(reading, fields.get("overrides"), "overrides"):
        where = _where(reading, override)
        if where:
            changes += _changes(reading, override.value.get("rules"), where)
            names += _field_names(reading, override.value.get("fields"), where)
    strict = settings["require-reason"].value == "true"
    ignores = [entry for node in nodes.items(reading, fields.get("ignore"), "ignore") if (entry := _ignore(reading, node, strict=strict))]
    register = _register(reading, fields["register"], settings) if "register" in fields else config.register
    return config._replace(settings=settings, changes=tuple(changes), ignores=(*config.ignores, *ignores), fields=tuple(names), register=register)


def _prove_keys(reading: Reading, root: Node, extending: _Extending) -> None:
    for key in root.key_lines:
        if key.removeprefix("+") == "languagetool":
            stranger = "a file found in the tree starts no LanguageTool; and " if not extending.named else ""
            reading.wrong(root.key_lines[key], f"“languagetool”: {stranger}this version does not run LanguageTool yet")
        elif key.startswith("+") and key not in _APPENDING and key[1:] in _KEYS:
            reading.wrong(root.key_lines[key], f"“{key}”: only {', '.join(_APPENDING)} and lists of “accept” append; write “{key[1:]}”")
        elif key not in (*_KEYS, *_APPENDING):
            reading.wrong(root.key_lines[key], f"“{key}” is no key of a configuration{nearest(key, _KEYS)}")


def _extended(reading: Reading, node: Node | None) -> list[Node]:
    return [node] if node and isinstance(node.value, str) else nodes.items(reading, node, "extends")


def _put_on(config: Config, reading: Reading, item: Node, extending: _Extending) -> Config:
    """A configuration with what an item of `extends` names put on top of it."""
    name = nodes.text(reading, item, "an item of “extends”")
    pack = _pack(reading, name, item) if name else None
    if pack is None:
        return config
    place = pack.place
    if place in extending.open:
        reading.wrong(item.line, f"“{name}” extends itself")
    if place in extending.seen or place in extending.open:
        return config
    extending.seen.add(place)
    if len(extending.seen) > _MOST_FILES:
        reading.wrong(item.line, f"more than {_MOST_FILES} files and packs are extended in all")
        return config
    if pack.bounds and place.is_file() and not _holds_rules(place):
        return _file(place, str(place), config, extending)
    return config._replace(packs=(*config.packs, pack))


def _holds_rules(place: Path) -> bool:
    """Whether a file is a rule file, or broken: then reading it as one says so."""
    if place.suffix == ".toml":
        return False
    try:
        return isinstance(yamldata.read(place).value, list)
    except (DataError, OSError):
        return True


def _pack(reading: Reading, name: str, item: Node) -> Pack | None:
    """What an item of `extends` names: a pack that is shipped, or a path inside the bounds."""
    origin = f"{reading.file}:{item.line}"
    if not name.startswith("."):
        known = [other for other in shipped_packs() if other != "core"]
        folder = shipped(name) if name in known else None
        if folder is None:
            advice = "; “core” is always the base" if name == "core" else nearest(name, known) or "; a path begins with ./"
            reading.wrong(item.line, f"no pack “{name}”{advice}")
        return Pack(folder, None, origin) if folder else None
    place = reading.file.absolute().parent / name
    if not inside(place, reading.bounds):
        reading.wrong(item.line, f"“{name}” lies outside {reading.bounds}: a configuration reads nothing there")
    elif not (place.is_file() or place.is_dir()):
        reading.wrong(item.line, f"“{name}” is not there ({place})")
    else:
        return Pack(Path(os.path.realpath(place)), reading.bounds, origin)
    return None


def _settings(reading: Reading, fields: Mapping[str, Node], before: Mapping[str, Setting]) -> dict[str, Setting]:
    settings = dict(before)
    folder = reading.file.absolute().parent
    for name in ("include", "exclude"):
        for key, node in _written(fields, name):
            found = tuple(Paths(pattern, folder) for pattern in _globs(reading, node, name))
            _set(settings, name, key, found, f"{reading.file}:{node.line}")
    shape = "“accept” is a mapping: names, pairs, words"
    accepted = nodes.mapping(reading, fields.get("accept"), shape, (*_ACCEPTED, *(f"+{name}" for name in _ACCEPTED)), "of “accept”")
    for name in _ACCEPTED:
        for key, node in _written(accepted, name):
            _set(settings, f"accept.{name}", key, _pairs(reading, node) if name == "pairs" else nodes.texts(reading, node, name), f"{reading.file}:{node.line}")
    if "language" in fields:
        node = fields["language"]
        if isinstance(node.value, str) and LANGUAGE.fullmatch(node.value):
            settings["language"] = Setting(node.value, f"{reading.file}:{node.line}")
        else:
            reading.wrong(node.line, f"“language” should be en, or en with a country: en-GB, en-US; not “{node.plain}”")
    if "require-reason" in fields:
        node = fields["require-reason"]
        settings["require-reason"] = Setting(nodes.choice(reading, node, ("true", "false"), "false"), f"{reading.file}:{node.line}")
    if "baseline" in fields:
        _baseline(reading, fields["baseline"], settings)
    return settings


def _baseline(reading: Reading, node: Node, settings: dict[str, Setting]) -> None:
    place = reading.file.absolute().parent / str(node.plain)
    if not isinstance(node.value, str) or not node.value:
        reading.wrong(node.line, "“baseline” is the path of a file that --write-baseline wrote")
    elif not inside(place, reading.bounds):
        reading.wrong(node.line, f"“{node.value}” lies outside {reading.bounds}: a configuration reads nothing there")
    else:
        settings["baseline"] = Setting(os.path.realpath(place), f"{reading.file}:{node.line}")


def _register(reading: Reading, node: Node, settings: dict[str, Setting]) -> tuple[Entry, ...]:
    """The names in the register of the house."""
    place = reading.file.absolute().parent / str(node.plain)
    if not isinstance(node.value, str) or not node.value:
        reading.wrong(node.line, "“register” is the path of a table (CSV)")
        return ()
    if not inside(place, reading.bounds):
        reading.wrong(node.line, f"“{node.value}” lies outside {reading.bounds}: a configuration reads nothing there")
        return ()
    settings["register"] = Setting((node.value,), f"{reading.file}:{node.line}")
    try:
        return read_register(place)
    except DataError as error:
        reading.mistakes.extend(error.mistakes)
    except OSError as error:
        reading.wrong(node.line, f"“{node.value}” cannot be read: {(error.strerror or str(error)).lower()}")
    return ()


def _written(fields: Mapping[str, Node], name: str) -> list[tuple[str, Node]]:
    """What is written of a list: first what replaces it, then what appends to it."""
    return [(key, fields[key]) for key in (name, f"+{name}") if key in fields]


def _set(settings: dict[str, Setting], name: str, key: str, found: tuple[object, ...], origin: str) -> None:
    """A plain key replaces what was, `+key` appends."""
    before = settings[name].value if key.startswith("+") else ()
    settings[name] = Setting((*before, *found), origin)


def _globs(reading: Reading, node: Node, key: str) -> tuple[str, ...]:
    for item in node.value if isinstance(node.value, list) else [node]:
        reason = check(item.value) if isinstance(item.value, str) and item.value else None
        if reason:
            reading.wrong(item.line, f"“{item.value}” in “{key}”: {reason}")
    return nodes.texts(reading, node, key)


def _pairs(reading: Reading, node: Node) -> tuple[tuple[str, ...], ...]:
    pairs = []
    for item in nodes.items(reading, node, "pairs"):
        pair = nodes.texts(reading, item, "pairs") if isinstance(item.value, list) else ()
        if len(pair) != 2:
            reading.wrong(item.line, "a pair is [one spelling, the other]")
        pairs.append(pair)
    return tuple(pairs)


def _where(reading: Reading, node: Node) -> Where | None:
    """What an override is meant for: paths, fields of the article, or both."""
    fields = nodes.mapping(reading, node, "an override is a mapping: {paths: […], rules: {…}}", ("paths", "when", "rules", "fields"), "of an override")
    if not isinstance(node.value, dict):
        return None
    if not fields.keys() & {"paths", "when"}:
        reading.wrong(node.line, "an override needs “paths” or “when”")
        return None
    paths = _globs(reading, fields["paths"], "paths") if "paths" in fields else ()
    when = nodes.mapping(reading, fields.get("when"), "“when” is a mapping: field: [value, …]")
    return Where(paths, reading.file.absolute().parent, {name.lower(): nodes.texts(reading, values, name) for name, values in when.items()})


def _field_names(reading: Reading, node: Node | None, where: Where) -> list[FieldNames]:
    roles = {}
    for name, role in nodes.mapping(reading, node, "“fields” is a mapping: name of a field: role of a block, or off").items():
        if role.value not in (*ROLES, "off"):
            reading.wrong(role.line, f"“{role.plain}” is no role of a block{nearest(str(role.plain), ROLES)}; there are: off, {', '.join(ROLES)}")
        roles[name] = str(role.plain)
    return [FieldNames(roles, where, f"{reading.file}:{node.line}")] if node else []


def _changes(reading: Reading, node: Node | None, where: Where) -> list[Change]:
    shape = "“rules” is a mapping: family/name: off, error, warning, suggestion, or {severity, kinds, options}"
    return [_change(reading, rule, node.key_lines[rule], value, where) for rule, value in nodes.mapping(reading, node, shape).items() if node]


def _change(reading: Reading, rule: str, line: int, node: Node, where: Where) -> Change:
    fields = nodes.mapping(reading, node, "", ("severity", "kinds", "options")) if isinstance(node.value, dict) else {"severity": node}
    kinds = nodes.mapping(reading, fields.get("kinds"), "“kinds” is a mapping: kind: off or a severity")
    return Change(
        rule=rule,
        severity=nodes.choice(reading, fields.get("severity"), _LEVELS, "") or None,
        kinds={kind: level for kind, value in kinds.items() if (level := nodes.choice(reading, value, _LEVELS, ""))},
        options=fields.get("options"),
        where=where,
        file=str(reading.file),
        line=line,
        bounds=reading.bounds,
        kind_lines=fields["kinds"].key_lines if "kinds" in fields else {},
    )


def _ignore(reading: Reading, node: Node, *, strict: bool) -> Ignore | None:
    shape = "an item of “ignore” is {rule, path, text, reason, until}; “rule” must be there"
    fields = nodes.mapping(reading, node, shape, ("rule", "path", "text", "reason", "until"))
    if isinstance(node.value, dict) and "rule" not in fields:
        reading.wrong(node.line, shape)
    said = {key: nodes.text(reading, value, key) for key, value in fields.items()}
    if not said.get("rule"):
        return None
    if strict and not said.get("reason"):
        reading.wrong(node.line, "this entry gives no “reason”, and require-reason is true")
    if said.get("until") and not _is_day(said["until"]):
        reading.wrong(fields["until"].line, f"“until” is a day, YYYY-MM-DD; not “{said['until']}”")
    if "path" in fields:
        _globs(reading, fields["path"], "path")
    details = (said.get("path"), said.get("text"), said.get("reason"), said.get("until"))
    return Ignore(said["rule"], *details, folder=reading.file.absolute().parent, file=str(reading.file), line=fields["rule"].line)


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
