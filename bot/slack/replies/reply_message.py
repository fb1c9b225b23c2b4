"""A reply on its message in the triage channel: what is still to do stands in one line."""

from bot.domain.leads.leads import Lead
from bot.domain.replies.contacts import without_contacts
from bot.domain.replies.replies import (
    MACHINES,
    Duty,
    LetterStatus,
    Rating,
    Reply,
    ReplyKind,
    ReplyLabel,
    duties,
    is_answered,
    masked_sender,
)
from bot.domain.replies.taking import is_taken
from bot.domain.replies.urgent.urgency import is_pressing
from bot.domain.replies.wishes import wants_no_mails
from bot.records.replies import ReplyCard, rating_name
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, context, escape, link, section, shortened, verbatim
from bot.slack.names import caution_name, duty_name, letter_status_name, lowered, result_name, sender_check_name
from bot.slack.replies.attachment_message import attachment_lines
from bot.slack.replies.citizen_message import touch_buttons, touch_lines
from bot.slack.replies.tie_message import tie_lines
from bot.texts import Texts

MOST_WORDS = 2900


def build_reply_message(_: Texts, card: ReplyCard, mention: str = "") -> tuple[str, list[Block]]:
    """The fallback text, without a word of the citizen's, and the blocks; `mention` is who an urgent one calls."""
    reply, pressing = card.reply, _presses(card.reply)
    reference = card.alert.reference if card.alert else _("unknown alert")
    blocks = [
        *_head(_, card, mention, pressing=pressing),
        *labels(_, card),
        *words_of(_, reply, MOST_WORDS),
        *cut(_, card),
        *attachment_lines(_, card.attachments, len(card.attachment_names)),
        *tie_lines(_, card.ties),
        section(_todo(_, reply)),
        *_holder(_, reply),
        *touch_lines(_, card),
    ]
    if done := _done(_, card):
        blocks.append(context(" · ".join(done)))
    text = _("Urgent: reply to {reference}", reference=reference) if pressing else ""
    return text or _("Reply to {reference}", reference=reference), [*blocks, *_buttons(_, card)]


def _presses(reply: Reply) -> bool:
    """Pressing until somebody rated it."""
    return reply.rating is None and is_pressing(reply)


def _head(_: Texts, card: ReplyCard, mention: str, *, pressing: bool) -> list[Block]:
    if not pressing:
        return [section(headline(_, card)), context(writer(_, card))]
    return [section(urgent(_, headline(_, card), mention)), context(writer(_, card), in_a_hurry(_))]


def urgent(_: Texts, line: str, mention: str) -> str:
    """A first line with the sign of haste, and who is called by it."""
    return f":rotating_light: *{_('Urgent?')}* {line} {mention}".rstrip()


def in_a_hurry(_: Texts) -> str:
    """What to do with what seems to happen now."""
    return f"*{_('Seems urgent: read it at once, and call the control room if it happens now')}*"


def words_of(_: Texts, reply: Reply, most: int) -> list[Block]:
    """The citizen's words, or that they are gone."""
    if reply.erased_at:
        return [context(f":wastebasket: {_('The text was erased on {day}.', day=_.day(reply.erased_at))}")]
    return shown_words(_, reply.words, most)


def shown_words(_: Texts, words: str, most: int) -> list[Block]:
    """What a citizen wrote as a channel may know it: nobody's number or address, and plates, numbers of houses and
    streets as they stand, since they are the clue.
    """
    shown = without_contacts(words)
    blocks = [verbatim(shortened(shown, most) or _("(no text)"))]
    if shown != words:
        blocks.append(context(_("Phone numbers and e-mail addresses (•••) stand under Show contact data.")))
    return blocks


def headline(_: Texts, card: ReplyCard) -> str:
    """Which alert it answers."""
    if card.alert is None:
        return f"*{_('Reply without a known alert')}*"
    name = f"{card.alert.reference} · {card.alert.content.street}"
    return f"*{_('Reply to')} {link(card.alert_link, name)}*"


def writer(_: Texts, card: ReplyCard) -> str:
    """Who wrote it, as far as the channel may know: from where, masked, when, and whether that was proven."""
    sender = masked_sender(card.reply)
    if sender and card.reply.kind is ReplyKind.PHONE:
        sender = _("By phone: {caller}", caller=sender)
    told = [*([sender] if sender else []), _.moment(card.reply.received_at)]
    if card.distance_m is not None:
        where = _("{neighbourhood}, at {n} m", neighbourhood=card.neighbourhood, n=_.number(card.distance_m))
        told.insert(0, where)
    if check := card.reply.sender_check:
        told.append(sender_check_name(_, check))
    return escape(" · ".join(told))


def labels(_: Texts, card: ReplyCard) -> list[Block]:
    """What a responder should know before reading it."""
    reply, told = card.reply, []
    if reply.label is ReplyLabel.AUTO_REPLY:
        told.append(_("Automatic answer: does not count, nothing to do"))
    if reply.label is ReplyLabel.BOUNCE:
        told.append(_("Delivery report: does not count, nothing to do"))
    told += _cautions(_, reply)
    if reply.label is ReplyLabel.TEST:
        told.append(_("Answer to a test mail: does not count, nothing to do"))
    elif card.alert is None:
        told.append(_("The answer address is unknown: not tied to an alert"))
    if card.on_outcome:
        told.append(_("A reply to the outcome mail"))
    if reply.late:
        told.append(_("The alert was closed when this came in"))
    if card.attachment_names and not card.attachments:
        names = escape(", ".join(card.attachment_names))
        told.append(_("With attachments: {names}", names=names))
    return [context(*(f":label: {label}" for label in told))] if told else []


def _cautions(_: Texts, reply: Reply) -> list[str]:
    """What is odd about the mail; and what it asks for, by its own words or by a subject of its own."""
    told = [caution_name(_, odd) for odd in reply.cautions]
    own = reply.label in (ReplyLabel.REPLY, ReplyLabel.FOLLOW_UP)
    if own and wants_no_mails(f"{reply.subject}\n{reply.words}"):
        told.append(_("The citizen seems to want no mails any more"))
    return told


def cut(_: Texts, card: ReplyCard) -> list[Block]:
    """Says that the text was cut, and where the rest is."""
    if len(card.reply.words) <= MOST_WORDS:
        return []
    return [context(_("Shortened here. Press Original to read all of it."))]


def _todo(_: Texts, reply: Reply) -> str:
    if reply.label is not ReplyLabel.REPLY:
        return _("Nothing to do.")
    owed = ", ".join(duty_name(_, duty) for duty in duties(reply))
    return f":black_square_button: *{_('Still to do:')}* {owed}" if owed else f":white_check_mark: *{_('Handled')}*"


def _holder(_: Texts, reply: Reply) -> list[Block]:
    if not is_taken(reply) or reply.taken_at is None:
        return []
    name, time = escape(reply.assignee_name), _.time(reply.taken_at)
    return [context(f":raising_hand: {_('Taken by {name}, {time}', name=name, time=time)}")]


def _done(_: Texts, card: ReplyCard) -> list[str]:
    reply = card.reply
    told = [
        _acknowledged(_, reply),
        *_rated(_, card),
        _recorded(_, reply),
        _sent_on(_, card),
        _("Taken by {name}", name=escape(reply.assignee_name)) if reply.assignee_name and not is_taken(reply) else "",
    ]
    return [line for line in told if line]


def _recorded(_: Texts, reply: Reply) -> str:
    if reply.bvh_number and not reply.bvh_by_name:
        return _("BVH: {number}, to be completed", number=reply.bvh_number)
    return (
        _("BVH: {number} ({name})", number=reply.bvh_number, name=escape(reply.bvh_by_name)) if reply.bvh_number else ""
    )


def _acknowledged(_: Texts, reply: Reply) -> str:
    if reply.acknowledgement_status:
        return _("Acknowledgement: {status}", status=letter_status_name(_, reply.acknowledgement_status))
    if reply.label is not ReplyLabel.REPLY or not reply.from_address:
        return ""
    uncertain = _("Acknowledgement: not sent, the sender is not certain")
    return _("Acknowledgement: not sent (again)") if reply.may_acknowledge else uncertain


def _rated(_: Texts, card: ReplyCard) -> list[str]:
    reply, told = card.reply, []
    if reply.rating:
        told.append(f"{rating_name(_, reply.rating)} ({escape(reply.rated_by_name)})")
    if reply.rating is Rating.RELEVANT_ELSEWHERE:
        told.append(_case(_, card))
    if reply.answer_status:
        status = letter_status_name(_, reply.answer_status)
        told.append(_("Answer: {status} ({name})", status=status, name=escape(reply.answered_by_name)))
    return told


def _sent_on(_: Texts, card: ReplyCard) -> str:
    reply = card.reply
    if card.lead:
        return _("Burglary team: {result}", result=lowered(_lead_result(_, card.lead)))
    if reply.rating is Rating.RELEVANT_HERE and reply.not_escalated_by_name:
        return _("Not sent on ({name})", name=escape(reply.not_escalated_by_name))
    return ""


def _case(_: Texts, card: ReplyCard) -> str:
    if card.case_reference:
        return _("Belongs to {case}", case=link(card.case_link, card.case_reference))
    if number := card.reply.case_bvh_number:
        return _("Belongs to BVH {number}", number=escape(number))
    return _("Which case is not known yet")


def _lead_result(_: Texts, lead: Lead) -> str:
    if lead.result:
        return result_name(_, lead.result)
    return _("read by {name}", name=escape(lead.read_by_name)) if lead.read_at else _("not read yet")


def _buttons(_: Texts, card: ReplyCard) -> list[Block]:
    reply, value = card.reply, str(card.reply.id)
    look = [] if reply.erased_at else _looks(_, card)
    if reply.label is not ReplyLabel.REPLY:
        after_all = [button(_("A reply after all"), ids.COUNT_AS_REPLY, value)] if reply.label in MACHINES else []
        return [actions(*after_all, *look)] if look else []
    if reply.erased_at and reply.handled_at:
        return []
    touch = [] if reply.erased_at else touch_buttons(_, card)
    first = [actions(_take(_, value, "primary"))] if _presses(reply) and not is_taken(reply) else []
    rows = [actions(*row) for row in (_acknowledging(_, reply), _work(_, card), [*touch, *look]) if row]
    return rows if is_answered(reply) else [*first, _ratings(_, reply), *rows]


def _acknowledging(_: Texts, reply: Reply) -> list[Block]:
    if reply.acknowledgement_status is not LetterStatus.UNKNOWN or reply.erased_at:
        return []
    again = button(_("Send it once more"), ids.ACKNOWLEDGE_AGAIN, str(reply.id))
    return [again, button(_("Leave it at that"), ids.LEAVE_ACKNOWLEDGEMENT, str(reply.id))]


def _take(_: Texts, value: str, style: str = "") -> Block:
    return button(_("I take this"), ids.TAKE, value, style)


def _work(_: Texts, card: ReplyCard) -> list[Block]:
    """Who does it, then what is to be done, in its order."""
    reply, value, owed = card.reply, str(card.reply.id), duties(card.reply)
    work = []
    if is_taken(reply) and owed:
        work.append(button(_("Let go"), ids.LET_GO, value))
    elif owed and not _presses(reply):
        work.append(_take(_, value))
    if not card.lead:
        work.append(button(_("To the burglary team"), ids.ESCALATE, value))
    if Duty.ESCALATE in owed:
        work.append(button(_("Do not send on"), ids.DO_NOT_ESCALATE, value))
    if not is_answered(reply):
        work.append(button(_("Answer"), ids.ANSWER, value, style="primary" if reply.rating else ""))
    if reply.rating is not Rating.NOT_RELEVANT:
        work.append(button(_("Recorded in BVH"), ids.RECORD_IN_BVH, value))
    return work


def _looks(_: Texts, card: ReplyCard) -> list[Block]:
    value = str(card.reply.id)
    look = [
        button(_("Show contact data"), ids.SHOW_CONTACT_DATA, value),
        button(_("Original"), ids.SHOW_ORIGINAL, value),
    ]
    if card.attachments:
        look.append(button(_("Attachments"), ids.SHOW_ATTACHMENTS, value))
    return look


def _ratings(_: Texts, reply: Reply) -> Block:
    def style(rating: Rating) -> str:
        return "primary" if reply.rating is rating else ""

    return actions(
        *(button(rating_name(_, rating), ids.RATE + rating, str(reply.id), style(rating)) for rating in Rating)
    )
