"""The public names of copydesk; each is imported when it is first used, so that starting stays cheap."""

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Document", "Finding", "Location", "Rule", "Severity", "Span", "lint"]

if TYPE_CHECKING:
    from linter.engine import lint
    from linter.model.document import Document
    from linter.model.finding import Finding
    from linter.model.rule import Rule, Severity
    from linter.model.span import Location, Span

_HOMES = {
    "Document": "linter.model.document",
    "Finding": "linter.model.finding",
    "Location": "linter.model.span",
    "Rule": "linter.model.rule",
    "Severity": "linter.model.rule",
    "Span": "linter.model.span",
    "lint": "linter.engine",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module 'linter' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
