"""What belongs together: a plate, a number, an address or a rare word that replies to different alerts name."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.domain.alerts.alerts import Alert
from bot.domain.leads.leads import NO_ALERT, Lead
from bot.domain.participants.people import Colleague, Participant
from bot.domain.replies.attachments import Attachment
from bot.domain.replies.mentions import Mention, MentionKind, mentions_in
from bot.domain.replies.replies import Reply, ReplyLabel
from bot.records.outbox import Task
from bot.records.replies import Tie
from bot.workflow.letters.contact_reading import CONTACTS
from bot.workflow.replies.images.hearing import Hearing
from storage.unit_of_work import UnitOfWork

MOST_SHOWN_ANEW = 20
"""A channel takes about fifty updates a minute: no reply changes more messages than this."""
CITIZENS = frozenset({ReplyLabel.REPLY, ReplyLabel.FOLLOW_UP})


class Relating:
    """Notes what a reply names and offers; names are pointed out on both sides.

    `our_domain` is that of our own addresses.
    """

    def __init__(self, our_domain: str, hearing: Hearing) -> None:
        self._ours = f"@{our_domain}"
        self._hearing = hearing

    def relate(self, uow: UnitOfWork, reply: Reply, about: Alert | None) -> None:
        """Called once the reply's own message is owed. What a citizen writes on belongs to their earlier reply."""
        if reply.label in CITIZENS:
            who = uow.replies.contact_data(reply)
            # `phone` may hold two numbers: one to call back, one of their own.
            told = [who.name, who.email, who.claimed_from, *who.phone.split(" / ")]
            self._relate(uow, reply, about, told, uow.attachments.of_reply(reply.id))

    def relate_new(
        self, uow: UnitOfWork, reply: Reply, about: Alert | None, person: Participant | None, *, files: bool
    ) -> None:
        """The same of what just came in, with files or without: nothing else is known of it yet."""
        if reply.label in CITIZENS:
            told = [reply.from_name, reply.from_address, reply.phone, *((person.name, person.email) if person else ())]
            self._relate(uow, reply, about, told, uow.attachments.of_reply(reply.id) if files else ())

    def _relate(
        self, uow: UnitOfWork, reply: Reply, about: Alert | None, who: Iterable[str], files: Sequence[Attachment]
    ) -> None:
        self._hearing.hear(uow, reply, about, files)
        found = mentions_in(reply.words, CONTACTS, _known(who, about))
        named = [mention for mention in found if not self._is_ours(mention)]
        if named:
            reply_id = reply.follow_up_of or reply.id
            uow.mentions.add(reply_id, named)
            show_ties(uow, reply_id)

    def relate_anew(self, uow: UnitOfWork, reply: Reply, about: Alert | None) -> None:
        """Another mail is known now: what that says is no news, and what has things in common with it is another's."""
        show_ties(uow, reply.id)
        uow.mentions.forget(reply.id)
        for one in (reply, *uow.replies.follow_ups(reply.id)):
            self.relate(uow, one, about)

    def _is_ours(self, mention: Mention) -> bool:
        return mention.kind is MentionKind.EMAIL and mention.value.endswith(self._ours)


def show_ties(uow: UnitOfWork, reply_id: int) -> None:
    """Draw again the replies that this one is tied to, and where it is a lead, the leads that it is tied to."""
    if not uow.mentions.are_shared(reply_id):
        return
    for other in _subjects(uow.mentions.ties_of(reply_id)):
        uow.outbox.owe(Task.SHOW_REPLY, other)
    if lead := uow.leads.of_reply(reply_id):
        uow.outbox.owe(Task.SHOW_LEAD, lead.id)
        show_tied_leads(uow, reply_id)


def show_tied_leads(uow: UnitOfWork, reply_id: int) -> None:
    """A reply became a lead: those that it is tied to say so."""
    for other in _subjects(uow.mentions.ties_of_lead(reply_id)):
        uow.outbox.owe(Task.SHOW_LEAD, other)


def _subjects(ties: Iterable[Tie]) -> list[int]:
    return list(dict.fromkeys(tie.subject_id for tie in ties))[:MOST_SHOWN_ANEW]


def _known(who: Iterable[str], about: Alert | None) -> str:
    """Who wrote it, and what the alert said: whatever of that stands in a reply is no news."""
    told = [*who]
    if about:
        content = about.content
        told += [content.street, content.place, content.neighbourhood]
        told += [content.what_happened, content.description, content.question]
    return "\n".join(told)


def show_to_neighbours_of(uow: UnitOfWork, alert_id: int | None) -> None:
    """None: what is about no known alert has none."""
    if alert_id:
        show_to_neighbours(uow, uow.alerts.get(alert_id))


def show_to_neighbours(uow: UnitOfWork, alert: Alert) -> None:
    """The summaries of alerts nearby tell how many leads this one has, and how many are usable."""
    for other in uow.leads.of_neighbours(alert):
        uow.outbox.owe(Task.SHOW_LEADS, other)


def take_back(uow: UnitOfWork, lead: Lead, colleague: Colleague, at: datetime) -> bool:
    """A lead is none any more; False where the burglary team has read it."""
    if not uow.leads.recall(lead.id):
        return False
    uow.audit.record(colleague.id, "recalled_lead", f"reply {lead.reply_id}", at, lead=lead.id)
    uow.outbox.owe(Task.SHOW_LEAD, lead.id)
    uow.outbox.owe(Task.SHOW_LEADS, lead.alert_id or NO_ALERT)
    show_to_neighbours_of(uow, lead.alert_id)
    return True
