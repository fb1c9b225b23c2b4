"""Slack's mrkdwn as people see it, who it calls, and where it was not escaped."""

import re
from collections.abc import Callable, Iterator

from .rules import Json

_ANGLE = re.compile(r"<([^<>]*)>")
_REFERENCE = re.compile(r"@[UW][A-Z0-9]+(\|.*)?|#C[A-Z0-9]+(\|.*)?|!subteam\^S[A-Z0-9]+(\|.*)?")
_BROADCAST = re.compile(r"!(here|channel|everyone)(\|.*)?")
_DATE = re.compile(r"!date\^\d+\^[^|]*\|.+")
_LINK = re.compile(r"(https?|mailto|tel):[^|]+(\|.+)?")
_LINKED = re.compile(
    r"https?://\S+|(?<!\w)#[a-z0-9][\w-]*|@(?:here|channel|everyone)\b|[\w.@-]*\w\.[a-z]{2,}\b", re.IGNORECASE
)
_BARE_AMPERSAND = re.compile(r"&(?!(amp|lt|gt);)")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def markup_problems(text: str) -> list[str]:
    """Why this mrkdwn is not what its writer meant: unescaped characters or unknown angle brackets."""
    outside = _ANGLE.sub("", text)
    unknown = [match.group(0) for match in _ANGLE.finditer(text) if not _known(match.group(1))]
    problems = [f"unknown reference {part}" for part in unknown]
    problems += [f"unescaped {character}" for character in "<>" if character in outside]
    return problems + (["unescaped &"] if _BARE_AMPERSAND.search(text) else [])


def _known(inside: str) -> bool:
    return any(kind.fullmatch(inside) for kind in (_REFERENCE, _BROADCAST, _DATE, _LINK))


def mentions(text: str) -> list[str]:
    """The references in this mrkdwn that notify somebody: people, groups, here, channel, everyone."""
    inner = [match.group(1).split("|")[0] for match in _ANGLE.finditer(text)]
    return [part for part in inner if part.startswith(("@", "!subteam^")) or _BROADCAST.fullmatch(part)]


def linked_by_slack(text: str) -> list[str]:
    """What Slack would make a link or a mention of by itself: addresses, sites, #channels, @here."""
    return _LINKED.findall(_ANGLE.sub(" ", text))


def unguarded(value: object) -> Iterator[str]:
    """Every mrkdwn string inside blocks without `verbatim`: Slack looks for links in those."""
    if isinstance(value, list):
        for item in value:
            yield from unguarded(item)
    elif isinstance(value, dict):
        if value.get("type") == "mrkdwn":
            yield from () if value.get("verbatim") else [value["text"]]
        else:
            yield from unguarded(list(value.values()))


def visible(text: str, name_of: Callable[[str], str]) -> str:
    """The words a person reads where the application wrote this mrkdwn."""
    shown = _ANGLE.sub(lambda match: _show(match.group(1), name_of), text)
    for entity, character in _ENTITIES:
        shown = shown.replace(entity, character)
    return shown


def _show(inside: str, name_of: Callable[[str], str]) -> str:
    target, _, label = inside.partition("|")
    if target.startswith("@") or target.startswith("#"):
        return target[0] + name_of(target[1:])
    if target.startswith("!subteam^"):
        return "@" + name_of(target.removeprefix("!subteam^"))
    if _BROADCAST.fullmatch(inside):
        return "@" + target[1:]
    return label or target


def mrkdwn_of(value: object) -> Iterator[str]:
    """Every mrkdwn string inside blocks."""
    if isinstance(value, list):
        for item in value:
            yield from mrkdwn_of(item)
    elif isinstance(value, dict):
        if value.get("type") == "mrkdwn":
            yield value["text"]
        else:
            yield from mrkdwn_of(list(value.values()))


def readable(value: object, name_of: Callable[[str], str]) -> Iterator[str]:
    """Every visible string inside blocks, in reading order; a menu's closed options are visible too."""
    if isinstance(value, list):
        for item in value:
            yield from readable(item, name_of)
    elif isinstance(value, dict):
        yield from _readable_object(value, name_of)


def _readable_object(value: Json, name_of: Callable[[str], str]) -> Iterator[str]:
    if value.get("type") == "mrkdwn":
        yield visible(value["text"], name_of)
    elif value.get("type") == "plain_text":
        yield value["text"]
    else:
        yield from readable([inner for name, inner in value.items() if name not in _HIDDEN], name_of)
        yield from ([f"[{value['alt_text']}]"] if "alt_text" in value else [])


_HIDDEN = ("confirm", "initial_option", "initial_options", "private_metadata")
