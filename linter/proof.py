"""Runs the examples that rules carry: what is marked must be found, and nothing else."""

from linter.engine import Engine
from linter.examples import as_shown, expectation, marked, mended
from linter.model.rule import Example, Rule


def prove(rule: Rule) -> list[str]:
    """What a rule's examples show to be wrong with it, each as `file:line: what`; nothing when all hold."""
    faults = []
    path, _ = rule.written_at
    for example in (*rule.bad, *rule.good):
        faults += [f"{path}:{example.line}: {rule.id}: {fault}" for fault in _example_faults(rule, example)]
    return faults


def _example_faults(rule: Rule, example: Example) -> list[str]:
    try:
        document, findings, related = expectation(example)
    except ValueError as error:
        return [str(error)]
    result = Engine([as_shown(rule, example)]).lint(document)
    faults = [failure.message for failure in result.failures]
    found = [(finding.span.start, finding.span.end) for finding in result.findings]
    if sorted(set(found)) != list(findings) or len(set(found)) != len(found):
        faults.append(f"found {marked(document.source, found)!r}, not {example.text!r}")
    places = sorted({(other.span.start, other.span.end) for finding in result.findings for other in finding.related})
    if related and places != list(related):
        faults.append(f"related places are {marked(document.source, places)!r}")
    if example.kind and any(finding.kind != example.kind for finding in result.findings):
        faults.append(f"kind {', '.join(sorted({str(finding.kind) for finding in result.findings}))}, not {example.kind}")
    if example.fixed is not None and mended(document.source, result.findings) != example.fixed:
        faults.append(f"fixed {mended(document.source, result.findings)!r}, not {example.fixed!r}")
    return faults
