"""Slack's blocks, elements and views as tables. To teach the double a new block or field, add a row here."""

from .rules import (
    Anything,
    ByType,
    Flag,
    Many,
    OneOf,
    Rule,
    Shape,
    Text,
    Whole,
    at_least_one,
    exactly_one,
    initial_is_an_option,
    ordered,
)

DATE = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
TIME = r"([01]\d|2[0-3]):[0-5]\d"
NUMBER = r"-?\d+(\.\d+)?"
WEB_ADDRESS = r"https?://\S+"

MESSAGE_BLOCKS, VIEW_BLOCKS, MESSAGE_CHARACTERS, VIEW_BYTES = 50, 100, 13_000, 250_000

Fields = dict[str, Rule]


def plain(most: int) -> ByType:
    """A text object that must be plain_text."""
    return ByType({"plain_text": Shape({"text": Text(most), "emoji": Flag()}, ("text",))})


def any_text(most: int) -> ByType:
    """A text object of either kind."""
    return ByType({**plain(most).shapes, "mrkdwn": Shape({"text": Text(most), "verbatim": Flag()}, ("text",))})


def _option(text: Rule, fields: Fields | None = None) -> Shape:
    return Shape({"text": text, "value": Text(75), "description": plain(75), **(fields or {})}, ("text", "value"))


CONFIRM = Shape(
    {
        "title": plain(100),
        "text": any_text(300),
        "confirm": plain(30),
        "deny": plain(30),
        "style": OneOf("primary", "danger"),
    },
    ("title", "text", "confirm", "deny"),
)
MENU_OPTION = _option(plain(75))
CHOICE_OPTION = _option(any_text(75))
OVERFLOW_OPTION = _option(plain(75), {"url": Text(3000, pattern=WEB_ADDRESS)})
OPTION_GROUP = Shape({"label": plain(75), "options": Many(MENU_OPTION, 100)}, ("label", "options"))
SLACK_FILE = Shape({"id": Text(255)}, ("id",))
DISPATCH = Shape(
    {"trigger_actions_on": Many(OneOf("on_enter_pressed", "on_character_entered"), 2)}, ("trigger_actions_on",)
)
METADATA = Shape({"event_type": Text(255), "event_payload": Anything()}, ("event_type", "event_payload"))

_COMMON: Fields = {"action_id": Text(255), "confirm": CONFIRM, "focus_on_load": Flag()}
_MENU: Fields = {**_COMMON, "placeholder": plain(150)}
_STATIC: Fields = {**_MENU, "options": Many(MENU_OPTION, 100), "option_groups": Many(OPTION_GROUP, 100)}
_CHOICES: Fields = {**_COMMON, "options": Many(CHOICE_OPTION, 10)}
_TYPED: Fields = {
    "action_id": Text(255),
    "focus_on_load": Flag(),
    "placeholder": plain(150),
    "dispatch_action_config": DISPATCH,
}
_PICTURE: Fields = {
    "image_url": Text(3000, pattern=WEB_ADDRESS),
    "slack_file": SLACK_FILE,
    "alt_text": Text(2000),
}
_SEVERAL: Fields = {"max_selected_items": Whole(1, 100)}
_PICTURE_CHECKS = (exactly_one("image_url", "slack_file"),)
_STATIC_CHECKS = (exactly_one("options", "option_groups"), initial_is_an_option)

ELEMENTS = ByType(
    {
        "button": Shape(
            {
                "action_id": Text(255),
                "text": plain(75),
                "value": Text(2000),
                "url": Text(3000, pattern=WEB_ADDRESS),
                "style": OneOf("primary", "danger"),
                "confirm": CONFIRM,
                "accessibility_label": Text(75),
            },
            ("text",),
        ),
        "overflow": Shape(
            {"action_id": Text(255), "options": Many(OVERFLOW_OPTION, 5), "confirm": CONFIRM}, ("options",)
        ),
        "image": Shape(_PICTURE, ("alt_text",), _PICTURE_CHECKS),
        "static_select": Shape({**_STATIC, "initial_option": MENU_OPTION}, (), _STATIC_CHECKS),
        "multi_static_select": Shape(
            {**_STATIC, **_SEVERAL, "initial_options": Many(MENU_OPTION, 100)}, (), _STATIC_CHECKS
        ),
        "users_select": Shape({**_MENU, "initial_user": Text(255)}),
        "multi_users_select": Shape({**_MENU, **_SEVERAL, "initial_users": Many(Text(255), 100)}),
        "channels_select": Shape({**_MENU, "initial_channel": Text(255)}),
        "radio_buttons": Shape({**_CHOICES, "initial_option": CHOICE_OPTION}, ("options",), (initial_is_an_option,)),
        "checkboxes": Shape(
            {**_CHOICES, "initial_options": Many(CHOICE_OPTION, 10)}, ("options",), (initial_is_an_option,)
        ),
        "datepicker": Shape({**_MENU, "initial_date": Text(10, pattern=DATE)}),
        "timepicker": Shape({**_MENU, "initial_time": Text(5, pattern=TIME), "timezone": Text(255)}),
        "datetimepicker": Shape({**_COMMON, "initial_date_time": Whole(1_000_000_000, 9_999_999_999)}),
        "plain_text_input": Shape(
            {
                **_TYPED,
                "initial_value": Text(3000),
                "multiline": Flag(),
                "min_length": Whole(0, 3000),
                "max_length": Whole(1, 3000),
            },
            (),
            (ordered("min_length", "max_length"),),
        ),
        "email_text_input": Shape({**_TYPED, "initial_value": Text(3000)}),
        "url_text_input": Shape({**_TYPED, "initial_value": Text(3000)}),
        "number_input": Shape(
            {
                **_TYPED,
                "is_decimal_allowed": Flag(),
                "initial_value": Text(100, pattern=NUMBER),
                "min_value": Text(100, pattern=NUMBER),
                "max_value": Text(100, pattern=NUMBER),
            },
            ("is_decimal_allowed",),
            (ordered("min_value", "max_value"),),
        ),
    }
)

MENUS = ("static_select", "users_select", "channels_select")
MULTI_MENUS = ("multi_static_select", "multi_users_select")
PICKERS = ("datepicker", "timepicker", "radio_buttons", "checkboxes")
TYPED_INPUTS = ("plain_text_input", "email_text_input", "url_text_input", "number_input")

ACCESSORIES = ELEMENTS.only("button", "overflow", "image", *MENUS, *MULTI_MENUS, *PICKERS)
ACTIONS = ELEMENTS.only("button", "overflow", *MENUS, *PICKERS, "datetimepicker")
INPUTS = ELEMENTS.only(*TYPED_INPUTS, *MENUS, *MULTI_MENUS, *PICKERS, "datetimepicker")
CONTEXT_PARTS = ByType({**any_text(3000).shapes, "image": ELEMENTS.shapes["image"]})

_ID: Fields = {"block_id": Text(255)}
BLOCKS = ByType(
    {
        "section": Shape(
            {
                **_ID,
                "text": any_text(3000),
                "fields": Many(any_text(2000), 10),
                "accessory": ACCESSORIES,
                "expand": Flag(),
            },
            (),
            (at_least_one("text", "fields"),),
        ),
        "header": Shape({**_ID, "text": plain(150)}, ("text",)),
        "divider": Shape(_ID),
        "image": Shape({**_ID, **_PICTURE, "title": plain(2000)}, ("alt_text",), _PICTURE_CHECKS),
        "context": Shape({**_ID, "elements": Many(CONTEXT_PARTS, 10)}, ("elements",)),
        "actions": Shape({**_ID, "elements": Many(ACTIONS, 25)}, ("elements",)),
        "input": Shape(
            {
                **_ID,
                "label": plain(2000),
                "element": INPUTS,
                "hint": plain(2000),
                "optional": Flag(),
                "dispatch_action": Flag(),
            },
            ("label", "element"),
        ),
    }
)

_SHOWN = ("section", "header", "divider", "image", "context", "actions")
MESSAGE_BLOCK_LIST = Many(BLOCKS.only(*_SHOWN), MESSAGE_BLOCKS)
VIEW_BLOCK_LIST = Many(BLOCKS.only(*_SHOWN, "input"), VIEW_BLOCKS)

_VIEW: Fields = {
    "blocks": VIEW_BLOCK_LIST,
    "private_metadata": Text(3000, least=0),
    "callback_id": Text(255),
    "external_id": Text(255),
}
VIEWS = ByType(
    {
        "modal": Shape(
            {
                **_VIEW,
                "title": plain(24),
                "submit": plain(24),
                "close": plain(24),
                "clear_on_close": Flag(),
                "notify_on_close": Flag(),
            },
            ("title", "blocks"),
        ),
        "home": Shape(_VIEW, ("blocks",)),
    }
)
