"""Sending what was approved, batch by batch, and reading what the provider says of it."""

from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache, partial

import structlog

from bot.clock import Clock
from bot.domain.alerts import Alert
from bot.domain.mailings import Batch, DeliveryState, MailEvent, Outcome, Progress, Recipient, SendResult, backoff
from bot.domain.people import Colleague, LeaveReason
from bot.domain.replies import LetterStatus
from bot.domain.safeguards import NOT_ALLOWED, Safeguards
from bot.workflow.cards import Note
from bot.workflow.leaving import take_out
from bot.workflow.mail_port import Composer, Mailer
from bot.workflow.ports import UnitOfWork, Work
from bot.workflow.records import Task
from bot.workflow.wording import N_, mail_of, owe_note

log = structlog.get_logger()
LEASE = timedelta(minutes=3)  # longer than the longest call to a provider takes with its time-outs
LEAVING = {
    DeliveryState.UNSUBSCRIBE: LeaveReason.UNSUBSCRIBED,
    DeliveryState.SPAMREPORT: LeaveReason.COMPLAINED,
    DeliveryState.BOUNCE: LeaveReason.BOUNCED,
}
_LETTER_STATES = {
    DeliveryState.PROCESSED: LetterStatus.SENT,
    DeliveryState.DELIVERED: LetterStatus.SENT,
    DeliveryState.BOUNCE: LetterStatus.BOUNCED,
    DeliveryState.DROPPED: LetterStatus.BOUNCED,
}


class Sending:
    """The ledger is committed before each call; a call whose answer was lost is never repeated blindly."""

    def __init__(self, work: Work, clock: Clock, mailer: Mailer, composer: Composer, safeguards: Safeguards) -> None:
        self._work = work
        self._clock = clock
        self._mailer = mailer
        self._safeguards = safeguards
        self._compose = lru_cache(maxsize=4)(partial(mail_of, composer))  # once an alert, not once a batch

    def send_next(self) -> bool:
        """Send one batch; False where none waits."""
        now = self._clock.now()
        with self._work() as uow:
            batch = uow.mailings.claim_batch(now, now + LEASE)
            if batch is None:
                return False
            alert = uow.alerts.get(batch.alert_id)
            recipients = self._let_out(uow, uow.mailings.recipients(batch))
        result = SendResult(Outcome.ACCEPTED)
        if recipients:
            result = self._mailer.send_alert(self._compose(alert), recipients)
        self._settle(batch, result)
        return True

    def _let_out(self, uow: UnitOfWork, recipients: Sequence[Recipient]) -> Sequence[Recipient]:
        """In an exercise only who is on the allow-list gets mail; the ledger says so of the others."""
        kept = [person for person in recipients if self._safeguards.lets_out(person.email)]
        if len(kept) < len(recipients):
            uow.mailings.refuse(set(recipients) - set(kept), NOT_ALLOWED, self._clock.now())
        return kept

    def _settle(self, batch: Batch, result: SendResult) -> None:
        now = self._clock.now()
        wait = max(backoff(batch.attempts), timedelta(seconds=result.retry_after_s or 0))
        with self._work() as uow:
            uow.mailings.settle_batch(batch, result.outcome, result.detail, now + wait, now)
            if result.outcome is Outcome.UNKNOWN:
                uow.outbox.owe(Task.SHOW_BATCH, batch.id)
            self._show_progress(uow, batch.alert_id)
        log.info("batch", batch=batch.id, outcome=result.outcome, detail=result.detail)

    def _show_progress(self, uow: UnitOfWork, alert_id: int) -> None:
        now = self._clock.now()
        progress = uow.mailings.progress(alert_id)
        if progress and progress.done and uow.alerts.mark_sent(alert_id, now):
            self._tell_sent(uow, uow.alerts.get(alert_id), progress)
        uow.outbox.owe(Task.SHOW_ALERT, alert_id)

    def _tell_sent(self, uow: UnitOfWork, alert: Alert, progress: Progress) -> None:
        uow.audit.record("burgernetmail", "sent", alert.reference, self._clock.now(), people=progress.sent)
        numbers = _numbers(progress.sent, progress.total)
        owe_note(uow, Task.ALERT_NOTE, alert.id, Note(N_("The mail is out: {n} of {total}."), numbers))
        if alert.about:
            values = {"reference": alert.reference, **numbers}
            out = Note(N_("Outcome mail {reference} is out: {n} of {total}."), values)
            owe_note(uow, Task.ALERT_NOTE, alert.about.id, out)

    def recover(self) -> None:
        """A batch whose caller died in the middle of the call: its answer is lost."""
        with self._work() as uow:
            lost = uow.mailings.lost_batches(self._clock.now())
        for batch in lost:
            self._settle(batch, SendResult(Outcome.UNKNOWN, "the program ended during the call"))

    def decide(self, batch_id: int, colleague: Colleague, *, send_again: bool) -> bool:
        """A superuser decides about a batch whose answer was lost; False where it was decided before."""
        now = self._clock.now()
        with self._work() as uow:
            decided = uow.mailings.decide_batch(batch_id, send_again=send_again, by=colleague, at=now)
            if decided:
                what = "sends_again" if send_again else "leaves"
                uow.audit.record(colleague.id, what, f"batch {batch_id}", now)
                uow.outbox.owe(Task.SHOW_BATCH, batch_id)
        return decided

    def record_events(self, events: Sequence[MailEvent]) -> None:
        """What the provider says of single mails: duplicates and disorder change nothing."""
        alert_of_batch: dict[int, int] = {}
        with self._work() as uow:
            for event in sorted(events, key=lambda event: event.tag):  # one order, so that two posts never deadlock
                kind, number = event.tag[:1], event.tag[1:]
                if kind == "d" and number.isdecimal():
                    alert_of_batch |= self._record_delivery(uow, int(number), event)
                elif kind == "l" and number.isdecimal():
                    self._record_letter(uow, int(number), event)
            for batch_id in alert_of_batch:
                if uow.outbox.message(Task.SHOW_BATCH, batch_id):
                    uow.outbox.owe(Task.SHOW_BATCH, batch_id)
            for alert_id in sorted(set(alert_of_batch.values())):
                self._show_progress(uow, alert_id)

    def _record_delivery(self, uow: UnitOfWork, delivery_id: int, event: MailEvent) -> dict[int, int]:
        """The batch that it moved and that batch's alert; nothing for what is known already."""
        alert_id = uow.mailings.record_event(delivery_id, event)
        if alert_id is None:
            return {}
        reason = LEAVING.get(event.state) if event.permanent else None
        if reason and (sent := uow.mailings.sent_to(delivery_id)):
            take_out(uow, sent.participant.id, reason, "burgernetmail", self._clock.now())
        return {uow.mailings.batch_of(delivery_id): alert_id}

    def _record_letter(self, uow: UnitOfWork, letter_id: int, event: MailEvent) -> None:
        status = _LETTER_STATES.get(event.state)
        if status is None:
            return
        movable = (LetterStatus.UNKNOWN, LetterStatus.CALLING) if status is LetterStatus.SENT else tuple(LetterStatus)
        now = self._clock.now()
        if any(uow.letters.move(letter_id, here, status, event.reason, now) for here in movable if here is not status):
            _, _, reply_id = uow.letters.get(letter_id)
            if reply_id:
                uow.outbox.owe(Task.SHOW_REPLY, reply_id)


def _numbers(n: int, total: int) -> dict[str, str]:
    return {"n": str(n), "total": str(total)}
