"""Sending what was approved, batch by batch, and reading what the provider says of it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import lru_cache, partial

import structlog

from bot.clock import Clock
from bot.domain.alerts.alerts import Alert, AlertKind
from bot.domain.alerts.mailings import (
    EVENTS_PATIENCE,
    Batch,
    DeliveryState,
    MailEvent,
    Outcome,
    Progress,
    Recipient,
    SendResult,
    Subject,
    Topic,
    backoff,
    foremost,
)
from bot.domain.alerts.safeguards import NOT_ALLOWED, Safeguards
from bot.domain.errors import AlreadyDone
from bot.domain.participants.people import Colleague, LeaveReason
from bot.domain.replies.replies import LetterStatus
from bot.domain.surveys.surveys import Survey
from bot.records.chat import Note
from bot.records.mailings import BatchCard
from bot.records.outbox import Task
from bot.records.replies import Moved
from bot.workflow.alerts.repeats.joining import carry_along
from bot.workflow.alerts.repeats.noticing import notice
from bot.workflow.handling import reply_changed
from bot.workflow.leasing import Keeper, LeaseLost
from bot.workflow.mail_ports import Composer, Mailer
from bot.workflow.owing import N_, mail_of, mailed, owe_note, owe_shown, owe_told_of
from bot.workflow.participants.leaving import take_out
from bot.workflow.participants.pausing import heed_arrivals, heed_failure
from bot.workflow.replies.relating import show_to_neighbours
from storage.unit_of_work import UnitOfWork, Work

log = structlog.get_logger()
LEASE = timedelta(seconds=30)  # kept alive: so long a batch waits where its caller died
SHOWN_EVERY = timedelta(seconds=2)  # the progress of one mailing, at most: the chat takes about 50 updates a minute
LEAVING = {
    DeliveryState.UNSUBSCRIBE: LeaveReason.UNSUBSCRIBED,
    DeliveryState.SPAMREPORT: LeaveReason.COMPLAINED,
}
_LETTER_STATES = {
    DeliveryState.PROCESSED: LetterStatus.SENT,
    DeliveryState.DELIVERED: LetterStatus.SENT,
    DeliveryState.BOUNCE: LetterStatus.BOUNCED,
    DeliveryState.DROPPED: LetterStatus.BOUNCED,
}

_OUT = {
    AlertKind.OUTCOME: N_("Outcome mail {reference} is out: {n} of {total}."),
    AlertKind.PREVENTIVE: N_("Preventive mail {reference} is out: {n} of {total}."),
}
NOT_KNOWN_TO_BE_SENT = (LetterStatus.UNKNOWN, LetterStatus.CALLING, LetterStatus.LEFT, LetterStatus.WAITING)


class Sending:
    """The ledger is committed before each call; a call whose answer was lost is never repeated blindly."""

    def __init__(
        self, work: Work, clock: Clock, mailer: Mailer, composer: Composer, safeguards: Safeguards, keeper: Keeper
    ) -> None:
        self._work = work
        self._clock = clock
        self._mailer = mailer
        self._keeper = keeper
        self._safeguards = safeguards
        self._compose = lru_cache(maxsize=4)(partial(mail_of, composer))  # once a mailing, not once a batch

    def send_next(self) -> bool:
        """Send one batch; False where none waits."""
        now = self._clock.now()
        with self._work() as uow:
            batch = uow.mailings.claim_batch(now, now + LEASE)
            if batch is None:
                return False
            thing = mailed(uow, batch.topic)
            recipients = self._let_out(uow, uow.mailings.recipients(batch, now))
        with self._keeper.holding(LEASE, lambda uow, until: uow.mailings.extend_lease(batch, until)):
            result = self._hand_over(thing, recipients)
            self._keeper.write_down(lambda: self._settle(batch, result))
        return True

    def _hand_over(self, thing: Alert | Survey, recipients: Sequence[Recipient]) -> SendResult:
        if not recipients:
            return SendResult(Outcome.ACCEPTED)
        mail = self._compose(thing)
        try:
            self._keeper.check()
        except LeaseLost:  # it is called unknown by now: this copy knows that nothing left
            return SendResult(Outcome.FAILED, "this copy stood still")
        return self._mailer.send_alert(mail, recipients)

    def _let_out(self, uow: UnitOfWork, recipients: Sequence[Recipient]) -> Sequence[Recipient]:
        """In an exercise only who is on the allow-list gets mail; the ledger says so of the others."""
        kept = [person for person in recipients if self._safeguards.lets_out(person.email)]
        if len(kept) < len(recipients):
            uow.mailings.refuse(set(recipients) - set(kept), NOT_ALLOWED, self._clock.now())
        return kept

    def _settle(self, batch: Batch, result: SendResult) -> None:
        now = self._clock.now()
        pause = timedelta(seconds=result.retry_after_s or 0)
        with self._work() as uow:
            wait = self._patience() if result.outcome is Outcome.UNKNOWN else max(backoff(batch.attempts), pause)
            if not (result.may_be_one and uow.mailings.split_batch(batch, result.detail, now)):
                uow.mailings.settle_batch(batch, result.outcome, result.detail, now + wait, now, result.hitch)
            if result.outcome is not Outcome.UNKNOWN and uow.outbox.message(Task.SHOW_BATCH, batch.id):
                uow.outbox.owe(Task.SHOW_BATCH, batch.id)
            if pause and result.outcome is Outcome.FAILED:
                uow.mailings.pause(now + pause)
            is_out = self.is_out(uow, batch.topic)
            one_of_many = result.outcome is Outcome.ACCEPTED and not is_out
            owe_shown(uow, batch.topic, SHOWN_EVERY if one_of_many else timedelta())
        log.info("batch", batch=batch.id, outcome=result.outcome, detail=result.detail)

    def _patience(self) -> timedelta:
        """How long a lost answer is left to the provider's events before people are asked."""
        return EVENTS_PATIENCE if self._mailer.events_follow else timedelta()

    def is_out(self, uow: UnitOfWork, topic: Topic) -> bool:
        """Whether nothing of the mailing waits any more; the first time, it is marked as sent and that is told."""
        if uow.mailings.waits(topic):
            return False
        things = uow.surveys if topic.subject is Subject.SURVEY else uow.alerts
        if things.mark_sent(topic.id, self._clock.now()) and (progress := uow.mailings.progress(topic)):
            self._tell_sent(uow, mailed(uow, topic), progress)
        return True

    def _tell_sent(self, uow: UnitOfWork, thing: Alert | Survey, progress: Progress) -> None:
        uow.audit.record("burgernetmail", "sent", thing.reference, self._clock.now(), people=progress.sent)
        numbers = _numbers(progress.sent, progress.total)
        if isinstance(thing, Survey):
            owe_note(uow, Task.SURVEY_NOTE, thing.id, Note(N_("The mail is out: {n} of {total}."), numbers))
        else:
            self._tell_alert_sent(uow, thing, numbers)

    def _tell_alert_sent(self, uow: UnitOfWork, alert: Alert, numbers: dict[str, str]) -> None:
        owe_note(uow, Task.ALERT_NOTE, alert.id, Note(N_("The mail is out: {n} of {total}."), numbers))
        if alert.about:
            values = {"reference": alert.reference, **numbers}
            owe_note(uow, Task.ALERT_NOTE, alert.about.id, Note(_OUT[alert.kind], values))
            owe_told_of(uow, alert)
        else:
            show_to_neighbours(uow, alert)
            notice(uow, alert, self._clock.now())
            carry_along(uow, alert, self._clock.now())

    def recover(self) -> None:
        """A batch whose caller died has lost its answer; what no event settled in time is put before people, once."""
        with self._work() as uow:
            lost = uow.mailings.lost_batches(self._clock.now())
            if not lost:
                self._ask(uow)
                return
        for batch in lost:
            self._settle(batch, SendResult(Outcome.UNKNOWN, "the program ended during the call"))
        with self._work() as uow:
            self._ask(uow)

    def _ask(self, uow: UnitOfWork) -> None:
        asked = uow.mailings.ask(self._clock.now(), LEASE)
        if len(asked) > 1:
            uow.outbox.owe(Task.SHOW_STANDSTILL, uow.standstills.ask(asked))
        elif asked:
            uow.outbox.owe(Task.SHOW_BATCH, asked[0])

    def question(self, batch_id: int) -> BatchCard:
        """What is to be decided; AlreadyDone where it was."""
        with self._work() as uow:
            card = uow.mailings.batch_card(batch_id)
        if card.decision:
            raise AlreadyDone
        return card

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
        told = foremost(events)
        leaving = foremost(event for event in events if event.state in LEAVING)
        with self._work() as uow:
            heard = uow.mailings.record_events(_numbered("d", told))
            for moved in heard.moved:
                if event := leaving.get(f"d{moved.delivery_id}"):
                    take_out(uow, moved.participant_id, LEAVING[event.state], "burgernetmail", self._clock.now())
            self._heed(uow, heard.moved, told)
            for batch_id in heard.settled:
                if uow.outbox.message(Task.SHOW_BATCH, batch_id):  # else it was asked about with others
                    uow.outbox.owe(Task.SHOW_BATCH, batch_id)
            for topic in sorted({moved.topic for moved in heard.moved}):
                self.is_out(uow, topic)
                owe_shown(uow, topic, SHOWN_EVERY)
            for letter_id, event in sorted(_numbered("l", told).items()):  # one order: two calls never deadlock
                self._record_letter(uow, letter_id, event)

    def _heed(self, uow: UnitOfWork, moves: Sequence[Moved], told: Mapping[str, MailEvent]) -> None:
        """Draw from what became of a mail what it says about the participant's address."""
        events = [(moved.participant_id, told[f"d{moved.delivery_id}"]) for moved in moves]
        for participant_id, event in events:
            if event.fault:
                heed_failure(uow, participant_id, event.fault, self._clock.now())
        arrived = [participant_id for participant_id, event in events if event.state is DeliveryState.DELIVERED]
        heed_arrivals(uow, arrived, self._clock.now())

    def _record_letter(self, uow: UnitOfWork, letter_id: int, event: MailEvent) -> None:
        status = _LETTER_STATES.get(event.state)
        if status is None:
            return
        movable = NOT_KNOWN_TO_BE_SENT if status is LetterStatus.SENT else tuple(LetterStatus)
        now = self._clock.now()
        if any(uow.letters.move(letter_id, here, status, event.reason, now) for here in movable if here is not status):
            reply_id = uow.letters.reply_of(letter_id)
            if reply_id:
                reply_changed(uow, reply_id, now)


def _numbers(n: int, total: int) -> dict[str, str]:
    return {"n": str(n), "total": str(total)}


def _numbered(kind: str, told: Mapping[str, MailEvent]) -> dict[int, MailEvent]:
    """Those about deliveries (`d`) or letters (`l`), by number."""
    return {int(tag[1:]): event for tag, event in told.items() if tag[:1] == kind and tag[1:].isdecimal()}
