"""House packs are bases that exclude each other; a house that extends one changes what it wants otherwise."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]
DRAFT = "Ferry comes back\n\nShe left the US in May and the U.S. in June, he said. “I left the U.S. in July,” she said.\n"


def us_points(copydesk: Command, work: Path, config: str) -> list[str]:
    (work / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (work / ".copydesk.yaml").write_text(config, encoding="utf-8")
    done = copydesk("check", "--show", "suggestion", "--select", "style", "draft.txt")

    return [line.split("“")[1].split("”")[0] for line in done.stdout.splitlines() if "style/us-points" in line]


@pytest.mark.parametrize(("pack", "found"), [("guardian", ["U.S."]), ("ap", ["US"]), ("reuters", ["US"])])
def test_each_house_has_its_own_way_and_leaves_quotations_alone(copydesk: Command, work: Path, pack: str, found: list[str]) -> None:
    assert us_points(copydesk, work, f"extends: [{pack}]\n") == found


def test_a_rule_of_a_pack_can_be_taken_out(copydesk: Command, work: Path) -> None:
    assert us_points(copydesk, work, "extends: [guardian]\nrules: {style/us-points: off}\n") == []


def test_two_houses_at_once_are_refused(copydesk: Command, work: Path) -> None:
    (work / ".copydesk.yaml").write_text("extends: [guardian, ap]\n", encoding="utf-8")
    done = copydesk("check", "--fail-on", "never", ".")

    assert done.returncode == 2
    assert "“style/us-points” stands twice" in done.stderr
