"""What the outbox owes: posts in their channels' order, letters each on their own.

A message is drawn from the newest state at the moment it is delivered, so a late one never shows something old.
"""

from collections.abc import Callable, Iterable
from uuid import uuid4

from bot.clock import Clock
from bot.domain.alerts.alerts import Alert
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.leads.leads import NO_ALERT
from bot.domain.replies.replies import LetterKind
from bot.records.chat import Channel, MessageRef
from bot.records.mail import Letter
from bot.records.outbox import OutboxItem, Task, Tries
from bot.workflow.alerts.mapping import shown_on_map
from bot.workflow.alerts.repeats.noticing import show_its_proposal
from bot.workflow.alerts.viewing import Viewing
from bot.workflow.figures.deliveries import Act, Deliveries, Delivery, Finish, by_itself, nothing
from bot.workflow.figures.picture_posting import Draw, with_picture
from bot.workflow.leasing import Keeper
from bot.workflow.letters.lettering import Letters
from bot.workflow.mail_ports import Composer, Mailer
from bot.workflow.outbox.delivering import Delivering
from bot.workflow.outbox.linking import show_its_link, show_link_of_lead
from bot.workflow.outbox.note_posting import NotePosting, find, key_of, standing, under
from bot.workflow.outbox.settling import Settling
from bot.workflow.ports import Cartographer, Chat
from bot.workflow.privacy.erasing import Clearing
from bot.workflow.replies.mails.alarming import with_call
from bot.workflow.replies.mails.fitting import with_fit
from bot.workflow.replies.relating import show_to_neighbours
from storage.unit_of_work import UnitOfWork, Work


class Posting:
    """How each thing owed is delivered."""

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
        notes = NotePosting(work, clock, chat)
        deliveries: dict[Task, Delivery] = {
            Task.SHOW_ALERT: self._show_alert,
            Task.SHOW_MAP: self._show_map,
            Task.SHOW_MAP_LATER: by_itself(self._show_map_later),
            Task.SHOW_REPLY: self._show_reply,
            Task.SHOW_FOLLOW_UP: self._show_follow_up,
            Task.SHOW_FLOOD: self._show_flood,
            Task.SHOW_LEADS: self._show_leads,
            Task.SHOW_LEAD: self._show_lead,
            Task.SHOW_BATCH: self._show_batch,
            Task.SHOW_STUCK: self._show_stuck,
            Task.SHOW_STANDSTILL: self._show_standstill,
            Task.CLEAR_THREAD: clearing.clear_thread,
            Task.REMOVE_BLOBS: by_itself(clearing.remove_blobs),
            Task.SEND_LETTER: Letters(work, clock, mailer, safeguards, keeper).send,
            **notes.deliveries(),
        }
        for other in others:
            deliveries |= other.deliveries(self._show, notes.add_note)
        delivering = Delivering(work, clock, keeper, settling, deliveries)
        self.deliver_next, self.end_soon = delivering.deliver_next, delivering.end_soon

    def _show_alert(self, uow: UnitOfWork, item: OutboxItem) -> Act:
        card = self._viewing.card(uow, item.subject_id)
        draw = with_picture(
            self._work,
            item,
            Task.SHOW_MAP_LATER,
            lambda at, key: self._chat.show_alert(card, at, key),
            lambda at, key: self._chat.show_alert(card.without_map(), at, key),
        )

        def posted(uow: UnitOfWork, link: str) -> None:
            self._draw_attention(uow, card.alert, link)
            show_its_proposal(uow, card.alert)

        return self._show(item, Channel.INTAKE, draw, posted=posted)

    def _draw_attention(self, uow: UnitOfWork, alert: Alert, link: str) -> None:
        """The team's general mailbox hears of a new request, with a link to the message that now stands."""
        if not self._attention_email:
            return
        subject, text = self._composer.attention(alert.reference, alert.content, alert.requester_name, link)
        html = self._composer.html(text)
        letter = Letter("", uuid4().hex, self._attention_email, subject, text, html, automatic=True)
        uow.outbox.owe(Task.SEND_LETTER, uow.letters.add(LetterKind.ATTENTION, None, letter, self._clock.now()))

    def _show_map(self, uow: UnitOfWork, item: OutboxItem) -> Act:
        alert = uow.alerts.get(item.subject_id)
        shown = shown_on_map(uow, alert.content)

        def act() -> Finish:
            png = self._cartographer.area(*shown)
            file_id = self._chat.upload_picture(png, f"{alert.reference}.png", alert.reference)

            def finish(uow: UnitOfWork) -> None:
                uow.alerts.set_map(alert.id, file_id)
                uow.outbox.owe(Task.SHOW_ALERT, alert.id)

            return finish

        return act

    def _show_map_later(self, item: OutboxItem) -> Finish:
        """The pause has a queue of its own: it holds up no channel."""
        return lambda uow: uow.outbox.owe(Task.SHOW_ALERT, item.subject_id, item.carries(Tries))

    def _show_reply(self, uow: UnitOfWork, item: OutboxItem) -> Act:
        card = with_call(uow, with_fit(uow, uow.replies.card(item.subject_id)))
        return self._show(item, Channel.TRIAGE, lambda at, key: self._chat.show_reply(card, at, key))

    def _show_follow_up(self, uow: UnitOfWork, item: OutboxItem) -> Act:
        card = with_call(uow, uow.replies.card(item.subject_id))
        parent = standing(uow, Task.SHOW_REPLY, item.subject_id)

        def draw(at: MessageRef | None, key: str) -> MessageRef:
            return self._chat.show_follow_up(card, parent, at, key)

        act = self._show(item, Channel.TRIAGE, draw, parent)
        return under(self._work, Task.SHOW_REPLY, item.subject_id, parent, act)

    def _show_flood(self, uow: UnitOfWork, item: OutboxItem) -> Act:
        card = uow.floods.card(item.subject_id)
        return self._show(item, Channel.TRIAGE, lambda at, key: self._chat.show_flood(card, at, key))

    def _show_leads(self, uow: UnitOfWork, item: OutboxItem) -> Act:
        card = uow.leads.alert_card(item.subject_id or None)

        def posted(uow: UnitOfWork, _link: str) -> None:
            if card.alert:
                show_to_neighbours(uow, card.alert)

        return self._show(item, Channel.BURGLARY, lambda at, key: self._chat.show_leads(card, at, key), posted=posted)

    def _show_lead(self, uow: UnitOfWork, item: OutboxItem) -> Act:
        card = uow.leads.card(item.subject_id)
        if card is None:
            return self._recalled(item)
        above = card.lead.alert_id or NO_ALERT
        parent = card.above or standing(uow, Task.SHOW_LEADS, above)

        def draw(at: MessageRef | None, key: str) -> MessageRef:
            return self._chat.show_lead(card, parent, at, key)

        act = self._show(item, Channel.BURGLARY, draw, parent, lambda uow, _link: show_link_of_lead(uow, card.lead))
        return under(self._work, Task.SHOW_LEADS, above, parent, act)

    def _recalled(self, item: OutboxItem) -> Act:
        """Words that stand nowhere else go; nothing where the lead was taken back before it was posted."""
        known = item.stands
        if known is None:
            return nothing
        return self._show(item, Channel.BURGLARY, lambda _at, key: self._chat.show_recalled(known, key))

    def _show_batch(self, uow: UnitOfWork, item: OutboxItem) -> Act:
        card = uow.mailings.batch_card(item.subject_id)
        return self._show(item, Channel.SUPERVISION, lambda at, key: self._chat.show_batch(card, at, key))

    def _show_standstill(self, uow: UnitOfWork, item: OutboxItem) -> Act:
        card = uow.standstills.card(item.subject_id)
        return self._show(item, Channel.SUPERVISION, lambda at, key: self._chat.show_standstill(card, at, key))

    def _show_stuck(self, uow: UnitOfWork, item: OutboxItem) -> Act:
        """Nothing where it was mended before anybody was told."""
        card = uow.outbox.stuck(item.subject_id)
        if not (card or item.uncertain or item.stands):
            return nothing
        return self._show(item, Channel.SUPERVISION, lambda at, key: self._chat.show_stuck(card, at, key))

    def _show(
        self,
        item: OutboxItem,
        channel: Channel,
        draw: Draw,
        thread: MessageRef | None = None,
        posted: Callable[[UnitOfWork, str], None] | None = None,
    ) -> Act:
        """Post, or update what stands; after a lost answer look for the post before doing it again.

        What is posted is remembered once with its link and what it brings with it (`posted`).
        """

        def act() -> Finish | None:
            known, linked = item.stands, item.link
            lost = known is None and item.uncertain
            ref = draw(find(self._chat, item, channel, thread) if lost else known, key_of(item))
            if ref == known and linked:
                return None
            link = self._link(item, ref)

            def finish(uow: UnitOfWork) -> None:
                uow.outbox.remember(item.task, item.subject_id, ref, link)
                if not linked:
                    show_its_link(uow, item.task, item.subject_id)
                    if posted:
                        posted(uow, link)

            return finish

        return act

    def _link(self, item: OutboxItem, ref: MessageRef) -> str:
        """Where it can't be had now, what was posted is remembered without: the next try asks for it again."""
        try:
            return self._chat.link(ref)
        except Exception:
            with self._work() as uow:
                uow.outbox.remember(item.task, item.subject_id, ref, "")
            raise
