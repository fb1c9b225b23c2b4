"""Sentences that are stored now and translated when they are shown."""

from dataclasses import asdict

from bot.domain.alerts import AlertContent
from bot.workflow.cards import Note
from bot.workflow.mail_port import Composer
from bot.workflow.ports import UnitOfWork
from bot.workflow.records import OutboxItem, Task


def N_(message: str) -> str:  # noqa: N802 - gettext's name for "to be translated later"
    """Mark a message id for the catalogue."""
    return message


def owe_note(uow: UnitOfWork, task: Task, subject_id: int, note: Note) -> None:
    """Owe a line in a thread."""
    uow.outbox.owe(task, subject_id, asdict(note))


def owed_note(item: OutboxItem) -> Note:
    """The note that `owe_note` wrote."""
    return Note(**item.payload)  # type: ignore[arg-type]  # as written by owe_note


def mail_as_read(composer: Composer, reference: str, content: AlertContent) -> str:
    """The mail of an alert for colleagues to check: its subject above its text."""
    return f"{composer.alert(reference, content).subject}\n\n{composer.alert_preview(reference, content)}"
