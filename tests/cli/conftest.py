import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def copydesk(tmp_path: Path) -> Command:
    """Runs the command in an empty folder, as a user would."""
    (tmp_path / "home").mkdir()
    folder = tmp_path / "work"
    folder.mkdir()

    def run(*arguments: str, stdin: bytes = b"", cwd: Path = folder, **environment: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "COPYDESK_CACHE_DIR": str(Path(__file__).parent.parent.parent / ".pytest_cache" / "copydesk"), **environment}
        done = subprocess.run([sys.executable, "-m", "linter", *arguments], cwd=cwd, input=stdin, capture_output=True, check=False, env=env)
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in err
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return run


@pytest.fixture
def work(tmp_path: Path, copydesk: Command) -> Path:  # noqa: ARG001 - it makes the folder
    """The folder in which the command runs."""
    return tmp_path / "work"
