"""From matches to findings: one for one fault, fingerprints, fixes, quotations."""

from linter.engine import Engine, core_rules, lint
from linter.findings import LONGEST_QUOTE
from linter.model.document import Block, Document, Piece
from linter.model.finding import Finding
from linter.model.rule import Fix, Rule, Severity
from linter.model.span import Span

TEMPLATE = next(rule for rule in core_rules() if rule.check == "pattern")


def rule(name: str, pattern: str, severity: str = "error", quotations: str = "skip", fix: Fix | None = None) -> Rule:
    options = TEMPLATE.options._replace(pattern=(pattern,), allow=(), case="fold", per="sentence")
    return TEMPLATE._replace(
        id=name,
        severity=Severity(severity),
        options=options,
        unless=(),
        kinds={},
        fix=fix,
        quotations=quotations,
        message={"default": "“{text}”"},
        requires=None,
    )


def found(text: str, *rules: Rule, **document: str) -> tuple[Finding, ...]:
    source = Document("a.txt", text, (Block("paragraph", text, (Piece(0, len(text), 0, len(text)),)),), **document)  # type: ignore[arg-type]
    return Engine(rules).lint(source).findings


def test_of_two_rules_at_one_place_the_first_family_wins() -> None:
    loose, strict = rule("style/gate", "the old gate"), rule("names/gate", "gate is")

    for order in ((loose, strict), (strict, loose)):
        assert [finding.rule for finding in found("So the old gate is shut.", *order)] == ["names/gate"]


def test_in_a_family_the_higher_severity_wins_then_the_longer_place() -> None:
    short, long = rule("style/a", "gate"), rule("style/b", "old gate")

    assert [finding.rule for finding in found("The old gate is shut.", short, long)] == ["style/b"]
    assert [finding.rule for finding in found("The old gate is shut.", short, long._replace(severity=Severity.WARNING))] == ["style/a"]


def test_neighbours_and_whole_sentences_stand_beside_each_other() -> None:
    first, second, whole = rule("style/a", "old"), rule("names/b", "gate"), rule("names/c", r"the old gate is shut\.")

    assert [finding.rule for finding in found("It is so. The old gate is shut.", first, second, whole)] == ["names/c", "style/a", "names/b"]


def test_a_match_that_crosses_the_border_of_a_quotation_is_none() -> None:
    text = "He said “the old” gate is shut, and “the old gate”."

    for quotations, expected in (("skip", []), ("any", [text.rindex("old gate")]), ("only", [text.rindex("old gate")])):
        assert [f.span.start for f in found(text, rule("style/a", r"old.? gate", quotations=quotations))] == expected


def test_each_fault_has_a_fingerprint_of_its_own() -> None:
    text = "The gate is old. The gate is shut. The gate is old."
    prints = [finding.fingerprint for finding in found(text, rule("style/gate", "gate"))]

    assert len(set(prints)) == 3
    assert len({f.fingerprint for f in (*found(text, rule("style/gate", "gate")), *found(text, rule("style/other", "gate")))}) == 6


def test_a_fingerprint_stays_under_other_marks_and_knows_the_article() -> None:
    def prints(text: str, **document: str) -> set[str]:
        return {finding.fingerprint for finding in found(text, rule("style/gate", "mayor's gate"), **document)}

    straight = prints("So the mayor's gate is shut.")
    assert prints("So the mayor’s\u00a0gate is shut.") == straight
    assert prints("So the mayor's gate is shut.", item="b") != straight
    assert prints("So the mayor's gate is shut.", pointer="/1") != straight


def test_a_fingerprint_sees_no_markup() -> None:
    plain = lint("# Bridge\n\nShe went to to the bridge.\n", suffix=".md")
    marked = lint("# Bridge\n\nShe *went* to **to** the [bridge](https://example.org).\n", suffix=".md")

    assert [finding.fingerprint for finding in marked] == [finding.fingerprint for finding in plain]


def test_a_fix_puts_back_the_whole_text_however_long() -> None:
    words = "gate " * 40 + "gate"
    (finding,) = found(f"So {words} is shut.", rule("style/a", r"(?:gate ){40}gate", fix=Fix("the {text}", "safe")))

    assert len(words) > LONGEST_QUOTE
    assert finding.message.endswith("…”")
    assert finding.fixes[0].edits[0].replacement == f"the {words}"


def test_a_block_without_pieces_stands_nowhere() -> None:
    block = Block("paragraph", "x", ())

    assert block.span(0, 1) == Span(0, 0)
    assert not block.editable(0, 1)
