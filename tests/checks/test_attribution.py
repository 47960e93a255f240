import pytest

from linter.engine import Engine, core_rules
from linter.model.rule import Severity
from linter.readers import read

LEAD = "Unrest at the port\n\nThe port of Farrow was closed on Monday after two nights of unrest in the streets around it.\n\nShops stayed shut, and buses turned back at the ring road.\n\n"


def found(text: str, rule: str, *, every_kind: bool = False) -> list[str]:
    rules = [known for known in core_rules() if known.id == f"attribution/{rule}"]
    if every_kind:
        rules = [known._replace(kinds=dict.fromkeys(known.kinds, Severity.WARNING)) for known in rules]
    return [str(finding.kind) for finding in Engine(rules).lint(read(text, "draft.txt", ".txt")[0]).findings]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The shutdown was prompted by a quarrel between the owners and the crews.", "cause"),
        ("A third of the crews in the port earn less than 9 percent of what their captains do.", "figure"),
        ("The quarrel will determine who runs the port for the next ten years.", "forecast"),
        ("The northern crane is a disastrous purchase for a port of this size.", "judgement"),
        ("The owners secretly withheld the keys of the northern gate from the night crews.", "event"),
    ],
)
def test_softer_claims_are_found_by_those_who_ask_for_them(sentence: str, kind: str) -> None:
    assert found(LEAD + sentence, "unattributed-claim", every_kind=True) == [kind]
    assert found(LEAD + sentence, "unattributed-claim") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Two dockers were killed in the sheds, the ministry said.",
        "Two dockers were killed in the great fire of 1911.",
        "Two dockers were killed in the third episode of the series.",
        "No docker was injured, and the crews did not stop.",
        "The gate stands on the square where two dockers were killed.",
        "A court heard that two dockers were killed in the sheds.",
        "Were two dockers killed in the sheds on Monday night?",
    ],
)
def test_harm_with_a_source_or_of_old_is_left_alone(sentence: str) -> None:
    assert found(LEAD + sentence, "unattributed-claim") == []


def test_a_source_in_the_paragraph_before_carries_over() -> None:
    text = LEAD + "The ministry said that the port would stay shut.\n\nTwo dockers were killed and dozens of guards were injured."

    assert found(text, "unattributed-claim") == []


def test_a_text_in_which_nobody_speaks_is_no_report() -> None:
    story = LEAD + "Two dockers were killed and dozens of guards were injured."
    plot = "\n\n".join([LEAD + "The ships lay at the quay in the rain, and the lamps went out."] * 12)

    assert found(story, "unattributed-claim") == ["casualties"]
    assert found(plot + "\n\nTwo dockers were killed and dozens of guards were injured.", "unattributed-claim") == []


def test_a_medium_named_for_another_statement_does_not_vouch_for_reports() -> None:
    text = "Gate hit\n\nThe gate was hit on Monday, according to news outlet Harbour Wire. Early reports suggest it fell."

    assert found(text, "vague-source") == ["reports"]


@pytest.mark.parametrize(
    "text",
    [
        "The gate was reportedly hit on Monday, according to the Harbour Wire.",
        "A source told MailOnline that the gate had been hit.",
        "Experts say the plan will fail.\n\n“It costs too much,” said Ann Brandt, a professor of harbour law.",
        "Officials of the port authority said the gate was shut.\n\nOfficials said it would open on Friday.",
    ],
)
def test_a_source_that_is_named_near_is_not_vague(text: str) -> None:
    assert found("Gate hit\n\n" + text, "vague-source") == []
