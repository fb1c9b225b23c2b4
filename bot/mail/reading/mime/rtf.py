"""The words of rich text (RTF), which Outlook packs in winmail.dat and old programs send as a part of the mail.

Of HTML that Exchange wrapped in RTF ([MS-OXRTFEX]) the HTML comes out. Never raises; takes linear time.
"""

import re
from typing import Final

MOST_BYTES: Final = 2_000_000
LONGEST_READ: Final = 500_000  # where it is no picture; some tenths of a second at worst
TOKEN: Final = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,9})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\", re.DOTALL
)
PICTURE: Final = re.compile(rb"[0-9a-fA-F\r\n]{200,}")
CODE_PAGE: Final = re.compile(rb"\\ansicpg(\d{3,5})")
NOT_SHOWN: Final = frozenset(
    b"fonttbl colortbl stylesheet info pict object themedata datastore listtable xmlnstbl generator fldinst".split()
)
SIGNS: Final = {
    **dict.fromkeys((b"par", b"line", b"row", b"sect", b"page"), "\n"),
    **{b"tab": "\t", b"cell": "\t", b"emdash": "\u2014", b"endash": "\u2013", b"bullet": "\u2022"},
    **{b"lquote": "\u2018", b"rquote": "\u2019", b"ldblquote": "\u201c", b"rdblquote": "\u201d"},
}
HTML_PARTS: Final = (b"htmltag", b"mhtmltag")
SPACES: Final = {b"~": "\u00a0", b"_": "-", b"\n": "\n", b"\r": "\n"}
PACKED: Final = b"LZFu"
UNPACKED: Final = b"MELA"
WINDOW: Final = 4096
KNOWN: Final = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20"
    b"\\b\\i\\u\\tab\\tx"
)
"""What both sides know before the first byte ([MS-OXRTFCP] 2.1.2.1)."""


def unpacked(data: bytes) -> bytes:
    """RTF as MAPI packs it ([MS-OXRTFCP]), as far as it can be read; what is not packed comes out as it went in."""
    if data[8:12] != PACKED:
        return data[16:] if data[8:12] == UNPACKED else data
    window, out, at = bytearray(KNOWN.ljust(WINDOW, b"\0")), bytearray(), 16
    while at < len(data) and len(out) < MOST_BYTES:
        control, at = data[at], at + 1
        for bit in range(8):
            size = 2 if control >> bit & 1 else 1
            piece, at = data[at : at + size], at + size
            if len(piece) < size:
                return bytes(out)
            place, length = (piece[0] << 4 | piece[1] >> 4, (piece[1] & 15) + 2) if size == 2 else (-1, 1)
            if place == (len(KNOWN) + len(out)) % WINDOW:
                return bytes(out)
            for step in range(length):
                sign = piece[0] if place < 0 else window[(place + step) % WINDOW]
                window[(len(KNOWN) + len(out)) % WINDOW] = sign
                out.append(sign)
    return bytes(out)


def rtf_words(raw: bytes) -> tuple[str, str]:
    """Its text, or the page that was wrapped in it; one of the two is empty."""
    reader = _Reader(PICTURE.sub(b"", raw[:MOST_BYTES])[:LONGEST_READ])
    text = reader.read()
    return ("", text) if reader.is_page else (text, "")


class _Reader:
    """One group within the other; each hides its words or not, and says how many bytes stand for a letter."""

    def __init__(self, raw: bytes) -> None:
        page = CODE_PAGE.search(raw[:2000])
        self._codec = f"cp{page[1].decode()}" if page else "cp1252"
        self.is_page = b"\\fromhtml1" in raw[:2000]
        self._raw = raw
        self._hidden, self._wrapped, self._skip, self._left = False, False, 1, 0
        self._above: list[tuple[bool, int]] = []
        self._pieces: list[str] = []
        self._bytes = bytearray()

    def read(self) -> str:
        for token in TOKEN.finditer(self._raw):
            word, number, coded, sign, brace, text = token.groups()
            if word:
                self._word(word, int(number or b"1"))
            elif brace:
                self._brace(brace)
            elif sign:
                self._sign(sign)
            elif coded:
                self._add(bytes([int(coded, 16)]))
            elif text:
                self._add(text)
        self._flush()
        return "".join(self._pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _add(self, said: bytes) -> None:
        """Letters; those that only stand in for one told before by its number are passed over."""
        passed = min(self._left, len(said))
        self._left -= passed
        if not self._hidden and not self._wrapped:
            self._bytes += said[passed:]

    def _flush(self, said: str = "") -> None:
        try:
            self._pieces.append(self._bytes.decode(self._codec, "replace"))
        except LookupError:
            self._pieces.append(self._bytes.decode("cp1252", "replace"))
        self._bytes.clear()
        if said and not self._hidden and not self._wrapped:
            self._pieces.append(said)

    def _brace(self, brace: bytes) -> None:
        self._left = 0
        if brace == b"{":
            self._above.append((self._hidden, self._skip))
        elif self._above:
            self._hidden, self._skip = self._above.pop()

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":  # a group that programs may pass over, but for the page's own tags
            self._hidden = True
        elif sign in SPACES:
            self._flush(SPACES[sign])
        elif sign in (b"\\", b"{", b"}"):
            self._add(sign)

    def _word(self, word: bytes, number: int) -> None:
        if word in NOT_SHOWN:
            self._hidden = True
        elif word in HTML_PARTS and self.is_page:
            self._hidden = False
        elif word == b"htmlrtf":  # how it looks in RTF, beside the page's own words
            self._wrapped = self.is_page and number != 0
        elif word == b"uc":
            self._skip = number
        elif word == b"u":
            self._flush(chr(number % 65536))
            self._left = self._skip
        elif word in SIGNS and not (self.is_page and word == b"tab"):
            self._flush(SIGNS[word])
