"""Whose names stand in the channels: colleagues' where they worked, a citizen's only where they wrote it themselves."""

import pytest

from tests.stage import Stage


@pytest.mark.parametrize(("words", "named"), [("Ik zag een bus.", False), ("Ik zag een bus.\nNoor Kuipers", True)])
def test_who_signs_their_words_is_named_by_them_alone(stage: Stage, words: str, named: bool) -> None:
    stage.lives("Noor")
    stage.rows("UPDATE participants SET name = 'Noor Kuipers'")
    stage.approved()
    assert ("Kuipers" in stage.answers("Noor", words).plain()) is named


def test_colleagues_are_named_where_they_worked_and_citizens_are_not(stage: Stage) -> None:
    stage.lives("Noor")
    message = stage.approved()
    assert stage.bram.name in message.plain()
    reply = stage.answers("Noor", "Ik zag een bus.")
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    stage.later(minutes=1)
    assert stage.mails_to("noor@example.nl")[-1].text.count(stage.carla.name.split()[0]) == 1
