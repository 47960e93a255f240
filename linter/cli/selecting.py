"""The options that say what a run looks for, which `check` and `fix` share."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from linter.cli import completion
from linter.cli.failing import fail
from linter.model.rule import Severity

if TYPE_CHECKING:
    from linter.git import Changes
    from linter.run import Run

LEVELS = [severity.value for severity in Severity]

_OPTIONS = (
    click.option(
        "--select", multiple=True, shell_complete=completion.rules, metavar="RULE_OR_PREFIX", help="Only these rules, such as names or grammar/doubled-word."
    ),
    click.option("--ignore", multiple=True, shell_complete=completion.rules, metavar="RULE_OR_PREFIX", help="Not these rules."),
    click.option("--config", type=click.Path(), help="Take this configuration file, not the one found upward from each file."),
    click.option("--encoding", help="The encoding of files that are not UTF-8, or UTF-16 with a byte order mark."),
    click.option("--diff-base", metavar="REF", help="Only what stands on lines added or changed since the work here left REF."),
    click.option("--staged", is_flag=True, help="Only what stands on lines that are staged for the next commit."),
    click.option("--baseline", type=click.Path(), help="Accept the findings that this file lists."),
    click.option("--no-inline", is_flag=True, help="Directives in the text do not count: for gates."),
    click.option("--fail-on", type=click.Choice([*LEVELS, "never"]), default="error", envvar="COPYDESK_FAIL_ON", help="What makes exit 1. [default: error]"),
)


class Selection(NamedTuple):
    """The values of these options."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    config: str | None
    encoding: str | None
    diff_base: str | None
    staged: bool
    baseline: str | None
    no_inline: bool
    fail_on: str

    @property
    def partial(self) -> bool:
        """Whether not all findings are looked for."""
        return bool(self.select or self.ignore or self.diff_base or self.staged)

    @property
    def limit(self) -> Severity | None:
        """The least severity that makes exit 1; None where none does."""
        return None if self.fail_on == "never" else Severity(self.fail_on)

    def run(self, *, keep_documents: bool, use_baselines: bool = True, keep_results: bool = False, timed: bool = False) -> "Run":
        """A run of this selection; one that notes its time, where that is asked for. Raises GitError."""
        from linter.run import Run, Settings

        settings = Settings(
            self.select, self.ignore, self.config, self.encoding, keep_documents, self.baseline, use_baselines, not self.no_inline, keep_results
        )
        changes = _changes(self.diff_base, staged=self.staged)
        if timed:
            from linter.stats import TimedRun

            return TimedRun(settings, changes)
        return Run(settings, changes)

    def prove(self, run: "Run") -> None:
        """Ends the command where it names no rule of any configuration that the run met."""
        _known(run, (*self.select, *self.ignore))


def selecting(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command these options; it receives them as one `selection`."""

    @wraps(command)
    def taking(*arguments: Any, **options: Any) -> Any:
        selection = Selection(**{name: options.pop(name) for name in Selection._fields})
        return command(*arguments, selection=selection, **options)

    for option in reversed(_OPTIONS):
        taking = option(taking)
    return taking


def _changes(base: str | None, *, staged: bool) -> "Changes | None":
    """What changed, or None where every line counts."""
    if base is not None and staged:
        fail("--diff-base and --staged do not go together: the index is compared with the last commit")
    if base is None and not staged:
        return None
    from linter.git import changes_since, staged_changes

    return staged_changes() if base is None else changes_since(base)


def _known(run: "Run", names: tuple[str, ...]) -> None:
    """Ends the run where a name on the command line names no rule."""
    if not names:
        return
    from linter.config import selected
    from linter.mistakes import nearest

    try:
        rules = run.every()
    except Exception:
        return  # what is wrong with the configuration is told with the report
    for name in names:
        if not any(selected(rule, name) for rule in rules):
            fail(f"no rule or family “{name}”{nearest(name, [rule.id for rule in rules])} (copydesk rules lists them)")
