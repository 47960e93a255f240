"""The configuration in force: what a person may set, where each value came from, and what it does to rules."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.analysis.names.house import Entry
from linter.globs import any_of, glob
from linter.model.rule import Rule, Severity

if TYPE_CHECKING:
    from linter.yamldata import Mistake, Node

Metadata = Mapping[str, tuple[str, ...]]
"""The values of the fields of an article, by name in lower case."""

NAMES = (".copydesk.yaml", "pyproject.toml")
DEFAULT = "copydesk's own default"
EXCLUDED = ("README*", "CHANGELOG*", "LICENSE*", "CONTRIBUTING*", "requirements*.txt", "robots.txt", "node_modules/")
"""Files in a repository that are no copy."""


class Setting(NamedTuple):
    """A value and the file and line that wrote it."""

    value: Any
    origin: str = DEFAULT


class Where(NamedTuple):
    """What a part of a configuration is meant for: paths (all, where it names none), and articles by their fields.

    `when` maps the name of a field, in lower case, to the values of which the article has one.
    """

    paths: tuple[str, ...] = ()
    folder: Path = Path()
    when: Mapping[str, tuple[str, ...]] = {}

    def holds_for(self, path: Path | None, metadata: Metadata | None = None) -> bool:
        """Whether an article at a path is meant. None stands for any path, and for an article whose fields nobody knows."""
        shown = relative(path, self.folder) if path and self.paths else None
        if self.paths and (shown is None or not any_of(tuple(map(glob, self.paths)), shown)):
            return False
        return all(_has(metadata or {}, name, values) for name, values in self.when.items())


def _has(metadata: Metadata, name: str, values: tuple[str, ...]) -> bool:
    found = [value for key, texts in metadata.items() if key == name or key.endswith(f".{name}") for value in texts]
    return not {text.casefold() for text in found}.isdisjoint(value.casefold() for value in values)


class Change(NamedTuple):
    """What a configuration says of one rule, and for which articles.

    `severity` is a severity, `off`, or None where it is left as it is. `options` is the node that a person wrote.
    """

    rule: str
    severity: str | None
    kinds: Mapping[str, str]
    options: "Node | None"
    where: Where
    file: str
    line: int
    kind_lines: Mapping[str, int] = {}


class FieldNames(NamedTuple):
    """A site's own names of fields, with the role of what each holds (`off`: no copy), and for which articles."""

    roles: Mapping[str, str]
    where: Where
    origin: str


class Ignore(NamedTuple):
    """One entry of `ignore`: a finding that somebody accepted. `until` is a day, YYYY-MM-DD."""

    rule: str
    path: str | None
    text: str | None
    reason: str | None
    until: str | None
    folder: Path
    origin: str


DEFAULTS: dict[str, Setting] = {
    "include": Setting(()),
    "exclude": Setting(EXCLUDED),
    "accept.names": Setting(()),
    "accept.pairs": Setting(()),
    "accept.words": Setting(()),
    "baseline": Setting(""),
    "language": Setting("en"),
    "register": Setting(()),
    "require-reason": Setting("false"),
}


class Config(NamedTuple):
    """`file` is the configuration file (None: copydesk's own defaults), `folder` what its paths are relative to."""

    file: str | None = None
    folder: Path = Path()
    settings: Mapping[str, Setting] = DEFAULTS
    packs: tuple[tuple[Path, str], ...] = ()
    changes: tuple[Change, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    fields: tuple[FieldNames, ...] = ()
    register: tuple[Entry, ...] = ()

    def fields_for(self, path: Path, metadata: Metadata) -> dict[str, str]:
        """The site's own names of fields for an article, with their roles; what is said later wins."""
        return {name: role for names in self.fields if names.where.holds_for(path, metadata) for name, role in names.roles.items()}

    def value(self, name: str) -> Any:
        """The value of a setting such as `language` or `accept.names`."""
        return self.settings[name].value


def relative(path: Path, folder: Path) -> str | None:
    """A path as seen from a folder, with `/`; None where it lies elsewhere."""
    try:
        return Path(os.path.abspath(path)).relative_to(os.path.abspath(folder)).as_posix()
    except ValueError:
        return None


def find(start: Path) -> Path | None:
    """The configuration file for things in a folder: the first one upward, no further than the repository's root.

    Raises DataError where a folder has two.
    """
    for folder in (start.absolute(), *start.absolute().parents):
        own, project = folder / NAMES[0], folder / NAMES[1]
        found = [path for path in (own, project) if path.is_file() and (path is own or _speaks_of_us(path))]
        if len(found) > 1:
            from linter.yamldata import DataError, Mistake

            raise DataError([Mistake(str(own), 1, f"{project} has a [tool.copydesk] too; keep one of the two")])
        if found:
            return found[0]
        if (folder / ".git").exists():
            return None
    return None


def _speaks_of_us(project: Path) -> bool:
    try:
        return "[tool.copydesk" in project.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def boundary(file: Path) -> Path:
    """The folder that a configuration file may read in: its repository, or its own folder where there is none."""
    home = file.resolve().parent
    return next((folder for folder in (home, *home.parents) if (folder / ".git").exists()), home)


def selected(rule: Rule, wanted: str) -> bool:
    """Whether a rule is meant by an id, an old id, or a prefix such as `names`."""
    return any(name == wanted or name.startswith(wanted.rstrip("/") + "/") for name in (rule.id, *rule.replaces))


def apply(
    config: Config,
    rules: Sequence[Rule],
    path: Path | None,
    mistakes: "list[Mistake]",
    checks: Mapping[str, Any],
    metadata: Metadata | None = None,
) -> list[Rule]:
    """The rules as the configuration has them for an article at a path, those that are off included.

    What it says wrongly of rules goes to `mistakes`.
    """
    known = {rule.id: rule for rule in rules}
    old = {name: rule.id for rule in rules for name in rule.replaces}
    for change in config.changes:
        name = old.get(change.rule, change.rule)
        if name not in known:
            from linter.yamldata import Mistake, nearest

            mistakes.append(Mistake(change.file, change.line, f"no rule “{change.rule}”{nearest(change.rule, known)}"))
        elif change.where.holds_for(path, metadata):
            known[name] = _changed(known[name], change, checks, mistakes)
    language = config.value("language")
    return [rule for rule in known.values() if rule.language is None or rule.language == language]


def _changed(rule: Rule, change: Change, checks: Mapping[str, Any], mistakes: "list[Mistake]") -> Rule:
    kinds = dict(rule.kinds)
    for kind, level in change.kinds.items():
        if kind not in checks[rule.check].kinds:
            from linter.yamldata import Mistake, nearest

            line = change.kind_lines.get(kind, change.line)
            mistakes.append(Mistake(change.file, line, f"“{kind}” is no kind of {rule.id}{nearest(kind, checks[rule.check].kinds)}"))
        kinds[kind] = None if level == "off" else Severity(level)
    options = rule.options
    if change.options is not None:
        from linter.options import decode

        options = decode(checks[rule.check].options, change.options, Path(change.file), rule.options, mistakes)
    if change.severity == "off":
        return rule._replace(on=False)
    if change.severity is not None:
        level = Severity(change.severity)
        kinds = {kind: own and level for kind, own in kinds.items() if kind not in change.kinds} | {k: kinds[k] for k in change.kinds if k in kinds}
        rule = rule._replace(on=True, severity=level)
    return rule._replace(kinds=kinds, options=rule.options if options is None else options)
