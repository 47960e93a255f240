"""A whole run: the files, the configuration and the rules for each, and what came of it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from linter import config as configuration
from linter.analysis.language import is_foreign
from linter.analysis.words import split_words
from linter.checks import CHECKS
from linter.config import Config, Ignore, Metadata, Where
from linter.engine import Engine, core_rules, load_rules
from linter.files import walk
from linter.model.document import Document
from linter.model.finding import Failure, FileReport, Finding, Report, Unused
from linter.model.rule import Rule
from linter.readers import READERS, read
from linter.readers.decoding import ReadError, decode, too_large
from linter.suppression import expired, faults, holds_for, idle_directives, is_literal, means, suppress, unused

if TYPE_CHECKING:
    from linter.baseline import Baseline
    from linter.git import Changes

INDEPENDENT = ("placeholders/",)
"""Families that do not depend on the language of the text."""


class Settings(NamedTuple):
    """What a run was asked for on the command line."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: str | None = None
    encoding: str | None = None
    keep_documents: bool = False
    baseline: str | None = None
    use_baselines: bool = True
    inline: bool = True


class Source(NamedTuple):
    """Text that came from elsewhere than a file: stdin, with the name it is to go by."""

    data: bytes
    path: str


class Run:
    """Lints files one after another; rules and configurations are made ready once for all that share them."""

    def __init__(self, settings: Settings, changes: "Changes | None" = None) -> None:
        self.settings = settings
        self.changes = changes
        self.notices: list[str] = []
        self.failures: list[Failure] = []
        self.skipped = 0
        self._idle: list[Unused] = []
        self.config_for = lru_cache(maxsize=None)(self._config_for)
        self._engines: dict[tuple[int, tuple[bool, ...]], Engine] = {}
        self._rules: dict[int, list[Rule]] = {}
        self._configs: dict[str, Config] = {}
        self._baselines: dict[str, Baseline] = {}

    def report(self, paths: Sequence[str], source: Source | None = None) -> Report:
        """Lints the paths, or the source. Raises DataError for a configuration or rule file that cannot be used, GitError."""
        sources = [source] if source else self.sources(paths)
        files = tuple(self.lint(source) for source in sources)
        return Report(files, tuple(self.failures), tuple(self.notices), self.skipped, self.known)

    def sources(self, paths: Sequence[str]) -> Iterator[Source]:
        """The files that the paths name, read one after another; of what cannot be read a failure is noted."""
        found = walk(paths, READERS, self.config_for)
        self.failures += found.failures
        self.notices += found.notices
        self.skipped += found.skipped
        for path in found.files:
            if self.changes is None or self.changes.of(path):
                data = self._read(path)
                if data is not None:
                    yield Source(data, path)

    @property
    def known(self) -> dict[str, Rule]:
        """The rules that were looked for, by id."""
        return {rule.id: rule for engine in self._engines.values() for rule in engine.rules}

    def unused(self, report: Report, paths: Sequence[str]) -> tuple[Unused, ...]:
        """The directives and entries of `ignore` that silenced nothing in a report on these paths; entries for what was not looked at are not told."""
        used = {finding.suppressed_by for file in report.files for finding in file.findings}
        whole = [Path(path).absolute() for path in paths if Path(path).is_dir() and not self.changes]
        linted = [Path(file.path) for file in report.files]
        limited = self.settings.select or self.settings.ignore

        def looked_at(entry: Ignore) -> bool:
            known = not limited or any(means(entry.rule, rule) for rule in report.rules)
            if is_literal(entry):
                return known and any(holds_for(entry, path, _today()) for path in linted)
            return known and any(entry.folder.is_relative_to(folder) for folder in whole)

        return (*self._idle, *(told for config in self._configs.values() for told in unused(config, _today(), used, looked_at)))

    def rules(self, path: Path) -> list[Rule]:
        """The rules in force for a path."""
        return [rule for rule in self._configured(self.config_for(path.parent), path) if rule.on]

    def every(self, folder: Path) -> list[Rule]:
        """Every rule that a folder's configuration knows, those that are off included."""
        return self._base(self.config_for(folder))

    def _config_for(self, folder: Path) -> Config:
        file = Path(self.settings.config) if self.settings.config else configuration.find(folder)
        if file is None:
            return Config()
        key = str(file)
        if key not in self._configs:
            from linter.config_file import load

            self._configs[key] = config = load(file)
            self._check(config)
            self.notices += expired(config, _today())
        return self._configs[key]

    def _check(self, config: Config) -> None:
        """Raises DataError for whatever a configuration says wrongly of rules, for whichever path."""
        from linter.yamldata import DataError, Mistake

        mistakes: list[Mistake] = []
        everywhere = config._replace(changes=tuple(change._replace(where=Where()) for change in config.changes))
        configuration.apply(everywhere, self._base(config), None, mistakes, CHECKS)
        if mistakes:
            raise DataError(sorted(set(mistakes)))

    def _base(self, config: Config) -> list[Rule]:
        key = id(config)
        if key not in self._rules:
            packs = {rule.id: rule for rule in core_rules()}
            packs.update((rule.id, rule) for rule in load_rules(place for place, _ in config.packs))
            self._rules[key] = list(packs.values())
        return self._rules[key]

    def _configured(self, config: Config, path: Path | None, metadata: Metadata | None = None) -> list[Rule]:
        rules = configuration.apply(config, self._base(config), path, [], CHECKS, metadata)
        if self.settings.select:
            wanted = self.settings.select
            rules = [rule._replace(on=rule.on or rule.id in wanted) for rule in rules if any(configuration.selected(rule, name) for name in wanted)]
        return [rule for rule in rules if not any(configuration.selected(rule, name) for name in self.settings.ignore)]

    def _engine(self, config: Config, path: Path, metadata: Metadata) -> Engine:
        key = (id(config), tuple(change.where.holds_for(path, metadata) for change in config.changes))
        if key not in self._engines:
            self._engines[key] = Engine([rule for rule in self._configured(config, path, metadata) if rule.on])
        return self._engines[key]

    def _read(self, path: str) -> bytes | None:
        if self.changes and self.changes.staged:
            return self.changes.staged_bytes(path)
        try:
            size = Path(path).stat().st_size
            data = b"" if too_large(size) else Path(path).read_bytes()
        except OSError as error:
            self.failures.append(Failure((error.strerror or str(error)).lower(), path))
            return None
        large = too_large(size)
        if large:
            self.failures.append(Failure(str(large), path))
            return None
        return data

    def lint(self, source: Source) -> FileReport:
        """What is found in one file. Raises DataError."""
        data, path = source
        config = self.config_for(Path(path).parent)
        try:
            text = decode(data, self.settings.encoding)
        except ReadError as error:
            self.failures.append(Failure(str(error), path))
            return FileReport(path, ())
        baseline = self._baseline(config)
        findings: list[Finding] = []
        documents = _documents(text, path, config)
        for document in documents:
            engine = self._engine_for(document, config)
            result = engine.lint(document)
            self.failures += result.failures
            self.failures += [Failure(message, path, line) for line, message in document.problems]
            self.failures += faults(document, self._base(config), require_reason=config.value("require-reason") == "true")
            marked = suppress(result.findings, config, document, _today(), inline=self.settings.inline)
            self._idle += idle_directives(document, marked, engine.rules) if self.settings.inline else []
            findings += marked
        if baseline:
            from linter.baseline import mark

            findings = mark(findings, baseline.accepted(path))
        if self.changes:
            from linter.git import touched

            lines = self.changes.of(path)
            findings = [finding for finding in findings if touched(finding, lines)]
        return FileReport(path, tuple(findings), documents if self.settings.keep_documents else ())

    @property
    def baselines(self) -> Sequence["Baseline"]:
        """The baselines that were in force for what was linted."""
        return list(self._baselines.values())

    def _baseline(self, config: Config) -> "Baseline | None":
        file = self.settings.baseline or config.value("baseline")
        if not file or not self.settings.use_baselines:
            return None
        if file not in self._baselines:
            from linter import baseline

            self._baselines[file] = baseline.read(Path(file))
        return self._baselines[file]

    def _engine_for(self, document: Document, config: Config) -> Engine:
        engine = self._engine(config, Path(document.path), document.metadata)
        if not is_foreign(split_words(_sample(document))):
            return engine
        self.notices.append(f"{document.path}: hardly any English word is in it; only the placeholders are looked for")
        return Engine([rule for rule in engine.rules if rule.id.startswith(INDEPENDENT)])


_SAMPLE = 10_000
"""So many characters of a text tell its language."""


def _sample(document: Document) -> str:
    """The beginning of the copy."""
    texts, length = [], 0
    for block in document.blocks:
        if length > _SAMPLE:
            break
        texts.append(block.text[:_SAMPLE])
        length += len(texts[-1])
    return "\n".join(texts)


def _documents(text: str, path: str, config: Config) -> tuple[Document, ...]:
    """The documents in a file. Which names of fields hold may depend on the fields themselves: then it is read again."""
    suffix = Path(path).suffix.lower()
    own = config.fields_for(Path(path), {})
    documents = read(text, path, suffix, own)
    for document in documents:
        told = config.fields_for(Path(path), document.metadata)
        if told != own:
            return read(text, path, suffix, told)
    return documents


def _today() -> str:
    import time

    return time.strftime("%Y-%m-%d")
