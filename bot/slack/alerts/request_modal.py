"""The form "Burgernetmail aanvragen", and its preview."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal, get_args

from bot.clock import local
from bot.domain.alerts.alerts import DEFAULT_RADIUS_M, LONGEST, RADII_M, AlertContent
from bot.domain.alerts.authorship import Whose
from bot.domain.alerts.offences import AnyOffence
from bot.records.alerts import Overlap, Preview
from bot.slack import ids
from bot.slack.alerts.approval_modal import number_input
from bot.slack.alerts.proposal_blocks import propose_choice, whose_lines
from bot.slack.blocks import (
    Block,
    context,
    date_input,
    divider,
    escape,
    in_pieces,
    modal,
    option,
    radio_input,
    section,
    select_input,
    text_input,
    tick_input,
    typed,
    verbatim,
)
from bot.slack.guard_blocks import agreement, kept_blocks, long_sentences, parse_agreed
from bot.slack.names import offence_name, radius_name
from bot.slack.participants.reach_message import lately_lines, reach_lines
from bot.texts import Texts
from bot.workflow.alerts.requesting import FormContext, TypedRequest
from bot.workflow.times import window_values

Choice = Literal["file", "approve", "save", "propose", "test", "back", ""]
_TEXT_FIELDS = ("street", "house_number", "postcode", "place", "time_from", "time_to", "what_happened", "description")
_FIELDS = ("offence", *_TEXT_FIELDS, "question", "date_from", "date_to", "radius_m", "bvh_number")


@dataclass(frozen=True)
class TypedPreview:
    """What was chosen on the preview, the number of recipients, and whether who approves agrees to what stays."""

    choice: Choice = ""
    number: str = ""
    agreed: bool = False


NOTHING_TYPED: Final = TypedPreview()


def empty_values(place: str, now: datetime) -> dict[str, str]:
    """What the form shows at first: the team's own place, and today; and of the offences the first."""
    today = local(now).date().isoformat()
    return {
        "place": place,
        "date_from": local(now - timedelta(hours=6)).date().isoformat(),
        "date_to": today,
        "radius_m": str(DEFAULT_RADIUS_M),
    }


def values_of(content: AlertContent) -> dict[str, str]:
    """What the form shows for a text that exists."""
    names = ("street", "house_number", "postcode", "place", "what_happened", "description", "question")
    return {
        "offence": content.offence.key,
        **{name: str(getattr(content, name)) for name in (*names, "radius_m", "bvh_number")},
        **window_values(content.window_start, content.window_end),
        "accept_centre": "yes" if content.approximate else "",
    }


def build_request(_: Texts, values: dict[str, str], form: FormContext, offered: Sequence[AnyOffence]) -> Block:
    """`offered`: the offences to choose from, in order of use."""
    offences = [option(offence.key, offence_name(_, offence)) for offence in offered]
    radii = [option(str(radius_m), radius_name(_, radius_m)) for radius_m in RADII_M]

    def line(name: str, label: str, **more: Any) -> Block:
        return text_input(name, label, values.get(name, ""), longest=LONGEST.get(name, 0), **more)

    blocks = [
        select_input("offence", _("Offence"), offences, values.get("offence") or offered[0].key),
        line("street", _("Street")),
        line("house_number", _("House number (not in the mail)"), optional=True),
        line("postcode", _("Postcode"), placeholder="3823 AB"),
        line("place", _("Place")),
        tick_input(
            "accept_centre",
            _("Address unknown?"),
            _("Go on from the middle of the postcode"),
            ticked=values.get("accept_centre") == "yes",
        ),
        date_input("date_from", _("Date from"), values["date_from"]),
        line("time_from", _("Time from"), placeholder="14:30"),
        date_input("date_to", _("Date to"), values["date_to"]),
        line("time_to", _("Time to"), placeholder="17:00"),
        line("what_happened", _("What happened?"), long=True, hint=_("No names, house numbers or number plates.")),
        line("description", _("Description or vehicle"), long=True, optional=True),
        line("question", _("What do we want to know?"), long=True, optional=True),
        select_input("radius_m", _("Radius"), radii, values["radius_m"]),
        line("bvh_number", _("BVH number (internal)"), placeholder="2026-123456"),
    ]
    title = _("Request Burgernetmail")
    return modal(ids.REQUEST_FORM, title, blocks, submit=_("Continue"), close=_("Cancel"), metadata=write_context(form))


def write_context(form: FormContext) -> str:
    ids_and_version = (form.alert_id, form.base_version, form.about_id, form.tests, form.incident_id)
    return json.dumps([form.draft_id, form.opened_at.isoformat(), *ids_and_version])


def read_context(view: Block) -> FormContext:
    draft_id, opened_at, *ids_and_version = json.loads(view["private_metadata"])
    return FormContext(draft_id, datetime.fromisoformat(opened_at), *ids_and_version)


def parse_request(view: Block) -> TypedRequest:
    return TypedRequest(
        **{name: typed(view, name) for name in _FIELDS}, accept_centre=typed(view, "accept_centre") == "yes"
    )


def build_preview(
    _: Texts, preview: Preview, form: FormContext, before: TypedPreview = NOTHING_TYPED, tested_to: str = ""
) -> Block:
    """The mail as it will read, how many get it, and what to look at again.

    `before` is what stood there before a test mail went to the address `tested_to`.
    """
    blocks = [
        *_tested(_, tested_to),
        section(_.plural("*{n} person* gets this mail.", "*{n} people* get this mail.", preview.recipients)),
        *reach_lines(_, preview.recipients, preview.households),
        *lately_lines(_, preview.recipients, preview.lately),
        *_warnings(_, preview, form),
        *whose_lines(_, preview),
        *kept_blocks(_, preview.kept),
        *long_sentences(_, preview.long_sentences),
        divider(),
        *(verbatim(piece) for piece in in_pieces(preview.mail_text, 2900, 4)),
        divider(),
        *(agreement(_, preview.kept, optional=True, ticked=before.agreed) if preview.may_approve else []),
        *([number_input(_, before.number, optional=True)] if preview.may_approve and preview.asks_number else []),
        radio_input("choice", _("What do you want to do?"), _choices(_, preview), _first(preview), form.tests),
    ]
    return modal(
        ids.REQUEST_PREVIEW,
        _("Check and send"),
        blocks,
        submit=_("Confirm") if preview.whose is not Whose.OWN else _choices(_, preview)[0]["text"]["text"],
        close=_("Cancel"),
        metadata=write_context(form),
    )


def _tested(_: Texts, address: str) -> list[Block]:
    told = _("Test mail sent to {address}.", address=escape(address))
    return [section(f":white_check_mark: {told}")] if address else []


def _warnings(_: Texts, preview: Preview, form: FormContext) -> list[Block]:
    blocks: list[Block] = []
    if preview.content.approximate and not form.about_id:  # an outcome goes to people, not to a place
        blocks.append(context(_("The place is approximate: the middle of the postcode.")))
    blocks += [section(":warning: " + _overlap(_, overlap)) for overlap in preview.overlaps]
    return blocks


def _overlap(_: Texts, overlap: Overlap) -> str:
    if not overlap.same_bvh_number:
        return _("{reference} is about something near this, in the same days.", reference=overlap.reference)
    if overlap.sent:
        return _("A mail about this case was sent already ({reference}).", reference=overlap.reference)
    return _("A mail about this case was requested already ({reference}).", reference=overlap.reference)


def _choices(_: Texts, preview: Preview) -> list[Block]:
    others = [option("test", _("Test mail to myself")), option("back", _("Back to the form"))]
    if not preview.amends:
        return [option("file", _("File")), *others]
    save = option("save", _("File") if preview.returned else _("Save only"))
    approving = _.plural(
        "Save, approve and send to {n} person", "Save, approve and send to {n} people", preview.recipients
    )
    approve = option("approve", approving)
    more = {Whose.OWN: [], Whose.SUPPLEMENT: [approve], Whose.REWRITTEN: [propose_choice(_)]}
    return [*more[preview.whose], save, *others]


def _first(preview: Preview) -> str:
    """What is preselected: nothing for a colleague, so that sending or proposing is a deliberate choice."""
    if preview.whose is not Whose.OWN:
        return ""
    return "save" if preview.amends else "file"


def parse_preview(view: Block) -> TypedPreview:
    choices: dict[str, Choice] = {choice: choice for choice in get_args(Choice)}
    choice = choices.get(typed(view, "choice"), "")
    return TypedPreview(choice, typed(view, "recipients"), parse_agreed(view))
