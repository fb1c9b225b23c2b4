"""A colleague's filled in form, and who approves it."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from bot.clock import Clock
from bot.domain.alerts.alerts import Alert, Draft
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.participants.people import Colleague, Role
from bot.mail.sending.composing import TemplateComposer
from bot.workflow.alerts.approving import Approving
from bot.workflow.alerts.requesting import Requesting
from bot.workflow.letters.guarding import Guard
from tests.domain.samples import CONTENT, NOON
from tests.storage.things import Work

QUESTION = "Zag u iets in de tuin?"
FLOOR = Colleague("U8", "Floor", frozenset({Role.INTAKE}))
GUARDS = Safeguards(timedelta(), 1000, frozenset(), 3)


def approving(work: Work) -> Approving:
    return Approving(work, Clock(), 1000, GUARDS, Guard())


def requesting(work: Work) -> Requesting:
    composer = TemplateComposer("Amersfoort", "nl", "https://bm.example.nl")
    return Requesting(work, Clock(), composer, None, GUARDS, Guard())  # type: ignore[arg-type]  # filing asks no map


def drafted(
    work: Work, by: Colleague, alert: Alert | None = None, about: int | None = None, question: str = QUESTION
) -> str:
    """A form that was filled in; a change of `alert`, or of the end of one."""
    content = replace(CONTENT, question=question)
    alert_id, version = (alert.id, alert.version) if alert else (None, 0)
    draft = Draft(uuid4().hex, by.id, content, NOON, alert_id, version, about)
    with work() as uow:
        uow.drafts.save(draft)
    return draft.id
