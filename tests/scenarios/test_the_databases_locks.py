"""What the program never does, the database would not take either."""

import pytest
from sqlalchemy.exc import DBAPIError

from tests.doubles.slack import Message
from tests.stage import Stage


def test_nobody_approves_their_own(stage: Stage, request_message: Message) -> None:
    own = "UPDATE alerts SET approver_id = requester_id, approver_name = requester_name"
    with pytest.raises(DBAPIError, match="four_eyes"):
        stage.rows(own)


@pytest.mark.parametrize("status", ["approved", "sent", "closed"])
def test_nothing_is_sent_unapproved(stage: Stage, request_message: Message, status: str) -> None:
    with pytest.raises(DBAPIError, match="sent_only_when_approved"):
        stage.rows("UPDATE alerts SET status = :status", status=status)


def test_no_mailing_without_an_approval(stage: Stage, request_message: Message) -> None:
    with pytest.raises(DBAPIError, match="nobody approved this alert"):
        stage.rows("INSERT INTO mailings (alert_id, total, planned_at) VALUES (1, 1, '2026-01-14 12:00:00')")


def test_no_approval_is_taken_away_from_what_was_sent(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, "Goedkeuren en versturen")
    with pytest.raises(DBAPIError, match="sent_only_when_approved"):
        stage.rows("UPDATE alerts SET approver_id = NULL")


@pytest.mark.parametrize("change", ["UPDATE audit SET who = 'nobody'", "DELETE FROM audit"])
def test_history_is_not_rewritten(stage: Stage, request_message: Message, change: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"):
        stage.rows(change)
    assert stage.audited("requested")
