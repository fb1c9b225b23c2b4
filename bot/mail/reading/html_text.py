"""The text of a mail's HTML."""

import re
from functools import cache
from html import escape, unescape
from itertools import islice
from typing import Final

LONGEST_SOURCE: Final = 5_000_000  # pictures may stand in it as endless attributes
LONGEST_HTML: Final = 1_000_000
DEEPEST: Final = 60  # inscriptis walks the tree recursively and indents every level
NOT_SHOWN: Final = (("<!--", "-->"), ("<style", "</style"), ("<script", "</script"), ("<title", "</title"))
# A value between quotes may hold `>`; where its quotes don't match, a tag ends at the first one. Few hold `<`
# (cite="<id>"), so that what many tags try stays short.
ATTRIBUTE: Final = r"(?:=\s*\"[^\"<]*+\"|=\s*'[^'<]*+'|[^<>=]|=(?!\s*(?:\"[^\"<]{0,500}<|'[^'<]{0,500}<)))*+"
OPENED: Final = (
    r"(?:=\s*(?:\"[^\"<]{0,500}+(?:<[^\"<]{0,500}+){1,2}\"|'[^'<]{0,500}+(?:<[^'<]{0,500}+){1,2}')(?=[\s/>])|=)"
)
ATTRIBUTES: Final = rf"{ATTRIBUTE}(?:{OPENED}{ATTRIBUTE}){{0,4}}+"
TAG: Final = re.compile(rf"<(/?)([a-zA-Z][a-zA-Z0-9:]{{0,20}})(?:(?=[\s/>])({ATTRIBUTES})>|([^<>]*+)>)")
ADDRESS: Final = re.compile(r"\bhref\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)'|([^\s\"'<>]+))", re.IGNORECASE)
ALTERNATIVE: Final = re.compile(r"\b(?:alt|data-emoji)\s*=\s*(?:\"([^\"<]{1,20})\"|'([^'<]{1,20})')", re.IGNORECASE)
INSTEAD: Final = re.compile(
    r"\A(?![^<]*\bsrc\s*=\s*[\"']?cid:)[^<]*?\b(?:alt|title)\s*=\s*(?:\"([^\"<]{3,500})\"|'([^'<]{3,500})')",
    re.IGNORECASE,
)
"""Of a picture that came along nothing: it is a file of the mail."""
MOST_INSTEAD: Final = 20
ANY_LINK: Final = re.compile(r"<[^<>\s]+>")
STRUCK: Final = re.compile(r"text-decoration[a-z-]*\s*:[^;\"']{0,60}line-through", re.IGNORECASE)
STRUCK_TAGS: Final = frozenset({"s", "strike", "del"})
MARK: Final = "~~"
BARE_LINK: Final = re.compile(r"^(?:https?://|mailto:|tel:)?(?:www\.)?|/+$", re.IGNORECASE)
SHOWN_LINK: Final = re.compile(r"(?:https?|ftps?|mailto|tel|geo|whatsapp|tg):[^\s<>\"]{1,2000}", re.IGNORECASE)
# Of these inscriptis knows nothing, so that what stands in them would stick to what stands beside them.
BLOCKS: Final = frozenset(
    {"details", "summary", "dialog", "section", "search", "fieldset", "legend", "form", "dl", "dt", "dd", "center"}
    | {"caption", "option", "menu", "dir", "optgroup", "noscript", "address", "article", "aside", "footer", "header"}
    | {"hgroup", "main", "nav", "figure", "figcaption"}
)
# It widens every cell of a table to the widest one; in mail a table is layout mostly: its cells become lines.
CELLS: Final = re.compile(r"<(/?)(?:table|tbody|thead|tfoot|tr|td|th)>", re.IGNORECASE)
ROW: Final = re.compile(r"<tr>([^<]*(?:<(?!/?(?:tr|table)>)[^<]*)*)(?:</tr>|(?=<tr>|</?table>))", re.IGNORECASE)
CELL: Final = re.compile(r"</?t[dh]>", re.IGNORECASE)
LONGEST_CELL: Final = 200
BESIDE: Final = " | "
UNCLOSED: Final = frozenset({"bgsound", "frame", "main", "nobr", "picture", "spacer", "template", "xml"})
"""In old mail, besides HTML's own."""
CLOSED: Final = re.compile(r"</([a-zA-Z][a-zA-Z0-9:]{0,20})")
ANY_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})?[^<>]*>")
NO_TAG: Final = re.compile(r"<(?![!?/])")
NO_LEVEL: Final = frozenset({"br", "img", "hr", "meta", "input", "link", "p", "li"})
BREAKS: Final = frozenset({"br", "p", "div", "li", "blockquote", "h1", "h2", "h3", "h4", "hr", "ul", "ol"})


def html_text(html: str) -> str:
    """Its words, a line a block, a link's address behind its words; never raises, and takes linear time.

    Where it has no words, what stands for its pictures: those from elsewhere are never fetched.
    """
    shown = html[:LONGEST_SOURCE]
    for opening, closing in NOT_SHOWN:
        shown = _without(shown, opening, closing)
    text = _text(_bare(shown)[:LONGEST_HTML])
    if re.search(r"\S", ANY_LINK.sub("", text)):
        return text
    told = (_attribute(INSTEAD, tag[3] or "") for tag in TAG.finditer(shown) if tag[2].lower() == "img")
    return "\n".join([*islice(filter(None, told), MOST_INSTEAD), *ANY_LINK.findall(text)])


@cache
def _elements() -> frozenset[str]:
    from lxml.html.defs import tags  # type: ignore[import-untyped]

    return UNCLOSED.union(tags)


def _text(bare: str) -> str:
    if _depth(bare) > DEEPEST:
        return _without_tags(bare)
    from inscriptis import get_text  # type: ignore[import-untyped]
    from inscriptis.model.config import ParserConfig  # type: ignore[import-untyped]

    try:
        text = str(get_text(bare, ParserConfig(display_links=False, display_images=False)))
    except Exception:  # the parser under it refuses some input; the words must be shown all the same
        return _without_tags(bare)
    # It indents what the mail program nested, and layout leaves many empty lines.
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in text.splitlines()))


def _bare(html: str) -> str:
    """Tags without attributes: inscriptis obeys `padding-left: 999999em` with as many spaces.

    What an attribute tells people stands beside the words then: a link's address, an emoji, that words are struck out.
    """
    kept: list[str] = []
    position = size = 0
    link: tuple[str, int] | None = None  # its address, and where its words begin
    struck: list[str] = []
    closed = {name.lower() for name in CLOSED.findall(html)}
    for tag in TAG.finditer(html):
        if size > LONGEST_HTML:
            return "".join(kept)
        if _is_words(tag, closed):
            continue
        kept.append(NO_TAG.sub("&lt;", html[position : tag.start()]))
        size += len(kept[-1]) + len(tag[2])
        position = tag.end()
        if tag[2].lower() == "a":
            kept.append(_beside(link, kept))
            link = None if tag[1] else (_address(tag[3] or ""), len(kept))
        else:
            kept.append(_tag(tag, struck))
    kept.append(NO_TAG.sub("&lt;", html[position:]))
    bare = "".join(kept) + _beside(link, kept) + MARK * len(struck)
    return CELLS.sub(r"<\1div>", ROW.sub(_row, bare))


def _row(row: re.Match[str]) -> str:
    """On one line where it holds data: the time and what happened then. Where it is layout each cell stands alone."""
    cells = [_plain(cell) for cell in CELL.split(row[1])]
    told = [cell for cell in cells if cell]
    if len(told) < 2 or any("\n" in cell or len(cell) > LONGEST_CELL for cell in told):
        return row[0]
    return f"<div>{BESIDE.join(told)}</div>"


def _plain(cell: str) -> str:
    """Its words, still escaped, on a line for each block."""
    lines = ANY_TAG.sub(lambda tag: "\n" if (tag[2] or "").lower() in BREAKS else "", " ".join(cell.split()))
    return "\n".join(filter(None, map(str.strip, lines.split("\n"))))


def _is_words(tag: re.Match[str], closed: set[str]) -> bool:
    """Between signs that nobody escaped: an address, or a word that is no element's name and that nothing closes."""
    if tag[4] and "@" in tag[4]:
        return True
    name = tag[2].lower()
    return not (tag[1] or ":" in name or name in _elements() or name in closed or "=" in (tag[3] or ""))


def _tag(tag: re.Match[str], struck: list[str]) -> str:
    """The tag alone, and marks where words are struck out."""
    name, attributes = tag[2].lower(), tag[3] or ""
    bare = f"<{tag[1]}{'div' if name in BLOCKS else name}>"
    if name == "img":
        return bare + _emoji(attributes)
    if tag[1] and struck and struck[-1] == name:
        struck.pop()
        return MARK + bare
    if not tag[1] and (name in STRUCK_TAGS or (STRUCK.search(attributes) and name not in NO_LEVEL)):
        struck.append(name)
        return bare + MARK
    return bare


def _attribute(pattern: re.Pattern[str], attributes: str) -> str:
    found = pattern.search(attributes)
    return unescape(next(filter(None, found.groups()), "")).strip() if found else ""


def _address(attributes: str) -> str:
    address = _attribute(ADDRESS, attributes)
    return address if SHOWN_LINK.fullmatch(address) else ""


def _beside(link: tuple[str, int] | None, kept: list[str]) -> str:
    """The address behind a link's words, but where they are the address."""
    address, start = link or ("", len(kept))
    words = unescape(ANY_TAG.sub("", "".join(kept[start:]))).strip()
    if not address or BARE_LINK.sub("", address).casefold() in "".join(words.split()).casefold():
        return ""
    return f" &lt;{escape(address)}&gt;"


def _emoji(attributes: str) -> str:
    """What a picture stands for, where that is a sign and no word."""
    sign = _attribute(ALTERNATIVE, attributes)
    return "" if any(letter.isascii() or letter.isalnum() for letter in sign) else escape(sign)


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
    for closing, name in ANY_TAG.findall(html):
        if name and name.lower() not in NO_LEVEL:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _without_tags(html: str) -> str:
    return unescape(ANY_TAG.sub(lambda tag: "\n" if (tag[2] or "").lower() in BREAKS else "", html))
