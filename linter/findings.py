"""From matches to findings: places in the source, words for a person, one finding for one fault."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from linter.analysis import Analysis
from linter.digest import digest
from linter.model.document import Document
from linter.model.finding import Excerpt, Finding, Related, SourceEdit, SourceFix
from linter.model.rule import FAMILIES, Edit, Match, Rule, Severity
from linter.model.span import Place, Span

LONGEST_QUOTE = 80
"""So many characters of the copy at most stand in a message."""

_FAMILIES = {family: rank for rank, family in enumerate(FAMILIES)}
_NEAR = 40
_AROUND = 120
_BLANKS = re.compile(r"\s+")
_FILL = re.compile(r"\{(\w+)\}")


class Drafts:
    """The findings of one document in the making: they come in by rule, and go out settled and in order."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.found: list[tuple[Rule, Match, Severity]] = []

    def add(self, rule: Rule, matches: Iterable[Match]) -> None:
        """Takes a rule's matches; those of a kind that is off are left out."""
        for match in matches:
            severity = _severity(rule, match)
            if severity is not None:
                self.found.append((rule, match, severity))

    def settled(self) -> list[Finding]:
        """One finding for one fault, by position, then rule, end and message."""
        paragraphs = _paragraphs(self.document)
        findings = [self._finding(rule, match, severity, paragraphs) for rule, match, severity in self._winners()]
        findings.sort(key=lambda f: (f.span.start, f.rule, f.span.end, f.message))
        return _fingerprinted(findings, self._near)

    def _winners(self) -> list[tuple[Rule, Match, Severity]]:
        """Of two rules at one place the one that goes first; whole sentences and blocks stand beside what they hold."""
        owners: dict[tuple[int, int], str] = {}
        kept = []
        for rule, match, severity in sorted(self.found, key=_precedence):
            place = match.place
            if not self._is_whole(place):
                cells = [(place.block, offset) for offset in range(place.start, place.end)]
                if any(owners.get(cell, rule.id) != rule.id for cell in cells):
                    continue
                owners.update(dict.fromkeys(cells, rule.id))
            kept.append((rule, match, severity))
        return kept

    def _is_whole(self, place: Place) -> bool:
        text = self.analysis.blocks[place.block].text
        if not text[: place.start].strip() and not text[place.end :].strip():
            return True
        sentence = self.analysis.sentence_at(place)
        return place.start <= sentence.start and sentence.end <= place.end

    def _finding(self, rule: Rule, match: Match, severity: Severity, paragraphs: Sequence[int]) -> Finding:
        document = self.document
        place = match.place
        span = document.blocks[place.block].span(place.start, place.end)
        fills = {"text": self._prose(place), "kind": match.kind or ""} | {name: _shown(value) for name, value in match.fills.items()}
        edits = match.edits
        if rule.fix and not edits:
            edits = (Edit(place, _filled(rule.fix.replace, {"text": fills["text"], **match.fills})),)
        if edits:
            fills.setdefault("replacement", _shown(edits[0].replacement))
        return Finding(
            rule=rule.id,
            kind=match.kind,
            severity=severity,
            message=_filled(_message(rule, match), fills),
            path=document.path,
            span=span,
            start=document.locate(span.start),
            end=document.locate(span.end),
            text=document.source[span.start : span.end],
            paragraph=paragraphs[place.block],
            excerpt=_excerpt(document, span),
            fingerprint="",
            fixes=self._fixes(rule, edits),
            related=tuple(self._related(other, message) for other, message in match.related),
            item=document.item,
            pointer=document.pointer,
        )

    def _prose(self, place: Place) -> str:
        return _shown(self.document.blocks[place.block].text[place.start : place.end])

    def _fixes(self, rule: Rule, edits: Sequence[Edit]) -> tuple[SourceFix, ...]:
        blocks = self.document.blocks
        if not edits or not all(blocks[place.block].editable(place.start, place.end) for place, _ in edits):
            return ()
        safety = rule.fix.safety if rule.fix else "unsafe"
        replacement = _shown(edits[0].replacement)
        description = f"Replace with “{replacement}”" if replacement.strip() else "Delete"
        return (SourceFix(description, safety, tuple(SourceEdit(blocks[p.block].span(p.start, p.end), new) for p, new in edits)),)

    def _related(self, place: Place, message: str) -> Related:
        span = self.document.blocks[place.block].span(place.start, place.end)
        return Related(self.document.path, span, self.document.locate(span.start), self.document.locate(span.end), message)

    def _near(self, finding: Finding) -> str:
        source = self.document.source
        before = source[max(0, finding.span.start - _NEAR) : finding.span.start].split()[-3:]
        after = source[finding.span.end : finding.span.end + _NEAR].split()[:3]
        return " ".join((*before, "|", *after))


def _severity(rule: Rule, match: Match) -> Severity | None:
    """The severity of a match's kind, or of this variant of it; None where the kind is off."""
    severity = rule.kinds.get(match.kind, rule.severity) if match.kind else rule.severity
    return severity and rule.kinds.get(f"{match.kind}.{match.variant}", severity)


def _precedence(found: tuple[Rule, Match, Severity]) -> tuple[int, int, int, str, Place]:
    rule, match, severity = found
    if rule.check == "languagetool":
        family = len(_FAMILIES) + 1
    else:
        family = _FAMILIES.get(rule.id.partition("/")[0], len(_FAMILIES))
    return (family, severity.rank, match.place.start - match.place.end, rule.id, match.place)


def _paragraphs(document: Document) -> list[int]:
    """For each block its number, counting from 1 the blocks that hold text."""
    numbers, count = [], 0
    for block in document.blocks:
        count += bool(block.text.strip())
        numbers.append(max(count, 1))
    return numbers


def _excerpt(document: Document, span: Span) -> Excerpt:
    line = document.line_span(span.start)
    start = max(line.start, span.start - _AROUND)
    end = min(line.end, max(span.start, min(span.end, span.start + _AROUND)) + _AROUND)
    return Excerpt(document.source[start:end], span.start - start, min(span.end, end) - start)


def _message(rule: Rule, match: Match) -> str:
    for key in (f"{match.kind}.{match.variant}", match.variant, match.kind, "default"):
        if key is not None and key in rule.message:
            return rule.message[key]
    return next(iter(rule.message.values()))


def _filled(template: str, fills: dict[str, str]) -> str:
    return _FILL.sub(lambda fill: fills.get(fill.group(1), fill.group()), template)


def _shown(text: str) -> str:
    text = _BLANKS.sub(" ", text).strip() if text.strip() else text
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"


def _fingerprinted(findings: list[Finding], near: Callable[[Finding], str]) -> list[Finding]:
    """Each with its fingerprint: rule, kind, text and near words, counted; stable under edits elsewhere."""
    seen: Counter[tuple[str, ...]] = Counter()
    marked = []
    for finding in findings:
        identity = (finding.item or "", finding.rule, finding.kind or "", _BLANKS.sub(" ", finding.text), near(finding))
        seen[identity] += 1
        marked.append(finding._replace(fingerprint=digest(*identity, str(seen[identity]))[:16]))
    return marked
