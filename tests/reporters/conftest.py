from collections.abc import Callable

import pytest

from linter.engine import Engine, core_rules
from linter.model.finding import Failure, FileReport, Finding, Report
from linter.readers import read

RULES = ("grammar/doubled-word", "grammar/between-to", "names/inconsistent-spelling")
"""The rules of these tests: others may come and go."""

Reported = Callable[..., Report]
STORY = """Manager resigns

Elena Brandtner has resigned. 🙂 At the café, she went to to the bridge.

It takes between 5 to 10 days, the mayor said. Ms Brandtner led the port.

Friends of Ms Brantdner wept.
"""


@pytest.fixture(scope="session")
def reported() -> Reported:
    """Lints texts by their paths; gives a report with documents and rules."""
    engine = Engine([rule for rule in core_rules() if rule.id in RULES])

    def run(sources: dict[str, str], *failures: Failure) -> Report:
        files = []
        for path, source in sources.items():
            documents = read(source, path, ".txt")
            files.append(FileReport(path, tuple(engine.lint(documents[0]).findings), documents))
        return Report(tuple(files), failures, rules={rule.id: rule for rule in engine.rules})

    return run


@pytest.fixture
def story(reported: Reported) -> Report:
    """Three errors in one file, nothing in another, and a file that could not be read."""
    return reported({"drafts/a b.txt": STORY, "c.txt": "Bridge\n\nIt is shut.\n"}, Failure("no such file or folder", "none.txt"))


HOSTILE = "::error::%0A\x1b[31m\ud800\x00 <script>alert(1)</script> [x](http://evil.example) ![y](z) @here #12 | `a` *b* & ]]> www.evil.example"


@pytest.fixture
def hostile(story: Report) -> Report:
    """The same with words and names that try to be something else than words and names."""

    def poisoned(finding: Finding) -> Finding:
        return finding._replace(message=HOSTILE, path=path, text=HOSTILE)

    path = "::warning " + HOSTILE.replace("\ud800", "\udc80")
    files = [file._replace(path=path, findings=tuple(map(poisoned, file.findings))) for file in story.files]
    return story._replace(files=tuple(files), failures=(Failure(HOSTILE, path),))


@pytest.fixture
def silenced(story: Report) -> Report:
    """The same, all of it accepted."""
    files = [file._replace(findings=tuple(f._replace(suppressed_by="accept") for f in file.findings)) for file in story.files]
    return story._replace(files=tuple(files), failures=())
