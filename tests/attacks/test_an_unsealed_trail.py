"""Who may write in the database held up the sealing, and took away what was done meanwhile; nobody heard of it."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import insert

from bot.domain.desk.troubles import Trouble, TroubleKind
from bot.workflow.privacy.audit_chain import NAME
from storage.engine import make_engine
from storage.schema.outbox import leases
from tests.stage import Stage


def hold_up_sealing(stage: Stage) -> None:
    engine = make_engine(stage.database_url)
    with engine.begin() as connection:
        connection.execute(insert(leases).values(name=NAME, held_by="me", until=datetime(2100, 1, 1, tzinfo=UTC)))
    engine.dispose()


def test_a_trail_that_is_not_sealed_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.web.condition.FRESH_S", 0)
    chain = stage.program.workflow.audit_chain
    stage.lives("Noor")
    stage.presses(stage.bram, stage.asks(), "Goedkeuren en versturen")
    chain.seal_next()
    chain.give_back()
    stage.later(minutes=6)
    assert stage.visits("/status").text == "ok\n"
    hold_up_sealing(stage)
    stage.presses(
        stage.bram, stage.asks(stage.anna, **{"BVH-nummer (intern)": "2026-001299"}), "Goedkeuren en versturen"
    )
    chain.seal_next()
    stage.later(minutes=4)
    assert stage.visits("/status").text == "ok\n"
    stage.later(minutes=2)
    assert stage.visits("/status").text.startswith("trail: no seal for 6 minutes")


def test_superusers_hear_of_it_too(stage: Stage) -> None:
    stage.program.workflow.telling.tell([Trouble(TroubleKind.TRAIL, "no seal for 6 minutes")])
    stage.settle()
    assert "Het logboek wordt niet meer verzegeld" in stage.supervision.messages[-1].plain()
