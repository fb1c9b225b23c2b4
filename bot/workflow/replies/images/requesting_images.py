"""Asking a citizen for their images, with the way to send them and how to save a film."""

from dataclasses import replace
from datetime import datetime

from bot.clock import Clock, local
from bot.domain.alerts.alerts import Alert
from bot.domain.errors import AlreadyDone, WasErased
from bot.domain.letters.greetings import first_name
from bot.domain.letters.letter_errors import NoAddress
from bot.domain.participants.people import Colleague
from bot.domain.replies.images.absent import absent
from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import UNDELIVERED, LetterKind, LetterStatus, Reply, is_erased
from bot.records.chat import Note
from bot.records.letters import ImagesWanted
from bot.records.mail import Purpose
from bot.records.outbox import Task
from bot.workflow.handling import owe_mail, reply_in_hand
from bot.workflow.letters.letters import as_last_written, greeting_for, letter_about
from bot.workflow.mail_ports import Composer, Tokens
from bot.workflow.owing import N_, owe_note
from bot.workflow.replies.images.hearing import Hearing, changed
from storage.unit_of_work import UnitOfWork, Work


class RequestingImages:
    """Once a reply, unless the first did not arrive: a template's words alone."""

    def __init__(self, work: Work, clock: Clock, composer: Composer, tokens: Tokens, hearing: Hearing) -> None:
        self._work = work
        self._clock = clock
        self._composer = composer
        self._tokens = tokens
        self._hearing = hearing

    def ask(self, reply_id: int, colleague: Colleague) -> None:
        """By the desk, of a reply that is free or theirs."""
        with self._work() as uow:
            self._ask(uow, reply_in_hand(uow, reply_id, colleague, self._clock.now()), colleague)

    def ask_for_lead(self, lead_id: int, colleague: Colleague) -> None:
        """By the burglary team, whoever of the desk has the reply."""
        with self._work() as uow:
            self._ask(uow, uow.replies.get_for_change(uow.leads.get(lead_id).reply_id), colleague)

    def _ask(self, uow: UnitOfWork, reply: Reply, colleague: Colleague) -> None:
        now = self._clock.now()
        if is_erased(reply):
            raise WasErased
        if not reply.from_address:
            raise NoAddress
        if reply.images_status is not None and reply.images_status not in UNDELIVERED:
            raise AlreadyDone
        about = uow.alerts.get(reply.alert_id) if reply.alert_id else None
        heard = reply.images is Images.WANTED and not reply.images_by_name
        until = reply.images_until
        if reply.images is not Images.WANTED or until is None:
            until = self._hearing.until(about, now, reply.camera_days)
            uow.images.put(reply.id, Images.WANTED, until, self._hearing.end(Images.WANTED, now), now, colleague.name)
        uow.images.mark_wanted(reply.id, now)
        last = uow.replies.newest_follow_up(reply.id) or reply
        missing = absent(last.words, uow.attachments.of_reply(last.id))
        wanted = replace(self._wanted(reply, about, until, heard=heard), absent=missing)
        sent = uow.mailings.sent_to(reply.delivery_id) if reply.delivery_id else None
        case = None if about is None or (sent and sent.of_tips) else about.content
        greeting, signed = greeting_for(uow, reply), first_name(colleague.name)
        subject, text = self._composer.images(case, wanted, greeting, signed)
        letter = letter_about(as_last_written(uow, reply), subject, text, self._composer, self._tokens)
        uow.outbox.owe(Task.SEND_LETTER, uow.letters.add(LetterKind.IMAGES, reply.id, letter, now))
        uow.audit.record(colleague.id, "asked_for_images", f"reply {reply.id}", now)
        owe_note(uow, Task.REPLY_NOTE, reply.id, Note(N_("{name} asked for the images."), {"name": colleague.name}))
        changed(uow, reply, now)
        owe_mail(uow, reply.id)

    def remind(self, uow: UnitOfWork, reply_id: int) -> None:
        """Once, and by mail, a citizen who was asked: not who wrote on since, for a colleague reads that.

        In the transaction that reminds the desk.
        """
        reply = uow.replies.get_for_change(reply_id)
        asked_at = uow.letters.newest_at(LetterKind.IMAGES, reply_id)
        last = uow.replies.newest_follow_up(reply_id)
        if reply.images_until is None or asked_at is None or reply.images_status is not LetterStatus.SENT:
            return
        if is_erased(reply) or (last and last.received_at > asked_at):
            return
        about = uow.alerts.get(reply.alert_id) if reply.alert_id else None
        wanted, greeting = self._wanted(reply, about, reply.images_until, heard=True), greeting_for(uow, reply)
        subject, text = self._composer.images_again(about.content if about else None, wanted, greeting)
        written = as_last_written(uow, reply)
        letter = letter_about(written, subject, text, self._composer, self._tokens, automatic=True)
        now = self._clock.now()
        uow.outbox.owe(Task.SEND_LETTER, uow.letters.add(LetterKind.IMAGES_AGAIN, reply_id, letter, now))
        uow.audit.record("burgernetmail", "reminded_of_images", f"reply {reply_id}", now)
        owe_note(uow, Task.REPLY_NOTE, reply_id, Note(N_("The citizen was mailed about the images once more."), {}))

    def _wanted(self, reply: Reply, about: Alert | None, until: datetime, *, heard: bool) -> ImagesWanted:
        day = local(until).date()
        return ImagesWanted(
            reference=about.reference if about else "",
            heard=heard,
            last_day=day if day >= local(self._clock.now()).date() else None,
            images_token=self._tokens.make(Purpose.IMAGES, reply.delivery_id) if reply.delivery_id else "",
        )
