"""Monitoring and the superusers are told what keeps the program from its work, once, and that it is over."""

from datetime import timedelta

import pytest

from bot.domain.desk.troubles import Trouble, TroubleKind
from tests.stage import Stage

SOCKET = Trouble(TroubleKind.SOCKET, "nothing heard of Slack for 31 seconds")


def test_alive_ready_and_well(stage: Stage) -> None:
    for path in ("/healthz", "/readyz", "/status"):
        answer = stage.visits(path)
        assert (answer.status_code, answer.text) == (200, "ok\n")
    assert "python_info" in stage.visits("/metrics").text


def test_slack_being_away_makes_no_copy_worse_than_another(stage: Stage) -> None:
    stage.slack.down = True
    assert stage.visits("/readyz").status_code == 200
    assert not stage.slack.calls_of("auth.test")


def test_what_slack_does_not_take_is_told_after_two_minutes(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.web.condition.FRESH_S", 0)
    stage.lives("Noor")
    preview = stage.previews(stage.anna)
    assert preview.submit().closed
    stage.slack.fail_next("chat.postMessage", "server_error", times=50)
    stage.settle()
    assert stage.visits("/status").text == "ok\n"
    stage.later(minutes=3)
    assert stage.visits("/status").text == "outbox intake: waits for 3 minutes\n"
    assert 'burgernetmail_outbox_oldest_seconds{channel="intake"} 18' in stage.visits("/metrics").text
    assert 'burgernetmail_troubles{kind="outbox"} 1.0' in stage.visits("/metrics").text


def test_a_database_of_another_version_is_not_ready(stage: Stage) -> None:
    stage.rows("UPDATE alembic_version SET version_num = 'older'")
    for path in ("/readyz", "/status"):
        answer = stage.visits(path)
        assert (answer.status_code, answer.text) == (503, "database: not migrated\n")


def test_terms_that_are_over_are_told(stage: Stage) -> None:
    stage.lives("Noor")
    stage.asks()
    stage.later(hours=3)
    stage.program.workflow.audit_chain.seal_next()
    assert stage.visits("/status").text == "late request: 1 late\n"
    assert stage.visits("/readyz").status_code == 200


class TestInSlack:
    """Two copies see the same trouble; the superusers hear of it once, and once that it is over."""

    def told(self, stage: Stage) -> list[str]:
        stage.settle()
        return [message.plain() for message in stage.supervision.messages]

    def test_once_and_once_that_it_is_over(self, stage: Stage) -> None:
        one = other = stage.program.workflow.telling  # all that it knows stands in the database
        began = (
            ":warning: Slack bereikt de bot niet: knoppen en formulieren werken misschien niet. Vraag het de beheerder."
        )
        for telling in (one, other, one):
            telling.tell([SOCKET])
        assert self.told(stage) == [began]
        one.tell([])  # the other copy still sees it
        stage.wait(timedelta(seconds=50))
        other.tell([SOCKET])
        stage.wait(timedelta(seconds=50))
        one.tell([])
        assert self.told(stage) == [began]
        stage.wait(timedelta(seconds=50))
        one.tell([])
        other.tell([])
        assert self.told(stage) == [began, ":white_check_mark: Slack bereikt de bot weer."]

    def test_what_has_messages_of_its_own_is_not_told_twice(self, stage: Stage) -> None:
        kinds = (TroubleKind.OUTBOX, TroubleKind.LATE, TroubleKind.DATABASE)
        stage.program.workflow.telling.tell([Trouble(kind, "so") for kind in kinds])
        assert self.told(stage) == []

    def test_two_jobs_are_two_troubles(self, stage: Stage) -> None:
        telling = stage.program.workflow.telling
        telling.tell([Trouble(TroubleKind.JOB, "silent", name) for name in ("posting", "trying again")])
        assert self.told(stage) == [
            f":warning: Een deel van het werk van de bot staat stil. Vraag de beheerder te kijken. ({name})"
            for name in ("posting", "trying again")
        ]


def test_a_disk_that_fills_up_is_told(stage: Stage) -> None:
    stage.program.workflow.telling.tell([Trouble(TroubleKind.DISK, "3 MB free", "/data")])
    stage.settle()
    assert (
        "De schijf is bijna vol. Vraag de beheerder ruimte te maken. (/data)" in stage.supervision.messages[0].plain()
    )
