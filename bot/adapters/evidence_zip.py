"""A package of evidence as a ZIP, made while it goes out: no second copy anywhere, and little memory."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from bot.adapters.evidence_page import PAGE, evidence_page
from bot.clock import local
from bot.domain.privacy.evidence import MANIFEST, SUMS, Evidence, EvidenceFile, sums_text
from bot.texts import Texts

VERSION: Final = 1
READ_ONLY: Final = 0o100400 << 16
PIECE: Final = 64 * 1024


class _Stream:
    """What a ZIP is written to: it can't go back, so what is taken from it is final."""

    def __init__(self) -> None:
        self._written = bytearray()

    def write(self, content: bytes, /) -> int:
        self._written += content
        return len(content)

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing is open."""

    def take(self) -> bytes:
        taken, self._written = bytes(self._written), bytearray()
        return taken


@dataclass(frozen=True)
class Sums:
    """SHA-256 of a file: as it came (empty: not known), and of what went into the package."""

    came: str
    packed: str


class EvidencePackages:
    """Nothing is compressed: films are already, and what is stored plainly any program can take out."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def pack(
        self, evidence: Evidence, pieces: Callable[[str], Iterator[bytes]], done: Callable[[str], None]
    ) -> Iterator[bytes]:
        """As the port says; what the list of sums tells of a file is what it was when it came."""
        stream, packed = _Stream(), dict[str, Sums]()
        with ZipFile(stream, "w", ZIP_STORED) as zipped:
            for file in evidence.files:
                if not file.left_out:
                    for piece in _stored(zipped, file, evidence.made_at, pieces, packed):
                        yield from _some(stream, piece)
            for name, content in self._papers(evidence, packed, done):
                with zipped.open(_info(name, evidence.made_at, len(content)), "w") as entry:
                    entry.write(content)
                yield from _some(stream)
        yield from _some(stream)

    def _papers(
        self, evidence: Evidence, packed: Mapping[str, Sums], done: Callable[[str], None]
    ) -> Iterator[tuple[str, bytes]]:
        told = json.dumps(manifest(evidence, packed), ensure_ascii=False, indent=2).encode()
        page = evidence_page(self._texts, evidence, {path: one.packed for path, one in packed.items()}).encode()
        sums = {path: one.came or one.packed for path, one in packed.items()}
        sums |= {MANIFEST: sha256(told).hexdigest(), PAGE: sha256(page).hexdigest()}
        listed = sums_text(sums).encode()
        done(sha256(listed).hexdigest())
        yield from ((MANIFEST, told), (PAGE, page), (SUMS, listed))


def _stored(
    zipped: ZipFile,
    file: EvidenceFile,
    at: datetime,
    pieces: Callable[[str], Iterator[bytes]],
    packed: dict[str, Sums],
) -> Iterator[int]:
    """A number each time that something was written."""
    digest, attachment = sha256(), file.attachment
    with zipped.open(_info(file.path, at, attachment.size), "w") as entry:
        for piece in pieces(attachment.blob_key):
            digest.update(piece)
            yield entry.write(piece)
    packed[file.path] = Sums(attachment.sha256, digest.hexdigest())


def _some(stream: _Stream, _written: int = 0) -> Iterator[bytes]:
    if taken := stream.take():
        yield taken


def _info(path: str, at: datetime, size: int) -> ZipInfo:
    """`size` decides whether it needs the large form (zip64): of a stream nobody could mend that later."""
    here = local(at)
    info = ZipInfo(path, (here.year, here.month, here.day, here.hour, here.minute, here.second))
    info.external_attr, info.file_size, info.compress_type = READ_ONLY, size, ZIP_STORED
    return info


def manifest(evidence: Evidence, packed: Mapping[str, Sums]) -> dict[str, Any]:
    """All of it for machines; times in UTC, sizes in bytes."""
    told: dict[str, Any] = _plain(asdict(evidence))
    for reply in told["replies"]:
        reply["files"] = [_told_file(file, packed) for file in reply["files"]]
    for line in told["trail"]:
        seal = {name: line.pop(name) for name in ("number", "before", "hash", "key")}
        line["seal"] = seal if seal["number"] else None
    return {"format": "burgernetmail evidence", "version": VERSION, **told}


def _told_file(file: dict[str, Any], packed: Mapping[str, Sums]) -> dict[str, Any]:
    kept = file["attachment"]
    told = {name: kept[name] for name in ("id", "name", "media_type", "size", "scan", "facts", "came_at", "gone_at")}
    sums = packed.get(file["path"])
    return {
        "path": file["path"],
        "left_out": file["left_out"],
        **told,
        "sha256_when_it_came": kept["sha256"],
        "sha256_in_package": sums.packed if sums else "",
    }


def _plain(value: Any) -> Any:
    """What JSON can say."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value
