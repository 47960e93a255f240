"""Where the parts meet: rules and a document go in, findings come out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from linter import cache
from linter.analysis import Analysis
from linter.analysis.matching import Matcher
from linter.analysis.names.house import House
from linter.analysis.text import in_address
from linter.checks import CHECKS
from linter.checks.check import exceptions
from linter.config import Pack, clashes
from linter.examples import as_shown, expectation
from linter.findings import Drafts
from linter.mistakes import DataError, Mistake
from linter.model.document import Document
from linter.model.finding import Failure, Finding
from linter.model.rule import Match, Rule
from linter.readers import read
from linter.resources import rule_files, rules_folder

MOST_MATCHES = 50_000
"""More matches of one rule in one article are not told, which is: memory stays bounded, and nobody reads them."""


class Result(NamedTuple):
    """What linting one document gave; `failures` are checks that broke down on it."""

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...] = ()


class Engine:
    """Some rules, made ready once to lint any number of documents; those whose engine is not there do not run."""

    def __init__(self, rules: Sequence[Rule], house: House | None = None) -> None:
        self.rules = tuple(rule for rule in rules if rule.requires is None)
        self.house = house

    @cached_property
    def matcher(self) -> Matcher:
        """Every pattern, literal and phrase that the rules look for."""
        patterns = [pattern for rule in self.rules for pattern in CHECKS[rule.check].patterns(rule.options)]
        literals = [text for rule in self.rules for text in CHECKS[rule.check].literals(rule.options)]
        phrases = [source for rule in self.rules for source in CHECKS[rule.check].phrases(rule.options)]
        return Matcher(patterns, literals, phrases)

    def analyse(self, document: Document) -> Analysis:
        """The layers over a document, ready to find what the rules look for."""
        return Analysis(document, self.matcher, self.house)

    def lint(self, document: Document) -> Result:
        """The findings in one document. A check that breaks down is a failure and costs only its own findings."""
        analysis = self.analyse(document)
        drafts = Drafts(analysis)
        faults: list[tuple[Rule, Exception]] = []
        crowded: list[Failure] = []
        for rule in self.rules:
            try:
                found = self.matches(analysis, rule)
            except Exception as fault:
                faults.append((rule, fault))
                continue
            drafts.add(rule, found[:MOST_MATCHES])
            if len(found) > MOST_MATCHES:
                crowded.append(Failure(f"more than {MOST_MATCHES:,} matches of {rule.id}; only so many are told", document.path, rule=rule.id))
        findings = tuple(drafts.settled())
        vars(analysis).clear()  # its scopes know it: a text would stay until the collector of cycles comes by
        return Result(findings, (*_breakdowns(faults, document.path), *crowded))

    def matches(self, analysis: Analysis, rule: Rule) -> list[Match]:
        """What a rule's check finds, less what the rule excepts and, but for placeholders, what stands in an address.

        One more than MOST_MATCHES at most.
        """
        found = iter(CHECKS[rule.check].run(analysis, analysis.scope(rule.blocks, rule.quotations), rule.options))
        if not rule.id.startswith("placeholders/"):
            found = (match for match in found if not in_address(analysis.folded[match.place.block], match.place.start, match.place.end))
        if rule.unless:
            excepting = exceptions(rule.options, rule.unless)
            found = (match for match in found if not any(analysis.overlapped(match.place, pattern) for pattern in excepting))
        return list(islice(found, MOST_MATCHES + 1))


def breakdown(fault: Exception, path: str, rules: Sequence[Rule] = ()) -> Failure:
    """The failure for a fault of our own: in the check of one rule, in what several share, or in what all need."""
    import traceback

    where = f" in the check “{rules[0].check}”" if len(rules) == 1 else f" that {len(rules)} rules met" if rules else ""
    message = f"a fault of copydesk's own{where} ({type(fault).__name__}: {fault}); --debug shows more"
    return Failure(message, path, rule=rules[0].id if len(rules) == 1 else None, trace="".join(traceback.format_exception(fault)))


def _breakdowns(faults: Sequence[tuple[Rule, Exception]], path: str) -> Iterator[Failure]:
    """One failure for one fault: a layer that breaks down breaks every rule that asks for it."""
    same: dict[tuple[str, object, int], list[tuple[Rule, Exception]]] = {}
    for rule, fault in faults:
        at = fault.__traceback__
        while at and at.tb_next:
            at = at.tb_next
        same.setdefault((repr(fault), at and at.tb_frame.f_code, at.tb_lineno if at else 0), []).append((rule, fault))
    for met in same.values():
        yield breakdown(met[0][1], path, [rule for rule, _ in met])


class Loaded(NamedTuple):
    """The rules of some packs; what is wrong in those that could not be loaded; the ids that these seem to hold."""

    rules: list[Rule]
    mistakes: list[Mistake]
    others: set[str]


def load_packs(packs: Iterable[Pack]) -> Loaded:
    """The rules of core and of some packs, ready to run, without their examples.

    A rule that finds nothing in its own bad examples can never match, and is refused.
    """
    loaded = Loaded([], [], set())
    for pack in (Pack(rules_folder() / "core"), *packs):
        files: list[Path] = []
        try:
            files = rule_files(pack.place)
            loaded.rules.extend(cache.rules(files, pack.bounds, CHECKS, partial(_compile, files, pack.bounds)))
        except DataError as error:
            from linter.packs import ids

            loaded.mistakes.extend(error.mistakes)
            loaded.others.update(ids(files, pack.bounds))
    loaded.mistakes.extend(clashes(loaded.rules))
    return loaded


def load_rules(packs: Iterable[Pack]) -> list[Rule]:
    """The rules of core and of some packs. Raises DataError."""
    loaded = load_packs(packs)
    if loaded.mistakes:
        raise DataError(loaded.mistakes)
    return loaded.rules


def core_rules() -> list[Rule]:
    """The rules that are always the base."""
    return load_rules(())


def _compile(files: list[Path], bounds: Path | None, lists: dict[str, str]) -> list[Rule]:
    from linter import packs

    rules = packs.load(files, CHECKS, bounds, lists)
    silent = [rule for rule in rules if not rule.requires and not _matches_at_all(rule)]
    mistakes = [Mistake(*rule.written_at, f"“{rule.id}” can never match: it finds nothing in its own bad examples") for rule in silent]
    if mistakes:
        raise DataError(mistakes)
    return rules


def _matches_at_all(rule: Rule) -> bool:
    for example in rule.bad:
        shown = as_shown(rule, example)
        engine = Engine([shown])
        if engine.matches(engine.analyse(expectation(example).document), shown):
            return True
    return False


def lint(text: str, *, path: str = "<text>", suffix: str = ".txt", rules: Sequence[Rule] | None = None) -> list[Finding]:
    """The findings in a text, by position. Offsets are code points from 0, lines and columns count from 1.

    `suffix` says how to read the text; `rules` defaults to the core rules in force. Raises ReadError, DataError.
    """
    engine = Engine([rule for rule in core_rules() if rule.on] if rules is None else rules)
    return [finding for document in read(text, path, suffix) for finding in engine.lint(document).findings]
