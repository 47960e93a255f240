"""The files for pipelines: valid for those who read them, and doing what they say."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from linter.yamldata import read

ROOT = Path(__file__).parent.parent
BAD = "Bridge stays shut\n\nShe went to to the bridge.\n"
SCHEMAS = {
    "action.yml": "vendor.github-actions",
    "examples/pipelines/github.yml": "vendor.github-workflows",
    "examples/pipelines/gitlab-ci.yml": "vendor.gitlab-ci",
}


@pytest.mark.parametrize("file", SCHEMAS)
def test_a_file_for_a_pipeline_is_valid_by_the_schema_of_its_reader(file: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[file], str(ROOT / file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_example_of_hooks_names_hooks_that_there_are() -> None:
    (repo,) = read(ROOT / "examples/pipelines/pre-commit-config.yaml").plain["repos"]
    offered = {hook["id"] for hook in read(ROOT / ".pre-commit-hooks.yaml").plain}

    assert {hook["id"] for hook in repo["hooks"]} == offered


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """A runner whose installer installs nothing: the action finds this checkout as its `copydesk`."""
    programs = tmp_path / "temp" / "copydesk" / "bin"
    programs.mkdir(parents=True)
    for name, body in {"pip": "exit 0", "copydesk": f"exec '{sys.executable}' -m linter \"$@\""}.items():
        (programs / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    fake = tmp_path / "fake"
    fake.mkdir()
    (fake / "python3").write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    (fake / "python3").chmod(0o755)
    return tmp_path


def act(runner: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs the step of the action as GitHub would, with its inputs."""
    action = read(ROOT / "action.yml").plain
    (step,) = action["runs"]["steps"]
    given = {name: inputs.get(name.replace("-", "_"), field["default"]) for name, field in action["inputs"].items()}
    environment = {key: given[value.removeprefix("${{ inputs.").removesuffix(" }}")] for key, value in step["env"].items()}
    work = runner / "work"
    work.mkdir(exist_ok=True)
    (work / "a b.txt").write_text(BAD, encoding="utf-8")
    whole = {
        **os.environ,
        **environment,
        "RUNNER_TEMP": str(runner / "temp"),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
        "PATH": f"{runner / 'fake'}:{os.environ['PATH']}",
    }
    return subprocess.run(["bash", "-c", step["run"]], cwd=work, env=whole, capture_output=True, text=True, check=False)


def test_the_action_annotates_and_fails(runner: Path) -> None:
    done = act(runner, formats="sarif=out.sarif\nhtml=out.html")

    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=a b.txt,line=3,")
    assert "| 3 | error |" in (runner / "summary.md").read_text(encoding="utf-8")
    assert {path.name for path in (runner / "work").iterdir()} == {"a b.txt", "out.sarif", "out.html"}


def test_inputs_of_the_action_are_words_and_not_commands(runner: Path) -> None:
    done = act(runner, paths="a b.txt\n$(touch taken)\n--version; touch taken", fail_on="never", no_text="true")

    assert not (runner / "work" / "taken").exists()
    assert "$(touch taken): no such file or folder" in done.stderr
    assert "--version; touch taken: no such file or folder" in done.stderr
    assert "to to" not in done.stdout
    assert act(runner, fail_on="never").returncode == 0


def test_the_shell_is_offered_commands_formats_and_rules() -> None:
    def offered(*words: str) -> str:
        environment = {**os.environ, "_COPYDESK_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
        return subprocess.run([sys.executable, "-m", "linter"], env=environment, capture_output=True, text=True, check=False).stdout

    assert "plain,check" in offered("copydesk", "ch")
    assert "plain,sarif" in offered("copydesk", "check", "--format", "sa")
    assert "plain,--diff-base" in offered("copydesk", "check", "--diff")
    assert "plain,names/inconsistent-spelling" in offered("copydesk", "explain", "names")
    assert (
        "complete"
        in subprocess.run(
            [sys.executable, "-m", "linter"], env={**os.environ, "_COPYDESK_COMPLETE": "bash_source"}, capture_output=True, text=True, check=False
        ).stdout
    )
