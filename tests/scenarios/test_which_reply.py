"""Rows that name a reply say how it begins: in one line, without what is hidden, and nothing of it does anything."""

from tests.scenarios.steps.desk import home
from tests.stage import Stage

SAID = (
    "Bel 06 nooit: 06 12345678 *snel* <!here>\nIk zag een grijze bus met een ladder erop en twee mannen ernaast staan."
)


def test_on_the_home_and_in_each_list(stage: Stage) -> None:
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    stage.answers("Noor", SAID)
    other = stage.answers("Omar", "Ik hoorde glas.")
    stage.presses(stage.carla, other, "Ik pak dit op")
    told = home(stage, stage.carla)
    assert "„Ik hoorde glas.”" in told
    assert "12345678" not in told
    for row in [line for line in told.splitlines() if line.startswith("„")]:
        assert len(row) <= 80, row

    stage.carla.command("/burgernetmail", "reacties", stage.triage)
    listed = stage.ephemeral(stage.carla, stage.triage)
    assert "„Ik hoorde glas.”" in listed
    assert "•••" in listed

    stage.sends_on(stage.carla, other)
    assert "„Ik hoorde glas.”" in home(stage, stage.daan)
    stage.later(days=2)
    stage.els.command("/burgernetmail", "stand", stage.supervision)
    late = stage.ephemeral(stage.els, stage.supervision)
    assert late.count("„Ik hoorde glas.”") >= 1
    assert "12345678" not in late
    assert "&lt;!here&gt;" in str(stage.els.ephemerals(stage.supervision)[-1].blocks)
    in_channels = [*stage.supervision.messages, *stage.triage.messages[2:]]
    assert not [one for one in in_channels if "hoorde glas" in one.plain()], "what stands is not erased with a reply"
