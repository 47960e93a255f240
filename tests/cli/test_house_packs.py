"""House packs are bases that exclude each other: of two, the later one wins what they disagree on."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
DRAFT = "Ferry comes back\n\nShe left the US in May and the U.S. in June, he said. “I left the U.S. in July,” she said.\n"


@pytest.mark.parametrize(
    ("packs", "found"),
    [("guardian", ["U.S."]), ("ap", ["US"]), ("ap, guardian", ["U.S."]), ("guardian, reuters", ["US"])],
)
def test_of_two_packs_the_later_one_wins(copydesk: Command, work: Path, packs: str, found: list[str]) -> None:
    (work / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (work / ".copydesk.yaml").write_text(f"extends: [{packs}]\n", encoding="utf-8")
    done = copydesk("check", "--show", "suggestion", "--select", "style/us-points", "draft.txt")

    assert [line.split("“")[1].split("”")[0] for line in done.stdout.splitlines() if "style/us-points" in line] == found


def test_a_rule_of_a_pack_can_be_taken_out(copydesk: Command, work: Path) -> None:
    (work / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (work / ".copydesk.yaml").write_text("extends: [guardian]\nrules: {style/us-points: off}\n", encoding="utf-8")

    assert "style/us-points" not in copydesk("check", "--show", "suggestion", "draft.txt").stdout
