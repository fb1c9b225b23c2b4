"""Inbound Parse's multipart/form-data bodies, as a stream of bytes with our own limits.

Web frameworks' form parsers refuse a field of some hundred kB and decode 8-bit text; a citizen's mail has both.
"""

import re
from typing import Final

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

MOST_BYTES: Final = 35_000_000
MOST_FIELDS: Final = 50
DISPOSITION: Final = b"content-disposition"
FIELD_NAME: Final = re.compile(rb"[\x20-\x7e]{1,100}")


class BadForm(Exception):
    """This body is no multipart form within the limits."""


class FormReader:
    """Takes a body piece by piece; `finish` gives its fields. Every error is a BadForm."""

    def __init__(self, content_type: str) -> None:
        kind, options = parse_options_header(content_type)
        boundary = options.get(b"boundary", b"")
        if kind != b"multipart/form-data" or not boundary:
            raise BadForm("not a multipart form with a boundary")
        self._fields: dict[str, bytearray] = {}
        self._field: bytearray | None = None
        self._header_name = self._header_value = b""
        self._size = self._parts = 0
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
                    "on_end": self._end,
                },
            )
        except (FormParserError, ValueError) as error:
            raise BadForm(str(error)) from error

    def feed(self, data: bytes) -> None:
        """The next piece, of any length."""
        self._size += len(data)
        if self._size > MOST_BYTES:
            raise BadForm(f"over {MOST_BYTES} bytes")
        try:
            self._parser.write(data)
        except FormParserError as error:
            raise BadForm(str(error)) from error

    def finish(self) -> dict[str, bytes]:
        """Field name to its bytes; the first of two with the same name. BadForm where the end is missing."""
        if not self._ended:
            raise BadForm("the body ends before the form does")
        return {name: bytes(value) for name, value in self._fields.items()}

    def _begin(self) -> None:
        self._parts += 1
        if self._parts > MOST_FIELDS:
            raise BadForm(f"over {MOST_FIELDS} fields")
        self._field = None

    def _take_header_name(self, data: bytes, start: int, end: int) -> None:
        self._header_name += data[start:end]

    def _take_header_value(self, data: bytes, start: int, end: int) -> None:
        self._header_value += data[start:end]

    def _end_header(self) -> None:
        if self._header_name.lower() == DISPOSITION:
            name = parse_options_header(self._header_value)[1].get(b"name", b"")
            if not FIELD_NAME.fullmatch(name):
                raise BadForm("a field without a usable name")
            self._field = bytearray()
            self._fields.setdefault(name.decode("ascii"), self._field)
        self._header_name = self._header_value = b""

    def _check_named(self) -> None:
        if self._field is None:
            raise BadForm("a part without a name")

    def _take_data(self, data: bytes, start: int, end: int) -> None:
        if self._field is not None:
            self._field += data[start:end]

    def _end(self) -> None:
        self._ended = True


def read_form(content_type: str, body: bytes) -> dict[str, bytes]:
    """All fields of a body that is whole; BadForm otherwise."""
    reader = FormReader(content_type)
    reader.feed(body)
    return reader.finish()
