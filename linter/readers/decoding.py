"""From bytes to text: UTF-8, UTF-16 or UTF-32 with a byte order mark, or an encoding somebody named; nothing is guessed."""

import codecs
from typing import BinaryIO

MOST_BYTES = 8_000_000
"""Larger files are not read: that is a million words, no article is that long, and a run must stay bounded."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WINDOWS_MARKS = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97")


class ReadError(ValueError):
    """A file that cannot be read as an article; the message says why, and what to do."""


def load_bytes(path: str) -> bytes:
    """The content of a file, read no further than an article may go. Raises ReadError, OSError."""
    try:
        with open(path, "rb") as file:
            return bounded(file)
    except OSError as error:
        error.filename = path  # reading, unlike opening, does not tell it
        raise


def bounded(stream: BinaryIO) -> bytes:
    """All that a stream holds. Raises ReadError, without having read much more, where that is more than MOST_BYTES; OSError."""
    parts: list[bytes] = []
    size = 0
    while size <= MOST_BYTES:
        part = stream.read(MOST_BYTES + 1 - size)
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
    raise _too_large()


def _too_large() -> ReadError:
    return ReadError(f"larger than {MOST_BYTES:,} bytes: no article is that long")


def decode(data: bytes, encoding: str | None = None) -> str:
    """The text of a file, without its byte order mark. Raises ReadError."""
    if len(data) > MOST_BYTES:
        raise _too_large()
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], name, len(mark))
    if encoding is None and b"\0" in data:
        at = data.index(b"\0")
        message = f"looks binary: a zero byte at offset {at}"
        raise ReadError(message)
    return _decoded(data, encoding or "utf-8", 0)


def encode(text: str, like: bytes, encoding: str | None = None) -> bytes:
    """The bytes of a text, with the mark and in the encoding of the file that `like` holds. Raises ReadError for a letter it lacks."""
    mark, name = next(((mark, name) for mark, name in _MARKS if like.startswith(mark)), (b"", encoding or "utf-8"))
    try:
        return mark + text.encode(name)
    except UnicodeEncodeError as error:
        message = f"cannot be written as {name}, which has no “{text[error.start]}”"
        raise ReadError(message) from None


def _decoded(data: bytes, encoding: str, before: int) -> str:
    name = encoding.upper().removesuffix("-LE").removesuffix("-BE") if encoding.startswith("utf-") else encoding
    try:
        text = data.decode(encoding)
        if not encoding.startswith("utf-"):
            text.encode()  # some encodings can write half a character
    except LookupError:
        message = f"no encoding is called “{encoding}”"
        raise ReadError(message) from None
    except UnicodeDecodeError as error:
        message = f"not {name}: byte 0x{error.object[error.start]:02x} at offset {error.start + before}{_advice(data, error.start)}"
        raise ReadError(message) from None
    except UnicodeError as error:
        message = f"not {name}: {error}"
        raise ReadError(message) from None
    if "\0" in text:
        at = text.index("\0")
        message = f"looks binary: a zero character at offset {at}"
        raise ReadError(message)
    return text


def _advice(data: bytes, at: int) -> str:
    """What the text is likelier to be: Windows-1252 has its quote marks and dashes where UTF-8 has no letter."""
    near = data[max(0, at - 1) : at + 2]
    plain = all(byte >= 0x80 or 0x20 <= byte < 0x7F or byte in b"\t\r\n" for byte in near)
    if plain and (data[at] in _WINDOWS_MARKS or data[at] >= 0xA0):
        return "; looks like Windows-1252: --encoding cp1252"
    return ""
