"""Every limit on blocks, messages and views: what is just allowed, and what is just not."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.doubles.slack.bench import (
    Json,
    actions,
    button,
    field,
    home,
    markup,
    modal,
    option,
    options,
    plain,
    section,
    text_input,
)
from tests.doubles.slack.surfaces import Refusal, check_message_blocks, check_message_size, check_view

PICTURE = {"type": "image", "image_url": "https://example.org/kaart.png", "alt_text": "Kaart"}
CONFIRM = {"title": plain("Zeker?"), "text": plain("Echt?"), "confirm": plain("Ja"), "deny": plain("Nee")}


def confirm(**more: object) -> Json:
    return actions(button(confirm={**CONFIRM, **more}))


def select(**more: object) -> Json:
    return {"type": "static_select", "options": [option("a")], **more}


def in_input(element: Json) -> list[Json]:
    return [field("Veld", element)]


def of_length(count: int) -> str:
    return "x" * count


def buttons(count: int) -> list[Json]:
    return [button(action_id=f"knop{number}") for number in range(count)]


LIMITS: dict[str, tuple[int, Callable[[int], list[Json]]]] = {
    "blocks in a message": (50, lambda n: [section()] * n),
    "section text": (3000, lambda n: [section(of_length(n))]),
    "section markup": (3000, lambda n: [{"type": "section", "text": markup(of_length(n))}]),
    "fields": (10, lambda n: [{"type": "section", "fields": [plain("a")] * n}]),
    "field text": (2000, lambda n: [{"type": "section", "fields": [plain(of_length(n))]}]),
    "header": (150, lambda n: [{"type": "header", "text": plain(of_length(n))}]),
    "context elements": (10, lambda n: [{"type": "context", "elements": [plain("a")] * n}]),
    "actions elements": (25, lambda n: [actions(*buttons(n))]),
    "button text": (75, lambda n: [actions(button(of_length(n)))]),
    "button value": (2000, lambda n: [actions(button(value=of_length(n)))]),
    "confirm title": (100, lambda n: [confirm(title=plain(of_length(n)))]),
    "confirm text": (300, lambda n: [confirm(text=plain(of_length(n)))]),
    "confirm yes": (30, lambda n: [confirm(confirm=plain(of_length(n)))]),
    "confirm no": (30, lambda n: [confirm(deny=plain(of_length(n)))]),
    "option text": (75, lambda n: [actions(select(options=[option(of_length(n), "a")]))]),
    "option value": (75, lambda n: [actions(select(options=[option("a", of_length(n))]))]),
    "option description": (
        75,
        lambda n: [actions(select(options=[{**option("a"), "description": plain(of_length(n))}]))],
    ),
    "select options": (100, lambda n: [actions(select(options=options(n)))]),
    "radio options": (10, lambda n: [actions({"type": "radio_buttons", "options": options(n)})]),
    "checkbox options": (10, lambda n: [actions({"type": "checkboxes", "options": options(n)})]),
    "overflow options": (5, lambda n: [section(accessory={"type": "overflow", "options": options(n)})]),
    "placeholder": (150, lambda n: [actions(select(placeholder=plain(of_length(n))))]),
    "block_id": (255, lambda n: [section(block_id=of_length(n))]),
    "action_id": (255, lambda n: [actions(button(action_id=of_length(n)))]),
    "alternative text": (2000, lambda n: [{**PICTURE, "alt_text": of_length(n)}]),
}

VIEW_LIMITS: dict[str, tuple[int, Callable[[int], Json]]] = {
    "blocks in a modal": (100, lambda n: modal(*[section()] * n)),
    "title": (24, lambda n: modal(title=plain(of_length(n)))),
    "submit": (24, lambda n: modal(submit=plain(of_length(n)))),
    "close": (24, lambda n: modal(close=plain(of_length(n)))),
    "private_metadata": (3000, lambda n: modal(private_metadata=of_length(n))),
    "callback_id": (255, lambda n: modal(callback_id=of_length(n))),
    "external_id": (255, lambda n: modal(external_id=of_length(n))),
    "label": (2000, lambda n: modal(field(of_length(n), text_input(), block_id="a"))),
    "hint": (2000, lambda n: modal(field("Veld", text_input(), hint=plain(of_length(n))))),
    "max_length": (3000, lambda n: modal(field("Veld", text_input(max_length=n)))),
    "initial value": (3000, lambda n: modal(field("Veld", text_input(initial_value=of_length(n))))),
}

REFUSED_BLOCKS: dict[str, tuple[list[Json], str]] = {
    "unknown block": ([{"type": "carousel"}], "unsupported type: 'carousel'"),
    "no type": ([{}], "unsupported type: None"),
    "not an object": (["tekst"], "unsupported type"),  # type: ignore[list-item]
    "not text": ([{"type": "header", "text": "kop"}], "unsupported type"),
    "unknown field": ([section(colour="red")], "unknown field: colour"),
    "unknown element": ([actions({"type": "slider"})], "unsupported type: 'slider'"),
    "unknown element field": ([actions(button(colour="red"))], "unknown field: colour"),
    "empty text": ([section("")], "must be more than 0 characters"),
    "empty header": ([{"type": "header", "text": plain("")}], "must be more than 0 characters"),
    "no text at all": ([{"type": "section"}], "at least one of text, fields"),
    "markup in a header": ([{"type": "header", "text": markup("*a*")}], "unsupported type: 'mrkdwn'"),
    "markup on a button": ([actions({"type": "button", "text": markup("a")})], "unsupported type: 'mrkdwn'"),
    "emoji on markup": ([{"type": "section", "text": {**markup("a"), "emoji": True}}], "unknown field: emoji"),
    "emoji not a flag": ([{"type": "section", "text": {**plain("a"), "emoji": "no"}}], "must be a boolean"),
    "no text on a button": ([actions({"type": "button"})], "missing required field: text"),
    "a style of its own": ([actions(button(style="green"))], "must be one of primary, danger"),
    "a relative link": ([actions(button(url="/pagina"))], "does not match"),
    "confirm without title": ([actions(button(confirm={"text": plain("?")}))], "missing required field: title"),
    "no elements": ([actions()], "no fewer than 1 items allowed"),
    "a text typed in actions": ([actions(text_input())], "unsupported type: 'plain_text_input'"),
    "a text typed in a section": ([section(accessory=text_input())], "unsupported type: 'plain_text_input'"),
    "a button in context": ([{"type": "context", "elements": [button()]}], "unsupported type: 'button'"),
    "an input in a message": ([field("Veld", text_input())], "unsupported type: 'input'"),
    "a picture without alt_text": ([{"type": "image", "image_url": "https://a.nl/b"}], "field: alt_text"),
    "a picture without source": ([{"type": "image", "alt_text": "a"}], "exactly one of image_url, slack_file"),
    "a picture twice": ([{**PICTURE, "slack_file": {"id": "F1"}}], "exactly one of image_url, slack_file"),
    "options and groups": ([actions(select(option_groups=[]))], "no fewer than 1 items"),
    "no options": ([actions({"type": "static_select"})], "exactly one of options, option_groups"),
    "a strange initial option": ([actions(select(initial_option=option("b")))], "not among the options"),
    "strange initial options": (
        [actions({"type": "checkboxes", "options": options(2), "initial_options": [option("b")]})],
        "not among the options",
    ),
    "an impossible date": ([actions({"type": "datepicker", "initial_date": "2026-13-01"})], "does not match"),
    "an impossible time": ([actions({"type": "timepicker", "initial_time": "25:00"})], "does not match"),
    "repeated block_id": ([section(block_id="a"), section(block_id="a")], "`block_id` a already exists"),
    "repeated action_id": (
        [actions(button(action_id="a")), section(accessory=button(action_id="a"))],
        "`action_id` a already exists",
    ),
}

REFUSED_VIEWS: dict[str, tuple[Json, str]] = {
    "an input without submit": (
        {"type": "modal", "title": plain("T"), "blocks": [field("Veld", text_input())]},
        "submit is required",
    ),
    "no title": ({"type": "modal", "blocks": [section()]}, "missing required field: title"),
    "no blocks": (modal(blocks=[]), "no fewer than 1 items"),
    "an empty title": (modal(title=plain("")), "more than 0 characters"),
    "an unknown field": (modal(colour="red"), "unknown field: colour"),
    "a home tab": (home(), "unsupported type: 'home'"),
    "a button as input": (modal(*in_input(button())), "unsupported type: 'button'"),
    "a min above max": (modal(*in_input(text_input(min_length=5, max_length=4))), "must not be above"),
    "a number without kind": (modal(*in_input({"type": "number_input"})), "missing required field"),
    "a length that is no number": (modal(*in_input(text_input(max_length="9"))), "must be an integer"),
    "an input without label": (modal({"type": "input", "element": text_input()}), "missing required field: label"),
    "repeated block_id": (modal(section(block_id="a"), section(block_id="a")), "already exists"),
    "repeated action_id": (
        modal(field("Een", text_input()), field("Twee", text_input())),
        "`action_id` typed already exists",
    ),
}


def reasons(check: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught:
        check()
    return str(caught.value)


@pytest.mark.parametrize("name", LIMITS)
def test_a_message_limit_is_exact(name: str) -> None:
    most, build = LIMITS[name]
    check_message_blocks(build(most))
    assert reasons(lambda: check_message_blocks(build(most + 1))).startswith("invalid_blocks")


@pytest.mark.parametrize("name", VIEW_LIMITS)
def test_a_view_limit_is_exact(name: str) -> None:
    most, build = VIEW_LIMITS[name]
    check_view(build(most), "modal")
    assert reasons(lambda: check_view(build(most + 1), "modal")).startswith("invalid_arguments")


def test_a_home_tab_holds_a_hundred_blocks() -> None:
    check_view(home(*[section()] * 100), "home")
    assert "no more than 100 items" in reasons(lambda: check_view(home(*[section()] * 101), "home"))


@pytest.mark.parametrize("name", REFUSED_BLOCKS)
def test_a_block_that_slack_would_not_take(name: str) -> None:
    blocks, reason = REFUSED_BLOCKS[name]
    assert reason in reasons(lambda: check_message_blocks(blocks))


@pytest.mark.parametrize("name", REFUSED_VIEWS)
def test_a_view_that_slack_would_not_take(name: str) -> None:
    view, reason = REFUSED_VIEWS[name]
    assert reason in reasons(lambda: check_view(view, "modal"))


@pytest.mark.parametrize("extra", [{"title": plain("T")}, {"submit": plain("S")}, {"close": plain("C")}])
def test_a_home_tab_has_no_frame(extra: Json) -> None:
    assert "unknown field" in reasons(lambda: check_view(home(**extra), "home"))


@pytest.mark.parametrize(("blocks", "error"), [([], "msg_too_long"), ([section("a")], "msg_blocks_too_long")])
def test_a_whole_message_has_a_ceiling(blocks: list[Json], error: str) -> None:
    size = sum(len(block["text"]["text"]) for block in blocks)
    check_message_size(of_length(13_000 - size), blocks)
    assert reasons(lambda: check_message_size(of_length(13_001 - size), blocks)).startswith(error)


def test_a_view_weighs_at_most_a_quarter_of_a_megabyte() -> None:
    """As the SDK sends it: a letter with an accent takes six bytes, a smiley twelve."""
    for character, most in (("y", 81), ("é", 13), ("\N{GRINNING FACE}", 6)):
        heavy = [section(character * 3000) for _ in range(most)]
        check_view(modal(*heavy), "modal")
        assert reasons(lambda: check_view(modal(*heavy, heavy[0], heavy[0]), "modal")).startswith("view_too_large")  # noqa: B023


def test_a_refusal_points_at_the_place() -> None:
    found = reasons(lambda: check_message_blocks([section(), section("")]))
    assert "[json-pointer:/blocks/1/text/text]" in found


ELEMENTS_IN_INPUTS: list[Any] = [
    {"type": "email_text_input"},
    {"type": "url_text_input"},
    {"type": "number_input", "is_decimal_allowed": False, "min_value": "1", "max_value": "9"},
    {"type": "datepicker", "initial_date": "2026-01-31"},
    {"type": "timepicker", "initial_time": "23:59"},
    {"type": "datetimepicker", "initial_date_time": 1_700_000_000},
    {"type": "multi_static_select", "options": options(2), "initial_options": options(1)},
    {"type": "static_select", "option_groups": [{"label": plain("Groep"), "options": options(2)}]},
    {"type": "users_select"},
    {"type": "multi_users_select"},
    {"type": "channels_select"},
]


@pytest.mark.parametrize("element", ELEMENTS_IN_INPUTS, ids=lambda element: element["type"])
def test_every_input_element_is_known(element: Json) -> None:
    check_view(modal(*in_input(element)), "modal")
