"""Delivering what the outbox owes: posts in their channels' order, letters each on their own.

A message is drawn from the newest state at the moment it is delivered, so a late one never shows something old.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta
from uuid import uuid4

from bot.clock import Clock
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.leads.leads import NO_ALERT
from bot.domain.replies.replies import LetterKind
from bot.records.alerts import AlertCard
from bot.records.chat import Channel, MessageRef
from bot.records.mail import Letter
from bot.records.outbox import OutboxItem, Task, Tries, Unreadable, Worker
from bot.workflow.alerts.viewing import Viewing
from bot.workflow.figures.picture_posting import Draw, with_picture
from bot.workflow.figures.report_posting import Deliveries
from bot.workflow.leasing import Keeper
from bot.workflow.letters.lettering import Letters
from bot.workflow.mail_ports import Composer, Mailer
from bot.workflow.outbox.linking import show_its_link
from bot.workflow.outbox.note_posting import NotePosting, find, key_of, standing, under
from bot.workflow.outbox.settling import Settling
from bot.workflow.ports import Cartographer, Chat
from bot.workflow.privacy.erasing import Clearing
from storage.unit_of_work import UnitOfWork, Work

LEASE = timedelta(seconds=12)  # kept alive: so long a post waits where its worker died


class Posting:
    """The outbox's worker; several may run at once."""

    def __init__(
        self,
        work: Work,
        clock: Clock,
        chat: Chat,
        mailer: Mailer,
        composer: Composer,
        cartographer: Cartographer,
        attention_email: str | None,
        viewing: Viewing,
        safeguards: Safeguards,
        clearing: Clearing,
        settling: Settling,
        keeper: Keeper,
        others: Iterable[Deliveries],
    ) -> None:
        self._work = work
        self._clock = clock
        self._chat = chat
        self._composer = composer
        self._cartographer = cartographer
        self._attention_email = attention_email
        self._viewing = viewing
        self._settling = settling
        self._keeper = keeper
        notes = NotePosting(work, clock, chat)
        self._deliveries: dict[Task, Callable[[OutboxItem], None]] = {
            Task.SHOW_ALERT: self._show_alert,
            Task.SHOW_MAP: self._show_map,
            Task.SHOW_MAP_LATER: self._show_map_later,
            Task.SHOW_REPLY: self._show_reply,
            Task.SHOW_FOLLOW_UP: self._show_follow_up,
            Task.SHOW_FLOOD: self._show_flood,
            Task.SHOW_LEADS: self._show_leads,
            Task.SHOW_LEAD: self._show_lead,
            Task.SHOW_BATCH: self._show_batch,
            Task.SHOW_STUCK: self._show_stuck,
            Task.SHOW_STANDSTILL: self._show_standstill,
            Task.CLEAR_THREAD: clearing.clear_thread,
            Task.REMOVE_BLOBS: clearing.remove_blobs,
            Task.SEND_LETTER: Letters(work, clock, mailer, safeguards, keeper).send,
            **notes.deliveries(),
        }
        for other in others:
            self._deliveries |= other.deliveries(self._show, notes.add_note)

    def deliver_next(self, worker: Worker | None = None) -> bool:
        """Deliver one thing, of this worker's or of any; False where nothing is due."""
        now = self._clock.now()
        with self._work() as uow:
            item = uow.outbox.claim(now, now + LEASE, worker)
        if item is None:
            return False
        if isinstance(item.payload, Unreadable):
            self._settling.give_up(item, item.payload.reason, item.payload.task)
            return True
        try:
            with self._keeper.holding(LEASE, lambda uow, until: uow.outbox.extend_lease(item, until)):
                self._deliveries[item.task](item)
        except Exception as error:
            self._settling.failed(item, error)
        else:
            self._settling.done(item)
        return True

    def _show_alert(self, item: OutboxItem) -> None:
        card = self._viewing.card(item.subject_id)
        draw = with_picture(
            self._work,
            item,
            Task.SHOW_MAP_LATER,
            lambda at, key: self._chat.show_alert(card, at, key),
            lambda at, key: self._chat.show_alert(card.without_map(), at, key),
        )
        self._show(item, Channel.INTAKE, draw, posted=lambda uow, link: self._draw_attention(uow, card, link))

    def _draw_attention(self, uow: UnitOfWork, card: AlertCard, link: str) -> None:
        """The team's general mailbox hears of a new request, with a link to the message that now stands."""
        if not self._attention_email:
            return
        alert = card.alert
        subject, text = self._composer.attention(alert.reference, alert.content, alert.requester_name, link)
        html = self._composer.html(text)
        letter = Letter("", uuid4().hex, self._attention_email, subject, text, html, automatic=True)
        uow.outbox.owe(Task.SEND_LETTER, uow.letters.add(LetterKind.ATTENTION, None, letter, self._clock.now()))

    def _show_map(self, item: OutboxItem) -> None:
        with self._work() as uow:
            alert = uow.alerts.get(item.subject_id)
            content = alert.content
            spread = uow.mailings.spread(content.x, content.y, content.radius_m)
        png = self._cartographer.area(content, spread)
        file_id = self._chat.upload_picture(png, f"{alert.reference}.png", alert.reference)
        with self._work() as uow:
            uow.alerts.set_map(alert.id, file_id)
            uow.outbox.owe(Task.SHOW_ALERT, alert.id)

    def _show_map_later(self, item: OutboxItem) -> None:
        """The pause has a queue of its own: it holds up no channel."""
        with self._work() as uow:
            uow.outbox.owe(Task.SHOW_ALERT, item.subject_id, item.carries(Tries))

    def _show_reply(self, item: OutboxItem) -> None:
        with self._work() as uow:
            card = uow.replies.card(item.subject_id)
        self._show(item, Channel.TRIAGE, lambda at, key: self._chat.show_reply(card, at, key))

    def _show_follow_up(self, item: OutboxItem) -> None:
        with self._work() as uow:
            card = uow.replies.card(item.subject_id)
            parent = standing(uow, Task.SHOW_REPLY, item.subject_id)
        with under(self._work, Task.SHOW_REPLY, item.subject_id, parent):
            self._show(item, Channel.TRIAGE, lambda at, key: self._chat.show_follow_up(card, parent, at, key), parent)

    def _show_flood(self, item: OutboxItem) -> None:
        with self._work() as uow:
            card = uow.floods.card(item.subject_id)
        self._show(item, Channel.TRIAGE, lambda at, key: self._chat.show_flood(card, at, key))

    def _show_leads(self, item: OutboxItem) -> None:
        with self._work() as uow:
            card = uow.leads.alert_card(item.subject_id or None)
        self._show(item, Channel.BURGLARY, lambda at, key: self._chat.show_leads(card, at, key))

    def _show_lead(self, item: OutboxItem) -> None:
        with self._work() as uow:
            card, known = uow.leads.card(item.subject_id), uow.outbox.message(item.task, item.subject_id)
            above = card.lead.alert_id or NO_ALERT if card else NO_ALERT
            parent = standing(uow, Task.SHOW_LEADS, above) if card else known
        if card is None or parent is None:
            if known:  # taken back
                self._chat.show_recalled(known, key_of(item))
            return
        with under(self._work, Task.SHOW_LEADS, above, parent):
            self._show(item, Channel.BURGLARY, lambda at, key: self._chat.show_lead(card, parent, at, key), parent)

    def _show_batch(self, item: OutboxItem) -> None:
        with self._work() as uow:
            card = uow.mailings.batch_card(item.subject_id)
        self._show(item, Channel.SUPERVISION, lambda at, key: self._chat.show_batch(card, at, key))

    def _show_standstill(self, item: OutboxItem) -> None:
        with self._work() as uow:
            card = uow.standstills.card(item.subject_id)
        self._show(item, Channel.SUPERVISION, lambda at, key: self._chat.show_standstill(card, at, key))

    def _show_stuck(self, item: OutboxItem) -> None:
        """Nothing where it was mended before anybody was told."""
        with self._work() as uow:
            card = uow.outbox.stuck(item.subject_id)
            told = uow.outbox.message(item.task, item.subject_id)
        if card or told or item.uncertain:
            self._show(item, Channel.SUPERVISION, lambda at, key: self._chat.show_stuck(card, at, key))

    def _show(
        self,
        item: OutboxItem,
        channel: Channel,
        draw: Draw,
        thread: MessageRef | None = None,
        posted: Callable[[UnitOfWork, str], None] | None = None,
    ) -> None:
        """Post, or update what stands; after a lost answer look for the post before doing it again.

        A post is remembered before its link is asked for, and once with its link and what it brings with it (`posted`).
        """
        with self._work() as uow:
            known = uow.outbox.message(item.task, item.subject_id)
            linked = uow.outbox.link(item.task, item.subject_id)
        lost = known is None and item.uncertain
        ref = draw(find(self._chat, item, channel, thread) if lost else known, key_of(item))
        if ref == known and linked:
            return
        with self._work() as uow:
            uow.outbox.remember(item.task, item.subject_id, ref, "")
        link = self._chat.link(ref)
        with self._work() as uow:
            uow.outbox.remember(item.task, item.subject_id, ref, link)
            if not linked:
                show_its_link(uow, item.task, item.subject_id)
                if posted:
                    posted(uow, link)
