"""How findings are told: every format by its name. A new format is a module with a `report`, and one line here."""

from collections.abc import Callable

from linter.model.finding import Report
from linter.reporters import json, text
from linter.reporters.style import Style

REPORTERS: dict[str, Callable[[Report, Style], str]] = {
    "json": json.report,
    "text": text.report,
}
