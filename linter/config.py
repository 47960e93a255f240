"""The configuration in force: what a person may set, where each value came from, and what it does to rules."""

import os
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.analysis.names.house import Entry
from linter.bounds import boundary, content, inside, refusal
from linter.globs import any_of, glob
from linter.mistakes import DataError, Mistake, nearest
from linter.model.rule import Rule, Severity

if TYPE_CHECKING:
    from linter.nodes import Node

_AS_KEY = re.compile(rb"copydesk[\"']?\s*(?:[].]|=(?!=))")
"""Most project files do not speak of us, and need no reading."""

Metadata = Mapping[str, tuple[str, ...]]
"""The values of the fields of an article, by name in lower case."""

NAMES = (".copydesk.yaml", "pyproject.toml")
DEFAULT = "copydesk's own default"
EXCLUDED = ("README*", "CHANGELOG*", "LICENSE*", "CONTRIBUTING*", "requirements*.txt", "robots.txt", "node_modules/")
"""Files in a repository that are no copy."""


class Pack(NamedTuple):
    """A rule file or folder of them. Nothing outside `bounds` is read (None: anything may be, of what is shipped)."""

    place: Path
    bounds: Path | None = None
    origin: str = DEFAULT


class Paths(NamedTuple):
    """A glob of `include` or `exclude`, and the folder that it is relative to (None: wherever copydesk is called)."""

    pattern: str
    folder: Path | None = None

    def __str__(self) -> str:
        return self.pattern


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
    bounds: Path | None
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
    file: str
    line: int

    @property
    def origin(self) -> str:
        """The file and line that wrote it."""
        return f"{self.file}:{self.line}"


DEFAULTS: dict[str, Setting] = {
    "include": Setting(()),
    "exclude": Setting(tuple(map(Paths, EXCLUDED))),
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
    packs: tuple[Pack, ...] = ()
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

    Raises DataError where a folder has two, and where a link leads out of the repository.
    """
    here = Path(os.path.abspath(start))
    for folder in (here, *here.parents):
        own, project = folder / NAMES[0], folder / NAMES[1]
        found = [path for path in (own, project) if path.is_file() and (path is own or _speaks_of_us(path))]
        if len(found) > 1:
            raise DataError([Mistake(str(own), 1, f"{project} has a [tool.copydesk] too; keep one of the two")])
        if found:
            reason = refusal(found[0], boundary(found[0]))
            if reason:
                raise DataError([Mistake(str(found[0]), 1, f"the configuration {reason}")])
            return found[0]
        if (folder / ".git").exists():
            return None
    return None


def _speaks_of_us(project: Path) -> bool:
    if not inside(project, boundary(project)):
        return False
    try:
        data = content(project)
    except OSError:
        return False
    if not _AS_KEY.search(data):
        return False
    from linter.tomldata import has_table

    return has_table(data.decode("utf-8", "replace"))


def selected(rule: Rule, wanted: str) -> bool:
    """Whether a rule is meant by an id, an old id, or a prefix such as `names`."""
    return any(_meant(name, wanted) for name in (rule.id, *rule.replaces))


def _meant(name: str, wanted: str) -> bool:
    return name == wanted or name.startswith(wanted.rstrip("/") + "/")


def renamed(rules: Sequence[Rule]) -> dict[str, str]:
    """The old ids of rules, with those that they have now."""
    return {old: rule.id for rule in rules for old in rule.replaces}


def clashes(rules: Sequence[Rule]) -> list[Mistake]:
    """Ids, old ones among them, that two rules lay claim to."""
    mistakes = []
    taken: dict[str, Rule] = {}
    claims = [(rule.id, rule) for rule in rules] + [(old, rule) for rule in rules for old in rule.replaces]
    for name, rule in claims:
        first = taken.setdefault(name, rule)
        if first is not rule:
            mistakes.append(Mistake(*rule.written_at, f"“{name}” stands twice (first at {first.origin})"))
    return mistakes


def unknown(config: Config, rules: Sequence[Rule], others: Collection[str] = ()) -> list[Mistake]:
    """Names in a configuration that no rule has: under `rules` of rules, in `ignore` of rules or families.

    `others` are names that may be right too.
    """
    known = {name for rule in rules for name in (rule.id, *rule.replaces)} | set(others)
    wrong = [(change.file, change.line, change.rule) for change in config.changes if change.rule not in known]
    wrong += [(i.file, i.line, i.rule) for i in config.ignores if not any(_meant(name, i.rule) for name in known)]
    return [Mistake(file, line, f"no rule “{name}”{nearest(name, known)}") for file, line, name in wrong]


def apply(
    config: Config,
    rules: Sequence[Rule],
    path: Path | None,
    mistakes: list[Mistake],
    checks: Mapping[str, Any],
    metadata: Metadata | None = None,
) -> list[Rule]:
    """The rules as the configuration has them for an article at a path, those that are off included.

    What it says wrongly of a rule's kinds and options goes to `mistakes`.
    """
    known = {rule.id: rule for rule in rules}
    old = renamed(rules)
    for change in config.changes:
        name = old.get(change.rule, change.rule)
        if name in known and change.where.holds_for(path, metadata):
            known[name] = _changed(known[name], change, checks, mistakes)
    language = config.value("language")
    return [rule for rule in known.values() if rule.language is None or f"{language}-".startswith(f"{rule.language}-")]


def _changed(rule: Rule, change: Change, checks: Mapping[str, Any], mistakes: list[Mistake]) -> Rule:
    kinds = dict(rule.kinds)
    for kind, level in change.kinds.items():
        if kind not in checks[rule.check].kinds:
            line = change.kind_lines.get(kind, change.line)
            mistakes.append(Mistake(change.file, line, f"“{kind}” is no kind of {rule.id}{nearest(kind, checks[rule.check].kinds)}"))
        kinds[kind] = None if level == "off" else Severity(level)
    options = _options(rule, change, checks[rule.check], mistakes)
    if change.severity == "off":
        return rule._replace(on=False, kinds=kinds, options=options)
    if change.severity is not None:
        level = Severity(change.severity)
        kinds = {kind: own and level for kind, own in kinds.items() if kind not in change.kinds} | {k: kinds[k] for k in change.kinds if k in kinds}
        rule = rule._replace(on=True, severity=level)
    return rule._replace(kinds=kinds, options=options)


def _options(rule: Rule, change: Change, check: Any, mistakes: list[Mistake]) -> Any:
    """The options of a rule with what a configuration changes of them; the old ones where that is wrong."""
    if change.options is None:
        return rule.options
    from linter.nodes import Reading
    from linter.options import decode, fills

    options = decode(check, change.options, Reading(Path(change.file), change.bounds, mistakes, {}), rule.options)
    if options is None:
        return rule.options
    lost = fills(check, rule.options) - fills(check, options)
    said = " ".join((*rule.message.values(), rule.fix.replace if rule.fix else ""))
    for name in sorted(lost):
        if f"{{{name}}}" in said:
            mistakes.append(Mistake(change.file, change.options.line, f"{rule.id} says “{{{name}}}”: a pattern needs a group (?P<{name}>…)"))
    return options
