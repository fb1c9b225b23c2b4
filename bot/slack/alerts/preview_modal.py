"""Controleren: first what was found in a request or an outcome, marked where it stands; then the mail to file."""

from dataclasses import dataclass
from typing import Literal, get_args

from bot.domain.alerts.alerts import AlertKind
from bot.domain.alerts.authorship import Whose
from bot.records.alerts import OnMap, Overlap, Preview
from bot.slack import ids
from bot.slack.alerts.approval_modal import number_input
from bot.slack.alerts.proposal_blocks import propose_choice, whose_lines
from bot.slack.alerts.request_modal import read_context, write_context
from bot.slack.blocks import (
    Block,
    context,
    divider,
    escape,
    in_pieces,
    link,
    modal,
    option,
    picture_at,
    radio_input,
    section,
    tick_input,
    typed,
    verbatim,
)
from bot.slack.guard_blocks import agreement, count_line, found_blocks, kept_blocks, long_sentences, parse_agreed
from bot.slack.names import area_name
from bot.slack.participants.reach_message import estimate_lines, homes_lines, lately_lines
from bot.texts import Texts
from bot.workflow.alerts.previewing import FROM, TO
from bot.workflow.alerts.requesting import FormContext

Choice = Literal["file", "approve", "save", "propose", ""]


@dataclass(frozen=True)
class TypedPreview:
    """What becomes of it; the number of recipients, whether who approves agrees to what stays, and whether a test mail
    goes along.
    """

    choice: Choice
    number: str
    agreed: bool
    tests: bool
    together: bool
    """First shown as one mail with a request that waits near it."""


def build_findings(_: Texts, preview: Preview, form: FormContext) -> Block:
    """Doing nothing takes all of it out."""
    told = f"{count_line(_, preview.findings)} {_('With Continue you see the mail as it then becomes.')}"
    mail = escape(preview.mail_text).replace(FROM, "»*").replace(TO, "*«")
    blocks = [
        *found_blocks(_, preview.findings, section(told), approved=True),
        divider(),
        *(section(piece) for piece in in_pieces(mail, 2900, 4)),
    ]
    title = _("Check")
    return modal(
        ids.REQUEST_FINDINGS, title, blocks, submit=_("Continue"), close=_("Back"), metadata=write_context(form)
    )


def build_preview(_: Texts, preview: Preview, form: FormContext, on_map: OnMap | None = None) -> Block:
    """The mail as it will read, how many get it, and what to look at again; Back shows the form as it was typed.

    `on_map`: where its area is chosen, and looked at; an outcome has none: it goes to people.
    """
    choices, approves = _choices(_, preview), preview.may_approve
    blocks = [
        section(_whom(_, preview)),
        *_where(_, preview, form.kind, on_map),
        *_small_print(_, preview),
        *_warnings(_, preview, form),
        *([] if preview.joins else whose_lines(_, preview)),
        *kept_blocks(_, preview.kept),
        *long_sentences(_, preview.long_sentences),
        *([radio_input("choice", _("What do you want to do?"), choices)] if choices else []),
        *(agreement(_, preview.kept, optional=True) if approves else []),
        *([number_input(_, optional=True)] if approves and preview.asks_number else []),
        *_one_mail(_, preview),
        tick_input("test", _("Test mail"), _("Send me this mail too, as a test"), ticked=False),
        divider(),
        *(verbatim(piece) for piece in in_pieces(preview.mail_text, 2900, 4)),
    ]
    files = not preview.amends or preview.returned or preview.joins
    submit, metadata = _("File") if files else _("Save"), write_context(form)
    return modal(ids.REQUEST_PREVIEW, _("Check"), blocks, submit=submit, close=_("Back"), metadata=metadata)


def _whom(_: Texts, preview: Preview) -> str:
    if preview.whose is Whose.SUPPLEMENT:
        return _.plural("*{n} person* gets this mail.", "*{n} people* get this mail.", preview.recipients)
    return _.plural(
        "*{n} person* gets this mail once a colleague approves it.",
        "*{n} people* get this mail once a colleague approves it.",
        preview.recipients,
    )


def _where(_: Texts, preview: Preview, kind: AlertKind, on_map: OnMap | None) -> list[Block]:
    """The area of tips is that of the alert they are about: nothing is chosen there."""
    if kind is AlertKind.OUTCOME:
        return []
    told = f"*{_('Area')}:* {escape(area_name(_, preview.content.area))}"
    if on_map is None:
        return [section(told)]
    shown = [picture_at(on_map.picture, _("Map of the area, without addresses"))] if on_map.picture else []
    return [section(f"{told} · {link(on_map.page, _('Area on the map'))}"), *shown]


def _small_print(_: Texts, preview: Preview) -> list[Block]:
    reach = [*homes_lines(_, preview.homes), *estimate_lines(_, preview.households)]
    told = [*reach, *lately_lines(_, preview.lately)]
    return [context(" · ".join(told))] if told else []


def _warnings(_: Texts, preview: Preview, form: FormContext) -> list[Block]:
    blocks: list[Block] = []
    if preview.content.approximate and form.kind is not AlertKind.OUTCOME:  # which goes to people
        blocks.append(context(_("The place is approximate: the middle of the postcode.")))
    blocks += [section(":warning: " + _overlap(_, overlap)) for overlap in preview.overlaps]
    return blocks


def _overlap(_: Texts, overlap: Overlap) -> str:
    if not overlap.same_bvh_number:
        return _("{reference} is about something near this, in the same days.", reference=overlap.reference)
    if overlap.sent:
        return _("A mail about this case was sent already ({reference}).", reference=overlap.reference)
    return _("A mail about this case was requested already ({reference}).", reference=overlap.reference)


def _one_mail(_: Texts, preview: Preview) -> list[Block]:
    """Whether it goes out in the mail of a request that waits near it."""
    if not preview.near:
        return []
    text = _("Put it into the mail of {reference}, which waits near here", reference=preview.near)
    return [tick_input("together", _("One mail?"), text, ticked=False)]


def _choices(_: Texts, preview: Preview) -> list[Block]:
    """What a colleague may do with it, nothing of it chosen beforehand; one's own request is filed or saved."""
    if preview.whose is Whose.OWN or preview.joins:
        return []
    save = option("save", _("File") if preview.returned else _("Save only"))
    approving = _.plural(
        "Save, approve and send to {n} person", "Save, approve and send to {n} people", preview.recipients
    )
    first = option("approve", approving) if preview.whose is Whose.SUPPLEMENT else propose_choice(_)
    return [first, save]


def parse_preview(view: Block) -> TypedPreview:
    tests, together = (typed(view, name) == "yes" for name in ("test", "together"))
    return TypedPreview(_choice(view), typed(view, "recipients"), parse_agreed(view), tests, together)


def _choice(view: Block) -> Choice:
    """Empty where a colleague chose nothing yet."""
    if any(block.get("block_id") == "choice" for block in view["blocks"]):
        choices: dict[str, Choice] = {choice: choice for choice in get_args(Choice)}
        return choices.get(typed(view, "choice"), "")
    return "save" if read_context(view).alert_id else "file"
