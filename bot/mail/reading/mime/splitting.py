"""A mail in its parts, as far as broken MIME goes: where the standard's rules fail, a line is never thrown away.

The library's own parser ends a head at the first line that is no header, knows a boundary only as it is declared, and
takes quadratic time where boundaries are nested.
"""

import re
from dataclasses import dataclass, field
from email.message import Message
from email.policy import Compat32
from typing import Any, Final, TypeAlias

from bot.mail.reading.characters import decoded

MOST_PARTS: Final = 200
MOST_DEPTH: Final = 20
MOST_SEARCHED: Final = 5
"""Times the length of the mail: what is large stands in one or two others."""
MOST_HEADERS: Final = 500
MOST_HEADER_BYTES: Final = 500_000
LONGEST_HEADER: Final = 8000
LONGEST_NAME: Final = 200

LINE: Final = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)")
HEADER: Final = re.compile(rb"([!-9;-~]{1,200})[ \t]*:[ \t]*")
UNIX_FROM: Final = re.compile(rb">?From ")
BLANK_LINE: Final = re.compile(rb"\r\n\r\n|\n\n|\r\r")
# What goes on behind a line that is no header. "From:" and "Date:" may be a citizen's own words there.
SURE_HEADER: Final = re.compile(
    rb"(?:content-[a-z-]{2,40}|mime-version|message-id|in-reply-to|references|received|return-path|reply-to"
    rb"|authentication-results|dkim-signature|arc-[a-z-]{2,40}|list-[a-z-]{2,40}|auto-submitted|thread-[a-z-]{2,40}"
    rb"|x-[a-z0-9-]{2,60})[ \t]*:",
    re.IGNORECASE,
)
# Below what servers wrote on top and a blank line: the mail's own head.
GOES_ON: Final = re.compile(
    rb"[\r\n]*(?:[!-9;-~]{1,60}:[^\r\n]*(?:\r?\n|\r)(?:[ \t][^\r\n]*(?:\r?\n|\r)){0,20}){0,60}?from:[^\r\n]*@",
    re.IGNORECASE,
)
PART_GOES_ON: Final = re.compile(
    rb"[\r\n]{0,8}content-(?:type|transfer-encoding|disposition|id|description)[ \t]*:", re.IGNORECASE
)
HOLD_HEADS: Final = ("message/", "text/rfc822-headers")
"""Parts whose content begins with somebody else's headers."""
# "--" and something behind it, right above a head: a signature's "-- " and a rule of dashes are none. Outlook's and
# Android's own begin with dashes.
ANY_BOUNDARY: Final = re.compile(
    rb"(?:\A|(?<=[\r\n]))--(-{0,40}[^\s-][^\r\n]{0,199}?)[ \t]*"
    rb"(?:\r\n|\n|\r)(?=(?:\r?\n|\r)?content-[a-z-]{2,40}[ \t]*:)",
    re.IGNORECASE,
)
MULTIPART: Final = re.compile(r"multipart/", re.IGNORECASE)
LOOKED_AT: Final = 2000
MULTI_PART_NOTICE: Final = re.compile(rb"multi-?part|\bMIME\b", re.IGNORECASE)

AnyMessage: TypeAlias = "Message[Any, Any]"
POLICY: Final = Compat32()
MIME_HEADER: Final = re.compile(r"content-|mime-|x-", re.IGNORECASE)


@dataclass
class Entity:
    """A head and what stands below it; `parts` of a multipart, and `around` what stands before and behind them."""

    head: AnyMessage
    body: bytes = b""
    parts: list["Entity"] = field(default_factory=list)
    around: bytes = b""

    @property
    def kind(self) -> str:
        """The media type, small; `text/plain` where none is told or it is none."""
        return self.head.get_content_type()

    def parameter(self, name: str) -> str:
        """A parameter of Content-Type; empty where it is missing or can't be read."""
        try:
            value = self.head.get_param(name)
            return value[2] if isinstance(value, tuple) else str(value or "")
        except Exception:  # RFC 2231 with made-up charsets
            return ""


@dataclass
class _Budget:
    """Of a whole mail; each multipart within another is searched for boundaries anew."""

    searched: int
    parts: int = MOST_PARTS

    def may_search(self, body: bytes) -> bool:
        self.searched -= len(body)
        return self.searched >= 0


def split(raw: bytes, kind: str = "text/plain") -> Entity:
    """The whole mail; never raises. `kind` is what a part is that does not say so."""
    return _split(raw, kind, 0, _Budget(MOST_SEARCHED * len(raw) + 1_000_000))


def _split(raw: bytes, kind: str, depth: int, budget: _Budget) -> Entity:
    headers, body = _whole_head(raw, kind)
    if not depth and GOES_ON.match(body) and not any(name.lower() == "from" for name, _ in headers):
        more, body = split_head(body.lstrip(b"\r\n"))  # a blank line among the headers
        headers += more
    if depth and not any(MIME_HEADER.match(name) for name, _ in headers):  # words such as "Tijd: half drie" are no head
        headers, body = [], raw.lstrip(b"\r\n") if not headers else raw
    entity = Entity(_message(headers, kind), body)
    if not depth and "content-type" not in entity.head and _has_parts(body):  # a gateway lost the line
        entity.head.set_raw("Content-Type", "multipart/mixed")
    is_nest = entity.kind.startswith("multipart/") and depth < MOST_DEPTH and budget.may_search(body)
    boundary = _boundary(entity) if is_nest else None
    if boundary is None:
        return entity
    entity.body = b""  # it may be large, and its parts hold all of it
    below = "message/rfc822" if entity.kind == "multipart/digest" else "text/plain"
    pieces, entity.around = _pieces(body, boundary)
    for start, end in pieces:
        if budget.parts <= 0:  # what is more is read as one text, as it stands
            entity.parts.append(Entity(_message([], "text/plain"), body[start : pieces[-1][1]]))
            break
        budget.parts -= 1
        entity.parts.append(_split(body[start:end], below, depth + 1, budget))
    return entity


def _whole_head(raw: bytes, kind: str) -> tuple[list[tuple[str, str]], bytes]:
    """A head with what stands below a blank line that a gateway put above it or into it."""
    headers, body = split_head(raw)
    if PART_GOES_ON.match(body) and not _message(headers, kind).get_content_type().startswith(HOLD_HEADS):
        more, body = split_head(body.lstrip(b"\r\n"))
        headers += more
    return headers, body


def split_head(raw: bytes) -> tuple[list[tuple[str, str]], bytes]:
    """The headers (names as written, values unfolded not) and what stands below them."""
    end, lines = _head_lines(raw)
    headers: list[tuple[str, bytes]] = []
    for line in lines:
        match = HEADER.match(line)
        if match and not line[:1].isspace():
            headers.append((match[1].decode("ascii"), line[match.end() :]))
        elif headers:  # folded, or a line that is none: a gateway broke it off the header above
            name, value = headers[-1]
            if len(value) < LONGEST_HEADER:
                headers[-1] = (name, value + b"\n " + line.lstrip())
    return [(name, _header_value(value)) for name, value in headers[:MOST_HEADERS]], raw[end:]


def _header_value(value: bytes) -> str:
    return decoded(value[:LONGEST_HEADER], None).strip()


def _head_lines(raw: bytes) -> tuple[int, list[bytes]]:
    """Where the body begins, and the head's lines without their ends. A line that is none ends it if none follows."""
    lines: list[bytes] = []
    position = taken = body = 0
    while position < min(len(raw), MOST_HEADER_BYTES):
        match = LINE.match(raw, position)
        assert match
        line, position = match[0].rstrip(b"\r\n"), match.end()
        if not line:
            return (position, lines) if taken == len(lines) else (body, lines[:taken])
        goes_on = HEADER.match(line) or (line[:1] in b" \t" and taken) or (not lines and UNIX_FROM.match(line))
        lines.append(line)
        if goes_on and (taken == len(lines) - 1 or (taken and SURE_HEADER.match(line))):
            taken, body = len(lines), position
    if position >= MOST_HEADER_BYTES and taken == len(lines):  # the rest of an endless head is passed over
        blank = BLANK_LINE.search(raw, position - 4)
        body = blank.end() if blank else len(raw)
    return body, lines[:taken]


def _message(headers: list[tuple[str, str]], kind: str) -> AnyMessage:
    message: AnyMessage = Message(policy=POLICY)
    message.set_default_type(kind)
    types = [value for name, value in headers if name.lower() == "content-type"]
    several = next((value for value in types[1:] if MULTIPART.match(value)), "")
    if several:  # told twice: read as one text, its files would stand there as code
        headers = [("Content-Type", several), *(pair for pair in headers if pair[0].lower() != "content-type")]
    for name, value in headers:
        message.set_raw(name, value)
    return message


def _has_parts(body: bytes) -> bool:
    """Whether it begins with a part, programs' own notice above it perhaps, and says where the last one ends."""
    first = ANY_BOUNDARY.search(body, 0, LOOKED_AT)
    above = body[: first.start()].strip() if first else b""
    if first is None or (above and not MULTI_PART_NOTICE.search(above)):
        return False
    return body.rstrip().endswith(b"--" + first[1].rstrip() + b"--")


def _boundary(entity: Entity) -> re.Pattern[bytes] | None:
    """The lines between its parts: as declared, else as the first one in the body that stands above a head."""
    try:
        declared = (entity.head.get_boundary() or "").encode("utf-8", "surrogateescape")
    except Exception:  # RFC 2231 with made-up charsets
        declared = b""
    if declared and (pattern := _lines_of(declared)).search(entity.body):
        return pattern
    found = ANY_BOUNDARY.search(entity.body)
    return _lines_of(found[1]) if found else None


def _lines_of(boundary: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"(?:\A|(?<=[\r\n]))--" + re.escape(boundary.rstrip()) + rb"(--)?[ \t]*(?:\r\n|\n|\r|\Z)")


def _pieces(body: bytes, boundary: re.Pattern[bytes]) -> tuple[list[tuple[int, int]], bytes]:
    """Where its parts begin and end, and the words around them; programs say there that it has parts."""
    pieces: list[tuple[int, int]] = []
    start, before, behind = -1, b"", b""
    for line in boundary.finditer(body):
        if start < 0:
            before = body[: line.start()]
        else:
            pieces.append((start, _without_line_end(body, start, line.start())))
        start = line.end()
        if len(pieces) > MOST_PARTS:
            pieces.append((start, len(body)))
            break
        if line[1]:
            behind = body[line.end() :]
            break
    else:
        pieces.append((start, len(body)))
    return pieces, b"\n".join(text for text in (before, behind) if not MULTI_PART_NOTICE.search(text[:300])).strip()


def _without_line_end(body: bytes, start: int, end: int) -> int:
    """The line end right above a boundary belongs to it."""
    if body[max(start, end - 2) : end] == b"\r\n":
        return end - 2
    return end - 1 if body[max(start, end - 1) : end] in (b"\n", b"\r") else end
