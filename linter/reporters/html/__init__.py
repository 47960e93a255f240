"""The format `html`: one page for editors, complete in itself; everything of the copy is escaped, nothing is fetched."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from linter.model.finding import FileReport, Finding, Report
from linter.model.rule import Severity
from linter.reporters.choice import groups
from linter.reporters.concise import SHORT
from linter.reporters.html.article import article, shown
from linter.reporters.html.ledger import ledger
from linter.reporters.style import Style
from linter.reporters.summary import amount, counts

_FOLDER = Path(__file__).parent
_LONGEST_QUERY = 160
_ASKED = ("attribution", "numbers", "headline", "quotes")
"""Families whose findings somebody has to answer; of the others only spellings without a usual one are."""

_TABS = (("article", "Article"), ("fix", "To fix"), ("ask", "To ask"), ("ledger", "Names and sources"))


class _Entry(NamedTuple):
    """A finding with its number on the page."""

    number: int
    finding: Finding


def report(run: Report, style: Style) -> str:
    """The page. It needs the documents: without them it has lists, and no article."""
    css, script = ((_FOLDER / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    return "".join((*_head(css, script), *_controls(run, style), *_files(run), f"</main>\n<script>{script}</script>\n</body>\n</html>\n"))


def _head(css: str, script: str) -> Iterator[str]:
    """The browser is told to fetch nothing, and to run this one script."""
    policy = f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n<meta name="referrer" content="no-referrer">\n'
    yield f"<title>copydesk report</title>\n<style>{css}</style>\n</head>\n<body>\n"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def _controls(run: Report, style: Style) -> Iterator[str]:
    yield '<p class="banner">Unpublished copy: not for circulation.</p>\n<header>\n<h1>copydesk</h1>\n'
    silenced = f" {amount(run.suppressed, 'finding')} silenced." if run.suppressed else ""
    yield f'<p class="counts">{shown(counts(run))}{silenced}</p>\n'
    if run.failures:
        lines = "".join(f"<li>{shown(': '.join(part for part in (failure.path, failure.message) if part))}</li>" for failure in run.failures)
        yield f'<div class="failures"><h2>Could not be done</h2><ul>{lines}</ul></div>\n'
    yield '<div class="controls">\n'
    if len(run.files) > 1:
        options = "".join(f'<option value="{number}">{shown(file.path)} ({_open(file)})</option>' for number, file in enumerate(run.files))
        yield f'<label>File <select id="file">{options}</select></label>\n'
    rules = sorted({finding.rule for file in run.files for finding in file.findings})
    yield f'<label>Rule <select id="rule"><option value="">all</option>{"".join(f"<option>{shown(rule)}</option>" for rule in rules)}</select></label>\n'
    yield '<fieldset><legend class="quiet">Show</legend>\n'
    for severity in Severity:
        checked = " checked" if severity.rank <= style.show.rank else ""
        yield f'<label><input type="checkbox" name="severity" value="{severity}"{checked}> {severity}s ({run.count(severity)})</label>\n'
    checked = " checked" if style.show_suppressed else ""
    yield f'<label><input type="checkbox" id="silenced"{checked}> silenced ({run.suppressed})</label>\n</fieldset>\n</div>\n'
    tabs = "".join(f'<button type="button" role="tab" id="tab-{name}" data-tab="{name}" aria-selected="false">{label}</button>' for name, label in _TABS)
    yield f'<div role="tablist" aria-label="Parts of the report">{tabs}</div>\n</header>\n<main>\n'


def _open(file: FileReport) -> int:
    return sum(not finding.suppressed_by for finding in file.findings)


def _files(run: Report) -> Iterator[str]:
    number = 0
    for index, file in enumerate(run.files):
        entries = [_Entry(number + place, finding) for place, finding in enumerate(file.findings, 1)]
        number += len(entries)
        yield f'<div class="file" data-file="{index}">\n<h2 class="path">{shown(file.path)}</h2>\n'
        yield '<section class="panel" data-panel="article" aria-label="Article">\n'
        for document in file.documents:
            own = [entry for entry in entries if entry.finding.item == document.item and entry.finding.pointer == document.pointer]
            yield article(document, own)
        if not file.documents:
            yield '<p class="quiet">The text is withheld.</p>\n'
        yield "</section>\n"
        yield from _panel("fix", "To fix", [entry for entry in entries if not _is_question(entry.finding)])
        yield from _panel("ask", "To ask", [entry for entry in entries if _is_question(entry.finding)])
        yield '<section class="panel" data-panel="ledger" aria-label="Names and sources">\n'
        yield from map(ledger, file.documents)
        yield "</section>\n</div>\n"


def _is_question(finding: Finding) -> bool:
    """Whether somebody has to answer it, beside those who can mend it."""
    family = finding.rule.partition("/")[0]
    return family in _ASKED or (family == "names" and not finding.fixes)


def _panel(name: str, title: str, entries: Sequence[_Entry]) -> Iterator[str]:
    yield f'<section class="panel" data-panel="{name}" aria-label="{title}">\n<h3>{title}</h3>\n'
    numbers = {id(entry.finding): entry.number for entry in entries}
    yield '<ol class="findings">\n'
    for group in groups([entry.finding for entry in entries]):
        yield '<li class="group">\n'
        yield _card(_Entry(numbers[id(group.first)], group.first))
        if group.rest:
            yield f"<details><summary>and {len(group.rest)} more</summary>\n"
            yield from (_card(_Entry(numbers[id(finding)], finding)) for finding in group.rest)
            yield "</details>\n"
        yield "</li>\n"
    yield '</ol>\n<p class="none quiet">Nothing here.</p>\n'
    if name == "ask":
        yield from _queries(entries)
    yield "</section>\n"


def _card(entry: _Entry) -> str:
    number, finding = entry
    silenced = f'<p class="quiet">silenced by {shown(finding.suppressed_by)}</p>' if finding.suppressed_by else ""
    mark = " data-silenced" if finding.suppressed_by else ""
    text, start, end = finding.excerpt
    words = f"<blockquote>{shown(text[:start])}<b>{shown(text[start:end])}</b>{shown(text[end:])}</blockquote>" if text else ""
    fixes = "".join(f'<p class="mend">{shown(fix.description)} <span class="quiet">({shown(fix.safety)})</span></p>' for fix in finding.fixes)
    return (
        f'<div class="finding {finding.severity}" id="f{number}" tabindex="-1" data-number="{number}" data-rule="{shown(finding.rule)}" data-severity="{finding.severity}"'
        f' data-query="{shown(_query(finding))}"{mark}>{silenced}'
        f'<p class="where"><a href="#m{number}">¶{finding.paragraph}, line {finding.start.line}</a> <span class="severity">{finding.severity}</span>'
        f' <code>{shown(finding.rule)}</code></p><p class="message">{shown(finding.message)}</p>{words}{fixes}'
        f'<p class="quiet">to accept it: <code>copydesk ignore {shown(finding.fingerprint[:SHORT])} --reason …</code></p></div>\n'
    )


def _queries(entries: Sequence[_Entry]) -> Iterator[str]:
    """The questions as plain text, to be pasted into a mail."""
    lines = [f"{number}. {_query(entry.finding)}" for number, entry in enumerate((e for e in entries if not e.finding.suppressed_by), 1)]
    if lines:
        text = shown("\n".join(lines))
        yield '<div class="queries"><h3>Queries for the reporter</h3>\n'
        yield f'<textarea readonly rows="8" aria-label="Queries for the reporter">{text}</textarea>\n'
        yield '<p><button type="button" class="copy">Copy the queries</button> <span role="status"></span></p></div>\n'


def _query(finding: Finding) -> str:
    words = " ".join(finding.text.split())
    words = words if len(words) <= _LONGEST_QUERY else f"{words[:_LONGEST_QUERY]}…"
    return f"¶{finding.paragraph}: {finding.message}" + (f" [{words}]" if words and words not in finding.message else "")
