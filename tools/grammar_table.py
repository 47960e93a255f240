"""Writes `docs/grammar.md`: what each rule of grammar found in news, and how much of it was true, beside what other tools do.

    python tools/grammar_table.py

The counts stand in `tools/grammar_hits.tsv`: rule, hits, how many of them were read, how many of those were true.
"""

import csv
import pathlib

from linter.engine import core_rules

HERE = pathlib.Path(__file__).parent
TARGET = HERE.parent / "docs" / "grammar.md"
HEAD = """\
# Grammar: what was measured

Every rule was run over some 17,000 published articles (8.6 million words); up to twenty of its different hits, chosen at random, were read. A
hit is true if a careful editor would have to change the place. Published copy was edited before: in drafts slips are more
frequent, and the share of true hits is higher. A rule is an error only if nine of ten are true, or if its frame is ungrammatical in every
reading. Written by `tools/grammar_table.py`.

## Beside other tools

On 146 articles of rough and partisan news read whole by one reader (40,875 words, 240 slips outside quotations that have to be mended):

| tool | slips found | hits that are slips | false alarms a 1,000 words |
| --- | --- | --- | --- |
| LanguageTool 6.6, default | 19 % | 10 % | 19.1 |
| LanguageTool 6.6, default, no spelling | 13 % | 36 % | 2.8 |
| Harper 2.10 | 15 % | 4 % | 36.4 |
| Harper 2.10, no spelling | 8 % | 9 % | 9.0 |
| Vale's own style | 8 % | 3 % | 20.9 |
| write-good 1.0.8 | 1 % | 0.3 % | 26.1 |
| proselint 0.16 | 1 % | 4 % | 3.6 |
| codespell 2.4.3 | 1 % | 14 % | 0.4 |
| the best mix of LanguageTool and Harper, noisy rules off | 14 % | 62 % | 0.9 |

## By rule

| rule | severity | hits | read | true |
| --- | --- | --- | --- | --- |
"""


def main() -> None:
    with (HERE / "grammar_hits.tsv").open(encoding="utf-8", newline="") as file:
        counts = {row["rule"]: row for row in csv.DictReader(file, delimiter="\t")}
    rows = []
    for rule in sorted(core_rules(), key=lambda rule: rule.id):
        if rule.id.startswith("grammar/"):
            row = counts.get(rule.id, {"hits": "0", "read": "0", "true": "0"})
            rows.append(f"| [{rule.id}](rules/{rule.id}.md) | {rule.severity} | {row['hits']} | {row['read']} | {row['true']} |\n")
    TARGET.write_text(HEAD + "".join(rows), encoding="utf-8")


main()
