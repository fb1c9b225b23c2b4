"""A handled reply, and all that is left of it."""

from pathlib import Path

from tests.doubles.slack import Message
from tests.looks import looks
from tests.stage import Stage

WORDS = "Ik zag een bus."


def handles(stage: Stage, reply: Message) -> None:
    """Not relevant, and answered; a lead all the same, which the team has judged: what is open never goes."""
    looks(stage, stage.carla, reply, "Toon gegevens")
    stage.sends_on(stage.carla, reply)
    stage.judges(stage.daan, stage.burglary.messages[-1].thread[-1], "Uitgesloten")
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)


def holds(stage: Stage, reason: str, reference: str = "bm-2026-0001") -> None:
    stage.els.command("/burgernetmail", f"bewaren {reference}", stage.supervision)
    form = stage.slack.wait_for(lambda: stage.els.modal)
    assert form.fill({"Waarom?": reason}).submit().closed
    stage.settle()


def files(stage: Stage) -> list[Path]:
    return [file for file in stage.files.rglob("*") if file.is_file()]


def everything_kept(stage: Stage) -> str:
    """All that the database holds of what was written, but for the people themselves and their mailing."""
    tables = (
        *("replies", "inbound", "letters", "attachments", "leads", "outbox", "audit", "audit_words"),
        *("callbacks", "mentions"),
    )
    return " ".join(str([tuple(row) for row in stage.rows(f"SELECT * FROM {table}")]) for table in tables)


def sealed(stage: Stage) -> None:
    while stage.program.workflow.audit_chain.seal_next():
        pass
