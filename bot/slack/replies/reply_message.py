"""A reply on its message in the triage channel: whose turn it is, the words, what was decided, what is next."""

from bot.domain.alerts.alerts import AlertKind
from bot.domain.leads.leads import Lead
from bot.domain.replies.contacts import without_contacts
from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import Duty, Rating, Reply, ReplyKind, ReplyLabel, duties, masked_sender
from bot.domain.replies.taking import is_taken
from bot.domain.replies.wishes import Wish, wish_of
from bot.records.leads import result_name
from bot.records.replies import ReplyCard, rating_name
from bot.slack.blocks import Block, context, escape, link, section, shortened, verbatim
from bot.slack.names import caution_name, duty_name, letter_status_name, sender_check_name
from bot.slack.replies.attachment_message import attachment_line
from bot.slack.replies.citizen_message import answer_owed, in_a_hurry, presses, sign_of, touch_lines, urgent
from bot.slack.replies.images.image_lines import absent_line, fetch_by, image_lines
from bot.slack.replies.reply_buttons import MOST_WORDS, reply_buttons
from bot.slack.replies.tie_message import fit_line, tie_lines
from bot.texts import Texts, lowered

OF_A_MACHINE = 160
LONGEST_SMALL = 2800
LONGEST_LOOK = 20_000
LONGEST_NAME = 24
SHORTEST_STREET = 12
BOLD_LINE = 72  # signs: bold ones are wider


def build_reply_message(_: Texts, card: ReplyCard, mention: str = "") -> tuple[str, list[Block]]:
    """The fallback text, without a word of the citizen's, and the blocks; `mention` is who an urgent one calls."""
    reply, pressing = card.reply, presses(card.reply)
    reference = card.alert.reference if card.alert else _("unknown alert")
    mine = reply.label is ReplyLabel.REPLY
    state, small = _state(_, card) if mine else "", " · ".join(_small(_, card))
    blocks = [
        section(_first(_, card, mention, pressing=pressing)),
        context(writer(_, card) + (f" · {in_a_hurry(_)}" if pressing else "")),
        *words_of(_, reply, MOST_WORDS if mine else OF_A_MACHINE),
        *([section(state)] if state else []),
        *([context(shortened(small, LONGEST_SMALL))] if small else []),
        *reply_buttons(_, card),
    ]
    text = _("Urgent: reply to {reference}", reference=reference) if pressing else ""
    return text or _("Reply to {reference}", reference=reference), blocks


def _first(_: Texts, card: ReplyCard, mention: str, *, pressing: bool) -> str:
    """Whose turn it is: enough to scroll past it."""
    reply = card.reply
    if reply.label is not ReplyLabel.REPLY:
        return f"⚪ {headline(_, card)} · {_('does not count, nothing to do')}"
    told = _standing(_, card)
    if pressing:
        return urgent(_, headline(_, card, len(told)), mention) + told
    return f"{sign_of(card)} {headline(_, card, len(told))}{told}"


def _standing(_: Texts, card: ReplyCard) -> str:
    reply = card.reply
    if is_taken(reply) and reply.taken_at:
        name, time = escape(shortened(reply.assignee_name, LONGEST_NAME)), _.time(reply.taken_at)
        return " · " + _("{name} has this one, {time}", name=name, time=time)
    if not duties(reply) and reply.handled_at and not card.held_until:
        by = escape(shortened(reply.assignee_name or reply.answered_by_name, LONGEST_NAME))
        return " · " + _("handled by {name}, {time}", name=by, time=_.time(reply.handled_at))
    return ""


def words_of(_: Texts, reply: Reply, most: int) -> list[Block]:
    """The citizen's words, or that they are gone."""
    if reply.erased_at:
        return [context(f":wastebasket: {_('The text was erased on {day}.', day=_.day(reply.erased_at))}")]
    if not reply.words and reply.images is Images.IN:
        return [verbatim(_("(images without words)"))]
    return [shown_words(_, reply.words, most)]


def shown_words(_: Texts, words: str, most: int) -> Block:
    """What a citizen wrote as a channel may know it: nobody's number or address, and plates, numbers of houses and
    streets as they stand, since they are the clue.
    """
    return verbatim(shortened(without_contacts(words, most), most) or _("(no text)"))


def hidden_line(_: Texts, reply: Reply) -> list[str]:
    """That something is hidden in the words, and where it stands; of a book only its first chapter is looked at."""
    words = reply.words[:LONGEST_LOOK]
    if reply.erased_at or without_contacts(words) == words:
        return []
    return [_("Phone numbers and e-mail addresses (•••) stand under Show contact data.")]


def headline(_: Texts, card: ReplyCard, beside: int = 0) -> str:
    """Which alert it answers, and which of its replies it is; in one line with what stands `beside` it."""
    kind = _kind(_, card)
    if card.alert is None:
        return f"*{_('{kind} without a known mail', kind=kind)}*"
    room = BOLD_LINE - beside - len(kind) - len(card.alert.reference) - 10
    street = shortened(card.alert.content.street, room) if room >= SHORTEST_STREET else ""
    name = " · ".join(filter(None, (card.alert.reference, street)))
    return f"*{_('{kind} to {mail}', kind=kind, mail=link(card.alert_link, name))}*"


def _kind(_: Texts, card: ReplyCard) -> str:
    if card.reply.label is ReplyLabel.AUTO_REPLY:
        return _("Automatic answer")
    if card.reply.label is ReplyLabel.BOUNCE:
        return _("Delivery report")
    if card.reply.label is ReplyLabel.TEST:
        return _("Answer to a test mail")
    return _("Reply {n}", n=_.number(card.number)) if card.number else _("Reply")


def writer(_: Texts, card: ReplyCard) -> str:
    """Who wrote it, as far as the channel may know: from where, masked, when; a warning where proving that failed."""
    sender = masked_sender(card.reply)
    if sender and card.reply.kind is ReplyKind.PHONE:
        sender = _("By phone: {caller}", caller=sender)
    if card.reply.kind is ReplyKind.NEIGHBOUR:
        sender = " · ".join(filter(None, (_("through a neighbour"), sender)))
    told = [*([sender] if sender else []), _.moment(card.reply.received_at)]
    if card.distance_m is not None:
        where = _("{neighbourhood}, at {n} m", neighbourhood=card.neighbourhood, n=_.number(card.distance_m))
        told.insert(0, where)
    if check := sender_check_name(_, card.reply.sender_check):
        told.append(f"⚠️ {check}")
    return escape(" · ".join(told))


def labels(_: Texts, card: ReplyCard) -> list[str]:
    """What a responder should know before reading it."""
    reply = card.reply
    told = [*_who_said(_, card), *_cautions(_, reply)]
    if card.answers is AlertKind.OUTCOME:
        told.append(_("A reply to the outcome mail"))
    if card.answers is AlertKind.PREVENTIVE:
        told.append(_("A reply to the preventive mail"))
    if card.together:
        told.append(_("That mail is about {references} too", references=", ".join(card.together)))
    if reply.late:
        told.append(_("The alert was closed when this came in"))
    if card.attachment_names and not card.attachments:
        names = escape(without_contacts(", ".join(card.attachment_names)))
        told.append(_("With attachments: {names}", names=names))
    return told


def _who_said(_: Texts, card: ReplyCard) -> list[str]:
    """Where a colleague says which mail it is about: that is no more than their reading of it."""
    if not card.reply.mail_by_name:
        return []
    name = escape(shortened(card.reply.mail_by_name, LONGEST_NAME))
    return [
        _("Mail chosen by {name}", name=name) if card.alert else _("About none of our mails, says {name}", name=name)
    ]


def _cautions(_: Texts, reply: Reply) -> list[str]:
    """What is odd about the mail; and what it asks for, by its own words or by a subject of its own."""
    told = [f"⚠️ {caution_name(_, odd)}" for odd in reply.cautions]
    return [*told, *_wish(_, reply)]


def _wish(_: Texts, reply: Reply) -> list[str]:
    own = reply.label in (ReplyLabel.REPLY, ReplyLabel.FOLLOW_UP)
    match wish_of(reply.subject, reply.words) if own or reply.label is ReplyLabel.AUTO_REPLY else None:
        case Wish.CLEAR:
            return [_("The citizen seems to want no mails any more")]
        case Wish.DOUBTFUL if own:
            return [_("Does the citizen want no mails any more? Read it with that in mind")]
    return []


def cut(_: Texts, *replies: Reply, most: int = MOST_WORDS, where: str = "") -> list[str]:
    """How much of the words stands here, of each at most so much, and behind which button the rest is."""
    lengths = [len(one.words) for one in replies if not one.erased_at]
    shown, total = sum(min(one, most) for one in lengths), sum(lengths)
    if shown == total:
        return []
    told = _("The first {n} of {total} characters stand here.", n=_.number(shown), total=_.number(total))
    button = f"{where}*{_('The whole reply')}*"
    return [f"{told} {_('The rest: {button}.', button=button)}"]


def _small(_: Texts, card: ReplyCard) -> list[str]:
    """What is only sometimes so, the most pressing first."""
    reply = card.reply
    told = [
        *touch_lines(_, card),
        *image_lines(_, reply),
        *absent_line(_, card),
        *labels(_, card),
        *fit_line(_, card),
        *tie_lines(_, card.ties),
        *_earlier(_, card),
        *attachment_line(_, card.attachments, len(card.attachment_names)),
        *_unacknowledged(_, card.reply),
        *hidden_line(_, card.reply),
    ]
    return [*told, *cut(_, reply, where="⋯ ")] if card.reply.label is ReplyLabel.REPLY else told


def _earlier(_: Texts, card: ReplyCard) -> list[str]:
    if card.earlier is None:
        return []
    moment = link(card.earlier.link, _.moment(card.earlier.at))
    return [_("wrote before: {mail}", mail=moment)]


def _unacknowledged(_: Texts, reply: Reply) -> list[str]:
    owed = reply.label is ReplyLabel.REPLY and reply.from_address and Duty.ANSWER in duties(reply)
    if not owed or reply.acknowledgement_status or reply.may_acknowledge:
        return []
    return [_("Acknowledgement: not sent, the sender is not certain")]


def _state(_: Texts, card: ReplyCard) -> str:
    """What was decided and done; what is owed still; an answer that can be taken back."""
    reply = card.reply
    owed = ", ".join(_owed(_, reply)) if reply.rating else ""
    told = [
        *_rated(_, card),
        *_sent_on(_, card),
        *_recorded(_, reply),
        *_answered(_, reply, held=bool(card.held_until)),
    ]
    if owed:
        told.append(_("still to do: {what}", what=owed))
    lines = [" · ".join(told)] if told else []
    if card.held_until:
        lines.append(f"📤 *{_('The answer is sent at {time}', time=_.second(card.held_until))}*")
    return "\n".join(lines)


def _owed(_: Texts, reply: Reply) -> list[str]:
    told = {Duty.FETCH_IMAGES: fetch_by, Duty.ANSWER: answer_owed}
    owed = [duty for duty in duties(reply) if duty is not Duty.RATE]
    return [told[duty](_, reply) if duty in told else duty_name(_, duty) for duty in owed]


def _rated(_: Texts, card: ReplyCard) -> list[str]:
    reply = card.reply
    if reply.rating is None:
        return []
    by = escape(shortened(reply.rated_by_name, LONGEST_NAME))
    told = f"*{rating_name(_, reply.rating)}*"
    if duties(reply):
        told += f" ({', '.join(filter(None, (by, _.time(card.rated_at) if card.rated_at else '')))})"
    return [told, lowered(_case(_, card))] if reply.rating is Rating.RELEVANT_ELSEWHERE else [told]


def _sent_on(_: Texts, card: ReplyCard) -> list[str]:
    reply = card.reply
    if card.lead:
        return [_("burglary team: {result}", result=lowered(_lead_result(_, card.lead)))]
    if reply.rating is Rating.RELEVANT_HERE and reply.not_escalated_by_name:
        return [_("not sent on ({name})", name=escape(reply.not_escalated_by_name))]
    return []


def _recorded(_: Texts, reply: Reply) -> list[str]:
    if not reply.bvh_number:
        return []
    number = escape(reply.bvh_number)
    return [f"BVH {number}" if reply.bvh_by_name else _("BVH {number}, to be completed", number=number)]


def _answered(_: Texts, reply: Reply, *, held: bool) -> list[str]:
    if not reply.answer_status or held:
        return []
    return [_("answer {status}", status=letter_status_name(_, reply.answer_status))]


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
