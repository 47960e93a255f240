"""The format `junit`: a suite a file, a test case a finding; what fails the run is a failed test."""

from xml.etree.ElementTree import Element

from linter.model.finding import Failure, FileReport, Finding, Report
from linter.reporters.choice import open_findings
from linter.reporters.markup import document, element
from linter.reporters.style import Style


def report(run: Report, style: Style) -> str:
    """JUnit XML. Findings below --fail-on are tests that passed, with their message as output."""
    open_ones = [finding for file in run.files for finding in open_findings(file)]
    tests = sum(max(1, len(open_findings(file))) for file in run.files) + len(run.failures)
    failures = sum(_fails(finding, style) for finding in open_ones)
    root = element(None, "testsuites", name="copydesk", tests=tests, failures=failures, errors=len(run.failures))
    for file in run.files:
        _suite(root, file, style)
    for failure in run.failures:
        _broken(root, failure)
    return document(root)


def _suite(root: Element, file: FileReport, style: Style) -> None:
    findings = open_findings(file)
    failures = sum(_fails(finding, style) for finding in findings)
    silenced = len(file.findings) - len(findings)
    suite = element(root, "testsuite", name=file.path, tests=max(1, len(findings)), failures=failures, errors=0, skipped=0)
    for finding in findings:
        _case(suite, finding, fails=_fails(finding, style))
    if not findings:
        element(suite, "testcase", classname=file.path, name="copydesk", file=file.path)
    if silenced:
        element(suite, "system-out", f"{silenced} silenced")


def _case(suite: Element, finding: Finding, *, fails: bool) -> None:
    place = f"{finding.start.line}:{finding.start.column}"
    case = element(suite, "testcase", classname=finding.path, name=f"{finding.rule} at {place}", file=finding.path, line=finding.start.line)
    told = f"{finding.path}:{place}: {finding.severity} {finding.rule} {finding.message}"
    if fails:
        element(case, "failure", told, type=finding.severity.value, message=finding.message)
    else:
        element(case, "system-out", told)


def _broken(root: Element, failure: Failure) -> None:
    name = failure.path or "copydesk"
    suite = element(root, "testsuite", name=name, tests=1, failures=0, errors=1, skipped=0)
    case = element(suite, "testcase", classname=name, name="could not be linted", file=name)
    element(case, "error", failure.message, type="failure", message=failure.message)


def _fails(finding: Finding, style: Style) -> bool:
    return style.fail_on is not None and finding.severity.rank <= style.fail_on.rank
