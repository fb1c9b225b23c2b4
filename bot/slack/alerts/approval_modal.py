"""The form before an approval: for many recipients, or where something stays that the approver has to agree to."""

from bot.domain.alerts.alerts import Alert
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    fields,
    modal,
    section,
    text_input,
    typed,
    verbatim,
)
from bot.slack.guard_blocks import agreement, kept_blocks
from bot.slack.names import area_name, field_name
from bot.texts import Texts


def build_approval(_: Texts, alert: Alert, people: int, asks_number: bool = True) -> Block:
    """Asks for the number of recipients where they are many, for agreement where something stays that needs it."""
    content, agreed = alert.content, agreement(_, alert.kept)
    texts = {alert.text_name: content.what_happened, "description": content.description, "question": content.question}
    blocks = [
        section(_.plural("*{n} person* gets this mail.", "*{n} people* get this mail.", people)),
        fields(
            [
                (_("Mail"), alert.reference),
                (_("Where"), f"{content.street}, {content.place}"),
                (_("When"), _.window(content.window_start, content.window_end)),
                (_("Area"), area_name(_, content.area)),
            ]
        ),
        *kept_blocks(_, alert.kept),
        *agreed,
        *(block for name, text in texts.items() if text for block in _typed(_, name, text)),
        *([number_input(_)] if asks_number else []),
    ]
    title, metadata = _("Check"), f"{alert.id}:{alert.version}"
    return modal(ids.APPROVE_FORM, title, blocks, submit=_("Approve and send"), close=_("Cancel"), metadata=metadata)


def _typed(_: Texts, name: str, text: str) -> list[Block]:
    return [section(f"*{field_name(_, name)}*"), verbatim(text)]


def number_input(_: Texts, value: str = "", *, optional: bool = False) -> Block:
    """Where the number of recipients is typed."""
    hint = _("So many people get it: type the number to be sure.")
    return text_input("recipients", _("Number of recipients"), value, optional=optional, hint=hint, longest=20)


def parse_approval(view: Block) -> tuple[int, int, str]:
    """The alert, the version that was seen, and the number that was typed."""
    alert_id, version = view["private_metadata"].split(":")
    return int(alert_id), int(version), typed(view, "recipients")
