"""How each stateful element keeps, reports and judges what a person put in. One row per element type."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .blocks import DATE, NUMBER, TIME, WEB_ADDRESS
from .rules import Json, flat_options

EMAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"
REQUIRED = "This field is required"

Read = Callable[[Json, Any], Any]
Judge = Callable[[Json, Any], str | None]


def option_label(option: Json) -> str:
    """The words of an option."""
    return str(option["text"]["text"])


def find_option(element: Json, wanted: object) -> Json:
    """The option with this label or value."""
    options = flat_options(element)
    for option in options:
        if wanted in (option_label(option), option["value"]):
            return option
    raise AssertionError(f"no option {wanted!r}; there are {[option_label(option) for option in options]}")


def _as_text(element: Json, typed: object) -> str | None:
    return str(typed) if typed not in (None, "") else None


def _as_option(element: Json, typed: object) -> Json | None:
    return None if typed is None else find_option(element, typed)


def _as_options(element: Json, typed: Any) -> list[Json]:
    wanted = [typed] if isinstance(typed, str) else list(typed or [])
    chosen = [find_option(element, item) for item in wanted]
    return [option for option in flat_options(element) if option in chosen]


def _as_id(element: Json, typed: Any) -> str | None:
    return None if typed is None else str(getattr(typed, "id", typed))


def _as_ids(element: Json, typed: Any) -> list[str]:
    return [str(getattr(item, "id", item)) for item in typed or []]


def _as_seconds(element: Json, typed: Any) -> int | None:
    return None if typed is None else int(typed)


def _anything_goes(element: Json, value: object) -> None:
    return None


def _looks_like(pattern: str, complaint: str) -> Judge:
    return lambda element, value: None if re.fullmatch(pattern, str(value)) else complaint


def _right_length(element: Json, value: str) -> str | None:
    if len(value) < element.get("min_length", 0):
        return f"Enter at least {element['min_length']} characters"
    if len(value) > element.get("max_length", 3000):
        return f"Enter at most {element.get('max_length', 3000)} characters"
    return None


def _right_number(element: Json, value: str) -> str | None:
    if not re.fullmatch(NUMBER, value) or ("." in value and not element["is_decimal_allowed"]):
        return "Enter a number"
    low, high = float(element.get("min_value", "-inf")), float(element.get("max_value", "inf"))
    return None if low <= float(value) <= high else f"Enter a number between {low:g} and {high:g}"


def _few_enough(element: Json, value: list[Any]) -> str | None:
    most = element.get("max_selected_items", len(value))
    return f"Choose at most {most}" if len(value) > most else None


@dataclass(frozen=True)
class InputKind:
    """Where an element's value sits in view state, where it starts, and how Slack's client checks it."""

    state: str
    initial: str
    read: Read
    judge: Judge = _anything_goes


INPUT_KINDS: Mapping[str, InputKind] = {
    "plain_text_input": InputKind("value", "initial_value", _as_text, _right_length),
    "email_text_input": InputKind("value", "initial_value", _as_text, _looks_like(EMAIL, "Enter an email address")),
    "url_text_input": InputKind("value", "initial_value", _as_text, _looks_like(WEB_ADDRESS, "Enter a link")),
    "number_input": InputKind("value", "initial_value", _as_text, _right_number),
    "static_select": InputKind("selected_option", "initial_option", _as_option),
    "radio_buttons": InputKind("selected_option", "initial_option", _as_option),
    "checkboxes": InputKind("selected_options", "initial_options", _as_options),
    "multi_static_select": InputKind("selected_options", "initial_options", _as_options, _few_enough),
    "users_select": InputKind("selected_user", "initial_user", _as_id),
    "multi_users_select": InputKind("selected_users", "initial_users", _as_ids, _few_enough),
    "channels_select": InputKind("selected_channel", "initial_channel", _as_id),
    "datepicker": InputKind("selected_date", "initial_date", _as_text, _looks_like(DATE, "Choose a date")),
    "timepicker": InputKind("selected_time", "initial_time", _as_text, _looks_like(TIME, "Choose a time")),
    "datetimepicker": InputKind("selected_date_time", "initial_date_time", _as_seconds),
}


def initial_value(element: Json) -> Any:
    """What an untouched element holds; untouched lists are empty lists, everything else is null."""
    kind = INPUT_KINDS[element["type"]]
    return element.get(kind.initial, [] if kind.state in {"selected_options", "selected_users"} else None)


def state_of(element: Json, value: Any) -> Json:
    """The entry of this element in `state.values`."""
    return {"type": element["type"], INPUT_KINDS[element["type"]].state: value}


def complaint_of(block: Json, value: Any) -> str | None:
    """What Slack's client says about this input before it lets a modal go."""
    if value in (None, [], ""):
        return None if block.get("optional", False) else REQUIRED
    return INPUT_KINDS[block["element"]["type"]].judge(block["element"], value)
