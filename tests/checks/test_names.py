"""What the check of names tells: places, counts, the other places, and the spelling to put in."""

from linter.engine import lint
from linter.model.finding import Finding


def found(text: str) -> list[Finding]:
    return [finding for finding in lint(f"Manager resigns\n\n{text}") if finding.rule == "names/inconsistent-spelling"]


def test_each_place_of_the_rarer_form_is_a_finding_with_every_place_of_the_other() -> None:
    findings = found("He met Elena Brandtner and Ms Brandtner. Ms Brandtner left. Then Ms Brantdner rose, and Ms Brantdner fell.")

    assert [finding.text for finding in findings] == ["Brantdner", "Brantdner"]
    assert [len(finding.related) for finding in findings] == [3, 3]
    assert findings[0].message == "“Brantdner” is spelt “Brandtner” elsewhere (3 of 5 times)."
    assert str(findings[0].severity) == "error"


def test_a_tie_is_one_warning_at_the_later_form_without_a_fix() -> None:
    (finding,) = found("He met Elena Brandtner. Ms Brandtner left. Then Ms Brantdner rose, and Ms Brantdner fell.")

    assert (finding.text, str(finding.severity), finding.fixes) == ("Brantdner", "warning", ())
    assert "Choose one" in finding.message


def test_the_article_and_the_capitals_of_the_place_are_kept() -> None:
    findings = found("Sami Al-Qadhiri met Mr Al-Qadhiri and Mr al-Qadhiri. Mr Qadhrii left, and Mr al-Qadhrii too.")

    edits = [finding.fixes[0].edits[0].replacement for finding in findings if finding.kind == "typing"]
    assert edits == ["Qadhiri", "al-Qadhiri"]


def test_counts_ignore_capitals() -> None:
    findings = found("Sami Al-Qadhiri met Mr al-Qadhiri. Mr Qadhiri left. Then Mr Al-Qadhrii rose.")

    assert [finding.message for finding in findings if finding.kind == "typing"] == ["“Al-Qadhrii” is spelt “Al-Qadhiri” elsewhere (2 of 3 times)."]


def test_a_third_spelling_is_told_at_the_same_place() -> None:
    findings = found("They praised Fauxbrantha and Fauxbrantha again. They blamed Fauxbrintha, Fauxbrintha or worse. Where was Fauxbrontha?")

    last = [finding for finding in findings if finding.text == "Fauxbrontha"]
    assert len(last) == 1
    assert {related.message[-13:] for related in last[0].related} == {"“Fauxbrantha”", "“Fauxbrintha”"}
