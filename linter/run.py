"""A whole run: the files, the configuration and the rules for each, and what came of it."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from linter import config as configuration
from linter.analysis.language import is_foreign
from linter.analysis.words import split_words
from linter.checks import CHECKS
from linter.config import Config, Metadata, Pack, Where
from linter.engine import Engine, Loaded, load_packs
from linter.files import left_out, walk
from linter.mistakes import DataError, Mistake
from linter.model.document import Document
from linter.model.finding import Failure, FileReport, Finding, Report
from linter.model.rule import Rule
from linter.readers import READERS, read
from linter.readers.decoding import ReadError, decode, too_large
from linter.suppression import expired, old_names, suppress, unknown_rules

INDEPENDENT = ("placeholders/",)
"""Families that do not depend on the language of the text."""


class Settings(NamedTuple):
    """What a run was asked for on the command line."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: str | None = None
    encoding: str | None = None


class Source(NamedTuple):
    """Text that came from elsewhere than a file: stdin, with the name it is to go by; `named`: the user gave it one."""

    data: bytes
    path: str
    named: bool = True


class Run:
    """Lints files one after another; rules and configurations are made ready once for all that share them."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.notices: list[str] = []
        self.failures: list[Failure] = []
        self.config_for = lru_cache(maxsize=None)(self._config_for)
        self._engines: dict[tuple[int, tuple[bool, ...]], Engine] = {}
        self._loaded: dict[tuple[Pack, ...], Loaded] = {}
        self._told: set[str] = set()
        self._configs: dict[str, Config] = {}

    def report(self, paths: Sequence[str], source: Source | None = None) -> Report:
        """Lints the paths, or the source. Raises DataError for a configuration or rule file that cannot be used."""
        files = []
        skipped = 0
        if source:
            reason = left_out(Path(source.path), self.config_for(Path(source.path).parent)) if source.named else None
            if reason:
                skipped = 1
                self.notices.append(f"{source.path}: skipped: {reason}")
            else:
                files.append(self._linted(source.path, source.data))
        else:
            found = walk(paths, READERS, self.config_for)
            self.failures += found.failures
            self.notices += found.notices
            skipped = found.skipped
            files += [report for path in found.files if (report := self._file(path))]
        return Report(tuple(files), tuple(self.failures), tuple(self.notices), skipped)

    def rules(self, path: Path) -> list[Rule]:
        """The rules in force for a path."""
        return [rule for rule in self._configured(self.config_for(path.parent), path) if rule.on and rule.requires is None]

    def every(self) -> list[Rule]:
        """Every rule that the configuration here knows, or one met so far, those that are off included."""
        known = [self.config_for(Path()), *self._configs.values()]
        return list({rule.id: rule for config in known for rule in self._base(config)}.values())

    def _config_for(self, folder: Path) -> Config:
        file = Path(self.settings.config) if self.settings.config else configuration.find(folder)
        if file is None:
            return Config()
        key = str(file)
        if key not in self._configs:
            from linter.config_file import load

            mistakes: list[Mistake] = []
            config = load(file, mistakes, named=self.settings.config is not None)
            self._check(config, mistakes)
            self._configs[key] = config
            self.notices += expired(config, _today())
        return self._configs[key]

    def _check(self, config: Config, mistakes: list[Mistake]) -> None:
        """Raises DataError for whatever is wrong with a configuration, its packs, and what it says of rules, for whichever path."""
        loaded = self._load(config)
        mistakes += [*loaded.mistakes, *configuration.unknown(config, loaded.rules, loaded.others)]
        everywhere = config._replace(changes=tuple(change._replace(where=Where()) for change in config.changes))
        configuration.apply(everywhere, loaded.rules, None, mistakes, CHECKS)
        if mistakes:
            raise DataError(mistakes)
        for name, place in configuration.old_names(config, loaded.rules):
            self._tell_renamed(name, place, loaded.rules)

    def _tell_renamed(self, name: str, place: str, rules: Sequence[Rule]) -> None:
        """One notice a run for each old id that somebody still writes."""
        if name not in self._told:
            self._told.add(name)
            self.notices.append(f"{place}: “{name}” is called “{configuration.renamed(rules)[name]}” now")

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

    def _engine(self, config: Config, path: Path, metadata: Metadata) -> Engine:
        key = (id(config), tuple(change.where.holds_for(path, metadata) for change in config.changes))
        if key not in self._engines:
            self._engines[key] = Engine([rule for rule in self._configured(config, path, metadata) if rule.on])
        return self._engines[key]

    def _file(self, path: str) -> FileReport | None:
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
        return self._linted(path, data)

    def _linted(self, path: str, data: bytes) -> FileReport:
        config = self.config_for(Path(path).parent)
        try:
            text = decode(data, self.settings.encoding)
        except ReadError as error:
            self.failures.append(Failure(str(error), path))
            return FileReport(path, ())
        findings: list[Finding] = []
        for document in _documents(text, path, config):
            result = self._engine_for(document, config).lint(document)
            self.failures += result.failures
            self.failures += [Failure(message, path, line) for line, message in document.problems]
            self._heed_directives(document, self._base(config))
            findings += suppress(result.findings, config, document, _today(), self._base(config))
        return FileReport(path, tuple(findings))

    def _heed_directives(self, document: Document, rules: Sequence[Rule]) -> None:
        self.failures += unknown_rules(document, rules)
        for name, line in old_names(document, rules):
            self._tell_renamed(name, f"{document.path}:{line}", rules)

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
