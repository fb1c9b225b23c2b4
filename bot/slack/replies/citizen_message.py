"""Staying in touch with the citizen, on their reply: what did not arrive, what was asked, who calls back."""

from bot.contacts.phone_numbers import e164, looks_incomplete
from bot.domain.participants.people import mask_address
from bot.domain.replies.replies import (
    IN_BVH,
    UNDELIVERED,
    Duty,
    LetterStatus,
    Reply,
    ReplyKind,
    ReplyLabel,
    duties,
    is_answered,
    is_reopened,
)
from bot.domain.replies.urgent.urgency import is_pressing
from bot.records.replies import ReplyCard
from bot.slack import ids
from bot.slack.blocks import Block, button, escape
from bot.slack.names import duty_name
from bot.texts import Texts


def touch_lines(_: Texts, card: ReplyCard) -> list[str]:
    """What did not arrive, what was asked, who calls back; nothing for what is no citizen's reply."""
    if card.reply.label is not ReplyLabel.REPLY:
        return []
    undelivered = [f":warning: {line}" for line in _undelivered(_, card)]
    return [*undelivered, *_wrote_on(_, card), *_to_call(_, card), *_asked(_, card.reply)]


def answer_owed(_: Texts, reply: Reply) -> str:
    """Once more, where it stands beside it that one was sent."""
    return _("a new answer") if reply.answered_at and is_reopened(reply) else duty_name(_, Duty.ANSWER)


def touch_buttons(_: Texts, card: ReplyCard) -> list[Block]:
    """Ask them something; call them back, or say that it was done."""
    value = str(card.reply.id)
    ask = [button(_("Ask a question"), ids.ASK, value)] if card.reply.from_address else []
    called, call = (_("Called"), ids.CALLED), (_("Call back"), ids.CALL_BACK)
    return [*ask, button(*(called if card.callback else call), value)]


def _wrote_on(_: Texts, card: ReplyCard) -> list[str]:
    if not card.follow_ups:
        return []
    told = _("The citizen wrote again ({n})", n=_.number(card.follow_ups))
    return [f":incoming_envelope: *{told}*" if is_reopened(card.reply) else f":incoming_envelope: {told}"]


def _asked(_: Texts, reply: Reply) -> list[str]:
    if reply.asked_at is None:
        return []
    name, moment = escape(reply.asked_by_name), _.moment(reply.asked_at)
    return [f":question: {_('Question asked ({name}, {moment})', name=name, moment=moment)}"]


def _to_call(_: Texts, card: ReplyCard) -> list[str]:
    if call := card.callback:
        told = _("To call back: {moment} ({name})", moment=_.moment(call.due_at), name=escape(call.by_name))
        return [f":telephone_receiver: {told}"]
    if card.reply.kind is ReplyKind.PHONE and looks_incomplete(card.reply.phone):
        return [f":warning: {_('The phone number looks incomplete')}"]
    if card.reply.kind in (ReplyKind.FORM, ReplyKind.NEIGHBOUR) and card.reply.phone:
        understood = (
            _("Wants to be called") if e164(card.reply.phone) else _("Wants to be called (number not recognised)")
        )
        return [f":telephone_receiver: {understood}"]
    return []


def _undelivered(_: Texts, card: ReplyCard) -> list[str]:
    """The newest mail that did not arrive, as far as it matters still, and what to do about it."""
    reply, lines = card.reply, []
    phone = _("Phone the citizen (Show contact data).")
    if not is_answered(reply):
        if reply.answer_status in UNDELIVERED:
            again = _("Phone the citizen (Show contact data) or answer again.")
            lines.append(_why(_, card, reply.answer_status, _("the answer"), again))
        elif (status := reply.acknowledgement_status) in UNDELIVERED - {LetterStatus.LEFT}:
            never = _("An answer by mail will hardly arrive either: phone the citizen (Show contact data).")
            advice = _("Answer the citizen soon, or phone them.") if status is LetterStatus.UNKNOWN else never
            lines.append(_why(_, card, status, _("the acknowledgement"), advice))
    if reply.question_status in UNDELIVERED:
        lines.append(_why(_, card, reply.question_status, _("the question"), phone))
    if reply.images_status in UNDELIVERED:
        lines.append(_why(_, card, reply.images_status, _("the mail about images"), phone))
    return lines


def _why(_: Texts, card: ReplyCard, status: LetterStatus | None, letter: str, advice: str) -> str:
    capital, address = letter[:1].upper() + letter[1:], escape(mask_address(card.reply.from_address))
    if status is LetterStatus.BOUNCED:
        told = _("{letter} came back: the address {address} does not work.", letter=capital, address=address)
    elif status is LetterStatus.UNKNOWN:
        told = _("It is not certain that {letter} arrived.", letter=letter)
    elif card.not_allowed:
        told = _(
            "{letter} was not sent: {address} is not on the list of this exercise.", letter=capital, address=address
        )
    else:
        told = _("{letter} was refused: the mail provider does not take {address}.", letter=capital, address=address)
    return f"{told} {advice}"


HASTE = ":rotating_light:"


def presses(reply: Reply) -> bool:
    """Pressing until somebody rated it."""
    return reply.rating is None and is_pressing(reply)


def urgent(_: Texts, line: str, mention: str = "") -> str:
    """A first line with the sign of haste, and who is called by it."""
    return f"{HASTE} *{_('Urgent?')}* {line} {mention}".rstrip()


def in_a_hurry(_: Texts) -> str:
    """What to do with what seems to happen now."""
    return f"*{_('Seems urgent: read it at once, and call the control room if it happens now')}*"


def sign_of(card: ReplyCard) -> str:
    """What was pressing keeps its sign until it is handled, but for what was found irrelevant."""
    if not (duties(card.reply) or card.held_until):
        return "✅"
    return HASTE if card.reply.rating in IN_BVH and is_pressing(card.reply) else "🟡"
