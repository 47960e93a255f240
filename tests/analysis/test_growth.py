"""Work grows with the text, not with its square: counted in steps, not in seconds."""

import gc
import sys
import weakref
from types import FrameType
from typing import Any, Self

import pytest

from linter.analysis import Analysis
from linter.analysis.matching import Matcher
from linter.analysis.patterns import Pattern
from linter.checks import CHECKS
from linter.engine import Engine, core_rules
from linter.findings import Drafts
from linter.model.document import ROLES, Document
from linter.model.rule import Rule
from linter.readers import read

SHAPES = {
    "sentences in one block": "The mayor said that the bridge would stay shut until May. ",
    "lines": "a\n",
    "opening quotes": "“",
    "apostrophes": "'a ",
    "brackets": "(",
    "marks that close nothing": "“a “b” c” d” ",
    "one quotation again and again": "“We will never sell the old white ferry to anyone outside this town,” she said. ",
    "introductions": "The Farrow Port (FP) ",
    "phrases": "a the port of of ",
    "full stops": ". ",
    "abbreviations": "U.S. ",
    "titles and initials": "Gov. A. ",
    "a word over and over": "the the ",
    "lines like links": "Bridge crew finds the old gate in the river now\n\n",
    "a quotation that runs on": "“It was a day.\n\n",
    "short paragraphs": "Ann Lee\n\n",
    "addresses": "a.b@c.de,",
    "one letter": "a",
    "placeholders": "READ MORE: x ",
    "a rare spelling and a usual one": "Mr Kadhimi met Mr Khadimi and Mr Kadhimi. ",
}
COPYING = frozenset("casefold count expandtabs isalpha isupper join lower lstrip replace rsplit rstrip split splitlines strip translate upper".split())


class Work:
    """Counts what is done while it is on: lines of ours that run, and the sizes of things that are made or gone over.

    A thing counts when it is first seen as a value that a function of ours holds, takes or gives; a text also whenever
    a method goes over it as a whole.
    """

    def __init__(self, *known: object) -> None:
        self.amount = 0
        self.kept: dict[int, object] = {id(thing): thing for thing in known}

    def __enter__(self) -> Self:
        sys.setprofile(self.profiled)
        sys.settrace(self.traced)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)
        sys.setprofile(None)

    def weigh(self, thing: Any, depth: int = 2) -> None:
        if id(thing) in self.kept or not isinstance(thing, (str, bytes, tuple, list, dict, set, frozenset)):
            return
        if isinstance(thing, (list, dict, set)):
            return  # it grows where it stands: what is put into it was seen before
        self.kept[id(thing)] = thing
        self.amount += len(thing)
        if depth and isinstance(thing, tuple) and len(thing) < 100:
            for part in thing:
                self.weigh(part, depth - 1)

    def traced(self, frame: FrameType, event: str, _argument: object) -> Any:
        if "/linter/" not in frame.f_code.co_filename.replace("\\", "/"):
            return None
        self.amount += event == "line"
        return self.traced

    def profiled(self, frame: FrameType, event: str, argument: Any) -> None:
        if "/linter/" not in frame.f_code.co_filename.replace("\\", "/"):
            return
        if event == "c_call" and getattr(argument, "__name__", "") in COPYING:
            receiver = argument.__self__
            self.amount += len(receiver) if isinstance(receiver, (str, bytes)) else 0
        elif event == "return":
            for thing in (*frame.f_locals.values(), argument):
                self.weigh(thing)


def work(engine: Engine, document: Document) -> int:
    """How much is done while a document is linted."""
    with Work(document, document.source) as counted:
        engine.lint(document)
    return counted.amount


def draft(unit: str, length: int) -> Document:
    return read("Bridge\n\n" + unit * (length // len(unit)) + "?b", "draft.txt", ".txt")[0]


@pytest.fixture(scope="module")
def core() -> Engine:
    engine = Engine(core_rules())
    engine.lint(read("Warm.\n\nUp.", "draft.txt", ".txt")[0])
    return engine


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_takes_about_twice_the_work(core: Engine, shape: str) -> None:
    one, two = (work(core, draft(SHAPES[shape], length)) for length in (3_000, 6_000))

    assert two < 2.4 * one + 1000


def test_what_is_known_of_an_article_goes_with_it(core: Engine) -> None:
    analysis = core.analyse(draft(SHAPES["sentences in one block"], 600))
    assert all(core.matches(analysis, rule) is not None for rule in core.rules)
    kept = weakref.ref(analysis)

    gc.disable()  # what runs in a circle would wait for the collector
    del analysis
    gone = kept() is None
    gc.enable()

    assert gone


def core_rule(check: str, **options: object) -> Rule:
    """A core rule that looks for something else."""
    rule = next(rule for rule in core_rules() if rule.check == "pattern")
    return rule._replace(check=check, options=CHECKS[check].options(**options), unless=(), blocks=ROLES)


RULES: dict[str, tuple[Rule, str]] = {
    "a word that never ends": (core_rule("pattern", pattern=("⟨a+⟩",), per="block"), "a"),
    "as many allowed as found": (core_rule("pattern", pattern=("gate",), allow=("old gate",)), "gate, old gate, "),
    "as many words allowed as found": (core_rule("words", list=("gate",), allow=("old gate",)), "gate, old gate, "),
    "as many exceptions as hits": (core_rule("pattern", pattern=("gate",), per="block")._replace(unless=("old ⟨gate⟩",)), "gate, old gate, "),
    "two ways to write a word": (core_rule("consistency", forms=("percent|per cent",)), "ten percent, ten per cent, ten per cent, "),
}


@pytest.mark.parametrize("what", RULES)
def test_a_rule_of_anybody_takes_about_twice_the_work_on_twice_the_text(what: str) -> None:
    rule, unit = RULES[what]
    engine = Engine([rule])
    engine.lint(draft(unit, 100))
    one, two = (work(engine, draft(unit, length)) for length in (5_000, 10_000))

    assert two < 2.4 * one + 1000


def test_a_long_block_is_searched_in_parts() -> None:
    pattern = Pattern("⟨b⟩", per="block")
    analysis = Analysis(draft("a ", 40_000), Matcher((pattern,), ()))

    assert [place.start for place, _ in analysis.find(pattern)] == [40_001]
    ((whole, _),) = analysis.find(pattern)
    assert analysis.overlapped(whole, pattern)
    assert not analysis.overlapped(whole._replace(start=0, end=1), pattern)


def test_places_that_many_findings_speak_of_are_built_once() -> None:
    document = draft("ten percent, ten per cent, ten per cent, ", 2_000)
    rule = core_rule("consistency", forms=("percent|per cent",))
    engine = Engine([rule])
    analysis = engine.analyse(document)
    drafts = Drafts(analysis)
    drafts.add(rule, engine.matches(analysis, rule))
    findings = drafts.settled()

    assert len(findings) > 20
    assert len({id(finding.related) for finding in findings}) == 1


def test_more_matches_than_anybody_reads_are_told_as_one_failure(core: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.engine.MOST_MATCHES", 100)
    result = core.lint(draft("the the ", 4_000))

    assert sum(finding.rule == "grammar/doubled-word" for finding in result.findings) == 100
    assert [(failure.rule, failure.message) for failure in result.failures] == [
        ("grammar/doubled-word", "more than 100 matches of grammar/doubled-word; only so many are told")
    ]
