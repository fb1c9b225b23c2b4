"""A citizen answers on the page that the mail links to: by the form, or by saying that they saw nothing."""

from collections.abc import Sequence
from dataclasses import astuple, replace
from datetime import datetime, time, timedelta
from hashlib import sha256

from bot.clock import Clock, local
from bot.domain.replies.quotas import Room, room_for
from bot.domain.replies.replies import ReplyKind
from bot.records.mail import FormFile, FormReply, Neighbour, Purpose, Told
from bot.records.mailings import SentTo
from bot.records.outbox import Task
from bot.workflow.mail_ports import Composer, Tokens
from bot.workflow.ports import BlobsDown
from bot.workflow.replies.keeping import Keeping
from bot.workflow.times import DUTCH_DAYS
from storage.unit_of_work import Work

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Replying:
    """Tokens name a delivery. What is filled in is kept like a raw mail, and read by Receiving."""

    def __init__(
        self, work: Work, clock: Clock, composer: Composer, tokens: Tokens, keeping: Keeping, same_day_until: time
    ) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._tokens = tokens
        self._keeping = keeping
        self._same_day_until = same_day_until

    def told(self, token: str, purpose: Purpose = Purpose.FORM) -> Told | None:
        """What the page says of its alert; None where the token is not ours."""
        sent = self._sent_to(token, purpose)
        if sent is None:
            return None
        read_by = DUTCH_DAYS.read_by(local(self._clock.now()), self._same_day_until)
        told = self._composer.told(sent.alert.reference, sent.alert.content, read_by)
        return replace(told, when="") if sent.of_tips else told

    def citizen(self, token: str, purpose: Purpose = Purpose.FORM) -> int | None:
        """Who got the mail that a link is of: all links of one citizen are one to the limits."""
        sent = self._sent_to(token, purpose)
        return sent.participant.id if sent else None

    def store_form(self, token: str, form: FormReply, files: Sequence[FormFile] = ()) -> Room:
        """Keep a filled-in form, or of it what there is room for; the same once more is a second click on send.

        Where files can't be kept now, words are. BlobsDown where there are no words to keep.
        """
        sent = self._sent_to(token)
        if sent is None:
            return Room.NOTHING
        room = self._room_for(sent, form, files)
        if room is Room.NOTHING:
            return room
        try:
            self._store(sent, form, files if room is Room.ALL else ())
        except BlobsDown:
            if not (files and form.what) or room is Room.WORDS:
                raise
            self._store(sent, form, ())
            return Room.WORDS
        return room

    def for_neighbour(self, token: str) -> str:
        """The token by which who has this one lets a neighbour tell what they saw; it takes one form."""
        return self._other(Purpose.FORM, token, Purpose.NEIGHBOUR)

    def is_used(self, token: str) -> bool:
        """Whether a neighbour filled in the form of this link already."""
        sent = self._sent_to(token, Purpose.NEIGHBOUR)
        if sent is None:
            return False
        with self._work() as uow:
            return uow.inbox.has_come(ReplyKind.NEIGHBOUR, _queue_key(sent))

    def has_room(self, token: str, files: Sequence[FormFile]) -> bool:
        """Whether a neighbour's files are taken: they count for who passed the link on, and has one in each mail."""
        sent = self._sent_to(token, Purpose.NEIGHBOUR)
        return sent is None or self._room_for(sent, FormReply(""), files) is Room.ALL

    def store_neighbour(self, token: str, form: FormReply, who: Neighbour, files: Sequence[FormFile]) -> bool:
        """Keep what a neighbour filled in; False where the link is used, but for a second click on send. BlobsDown."""
        sent = self._sent_to(token, Purpose.NEIGHBOUR)
        if sent is None:
            return False
        digest = _said(sent, (astuple(form), astuple(who)), files).hex()
        with self._work() as uow:
            if uow.inbox.knows(digest):
                return True
            if uow.inbox.has_come(ReplyKind.NEIGHBOUR, _queue_key(sent)):
                return False
        raw = self._composer.form_mail(sent.delivery_id, form, files, who)
        if self._keeping.store(ReplyKind.NEIGHBOUR, digest, raw, [], _queue_key(sent), once=True):
            return True
        with self._work() as uow:
            return uow.inbox.knows(digest)

    def _room_for(self, sent: SentTo, form: FormReply, files: Sequence[FormFile]) -> Room:
        now = self._clock.now()
        with self._work() as uow:
            forms, size = uow.inbox.forms_of(_queue_key(sent), now - HOUR, now - DAY)
        files_size = sum(len(file.content) for file in files)
        return room_for(files_size, has_words=bool(form.what), forms_this_hour=forms, bytes_today=size)

    def _store(self, sent: SentTo, form: FormReply, files: Sequence[FormFile]) -> None:
        now = self._clock.now()
        said = _said(sent, astuple(form), files)
        with self._work() as uow:
            if uow.inbox.knows(_digest(said, now - HOUR)):
                return
        raw = self._composer.form_mail(sent.delivery_id, form, files)
        self._keeping.store(ReplyKind.FORM, _digest(said, now), raw, [], _queue_key(sent))

    def saw_nothing(self, token: str) -> bool:
        """Count somebody who saw nothing: no reply, and no answer is owed. False where the token is not ours."""
        sent = self._sent_to(token)
        if sent is None:
            return False
        with self._work() as uow:
            if uow.replies.saw_nothing(sent.delivery_id, self._clock.now()):
                uow.outbox.owe(Task.SHOW_ALERT, sent.alert.id)
        return True

    def images_token(self, token: str) -> str:
        """Of the page for images alone, by the reply page's; empty where that is not ours."""
        return self._other(Purpose.FORM, token, Purpose.IMAGES)

    def reply_token(self, token: str) -> str:
        """The other way round."""
        return self._other(Purpose.IMAGES, token, Purpose.FORM)

    def _other(self, of: Purpose, token: str, wanted: Purpose) -> str:
        delivery_id = self._tokens.read(of, token)
        return "" if delivery_id is None else self._tokens.make(wanted, delivery_id)

    def _sent_to(self, token: str, purpose: Purpose = Purpose.FORM) -> SentTo | None:
        delivery_id = self._tokens.read(purpose, token)
        if delivery_id is None:
            return None
        with self._work() as uow:
            return uow.mailings.sent_to(delivery_id)


def _said(sent: SentTo, typed: object, files: Sequence[FormFile]) -> bytes:
    said = sha256(repr((sent.delivery_id, typed)).encode())
    for file in files:
        said.update(sha256(file.content).digest())
    return said.digest()


def _queue_key(sent: SentTo) -> str:
    return f"d{sent.delivery_id}"


def _digest(said: bytes, at: datetime) -> str:
    return sha256(said + f"{at:%Y%m%d%H}".encode()).hexdigest()
