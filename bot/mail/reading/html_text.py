"""The text of a mail that has only HTML."""

import re
from html import unescape
from typing import Final

from inscriptis import get_text  # type: ignore[import-untyped]
from inscriptis.model.config import ParserConfig  # type: ignore[import-untyped]

LONGEST_HTML: Final = 1_000_000
DEEPEST: Final = 60  # inscriptis walks the tree recursively and indents every level
NOT_SHOWN: Final = (("<!--", "-->"), ("<style", "</style"), ("<script", "</script"), ("<title", "</title"))
# inscriptis obeys `padding-left: 999999em` with as many spaces, and images in the mail itself are endless attributes.
ATTRIBUTES: Final = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,20})\s[^<>]*>")
# It widens every cell of a table to the widest one; in mail a table is layout: its cells become lines.
CELLS: Final = re.compile(r"<(/?)(?:table|tbody|thead|tfoot|tr|td|th)>", re.IGNORECASE)
TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})?[^<>]*>")
NO_LEVEL: Final = frozenset({"br", "img", "hr", "meta", "input", "link", "p", "li"})
BREAKS: Final = frozenset({"br", "p", "div", "li", "blockquote", "h1", "h2", "h3", "h4", "hr", "ul", "ol"})


def html_text(html: str) -> str:
    """Its words, a line a block; never raises, and takes time linear in the length."""
    shown = html[:LONGEST_HTML]
    for opening, closing in NOT_SHOWN:
        shown = _without(shown, opening, closing)
    bare = CELLS.sub(r"<\1div>", ATTRIBUTES.sub(r"<\1>", shown))
    if _depth(bare) > DEEPEST:
        return _without_tags(bare)
    try:
        text = str(get_text(bare, ParserConfig(display_links=False, display_images=False)))
    except Exception:  # the parser under it refuses some input; the words must be shown all the same
        return _without_tags(bare)
    # It indents what the mail program nested, and layout leaves many empty lines.
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in text.splitlines()))


def _without(html: str, opening: str, closing: str) -> str:
    """The HTML less what stands from `opening` to `closing`; what is never closed may hold words, and is shown."""
    kept: list[str] = []
    lowered, position = html.lower(), 0
    if len(lowered) != len(html):  # a few letters grow in lower case
        return html
    while (start := lowered.find(opening, position)) >= 0:
        closed = lowered.find(closing, start + len(opening))
        end = lowered.find(">", closed) if closed >= 0 else -1
        if end < 0:
            return "".join(kept) + re.sub(opening, "", html[position:], flags=re.IGNORECASE)
        kept.append(html[position:start])
        position = end + 1
    return "".join(kept) + html[position:]


def _depth(html: str) -> int:
    deepest = depth = 0
    for closing, name in TAG.findall(html):
        if name and name.lower() not in NO_LEVEL:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _without_tags(html: str) -> str:
    return unescape(TAG.sub(lambda tag: "\n" if (tag[2] or "").lower() in BREAKS else "", html))
