"""The hook, through a real `pre-commit try-repo` against this checkout, in a scratch repository."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def git(*arguments: str, cwd: Path) -> None:
    subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments], cwd=cwd, check=True, capture_output=True)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="a hook is tried from a repository")
def test_the_hook_stops_a_bad_draft_and_lets_a_good_one_pass(tmp_path: Path) -> None:
    git("init", "-q", cwd=tmp_path)
    (tmp_path / "bad.txt").write_text("Bridge stays shut\n\nShe went to to the bridge.\n", encoding="utf-8")
    (tmp_path / "good.txt").write_text("Bridge stays shut\n\nShe went to the bridge.\n", encoding="utf-8")
    (tmp_path / "page.md").write_text("---\ntitle: Bridge stays shut\n---\n\nShe went *to* to the bridge.\n", encoding="utf-8")
    (tmp_path / "code.py").write_text("# She went to to the bridge.\n", encoding="utf-8")
    git("add", ".", cwd=tmp_path)

    def hook(*files: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "copydesk", "--verbose", "--files", *files]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, encoding="utf-8")

    bad = hook("bad.txt", "good.txt", "page.md", "code.py")
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "bad.txt:3:10: error grammar/doubled-word" in bad.stdout
    assert "page.md:5:11: error grammar/doubled-word" in bad.stdout
    assert "code.py" not in bad.stdout
    good = hook("good.txt")
    assert good.returncode == 0, good.stdout + good.stderr
    assert "Passed" in good.stdout


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="a hook is tried from a repository")
def test_the_fixing_hook_mends_a_draft_and_says_that_it_did(tmp_path: Path) -> None:
    git("init", "-q", cwd=tmp_path)
    draft = tmp_path / "draft.txt"
    draft.write_text("Bridge stays shut\n\nIt takes between 5 to 10 days, and she went to to it.\n", encoding="utf-8")
    git("add", ".", cwd=tmp_path)
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "copydesk-fix", "--verbose", "--all-files"]

    first = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, encoding="utf-8")
    assert first.returncode == 1, first.stdout + first.stderr
    assert "files were modified by this hook" in first.stdout
    assert "between 5 and 10 days, and she went to to it" in draft.read_text(encoding="utf-8")
