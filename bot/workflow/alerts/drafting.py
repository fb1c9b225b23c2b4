"""What somebody typed in a request survives the closing of its form: a day long it is offered again."""

from dataclasses import asdict
from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.domain.participants.people import Colleague
from bot.records.alerts import TypedForm, TypedRequest
from bot.workflow.alerts.requesting import FormContext
from storage.unit_of_work import Work

KEPT_FOR: Final = timedelta(days=1)
TEXTS: Final = ("street", "house_number", "postcode", "what_happened", "description", "question", "bvh_number")
"""What nobody typed is no draft: the other fields have a value from the start."""


class Drafting:
    """One form for each colleague: the one that they typed in last."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def keep(self, typed: TypedRequest, form: FormContext, colleague: Colleague) -> None:
        """Before anything of it is checked. A request that exists is amended anew, from what stands there."""
        if form.alert_id or form.about_id or not any(getattr(typed, name) for name in TEXTS):
            return
        fields = {**asdict(typed), "accept_centre": "yes" if typed.accept_centre else ""}
        kept = TypedForm(form.draft_id, form.incident_id, fields, form.opened_at, self._clock.now())
        with self._work() as uow:
            uow.drafts.keep_typed(colleague.id, kept)

    def unfinished(self, colleague: Colleague) -> TypedForm | None:
        """What they typed within a day."""
        with self._work() as uow:
            kept = uow.drafts.typed(colleague.id)
        return kept if kept and kept.typed_at > self._clock.now() - KEPT_FOR else None

    def forget_old(self) -> None:
        with self._work() as uow:
            uow.drafts.forget_typed_before(self._clock.now() - KEPT_FOR)
