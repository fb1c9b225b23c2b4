"""Why somebody needs a package of evidence, then in the same modal their link to it."""

from bot.domain.privacy.looks import LONGEST_REASON, LookReason
from bot.slack import ids
from bot.slack.blocks import Block, context, link, modal, option, radio_input, section, text_input, typed
from bot.slack.names import look_reason_name
from bot.texts import Texts
from bot.workflow.privacy.packing import About


def build_evidence_ask(_: Texts, about: About) -> Block:
    choices = [option(reason, look_reason_name(_, reason)) for reason in LookReason]
    what = _("The files as they came, who sent them, who looked, what was answered, and the proof that it is that.")
    told = _("It holds personal data. Who takes it, when and why is recorded.")
    blocks = [
        section(f"{what} {told}"),
        radio_input("reason", _("What do you need it for?"), choices),
        text_input("words", _("Namely"), optional=True, longest=LONGEST_REASON),
    ]
    title, metadata = _("Evidence package"), f"{about.kind}:{about.id}"
    return modal(ids.EVIDENCE_FORM, title, blocks, submit=_("Give me the link"), close=_("Cancel"), metadata=metadata)


def parse_evidence_ask(view: Block) -> tuple[About, str, str]:
    """What the package is of, the reason, and its words."""
    kind, number = view["private_metadata"].split(":")
    return About(kind, int(number)), typed(view, "reason"), typed(view, "words")


def build_evidence_link(_: Texts, token: str, address: str) -> Block:
    told = _("This link is yours, works once and for a quarter of an hour, and taking the package is recorded.")
    whole = _("How anybody can check that it is whole stands in the package, in leesmij.html.")
    name = link(f"{address}/bewijs/{token}", _("Take the evidence package"))
    blocks = [section(f"*{name}*"), context(told), context(whole)]
    return modal(ids.LOOK_VIEW, _("Evidence package"), blocks, close=_("Done reading"))
