"""Reads a configuration file and what it extends; every mistake is told at once, with its file and line."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from linter.analysis.names.house import Entry
from linter.config import DEFAULTS, Change, Config, FieldNames, Ignore, Setting, Where, boundary
from linter.model.document import ROLES
from linter.model.rule import Severity
from linter.register import read_register
from linter.resources import rules_folder
from linter.yamldata import DataError, Mistake, Node, nearest, read

_KEYS = ("extends", "rules", "overrides", "include", "exclude", "accept", "ignore", "baseline", "fields", "language", "register", "require-reason")
_LEVELS = ("off", *Severity)
_LANGUAGE = re.compile(r"en(?:-[A-Z]{2})?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST_EXTENDED = 20


def load(file: Path) -> Config:
    """The configuration that a file writes, with what it extends. Raises DataError with every mistake, OSError."""
    reading = _Reading([], file.absolute(), boundary(file))
    config = reading.config(file, ())
    if reading.mistakes:
        raise DataError(sorted(set(reading.mistakes)))
    return config._replace(file=str(file), folder=file.absolute().parent)


class _Reading(NamedTuple):
    """Configuration files being read; what is wrong with them goes to `mistakes`."""

    mistakes: list[Mistake]
    main: Path
    bounds: Path

    def config(self, file: Path, above: tuple[Path, ...]) -> Config:
        try:
            root = _toml(file) if file.suffix == ".toml" else read(file)
        except DataError as error:
            self.mistakes.extend(error.mistakes)
            return Config()
        if not isinstance(root.value, dict):
            self.wrong(file, root.line, "a configuration is a mapping: rules: …")
            return Config()
        return self.mapping(file, root, above)

    def wrong(self, file: Path, line: int, message: str) -> None:
        self.mistakes.append(Mistake(str(file), line, message))

    def mapping(self, file: Path, root: Node, above: tuple[Path, ...]) -> Config:
        fields = root.value
        for key, node in fields.items():
            name = key.removeprefix("+")
            if name == "languagetool":
                self.wrong(file, node.line, "LanguageTool is not started by a file found in the tree: name it on the command line")
            elif name not in _KEYS:
                self.wrong(file, root.key_lines[key], f"“{name}” is no key of a configuration{nearest(name, _KEYS)}")
        config = self.extended(file, fields.get("extends"), above)
        settings = dict(config.settings)
        for name in ("include", "exclude"):
            self.listed(file, fields, name, name, settings)
        self.accept(file, fields.get("accept"), settings)
        self.scalar(file, fields.get("language"), "language", settings)
        self.scalar(file, fields.get("require-reason"), "require-reason", settings)
        self.baseline(file, fields.get("baseline"), settings)
        register = self.register(file, fields["register"], settings) if "register" in fields else config.register
        everywhere = Where(folder=file.absolute().parent)
        changes = [*config.changes, *self.changes(file, fields.get("rules"), everywhere)]
        names = [*config.fields, *self.field_names(file, fields.get("fields"), everywhere)]
        for override in self.items(file, fields.get("overrides"), "overrides"):
            where = self.where(file, override)
            if where:
                changes += self.changes(file, override.value.get("rules"), where)
                names += self.field_names(file, override.value.get("fields"), where)
        strict = settings["require-reason"].value == "true"
        ignores = [entry for node in self.items(file, fields.get("ignore"), "ignore") if (entry := self.ignore(file, node, strict=strict))]
        return config._replace(settings=settings, changes=tuple(changes), ignores=(*config.ignores, *ignores), fields=tuple(names), register=register)

    def extended(self, file: Path, node: Node | None, above: tuple[Path, ...]) -> Config:
        config = Config(settings=DEFAULTS)
        items = [node] if node and isinstance(node.value, str) else self.items(file, node, "extends")
        for item in items:
            place = self.place(file, item)
            if place is None:
                continue
            if place in above or len(above) > _MOST_EXTENDED:
                self.wrong(file, item.line, f"“{item.value}” extends itself")
            elif place.is_file() and not self.is_rule_file(place):
                other = self.config(place, (*above, file.absolute()))
                config = Config(
                    settings={**config.settings, **{k: s for k, s in other.settings.items() if s is not DEFAULTS[k]}},
                    packs=(*config.packs, *other.packs),
                    changes=(*config.changes, *other.changes),
                    ignores=(*config.ignores, *other.ignores),
                    fields=(*config.fields, *other.fields),
                    register=other.register or config.register,
                )
            else:
                config = config._replace(packs=(*config.packs, (place, f"{file}:{item.line}")))
        return config

    def is_rule_file(self, place: Path) -> bool:
        try:
            return isinstance(read(place).value, list)
        except DataError:
            return True

    def place(self, file: Path, item: Node) -> Path | None:
        """What an item of `extends` names: a pack that is shipped, or a path inside the bounds."""
        name = item.value
        if not isinstance(name, str):
            self.wrong(file, item.line, "an item of “extends” is the name of a pack, or a path that begins with ./")
            return None
        if not name.startswith("."):
            shipped = [folder.name for folder in rules_folder().iterdir() if folder.is_dir() and folder.name not in ("core", "words", "compiled")]
            if name not in shipped:
                hint = nearest(name, shipped) or "; a path begins with ./"
                self.wrong(file, item.line, f"no pack “{name}”{hint}")
                return None
            return rules_folder() / name
        return self.inside(file, item.line, name)

    def inside(self, file: Path, line: int, name: str) -> Path | None:
        """What a path names, relative to the file that writes it, if it is there and inside the bounds."""
        place = (file.absolute().parent / name).resolve()
        if not place.is_relative_to(self.bounds):
            self.wrong(file, line, f"“{name}” lies outside {self.bounds}: a configuration reads nothing there")
            return None
        if not place.exists():
            self.wrong(file, line, f"“{name}” is not there ({place})")
            return None
        return place

    def register(self, file: Path, node: Node, settings: dict[str, Setting]) -> tuple[Entry, ...]:
        if not isinstance(node.value, str):
            self.wrong(file, node.line, "“register” is the path of a table (CSV)")
            return ()
        place = self.inside(file, node.line, node.value)
        if place is None:
            return ()
        settings["register"] = Setting((node.value,), f"{file}:{node.line}")
        try:
            return read_register(place)
        except DataError as error:
            self.mistakes.extend(error.mistakes)
        except OSError as error:
            self.wrong(file, node.line, f"“{node.value}” cannot be read: {(error.strerror or str(error)).lower()}")
        return ()

    def items(self, file: Path, node: Node | None, name: str) -> list[Node]:
        if node is None:
            return []
        if not isinstance(node.value, list):
            self.wrong(file, node.line, f"“{name}” is a list")
            return []
        return list(node.value)

    def texts(self, file: Path, node: Node, name: str) -> tuple[str, ...]:
        texts = []
        for item in [node] if isinstance(node.value, str) else self.items(file, node, name):
            if isinstance(item.value, str):
                texts.append(item.value)
            else:
                self.wrong(file, item.line, f"an item of “{name}” is text; if it has “[” or “{{” in it, put it in quotes")
        return tuple(texts)

    def listed(self, file: Path, fields: Mapping[str, Node], key: str, setting: str, settings: dict[str, Setting]) -> None:
        """A list of texts: a plain key replaces what was, `+key` appends."""
        for name in (key, f"+{key}"):
            if name in fields:
                node = fields[name]
                found = self.texts(file, node, key)
                before = settings[setting].value if name.startswith("+") else ()
                settings[setting] = Setting((*before, *found), f"{file}:{node.line}")

    def accept(self, file: Path, node: Node | None, settings: dict[str, Setting]) -> None:
        if node is None:
            return
        if not isinstance(node.value, dict):
            self.wrong(file, node.line, "“accept” is a mapping: names, pairs, words")
            return
        for key in node.value:
            if key.removeprefix("+") not in ("names", "pairs", "words"):
                self.wrong(file, node.key_lines[key], f"“{key}” is no key of “accept”{nearest(key, ('names', 'pairs', 'words'))}")
        self.listed(file, node.value, "names", "accept.names", settings)
        self.listed(file, node.value, "words", "accept.words", settings)
        for name in ("pairs", "+pairs"):
            if name in node.value:
                pairs = tuple(self.pair(file, item) for item in self.items(file, node.value[name], "pairs"))
                before = settings["accept.pairs"].value if name.startswith("+") else ()
                settings["accept.pairs"] = Setting((*before, *pairs), f"{file}:{node.value[name].line}")

    def pair(self, file: Path, node: Node) -> tuple[str, ...]:
        found = self.texts(file, node, "pairs") if isinstance(node.value, list) else ()
        if len(found) != 2:
            self.wrong(file, node.line, "a pair is [one spelling, the other]")
        return found

    def scalar(self, file: Path, node: Node | None, name: str, settings: dict[str, Setting]) -> None:
        if node is None:
            return
        good = node.value in ("true", "false") if name == "require-reason" else isinstance(node.value, str) and _LANGUAGE.fullmatch(node.value)
        if not good:
            allowed = "true or false" if name == "require-reason" else "en, or en with a country: en-GB, en-US"
            self.wrong(file, node.line, f"“{name}” should be {allowed}, not “{node.plain}”")
            return
        settings[name] = Setting(node.value, f"{file}:{node.line}")

    def baseline(self, file: Path, node: Node | None, settings: dict[str, Setting]) -> None:
        if node is None:
            return
        place = (file.absolute().parent / str(node.plain)).resolve()
        if not isinstance(node.value, str) or not node.value:
            self.wrong(file, node.line, "“baseline” is the path of a file that --write-baseline wrote")
        elif not place.is_relative_to(self.bounds):
            self.wrong(file, node.line, f"“{node.value}” lies outside {self.bounds}: a configuration reads nothing there")
        else:
            settings["baseline"] = Setting(str(place), f"{file}:{node.line}")

    def where(self, file: Path, node: Node) -> Where | None:
        """What an override is meant for: paths, fields of the article, or both."""
        if not isinstance(node.value, dict):
            self.wrong(file, node.line, "an override is a mapping: {paths: […], rules: {…}}")
            return None
        known = ("paths", "when", "rules", "fields")
        for key in node.value:
            if key not in known:
                self.wrong(file, node.key_lines[key], f"“{key}” is no key of an override{nearest(key, known)}")
        if not node.value.keys() & {"paths", "when"}:
            self.wrong(file, node.line, "an override needs “paths” or “when”")
            return None
        paths = self.texts(file, node.value["paths"], "paths") if "paths" in node.value else ()
        return Where(paths, file.absolute().parent, self.when(file, node.value.get("when")))

    def when(self, file: Path, node: Node | None) -> dict[str, tuple[str, ...]]:
        if node is None:
            return {}
        if not isinstance(node.value, dict):
            self.wrong(file, node.line, "“when” is a mapping: field: [value, …]")
            return {}
        return {name.lower(): self.texts(file, values, name) for name, values in node.value.items()}

    def field_names(self, file: Path, node: Node | None, where: Where) -> list[FieldNames]:
        if node is None:
            return []
        if not isinstance(node.value, dict):
            self.wrong(file, node.line, "“fields” is a mapping: name of a field: role of a block, or off")
            return []
        for role in node.value.values():
            if role.value not in (*ROLES, "off"):
                self.wrong(file, role.line, f"“{role.plain}” is no role of a block{nearest(str(role.plain), ROLES)}; there are: off, {', '.join(ROLES)}")
        return [FieldNames(node.plain, where, f"{file}:{node.line}")]

    def changes(self, file: Path, node: Node | None, where: Where) -> list[Change]:
        if node is None:
            return []
        if not isinstance(node.value, dict):
            self.wrong(file, node.line, "“rules” is a mapping: family/name: off, error, warning, suggestion, or {severity, kinds, options}")
            return []
        return [self.change(file, rule, node.key_lines[rule], value, where) for rule, value in node.value.items()]

    def change(self, file: Path, rule: str, line: int, node: Node, where: Where) -> Change:
        fields: dict[str, Node] = node.value if isinstance(node.value, dict) else {"severity": node}
        for key in fields:
            if key not in ("severity", "kinds", "options"):
                self.wrong(file, node.key_lines.get(key, node.line), f"“{key}” is no key here{nearest(key, ('severity', 'kinds', 'options'))}")
        severity = self.level(file, fields["severity"]) if "severity" in fields else None
        kinds: dict[str, str] = {}
        written = fields.get("kinds", Node({}, line))
        if isinstance(written.value, dict):
            kinds = {kind: level for kind, value in written.value.items() if (level := self.level(file, value))}
        else:
            self.wrong(file, written.line, "“kinds” is a mapping: kind: off or a severity")
        return Change(rule, severity, kinds, fields.get("options"), where, str(file), line, written.key_lines)

    def level(self, file: Path, node: Node) -> str | None:
        if node.value in _LEVELS:
            return str(node.value)
        self.wrong(file, node.line, f"“{node.plain}” should be one of: {', '.join(_LEVELS)}{nearest(str(node.plain), _LEVELS)}")
        return None

    def ignore(self, file: Path, node: Node, *, strict: bool) -> Ignore | None:
        known = ("path", "rule", "text", "reason", "until")
        if not isinstance(node.value, dict) or "rule" not in node.value:
            self.wrong(file, node.line, "an item of “ignore” is {rule, path, text, reason, until}; “rule” must be there")
            return None
        for key, value in node.value.items():
            if key not in known:
                self.wrong(file, node.key_lines[key], f"“{key}” is no key here{nearest(key, known)}")
            elif not isinstance(value.value, str):
                self.wrong(file, value.line, f"“{key}” should be text")
        plain: dict[str, Any] = node.plain
        if strict and not plain.get("reason"):
            self.wrong(file, node.line, "this entry gives no “reason”, and require-reason is true")
        if "until" in plain and not _DAY.fullmatch(str(plain["until"])):
            self.wrong(file, node.value["until"].line, "“until” is a day: YYYY-MM-DD")
        details = (plain.get("path"), plain.get("text"), plain.get("reason"), plain.get("until"))
        return Ignore(str(plain["rule"]), *details, folder=file.absolute().parent, origin=f"{file}:{node.line}")


def _toml(file: Path) -> Node:
    """The table [tool.copydesk] as nodes. TOML's parser gives no lines: a key's is where it is first written below the table."""
    import tomllib

    text = file.read_text(encoding="utf-8", errors="replace")
    try:
        table = tomllib.loads(text).get("tool", {}).get("copydesk", {})
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"line (\d+)", str(error))
        raise DataError([Mistake(str(file), int(found.group(1)) if found else 1, f"not TOML: {error}")]) from None
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines, 1) if line.lstrip().startswith("[tool.copydesk")), 1)
    return _node(table, lines, start)


def _node(value: Any, lines: list[str], start: int) -> Node:
    if isinstance(value, dict):
        key_lines = {key: _line_of(key, lines, start) for key in value}
        return Node({key: _node(item, lines, key_lines[key]) for key, item in value.items()}, start, key_lines)
    if isinstance(value, list):
        return Node([_node(item, lines, start) for item in value], start)
    return Node({True: "true", False: "false"}[value] if isinstance(value, bool) else str(value), start, quoted=True)


def _line_of(key: str, lines: list[str], start: int) -> int:
    written = re.compile(rf"""(?:^|[\s{{,.\[])["']?{re.escape(key)}["']?(?:\s*=|\]|\.)""")
    return next((number for number in range(start, len(lines) + 1) if written.search(lines[number - 1])), start)
