"""What `--no-text` leaves of a report: where and which rule, and not a word of the copy."""

from linter.model.finding import Excerpt, Finding, Report
from linter.model.rule import Rule


def withheld(run: Report) -> Report:
    """The report without the words: a finding says why its rule is there, and offers no fix, and no reason is given."""
    files = tuple(file._replace(findings=tuple(_bare(f, run.rules.get(f.rule)) for f in file.findings), documents=()) for file in run.files)
    return run._replace(files=files)


def _bare(finding: Finding, rule: Rule | None) -> Finding:
    related = tuple(other._replace(message="") for other in finding.related)
    bare = finding._replace(message=rule.why if rule else finding.rule, text="", excerpt=Excerpt("", 0, 0), fixes=(), related=related)
    if finding.suppressed_by and "): " in finding.suppressed_by:
        return bare._replace(suppressed_by=finding.suppressed_by.partition("): ")[0] + ")")
    return bare
