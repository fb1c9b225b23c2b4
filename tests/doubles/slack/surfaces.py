"""What spans a whole message or view: ids, sizes, the submit button, markup sanity, and blocks that changed."""

import json
from collections.abc import Iterator

from .blocks import MESSAGE_BLOCK_LIST, MESSAGE_CHARACTERS, METADATA, VIEW_BYTES, VIEWS
from .markup import linked_by_slack, unguarded
from .rules import Json, Problem, Rule


class Refusal(Exception):
    """Slack says no: an error code, the reasons, and what else belongs in the answer."""

    def __init__(self, error: str, *reasons: str, **extra: object) -> None:
        super().__init__(": ".join([error, *reasons]))
        self.error = error
        self.reasons = list(reasons)
        self.extra = extra

    def body(self) -> Json:
        """The answer as the Web API gives it."""
        body: Json = {"ok": False, "error": self.error, **self.extra}
        if self.error == "invalid_blocks":
            body["errors"] = self.reasons
        if self.reasons:
            body["response_metadata"] = {"messages": self.reasons}
        return body


def refuse_problems(error: str, rule: Rule, value: object, path: str) -> None:
    """Raise a refusal that names everything the rule found."""
    problems = [str(problem) for problem in rule.check(value, path)]
    if problems:
        raise Refusal(error, *problems)


def elements_of(block: Json) -> list[Json]:
    """The parts of a block that may carry an action_id, in reading order."""
    single = [block[name] for name in ("accessory", "element") if name in block]
    return single + [part for part in block.get("elements", []) if part["type"] not in {"plain_text", "mrkdwn"}]


def texts_of(value: object) -> Iterator[str]:
    """Every text object's string anywhere inside."""
    if isinstance(value, list):
        for item in value:
            yield from texts_of(item)
    elif isinstance(value, dict):
        if value.get("type") in {"plain_text", "mrkdwn"}:
            yield value["text"]
        else:
            yield from texts_of(list(value.values()))


def _repeated(ids: list[str]) -> set[str]:
    return {name for name in ids if ids.count(name) > 1}


def _refuse_repeated_ids(error: str, blocks: list[Json]) -> None:
    block_ids = [block["block_id"] for block in blocks if "block_id" in block]
    action_ids = [part["action_id"] for block in blocks for part in elements_of(block) if "action_id" in part]
    problems = [
        str(Problem("/blocks", f"`{name}` {value} already exists"))
        for name, ids in (("block_id", block_ids), ("action_id", action_ids))
        for value in sorted(_repeated(ids))
    ]
    if problems:
        raise Refusal(error, *problems)


def check_message_blocks(blocks: object) -> list[Json]:
    """The blocks of a message, or a refusal."""
    refuse_problems("invalid_blocks", MESSAGE_BLOCK_LIST, blocks, "/blocks")
    checked: list[Json] = blocks if isinstance(blocks, list) else []
    _refuse_repeated_ids("invalid_blocks", checked)
    return checked


def check_message_size(text: str, blocks: list[Json]) -> None:
    """A whole message has a ceiling; only blocks have an error code of their own for it."""
    size = len(text) + sum(len(part) for part in texts_of(blocks))
    if size > MESSAGE_CHARACTERS:
        error = "msg_blocks_too_long" if blocks else "msg_too_long"
        raise Refusal(error, f"{size} characters, at most {MESSAGE_CHARACTERS}")


def check_links(text: str, blocks: list[Json]) -> None:
    """Nobody's words become a link by themselves: mrkdwn is verbatim, and text is read where there are no blocks."""
    read = list(unguarded(blocks)) if blocks else [text]
    found = [link for part in read for link in linked_by_slack(part)]
    if found:
        raise Refusal("auto_linked", *(f"{link} becomes a link: set verbatim, or use plain_text" for link in found))


def check_new_block_ids(before: list[Json], after: list[Json]) -> None:
    """Clients cache blocks by id, so a block that changes within a message needs a new block_id."""
    known = {block["block_id"]: block for block in before}
    for block in after:
        old = known.get(block.get("block_id", ""))
        if old is not None and without_auto_ids(old) != without_auto_ids(block):
            raise Refusal("invalid_blocks", f"block {block['block_id']} changed but kept its block_id")


def without_auto_ids(block: Json) -> Json:
    """A block as the application wrote it: action ids that the double made up start with a hash sign."""
    return {key: _strip(value) for key, value in block.items()}


def _strip(value: object) -> object:
    if isinstance(value, list):
        return [_strip(item) for item in value]
    if isinstance(value, dict):
        made_up = str(value.get("action_id", "")).startswith("#")
        return {key: _strip(inner) for key, inner in value.items() if not (made_up and key == "action_id")}
    return value


def check_metadata(metadata: object) -> None:
    """Message metadata is an event type with a payload object."""
    refuse_problems("invalid_metadata_schema", METADATA, metadata, "/metadata")


def check_view(view: object, kind: str) -> Json:
    """A modal or home view, or a refusal."""
    refuse_problems("invalid_arguments", VIEWS.only(kind), view, "/view")
    checked: Json = view if isinstance(view, dict) else {}
    _refuse_repeated_ids("invalid_arguments", checked["blocks"])
    has_input = any(block["type"] == "input" for block in checked["blocks"])
    if kind == "modal" and has_input and "submit" not in checked:
        raise Refusal("invalid_arguments", str(Problem("/view", "submit is required when there is an input block")))
    check_links("", checked["blocks"])
    size = len(json.dumps(checked))  # as the SDK sends it: what is not ASCII takes six or twelve bytes
    if size > VIEW_BYTES:
        raise Refusal("view_too_large", f"{size} bytes, at most {VIEW_BYTES}")
    return checked
