"""Who left long ago is forgotten: what stays is that no file brings them back."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.clock import Clock
from bot.workflow.participants.keeping_out import ErasureKey
from bot.workflow.privacy.forgetting import Forgetting
from storage.participants.people import StoredPeople
from storage.privacy.erasures import StoredErasures
from storage.unit_of_work import work_on
from tests.scenarios.steps.mails import leave_link
from tests.scenarios.steps.people import link_in, signs_up
from tests.scenarios.steps.privacy import handles
from tests.stage import Stage

FILE = "email,name,postcode,house_number,neighbourhood,x,y\nnoor@example.nl,Noor,3823 AB,7,Kattenbroek,155850,467300\n"


def leaves(stage: Stage, address: str) -> str:
    """By the link below a mail, which it returns."""
    link = leave_link(stage.mail_to(address))
    stage.sends_form(link, action="leave")
    stage.settle()
    return link


def night(stage: Stage, **later: float) -> None:
    """So much later, at the hour when things go."""
    stage.later(**later)
    stage.program.workflow.retaining.run_at_night()
    stage.settle()


def known(stage: Stage) -> dict[int, str]:
    return {row.id: row.email for row in stage.rows("SELECT id, email FROM participants ORDER BY id")}


def test_a_year_after_they_left_they_are_forgotten(stage: Stage, operator: CliRunner, tmp_path: Path) -> None:
    for name in ("Noor", "Omar"):
        stage.lives(name)
    stage.approved()
    leaves(stage, "noor@example.nl")
    night(stage, days=364, hours=12)
    assert known(stage) == {1: "noor@example.nl", 2: "omar@example.nl"}
    told = len(stage.supervision.messages)
    stage.later(hours=18)
    assert "would be forgotten, who left long ago: 1" in operator.invoke(app, ["retention", "--dry-run"]).stdout
    night(stage, hours=6)
    assert known(stage) == {1: "erased-1@invalid", 2: "omar@example.nl"}
    texts = [message.plain() for message in stage.supervision.messages[told:]]
    assert sum("Gewist, 365 dagen na hun afmelding: 1 oud-deelnemers." in text for text in texts) == 1
    night(stage, days=1)
    again = [message.plain() for message in stage.supervision.messages[told:]]
    assert sum("oud-deelnemers" in text for text in again) == 1

    file = tmp_path / "deelnemers.csv"
    file.write_text(FILE)
    key = stage.settings().erasure_key
    assert key
    told_by = operator.invoke(app, ["participants", "import", str(file)], env={"ERASURE_KEY": key.get_secret_value()})
    assert "1 left out: erased" in told_by.output
    assert "Noor" not in str(stage.rows("SELECT name FROM participants"))

    signs_up(stage)
    stage.sends_form(link_in(stage, "noor@example.nl", "bevestigen"))
    stage.settle()
    assert "noor@example.nl" in known(stage).values()


def test_who_wrote_is_known_until_their_words_are_gone(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    link = leave_link(stage.mail_to("noor@example.nl"))
    reply = stage.answers("Noor", "Ik zag een bus.")
    stage.sends_form(link, action="leave")
    night(stage, days=400)
    assert known(stage) == {1: "noor@example.nl"}
    handles(stage, reply)
    night(stage, days=20)  # its words went by their own term, earlier in the same night
    assert known(stage) == {1: "erased-1@invalid"}


def test_who_came_back_stays(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    link = leaves(stage, "noor@example.nl")
    stage.later(minutes=59)
    stage.sends_form(link, action="come_back")
    night(stage, days=390)
    assert known(stage) == {1: "noor@example.nl"}


def left_long_ago(stage: Stage, *names: str) -> ErasureKey:
    """The key to forget them with."""
    for name in names:
        stage.lives(name)
    stage.approved()
    for name in names:
        leaves(stage, f"{name.lower()}@example.nl")
    stage.later(days=366)
    key = stage.settings().erasure_key
    assert key
    return ErasureKey(key.get_secret_value())


def test_who_makes_it_stumble_keeps_nobody_else(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    key, erase = left_long_ago(stage, "Noor", "Omar"), StoredErasures.erase_participant

    def stumbles(erasures: StoredErasures, participant_id: int, at: datetime) -> None:
        if participant_id == 1:
            raise ValueError("no")
        erase(erasures, participant_id, at)

    monkeypatch.setattr(StoredErasures, "erase_participant", stumbles)
    with work_on(stage.database_url) as work:
        assert Forgetting(work, Clock(), key, 365).run() == 1
    assert known(stage) == {1: "noor@example.nl", 2: "erased-2@invalid"}


def test_who_comes_back_while_it_is_their_turn_stays(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    key, listed = left_long_ago(stage, "Noor"), StoredErasures.leavers_after

    def comes_back_behind(erasures: StoredErasures, *asked: Any) -> list[int]:
        ids = listed(erasures, *asked)
        StoredPeople(erasures._db).come_back(1, Clock().now())
        return ids

    monkeypatch.setattr(StoredErasures, "leavers_after", comes_back_behind)
    with work_on(stage.database_url) as work:
        assert Forgetting(work, Clock(), key, 365).run() == 0
    assert known(stage) == {1: "noor@example.nl"}


@pytest.mark.parametrize("key", [None, ErasureKey("quite another key, of over 32 signs")], ids=["none", "another"])
def test_without_the_key_nobody_is_forgotten(stage: Stage, key: ErasureKey | None) -> None:
    for name in ("Noor", "Omar"):
        stage.lives(name)
    stage.approved()
    leaves(stage, "noor@example.nl")
    night(stage, days=366)
    leaves(stage, "omar@example.nl")
    stage.later(days=366)
    with work_on(stage.database_url) as work:
        assert Forgetting(work, Clock(), key, 365).run() == 0
    assert known(stage) == {1: "erased-1@invalid", 2: "omar@example.nl"}
