"""A receipt of the files that a citizen sent: what they were, so that nobody can say later that they were others.

Only to who surely wrote it, as an acknowledgement; never what is in a file, and few a day: two machines that send each
other files stop.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.domain.alerts.alerts import Alert
from bot.domain.replies.attachments import File, is_evidence, is_film
from bot.domain.replies.images.offered import brings_images
from bot.domain.replies.replies import LetterKind, Reply, ReplyKind, ReplyLabel
from bot.records.letters import Receipt, ReceivedFile
from bot.records.mail import Purpose
from bot.records.outbox import Task
from bot.workflow.letters.letters import greeting_for, letter_about
from bot.workflow.mail_ports import Composer, Tokens
from storage.unit_of_work import UnitOfWork

CITIZENS: Final = frozenset({ReplyLabel.REPLY, ReplyLabel.FOLLOW_UP})
MOST_A_DAY: Final = 5  # to one address
A_DAY: Final = timedelta(days=1)


class Receipting:
    """Once for the files of one mail or form: it is owed as that is read."""

    def __init__(self, clock: Clock, composer: Composer, tokens: Tokens) -> None:
        self._clock = clock
        self._composer = composer
        self._tokens = tokens

    def owe_of_mail(self, uow: UnitOfWork, reply: Reply, files: Sequence[File], about: Alert | None) -> None:
        """At once; with films once those were looked into: it says whether they open."""
        if reply.label in CITIZENS and any(is_film(file.media_type) for file in files):
            uow.outbox.owe(Task.LOOK_AT_FILMS, reply.id)
        else:
            self.owe(uow, reply, about)

    def owe(self, uow: UnitOfWork, reply: Reply, about: Alert | None) -> None:
        """Owe the receipt where one is due."""
        if reply.label not in CITIZENS or not reply.may_acknowledge:
            return
        files = [one for one in uow.attachments.of_reply(reply.id) if one.reply_id == reply.id and is_evidence(one)]
        if not files or not self._is_due(uow, reply):
            return
        received = tuple(
            ReceivedFile(one.name, one.size, one.sha256, one.came_at or reply.received_at, "unread" not in one.facts)
            for one in files
        )
        images = all(map(brings_images, files))
        reference, link = about.reference if about else "", self._for_neighbour(uow, reply)
        receipt = Receipt(reference, received, images=images, neighbour=link)
        subject, text = self._composer.receipt(receipt, greeting_for(uow, reply))
        root = replace(reply, id=reply.follow_up_of or reply.id)  # whose message shows what comes of a letter
        letter = letter_about(root, subject, text, self._composer, self._tokens, automatic=True)
        uow.outbox.owe(Task.SEND_LETTER, uow.letters.add(LetterKind.RECEIPT, root.id, letter, self._clock.now()))

    def _for_neighbour(self, uow: UnitOfWork, reply: Reply) -> str:
        """The same link as on the page that thanks: it names who may pass it on to nobody, and takes one form."""
        delivery_id = reply.delivery_id
        if delivery_id is None or uow.inbox.has_come(ReplyKind.NEIGHBOUR, f"d{delivery_id}"):
            return ""
        return self._tokens.make(Purpose.NEIGHBOUR, delivery_id)

    def _is_due(self, uow: UnitOfWork, reply: Reply) -> bool:
        """Who is known by their address alone gets one where they got an acknowledgement: those are few an hour."""
        if reply.delivery_id is None and not uow.letters.acknowledgement_of(reply.follow_up_of or reply.id):
            return False
        return uow.letters.receipts(reply.from_address, self._clock.now() - A_DAY) < MOST_A_DAY
