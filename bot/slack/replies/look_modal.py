"""Why somebody looks at a citizen's data, then in the same modal what only they see."""

import json
from collections.abc import Sequence
from itertools import accumulate

from bot.domain.privacy.looks import LONGEST_REASON, LookKind, LookReason
from bot.domain.replies.contacts import without_contacts
from bot.domain.replies.replies import Reply, ReplyKind
from bot.records.replies import ContactData
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    context,
    escape,
    in_pieces,
    markup,
    modal,
    option,
    plain,
    radio_input,
    section,
    shortened,
    text_input,
    typed,
    verbatim,
)
from bot.slack.names import look_reason_name, shown_phone
from bot.slack.replies.attachment_message import attachment_links
from bot.texts import Texts
from bot.workflow.replies.looking import Look, Original, Seen

FIELDS = 10  # of one section, Slack's limit
ORIGINAL_BYTES = 200_000  # Slack refuses a view over 250 kB
LONGEST_WHOLE = 40_000  # signs of one reply: to look for numbers in a book takes longer than Slack waits
MOST_BLOCKS = 90
ORIGINAL_PIECES = 68  # that many bytes, where a character is one


def build_look(_: Texts, look: Look, *, takes: bool) -> Block:
    choices = [option(reason, look_reason_name(_, reason)) for reason in LookReason]
    hint = _("No personal data here: this stays on record.")
    told = _("Who looks at this, when and why is recorded, and stands in the thread.")
    blocks = [
        section(f"*{_('You take this reply with it.')}* {told}" if takes else told),
        radio_input("reason", _("What do you need it for?"), choices),
        text_input("words", _("Namely"), optional=True, longest=LONGEST_REASON, hint=hint),
    ]
    metadata = f"{look.kind}:{look.reply_id}:{look.lead_id}"
    title = _look_title(_, look.kind)
    return modal(ids.LOOK_FORM, title, blocks, submit=_("Show"), close=_("Cancel"), metadata=metadata)


def parse_look(view: Block) -> tuple[Look, str, str]:
    """What is asked for, the reason, and its words."""
    kind, reply_id, lead_id = view["private_metadata"].split(":")
    return Look(LookKind(kind), int(reply_id), int(lead_id)), typed(view, "reason"), typed(view, "words")


def build_seen(_: Texts, seen: Seen, address: str) -> Block:
    """What this person asked for; links to attachments below `address`."""
    about = [context(_("Reply to {reference}", reference=escape(seen.about)))] if seen.about else []
    if isinstance(seen.what, ContactData):
        title, blocks = _look_title(_, LookKind.CONTACT_DATA), _contact_data(_, seen.what)
    elif isinstance(seen.what, Original):
        title, blocks = _original_title(_, seen.what.kind), original_blocks(_, seen.what.text)
    else:
        title, blocks = _look_title(_, LookKind.ATTACHMENTS), attachment_links(_, seen.what, address)
    return modal(ids.LOOK_VIEW, title, [*about, *blocks], close=_("Done reading"))


def _look_title(_: Texts, kind: LookKind) -> str:
    return {
        LookKind.CONTACT_DATA: _("Contact data"),
        LookKind.ORIGINAL: _("Original"),
        LookKind.ATTACHMENTS: _("Attachments"),
    }[kind]


def _original_title(_: Texts, kind: ReplyKind) -> str:
    return {
        ReplyKind.MAIL: _("Original mail"),
        ReplyKind.FORM: _("Filled-in form"),
        ReplyKind.NEIGHBOUR: _("Filled-in form"),
        ReplyKind.PHONE: _("Phone note"),
    }[kind]


def _contact_data(_: Texts, data: ContactData) -> list[Block]:
    """Names beside values, which are plain text: to be copied as they are."""
    claimed = {
        ReplyKind.MAIL: _("The mail says it is from"),
        ReplyKind.PHONE: _("Name of the caller"),
        ReplyKind.NEIGHBOUR: _("A neighbour says they are"),
        ReplyKind.FORM: "",  # whoever fills in the page came by the participant's own link
    }[data.kind]
    pairs = (
        (_("Participant"), data.name),
        (_("E-mail address"), data.email),
        (_("Address"), data.address),
        (_("Phone number"), shown_phone(_, data.phone)),
        (claimed, data.claimed_from),
        (_("In what they wrote"), " / ".join(data.in_words)),
    )
    told = [(name, value) for name, value in pairs if name and value]
    rows = [part for name, value in told for part in (markup(f"*{name}*"), plain(shortened(value, 300)))]
    sections = [{"type": "section", "fields": rows[at : at + FIELDS]} for at in range(0, len(rows), FIELDS)]
    return sections or [section(_("Nothing is known of who this is."))]


def build_whole(_: Texts, replies: Sequence[Reply]) -> Block:
    """All that a citizen wrote, as a channel may know it: nobody has to say why they read on."""
    first, *later = replies
    blocks = _whole(_, first)
    for one in later:
        blocks += [context(f"*{_('The citizen wrote again')}* · {_.moment(one.received_at)}"), *_whole(_, one)]
    return modal(ids.LOOK_VIEW, _("The whole reply"), blocks[:MOST_BLOCKS], close=_("Done reading"))


def _whole(_: Texts, reply: Reply) -> list[Block]:
    shown = without_contacts(reply.words[:LONGEST_WHOLE])
    blocks = [verbatim(piece) for piece in in_pieces(shown or _("(no text)"), 2900, ORIGINAL_PIECES)]
    if len(reply.words) > LONGEST_WHOLE:
        n, total = _.number(LONGEST_WHOLE), _.number(len(reply.words))
        blocks.append(context(_("You see the first {n} of {total} characters.", n=n, total=total)))
    return blocks


def original_blocks(_: Texts, original: str) -> list[Block]:
    pieces = in_pieces(original, 2900, ORIGINAL_PIECES) if original else [_("(no text)")]
    sizes = accumulate(len(json.dumps(verbatim(piece))) for piece in pieces)  # as it is sent: a smiley takes 12 bytes
    shown = [piece for piece, size in zip(pieces, sizes, strict=True) if size <= ORIGINAL_BYTES]
    blocks = [verbatim(piece) for piece in shown]
    if (n := sum(map(len, shown))) < len(original):
        told = _("The mail is longer than Slack can show; it is kept whole.")
        part = _("You see the first {n} of {total} characters.", n=_.number(n), total=_.number(len(original)))
        blocks.insert(0, context(f"{part} {told}"))
    return blocks
