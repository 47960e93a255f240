"""A whole run: the files, the configuration and the rules for each, and what came of it."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from linter import config as configuration
from linter.analysis.names.house import House
from linter.checks import CHECKS
from linter.config import Config, Ignore, Metadata, Pack, Where
from linter.engine import Engine, Loaded, load_packs
from linter.files import left_out, walk
from linter.mistakes import DataError, Mistake
from linter.model.document import Document
from linter.model.finding import Failure, FileReport, Finding, Outcome, Report, Ruleset, Unused
from linter.model.rule import Rule
from linter.readers import READERS
from linter.readers.decoding import ReadError, decode, load_bytes
from linter.reading import bound, documents_in, foreign, told
from linter.suppression import expired, faults, former_names, holds_for, idle_directives, is_literal, means, renaming, suppress, unused

if TYPE_CHECKING:
    from linter.baseline import Baseline
    from linter.git import Changes
    from linter.results import Results

_T = TypeVar("_T")

Progress = Callable[[int, int], None]
"""Takes the number of files that are done, and of all."""

FEW = 10
"""Fewer files than this are linted sooner than it is known whether nothing has changed since an earlier run."""

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
    keep_results: bool = False


class Source(NamedTuple):
    """The content of a file, or of stdin, and the path that it goes by."""

    data: bytes
    path: str


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
        self._engines: dict[Ruleset, Engine] = {}
        self._rulesets: dict[Ruleset, None] = {}
        self._results: Results | None = None
        self._digest = lru_cache(maxsize=None)(self._digested)
        self._loaded: dict[tuple[Pack, ...], Loaded] = {}
        self._configs: dict[str, Config | Exception] = {}
        self._baselines: dict[str, Baseline | Exception] = {}

    def __reduce__(self) -> tuple[object, ...]:
        """To another process goes what was asked for; the rest is made ready there."""
        return type(self), (self.settings, self.changes), {"_results": self._results}

    def report(self, paths: Sequence[str], sources: Iterable[Source] | None = None, jobs: int | None = 1, progress: Progress | None = None) -> Report:
        """Lints the paths, or the sources, in so many processes (None: as many as pay).

        What cannot be used or read is a failure, and costs only the files that need it. Raises GitError.
        """
        with closing(self._outcomes(paths, jobs, progress) if sources is None else (self.lint(source) for source in sources)) as outcomes:
            files = tuple(report for outcome in outcomes if (report := self.noted(outcome)))
        return Report(files, tuple(dict.fromkeys(self.failures)), tuple(dict.fromkeys(self.notices)), self.skipped, self.known)

    def files(self, paths: Sequence[str]) -> list[str]:
        """The files that the paths name, those left out that have not changed; what could not be had is noted. Raises GitError."""
        changes = self.changes
        found = walk(paths, READERS, self._usable, changes.below if changes else lambda _folder: ())
        self.failures += found.failures
        self.notices += found.notices
        self.skipped += found.skipped
        return [path for path in found.files if not changes or changes.of(path)]

    def sources(self, paths: Sequence[str]) -> Iterator[Source]:
        """The files that the paths name, read one after another; of what cannot be read a failure is noted."""
        for path in self.files(paths):
            yield from self.loaded(path, partial(self._bytes, path))

    def _outcomes(self, paths: Sequence[str], jobs: int | None, progress: Progress | None) -> Generator[Outcome]:
        """What linting each file gave, in their order."""
        files = self.files(paths)
        if self.settings.keep_results and len(files) >= FEW:
            from linter.results import opened

            self._results = opened((self.settings.select, self.settings.ignore, self.settings.encoding, self.settings.inline))
        with closing(self._spread(files, jobs) if jobs != 1 else (self.file(path) for path in files)) as outcomes:
            for number, outcome in enumerate(outcomes, 1):
                if progress:
                    progress(number, len(files))
                yield outcome

    def _spread(self, files: Sequence[str], jobs: int | None) -> Generator[Outcome]:
        from linter.workers import paying, spread

        jobs = jobs or paying(len(files))
        if min(jobs, len(files)) < 2:
            yield from map(self.file, files)
            return
        self._base(NO_CONFIG)  # what is ready before other processes begin need not be made ready in each
        yield from spread(self.file, files, jobs, _lost)

    def _digested(self, file: str | None) -> str:
        """The digest of a configuration and of its own rules, for results to go by."""
        from linter.results import of_configuration

        config = NO_CONFIG if file is None else self._config(file)
        return of_configuration(config, self._base(config) if config.packs else (), _today())

    def file(self, path: str) -> Outcome:
        """What reading and linting a file gave. Raises GitError."""
        try:
            source = Source(self._bytes(path), path)
        except (OSError, ReadError) as error:
            return Outcome(None, told(error, path))
        return self.lint(source)

    def noted(self, outcome: Outcome) -> FileReport | None:
        """The report of a file that was linted; what a person is to be told of it is noted."""
        self.failures += outcome.failures
        self.notices += outcome.notices
        self._idle += outcome.idle
        self._rulesets |= dict.fromkeys(outcome.rulesets)
        return outcome.report

    @property
    def known(self) -> dict[str, Rule]:
        """The rules that were looked for, by id."""
        return {rule.id: rule for ruleset in self._rulesets for rule in self._engine(ruleset).rules}

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
        return NO_CONFIG if file is None else self._config(str(file))

    def _config(self, file: str) -> Config:
        return _once(self._configs, file, lambda: self._configuration(Path(file)))

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

    def _engine(self, ruleset: Ruleset) -> Engine:
        """The rules in force where these changes of a configuration hold; for a foreign text only those that do not depend on the language."""
        if ruleset not in self._engines:
            file, holds, foreign = ruleset
            config = NO_CONFIG if file is None else self._config(file)
            held = tuple(change._replace(where=Where()) for change, meant in zip(config.changes, holds, strict=True) if meant)
            rules = [rule for rule in self._configured(config._replace(changes=held), None) if rule.on]
            meant = [rule for rule in rules if not foreign or rule.id.startswith(INDEPENDENT)]
            self._engines[ruleset] = Engine(meant, House(config.register, config.value("accept.names")))
        return self._engines[ruleset]

    def left_out(self, path: str) -> bool:
        """Whether a configuration leaves out what goes by a path; then that is noted."""
        config = self._chosen(Path(path).parent).config
        reason = left_out(Path(path), config) if config else None
        if reason:
            self.notices.append(f"{path}: skipped: {reason}")
            self.skipped += 1
        return reason is not None

    def _bytes(self, path: str) -> bytes:
        """The content of a file as it is to be linted. Raises ReadError, OSError, GitError."""
        changes = self.changes
        return changes.staged_bytes(path) if changes and changes.staged else load_bytes(path)

    def loaded(self, path: str, load: Callable[[], bytes]) -> Iterator[Source]:
        """What `load` gives as the source of that path; of what it cannot read, raising ReadError or OSError, a failure is noted."""
        try:
            yield Source(load(), path)
        except (OSError, ReadError) as error:
            self.failures += told(error, path)

    def lint(self, source: Source) -> Outcome:
        """What linting a file gave. It changes nothing but what is kept to be quick, so that it may run anywhere."""
        config, baseline, failures, notices = self._chosen(Path(source.path).parent)
        if config is None:
            return Outcome(None, failures)
        outcome = self._outcome(source, config)
        report = outcome.report and outcome.report._replace(findings=self._kept(source.path, outcome.report.findings, baseline))
        return outcome._replace(report=report, notices=(*notices, *outcome.notices))

    def _outcome(self, source: Source, config: Config) -> Outcome:
        """What is found in a file, or was found there by an earlier run, before baselines and changed lines."""
        data, path = source
        results = self._results
        try:
            text = decode(data, self.settings.encoding)
            key = results.key(data, path, self._digest(config.file)) if results else ""
            known = results.read(key, text, path, config.file) if results else None
            documents = self._documents(text, path, config) if self.settings.keep_documents or not known else ()
        except Exception as fault:
            return Outcome(None, told(fault, path))
        kept = documents if self.settings.keep_documents else ()
        if known:
            return known._replace(report=known.report and known.report._replace(documents=kept))
        outcome = self._found(path, documents, config)
        if results:
            results.write(key, outcome, documents)
        return outcome._replace(report=outcome.report and outcome.report._replace(documents=kept))

    def _documents(self, text: str, path: str, config: Config) -> tuple[Document, ...]:
        return documents_in(text, path, config)

    def _found(self, path: str, documents: Sequence[Document], config: Config) -> Outcome:
        outcomes = [self._document(document, config) for document in documents]
        findings = tuple(finding for outcome in outcomes if outcome.report for finding in outcome.report.findings)
        return Outcome(
            FileReport(path, findings) if any(outcome.report for outcome in outcomes) else None,
            tuple(failure for outcome in outcomes for failure in outcome.failures),
            tuple(notice for outcome in outcomes for notice in outcome.notices),
            tuple(idle for outcome in outcomes for idle in outcome.idle),
            tuple(dict.fromkeys(ruleset for outcome in outcomes for ruleset in outcome.rulesets)),
        )

    def _kept(self, path: str, findings: Sequence[Finding], baseline: "Baseline | None") -> tuple[Finding, ...]:
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
            bound(document)
            renamed = configuration.renamed(self._base(config))
            notices = tuple(renaming(path, name, renamed) for directive in document.directives for name in directive.rules if name in renamed)
            failures += faults(document, self._base(config), require_reason=config.value("require-reason") == "true")
            is_foreign = foreign(document)
            if is_foreign:
                notices += (f"{path}: hardly any English word is in it; only the placeholders are looked for",)
            holds = tuple(change.where.holds_for(Path(path), document.metadata) for change in config.changes)
            engine = self._engine(ruleset := (config.file, holds, is_foreign))
            result = engine.lint(document)
            failures += result.failures
            findings = suppress(result.findings, config, document, _today(), renamed, inline=self.settings.inline)
            idle = idle_directives(document, findings, engine.rules, renamed) if self.settings.inline else ()
        except Exception as fault:
            return Outcome(None, (*failures, *told(fault, path)), notices)
        return Outcome(FileReport(path, findings), tuple(failures), notices, tuple(idle), (ruleset,))


def _lost(path: str, reason: str) -> Outcome:
    """What is told of a file whose process ended before it was linted."""
    return Outcome(None, (Failure(f"could not be linted: its process ended ({reason})", path),))


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


def _today() -> str:
    import time

    return time.strftime("%Y-%m-%d")
