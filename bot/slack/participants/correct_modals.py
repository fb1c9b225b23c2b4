"""The forms by which a superuser mends what is known of a participant, or pauses them; what is known is not shown."""

from datetime import date

from bot.domain.participants.claiming import LONGEST_NAME
from bot.slack import ids
from bot.slack.blocks import Block, context, date_input, modal, text_input, typed
from bot.texts import Texts
from bot.workflow.participants.correcting import Correction


def build_correct(_: Texts, participant_id: str) -> Block:
    blocks = [
        context(_("Fill in only what changes. The next participants file does not undo it.")),
        text_input("name", _("Name"), optional=True, longest=LONGEST_NAME),
        text_input("postcode", _("Postcode"), optional=True, placeholder="3823 AB", longest=10),
        text_input("house_number", _("House number"), optional=True, placeholder="12-a", longest=20),
        text_input("reason", _("Why?"), hint=_("For example: moved, told us by phone. No names."), longest=300),
    ]
    title = _("Change a participant")
    return modal(ids.CORRECT_FORM, title, blocks, submit=_("Save"), close=_("Cancel"), metadata=participant_id)


def parse_correct(view: Block) -> tuple[int, Correction, str]:
    """The participant, what changes, and why."""
    changes = Correction(*(typed(view, name) for name in ("name", "postcode", "house_number")))
    return int(view["private_metadata"]), changes, typed(view, "reason")


def build_pause(_: Texts, participant_id: str) -> Block:
    blocks = [
        date_input("until", _("From which day on do they get mails again?"), ""),
        text_input("reason", _("Why?"), hint=_("For example: asked for it by phone. No names."), longest=300),
    ]
    title = _("Pause the mails")
    return modal(ids.PAUSE_FORM, title, blocks, submit=_("Pause"), close=_("Cancel"), metadata=participant_id)


def parse_pause(view: Block) -> tuple[int, date | None, str]:
    """The participant, until when, and why."""
    day = typed(view, "until")
    return int(view["private_metadata"]), date.fromisoformat(day) if day else None, typed(view, "reason")
