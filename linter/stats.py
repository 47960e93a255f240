"""What a run spends its time on: CPU time and findings by layer and by rule."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from linter.analysis import Analysis
from linter.config import Config
from linter.engine import Engine, Result
from linter.model.document import Document
from linter.model.finding import FileReport, Outcome, Report, Ruleset
from linter.model.rule import Match, Rule
from linter.run import Run, Source

READING, READY, SETTLING, OTHER = "reading", "rules made ready", "one finding for one fault", "files, configurations, silencing"
"""What is done beside layers and rules."""


class Clock:
    """Adds up CPU time by name, in nanoseconds; what is done within a part for another one counts for that one alone."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._open: list[str] = []
        self._since = 0

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """What is done in here counts for a name."""
        self._lap()
        self._open.append(name)
        try:
            yield
        finally:
            self._lap()
            self._open.pop()

    def _lap(self) -> None:
        now = time.process_time_ns()
        if self._open:
            self.spent[self._open[-1]] += now - self._since
        self._since = now


class TimedRun(Run):
    """A run that notes what it spends its time on, in whichever process that is, and how many files an earlier run knew."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.clock = Clock()
        self.spent: Counter[str] = Counter()
        self.known_files = 0

    def lint(self, source: Source) -> Outcome:
        self.clock.spent = Counter()
        with self.clock.part(OTHER):
            outcome = super().lint(source)
        return outcome._replace(spent=dict(self.clock.spent))

    def noted(self, outcome: Outcome) -> FileReport | None:
        self.spent.update(outcome.spent)
        self.known_files += bool(outcome.report) and SETTLING not in outcome.spent
        return super().noted(outcome)

    def _documents(self, text: str, path: str, config: Config) -> tuple[Document, ...]:
        with self.clock.part(READING):
            return super()._documents(text, path, config)

    def _engine(self, ruleset: Ruleset) -> Engine:
        engine = super()._engine(ruleset)
        if not isinstance(engine, _TimedEngine):
            engine = self._engines[ruleset] = _TimedEngine(engine, self.clock)
        return engine


class _TimedEngine(Engine):
    """An engine that notes what its layers and rules take."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        super().__init__(engine.rules, engine.house)
        self.clock = clock
        self._analysis = _timed(clock)

    def analyse(self, document: Document) -> Analysis:
        with self.clock.part(READY):
            matcher = self.matcher
        return self._analysis(document, matcher, self.house)

    def lint(self, document: Document) -> Result:
        with self.clock.part(SETTLING):
            return super().lint(document)

    def matches(self, analysis: Analysis, rule: Rule) -> list[Match]:
        with self.clock.part(f"rule {rule.id}"):
            return super().matches(analysis, rule)


def _timed(clock: Clock) -> type[Analysis]:
    """The analysis whose layers note what they take."""

    def timed(name: str, layer: cached_property[Any]) -> cached_property[Any]:
        def value(analysis: Analysis) -> Any:
            with clock.part(f"layer {name.strip('_')}"):
                return layer.func(analysis)

        return cached_property(value)

    layers = {name: timed(name, layer) for name, layer in vars(Analysis).items() if isinstance(layer, cached_property)}
    made = type("TimedAnalysis", (Analysis,), layers)
    for name, layer in layers.items():
        layer.__set_name__(made, name)
    return made


def table(run: Run, report: Report) -> list[str]:
    """Lines for a person: milliseconds of CPU time, share and findings of each part, the costliest first; the sum, and the files."""
    assert isinstance(run, TimedRun)
    found = Counter(f"rule {finding.rule}" for file in report.files for finding in file.findings)
    whole = run.spent.total()
    names = sorted({*run.spent, *found}, key=lambda name: (-run.spent[name], name))
    lines = [f"{'ms':>10} {'share':>6} {'findings':>8}  of layers and rules, in CPU time"]
    for name in names:
        findings = f"{found[name]:,}" if name.startswith("rule ") else ""
        lines.append(f"{run.spent[name] / 1e6:10,.1f} {run.spent[name] / max(whole, 1):6.1%} {findings:>8}  {name}")
    lines.append(f"{whole / 1e6:10,.1f} {'':6} {found.total():8,}  all; {len(report.files):,} files, {run.known_files:,} of them known from an earlier run")
    return lines
