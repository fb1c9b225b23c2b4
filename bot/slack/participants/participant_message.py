"""Whether a participant gets mail, told to one superuser; and the forms that take somebody out and put them back."""

from bot.domain.alerts.mailings import CAME_BACK, DeliveryState
from bot.domain.participants.people import LeaveReason, MailKind, Participant, ParticipantStatus, mask_address
from bot.records.mailings import LastMail
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, context, escape, modal, text_input, typed, verbatim
from bot.slack.names import fault_name
from bot.texts import Texts
from bot.workflow.participants.leaving import ParticipantCard


def build_participant(_: Texts, card: ParticipantCard) -> tuple[str, list[Block]]:
    """What is known of the address that was asked about; it is masked: enough to see whom one looked up."""
    person, value = card.person, str(card.person.id)
    where = _("Participant {number}, {neighbourhood}", number=person.id, neighbourhood=person.neighbourhood)
    text = f"{where}, {mask_address(person.email)}: {_standing(_, person)}"
    buttons = []
    if person.status is not ParticipantStatus.ACTIVE:
        buttons.append(button(_("Put back"), ids.RESTORE, value))
    buttons.append(button(_("Change"), ids.CORRECT, value))
    if person.status is not ParticipantStatus.LEFT:
        buttons += [button(_("Pause"), ids.PAUSE, value), button(_("Take out"), ids.TAKE_OUT, value)]
    told = [escape(line) for line in (*_trial(_, person), *_unwanted(_, person), *_mail(_, card.mail))]
    return text, [verbatim(text), *([context(*told)] if told else []), actions(*buttons)]


def _standing(_: Texts, person: Participant) -> str:
    if person.status is ParticipantStatus.LEFT and person.left_at:
        return _("gets no mail since {moment}: {reason}", moment=_.moment(person.left_at), reason=_reason(_, person))
    if person.paused_until:
        return _("gets no mail until {day}, as asked", day=_.day(person.paused_until))
    if person.paused_at is None:
        return _("gets mail.")
    if person.status is ParticipantStatus.PAUSED:
        return _("gets no mail for now, since {moment}: it did not arrive", moment=_.moment(person.paused_at))
    return _("gets mail again, on trial.")


def _trial(_: Texts, person: Participant) -> list[str]:
    if person.paused_until:
        return []
    if person.status is ParticipantStatus.PAUSED:
        return [_("After 30 days we try one mail. Does the citizen write to us? Then they get mail again at once.")]
    return [_("Does one more mail fail? Then mail stops again.")] if person.on_trial else []


def _unwanted(_: Texts, person: Participant) -> list[str]:
    """Which mails they said they do not want."""
    named = {
        MailKind.ALERT: _("requests for help"),
        MailKind.OUTCOME: _("how it ended"),
        MailKind.SURVEY: _("surveys"),
        MailKind.PREVENTIVE: _("tips"),
    }
    none = [named[kind] for kind in MailKind if kind not in person.wants]
    return [_("Does not want: {mails}", mails=", ".join(none))] if none else []


def _mail(_: Texts, mail: LastMail | None) -> list[str]:
    """Only where there is something to say of it."""
    if mail is None or mail.state not in (*CAME_BACK, DeliveryState.DEFERRED):
        return []
    if mail.state is DeliveryState.DEFERRED:
        became = _("is still on its way: their mail server takes longer")
    elif mail.fault:
        became = _("came back: {why}", why=fault_name(_, mail.fault))
    else:
        became = _("came back")
    return [_("Last mail {reference}, {moment}:", reference=mail.reference, moment=_.moment(mail.at)) + f" {became}"]


def _reason(_: Texts, person: Participant) -> str:
    return {
        LeaveReason.UNSUBSCRIBED: _("unsubscribed"),
        LeaveReason.BOUNCED: _("mail came back"),
        LeaveReason.COMPLAINED: _("complained about spam"),
        LeaveReason.ASKED: _("asked us for it"),
        LeaveReason.TAKEN_OUT: _("taken out by a colleague"),
        None: _("unknown"),
    }[person.left_reason]


def build_restore(_: Texts, participant_id: str) -> Block:
    blocks = [
        context(_("Only where the citizen asks for it, or the mailbox works again.")),
        text_input("reason", _("Why?"), longest=300),
    ]
    title = _("Put a participant back")
    return modal(ids.RESTORE_FORM, title, blocks, submit=_("Put back"), close=_("Cancel"), metadata=participant_id)


def build_take_out(_: Texts, participant_id: str) -> Block:
    hint = _("For example: asked for it by phone, moved, died. No names.")
    blocks = [
        context(_("They get no mail any more. A superuser can put them back.")),
        text_input("reason", _("Why?"), hint=hint, longest=300),
    ]
    title = _("Take a participant out")
    return modal(ids.TAKE_OUT_FORM, title, blocks, submit=_("Take out"), close=_("Cancel"), metadata=participant_id)


def parse_reason(view: Block) -> tuple[int, str]:
    """The participant and the reason."""
    return int(view["private_metadata"]), typed(view, "reason")
