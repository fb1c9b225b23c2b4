"""A flood: many mails of one sender (or strangers) on one message, and their words in a form that turns its pages."""

from bot.domain.participants.people import mask_address
from bot.domain.replies.contacts import without_contacts
from bot.records.replies import FloodCard, FloodLine, FloodPage
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    actions,
    button,
    context,
    escape,
    modal,
    option,
    section,
    select_input,
    shortened,
    typed,
    verbatim,
)
from bot.slack.replies.reply_message import headline, writer
from bot.texts import Texts

OLDER = "older"
CLOSE = "close"
LONGEST_WORDS = 300  # a page stays under 250 kB even where each character is written as twelve bytes


def build_flood_message(_: Texts, card: FloodCard) -> tuple[str, list[Block]]:
    """How many came, and one button; the fallback text holds no word of theirs."""
    told = _told(_, card)
    blocks = [
        section(headline(_, card.first)),
        *([] if card.of_strangers else [context(writer(_, card.first))]),
        section(f":ocean: *{_('Flood')}* · {told}"),
        context(
            _("Nothing is lost: all are kept. They do not count and are not acknowledged. Look whether one matters.")
        ),
        context(_("The last one came {moment}.", moment=_.moment(card.last_at))),
        actions(button(_("Show"), ids.SHOW_FLOOD, str(card.first.reply.id))),
    ]
    return _("Flood of mails"), blocks


def _told(_: Texts, card: FloodCard) -> str:
    if card.of_strangers:
        return _.plural(
            "{n} mail to no answer address of ours does not stand here by itself.",
            "{n} mails to no answer address of ours, in a short time, do not stand here one by one.",
            card.count,
        )
    return _.plural(
        "{n} mail of one sender in a short time does not stand here by itself.",
        "{n} mails of one sender in a short time do not stand here one by one.",
        card.count,
    )


def build_flood(_: Texts, page: FloodPage) -> Block:
    """Their words, newest first, above what can be done: turn the page, or make one of them a reply like others."""
    blocks: list[Block] = []
    for number, line in enumerate(page.lines, start=1):
        sender = mask_address(line.from_address) if len({one.from_address for one in page.lines}) > 1 else ""
        words = shortened(without_contacts(line.words, LONGEST_WORDS), LONGEST_WORDS)
        blocks += [context(_origin(_, number, line, sender)), verbatim(words or _("(no text)"))]
    choices = [option(OLDER, _("Show older ones"))] if page.more else [option(CLOSE, _("Nothing, I have read them"))]
    choices += [
        option(str(line.reply_id), _("Treat {n} as a reply like others", n=_.number(number)))
        for number, line in enumerate(page.lines, start=1)
    ]
    blocks.append(select_input("what", _("What do you want to do?"), choices, choices[0]["value"]))
    metadata = f"{page.first_id}:{page.page}"
    title = _("Flood of mails")
    return modal(ids.FLOOD_VIEW, title, blocks, submit=_("Go on"), close=_("Close"), metadata=metadata)


def _origin(_: Texts, number: int, line: FloodLine, sender: str) -> str:
    told = " · ".join(filter(None, (f"*{number}*", escape(sender), _.moment(line.at))))
    if not line.attachment_names:
        return told
    names = escape(shortened(", ".join(line.attachment_names), LONGEST_WORDS))
    return f"{told} · {_('With attachments: {names}', names=names)}"


def parse_flood(view: Block) -> tuple[int, int, str]:
    """The flood, the page that stands there, and what was chosen: OLDER, CLOSE or the id of a reply."""
    first_id, page = view["private_metadata"].split(":")
    return int(first_id), int(page), typed(view, "what")
