"""A reply's number in BVH, below a text to copy into it."""

from bot.domain.replies.replies import CautionKind, Rating, Reply, ReplyKind
from bot.records.replies import BvhForm, rating_name
from bot.slack import ids
from bot.slack.blocks import TEXT_LIMIT, Block, modal, shortened, text_input, typed
from bot.slack.names import shown_phone
from bot.texts import Texts, texts

LONGEST_FACT = 300


def build_bvh(_: Texts, form: BvhForm) -> Block:
    """The cursor stands in the text, so that one key selects all of it; only the number is read back."""
    reply = form.reply
    blocks = [
        text_input(
            "bvh_text",
            _("Text for BVH"),
            bvh_text(form),
            optional=True,
            long=True,
            focus=True,
            hint=_("Copy it with Ctrl+A and Ctrl+C. Changes here are not kept."),
        ),
        text_input("bvh_number", _("BVH number"), reply.bvh_number, placeholder="2026-123456", longest=30),
    ]
    title = _("Recorded in BVH")
    return modal(ids.BVH_FORM, title, blocks, submit=_("Save"), close=_("Cancel"), metadata=str(reply.id))


def parse_bvh(view: Block) -> tuple[int, str]:
    """The reply and the number."""
    return int(view["private_metadata"]), typed(view, "bvh_number")


def bvh_text(form: BvhForm) -> str:
    """What BVH is told, in Dutch whoever reads it here: the citizen's words last, as many as Slack's field takes."""
    _, reply = texts("nl"), form.reply
    lines = [
        _("Burgernetmail {reference}", reference=form.alert.reference if form.alert else _("unknown alert")),
        *(f"{label}: {shortened(value, LONGEST_FACT)}" for label, value in _facts(_, form) if value),
        "",
        _("The citizen told by phone:") if reply.kind is ReplyKind.PHONE else _("The citizen wrote:"),
    ]
    head = "\n".join(lines) + "\n"
    words = "\n\n".join([reply.words, *(f"{_.moment(later.received_at)}:\n{later.words}" for later in form.later)])
    if len(head) + len(words) <= TEXT_LIMIT:
        return head + words
    note = "\n" + _("[Shortened. All of it stands under Original at the reply in Burgernetmail.]")
    return head + words[: TEXT_LIMIT - len(head) - len(note) - 1] + "…" + note


def _facts(_: Texts, form: BvhForm) -> list[tuple[str, str]]:
    reply, who = form.reply, form.contact
    apart = not who.email or any(odd.kind is CautionKind.OTHER_SENDER for odd in reply.cautions)
    participant = ", ".join(filter(None, (who.name, who.address, who.email)))
    return [
        (_("Received"), f"{_.moment(reply.received_at)} ({_kind(_, reply)})"),
        (_("Participant") if apart else _("Reporter"), participant),
        (_("Reporter"), who.claimed_from if apart else ""),
        (_("Phone number"), shown_phone(_, who.phone)),
        (_("Rating"), rating_name(_, reply.rating) if reply.rating else _("not rated yet")),
        (_("Case"), _case(_, form)),
    ]


def _kind(_: Texts, reply: Reply) -> str:
    return {
        ReplyKind.MAIL: _("by mail"),
        ReplyKind.FORM: _("by the web form"),
        ReplyKind.PHONE: _("by phone"),
        ReplyKind.NEIGHBOUR: _("through a neighbour"),
    }[reply.kind]


def _case(_: Texts, form: BvhForm) -> str:
    if form.reply.rating is not Rating.RELEVANT_ELSEWHERE:
        return form.alert.content.bvh_number if form.alert else ""
    if form.case:
        return f"{form.case.content.bvh_number} ({form.case.reference})"
    return form.reply.case_bvh_number or _("not known yet")
