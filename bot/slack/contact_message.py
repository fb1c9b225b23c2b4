"""Who wrote a reply, for one person's eyes."""

from bot.slack.blocks import Block, fields, shortened
from bot.texts import Texts
from bot.workflow.cards import ContactData


def build_contact_data(_: Texts, data: ContactData) -> tuple[str, list[Block]]:
    """The fallback text, without a word of it, and the blocks."""
    pairs = (
        (_("Participant"), data.name),
        (_("E-mail address"), data.email),
        (_("Address"), data.address),
        (_("Phone number"), data.phone),
        (_("The mail says it is from"), data.claimed_from),
    )
    return _("Contact data"), [fields([(name, shortened(value, 300)) for name, value in pairs])]
