import io

import pytest

from linter.readers.decoding import MOST_BYTES, ReadError, bounded, decode


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_utf_8_and_what_bears_a_mark_is_read_without_the_mark(encoding: str) -> None:
    assert decode("Café “yes”".encode(encoding)) == "Café “yes”"


def test_a_named_encoding_is_used() -> None:
    assert decode("Café “yes”".encode("cp1252"), "cp1252") == "Café “yes”"


@pytest.mark.parametrize(
    ("data", "encoding", "says"),
    [
        (b"Caf\xe9 noir", None, "not UTF-8: byte 0xe9 at offset 3; looks like Windows-1252: --encoding cp1252"),
        (b"It\x92s so", None, "not UTF-8: byte 0x92 at offset 2; looks like Windows-1252"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", None, "looks binary: a zero byte at offset 8"),
        (b"\xff\xfea\x00b", None, "not UTF-16: byte 0x62 at offset 4"),
        (b"abc", "no-such", "no encoding is called “no-such”"),
        ("\ufeffab\0c".encode("utf-16-le"), None, "looks binary: a zero character at offset 2"),
        (b"\x00\x00\xfe\xffabcd", None, "not UTF-32: byte 0x61 at offset 4"),
        (b"abc-\xff", "punycode", "not punycode"),
        (b"abc", "undefined", "not undefined: "),
        (rb"a\ud800", "unicode_escape", "not unicode_escape"),
        (b"abc", "hex", "no encoding is called “hex”"),
        (b"\x81\xfe", "cp1252", "not cp1252: byte 0x81 at offset 0"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, encoding: str | None, says: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, encoding)

    assert says in str(caught.value)


def test_a_file_beyond_bounds_is_refused_without_reading_on() -> None:
    stream = io.BytesIO(b"a" * (MOST_BYTES + 100))

    with pytest.raises(ReadError, match="larger than 8,000,000 bytes"):
        bounded(stream)
    assert stream.tell() == MOST_BYTES + 1
