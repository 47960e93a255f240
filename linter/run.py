"""A whole run: the files, the configuration and the rules for each, and what came of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from linter import config as configuration
from linter.analysis.language import is_foreign
from linter.analysis.names.house import House
from linter.analysis.words import split_words
from linter.checks import CHECKS
from linter.config import Config, Ignore, Metadata, Pack, Where
from linter.engine import Engine, Loaded, breakdown, load_packs
from linter.files import left_out, walk
from linter.mistakes import DataError, Mistake
from linter.model.document import Document
from linter.model.finding import Failure, FileReport, Finding, Report, Unused
from linter.model.rule import Rule
from linter.readers import READERS, read
from linter.readers.decoding import ReadError, decode, load_bytes
from linter.suppression import expired, faults, former_names, holds_for, idle_directives, is_literal, means, renaming, suppress, unused

if TYPE_CHECKING:
    from linter.baseline import Baseline
    from linter.git import Changes

_T = TypeVar("_T")

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
    """The content of a file, or of stdin, and the path that it goes by."""

    data: bytes
    path: str


class Outcome(NamedTuple):
    """What became of one file, as plain data: no report where it could not be linted, and what a person is to be told."""

    report: FileReport | None
    failures: tuple[Failure, ...] = ()
    notices: tuple[str, ...] = ()
    idle: tuple[Unused, ...] = ()


class _Chosen(NamedTuple):
    """What holds for a folder, or no configuration and why it cannot be used; `notices` are lines for a person."""

    config: Config | None
    baseline: "Baseline | None" = None
    failures: tuple[Failure, ...] = ()
    notices: tuple[str, ...] = ()


NO_CONFIG = Config()
"""copydesk's own defaults, for every folder that no configuration speaks of."""


class Run:
    """Lints files one after another; rules and configurations are made ready once for all that share them.

    `failures`, `notices` and `skipped` are what was noted so far.
    """

    def __init__(self, settings: Settings, changes: "Changes | None" = None) -> None:
        self.settings = settings
        self.changes = changes
        self.notices: list[str] = []
        self.failures: list[Failure] = []
        self.skipped = 0
        self._idle: list[Unused] = []
        self.config_for = lru_cache(maxsize=None)(self._config_for)
        self._chosen = lru_cache(maxsize=None)(self._choose)
        self._engines: dict[tuple[str | None, tuple[bool, ...], bool], Engine] = {}
        self._loaded: dict[tuple[Pack, ...], Loaded] = {}
        self._configs: dict[str, Config | Exception] = {}
        self._baselines: dict[str, Baseline | Exception] = {}

    def report(self, paths: Sequence[str], sources: Iterable[Source] | None = None) -> Report:
        """Lints the paths, or the sources. What cannot be used or read is a failure, and costs only the files that need it. Raises GitError."""
        files = tuple(report for source in sources or self.sources(paths) if (report := self.noted(self.lint(source))))
        return Report(files, tuple(dict.fromkeys(self.failures)), tuple(dict.fromkeys(self.notices)), self.skipped, self.known)

    def sources(self, paths: Sequence[str]) -> Iterator[Source]:
        """The files that the paths name, read one after another; of what cannot be read a failure is noted."""
        found = walk(paths, READERS, self._usable, self.changes.below if self.changes else lambda _folder: ())
        self.failures += found.failures
        self.notices += found.notices
        self.skipped += found.skipped
        for path in found.files:
            yield from self._read(path)

    def noted(self, outcome: Outcome) -> FileReport | None:
        """The report of a file that was linted; what a person is to be told of it is noted."""
        self.failures += outcome.failures
        self.notices += outcome.notices
        self._idle += outcome.idle
        return outcome.report

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

        return (*self._idle, *(idle for config in self._configs.values() if isinstance(config, Config) for idle in unused(config, _today(), used, looked_at)))

    def rules(self, path: Path) -> list[Rule]:
        """The rules in force for a path. Raises DataError, OSError."""
        return [rule for rule in self._configured(self.config_for(path.parent), path) if rule.on and rule.requires is None]

    def every(self) -> list[Rule]:
        """Every rule that the configuration here knows, or one met so far, those that are off included. Raises DataError."""
        met = (config for config in self._configs.values() if isinstance(config, Config))
        return list({rule.id: rule for config in (self.config_for(Path()), *met) for rule in self._base(config)}.values())

    @property
    def baselines(self) -> Sequence["Baseline"]:
        """The baselines that were in force for what was linted."""
        return [baseline for baseline in self._baselines.values() if not isinstance(baseline, Exception)]

    def _config_for(self, folder: Path) -> Config:
        file = Path(self.settings.config) if self.settings.config else configuration.find(folder)
        return NO_CONFIG if file is None else _once(self._configs, str(file), lambda: self._configuration(file))

    def _configuration(self, file: Path) -> Config:
        from linter.config_file import load

        mistakes: list[Mistake] = []
        config = load(file, mistakes, named=self.settings.config is not None)
        loaded = self._load(config)
        mistakes += [*loaded.mistakes, *configuration.unknown(config, loaded.rules, loaded.others)]
        everywhere = config._replace(changes=tuple(change._replace(where=Where()) for change in config.changes))
        configuration.apply(everywhere, loaded.rules, None, mistakes, CHECKS)
        if mistakes:
            raise DataError(mistakes)
        return config

    def _baseline(self, config: Config) -> "Baseline | None":
        file = self.settings.baseline or config.value("baseline")
        if not file or not self.settings.use_baselines:
            return None
        from linter import baseline

        return _once(self._baselines, str(file), lambda: baseline.read(Path(file)))

    def _choose(self, folder: Path) -> _Chosen:
        try:
            config = self.config_for(folder)
            return _Chosen(
                config, self._baseline(config), notices=(*expired(config, _today()), *former_names(config, configuration.renamed(self._base(config))))
            )
        except Exception as fault:
            return _Chosen(None, failures=told(fault, str(folder)))

    def _usable(self, folder: Path) -> Config:
        """The configuration to walk a folder with: copydesk's own where the folder's cannot be used, which is noted."""
        chosen = self._chosen(folder)
        self.failures += chosen.failures
        return chosen.config or NO_CONFIG

    def _load(self, config: Config) -> Loaded:
        if config.packs not in self._loaded:
            self._loaded[config.packs] = load_packs(config.packs)
        return self._loaded[config.packs]

    def _base(self, config: Config) -> list[Rule]:
        return self._load(config).rules

    def _configured(self, config: Config, path: Path | None, metadata: Metadata | None = None) -> list[Rule]:
        rules = configuration.apply(config, self._base(config), path, [], CHECKS, metadata)
        if self.settings.select:
            wanted = self.settings.select
            rules = [rule._replace(on=rule.on or rule.id in wanted) for rule in rules if any(configuration.selected(rule, name) for name in wanted)]
        return [rule for rule in rules if not any(configuration.selected(rule, name) for name in self.settings.ignore)]

    def _engine(self, config: Config, document: Document, *, foreign: bool) -> Engine:
        """The rules in force for a document; for a foreign one only those that do not depend on the language."""
        path = Path(document.path)
        key = (config.file, tuple(change.where.holds_for(path, document.metadata) for change in config.changes), foreign)
        if key not in self._engines:
            rules = [rule for rule in self._configured(config, path, document.metadata) if rule.on]
            self._engines[key] = Engine(
                [rule for rule in rules if not foreign or rule.id.startswith(INDEPENDENT)], House(config.register, config.value("accept.names"))
            )
        return self._engines[key]

    def left_out(self, path: str) -> bool:
        """Whether a configuration leaves out what goes by a path; then that is noted."""
        config = self._chosen(Path(path).parent).config
        reason = left_out(Path(path), config) if config else None
        if reason:
            self.notices.append(f"{path}: skipped: {reason}")
            self.skipped += 1
        return reason is not None

    def _read(self, path: str) -> Iterator[Source]:
        changes = self.changes
        if changes and not changes.of(path):
            return
        yield from self.loaded(path, partial(changes.staged_bytes if changes and changes.staged else load_bytes, path))

    def loaded(self, path: str, load: Callable[[], bytes]) -> Iterator[Source]:
        """What `load` gives as the source of that path; of what it cannot read, raising ReadError or OSError, a failure is noted."""
        try:
            yield Source(load(), path)
        except (OSError, ReadError) as error:
            self.failures += told(error, path)

    def lint(self, source: Source) -> Outcome:
        """What linting a file gave. It changes nothing but what is kept to be quick, so that it may run anywhere."""
        data, path = source
        config, baseline, failures, notices = self._chosen(Path(path).parent)
        if config is None:
            return Outcome(None, failures)
        try:
            documents = _documents(decode(data, self.settings.encoding), path, config)
        except Exception as fault:
            return Outcome(None, told(fault, path), notices)
        outcomes = [self._document(document, config) for document in documents]
        findings = [finding for outcome in outcomes if outcome.report for finding in outcome.report.findings]
        report = FileReport(path, self._kept(path, findings, baseline), documents if self.settings.keep_documents else ())
        return Outcome(
            report if any(outcome.report for outcome in outcomes) else None,
            tuple(failure for outcome in outcomes for failure in outcome.failures),
            (*notices, *(notice for outcome in outcomes for notice in outcome.notices)),
            tuple(idle for outcome in outcomes for idle in outcome.idle),
        )

    def _kept(self, path: str, findings: list[Finding], baseline: "Baseline | None") -> tuple[Finding, ...]:
        """The findings of a file, those marked that a baseline accepts, of changed lines only where that was asked for."""
        if baseline:
            from linter.baseline import mark

            findings = mark(findings, baseline.accepted(path))
        if self.changes:
            from linter.git import touched

            lines = self.changes.of(path)
            findings = [finding for finding in findings if touched(finding, lines)]
        return tuple(findings)

    def _document(self, document: Document, config: Config) -> Outcome:
        path = document.path
        failures = [Failure(message, path, line) for line, message in document.problems]
        notices: tuple[str, ...] = ()
        try:
            _bound(document)
            renamed = configuration.renamed(self._base(config))
            notices = tuple(renaming(path, name, renamed) for directive in document.directives for name in directive.rules if name in renamed)
            failures += faults(document, self._base(config), require_reason=config.value("require-reason") == "true")
            foreign = is_foreign(split_words(_sample(document)))
            if foreign:
                notices += (f"{path}: hardly any English word is in it; only the placeholders are looked for",)
            engine = self._engine(config, document, foreign=foreign)
            result = engine.lint(document)
            failures += result.failures
            findings = suppress(result.findings, config, document, _today(), renamed, inline=self.settings.inline)
            idle = idle_directives(document, findings, engine.rules, renamed) if self.settings.inline else ()
        except Exception as fault:
            return Outcome(None, (*failures, *told(fault, path)), notices)
        return Outcome(FileReport(path, findings), tuple(failures), notices, tuple(idle))


def told(fault: Exception, path: str) -> tuple[Failure, ...]:
    """What went wrong with a file in words for a person: a failure for each mistake of theirs, else one of our own."""
    if isinstance(fault, ReadError):
        return (Failure(str(fault), path),)
    if isinstance(fault, OSError):
        return (Failure((fault.strerror or str(fault)).lower(), str(fault.filename or path)),)
    if isinstance(fault, DataError):
        return tuple(Failure(mistake.message, mistake.path, mistake.line) for mistake in fault.mistakes)
    return (breakdown(fault, path),)


def _once(kept: dict[str, _T | Exception], key: str, make: Callable[[], _T]) -> _T:
    """What `make` gives, or raises, kept for the next time."""
    if key not in kept:
        try:
            kept[key] = make()
        except Exception as fault:
            kept[key] = fault
    value = kept[key]
    if isinstance(value, Exception):
        raise value
    return value


MOST_BLOCKS = 200_000
"""So many paragraphs at most has an article that is linted."""

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


def _bound(document: Document) -> None:
    """Raises ReadError for more paragraphs than an article can have: each costs memory, however short it is."""
    if len(document.blocks) > MOST_BLOCKS:
        message = f"more than {MOST_BLOCKS:,} paragraphs: no article has so many"
        raise ReadError(message)


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
