"""A package of evidence: what citizens sent, as it came, with what proves that it is that."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

from bot.domain.privacy.trail import TrailLine
from bot.domain.replies.attachments import Attachment
from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import ReplyKind

SUMS: Final = "sha256sums.txt"
MANIFEST: Final = "manifest.json"
ORIGINALS: Final = "originals"
LONGEST_NAME: Final = 100
LONGEST_ENDING: Final = 10
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9 ._()+-]")
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)
_LINE: Final = re.compile(r"([0-9a-f]{64}) [ *](.+)")


class LeftOut(StrEnum):
    """Why a file's bytes are not in a package."""

    INFECTED = "infected"
    HELD = "held"  # no scanner has looked at it yet
    GONE = "gone"  # its term was over: the receipt is left


@dataclass(frozen=True)
class EvidenceFile:
    """A citizen's file; `path`: where it stands in the package, empty where it was left out."""

    attachment: Attachment
    path: str
    left_out: LeftOut | None = None


@dataclass(frozen=True)
class Handover:
    """To which system images went, and under which number."""

    system: str
    number: str
    by_name: str
    at: datetime


_KEY: Final = re.compile(r"(https?://[^\s/]+/(?:[^\s/]+/)*)[\w.-]{16,}")
"""The end of an address that is long enough to be a key."""


def without_keys(text: str) -> str:
    """What we wrote, with no address in it that opens something of its reader's: a package goes to others."""
    return _KEY.sub(r"\1[...]", text)


@dataclass(frozen=True)
class EvidenceAnswer:
    """What we wrote to the citizen."""

    at: datetime
    kind: str
    subject: str
    text: str


@dataclass(frozen=True)
class EvidenceReply:
    """What one citizen sent, with who they are as far as that is known, and what was done with it.

    `number`: by which the audit trail knows it; `called`: its alert, and which of that alert's replies it is.
    """

    number: int
    kind: ReplyKind
    received_at: datetime
    sender: Mapping[str, str]
    sender_check: str
    subject: str
    words: str
    images: Images | None
    files: tuple[EvidenceFile, ...]
    handovers: tuple[Handover, ...] = ()
    answers: tuple[EvidenceAnswer, ...] = ()
    called: tuple[str, int] = ("", 0)


@dataclass(frozen=True)
class ProvenLine:
    """A line of the trail with its seal and the one before it; number 0: not sealed yet. `who` as people know them."""

    line: TrailLine
    who_name: str
    number: int = 0
    before: str = ""
    hash: str = ""
    key: str = ""


@dataclass(frozen=True)
class Evidence:
    """All of a package but the bytes of the files. `newest_seal`: as bm-regie is told it, empty where there is none."""

    title: str
    about: Mapping[str, str]
    made_at: datetime
    made_by: str
    replies: tuple[EvidenceReply, ...]
    trail: tuple[ProvenLine, ...]
    newest_seal: str

    @property
    def files(self) -> list[EvidenceFile]:
        return [file for reply in self.replies for file in reply.files]


def safe_name(name: str, fallback: str) -> str:
    """A file's name that any system can unpack and show: no path, no control signs, plain letters only.

    Letters of other languages lose their signs; the name as the citizen gave it stands in the manifest.
    """
    last = re.split(r"[/\\]", name)[-1]
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode()
    told = " ".join(_UNSAFE.sub("_", plain).split()).strip(" .-_")
    if not told:
        return fallback
    stem, dot, ending = told.rpartition(".")
    ending = ending[:LONGEST_ENDING]
    short = f"{stem[: LONGEST_NAME - len(ending) - 1].rstrip(' .')}.{ending}" if dot else told[:LONGEST_NAME]
    return f"_{short}" if _DEVICE.match(short) else short


def numbered(names: Iterable[str]) -> list[str]:
    """The same names, the second and next of a kind with a number; capitals make no other file."""
    taken: set[str] = set()
    given = []
    for name in names:
        path, number, one = PurePosixPath(name), 1, name
        while one.lower() in taken:
            number += 1
            one = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
        taken.add(one.lower())
        given.append(one)
    return given


def sums_text(sums: Mapping[str, str]) -> str:
    """What `sha256sum -c` reads: a hash and a path a line."""
    return "".join(f"{digest}  {path}\n" for path, digest in sums.items())


def parse_sums(text: str) -> dict[str, str] | None:
    """The hashes by path; None where it is no such list."""
    found = [_LINE.fullmatch(line) for line in text.splitlines()]
    return {match[2]: match[1] for match in found if match} if all(found) and found else None
