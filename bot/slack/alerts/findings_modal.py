"""What was found in a request or an outcome, to decide about, above the mail with it marked where it stands."""

from bot.records.alerts import Preview
from bot.slack import ids
from bot.slack.alerts.request_modal import write_context
from bot.slack.blocks import Block, divider, escape, in_pieces, modal, section
from bot.slack.guard_blocks import count_line, found_blocks
from bot.texts import Texts
from bot.workflow.alerts.previewing import FROM, TO
from bot.workflow.alerts.requesting import FormContext


def build_findings(_: Texts, preview: Preview, form: FormContext) -> Block:
    """Doing nothing takes all of it out."""
    told = f"{count_line(_, preview.findings)} {_('With Continue you see the mail as it then becomes.')}"
    mail = escape(preview.mail_text).replace(FROM, "»*").replace(TO, "*«")
    blocks = [
        *found_blocks(_, preview.findings, section(told), approved=True),
        divider(),
        *(section(piece) for piece in in_pieces(mail, 2900, 4)),
    ]
    title = _("Check and send")
    return modal(
        ids.REQUEST_FINDINGS, title, blocks, submit=_("Continue"), close=_("Back"), metadata=write_context(form)
    )
