""" "We have your reply": at once, once a citizen an alert; two machines can never keep each other busy."""

from datetime import timedelta

from bot.clock import Clock
from bot.domain.replies import CautionKind, LetterKind, Reply, ReplyLabel, SenderCheck
from bot.workflow.letters import letter_about
from bot.workflow.mail_port import Composer, InboundMail, Tokens
from bot.workflow.ports import UnitOfWork
from bot.workflow.records import Task

MOST_UNTIED_AN_HOUR = 20
UNTIED_AGAIN_AFTER = timedelta(days=1)


class Acknowledging:
    """Holds back generously: a citizen misses little, a loop of robots would never end."""

    def __init__(self, clock: Clock, composer: Composer, tokens: Tokens) -> None:
        self._clock = clock
        self._composer = composer
        self._tokens = tokens

    def acknowledge(self, uow: UnitOfWork, reply: Reply, mail: InboundMail) -> None:
        """Owe the acknowledgement where one is due."""
        if _may_be_acknowledged(reply, mail):
            self.owe(uow, reply)

    def owe(self, uow: UnitOfWork, reply: Reply) -> None:
        """Once; a colleague may have said that it is a reply after all."""
        if not reply.from_address or self._was_before(uow, reply):
            return
        content = uow.alerts.get(reply.alert_id).content if reply.alert_id else None
        subject, text = self._composer.acknowledgement(content)
        letter = letter_about(reply, subject, text, self._composer, self._tokens, automatic=True)
        letter_id = uow.letters.add(LetterKind.ACKNOWLEDGEMENT, reply.id, letter, self._clock.now())
        uow.outbox.owe(Task.SEND_LETTER, letter_id)

    def _was_before(self, uow: UnitOfWork, reply: Reply) -> bool:
        """Without a delivery only the address tells citizens apart, and a robot may vary it: then few an hour."""
        if reply.delivery_id is not None:
            return uow.letters.acknowledged_before(reply)
        now = self._clock.now()
        if uow.letters.untied_acknowledgements(now - timedelta(hours=1)) >= MOST_UNTIED_AN_HOUR:
            return True
        return uow.letters.untied_acknowledgements(now - UNTIED_AGAIN_AFTER, reply.from_address) > 0


def _may_be_acknowledged(reply: Reply, mail: InboundMail) -> bool:
    """Whoever answers a letter of ours has heard from us; a forged sender did not write to us at all."""
    if reply.label is not ReplyLabel.REPLY or not mail.may_acknowledge:
        return False
    theirs = reply.delivery_id is not None and all(odd.kind is not CautionKind.OTHER_SENDER for odd in reply.cautions)
    return mail.letter_to is None and (theirs or reply.sender_check is not SenderCheck.FAILED)
