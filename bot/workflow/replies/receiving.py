"""Taking in what citizens write: stored whole first, read afterwards, acknowledged once."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from itertools import takewhile
from time import monotonic

import structlog

from bot.clock import Clock
from bot.contacts.phone_numbers import e164
from bot.domain.alerts.alerts import Alert, AlertStatus
from bot.domain.alerts.mailings import backoff
from bot.domain.replies.quotas import MAIL_OF_WORDS
from bot.domain.replies.replies import (
    CautionKind,
    Reply,
    ReplyKind,
    ReplyLabel,
    SenderCheck,
)
from bot.records.chat import Note
from bot.records.mail import FormReply, InboundKind, InboundMail
from bot.records.mailings import SentTo
from bot.records.outbox import BlobKeys, Task
from bot.records.replies import NewReply, StoredInbound
from bot.workflow.day_monitor.day_monitor_mail import DayMonitorMail
from bot.workflow.handling import reply_changed
from bot.workflow.letters.acknowledging import Acknowledging
from bot.workflow.mail_ports import Composer, MailReader
from bot.workflow.owing import N_, owe_note
from bot.workflow.participants.pausing import heard_from
from bot.workflow.ports import BlobsDown, ScannerDown
from bot.workflow.replies.following import follow_on, followed_by
from bot.workflow.replies.keeping import Keeping
from bot.workflow.replies.mails import senders
from bot.workflow.replies.mails.copies import came_before
from bot.workflow.replies.mails.limiting import whole_or_words
from bot.workflow.replies.mails.subtracting import Subtracting
from bot.workflow.replies.relating import Relating
from bot.workflow.replies.reported import heed_letter_report, heed_reports
from storage.unit_of_work import UnitOfWork, Work

log = structlog.get_logger()
AT_ONCE = 20
TURN_S = 2.0
UNPARSED = "unparsed"
MOST_TRIES = 5
FORMS = frozenset({ReplyKind.FORM, ReplyKind.NEIGHBOUR})
NO_MAIL = InboundMail(InboundKind.REPLY, True, "", "", "", "", "", "", (), "")
BLOBS_AGAIN = timedelta(seconds=30)
FLOOD_SHOWN_AFTER = timedelta(seconds=30)  # a growing flood changes its message no more often
_LABELS = {
    InboundKind.REPLY: ReplyLabel.REPLY,
    InboundKind.AUTO_REPLY: ReplyLabel.AUTO_REPLY,
    InboundKind.BOUNCE: ReplyLabel.BOUNCE,
    InboundKind.TEST: ReplyLabel.TEST,
}


class Receiving:
    """The third step of the pilot. Nothing is lost: a message that can't be read yet is tried again."""

    def __init__(
        self,
        work: Work,
        clock: Clock,
        reader: MailReader,
        composer: Composer,
        acknowledging: Acknowledging,
        keeping: Keeping,
        relating: Relating,
        day_monitors: DayMonitorMail | None = None,
    ) -> None:
        self._work = work
        self._clock = clock
        self._reader = reader
        self._composer = composer
        self._subtracting = Subtracting(reader, composer)
        self._acknowledging = acknowledging
        self._keeping = keeping
        self._relating = relating
        self._day_monitors = day_monitors

    def store_mail(self, raw: bytes, envelope_to: Sequence[str]) -> bool:
        """Keep a raw mail before it is acknowledged to who brought it; False where it came before. BlobsDown."""
        addresses = sorted(address.lower() for address in envelope_to)
        digest = sha256("\n".join(addresses).encode() + b"\0")
        digest.update(raw)
        queue_key = self._reader.queue_key(raw, addresses)
        if len(raw) > MAIL_OF_WORDS and not (self._day_monitors and self._day_monitors.is_for_it(raw, addresses)):
            raw = whole_or_words(self._work, self._reader, self._clock.now(), digest.hexdigest(), raw, queue_key)
        return self._keeping.store(ReplyKind.MAIL, digest.hexdigest(), raw, addresses, queue_key)

    def read_waiting(self) -> int:
        """Read what was stored; how many were read. After some time it is looked anew whose turn it is."""
        with self._work() as uow:
            waiting = uow.inbox.waiting(self._clock.now(), AT_ONCE)
            uow.inbox.begin([stored.id for stored in waiting if not stored.attempts])
        until = monotonic() + TURN_S
        return sum(self._read_safely(stored) for stored in takewhile(lambda _: monotonic() < until, waiting))

    def _read_safely(self, stored: StoredInbound) -> bool:
        """One message that makes the code stumble must not hold up the rest: it waits, and the log says so.

        A try counts before it is made: a mail that ends the whole program is not tried at every start. New ones count
        together, as they are found; what may have ended it before counts by itself.
        """
        self._keeping.give_way()
        tries = 1
        if stored.attempts:
            with self._work() as uow:
                tries = uow.inbox.begin_again(stored.id)
        try:
            if tries <= MOST_TRIES:
                self._read(stored)
            else:
                self._show_unread(stored)
        except (BlobsDown, ScannerDown) as down:
            with self._work() as uow:
                uow.inbox.put_off(stored.id, self._clock.now() + BLOBS_AGAIN, tries - 1)
            log.error("reading waits", inbound=stored.id, reason=str(down))
            return False
        except Exception as error:
            with self._work() as uow:
                uow.inbox.put_off(stored.id, self._clock.now() + backoff(tries), tries)
            log.error("reading failed", inbound=stored.id, attempts=tries, error=type(error).__name__)
            return False
        return True

    def _read(self, stored: StoredInbound) -> None:
        stored = self._keeping.whole(stored)
        if self._day_monitors and self._day_monitors.takes(stored):
            self._day_monitors.read(stored)
            return
        mail, delivery_id = self._read_form(stored) if stored.kind in FORMS else self._read_mail(stored)
        files = self._keeping.keep_files(stored, mail.files)
        with self._work() as uow:
            answered = uow.replies.find(mail.letter_to) if mail.letter_to is not None else None
            named = senders.named_in(self._reader, stored)
            delivery_id = senders.delivery_meant(uow, mail, named, delivery_id, answered)
            sent, alert = senders.answered(uow, stored, delivery_id)
            mail = senders.with_sender(mail, stored, sent)
            if not uow.inbox.mark_read(stored.id, self._clock.now()):
                return
            root = followed_by(uow, mail, sent, answered)
            survey = uow.surveys.of_delivery(delivery_id) if delivery_id is not None and alert is None else None
            words = self._subtracting.own_words(uow, stored, mail, sent or survey, answered)
            if came_before(uow, stored, mail, words, files):
                log.info("came twice", inbound=stored.id)
                return
            lane = senders.lane_of(delivery_id, sent, mail)
            reply = uow.replies.add(self._new_reply(uow, stored, mail, sent, alert, words, lane, root))
            self._keeping.add_files(uow, reply.id, files)
            if stored.kind in FORMS and files:
                _let_go(uow, stored)
            if root and reply.label is ReplyLabel.FOLLOW_UP:
                follow_on(uow, root, reply, senders.names_of(mail, sent), self._clock.now())
            if mail.unparsed:
                uow.tallies.add(UNPARSED, "mail", 1, self._clock.now())
                log.error("mail unparsed", inbound=stored.id, reply=reply.id)
            self._heed_reports(uow, mail, delivery_id)
            self._heed_citizen(uow, reply, sent)
            self._answer(uow, reply, mail, sent, alert)
        log.info("reply", inbound=stored.id, reply=reply.id, label=reply.label)

    def _answer(
        self, uow: UnitOfWork, reply: Reply, mail: InboundMail, sent: SentTo | None, alert: Alert | None
    ) -> None:
        person = sent.participant if sent else None
        self._acknowledging.acknowledge(uow, reply, mail, alert, person)
        self._owe_to_show(uow, reply)
        self._relating.relate_new(uow, reply, alert, person, files=bool(mail.files))

    def _heed_reports(self, uow: UnitOfWork, mail: InboundMail, delivery_id: int | None) -> None:
        """Apply a delivery report to the letter that it names, else to the mail to this person."""
        if mail.letter_to is None:
            heed_reports(uow, mail, delivery_id, self._clock.now())
        elif heed_letter_report(uow, mail, mail.letter_to, self._clock.now()):
            reply_changed(uow, mail.letter_to, self._clock.now())

    def _heed_citizen(self, uow: UnitOfWork, reply: Reply, sent: SentTo | None) -> None:
        """Who writes from their own address can be reached there."""
        wrote = reply.kind is not ReplyKind.PHONE and reply.label in (ReplyLabel.REPLY, ReplyLabel.FOLLOW_UP)
        odd = {caution.kind for caution in reply.cautions}
        theirs = CautionKind.OTHER_SENDER not in odd and reply.sender_check is not SenderCheck.FAILED
        if sent and wrote and theirs:
            heard_from(uow, sent.participant.id, self._clock.now())

    def _show_unread(self, stored: StoredInbound) -> None:
        """A mail that can't be read, however often it is tried, is shown all the same: its envelope tells of whom."""
        if self._day_monitors and self._day_monitors.takes(whole := self._keeping.whole(stored)):
            self._day_monitors.give_up(whole)
            return
        delivery_id = next(iter(senders.named_in(self._reader, stored)), None)
        unread = replace(NO_MAIL, text=self._composer.unreadable())
        with self._work() as uow:
            sent, alert = senders.answered(uow, stored, delivery_id)
            mail = senders.with_sender(unread, stored, sent)
            if not uow.inbox.mark_read(stored.id, self._clock.now()):
                return
            lane = senders.lane_of(delivery_id, sent, mail)
            reply = uow.replies.add(self._new_reply(uow, stored, mail, sent, alert, mail.text, lane))
            note = Note(N_("Reply {number} could not be read. It is kept as it came."), {"number": str(reply.id)})
            owe_note(uow, Task.SUPERVISION_NOTE, reply.id, note)
            self._owe_to_show(uow, reply)
        log.error("reading given up", inbound=stored.id, reply=reply.id)

    def _read_mail(self, stored: StoredInbound) -> tuple[InboundMail, int | None]:
        mail = self._reader.read(stored.raw, stored.envelope_to)
        return mail, self._reader.delivery_of(mail.token_address)

    def _read_form(self, stored: StoredInbound) -> tuple[InboundMail, int | None]:
        """A form is a mail that we wrote ourselves."""
        if not stored.raw.startswith(b"{"):
            return self._reader.read_form(stored.raw)
        fields = json.loads(stored.raw)  # as forms were kept before they took files
        delivery_id, form = int(fields.pop("delivery_id")), FormReply(**fields)
        text = self._composer.form_text(form)
        return replace(NO_MAIL, text=text, phone=form.phone), delivery_id

    def _owe_to_show(self, uow: UnitOfWork, reply: Reply) -> None:
        """Each reply has its own message; a flood shares one, which is drawn at once and then now and then."""
        if reply.label is ReplyLabel.FLOOD:
            first = uow.floods.first_of(reply)
            uow.outbox.owe(Task.SHOW_FLOOD, first, after=FLOOD_SHOWN_AFTER if first != reply.id else timedelta())
            return
        if reply.label is ReplyLabel.FOLLOW_UP:
            return
        uow.outbox.owe(Task.SHOW_REPLY, reply.id)
        if reply.alert_id:
            uow.outbox.owe(Task.SHOW_ALERT, reply.alert_id)

    def _new_reply(
        self,
        uow: UnitOfWork,
        stored: StoredInbound,
        mail: InboundMail,
        sent: SentTo | None,
        alert: Alert | None,
        words: str,
        lane: str,
        root: Reply | None = None,
    ) -> NewReply:
        label = self._label(uow, stored, mail, lane)
        if root and label is ReplyLabel.REPLY:
            label = ReplyLabel.FOLLOW_UP
        return NewReply(
            inbound_id=stored.id,
            alert_id=alert.id if alert else root.alert_id if root else None,
            delivery_id=sent.delivery_id if sent else None,
            kind=stored.kind,
            label=label,
            received_at=stored.received_at,
            words=words,
            original=mail.text,
            from_address=mail.from_address,
            from_name=mail.from_name,
            subject=mail.subject,
            message_id=mail.message_id,
            references=mail.references,
            reply_to=mail.reply_to,
            attachment_names=mail.attachment_names,
            late=alert is not None and alert.status is AlertStatus.CLOSED,
            sender_check=mail.sender_check,
            cautions=senders.cautions(mail, sent),
            phone=mail.phone,
            phone_number=e164(mail.phone),
            follow_up_of=root.id if root and label is ReplyLabel.FOLLOW_UP else None,
            may_acknowledge=senders.may_acknowledge(mail, sent, stored.kind),
            lane=lane,
            camera_days=mail.camera_days,
        )

    def _label(self, uow: UnitOfWork, stored: StoredInbound, mail: InboundMail, lane: str) -> ReplyLabel:
        """Machines are part of a flood too, since anybody may pose as one; what they report is heeded all the same."""
        flooding = uow.floods.is_flooding(lane, stored.received_at)
        return ReplyLabel.FLOOD if flooding else _LABELS[mail.kind]


def _let_go(uow: UnitOfWork, stored: StoredInbound) -> None:
    """A form holds nothing that is not kept elsewhere now: its files would be there twice."""
    if key := uow.inbox.empty_form(stored.id):
        uow.outbox.owe(Task.REMOVE_BLOBS, stored.id, BlobKeys((key,)))
