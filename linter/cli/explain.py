"""`copydesk explain`: what a rule finds, why, and how to silence it."""

import click

from linter.cli import completion
from linter.cli.failing import fail
from linter.cli.saying import say


@click.command()
@click.argument("rule", shell_complete=completion.rules)
@click.option("--config", type=click.Path(), help="Take this configuration file, not the one found upward from here.")
def explain(rule: str, config: str | None) -> None:
    """Say what RULE finds and why, with good and bad examples, kinds, options, and how to silence it."""
    from linter.cli.shelf import every_rule
    from linter.docs import page
    from linter.mistakes import nearest

    rules = {known.id: known for known in every_rule(config)}
    for known in list(rules.values()):
        rules.update((old, known) for old in known.replaces if old not in rules)
    if rule not in rules:
        fail(f"no rule “{rule}”{nearest(rule, rules)} (copydesk rules lists them)")
    say(page(rules[rule]), nl=False)
