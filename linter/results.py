"""Keeps what was found in a file for runs to come: places, hashes and words of our own; what is copy is kept as its place in the text."""

import os
import re
import sys
import time
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import suppress
from json import dumps, loads
from typing import Any

from linter import __version__
from linter.cache import user_folder
from linter.config import Config
from linter.digest import digest
from linter.findings import excerpt
from linter.model.document import Document
from linter.model.finding import FileReport, Finding, Outcome, Related, SourceEdit, SourceFix, Unused
from linter.model.rule import Severity
from linter.model.span import Span
from linter.resources import rules_folder

FORMAT = 1
"""Raised whenever what is stored changes."""

_DAY = 24 * 60 * 60
_KEPT = 30 * _DAY
"""What no run has asked for in so many seconds is thrown away."""

_TOKEN = re.compile(r"\w+|\W+")
_WORD = re.compile(r"\w+")
_SEAL = 32


class Results:
    """The results of earlier runs, in a folder. Whatever is wrong with it costs time and nothing else."""

    def __init__(self, folder: str, options: object) -> None:
        """`options` are those of the run that change findings."""
        self.folder = folder
        self._base = digest(f"results {FORMAT} {__version__} {sys.version}", _program(), repr(options), os.getcwd())

    def key(self, data: bytes, path: str, chosen: str) -> str:
        """What the result for a file goes by; `chosen` is the digest of the configuration that holds for it."""
        return digest(self._base, chosen, path, data)

    def read(self, key: str, text: str, path: str, configuration: str | None) -> Outcome | None:
        """What an earlier run found in a file; None where that is not known, or what is stored was damaged."""
        file = self._file(key)
        try:
            with open(file, "rb") as stored:
                data = stored.read()
                age = time.time() - os.fstat(stored.fileno()).st_mtime
        except OSError:
            return None
        payload = data[_SEAL:]
        if data[:_SEAL] != digest(key, payload).encode():
            return None
        if age > _DAY:
            with suppress(OSError):
                os.utime(file)
        return _outcome(loads(payload), Document(path, text, ()), configuration)

    def write(self, key: str, outcome: Outcome, documents: Sequence[Document]) -> None:
        """Stores what was found in a file, whole or not at all; what could not be told again word for word, or failed, is not stored."""
        if outcome.report is None or outcome.failures or not documents:
            return
        whole = documents[0]
        words = _Words(whole.source)
        payload = dumps(_plain(outcome, words), separators=(",", ":")).encode()
        configuration = next((file for file, _, _ in outcome.rulesets), None)
        again = _outcome(loads(payload), Document(whole.path, whole.source, ()), configuration)
        if again == outcome and not any(words.lacked(block.text) for document in documents for block in document.blocks):
            self._put(key, digest(key, payload).encode() + payload)

    def sweep(self) -> None:
        """Throws away, once a day, what no run has asked for in a long time, and what an interrupted one left."""
        mark, now = os.path.join(self.folder, "swept"), time.time()
        with suppress(OSError):
            if os.path.exists(mark) and now - os.stat(mark).st_mtime < _DAY:
                return
            os.makedirs(self.folder, 0o700, exist_ok=True)
            with open(mark, "wb"):
                os.utime(mark)
            for place, _, names in os.walk(self.folder):
                for name in names:
                    file = os.path.join(place, name)
                    if now - os.stat(file).st_mtime > _KEPT:
                        os.unlink(file)

    def _file(self, key: str) -> str:
        return os.path.join(self.folder, key[:2], f"{key[2:]}.json")

    def _put(self, key: str, data: bytes) -> None:
        file = self._file(key)
        beside = f"{file}.{os.getpid()}.tmp"
        with suppress(OSError):
            os.makedirs(os.path.dirname(file), 0o700, exist_ok=True)
            try:
                with open(beside, "xb", opener=_private) as stored:
                    stored.write(data)
                os.replace(beside, file)
            except BaseException:
                with suppress(OSError):
                    os.unlink(beside)
                raise


def opened(options: object) -> Results | None:
    """The results of this user's earlier runs that were asked for the same; None where there is no place for them."""
    folder = user_folder("results")
    if folder is None:
        return None
    results = Results(str(folder), options)
    results.sweep()
    return results


def of_configuration(config: Config, rules: object, today: str) -> str:
    """The digest of a configuration, and of rules that do not belong to this program; of the day, if entries end on one."""
    return digest(repr(config), repr(rules), today if any(entry.until for entry in config.ignores) else "")


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _program() -> str:
    """The digest of this program: its code, its rules and words, the names and versions of what is installed beside it."""
    files = sorted({*_below(os.path.dirname(__file__)), *_below(str(rules_folder()))})
    parts: list[str | bytes] = []
    for file in files:
        with open(file, "rb") as opened:
            parts += [os.path.basename(file), opened.read()]
    beside = (sorted(os.listdir(place)) for place in sys.path if place.endswith("-packages") and os.path.isdir(place))
    return digest(*parts, *(name for names in beside for name in names if name.endswith(".dist-info")))


def _below(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in ("__pycache__", "compiled")]
        yield from (os.path.join(place, name) for name in names)


class _Words:
    """The words of a text by their places, to store what is said without them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._first: dict[str, int] = {}
        self._sorted: list[str] = []
        self._left: set[str] = set()

    def hidden(self, said: str | None) -> list[str | int] | None:
        """What is said, in pieces: beginnings and ends of stretches of the text, and between them what does not stand in it."""
        if said is None:
            return None
        pieces: list[str | int] = []
        for token in _TOKEN.findall(said):
            last = pieces[-1] if pieces else ""
            if isinstance(last, int) and self._text.startswith(token, last):
                pieces[-1] = last + len(token)
            elif (at := self._place(token)) is not None:
                pieces += [at, at + len(token)]
            elif isinstance(last, str) and pieces:
                pieces[-1] = last + token
            else:
                pieces.append(token)
        return pieces

    def lacked(self, prose: str) -> bool:
        """Whether a word that was said stands in this prose, but not so in the text: markup or an entity parts it there."""
        return bool(self._left) and not self._left.isdisjoint(_WORD.findall(prose))

    def _place(self, token: str) -> int | None:
        """Where a word stands in the text, or one that begins so: what is quoted may be cut."""
        if not self._sorted:
            for word in _WORD.finditer(self._text):
                self._first.setdefault(word.group(), word.start())
            self._sorted = sorted(self._first)
        at = bisect_left(self._sorted, token)
        if not token[0].isalnum():
            return None
        if at < len(self._sorted) and self._sorted[at].startswith(token):
            return self._first[self._sorted[at]]
        self._left.add(token)
        return None


def _said(pieces: list[str | int] | None, text: str) -> Any:
    """What was hidden."""
    if pieces is None:
        return None
    whole, rest = [], iter(pieces)
    for piece in rest:
        whole.append(piece if isinstance(piece, str) else text[piece : int(next(rest))])
    return "".join(whole)


def _plain(outcome: Outcome, words: _Words) -> list[Any]:
    """An outcome as JSON can hold it. Related places that many findings share are stored once."""
    assert outcome.report
    path = outcome.report.path
    shared = {id(finding.related): finding.related for finding in outcome.report.findings}
    numbers = {key: number for number, key in enumerate(shared)}
    return [
        [[[other.span.start, other.span.end, words.hidden(other.message)] for other in related] for related in shared.values()],
        [_plain_finding(finding, numbers[id(finding.related)], words) for finding in outcome.report.findings],
        [notice.removeprefix(path) for notice in outcome.notices],
        [[idle.line, idle.message] for idle in outcome.idle],
        [[holds, foreign] for _, holds, foreign in outcome.rulesets],
    ]


def _plain_finding(finding: Finding, related: int, words: _Words) -> list[Any]:
    fixes = [
        [words.hidden(fix.description), fix.safety, [[edit.span.start, edit.span.end, words.hidden(edit.replacement)] for edit in fix.edits]]
        for fix in finding.fixes
    ]
    told = (finding.message, finding.item, finding.pointer, finding.location, finding.suppressed_by)
    ours = (finding.rule, finding.kind, finding.severity.value, finding.fingerprint, finding.source_rule, finding.formerly)
    return [finding.span.start, finding.span.end, finding.paragraph, [words.hidden(text) for text in told], ours, fixes, related]


def _outcome(plain: list[Any], document: Document, configuration: str | None) -> Outcome:
    """The outcome that was stored for a text, whose words are in the document."""
    shared, findings, notices, idle, rulesets = plain
    path = document.path
    related = [tuple(_related(other, document) for other in others) for others in shared]
    return Outcome(
        FileReport(path, tuple(_finding(finding, related, document) for finding in findings)),
        (),
        tuple(path + notice for notice in notices),
        tuple(Unused(path, line, message) for line, message in idle),
        tuple((configuration, tuple(holds), foreign) for holds, foreign in rulesets),
    )


def _related(plain: list[Any], document: Document) -> Related:
    start, end, message = plain
    return Related(document.path, Span(start, end), document.locate(start), document.locate(end), _said(message, document.source))


def _finding(plain: list[Any], related: list[tuple[Related, ...]], document: Document) -> Finding:
    start, end, paragraph, told, ours, fixes, number = plain
    source = document.source
    span = Span(start, end)
    message, item, pointer, location, suppressed_by = (_said(text, source) for text in told)
    rule, kind, severity, fingerprint, source_rule, formerly = ours
    return Finding(
        rule=rule,
        kind=kind,
        severity=Severity(severity),
        message=message,
        path=document.path,
        span=span,
        start=document.locate(start),
        end=document.locate(end),
        text=source[start:end],
        paragraph=paragraph,
        excerpt=excerpt(document, span),
        fingerprint=fingerprint,
        fixes=tuple(_fix(fix, source) for fix in fixes),
        related=related[number],
        item=item,
        pointer=pointer,
        location=location,
        source_rule=source_rule,
        suppressed_by=suppressed_by,
        formerly=tuple(formerly),
    )


def _fix(plain: list[Any], source: str) -> SourceFix:
    description, safety, edits = plain
    return SourceFix(_said(description, source), safety, tuple(SourceEdit(Span(start, end), _said(text, source)) for start, end, text in edits))
