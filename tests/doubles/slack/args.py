"""The arguments of a call, from a form, a query string or JSON, read the way Slack reads them."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from .rules import Json
from .surfaces import Refusal

_STRUCTURED = {
    "blocks": "invalid_blocks_format",
    "view": "invalid_arguments",
    "metadata": "invalid_metadata_format",
    "files": "invalid_arguments",
}


def parse_body(body: bytes, content_type: str, query: str, json_allowed: bool) -> Json:
    """Arguments by name; a method that only takes forms sees nothing of a JSON body, exactly as on Slack."""
    args: Json = dict(parse_qsl(query, keep_blank_values=True))
    if content_type.startswith("application/json"):
        args.update(_parse_json(body) if json_allowed else {})
    elif content_type.startswith("application/x-www-form-urlencoded") or not body:
        args.update(parse_qsl(body.decode(), keep_blank_values=True))
    else:
        raise Refusal("invalid_post_type", content_type)
    return {name: _structured(name, value) for name, value in args.items() if value is not None}


def _parse_json(body: bytes) -> Json:
    try:
        parsed = json.loads(body or b"{}")
    except ValueError:
        raise Refusal("invalid_json") from None
    if not isinstance(parsed, dict):
        raise Refusal("json_not_object")
    return parsed


def _structured(name: str, value: Any) -> Any:
    if name not in _STRUCTURED or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise Refusal(_STRUCTURED[name], f"{name} is not JSON") from None


class Args:
    """Arguments with their types checked when they are read."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = values

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def get(self, name: str) -> Any:
        return self.values.get(name)

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name, default)
        if not isinstance(value, str):
            raise Refusal("invalid_arguments", f"{name} must be a string")
        return value

    def flag(self, name: str) -> bool:
        return self.values.get(name) in (True, "true", "True", "1", 1)

    def number(self, name: str, default: int) -> int:
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            raise Refusal("invalid_arguments", f"{name} must be a number") from None
