""" "We have your reply": at once, once an address an alert; two machines can never keep each other busy.

Only to who surely wrote it: the participant whose mail it answers, or whom DKIM proved. A From line is what anybody
writes, and mail to a made-up one would come from us.
"""

from datetime import date, time, timedelta

from bot.clock import Clock, local
from bot.domain.alerts.alerts import Alert
from bot.domain.letters.greetings import Greeting
from bot.domain.participants.people import Participant
from bot.domain.replies.replies import LetterKind, Reply, ReplyLabel
from bot.records.mail import InboundMail
from bot.records.outbox import Task
from bot.workflow.letters.letters import greeting_for, greeting_to, letter_about
from bot.workflow.letters.receipting import Receipting
from bot.workflow.mail_ports import Composer, Tokens
from bot.workflow.times import DUTCH_DAYS
from storage.unit_of_work import UnitOfWork

MOST_UNTIED_AN_HOUR = 20
UNTIED_AGAIN_AFTER = timedelta(days=1)
MOST_ADDRESSES = 3  # that one mail of ours is answered from: a mail that is passed on, and no robot that varies its own


class Acknowledging:
    """Holds back generously: a citizen misses little, a loop of robots would never end."""

    def __init__(self, clock: Clock, composer: Composer, tokens: Tokens, same_day_until: time) -> None:
        self._clock = clock
        self._same_day_until = same_day_until
        self._composer = composer
        self._tokens = tokens
        self._receipting = Receipting(clock, composer, tokens)

    def acknowledge(
        self, uow: UnitOfWork, reply: Reply, mail: InboundMail, about: Alert | None, person: Participant | None
    ) -> None:
        """Owe the acknowledgement of what just came in where one is due, and the receipt of files."""
        if _may_be_acknowledged(reply, mail):
            self._owe(uow, reply, about, greeting_to(person, reply))
        if mail.files:
            self._receipting.owe_of_mail(uow, reply, mail.files, about)

    def owe(self, uow: UnitOfWork, reply: Reply, about: Alert | None) -> None:
        """Owe the acknowledgement, once: a colleague said that it is a reply after all."""
        self._owe(uow, reply, about, greeting_for(uow, reply))

    def _owe(self, uow: UnitOfWork, reply: Reply, about: Alert | None, greeting: Greeting) -> None:
        if not reply.may_acknowledge or self._was_before(uow, reply):
            return
        content = about.content if about else None
        subject, text = self._composer.acknowledgement(content, self._read_by(), greeting)
        letter = letter_about(reply, subject, text, self._composer, self._tokens, automatic=True)
        letter_id = uow.letters.add(LetterKind.ACKNOWLEDGEMENT, reply.id, letter, self._clock.now())
        uow.outbox.owe(Task.SEND_LETTER, letter_id)

    def _read_by(self) -> date | None:
        return DUTCH_DAYS.read_by(local(self._clock.now()), self._same_day_until)

    def _was_before(self, uow: UnitOfWork, reply: Reply) -> bool:
        """Without a delivery only the address tells citizens apart, and a robot may vary it: then few an hour."""
        if reply.delivery_id is not None:
            before = uow.letters.acknowledged(reply)
            return reply.from_address.lower() in before or len(before) >= MOST_ADDRESSES
        now = self._clock.now()
        if uow.letters.untied_acknowledgements(now - timedelta(hours=1)) >= MOST_UNTIED_AN_HOUR:
            return True
        return uow.letters.untied_acknowledgements(now - UNTIED_AGAIN_AFTER, reply.from_address) > 0


def _may_be_acknowledged(reply: Reply, mail: InboundMail) -> bool:
    """Whoever answers a letter of ours has heard from us."""
    return reply.label is ReplyLabel.REPLY and mail.may_acknowledge and mail.letter_to is None
