"""A decision is about the text that was seen, and about as many people as it said."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.alerts.alerts import Alert
from bot.domain.participants.people import ParticipantRow
from storage.mailings.mailings import StoredMailings
from storage.participants.people import StoredPeople
from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import SEND, amends, statuses, withdraws
from tests.stage import Stage, X, Y

CHANGED = "De tekst is veranderd sinds u hem zag. Bekijk hem opnieuw en klik dan nog eens."


def test_a_text_that_changed_is_not_withdrawn_unseen(stage: Stage, request_message: Message) -> None:
    stage.slack.fail_next("chat.update", "rate_limited", retry_after=30)
    amends(stage, stage.bram, request_message, "Alleen opslaan", **{"Wat is er gebeurd?": "De achterdeur."})
    stage.presses(stage.anna, request_message, "Intrekken")
    assert stage.ephemeral(stage.anna, stage.intake) == CHANGED
    assert statuses(stage) == ["requested"]
    stage.later(seconds=31)
    withdraws(stage, stage.anna, request_message)
    assert statuses(stage) == ["withdrawn"]


def test_nor_is_it_sent_back_with_a_reason_for_the_text_before(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, "Terugsturen")
    amends(stage, stage.anna, request_message, **{"Wat is er gebeurd?": "De achterdeur."})
    outcome = seen(stage.bram).fill({"Wat moet er anders?": "Welke deur?"}).submit()
    assert outcome.errors == {"Wat moet er anders?": CHANGED}
    stage.settle()
    assert statuses(stage) == ["requested"]
    assert "Welke deur?" not in "".join(note.plain() for note in request_message.thread)


class TestManyPeople:
    """Somebody moves in between the look at the number and the choosing of the people."""

    @pytest.fixture
    def overrides(self) -> dict[str, object]:
        return {"reach_confirm_above": 10}

    @pytest.fixture
    def one_moves_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        plan = StoredMailings.plan
        late = ParticipantRow("laat@example.nl", "Laat", "3823 AB", "1", "Kattenbroek", X, Y)

        def plan_after_one_more(
            mailings: StoredMailings, alert: Alert, batch_size: int, at: datetime, hold: timedelta = timedelta()
        ) -> Any:
            StoredPeople(mailings._db).enrol([late])
            return plan(mailings, alert, batch_size, at, hold)

        monkeypatch.setattr(StoredMailings, "plan", plan_after_one_more)

    def test_the_number_that_was_typed_is_that_of_those_who_were_chosen(self, stage: Stage, one_moves_in: None) -> None:
        stage.crowd(12)
        message = stage.asks()
        stage.presses(stage.bram, message, SEND)
        outcome = seen(stage.bram).fill({"Aantal ontvangers": "12"}).submit()
        assert outcome.errors == {"Aantal ontvangers": "Typ het aantal ontvangers: 13."}
        stage.settle()
        assert not stage.sendgrid.sent
        assert statuses(stage) == ["requested"]
        assert not stage.rows("SELECT * FROM mailings")
