"""Small checks that compose into the description of a request; each tells what is wrong with a value, and where."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Problem:
    """One entry of SendGrid's `errors`; `field` is a path such as `personalizations.0.to`."""

    message: str
    field: str | None = None


Check = Callable[[object, str], Iterator[Problem]]


def text(least: int = 0, most: int | None = None, pattern: str = r"[\s\S]*", told: str = "is not well formed") -> Check:
    """A string of so many characters that matches the whole pattern."""

    def check(value: object, path: str) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield Problem("must be a string", path)
        elif len(value) < least:
            yield Problem(f"must be at least {least} character(s) long", path)
        elif most is not None and len(value) > most:
            yield Problem(f"must be at most {most} characters long", path)
        elif not re.fullmatch(pattern, value):
            yield Problem(told, path)

    return check


def exactly(kind: type) -> Check:
    """A value of this very type: JSON's true is no integer."""

    def check(value: object, path: str) -> Iterator[Problem]:
        if type(value) is not kind:
            yield Problem(f"must be of type {kind.__name__}", path)

    return check


def items(each: Check, least: int = 0, most: int | None = None) -> Check:
    """An array whose elements all pass."""

    def check(value: object, path: str) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem("must be an array", path)
            return
        if len(value) < least:
            yield Problem(f"must have at least {least} element(s)", path)
        if most is not None and len(value) > most:
            yield Problem(f"is limited to {most} elements, you have provided {len(value)}", path)
        for number, element in enumerate(value):
            yield from each(element, f"{path}.{number}")

    return check


def unique(whole: Check) -> Check:
    """An array without doubles."""

    def check(value: object, path: str) -> Iterator[Problem]:
        yield from whole(value, path)
        if isinstance(value, list) and len({json.dumps(each, sort_keys=True) for each in value}) != len(value):
            yield Problem("must not hold an element twice", path)

    return check


def record(fields: Mapping[str, Check], required: Iterable[str] = ()) -> Check:
    """An object with these fields and no others."""
    needed = tuple(required)

    def check(value: object, path: str) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield Problem("must be an object", path or None)
            return
        for name in needed:
            if name not in value:
                yield Problem("is required", _under(path, name))
        for name, held in value.items():
            known = fields.get(name)
            inside = _under(path, name)
            yield from known(held, inside) if known else [Problem("is not a field of this object", inside)]

    return check


def mapping(name: Check, value: Check, most_bytes: int | None = None) -> Check:
    """An object with free names, at most so large as JSON in UTF-8."""

    def check(given: object, path: str) -> Iterator[Problem]:
        if not isinstance(given, dict):
            yield Problem("must be an object", path)
            return
        if most_bytes is not None and size(given) > most_bytes:
            yield Problem(f"may not exceed {most_bytes} bytes", path)
        for key, held in given.items():
            yield from name(key, _under(path, key))
            yield from value(held, _under(path, key))

    return check


def all_of(*checks: Check) -> Check:
    """Every one of these."""

    def check(value: object, path: str) -> Iterator[Problem]:
        for each in checks:
            yield from each(value, path)

    return check


def never(message: str) -> Check:
    """A field that exists and is refused whatever it holds."""

    def check(_value: object, path: str) -> Iterator[Problem]:
        yield Problem(message, path)

    return check


def size(value: object) -> int:
    """How many bytes a value takes as JSON."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
