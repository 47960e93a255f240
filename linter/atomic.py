"""Writes a file whole or not at all; a file that was there keeps its mode."""

import os
import stat
from contextlib import suppress


def write(path: str | os.PathLike[str], data: bytes) -> None:
    """Puts `data` where `path` is. A link is followed; a device or a pipe is written to, not replaced. Raises OSError."""
    target = os.path.realpath(path)
    before = _status(target)
    if before and not stat.S_ISREG(before.st_mode):
        with open(target, "wb") as file:
            file.write(data)
        return
    if before and not os.access(target, os.W_OK):
        raise PermissionError(13, "permission denied", target)
    beside = os.path.join(os.path.dirname(target), f".{os.path.basename(target)}.{os.getpid()}.tmp")
    try:
        with open(beside, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if before:
            os.chmod(beside, stat.S_IMODE(before.st_mode))
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None
