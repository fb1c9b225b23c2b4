"""The limits inside elements and text objects: what is just allowed, and what is just not."""

import json
from collections.abc import Callable

import pytest

from tests.doubles.slack.bench import Json, actions, button, field, home, modal, option, options, plain, section
from tests.doubles.slack.surfaces import Refusal, check_message_blocks, check_metadata, check_view

LINK = "https://a.nl/"


def of_length(count: int) -> str:
    return "x" * count


def link(count: int) -> str:
    return LINK.ljust(count, "x")


def element(kind: str, **more: object) -> Json:
    return modal(field("Veld", {"type": kind, **more}))


def group(label: str = "Groep", count: int = 1) -> Json:
    return {"label": plain(label), "options": options(count)}


def chosen(count: int) -> Json:
    """A menu in groups with so many options chosen from the start."""
    groups = [group(count=100), {"label": plain("Meer"), "options": [option("meer")]}]
    picked = [*options(100), option("meer")][:count]
    return element("multi_static_select", option_groups=groups, initial_options=picked)


LIMITS: dict[str, tuple[int, Callable[[int], Json]]] = {
    "radio option text": (75, lambda n: element("radio_buttons", options=[option(of_length(n), "a")])),
    "overflow option text": (
        75,
        lambda n: home(section(accessory={"type": "overflow", "options": [option(of_length(n), "a")]})),
    ),
    "overflow link": (
        3000,
        lambda n: home(section(accessory={"type": "overflow", "options": [{**option("a"), "url": link(n)}]})),
    ),
    "overflow action_id": (
        255,
        lambda n: home(section(accessory={"type": "overflow", "options": options(1), "action_id": of_length(n)})),
    ),
    "group label": (75, lambda n: element("static_select", option_groups=[group(of_length(n))])),
    "options in a group": (100, lambda n: element("static_select", option_groups=[group(count=n)])),
    "groups": (100, lambda n: element("static_select", option_groups=[group()] * n)),
    "initial options": (100, chosen),
    "button link": (3000, lambda n: home(actions(button(url=link(n))))),
    "button for screen readers": (75, lambda n: home(actions(button(accessibility_label=of_length(n))))),
    "menu action_id": (255, lambda n: element("users_select", action_id=of_length(n))),
    "typed action_id": (255, lambda n: element("plain_text_input", action_id=of_length(n))),
    "typed placeholder": (150, lambda n: element("plain_text_input", placeholder=plain(of_length(n)))),
    "picture link": (3000, lambda n: home({"type": "image", "image_url": link(n), "alt_text": "a"})),
    "picture title": (
        2000,
        lambda n: home({"type": "image", "image_url": LINK, "alt_text": "a", "title": plain(of_length(n))}),
    ),
    "picture file": (255, lambda n: home({"type": "image", "slack_file": {"id": of_length(n)}, "alt_text": "a"})),
    "context text": (3000, lambda n: home({"type": "context", "elements": [plain(of_length(n))]})),
    "most selected": (100, lambda n: element("multi_users_select", max_selected_items=n)),
    "initial user": (255, lambda n: element("users_select", initial_user=of_length(n))),
    "one of the initial users": (255, lambda n: element("multi_users_select", initial_users=[of_length(n)])),
    "initial users": (100, lambda n: element("multi_users_select", initial_users=["U1"] * n)),
    "initial channel": (255, lambda n: element("channels_select", initial_channel=of_length(n))),
    "time zone": (255, lambda n: element("timepicker", timezone=of_length(n))),
    "moment": (9_999_999_999, lambda n: element("datetimepicker", initial_date_time=n)),
    "min_length": (3000, lambda n: element("plain_text_input", min_length=n)),
    "initial address": (3000, lambda n: element("email_text_input", initial_value=of_length(n))),
    "initial link": (3000, lambda n: element("url_text_input", initial_value=of_length(n))),
    "initial number": (100, lambda n: element("number_input", is_decimal_allowed=True, initial_value="1" * n)),
    "lowest number": (100, lambda n: element("number_input", is_decimal_allowed=True, min_value="1" * n)),
    "highest number": (100, lambda n: element("number_input", is_decimal_allowed=True, max_value="1" * n)),
}

FLOORS: dict[str, tuple[int, Callable[[int], Json]]] = {
    "most selected": (1, lambda n: element("multi_users_select", max_selected_items=n)),
    "min_length": (0, lambda n: element("plain_text_input", min_length=n)),
    "max_length": (1, lambda n: element("plain_text_input", max_length=n)),
    "moment": (1_000_000_000, lambda n: element("datetimepicker", initial_date_time=n)),
    "private_metadata": (0, lambda n: modal(private_metadata=of_length(n) if n >= 0 else None)),
    "moments that send an action": (
        1,
        lambda n: element("plain_text_input", dispatch_action_config={"trigger_actions_on": ["on_enter_pressed"] * n}),
    ),
}


def refused(view: Json) -> str:
    with pytest.raises(Refusal) as caught:
        check_view(view, view["type"])
    return caught.value.error


@pytest.mark.parametrize("name", LIMITS)
def test_an_element_limit_is_exact(name: str) -> None:
    most, build = LIMITS[name]
    check_view(build(most), build(most)["type"])
    assert refused(build(most + 1)) == "invalid_arguments"


@pytest.mark.parametrize("name", FLOORS)
def test_an_element_floor_is_exact(name: str) -> None:
    least, build = FLOORS[name]
    check_view(build(least), "modal")
    assert refused(build(least - 1)) == "invalid_arguments"


def test_a_dispatching_input_names_each_moment_once() -> None:
    both = ["on_enter_pressed", "on_character_entered"]
    check_view(element("plain_text_input", dispatch_action_config={"trigger_actions_on": both}), "modal")
    thrice = {"trigger_actions_on": [*both, both[0]]}
    assert refused(element("plain_text_input", dispatch_action_config=thrice)) == "invalid_arguments"


def test_metadata_has_a_short_name_and_an_object() -> None:
    check_metadata({"event_type": of_length(255), "event_payload": {"id": "7"}})
    for bad in ({"event_type": of_length(256), "event_payload": {}}, {"event_type": "a", "event_payload": "b"}):
        with pytest.raises(Refusal):
            check_metadata(bad)


def test_ten_boxes_can_be_ticked_from_the_start() -> None:
    boxes = {"type": "checkboxes", "options": options(10), "initial_options": options(10)}
    check_message_blocks([actions(boxes)])
    with pytest.raises(Refusal):
        check_message_blocks([actions({**boxes, "initial_options": [*options(10), *options(1)]})])


def test_a_view_may_weigh_exactly_its_limit() -> None:
    heavy = [section("y" * 3000) for _ in range(81)]
    room = 250_000 - len(json.dumps(modal(*heavy, section(""))))
    check_view(modal(*heavy, section("y" * room)), "modal")
    assert refused(modal(*heavy, section("y" * (room + 1)))) == "view_too_large"
