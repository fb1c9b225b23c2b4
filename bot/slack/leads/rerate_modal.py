"""Another rating for a reply that has one, and what follows from it."""

from bot.domain.replies.replies import Rating, is_answered
from bot.domain.replies.which_mail import ratings_of
from bot.records.replies import ReplyCard, rating_name
from bot.slack import ids
from bot.slack.blocks import Block, context, escape, modal, option, radio_input, section, text_input, typed
from bot.texts import Texts
from bot.workflow.replies.triaging import LONGEST_REASON


def build_rerate(_: Texts, card: ReplyCard) -> Block:
    reply, answered = card.reply, is_answered(card.reply)
    known = ratings_of(reply)
    others = [rating for rating in known if rating is not reply.rating or rating is Rating.RELEVANT_ELSEWHERE]
    hint = _("No personal data here: this stays on record.")
    if answered:
        hint = f"{_('Needed because the citizen was answered already.')} {hint}"
    blocks = [
        section(_now(_, card)),
        radio_input("rating", _("Becomes"), [option(rating, rating_name(_, rating)) for rating in others]),
        text_input("reason", _("Why?"), optional=not answered, longest=LONGEST_REASON, hint=hint),
        context(" ".join([f"*{_('This follows:')}*", *_follows(_, card, answered=answered)])),
    ]
    title, metadata = _("Change the rating"), f"{reply.id}:{reply.rating}"
    return modal(ids.RERATE_FORM, title, blocks, submit=_("Change"), close=_("Cancel"), metadata=metadata)


def _now(_: Texts, card: ReplyCard) -> str:
    reply = card.reply
    rating = rating_name(_, reply.rating) if reply.rating else _("not rated yet")
    by = ", ".join(filter(None, (escape(reply.rated_by_name), _.moment(card.rated_at) if card.rated_at else "")))
    answered = _("answered") if is_answered(reply) else _("not answered yet")
    return f"{_('Now:')} *{rating}* ({by}), {answered}."


def _follows(_: Texts, card: ReplyCard, *, answered: bool) -> list[str]:
    told = [_("The figures count the new rating, and the day on which the reply is erased follows it.")]
    if answered:
        told.append(_("A new answer is to be given then; what is relevant has to be put into BVH."))
    if card.lead and card.lead.is_unread:
        told.append(_("If not relevant, the lead is taken back: the burglary team has not read it."))
    elif card.lead:
        reader = escape(card.lead.read_by_name or card.lead.result_by_name)
        told.append(_("If not relevant, {name} is told, who read the lead already.", name=reader))
    return told


def parse_rerate(view: Block) -> tuple[int, Rating, str, str]:
    """The reply, the rating that the form showed, what was picked (perhaps nothing), and why."""
    reply_id, shown = view["private_metadata"].split(":")
    return int(reply_id), Rating(shown), typed(view, "rating"), typed(view, "reason")
