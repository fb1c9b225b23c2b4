"""Reads a mail's HTML as an eye does: every text with its colours and size, by light and by dark."""

import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Final

VOID: Final = frozenset({"br", "meta", "img", "hr", "link"})
UNSEEN: Final = frozenset({"head", "style", "title"})


@dataclass(frozen=True)
class Look:
    """Colours as #rrggbb, size in px."""

    tag: str = ""
    color: str = "#000000"
    background: str = "#ffffff"
    size: float = 16.0


@dataclass(frozen=True)
class Seen:
    """A piece of text as it looks."""

    text: str
    look: Look

    @property
    def contrast(self) -> float:
        """WCAG 2's contrast ratio, 1 to 21."""
        light, dark = sorted((_luminance(self.look.color), _luminance(self.look.background)), reverse=True)
        return (light + 0.05) / (dark + 0.05)


class Page(HTMLParser):
    """`seen` holds the texts in their order, `tags` every tag with its attributes."""

    def __init__(self, html: str, dark: bool = False) -> None:
        super().__init__()
        self.seen: list[Seen] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._rules = _dark_rules(html) if dark else {}
        self._looks = [Look()]
        self.feed(html)

    @property
    def words(self) -> list[str]:
        """The words that people read."""
        return [word for seen in self.seen for word in seen.text.split()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if tag in VOID:
            return
        look = _changed(replace(self._looks[-1], tag=tag), _declarations(given.get("style", "")), given.get("bgcolor"))
        for name in (tag, *(f".{one}" for one in given.get("class", "").split())):
            look = _changed(look, self._rules.get(name, {}), None)
        self._looks.append(look)

    def handle_endtag(self, tag: str) -> None:
        if self._looks[-1].tag == tag:
            self._looks.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(look.tag in UNSEEN for look in self._looks):
            self.seen.append(Seen(" ".join(data.split()), self._looks[-1]))


def _changed(look: Look, style: dict[str, str], bgcolor: str | None) -> Look:
    size, color = style.get("font-size"), style.get("color", "inherit")
    return replace(
        look,
        color=look.color if color == "inherit" else color,
        background=style.get("background-color", bgcolor or look.background),
        size=float(size.removesuffix("px")) if size else look.size,
    )


def _declarations(style: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in style.split(";") if one.strip())
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def _dark_rules(html: str) -> dict[str, dict[str, str]]:
    """What the page says of the dark, by the last part of each selector."""
    dark = html.partition("prefers-color-scheme: dark) {")[2].partition("</style>")[0]
    rules: dict[str, dict[str, str]] = {}
    for selectors, style in re.findall(r"([^{}]+)\{([^{}]*)\}", dark):
        for selector in selectors.split(","):
            rules.setdefault(selector.split()[-1], {}).update(_declarations(style))
    return rules


def _luminance(color: str) -> float:
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
