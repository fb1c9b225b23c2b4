"""After the approval there is a moment in which anybody of service en intake can still say Stop."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import BESIDE
from tests.stage import Stage

SEND = "Goedkeuren en versturen"


@pytest.fixture
def overrides() -> dict[str, object]:
    return {"send_hold_seconds": 30}


@pytest.fixture
def held(stage: Stage, request_message: Message) -> Message:
    """A mail that Bram approved and that is still in the house."""
    stage.presses(stage.bram, request_message, SEND)
    assert not stage.sendgrid.sent
    return request_message


def left_of(stage: Stage) -> list[int]:
    """How many mailings, batches and deliveries stand in the ledger."""
    tables = ("mailings", "batches", "deliveries")
    return [stage.rows(f"SELECT count(*) AS n FROM {table}")[0].n for table in tables]


def test_it_goes_out_at_the_moment_that_the_message_tells(stage: Stage, held: Message) -> None:
    assert "*Wordt verstuurd om 13.00.3" in held.plain()
    assert held.buttons == ["Stop"]
    stage.later(seconds=25)
    assert not stage.sendgrid.sent
    stage.later(seconds=6)
    assert len(stage.sendgrid.sent) == 1
    assert "1 van 1 verstuurd" in held.plain()
    assert "Stop" not in held.buttons


@pytest.mark.parametrize("who", ["anna", "bram", "cees"])
def test_stopped_it_waits_for_an_approval_again_and_can_be_sent_after_all(
    stage: Stage, held: Message, who: str
) -> None:
    people = {"anna": stage.anna, "bram": stage.bram, "cees": stage.joins(stage.intake, "cees", "Cees Smit")}
    person = people[who]
    stage.presses(person, held, "Stop")
    assert "Wacht op goedkeuring" in held.plain()
    assert "goedgekeurd door" not in held.plain()
    assert held.buttons == [SEND, *BESIDE]
    assert held.thread[-1].plain() == (
        f"{person.name} stopte de mail van @Anna Bakker. Er is niets verstuurd; de aanvraag wacht weer op goedkeuring."
    )
    assert left_of(stage) == [0, 0, 0]
    [alert] = stage.rows("SELECT status, version, approver_id, approver_name, approved_at FROM alerts")
    assert tuple(alert) == ("requested", 2, None, None, None)
    [line] = stage.audited("stopped")
    assert (line.who, line.subject) == (person.id, "BM-2026-0001")
    stage.later(minutes=5)
    assert not stage.sendgrid.sent

    stage.presses(stage.bram, held, SEND)
    stage.later(seconds=31)
    assert len(stage.sendgrid.sent) == 1
    assert len(stage.audited("approved")) == 2


def test_no_button_from_before_counts_after_a_stop(stage: Stage, held: Message) -> None:
    approval = stage.slack.deliveries[-1]
    stage.presses(stage.anna, held, "Stop")
    stop = stage.slack.deliveries[-1]
    stage.slack.redeliver(approval)
    stage.slack.redeliver(stop)
    stage.settle()
    assert left_of(stage) == [0, 0, 0]
    stage.presses(stage.bram, held, SEND)
    stage.slack.redeliver(stop)
    stage.later(seconds=31)
    assert len(stage.sendgrid.sent) == 1
    assert len(stage.audited("stopped")) == 1


def test_two_people_stop_at_once_and_the_second_hears_who_did(stage: Stage, held: Message) -> None:
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda person: person.presses(held, "Stop"), [stage.anna, stage.bram]))
    stage.settle()
    [line] = stage.audited("stopped")
    first, second = (stage.anna, stage.bram) if line.who == stage.anna.id else (stage.bram, stage.anna)
    assert stage.ephemeral(second, stage.intake) == f"{first.name} heeft deze al opgepakt."
    assert left_of(stage) == [0, 0, 0]


def test_too_late_is_told(stage: Stage, held: Message) -> None:
    stage.slack.fail_next("chat.update", "rate_limited", retry_after=300)
    stage.later(seconds=31)
    assert held.buttons == ["Stop"]  # Slack shows it still
    stage.presses(stage.anna, held, "Stop")
    assert stage.ephemeral(stage.anna, stage.intake) == "De mail wordt al verstuurd."
    assert left_of(stage) == [1, 1, 1]
    stage.later(seconds=300)
    assert "Stop" not in held.buttons


def test_a_part_of_it_that_is_to_be_tried_again_is_on_its_way_too(stage: Stage, held: Message) -> None:
    stage.sendgrid.fail_next(status=503)
    stage.slack.fail_next("chat.update", "rate_limited", retry_after=300)
    stage.later(seconds=31)
    stage.presses(stage.anna, held, "Stop")
    assert stage.ephemeral(stage.anna, stage.intake) == "De mail wordt al verstuurd."
    stage.later(minutes=10)
    assert len(stage.sendgrid.sent) == 1


@pytest.mark.parametrize("head_start_s", [0.0, 0.01, 0.05])
def test_stop_against_the_worker_that_takes_the_mail_up(
    stage: Stage, request_message: Message, head_start_s: float
) -> None:
    """Whoever is first, it is whole: all of it goes out once, or nothing does and it waits again."""
    stage.crowd(40)
    stage.presses(stage.bram, request_message, SEND)
    stage.wait(timedelta(seconds=30))

    def sends() -> bool:
        time.sleep(head_start_s)
        return stage.program.workflow.sending.send_next()

    with ThreadPoolExecutor(2) as both:
        sending = both.submit(sends)
        stage.anna.presses(request_message, "Stop")
        stage.program.listeners.wait_until_idle()
    sent = sending.result()
    stage.settle()
    [alert] = stage.rows("SELECT status FROM alerts")
    if sent:
        assert (alert.status, left_of(stage), len(stage.sendgrid.sent)) == ("sent", [1, 1, 41], 41)
        assert stage.ephemeral(stage.anna, stage.intake) == "De mail wordt al verstuurd."
    else:
        assert (alert.status, left_of(stage), len(stage.sendgrid.sent)) == ("requested", [0, 0, 0], 0)


def test_a_stop_by_the_approver_changes_no_word_of_the_requester(stage: Stage, held: Message) -> None:
    stage.presses(stage.bram, held, "Stop")
    assert "Wacht op goedkeuring" in held.plain()
    assert "aangepast door" not in held.plain().lower()
