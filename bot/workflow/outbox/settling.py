"""What becomes of something owed after a try: done, put off, set aside for the superusers to decide about."""

from datetime import timedelta

import structlog

from bot.clock import Clock
from bot.domain.alerts.mailings import backoff
from bot.domain.errors import AlreadyDone
from bot.domain.participants.people import Colleague
from bot.records.chat import Channel
from bot.records.outbox import Decision, OutboxItem, StuckCard, Task
from bot.workflow.figures.deliveries import Finish
from bot.workflow.leasing import LeaseLost
from bot.workflow.letters.lettering import LetterFailed
from bot.workflow.ports import AnswerLost, BlobsDown, ChatDown, ChatMisconfigured, ChatRefused, MessageRefused
from storage.unit_of_work import UnitOfWork, Work

log = structlog.get_logger()
STUCK_AFTER = 5  # tries, half a minute in all: then the superusers are told what waits and why
MENDABLE = (ChatMisconfigured, BlobsDown)
FOR_ANOTHER = timedelta(seconds=10)  # how soon what waits for a refused message looks again


class Settling:
    """Each in one transaction; what is done in that which takes the next."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def done(self, uow: UnitOfWork, item: OutboxItem, finish: Finish | None = None) -> None:
        """It needs nothing any more but what is to be written down."""
        if finish:
            finish(uow)
        uow.outbox.done(item)
        _tell_mended(uow, item)

    def failed(self, item: OutboxItem, error: Exception) -> None:
        """What its delivery raised says whose trouble it is: everybody's, this one's, or this one's for good."""
        match error:
            case LeaseLost():
                log.warning("stood still for too long", item=item.id, task=item.task)
            case ChatDown() | LetterFailed():
                self._put_off(item, error, error.retry_after_s)
            case AnswerLost() | BlobsDown():
                self._put_off(item, error, None)
            case MessageRefused():
                self._put_aside(item, error)
            case ChatRefused():
                self.give_up(item, str(error))
            case _:
                log.error("delivery failed", item=item.id, task=item.task, exc_info=error)
                self._put_aside(item, MessageRefused(type(error).__name__, maybe_done=True))

    def _put_off(self, item: OutboxItem, error: Exception, retry_after_s: float | None) -> None:
        """An outage passes by itself; what somebody can mend is told, once, unless telling it is what waits."""
        wait = timedelta(seconds=retry_after_s) if retry_after_s else backoff(item.attempts - 1)
        uncertain, mendable = item.uncertain or isinstance(error, AnswerLost), isinstance(error, MENDABLE)
        with self._work() as uow:
            uow.outbox.retry(item, self._clock.now() + wait, str(error), uncertain=uncertain)
            told = item.queue_key == Channel.SUPERVISION or uow.outbox.is_told(item.queue_key, str(error))
            if mendable and item.attempts >= STUCK_AFTER and not told:
                uow.outbox.owe(Task.SHOW_STUCK, item.id)
        log.warning("delivery postponed", item=item.id, task=item.task, attempts=item.attempts, reason=str(error))

    def _put_aside(self, item: OutboxItem, refusal: MessageRefused) -> None:
        """It steps out of line and is tried again; after its tries the superusers are asked, once, what to do."""
        reason, uncertain = str(refusal), item.uncertain or refusal.maybe_done
        wait = backoff(item.refusals) if refusal.counted else FOR_ANOTHER
        with self._work() as uow:
            at = self._clock.now() + wait
            refusals = uow.outbox.refused(item, at, reason, uncertain=uncertain, counted=refusal.counted)
            if refusals == STUCK_AFTER and item.task is not Task.SHOW_STUCK:
                uow.outbox.ask_again(item)
                uow.outbox.owe(Task.SHOW_STUCK, item.id)
        log.warning("message refused", item=item.id, task=item.task, refusals=refusals, reason=reason)

    def give_up(self, item: OutboxItem, reason: str, unread_task: str = "") -> None:
        """Never silently: the superusers decide, unless it is their very question that can't be posted.

        `unread_task`: as another release wrote it, with what this one can't read.
        """
        with self._work() as uow:
            uow.outbox.dead_letter(item, reason)
            if item.task is not Task.SHOW_STUCK:
                uow.outbox.owe(Task.SHOW_STUCK, item.id)
        log.error("delivery given up", item=item.id, task=unread_task or item.task, reason=reason)

    def question(self) -> StuckCard:
        """The oldest of what was given up and is to be decided about."""
        with self._work() as uow:
            if card := uow.outbox.oldest_given_up():
                return card
        raise AlreadyDone

    def decide(self, item_id: int, decision: Decision, colleague: Colleague) -> None:
        """A superuser has it tried again at once, or skipped."""
        with self._work() as uow:
            task = uow.outbox.decide(item_id, decision, colleague.name, STUCK_AFTER)
            if task is None:
                raise AlreadyDone
            what = "tries_message_again" if decision is Decision.AGAIN else "skips_message"
            uow.audit.record(colleague.id, what, f"message {item_id}", self._clock.now(), task=task)
            uow.outbox.owe(Task.SHOW_STUCK, item_id)


def _tell_mended(uow: UnitOfWork, item: OutboxItem) -> None:
    """Nobody was told of what succeeded the first time."""
    if (item.attempts > 1 or item.refusals) and uow.outbox.message(Task.SHOW_STUCK, item.id):
        uow.outbox.owe(Task.SHOW_STUCK, item.id)
