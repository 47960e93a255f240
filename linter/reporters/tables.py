"""The layers as tables: one row a thing seen, for a person as text or for a spreadsheet as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from linter.model.document import Document
from linter.reporters import attribution_map
from linter.reporters.escape import printable

Row = tuple[str, ...]
Table = tuple[Row, list[Row]]

_WIDEST = 72


def table(document: Document, seen: dict[str, Any], layer: str) -> Table:
    """The header and the rows of one layer of an `inspect` document."""
    items = seen[layer]
    rows: list[Row]
    if layer == "blocks":
        numbers = document.paragraphs
        rows = [
            (f"¶{number}", _lines(document, [(b["start"], b["end"])]), b["role"], b["form"] or "", _text(document, b["start"], b["end"]))
            for number, b in zip(numbers, items, strict=True)
        ]
        return ("paragraph", "line", "role", "form", "text"), rows
    if layer == "sentences":
        rows = [(_lines(document, [(s["start"], s["end"])]), "yes" if s["attributed"] else "no", _text(document, s["start"], s["end"])) for s in items]
        return ("line", "attributed", "text"), rows
    if layer == "quotes":
        rows = [(_lines(document, q["spans"]), "closed" if q["closed"] else "open", q["speaker"] or "?", _text(document, *q["spans"][0])) for q in items]
        return ("lines", "end", "speaker", "text"), rows
    if layer == "names":
        return ("name", "form", "count", "lines", "note"), list(_names(document, items))
    if layer == "attributions":
        return ("paragraph", "line", "source", "cue", "content"), list(_attributions(document, seen))
    parts = items or {}
    metrics = dict.fromkeys(metric for found in parts.values() for metric in found)
    return ("metric", *parts), [(metric.replace("_", " "), *(f"{found[metric]:g}" for found in parts.values())) for metric in metrics]


def register(document: Document, names: list[dict[str, Any]]) -> Table:
    """The names as a start for a register of the house: its columns, one row a name, and after them what the document has."""
    rows: list[Row] = []
    for name in names:
        forms = name["forms"]
        variants = "|".join(form["text"] for form in forms if form["variant"])
        others = "|".join(form["text"] for form in forms if not form["variant"])
        spans = sorted(span for form in forms for span in form["spans"])
        rows.append((name["canonical"], variants, "", "", "", "", others, str(len(spans)), _lines(document, spans)))
    return ("canonical", "variants", "not", "note", "source", "checked", "forms", "count", "lines"), rows


def as_csv(tables: Iterable[Table]) -> str:
    """Tables as CSV, each with its header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for header, rows in tables:
        writer.writerow(header)
        writer.writerows([_inert(cell) for cell in row] for row in rows)
    return out.getvalue()


def as_text(title: str, content: Table) -> str:
    """A table with aligned columns under a title; long texts are cut."""
    header, rows = content
    cut = [tuple(cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1] + "…" for cell in map(printable, row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(header, *cut, strict=True)]
    lines = [f"{title} ({len(rows)})"]
    lines += ["  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in (header, *cut)]
    return "\n".join(lines) + "\n"


def _inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and no terminal for orders."""
    cell = printable(cell)
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _names(document: Document, items: list[dict[str, Any]]) -> Iterator[Row]:
    """Each form; the name stands once, before its first."""
    for name in items:
        for number, form in enumerate(name["forms"]):
            note = "spelt otherwise elsewhere" if form["variant"] else ""
            yield ("" if number else name["canonical"], form["text"], str(form["count"]), _lines(document, form["spans"]), note)


def _attributions(document: Document, seen: dict[str, Any]) -> Iterator[Row]:
    """One row a source of a paragraph, “nobody” for a paragraph without one; the totals come last."""
    found = attribution_map.paragraphs(seen, document.paragraphs)
    for paragraph in found:
        where = (f"¶{paragraph.number}", _lines(document, [(paragraph.start, paragraph.end)]))
        for item in paragraph.said:
            cue = _text(document, *item["cue"]) if item["cue"] else ""
            here = [span for span in item["content"] if paragraph.start <= span[0] < paragraph.end] or item["content"]
            yield (*where, attribution_map.source_of(item), cue, _text(document, *here[0]) if here else "")
        if not paragraph.said:
            yield (*where, "nobody", "", _text(document, paragraph.start, paragraph.end))
    yield ("all", "", attribution_map.totals(found), "", "")


def _lines(document: Document, spans: Iterable[Any]) -> str:
    return " ".join(dict.fromkeys(str(document.locate(start).line) for start, _ in spans))


def _text(document: Document, start: int, end: int) -> str:
    return " ".join(document.source[start:end].split())
