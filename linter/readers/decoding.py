"""From bytes to text: UTF-8, UTF-16 with a byte order mark, or an encoding somebody named; nothing is guessed."""

import codecs

MOST_BYTES = 20_000_000
"""Larger files are not read: no article is that long, and a run must stay bounded."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WINDOWS_MARKS = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97")


class ReadError(ValueError):
    """A file that cannot be read as an article; the message says why, and what to do."""


def too_large(size: int) -> ReadError | None:
    """The error for a file of so many bytes, or None where it may be read."""
    return ReadError(f"the file has {size:,} bytes; articles of up to {MOST_BYTES:,} bytes are read") if size > MOST_BYTES else None


def decode(data: bytes, encoding: str | None = None) -> str:
    """The text of a file, without its byte order mark. Raises ReadError."""
    large = too_large(len(data))
    if large:
        raise large
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
    try:
        return data.decode(encoding)
    except LookupError:
        message = f"no encoding is called “{encoding}”"
        raise ReadError(message) from None
    except UnicodeDecodeError as error:
        name = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}.get(encoding, encoding)
        message = f"not {name}: byte 0x{error.object[error.start]:02x} at offset {error.start + before}{_advice(data, error.start)}"
        raise ReadError(message) from None


def _advice(data: bytes, at: int) -> str:
    """What the text is likelier to be: Windows-1252 has its quote marks and dashes where UTF-8 has no letter."""
    near = data[max(0, at - 1) : at + 2]
    plain = all(byte >= 0x80 or 0x20 <= byte < 0x7F or byte in b"\t\r\n" for byte in near)
    if plain and (data[at] in _WINDOWS_MARKS or data[at] >= 0xA0):
        return "; looks like Windows-1252: --encoding cp1252"
    return ""
