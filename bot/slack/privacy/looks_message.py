"""Who looked at citizens' data, told to one superuser."""

from bot.domain.privacy.looks import LookReason
from bot.records.pages import Page
from bot.records.privacy import LookLine
from bot.slack import ids
from bot.slack.blocks import Block, escape, link, pager, section, shortened
from bot.slack.names import look_reason_name
from bot.texts import Texts

LONGEST_REASON = 120  # thirty lines stay within what Slack shows of a message


def build_looks(_: Texts, looks: Page[LookLine], asked: str) -> tuple[str, list[Block]]:
    """A line each, newest first; a colleague stands by their id, which Slack shows as the name."""
    title = _("Who looked at what")
    if not looks.lines:
        return title, [section(f"*{title}*\n{_('Nobody looked at anything.')}")]
    lines = (section(_line(_, look)) for look in looks.lines)
    return title, [section(f"*{title}*"), *lines, *pager(_, looks, ids.LOOKS_PAGE, asked)]


def _line(_: Texts, look: LookLine) -> str:
    which = look.reference or _("a reply without a mail of ours")
    if look.number:
        which = _("{reference}, reply {number}", reference=look.reference, number=str(look.number))
    if look.participant:
        which = _("participant {number}", number=str(look.participant))
    who = _("the link of {name}", name=f"<@{look.who}>") if look.by_link else f"<@{look.who}>"
    told = [f"*{_.moment(look.at)}*", who, _what(_, look.what), link(look.link, which)]
    if look.of_lead:
        told.append(_("as burglary team"))
    if why := _why(_, look):
        told.append(f"_{why}_")
    return " · ".join(told)


def _what(_: Texts, what: str) -> str:
    return {
        "saw_contact_data": _("contact data"),
        "saw_original": _("the original"),
        "saw_attachments": _("the attachments"),
        "opened_attachment": _("opened an attachment"),
        "saved_attachment": _("saved a film"),
        "opened_bvh_text": _("the text for BVH, with contact data"),
        "asked_for_evidence": _("asked for a package of evidence"),
        "opened_evidence": _("took a package of evidence"),
        "exported_evidence": _("made a package of evidence on the command line"),
        "looked_up": _("looked up"),
        "opened_answer": _("the form to answer, with a name, or numbers or addresses in the words"),
    }[what]


def _why(_: Texts, look: LookLine) -> str:
    if look.words:
        return escape(shortened(look.words, LONGEST_REASON))
    return look_reason_name(_, LookReason(look.reason)) if look.reason in set(LookReason) else ""
