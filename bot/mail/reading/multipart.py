"""multipart/form-data bodies (Inbound Parse's, the reply form's), as a stream of bytes with our own limits.

Web frameworks' form parsers refuse a field of some hundred kB and decode 8-bit text; a citizen's mail has both.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

MOST_BYTES: Final = 35_000_000
MOST_FIELDS: Final = 50
PIECE: Final = 1024 * 1024
DISPOSITION: Final = b"content-disposition"
MEDIA_TYPE: Final = b"content-type"
FIELD_NAME: Final = re.compile(rb"[\x20-\x7e]{1,100}")


SHORT: Final = 60
_options: Final = lru_cache(maxsize=64)(parse_options_header)
"""Of the fields of a form, the same each time, without anybody's file names."""


class BadForm(Exception):
    """This body is no multipart form within the limits."""


@dataclass(frozen=True)
class Limits:
    """Bytes of the whole body and of its texts: a BadForm beyond. Of its files: what goes beyond is not kept."""

    body: int = MOST_BYTES
    texts: int = MOST_BYTES
    files: int = MOST_BYTES
    parts: int = MOST_FIELDS


INBOUND: Final = Limits()


@dataclass
class Part:
    """A field, or a file where it came with a name (an empty one where none was chosen); all as the sender claims."""

    name: str = ""
    file_name: str | None = None
    media_type: str = ""
    content: bytes = b""


class FormReader:
    """Takes a body piece by piece; `finish` gives its fields. Every error is a BadForm."""

    def __init__(self, content_type: str, limits: Limits = INBOUND) -> None:
        kind, options = parse_options_header(content_type)
        boundary = options.get(b"boundary", b"")
        if kind != b"multipart/form-data" or not boundary:
            raise BadForm("not a multipart form with a boundary")
        self._limits = limits
        self._parts: list[Part] = []
        self._content = bytearray()  # of the part that is being read
        self._header_name = self._header_value = b""
        self._size = self._texts_size = self.files_size = 0
        self._ended = False
        try:
            self._parser = MultipartParser(
                boundary,
                {
                    "on_part_begin": self._begin,
                    "on_header_field": self._take_header_name,
                    "on_header_value": self._take_header_value,
                    "on_header_end": self._end_header,
                    "on_headers_finished": self._check_named,
                    "on_part_data": self._take_data,
                    "on_part_end": self._end_part,
                    "on_end": self._end,
                },
            )
        except (FormParserError, ValueError) as error:
            raise BadForm(str(error)) from error

    def feed(self, data: bytes) -> None:
        """The next piece, of any length."""
        self._size += len(data)
        if self._size > self._limits.body:
            raise BadForm(f"over {self._limits.body} bytes")
        try:
            self._parser.write(data)
        except FormParserError as error:
            raise BadForm(str(error)) from error

    def finish(self, *, whole: bool = True) -> dict[str, bytes]:
        """Field name to its bytes; the first of two with the same name. BadForm where a whole body lacks its end."""
        if whole and not self._ended:
            raise BadForm("the body ends before the form does")
        if self._content:
            self._end_part()
        return {part.name: part.content for part in reversed(self._parts)}

    def files(self, name: str) -> list[Part]:
        """All that were chosen in this field, in their order; empty ones where `files_size` is over the limit."""
        return [part for part in self._parts if part.name == name and part.file_name]

    def _begin(self) -> None:
        self._parts.append(Part())
        if len(self._parts) > self._limits.parts:
            raise BadForm(f"over {self._limits.parts} fields")

    def _take_header_name(self, data: bytes, start: int, end: int) -> None:
        self._header_name += data[start:end]

    def _take_header_value(self, data: bytes, start: int, end: int) -> None:
        self._header_value += data[start:end]

    def _end_header(self) -> None:
        part, header = self._parts[-1], self._header_name.lower()
        if header == DISPOSITION:
            known = len(self._header_value) <= SHORT and b"filename" not in self._header_value.lower()
            options = (_options if known else parse_options_header)(self._header_value)[1]
            name = options.get(b"name", b"")
            if not FIELD_NAME.fullmatch(name):
                raise BadForm("a field without a usable name")
            part.name = name.decode("ascii")
            part.file_name = options[b"filename"].decode("utf-8", "replace") if b"filename" in options else None
        elif header == MEDIA_TYPE:
            part.media_type = self._header_value.decode("ascii", "replace")
        self._header_name = self._header_value = b""

    def _check_named(self) -> None:
        if not self._parts[-1].name:
            raise BadForm("a part without a name")

    def _take_data(self, data: bytes, start: int, end: int) -> None:
        part = self._parts[-1]
        if part.file_name is None:
            self._texts_size += end - start
            if self._texts_size > self._limits.texts:
                raise BadForm(f"over {self._limits.texts} bytes of text")
        elif not self._has_room(end - start):
            return
        self._content += data[start:end]

    def _end_part(self) -> None:
        """A large part is in memory twice only while this runs."""
        self._parts[-1].content = bytes(self._content)
        self._content.clear()

    def _has_room(self, size: int) -> bool:
        """Files that are too large together are let go of at once; the words beside them are still read."""
        self.files_size += size
        if self.files_size <= self._limits.files:
            return True
        for part in self._parts:
            if part.file_name is not None:
                part.content = b""
        self._content.clear()
        return False

    def _end(self) -> None:
        self._ended = True


def read_form(content_type: str, body: bytes, *, whole: bool = True) -> dict[str, bytes]:
    """All fields of a body, as far as it came; BadForm where it is none, or should be whole and is not."""
    reader = FormReader(content_type)
    for start in range(0, len(body), PIECE):  # the parser copies what it is given
        reader.feed(body[start : start + PIECE])
    return reader.finish(whole=whole)
