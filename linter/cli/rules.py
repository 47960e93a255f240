"""`copydesk rules`: the rules in force, and their examples as tests."""

import click

from linter.cli.saying import say

CONFIG = click.option("--config", type=click.Path(), help="Take this configuration file, not the one found upward from here.")


@click.group(invoke_without_command=True)
@CONFIG
@click.pass_context
def rules(context: click.Context, config: str | None) -> None:
    """List the rules in force, with severity and origin."""
    if context.invoked_subcommand:
        return
    from linter.cli.shelf import every_rule

    listed = every_rule(config)
    width = max((len(rule.id) for rule in listed), default=0)
    for rule in sorted(listed, key=lambda rule: rule.id):
        say(f"{rule.id:<{width}}  {rule.severity.value if rule.on else 'off':<10}  {rule.origin}")


@rules.command()
@click.argument("packs", nargs=-1)
@click.option("--verbose", is_flag=True, help="Name each rule that holds.")
def test(packs: tuple[str, ...], verbose: bool) -> None:
    """Run the examples of PACKs: names of packs that are shipped, or paths of rule files or folders; core if none is named."""
    from linter.cli.shelf import named, with_examples
    from linter.proof import prove

    tested = with_examples([named(name) for name in packs or ("core",)])
    faults = 0
    for rule in tested:
        if rule.requires:
            say(f"skipped: {rule.id} needs {rule.requires}", err=True)
            continue
        found = prove(rule)
        faults += len(found)
        for fault in found:
            say(fault)
        if verbose and not found:
            say(f"{rule.id}: {len(rule.bad)} bad and {len(rule.good)} good examples hold")
    examples = sum(len(rule.bad) + len(rule.good) for rule in tested)
    say(f"{len(tested)} rules, {examples} examples, {faults} of them wrong", err=True)
    if faults:
        raise click.exceptions.Exit(1)
