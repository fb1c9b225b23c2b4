"""What can be done with a reply: at most five controls, one of them green; what is rarer stands behind ⋯ and Meer."""

from collections.abc import Sequence
from typing import Final

from bot.domain.replies.images.owed import owes_only_images
from bot.domain.replies.replies import (
    MACHINES,
    Duty,
    LetterStatus,
    Rating,
    Reply,
    ReplyLabel,
    duties,
    is_answered,
    is_erased,
)
from bot.domain.replies.taking import is_taken
from bot.domain.replies.urgent.urgency import is_pressing
from bot.domain.replies.which_mail import lacks_mail, may_choose_mail, must_choose_mail, ratings_of
from bot.domain.replies.wishes import wish_of
from bot.records.replies import ReplyCard, rating_name
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, more
from bot.slack.replies.citizen_message import touch_buttons
from bot.slack.replies.images.image_lines import absent_of, ask_button, image_buttons
from bot.texts import Texts

MOST_WORDS: Final = 2900
"""Signs of a citizen's words on a message."""
_OF_IMAGES: Final = (ids.ASK_IMAGES, ids.HAND_OVER, ids.WANT_IMAGES, ids.GOT_IMAGES, ids.DROP_IMAGES)
BEHIND_DOTS: Final = 4
"""Beside *More ...*, which is the fifth."""


def reply_buttons(_: Texts, card: ReplyCard) -> list[Block]:
    """The row of its message; none where nothing can be done."""
    first, rest = _first(_, card), rare_deeds(_, card)
    row = [*first, *_behind_dots(_, card, rest)]
    return [actions(*row)] if row else []


def _behind_dots(_: Texts, card: ReplyCard, rest: Sequence[Block]) -> list[Block]:
    shown = _at_hand(card, rest)
    if len(shown) == len(rest):
        return more(ids.MORE, *rest)
    return more(ids.MORE, *shown, button(_("More ..."), ids.MORE_OF_REPLY, str(card.reply.id)))


def _at_hand(card: ReplyCard, deeds: Sequence[Block]) -> list[Block]:
    """The likeliest of them, in the order that all of them keep in every state."""
    if len(deeds) <= BEHIND_DOTS + 1:
        return list(deeds)
    reply = card.reply
    ranks = {ids.READ_ALL: 0, ids.NO_MORE_MAILS: 0 if wish_of(reply.subject, reply.words) else 2}
    ranks |= dict.fromkeys(_OF_IMAGES, 0 if Duty.FETCH_IMAGES in duties(reply) else 2)
    likeliest = sorted(deeds, key=lambda deed: ranks.get(deed["action_id"], 1))[:BEHIND_DOTS]
    return [deed for deed in deeds if deed in likeliest]


def rarest_deeds(_: Texts, card: ReplyCard) -> list[Block]:
    """What *More ...* offers."""
    deeds = rare_deeds(_, card)
    shown = _at_hand(card, deeds)
    return [deed for deed in deeds if deed not in shown]


def _first(_: Texts, card: ReplyCard) -> list[Block]:
    """What is next, in the place where it always stands."""
    reply, value = card.reply, str(card.reply.id)
    if reply.label is not ReplyLabel.REPLY:
        return [button(_("A reply after all"), ids.COUNT_AS_REPLY, value)] if reply.label in MACHINES else []
    if card.held_until:
        return [button(_("Take it back"), ids.RECALL_ANSWER, value)]
    if not duties(reply):
        return []
    if reply.rating is None:
        take = [] if is_taken(reply) else [_take(_, reply)]
        ratings = _ratings(_, reply)
        return [*take, *ratings] if is_pressing(reply) else [*ratings, *(_asks_first(_, card) or take)]
    if owes_only_images(reply):
        return [*image_buttons(_, reply), *_attachments(_, card)]
    handle = button(_("Deal with it"), ids.HANDLE, value, style="primary")
    return [handle, *_asks_first(_, card), *_attachments(_, card)]


def _asks_first(_: Texts, card: ReplyCard) -> list[Block]:
    """What is not here is asked for before anything else; taking the reply stands behind ⋯ until then."""
    reply = card.reply
    elsewhere = card.held_until or owes_only_images(reply) or (reply.rating is None and is_pressing(reply))
    return ask_button(_, reply) if absent_of(card) and not elsewhere else []


def _ratings(_: Texts, reply: Reply) -> list[Block]:
    """Which mail it is about comes before whether it is relevant to "this case"; what is nothing is so at once."""
    value = str(reply.id)
    if must_choose_mail(reply):
        style = "" if is_pressing(reply) and not is_taken(reply) else "primary"
        none = button(rating_name(_, Rating.NOT_RELEVANT), ids.RATE + Rating.NOT_RELEVANT, value)
        return [button(_("Choose the mail"), ids.CHOOSE_MAIL, value, style=style), none]
    return [button(rating_name(_, rating), ids.RATE + rating, value) for rating in ratings_of(reply)]


def _take(_: Texts, reply: Reply) -> Block:
    return button(_("I take this"), ids.TAKE, str(reply.id), style="primary" if is_pressing(reply) else "")


def _attachments(_: Texts, card: ReplyCard) -> list[Block]:
    seen = card.attachments and not card.reply.erased_at
    return [button(_("Attachments"), ids.SHOW_ATTACHMENTS, str(card.reply.id))] if seen else []


def rare_deeds(_: Texts, card: ReplyCard) -> list[Block]:
    """All the others, each in its place among them whatever the state; what can't be is left out."""
    reply, value = card.reply, str(card.reply.id)
    if is_erased(reply):
        return []
    if reply.label is not ReplyLabel.REPLY:
        return [*_looks(_, reply), *_attachments(_, card)]
    shown, gone = reply.rating is not None and duties(reply) and not card.held_until, reply.erased_at is not None
    first = _asks_first(_, card)
    images = [] if gone or owes_only_images(reply) else image_buttons(_, reply)
    package = card.alert and _attachments(_, card)
    return [
        *([] if gone else [button(_("Wants no more mails"), ids.NO_MORE_MAILS, value)]),
        *read_all_button(_, reply),
        *_whose(_, reply, instead=bool(reply.rating or first)),
        *(one for one in images if one not in first),
        *([button(_("Change the rating"), ids.RERATE, value)] if reply.rating else []),
        *_mail(_, reply),
        *_acknowledging(_, reply),
        *_looks(_, reply),
        *([] if shown else _attachments(_, card)),
        *([] if gone else touch_buttons(_, card)),
        *_one_by_one(_, card),
        *([button(_("Evidence package"), ids.REPLY_EVIDENCE, value)] if package else []),
    ]


def read_all_button(_: Texts, reply: Reply) -> list[Block]:
    """Where its message does not hold all of it."""
    return [button(_("The whole reply"), ids.READ_ALL, str(reply.id))] if len(reply.words) > MOST_WORDS else []


def _whose(_: Texts, reply: Reply, *, instead: bool) -> list[Block]:
    """`instead`: something else stands in the row where taking it would."""
    if is_taken(reply):
        return [button(_("Let go"), ids.LET_GO, str(reply.id))]
    return [_take(_, reply)] if duties(reply) and instead else []


def _mail(_: Texts, reply: Reply) -> list[Block]:
    if must_choose_mail(reply) or not may_choose_mail(reply):
        return []
    label = _("Choose the mail") if lacks_mail(reply) else _("Choose another mail")
    return [button(label, ids.CHOOSE_MAIL, str(reply.id))]


def _looks(_: Texts, reply: Reply) -> list[Block]:
    if reply.erased_at:
        return []
    value = str(reply.id)
    return [
        button(_("Show contact data"), ids.SHOW_CONTACT_DATA, value),
        button(_("Original"), ids.SHOW_ORIGINAL, value),
    ]


def _acknowledging(_: Texts, reply: Reply) -> list[Block]:
    if reply.acknowledgement_status is not LetterStatus.UNKNOWN or reply.erased_at:
        return []
    again = button(_("Send it once more"), ids.ACKNOWLEDGE_AGAIN, str(reply.id))
    return [again, button(_("Leave it at that"), ids.LEAVE_ACKNOWLEDGEMENT, str(reply.id))]


def _one_by_one(_: Texts, card: ReplyCard) -> list[Block]:
    """The parts of what its rating owes, for who does or corrects one of them alone."""
    reply, value, owed = card.reply, str(card.reply.id), duties(card.reply)
    parts = []
    if card.lead and not (card.lead.read_at or card.lead.result):
        parts.append(button(_("Take the lead back"), ids.RECALL_LEAD, value))
    if not card.lead and reply.rating:
        parts.append(button(_("To the burglary team"), ids.ESCALATE, value))
    if Duty.ESCALATE in owed:
        parts.append(button(_("Do not send on"), ids.DO_NOT_ESCALATE, value))
    if reply.rating and not is_answered(reply):
        parts.append(button(_("Answer"), ids.ANSWER, value))
    if Duty.RECORD_IN_BVH in owed and card.alert:
        parts.append(button(_("Told the police at the scene already"), ids.TOLD_AT_SCENE, value))
    if reply.rating is not Rating.NOT_RELEVANT:
        parts.append(button(_("Recorded in BVH"), ids.RECORD_IN_BVH, value))
    return parts
