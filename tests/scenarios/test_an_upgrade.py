"""The release before this one was stopped with work under way: this one goes on with it, on its database and beside
the messages that it left. The rows and messages were made by that release itself."""

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from freezegun import freeze_time
from sqlalchemy import Connection, MetaData, insert, text

from storage.engine import alembic_config, make_engine, migrate
from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.doubles.slack.records import Message as Stored
from tests.stage import Stage

LEFT: dict[str, Any] = json.loads((Path(__file__).parents[1] / "data" / "releases" / "0023.json").read_text())
"""At one o'clock: a mail is out, with replies in every state; one waits for a colleague, one is held for ten minutes;
an answer waits for the provider, and posts wait for Slack."""


@pytest.fixture
def wait() -> Iterator[Callable[[timedelta], object]]:
    """Five minutes later."""
    with freeze_time("2026-01-14 12:05:00", tick=True, real_asyncio=True) as frozen:
        yield lambda span: frozen.move_to(datetime.now(UTC) + span)


@pytest.fixture
def database_url(empty_url: str) -> str:
    engine = make_engine(empty_url)
    command.upgrade(alembic_config(engine), LEFT["revision"])
    schema = MetaData()
    schema.reflect(engine)
    with engine.begin() as connection, unguarded(connection):
        for table in schema.sorted_tables:
            if rows := LEFT["tables"].get(table.name):
                connection.execute(insert(table), [{name: value(kept) for name, kept in row.items()} for row in rows])
            if rows and "id" in table.columns and engine.dialect.name == "postgresql":
                last = f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), max(id)) FROM {table.name}"
                connection.execute(text(last))
    engine.dispose()
    migrate(empty_url)
    return empty_url


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """What stands in a database came there row by row, past the triggers that now would refuse it as it is."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        yield
        return
    triggers = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    for name, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = on")
    yield
    for _, made in triggers:
        connection.exec_driver_sql(made)


def value(kept: Any) -> Any:
    """What a row held, as JSON kept it."""
    match kept:
        case {"bytes": words}:
            return base64.b64decode(words)
        case {"at": moment}:
            return datetime.fromisoformat(moment)
        case {"on": day}:
            return date.fromisoformat(day)
    return kept


@pytest.fixture
def upgraded(stage: Stage) -> Stage:
    channels = {channel.id: channel for channel in (stage.intake, stage.triage, stage.burglary, stage.supervision)}
    for message in LEFT["messages"]:
        channel = channels[message["channel"]]
        channel.stored.append(Stored(**{**message, "channel": channel}))
    return stage


def by(stage: Stage, words: str) -> Message:
    """The reply in which a citizen said so."""
    return next(message for message in stage.triage.messages if words in message.plain())


def test_what_waited_goes_on_once(upgraded: Stage) -> None:
    upgraded.settle()
    assert [mail.to for mail in upgraded.sendgrid.sent] == ["ali@example.nl"]  # the answer
    assert "afgehandeld door Carla Mulder" in by(upgraded, "Niets gezien").plain()
    reply = by(upgraded, "grijze bus")
    assert "En hij had een rode pet op." in reply.thread[-1].plain()
    assert reply.buttons[0] == "Afhandelen"

    upgraded.later(minutes=10)
    held = [mail.to for mail in upgraded.sendgrid.sent if "BM-2026-0003" in mail.subject]
    assert sorted(held) == [f"{name}@example.nl" for name in ("ali", "kim", "noor", "piet")]
    upgraded.later(minutes=60)
    assert len(upgraded.sendgrid.sent) == 5


def test_the_old_messages_are_worked_on(upgraded: Stage) -> None:
    stage = upgraded
    waiting = next(message for message in stage.intake.messages if message.plain().startswith("BM-2026-0002"))
    stage.presses(stage.anna, waiting, "Goedkeuren en versturen")
    assert "Een collega moet hem versturen" in stage.ephemeral(stage.anna, stage.intake)
    stage.presses(stage.bram, waiting, "Goedkeuren en versturen")
    assert len([mail for mail in stage.sendgrid.sent if "BM-2026-0002" in mail.subject]) == 4
    assert "4 van 4" in waiting.plain()

    unrated, owed = by(stage, "witte auto"), by(stage, "deurbel")
    stage.presses(stage.carla, unrated, "Niet relevant")
    assert unrated.buttons[0] == "Afhandelen"
    stage.presses(stage.carla, owed, "Naar inbrakenteam")
    assert "deurbel" in stage.burglary.messages[-1].thread[-1].plain()
    stage.presses(stage.carla, owed, "Afhandelen")
    assert seen(stage.carla).fill({"In BVH gezet?": ["Staat in BVH"]}).submit().closed
    stage.settle()
    assert "afgehandeld" in owed.plain()

    lead = stage.burglary.messages[-1].thread[0]
    stage.presses(stage.daan, lead, "Gelezen")
    assert "Gelezen" not in lead.buttons
