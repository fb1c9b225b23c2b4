"""The offences that superusers add: which one, and its words."""

from collections.abc import Sequence

from bot.domain.alerts.offences import LONGEST_OFFENCE, Offence, OwnOffence
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    context,
    escape,
    modal,
    option,
    picked,
    section,
    select_input,
    text_input,
    tick_input,
    typed,
)
from bot.slack.names import offence_name
from bot.texts import Texts

NEW = "0"
STREET, INDOORS = "street", "indoors"


def build_offence_choice(_: Texts, added: Sequence[OwnOffence]) -> Block:
    """All that there are: those that stand ready, told; a new one or one of the team's own, to choose."""
    ready = ", ".join(offence_name(_, one) for one in Offence)
    choices = [option(NEW, _("New offence")), *(option(str(one.number), _own_name(_, one)) for one in added)]
    blocks = [
        context(_("These stand ready: {names}.", names=escape(ready))),
        select_input("offence", _("Offence"), choices, NEW),
    ]
    return modal(ids.OFFENCE_CHOICE, _("Offences"), blocks, submit=_("Continue"), close=_("Cancel"))


def _own_name(_: Texts, one: OwnOffence) -> str:
    return _("{name} (no longer in use)", name=one.name) if one.retired else one.name


def parse_offence_choice(view: Block) -> int:
    """The number of what was chosen; an untouched list holds its first choice."""
    return int(typed(view, "offence") or NEW)


def build_offence(_: Texts, offence: OwnOffence) -> Block:
    """Its words as the mail says them. What was asked for before keeps the words that it had."""

    def line(name: str, label: str, hint: str, *, long: bool = False, optional: bool = False) -> Block:
        value, most = getattr(offence, name), LONGEST_OFFENCE[name]
        return text_input(name, label, value, hint=hint, long=long, optional=optional, longest=most)

    where = [option(STREET, _("In the street")), option(INDOORS, _("In or at a home, a shop or another building"))]
    blocks = [
        line("name", _("Name for colleagues"), _("The day monitor knows it by this name too.")),
        line("subject", _("Begin of the subject"), _("For example: Car fire. The mail adds the street.")),
        line("in_sentence", _("In a sentence"), _("For example: the car fire.")),
        line("first_line", _("First line of the mail"), _("For example: A car was set on fire in your neighbourhood.")),
        line("tips", _("Tips"), _("Each line is a tip. No tips: leave this empty."), long=True, optional=True),
        select_input("where", _("Where does it happen?"), where, STREET if offence.in_the_street else INDOORS),
    ]
    if offence.version:
        blocks.append(
            tick_input("retired", _("Retire"), _("No longer offered for new requests"), ticked=offence.retired)
        )
        blocks.insert(0, section(_("Mails that were asked for already keep the words that they have.")))
    metadata, title = f"{offence.number}:{offence.version}", _("Offence")
    return modal(ids.OFFENCE_FORM, title, blocks, submit=_("Save"), close=_("Cancel"), metadata=metadata)


def parse_offence(view: Block) -> OwnOffence:
    """As it was typed, with the version that the form showed."""
    number, version = map(int, view["private_metadata"].split(":"))
    return OwnOffence(
        number,
        version,
        name=typed(view, "name"),
        subject=typed(view, "subject"),
        in_sentence=typed(view, "in_sentence"),
        first_line=typed(view, "first_line"),
        tips=typed(view, "tips"),
        in_the_street=picked(view, "where") == STREET,
        retired=typed(view, "retired") == "yes",
    )
