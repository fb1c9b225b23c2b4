"""What the workflow asks of where files are kept, of the virus scanner, and of the list of attachments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.attachments import Attachment, File, Scan


class BlobsDown(Exception):
    """Where files are kept can't be reached, or the file is not there; nothing was changed."""


class Blobs(Protocol):
    """Keeps bytes outside the database under keys of ours (lower-case hexadecimal). Every error is a BlobsDown."""

    def put(self, key: str, content: bytes) -> None:
        """Keep it whole, or not at all; the same key again replaces it."""

    def get(self, key: str) -> bytes:
        """All of it."""

    def pieces(self, key: str) -> Iterator[bytes]:
        """The same in pieces of at most 64 kB; it is open when this returns."""

    def remove(self, key: str) -> None:
        """Gone when this returns; also where it was not there."""


class ScannerDown(Exception):
    """The scanner can't be reached or did not answer in time: nothing is known, the file stays held."""


class ScanFailed(Exception):
    """The scanner can't judge this one file (too large for it, say): it stays held, others go on."""


class Scanner(Protocol):
    """Looks for viruses."""

    def is_clean(self, pieces: Iterator[bytes]) -> bool:
        """Whether nothing was found; ScannerDown or ScanFailed."""

    def check(self) -> str:
        """Empty where it answers; else what is wrong."""


@dataclass(frozen=True)
class Pass:
    """The right of one person to open one attachment, until a moment."""

    attachment_id: int
    holder_id: str
    until: datetime


class Passes(Protocol):
    """Passes as opaque text, sealed by a keyed hash."""

    def make_pass(self, granted: Pass) -> str:
        """Text that goes into a web address; moments count in whole seconds."""

    def read_pass(self, token: str, now: datetime) -> Pass | None:
        """None where we did not make it, or its time is over."""


class Attachments(Protocol):
    """The files of replies."""

    def add(self, reply_id: int, files: Sequence[tuple[str, File]], scan: Scan) -> None:
        """Files with the keys under which they are kept."""

    def get(self, attachment_id: int) -> Attachment | None:
        """An attachment; None where there is none."""

    def of_reply(self, reply_id: int) -> list[Attachment]:
        """A reply's and those of the mails that followed it, in the order of the mails."""

    def waiting(self) -> list[Attachment]:
        """What no scanner has judged yet."""

    def judge(self, attachment: Attachment, scan: Scan) -> bool:
        """Compare-and-set on the judgement that was seen."""
