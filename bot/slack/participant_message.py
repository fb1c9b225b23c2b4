"""Whether a participant gets mail, told to one superuser; and the form that puts somebody back."""

from bot.domain.people import LeaveReason, Participant
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, context, modal, text_input, typed, verbatim
from bot.texts import Texts


def build_participant(_: Texts, person: Participant) -> tuple[str, list[Block]]:
    """What is known of the address that was asked about, without the address."""
    where = _("Participant {number}, {neighbourhood}", number=person.id, neighbourhood=person.neighbourhood)
    if person.left_at is None:
        text = f"{where}: {_('gets mail.')}"
        return text, [verbatim(text)]
    since = _("gets no mail since {moment}: {reason}", moment=_.moment(person.left_at), reason=_reason(_, person))
    text = f"{where}: {since}"
    return text, [verbatim(text), actions(button(_("Put back"), ids.RESTORE, str(person.id)))]


def _reason(_: Texts, person: Participant) -> str:
    return {
        LeaveReason.UNSUBSCRIBED: _("unsubscribed"),
        LeaveReason.BOUNCED: _("mail came back"),
        LeaveReason.COMPLAINED: _("complained about spam"),
        None: _("unknown"),
    }[person.left_reason]


def build_restore(_: Texts, participant_id: str) -> Block:
    """Why somebody gets mail again."""
    blocks = [
        context(_("Only where the citizen asks for it, or the mailbox works again.")),
        text_input("reason", _("Why?"), longest=300),
    ]
    title = _("Put a participant back")
    return modal(ids.RESTORE_FORM, title, blocks, submit=_("Put back"), close=_("Cancel"), metadata=participant_id)


def parse_restore(view: Block) -> tuple[int, str]:
    """The participant and the reason."""
    return int(view["private_metadata"]), typed(view, "reason")
