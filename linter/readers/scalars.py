"""Values that a format spells with quotes, escapes and folded lines, laid upon the place where they are spelled."""

import re

from linter.model.document import Block
from linter.readers.prose import Prose

_BREAK = re.compile(r"[ \t]*\r?\n\s*")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[dD][89abAB][0-9A-Fa-f]{2}\\u[0-9A-Fa-f]{4}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_CONTINUED = re.compile(r"\\[ \t]*\r?\n\s*")
_SPECIAL = {
    "double": re.compile(r"\\|[ \t]*\r?\n"),
    "single": re.compile(r"''|[ \t]*\r?\n"),
    "plain": re.compile(r"[ \t]*\r?\n"),
}


def laid_out(role: str, value: str, source: str, start: int, end: int, spelling: str) -> Block | None:
    """The block of a value that `source[start:end]` spells, without its quotes; None for a value without text.

    `spelling` is `double` (escapes with a backslash), `single` (a quote is doubled) or `plain`; all may fold lines.
    Where the two do not agree the block knows only that the whole value stands there.
    """
    prose = Prose()
    if _lay(prose, value, source, start, end, spelling):
        return prose.block(role)
    whole, text = Prose(), value.strip()
    whole.add(text, start, end - (len(text) == end - start))
    return whole.block(role)


def _lay(prose: Prose, value: str, source: str, start: int, end: int, spelling: str) -> bool:
    """Appends the value piece by piece; False where the source spells something else."""
    at, read = start, 0
    special = _SPECIAL[spelling]
    while at < end:
        found = special.search(source, at, end)
        stop = found.start() if found else end
        if not value.startswith(source[at:stop], read):
            return not value[read:].strip() and not source[at:stop].strip()
        prose.add(source[at:stop], at, stop)
        read += stop - at
        if not found:
            break
        continued = _CONTINUED.match(source, stop, end)
        folded = _BREAK.match(source, stop, end)
        if continued:
            at = continued.end()
        elif folded:
            prose.blank()
            at = folded.end()
            while read < len(value) and value[read].isspace():
                read += 1
        else:
            escape = _ESCAPE.match(source, stop, end)
            at = escape.end() if escape else stop + 2
            prose.add(value[read : read + 1], stop, at)
            read += 1
    return not value[read:].strip()
