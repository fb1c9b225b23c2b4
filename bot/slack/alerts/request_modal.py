"""The form "Burgernetmail aanvragen", and the question whether to go on with what was typed before."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from bot.clock import AMSTERDAM, local
from bot.domain.alerts.alerts import DEFAULT_RADIUS_M, LONGEST, RADII_M, AlertContent
from bot.domain.alerts.offences import AnyOffence
from bot.records.alerts import ChosenArea, TypedForm, TypedRequest
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    context,
    date_input,
    escape,
    modal,
    option,
    section,
    select_input,
    shortened,
    text_input,
    tick_input,
    typed,
)
from bot.slack.names import area_name, offence_name, radius_name
from bot.texts import Texts
from bot.workflow.alerts.requesting import FormContext
from bot.workflow.times import window_values

_TEXT_FIELDS = ("street", "house_number", "postcode", "place", "time_from", "time_to", "what_happened", "description")
QUICK_M: Final = 500
"""Up to here the list of radii shows at once; it is longer where somebody asks for more, or has more already."""
FURTHER: Final = "further"
"""What stands in the place of a radius when they ask for more."""
_FIELDS = ("offence", *_TEXT_FIELDS, "question", "date_from", "date_to", "radius_m", "bvh_number")


def empty_values(place: str, now: datetime) -> dict[str, str]:
    """What the form shows at first: the team's own place, and today; and of the offences the first.

    The last day is empty: it follows the first one.
    """
    return {
        "place": place,
        "date_from": local(now - timedelta(hours=6)).date().isoformat(),
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


def build_request(
    _: Texts, values: dict[str, str], form: FormContext, offered: Sequence[AnyOffence], chosen: ChosenArea | None = None
) -> Block:
    """`offered`: the offences to choose from, in order of use; `chosen`: what stands in the place of the radius."""
    offences = [option(offence.key, offence_name(_, offence)) for offence in offered]

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
        date_input("date_to", _("Date to"), values.get("date_to", ""), optional=True, hint=_("Empty: the same day.")),
        line("time_to", _("Time to"), placeholder="17:00"),
        line("what_happened", _("What happened?"), long=True, hint=_("No names, house numbers or number plates.")),
        line("description", _("Description or vehicle"), long=True, optional=True),
        line("question", _("What do we want to know?"), long=True, optional=True),
        _area(_, chosen, values["radius_m"]),
        line("bvh_number", _("BVH number (internal)"), placeholder="2026-123456"),
    ]
    title, metadata = _("Request Burgernetmail"), write_context(form)
    made = modal(ids.REQUEST_FORM, title, blocks, submit=_("Continue"), close=_("Cancel"), metadata=metadata)
    return {**made, "notify_on_close": True}


def _area(_: Texts, chosen: ChosenArea | None, radius_m: str) -> Block:
    """What was chosen on the map is changed there alone: what is seen in one place is not said otherwise in another."""
    if chosen is None:
        return _radius_input(_, radius_m)
    how = f"*{_('Area')}*\n{area_line(_, chosen)}"
    return section(f"{how}\n{_('Chosen on the map. You change it there, after Continue.')}")


def _radius_input(_: Texts, chosen: str) -> Block:
    far = [str(radius_m) for radius_m in RADII_M if radius_m > QUICK_M]
    names = {str(radius_m): radius_name(_, radius_m) for radius_m in RADII_M}
    if chosen == FURTHER or chosen in far:
        chosen = far[0] if chosen == FURTHER else chosen
        return select_input("radius_m", _("Radius"), [option(*one) for one in names.items()], chosen, turn=1)
    quick = [option(*one) for one in names.items() if one[0] not in far]
    further = option(FURTHER, _("More than {radius} ...", radius=radius_name(_, QUICK_M)))
    return select_input("radius_m", _("Radius"), [*quick, further], chosen)


def area_line(_: Texts, chosen: ChosenArea) -> str:
    """What was chosen, and the homes in it where they are known."""
    area = escape(area_name(_, chosen.area))
    if chosen.homes is None:
        return area
    return f"{area}, {_.plural('{n} home', '{n} homes', chosen.homes)}"


def build_draft_choice(_: Texts, kept: TypedForm) -> Block:
    """What was typed last is one press away."""
    typed_on = date.fromisoformat(kept.typed["date_from"]) if kept.typed["date_from"] else local(kept.typed_at).date()
    what = kept.typed["street"] or kept.typed["what_happened"] or kept.typed["postcode"]
    day = _.moment(datetime.combine(typed_on, time(12), AMSTERDAM)).partition(",")[0]
    go_on = option("go_on", _("Yes, go on with {what}, {day}", what=shortened(what, 30), day=day))
    choices = [go_on, option("new", _("No, a new request"))]
    label = _("Go on with your draft of {time}?", time=_.time(kept.typed_at))
    until = _("All that you typed is still there. The draft is kept for a day.")
    blocks = [select_input("draft", label, choices, "go_on"), context(until)]
    return modal(ids.DRAFT_CHOICE, _("Request Burgernetmail"), blocks, submit=_("Continue"), close=_("Cancel"))


def parse_draft_choice(view: Block) -> bool:
    """Whether they go on with it, which is what the list shows at first."""
    return typed(view, "draft") != "new"


def write_context(form: FormContext) -> str:
    ids_and_version = (form.alert_id, form.base_version, form.about_id, form.incident_id, form.preventive)
    return json.dumps([form.draft_id, form.opened_at.isoformat(), *ids_and_version])


def read_context(view: Block) -> FormContext:
    draft_id, opened_at, *ids_and_version = json.loads(view["private_metadata"])
    return FormContext(draft_id, datetime.fromisoformat(opened_at), *ids_and_version)


def parse_request(view: Block) -> TypedRequest:
    return request_of(values_in(view))


def values_in(view: Block) -> dict[str, str]:
    """What stands in the form, as it can be shown again."""
    return {name: typed(view, name) for name in (*_FIELDS, "accept_centre")}


def request_of(values: Mapping[str, str]) -> TypedRequest:
    """What the form's values say."""
    return TypedRequest(
        **{name: values.get(name, "") for name in _FIELDS}, accept_centre=values.get("accept_centre") == "yes"
    )
