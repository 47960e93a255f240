"""From matches to findings: places in the source, words for a person, one finding for one fault."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from linter.analysis import Analysis
from linter.digest import digest
from linter.model.document import OPAQUE, Document
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
_LINE_END = re.compile(r"[ \t]{0,20}(?:\r?\n){1,2}")


class Drafts:
    """The findings of one document in the making: they come in by rule, and go out settled and in order."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self.found: list[tuple[Rule, Match, Severity]] = []
        self._shared: dict[int, tuple[Related, ...]] = {}
        self._edges: dict[int, tuple[int, int]] = {}

    def add(self, rule: Rule, matches: Iterable[Match]) -> None:
        """Takes a rule's matches; those of a kind that is off are left out."""
        for match in matches:
            severity = _severity(rule, match)
            if severity is not None:
                self.found.append((rule, match, severity))

    def settled(self) -> list[Finding]:
        """One finding for one fault, by position, then rule, end and message."""
        paragraphs = self.document.paragraphs
        drafts = [(self._finding(rule, match, severity, paragraphs), match.place) for rule, match, severity in self._winners()]
        drafts.sort(key=lambda draft: (draft[0].span.start, draft[0].rule, draft[0].span.end, draft[0].message))
        return self._fingerprinted(drafts)

    def _winners(self) -> list[tuple[Rule, Match, Severity]]:
        """Of two rules at one place the one that goes first; whole sentences and blocks stand beside what they hold."""
        numbers: dict[str, int] = {}
        owners: dict[int, array[int]] = {}  # for each character of a block the number of the rule that has it, or 0
        kept = []
        for rule, match, severity in sorted(self.found, key=_precedence):
            block, start, end = place = match.place
            if not self._is_whole(place):
                number = numbers.setdefault(rule.id, len(numbers) + 1)
                if block not in owners:
                    owners[block] = array("I", [0]) * len(self.analysis.blocks[block].text)
                if set(owners[block][start:end]) - {0, number}:
                    continue
                owners[block][start:end] = array("I", (number,)) * (end - start)
            kept.append((rule, match, severity))
        return kept

    def _is_whole(self, place: Place) -> bool:
        if place.block not in self._edges:
            text = self.analysis.blocks[place.block].text
            self._edges[place.block] = (len(text) - len(text.lstrip()), len(text.rstrip()))
        first, last = self._edges[place.block]
        if place.start <= first and last <= place.end:
            return True
        sentence = self.analysis.sentence_at(place)
        return place.start <= sentence.start and sentence.end <= place.end

    def _finding(self, rule: Rule, match: Match, severity: Severity, paragraphs: Sequence[int]) -> Finding:
        document = self.document
        place = match.place
        span = document.blocks[place.block].span(place.start, place.end)
        fills = {"text": self._prose(place), "kind": match.kind or ""} | {name: _shown(value) for name, value in match.fills.items()}
        edits = match.edits
        if rule.fix and not edits and (rule.fix.replace or not rule.id.startswith("placeholders/") or self._is_whole(place)):
            text = document.blocks[place.block].text[place.start : place.end]
            edits = (Edit(place, _filled(rule.fix.replace, {"text": text, **match.fills})),)
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
            excerpt=excerpt(document, span),
            fingerprint="",
            fixes=self._fixes(rule, edits),
            related=self._related(match.related),
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
        return (SourceFix(description, safety, tuple(self._source_edit(edit) for edit in edits)),)

    def _source_edit(self, edit: Edit) -> SourceEdit:
        """An edit in the source; what is deleted takes with it the blank, or the lines, that would be left over."""
        span = self.document.blocks[edit.place.block].span(edit.place.start, edit.place.end)
        return SourceEdit(span if edit.replacement else _with_gap(self.document.source, span), edit.replacement)

    def _related(self, places: tuple[tuple[Place, str], ...]) -> tuple[Related, ...]:
        """The places that a match speaks of in the source; what many matches share is built once and stays shared."""
        if id(places) not in self._shared:
            self._shared[id(places)] = tuple(self._other(place, message) for place, message in places)
        return self._shared[id(places)]

    def _other(self, place: Place, message: str) -> Related:
        span = self.document.blocks[place.block].span(place.start, place.end)
        return Related(self.document.path, span, self.document.locate(span.start), self.document.locate(span.end), message)

    def _fingerprinted(self, drafts: Iterable[tuple[Finding, Place]]) -> list[Finding]:
        """Each with its fingerprint: article, rule, kind, text and near words as a person reads them, counted.

        Neither edits elsewhere nor other quote marks, spaces or markup change it.
        """
        seen: Counter[tuple[str, ...]] = Counter()
        old_ids = {rule.id: rule.replaces for rule, _, _ in self.found}
        marked = []
        for finding, (block, start, end) in drafts:
            prose = self.analysis.folded[block]
            near = (*prose[max(0, start - _NEAR) : start].split()[-3:], "|", *prose[end : end + _NEAR].split()[:3])
            article = (finding.item or "", finding.pointer or "")
            words = (finding.kind or "", " ".join(prose[start:end].split()), " ".join(near))
            seen[*article, finding.rule, *words] += 1
            count = str(seen[*article, finding.rule, *words])
            now, *before = (digest(*article, name, *words, count)[:16] for name in (finding.rule, *old_ids[finding.rule]))
            marked.append(finding._replace(fingerprint=now, formerly=tuple(before)))
        return marked


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


def excerpt(document: Document, span: Span) -> Excerpt:
    """The line of a span, cut to what stands near it."""
    line = document.line_span(span.start)
    start = max(line.start, span.start - _AROUND)
    end = min(line.end, max(span.start, min(span.end, span.start + _AROUND)) + _AROUND)
    return Excerpt(document.source[start:end], span.start - start, min(span.end, end) - start)


def _message(rule: Rule, match: Match) -> str:
    for key in (f"{match.kind}.{match.variant}", match.variant, match.kind, "default"):
        if key is not None and key in rule.message:
            return rule.message[key]
    return next(iter(rule.message.values()))


def _with_gap(source: str, span: Span) -> Span:
    """A deleted span and the gap it leaves: one of two blanks; of whole lines the line ends, and one of two empty lines."""
    lines = _LINE_END.match(source, span.end)
    if lines and (span.start == 0 or source[span.start - 1] == "\n"):
        return Span(span.start, lines.end())
    after = source[span.end : span.end + 1]
    if after == " " and (span.start == 0 or source[span.start - 1] == "\n"):
        return Span(span.start, span.end + 1)
    if span.start and source[span.start - 1] == " " and (not after or after in " .,;:!?)\r\n"):
        return Span(span.start - 1, span.end)
    return span


def _filled(template: str, fills: dict[str, str]) -> str:
    return _FILL.sub(lambda fill: fills.get(fill.group(1), fill.group()), template)


def _shown(text: str) -> str:
    text = _BLANKS.sub(" ", text.replace(OPAQUE, "…")).strip() if text.strip() else text
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
