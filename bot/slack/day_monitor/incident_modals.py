"""The forms about an incident: whom it is for, why it is skipped; and what the form of a request starts from."""

from collections.abc import Sequence

from bot.domain.alerts.alerts import DEFAULT_RADIUS_M, LONGEST
from bot.domain.day_monitor.dividing import LONGEST_REASON, SkipReason
from bot.domain.day_monitor.incidents import Incident, IncidentRow
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    context,
    escape,
    modal,
    option,
    person_input,
    section,
    select_input,
    shortened,
    text_input,
    typed,
)
from bot.slack.names import skip_reason_name
from bot.texts import Texts
from bot.workflow.times import window_values

MOST_TO_CHOOSE_FROM = 100
"""Options that Slack takes."""


def incident_values(row: IncidentRow, place: str) -> dict[str, str]:
    """What the form of a request shows for an incident; a text that is too long for its field ends in an ellipsis."""
    names = ("street", "house_number", "postcode", "place", "what_happened", "description", "bvh_number")
    values = {name: getattr(row, name) for name in names}
    values["place"] = values["place"] or place
    return {
        **{name: shortened(value, LONGEST.get(name, len(value))) for name, value in values.items()},
        **window_values(row.window_start, row.window_end),
        "offence": row.offence.key,
        "radius_m": str(DEFAULT_RADIUS_M),
    }


def build_assign(_: Texts, incident: Incident, people: Sequence[tuple[str, str]] | None) -> Block:
    """Whom it is for; `people` are ids and names, those who are in first.

    Too many for a list, or not known by name yet: Slack searches all people, and who may not is refused at the field.
    """
    now = (
        _("{name} has this one now.", name=escape(incident.assignee_name))
        if incident.assignee_id
        else _("This one is nobody's yet.")
    )
    label = _("Who does it?")
    if people and len(people) <= MOST_TO_CHOOSE_FROM:
        choices = [option(person_id, name or person_id) for person_id, name in people]
        whom = select_input("assignee", label, choices, choices[0]["value"])
    else:
        whom = person_input("assignee", label, people[0][0] if people else "")
    blocks = [section(_title(incident)), context(now), whom]
    metadata = f"{incident.id}:{incident.assignee_id}"
    return modal(ids.ASSIGN_FORM, _("Assign"), blocks, submit=_("Assign"), close=_("Cancel"), metadata=metadata)


def parse_assign(view: Block) -> tuple[int, str, str]:
    """The incident, who was seen to have it, who is to have it."""
    incident_id, seen_id = view["private_metadata"].split(":")
    return int(incident_id), seen_id, typed(view, "assignee")


def build_skip(_: Texts, incident: Incident) -> Block:
    reasons = [option(reason, skip_reason_name(_, reason)) for reason in SkipReason]
    hint = _("No personal data here: the channel reads it.")
    blocks = [
        section(_title(incident)),
        select_input("reason", _("Why?"), reasons, SkipReason.TOO_OLD),
        text_input("words", _("Other, namely..."), optional=True, longest=LONGEST_REASON, hint=hint),
    ]
    title, number = _("Skip"), str(incident.id)
    return modal(ids.SKIP_FORM, title, blocks, submit=_("Skip"), close=_("Cancel"), metadata=number)


def parse_skip(view: Block) -> tuple[int, SkipReason, str]:
    """The incident, the reason, and somebody's own words for another one."""
    return int(view["private_metadata"]), SkipReason(typed(view, "reason")), typed(view, "words")


def _title(incident: Incident) -> str:
    row = incident.row
    return f"*{escape(f'{row.street}, {row.postcode} · {row.bvh_number}')}*"
