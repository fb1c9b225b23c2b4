"""What may stand before people at once: controls, green ones, lines, inputs. All that the stories show is counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from html import unescape
from itertools import pairwise
from textwrap import wrap
from typing import Any, Final

from bot.slack import ids

Json = dict[str, Any]
LINE: Final = 80
A_PICTURE: Final = 8  # lines
ROW: Final = 2  # fields
BANNER: Final = ":construction:"
_MOMENT: Final = re.compile(r"(?:[a-z]{2,3} )?(?:\d{1,2} [a-z]{3}(?: \d{4})?)?(?:, )?(?:\d{1,2}[.:]\d\d)?")
_TYPED: Final = re.compile(r"\*[^*\n]+\*\n")  # a heading above it
OF_EACH: Final = frozenset({"⚠️ blijft staan"})
"""What is said of each thing in a list."""
SHORTEST_FACT: Final = 3  # characters
_MARKUP: Final = re.compile(r"<[^|>]*\|([^>]*)>|[*_`\u200b]")


@dataclass(frozen=True)
class Budget:
    """At most so much of each; None: it is not counted."""

    controls: int | None = 5
    primary: int | None = 1
    lines: int | None = None
    inputs: int | None = None


MODAL: Final = Budget(controls=None, inputs=9)
LIST: Final = Budget(controls=None)
LIMITS: Final[dict[str, Budget]] = {
    "request that waits": Budget(lines=30),
    "request that was decided": Budget(lines=6),
    "reply": Budget(lines=6),
    "follow-up": Budget(lines=6),
    "lead": Budget(lines=6),
    "leads of an alert": Budget(lines=6),
    "division": LIST,
    "home": LIST,
    "reminder": LIST,
    "whisper": Budget(),
    "menu": LIST,
    "survey": Budget(lines=12),
    "in bm-regie": Budget(),
    "in bm-reacties": Budget(),
    "note": Budget(),
    "modal": MODAL,
    f"modal {ids.REQUEST_FORM}": Budget(controls=None),  # the whole form
}
"""By kind; a modal that is not named is one like any other."""
ABOUT_ONE_THING: Final = frozenset({"request that waits", "request that was decided", "reply", "follow-up", "lead"})
"""Where no fact may stand twice; in a list each line says its own, and a note may quote what was and what is now."""

_OF_A_REPLY: Final = frozenset({ids.MORE, ids.HANDLE, ids.RECALL_ANSWER, ids.SHOW_CONTACT_DATA})

_IN_A_LIST: Final = (f"{ids.HANDLE}{ids.AT}", f"{ids.REQUEST_INCIDENT}{ids.AT}", ids.OPEN_REPLIES)


def kind_of(place: str, blocks: list[Json]) -> str:
    """What it is, by where it stands and what can be done with it."""
    acts = {str(part.get("action_id", "")) for part in controls(blocks)}
    if place.startswith("modal"):
        return place if place in LIMITS else "modal"
    if any(act.startswith(ids.ASSIGN_INCIDENTS) for act in acts):
        return "division"
    if acts and all(act.startswith(_IN_A_LIST) for act in acts):
        return "reminder"
    if place == "whisper" and all(act.startswith(ids.DO) for act in acts):
        return "menu"
    if place in {"home", "whisper"}:
        return place
    if place == "bm-aanvragen":
        return _of_intake(blocks, acts)
    if place == "bm-reacties" and not acts & _OF_A_REPLY:
        return "in bm-reacties"
    known = {"bm-reacties": "reply", "bm-woninginbraken": "leads of an alert", "bm-regie": _of_regie(blocks)}
    in_thread = {"bm-reacties thread": "follow-up", "bm-woninginbraken thread": "lead"}
    return known.get(place) or (in_thread.get(place, "note") if acts else "note")


def _of_regie(blocks: list[Json]) -> str:
    """A survey has its mail behind a button or ⋯."""
    choices = [str(one["value"]) for part in controls(blocks) for one in part.get("options", [])]
    acts = [*choices, *(str(part["action_id"]) for part in controls(blocks))]
    return "survey" if any(act.startswith(ids.VIEW_SURVEY) for act in acts) else "in bm-regie"


def _of_intake(blocks: list[Json], acts: set[str]) -> str:
    title = next((block["text"]["text"] for block in blocks if block["type"] == "header"), "")
    if "BM-" not in title:
        return "division" if title else "note"
    open_ones = {ids.APPROVE, ids.APPROVE_MANY, ids.AMEND, ids.TAKE_PROPOSAL, ids.STOP}
    return "request that waits" if acts & open_ones else "request that was decided"


def controls(blocks: list[Json]) -> list[Json]:
    """Buttons, menus and lists; what is typed or ticked in a form is an input."""
    parts = [part for block in blocks for part in [*block.get("elements", []), block.get("accessory", {})]]
    return [part for part in parts if part.get("action_id") and part.get("type") not in {"mrkdwn", "plain_text"}]


def counted(kind: str, blocks: list[Json]) -> Budget:
    pressed = controls(blocks)
    own = kind not in {"reply", "follow-up", "lead"}
    shown = [block for block in blocks if not str(block.get("text", {}).get("text", "")).startswith(BANNER)]
    return Budget(
        controls=len(pressed),
        primary=sum(part.get("style") == "primary" for part in pressed),
        lines=sum(
            _lines(block, words=own) for block, after in pairwise([*shown, {}]) if own or not _heads(block, after)
        ),
        inputs=sum(block["type"] == "input" for block in blocks),
    )


def _heads(block: Json, after: Json) -> bool:
    """Says when a citizen wrote the words below it: a part of them."""
    return block.get("type") == "context" and after.get("text", {}).get("type") == "plain_text"


def _lines(block: Json, *, words: bool) -> int:
    """As a channel shows it; `words`: a citizen's own count too."""
    if block["type"] == "image":
        return A_PICTURE
    if block["type"] == "divider":
        return 0
    if block["type"] != "section":
        return 1
    text = block.get("text", {})
    told = 0 if text.get("type") == "plain_text" and not words else sum(_wrapped(text.get("text", "")))
    return told + -(-len(block.get("fields", [])) // ROW)


def _wrapped(text: str) -> Iterator[int]:
    for line in unescape(_MARKUP.sub(lambda link: link.group(1) or "", text)).splitlines():
        yield max(len(wrap(line, LINE)), 1)


def over(kind: str, blocks: list[Json]) -> list[str]:
    """What there is too much of, and what is said twice."""
    found, most = counted(kind, blocks), LIMITS[kind]
    pairs = ((one.name, getattr(found, one.name), getattr(most, one.name)) for one in fields(Budget))
    too_much = [f"{kind}: {n} {name}, at most {limit}" for name, n, limit in pairs if limit is not None and n > limit]
    twice = said_twice(blocks) if kind in ABOUT_ONE_THING else []
    return [*too_much, *(f"{kind}: says twice: {fact}" for fact in twice), *_unseen(kind, blocks)]


def _unseen(kind: str, blocks: list[Json]) -> Iterator[str]:
    """What is picked beforehand stands in a list, whose own text says it: a radio button shows it in one Slack only."""
    asked = (block.get("element", {}) for block in blocks)
    yield from (
        f"{kind}: a radio button is set beforehand"
        for one in asked
        if "initial_option" in one and "radio" in one["type"]
    )


def said_twice(blocks: list[Json]) -> list[str]:
    """Facts that stand twice among our own words; a citizen's, and what a colleague typed, may say what they like."""
    ours = [block for block in blocks if not _TYPED.match(str((block.get("text") or {}).get("text", "")))]
    own = [block for block, after in pairwise([*ours, {}]) if not _heads(block, after)]
    facts = [fact for block in own for text in _own_texts(block) for fact in _facts(text)]
    return sorted({fact for fact in facts if facts.count(fact) > 1})


def _own_texts(block: Json) -> Iterator[str]:
    texts = [block.get("text"), *block.get("fields", []), *block.get("elements", [])]
    own = "mrkdwn" if block["type"] != "header" else "plain_text"
    yield from (str(text["text"]) for text in texts if text and text.get("type") == own)


def _facts(text: str) -> Iterator[str]:
    """What stands between dots, in a line, or a sentence of its own."""
    plain = unescape(_MARKUP.sub(lambda link: link.group(1) or "", text))
    for part in re.split(r"\n| · |(?<=[.!?]) |: ", plain):
        fact = part.strip(" .,!?()").casefold()
        # a story's clock stands still
        if len(fact) > SHORTEST_FACT and not _MOMENT.fullmatch(fact) and fact not in OF_EACH:
            yield fact


class Onlooker:
    """Looks at all that Slack shows, and remembers what was too much."""

    def __init__(self) -> None:
        self.complaints: dict[str, list[Json]] = {}

    def __call__(self, place: str, blocks: list[Json]) -> None:
        if blocks:
            for complaint in over(kind_of(place, blocks), blocks):
                self.complaints.setdefault(complaint, blocks)

    def assert_content(self) -> None:
        """Nothing was over its budget."""
        assert not self.complaints, "\n".join(f"{told}: {blocks}" for told, blocks in self.complaints.items())
