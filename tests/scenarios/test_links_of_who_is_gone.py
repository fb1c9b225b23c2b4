"""No command takes back one link. Of who was erased the links show and change nobody's data; a reply is nobody's."""

import re

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from tests.stage import Stage


@pytest.mark.parametrize(("place", "after"), [("mijn", 404), ("reageren", 200)])
def test_after_erasing_only_words_of_nobody_come_in(stage: Stage, operator: CliRunner, place: str, after: int) -> None:
    stage.lives("Noor")
    stage.approved()
    link = re.findall(rf"https://\S+/{place}/[^\s?]+", stage.mail_to("noor@example.nl").text)[0]
    assert stage.visits(link).status_code == 200
    assert operator.invoke(app, ["privacy", "erase", "noor@example.nl", "--yes"]).exit_code == 0
    assert stage.visits(link).status_code == after
    if after == 200:
        stage.sends_form(link, what="Ik zag een bus.")
        stage.settle()
        assert "Noor" not in stage.reply_message().plain()
