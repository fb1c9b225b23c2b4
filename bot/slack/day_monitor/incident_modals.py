"""The form about incidents: whom they are for or why they are skipped; and what the form of a request starts from."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.alerts.alerts import DEFAULT_RADIUS_M, LONGEST
from bot.domain.day_monitor.dividing import LONGEST_REASON, SkipReason
from bot.domain.day_monitor.incidents import IncidentRow
from bot.domain.errors import ChoiceNeeded
from bot.records.day_monitor import IncidentLine, skip_reason_name
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    context,
    modal,
    option,
    person_input,
    select_input,
    shortened,
    text_input,
    ticks_input,
    typed,
)
from bot.slack.day_monitor.division_message import incident_name
from bot.texts import Texts
from bot.workflow.times import window_values

MOST_PEOPLE = 99
"""Of the hundred options that Slack takes, one is for skipping."""
BOXES, GROUPS = 10, 2
"""Slack takes ten boxes a group."""
SKIP, SEARCHED = "skip", "searched"


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


def build_assign(
    _: Texts,
    lines: Sequence[IncidentLine],
    seen_id: str,
    people: Sequence[tuple[str, str]] | None,
    list_at: str = "",
) -> Block:
    """Which of those that one colleague has, or nobody, go to whom; or are skipped, and why.

    `people` are ids and names, those who are in first. Too many for a list, or not known by name yet: Slack searches
    all people, and who may not is refused at the field. `list_at`: where the list that it changes is drawn anew.
    """
    options = [option(str(line.incident.id), incident_name(_, line)) for line in lines[: BOXES * GROUPS]]
    chunks = [options[start : start + BOXES] for start in range(0, len(options), BOXES)]
    is_listed = bool(people) and len(people or ()) <= MOST_PEOPLE
    whom = [option(who, _("To {name}", name=name or who)) for who, name in people or ()] if is_listed else []
    choices = [*(whom or [option(SEARCHED, _("To this colleague:"))]), option(SKIP, _("Skip"))]
    reasons = [option(reason, skip_reason_name(_, reason)) for reason in SkipReason]
    hint = _("No personal data here: the channel reads it.")
    more = len(lines) - len(options)
    blocks = [
        *(ticks_input(f"which_{n}", _("Which incidents?"), chunk, ticked=False) for n, chunk in enumerate(chunks)),
        *([context(_.plural("and {n} more, after these", "and {n} more, after these", more))] if more else []),
        select_input("to", _("What is to be done?"), choices, choices[0]["value"]),
        *([] if is_listed else [person_input("person", _("Colleague"))]),
        select_input("reason", _("Why is it skipped?"), reasons, SkipReason.TOO_OLD),
        text_input("words", _("Other, namely..."), optional=True, longest=LONGEST_REASON, hint=hint),
    ]
    title, submit = _("Change the division"), _("Change")
    return modal(ids.ASSIGN_FORM, title, blocks, submit=submit, close=_("Cancel"), metadata=f"{seen_id} {list_at}")


@dataclass(frozen=True)
class TypedDivision:
    """Which incidents, who was seen to have them, who is to have them (empty: they are skipped), and why."""

    incident_ids: tuple[int, ...]
    seen_id: str
    to_id: str
    reason: SkipReason
    words: str
    list_at: str


def parse_assign(view: Block) -> TypedDivision:
    ticked = ",".join(typed(view, f"which_{n}") for n in range(GROUPS))
    seen_id, _space, list_at = view["private_metadata"].partition(" ")
    to_id = typed(view, "to")
    if to_id == SEARCHED and not (to_id := typed(view, "person")):
        raise ChoiceNeeded("person")
    return TypedDivision(
        tuple(int(number) for number in ticked.split(",") if number),
        seen_id,
        "" if to_id == SKIP else to_id,
        SkipReason(typed(view, "reason")),
        typed(view, "words"),
        list_at,
    )
