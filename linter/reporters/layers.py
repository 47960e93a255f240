"""What the linter sees in a document, for `inspect`: the layers as plain data, and as text and CSV made from it."""

from collections.abc import Callable
from typing import Any

from linter.analysis import Analysis
from linter.analysis.names import Form
from linter.model.span import Place, Span

LAYERS = ("blocks", "sentences", "quotes", "names", "attributions", "readability")


def layers(analysis: Analysis, wanted: tuple[str, ...] = LAYERS) -> dict[str, Any]:
    """Version 1 of the contract's `inspect` document; spans are code points of the source."""
    document: dict[str, Any] = {"version": 1, "path": analysis.document.path, "genre": analysis.structure.genre}
    for layer in LAYERS:
        document[layer] = _LAYERS[layer](analysis) if layer in wanted else _EMPTY.get(layer, [])
    return document


def _span(analysis: Analysis, place: Place) -> list[int]:
    span: Span = analysis.blocks[place.block].span(place.start, place.end)
    return [span.start, span.end]


def _blocks(analysis: Analysis) -> list[dict[str, Any]]:
    found = []
    for block, role, form in zip(analysis.blocks, analysis.structure.roles, analysis.structure.forms, strict=True):
        span = block.span(0, len(block.text))
        found.append({"role": role, "form": form, "start": span.start, "end": span.end})
    return found


def _sentences(analysis: Analysis) -> list[dict[str, Any]]:
    attributed = {line.told.place for lines in analysis.lines for line in lines if line.attributed}
    found = []
    for sentences in analysis.sentences:
        for place in sentences:
            start, end = _span(analysis, place)
            found.append({"start": start, "end": end, "attributed": place in attributed})
    return found


def _quotes(analysis: Analysis) -> list[dict[str, Any]]:
    speakers = _speakers(analysis)
    return [
        {
            "spans": [_span(analysis, place) for place in quotation.places],
            "closed": quotation.closed,
            "speaker": next((speakers[place] for place in quotation.places if place in speakers), None),
        }
        for quotation in analysis.quotations
    ]


def _speakers(analysis: Analysis) -> dict[Place, str]:
    """For each place of a quotation the name of the source whose word it is."""
    speakers: dict[Place, str] = {}
    for said in analysis.attributions.attributions:
        for content in said.content if said.source_name else ():
            for start, end in analysis.quoted_in(content):
                speakers.setdefault(Place(content.block, start, end), said.source_name or "")
    return speakers


def _names(analysis: Analysis) -> list[dict[str, Any]]:
    return [{"canonical": name.canonical, "forms": [_form(analysis, form) for form in name.forms]} for name in analysis.names]


def _form(analysis: Analysis, form: Form) -> dict[str, Any]:
    return {"text": form.text, "count": len(form.places), "spans": [_span(analysis, place) for place in form.places], "variant": form.variant}


def _attributions(analysis: Analysis) -> list[dict[str, Any]]:
    return [
        {
            "source": _span(analysis, found.source) if found.source else None,
            "source_name": found.source_name,
            "cue": _span(analysis, found.cue) if found.cue else None,
            "content": [_span(analysis, place) for place in found.content],
            "vague": found.vague,
            "via": found.via,
        }
        for found in analysis.attributions.attributions
    ]


def _readability(analysis: Analysis) -> dict[str, Any] | None:
    return {part: found._asdict() for part, found in analysis.readability.items()} or None


_LAYERS: dict[str, Callable[[Analysis], Any]] = {
    "blocks": _blocks,
    "sentences": _sentences,
    "quotes": _quotes,
    "names": _names,
    "attributions": _attributions,
    "readability": _readability,
}
_EMPTY: dict[str, Any] = {"readability": None}
