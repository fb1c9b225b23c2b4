"""Sending what the outbox owes one person by mail."""

import structlog

from bot.clock import Clock
from bot.domain.alerts.mailings import Outcome, SendResult
from bot.domain.alerts.safeguards import NOT_ALLOWED, Safeguards
from bot.domain.replies.replies import LetterStatus
from bot.records.mail import Letter
from bot.records.outbox import OutboxItem, Task
from bot.workflow.figures.deliveries import Act, Finish
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

    def send(self, uow: UnitOfWork, item: OutboxItem) -> Act:
        """The letter's own row is its ledger: CALLING is committed before the call."""
        letter, kind, reply_id, mine = uow.letters.begin(item.subject_id, self._clock.now())

        def act() -> Finish:
            result = self._hand_over(letter) if mine else SendResult(Outcome.UNKNOWN, "the program ended")
            log.info("letter", letter=item.subject_id, kind=kind, outcome=result.outcome, detail=result.detail)

            def finish(uow: UnitOfWork) -> None:
                self._settle(uow, item.subject_id, result, mine=mine)
                if reply_id and result.outcome is not Outcome.FAILED:
                    reply_changed(uow, reply_id, self._clock.now())

            if result.outcome is Outcome.FAILED:
                with self._work() as failed:
                    finish(failed)
                raise LetterFailed(result)
            return finish

        return act

    def _settle(self, uow: UnitOfWork, letter_id: int, result: SendResult, *, mine: bool) -> None:
        """Its lease may have run out during the call: another worker then called it unknown, but this one knows."""
        now, after = self._clock.now(), _LETTER_AFTER[result.outcome]
        if uow.letters.move(letter_id, LetterStatus.CALLING, after, result.detail, now):
            return
        if not mine or after is LetterStatus.UNKNOWN:
            return
        moved = uow.letters.move(letter_id, LetterStatus.UNKNOWN, after, result.detail, now)
        if moved and after is LetterStatus.WAITING:
            uow.outbox.owe(Task.SEND_LETTER, letter_id)  # the other worker took it off the list

    def _hand_over(self, letter: Letter) -> SendResult:
        if not self._safeguards.lets_out(letter.to):
            return SendResult(Outcome.REFUSED, NOT_ALLOWED)
        try:
            self._keeper.check()
        except LeaseLost:
            return SendResult(Outcome.FAILED, "this copy stood still")
        return self._mailer.send_letter(letter)
