"""Looking at who wrote a reply, at the mail as it came, at what came along: for a reason, and on record."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.domain.errors import NoAccess
from bot.domain.participants.people import Colleague, Role
from bot.domain.privacy.looks import LookKind, LookReason, check_not_erased, check_reason, takes_by_looking
from bot.domain.replies.contacts import contacts_in
from bot.domain.replies.replies import Reply, ReplyKind
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.records.replies import ContactData
from bot.workflow.handling import reply_changed
from bot.workflow.owing import N_, owe_note
from bot.workflow.replies.opening import Offered, Opening
from storage.unit_of_work import UnitOfWork, Work

REASON_COUNTS: Final = timedelta(minutes=15)
"""So long a reason is not asked again of who gave it for a reply."""


@dataclass(frozen=True)
class Look:
    """What somebody asks to see; `lead_id` where it is the burglary team that asks."""

    kind: LookKind
    reply_id: int
    lead_id: int = 0


@dataclass(frozen=True)
class Original:
    """What came in, as it came."""

    kind: ReplyKind
    text: str


@dataclass(frozen=True)
class Seen:
    """What one person is shown, and which reply (an alert's reference and street) it is about."""

    about: str
    what: ContactData | Original | tuple[Offered, ...]


class Looking:
    """Only who handles the reply sees it, or the burglary team its lead; each look is on record before it is shown."""

    def __init__(self, work: Work, clock: Clock, opening: Opening) -> None:
        self._work = work
        self._clock = clock
        self._opening = opening

    def ask(self, kind: LookKind, reply_id: int, colleague: Colleague) -> tuple[Look, bool]:
        """What will be asked for, and whether asking takes the reply."""
        look = Look(kind, reply_id)
        with self._work() as uow:
            return look, self._takes(uow, look, _handled(uow, reply_id), colleague)

    def ask_of_lead(self, kind: LookKind, lead_id: int, colleague: Colleague) -> tuple[Look, bool]:
        """The same for the burglary team, which sees the replies that became leads only."""
        with self._work() as uow:
            look = Look(kind, uow.leads.get(lead_id).reply_id, lead_id)
            return look, self._takes(uow, look, uow.replies.get(look.reply_id), colleague)

    def see_again(self, look: Look, colleague: Colleague) -> Seen | None:
        """Show at once what is asked for with a reason that was given a moment ago; None where there is none."""
        with self._work() as uow:
            reply_id = uow.replies.root_of(look.reply_id)
            given = uow.looks.reason_since(colleague.id, reply_id, self._clock.now() - REASON_COUNTS)
        return self._see(look, LookReason(given.kind), given.words, colleague, again=True) if given else None

    def see(self, look: Look, reason: str, words: str, colleague: Colleague) -> Seen:
        """Log the look, tell it in the thread, take the reply where nobody has it, and show."""
        return self._see(look, check_reason(reason, words), words.strip(), colleague, again=False)

    def _see(self, look: Look, why: LookReason, words: str, colleague: Colleague, *, again: bool) -> Seen:
        now = self._clock.now()
        with self._work() as uow:
            reply = uow.replies.get_for_change(_handled(uow, look.reply_id).id)
            takes = self._takes(uow, look, reply, colleague)
            about: dict[str, object] = {"lead": look.lead_id} if look.lead_id else {}
            about |= {"again": True} if again else {}
            said = {"words": words} if why is LookReason.OTHER else None
            uow.audit.record(colleague.id, f"saw_{look.kind}", f"reply {reply.id}", now, said, reason=why, **about)
            if not again:
                owe_note(uow, Task.REPLY_NOTE, reply.id, _note(look.kind, why, words, colleague))
            if takes:
                uow.replies.assign(reply.id, colleague, now)
                uow.audit.record(colleague.id, "took", f"reply {reply.id}", now)
                reply_changed(uow, reply.id, now)
            return Seen(_name(uow, reply), self._what(uow, look, colleague))

    def _takes(self, uow: UnitOfWork, look: Look, reply: Reply, colleague: Colleague) -> bool:
        """The role goes with the button, whoever sends the form; NoAccess, or what looks.py refuses."""
        if look.kind is LookKind.ATTACHMENTS:
            self._opening.check_any(uow, look.reply_id)
        if look.lead_id:
            colleague.require(Role.BURGLARY_TEAM)
            lead = uow.leads.of_reply(reply.id)
            if lead is None or lead.id != look.lead_id:  # a form that names another's lead
                raise NoAccess
            check_not_erased(reply)
            return False
        colleague.require(Role.RESPONDER)
        return takes_by_looking(reply, colleague)

    def _what(self, uow: UnitOfWork, look: Look, colleague: Colleague) -> ContactData | Original | tuple[Offered, ...]:
        if look.kind is LookKind.CONTACT_DATA:
            thread = (uow.replies.get(look.reply_id), *uow.replies.follow_ups(look.reply_id))
            written = contacts_in("\n".join(one.words for one in thread))
            return replace(uow.replies.contact_data(thread[0]), in_words=written)
        if look.kind is LookKind.ATTACHMENTS:
            return self._opening.offer(uow, look.reply_id, colleague)
        return Original(uow.replies.get(look.reply_id).kind, uow.replies.original(look.reply_id))


def _handled(uow: UnitOfWork, reply_id: int) -> Reply:
    """The reply that is handled: for what a citizen wrote on, the one that it stands under."""
    reply = uow.replies.get(reply_id)
    return uow.replies.get(reply.follow_up_of) if reply.follow_up_of else reply


def _name(uow: UnitOfWork, reply: Reply) -> str:
    if reply.alert_id is None:
        return ""
    alert = uow.alerts.get(reply.alert_id)
    return f"{alert.reference} · {alert.content.street}"


def _note(kind: LookKind, why: LookReason, words: str, colleague: Colleague) -> Note:
    """The reason stands below the line: what a telephone shows of the note holds none."""
    told = Note(_NOTES[kind], {"name": colleague.name})
    return replace(told, text=words) if why is LookReason.OTHER else replace(told, below=_REASONS[why])


_NOTES: Final = {
    LookKind.CONTACT_DATA: N_("{name} looked at the contact data."),
    LookKind.ORIGINAL: N_("{name} looked at the original."),
    LookKind.ATTACHMENTS: N_("{name} looked at the attachments."),
}
_REASONS: Final = {
    LookReason.CALLBACK: N_("calling back or answering"),
    LookReason.BVH: N_("recording in BVH"),
    LookReason.INVESTIGATION: N_("investigation"),
}
