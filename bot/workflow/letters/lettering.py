"""Sending what the outbox owes one person by mail."""

import structlog

from bot.clock import Clock
from bot.domain.alerts.mailings import Outcome, SendResult
from bot.domain.alerts.safeguards import NOT_ALLOWED, Safeguards
from bot.domain.replies.replies import LetterStatus
from bot.records.mail import Letter
from bot.records.outbox import OutboxItem, Task
from bot.workflow.figures.deliveries import Finish
from bot.workflow.handling import reply_changed
from bot.workflow.leasing import Keeper, LeaseLost
from bot.workflow.mail_ports import Mailer
from storage.unit_of_work import UnitOfWork, Work

log = structlog.get_logger()
_LETTER_AFTER = {
    Outcome.ACCEPTED: LetterStatus.SENT,
    Outcome.REFUSED: LetterStatus.REFUSED,
    Outcome.FAILED: LetterStatus.WAITING,
    Outcome.UNKNOWN: LetterStatus.UNKNOWN,
}


class LetterFailed(Exception):
    """The mail provider certainly did not take the letter: it is tried again."""

    def __init__(self, result: SendResult) -> None:
        super().__init__(result.detail)
        self.retry_after_s = result.retry_after_s


class Letters:
    """Hands letters to the mail provider; one whose answer was lost is never sent again by itself."""

    def __init__(self, work: Work, clock: Clock, mailer: Mailer, safeguards: Safeguards, keeper: Keeper) -> None:
        self._work = work
        self._clock = clock
        self._mailer = mailer
        self._safeguards = safeguards
        self._keeper = keeper

    def send(self, item: OutboxItem) -> Finish:
        """The letter's own row is its ledger: CALLING is committed before the call."""
        now = self._clock.now()
        with self._work() as uow:
            letter, kind, reply_id = uow.letters.get(item.subject_id)
            mine = uow.letters.move(item.subject_id, LetterStatus.WAITING, LetterStatus.CALLING, "", now)
        result = self._hand_over(letter) if mine else SendResult(Outcome.UNKNOWN, "the program ended")
        log.info("letter", letter=item.subject_id, kind=kind, outcome=result.outcome, detail=result.detail)

        def finish(uow: UnitOfWork) -> None:
            after = _LETTER_AFTER[result.outcome]
            # Its lease may have run out during the call: another worker then called it unknown, but this one knows.
            late = (LetterStatus.UNKNOWN,) if mine and after is not LetterStatus.UNKNOWN else ()
            for here in (LetterStatus.CALLING, *late):
                moved = uow.letters.move(item.subject_id, here, after, result.detail, self._clock.now())
                if moved and here is LetterStatus.UNKNOWN and after is LetterStatus.WAITING:
                    uow.outbox.owe(Task.SEND_LETTER, item.subject_id)  # the other worker took it off the list
            if reply_id and result.outcome is not Outcome.FAILED:
                reply_changed(uow, reply_id, self._clock.now())

        if result.outcome is Outcome.FAILED:
            with self._work() as uow:
                finish(uow)
            raise LetterFailed(result)
        return finish

    def _hand_over(self, letter: Letter) -> SendResult:
        if not self._safeguards.lets_out(letter.to):
            return SendResult(Outcome.REFUSED, NOT_ALLOWED)
        try:
            self._keeper.check()
        except LeaseLost:
            return SendResult(Outcome.FAILED, "this copy stood still")
        return self._mailer.send_letter(letter)
