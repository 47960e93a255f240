"""The format `markdown`: a comment on a pull request, or the summary of a step; nothing of the copy is read as markup."""

import re
from collections.abc import Iterator

from linter.model.finding import Report
from linter.reporters.choice import Group, groups, shown
from linter.reporters.escape import printable
from linter.reporters.style import Style
from linter.reporters.summary import amount, counts

LONGEST = 60_000
"""A comment on GitHub holds 65,536 characters."""

_MARKUP = re.compile(r"[\\`*_\[\]#|~<>&@$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_MOST_LINES = 8


def report(run: Report, style: Style) -> str:
    """A heading with the counts, and a table a file; what is too long for a comment is left out, and said."""
    parts = [f"### copydesk: {escaped(counts(run))}\n"]
    if run.suppressed:
        parts.append(f"\n{amount(run.suppressed, 'finding')} silenced.\n")
    if run.failures:
        parts.append("\n**Could not be done:**\n\n")
        parts += [f"- {escaped(': '.join(part for part in (failure.path, failure.message) if part))}\n" for failure in run.failures]
    return _fitted(parts, list(_tables(run, style)))


def _tables(run: Report, style: Style) -> Iterator[str]:
    for file in run.files:
        found = shown(file, style)
        if found:
            rows = "".join(_row(group, style) for group in sorted(groups(found), key=lambda group: group.rank))
            yield f"\n**{escaped(file.path)}**\n\n| line | | what | rule |\n| ---: | --- | --- | --- |\n{rows}"


def _row(group: Group, style: Style) -> str:
    first = group.first
    lines = list(dict.fromkeys(finding.start.line for finding in group.rest if finding.start.line != first.start.line))
    also = f" Also {amount(len(group.rest), 'more').removesuffix('s')}: line {', '.join(map(str, lines[:_MOST_LINES]))}" if lines else ""
    also += "…" if len(lines) > _MOST_LINES else "." if lines else ""
    silenced = f" (silenced by {escaped(first.suppressed_by)})" if first.suppressed_by and style.show_suppressed else ""
    return f"| {first.start.line} | {first.severity} | {escaped(first.message)}{also}{silenced} | {escaped(first.rule)} |\n"


def _fitted(parts: list[str], tables: list[str]) -> str:
    room = LONGEST - sum(map(len, parts))
    kept = 0
    for table in tables:
        room -= len(table)
        if room < 0:
            break
        parts.append(table)
        kept += 1
    if kept < len(tables):
        parts.append(f"\n{amount(len(tables) - kept, 'more file')} with findings; the log has them all.\n")
    return "".join(parts)


def escaped(text: str) -> str:
    """`text` so that Markdown shows it as it is: no markup, no link, nobody is mentioned."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign.group())};", printable(text))
