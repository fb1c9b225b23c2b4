"""A package of evidence kept its sum, and `evidence verify` called it whole, while another program unpacked other
files: a name for Unicode alone, a film that the list at the end does not name, a program in front of it.
"""

import json
import struct
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.adapters.evidence_check import Found, check_package
from bot.adapters.evidence_zip import EvidencePackages
from bot.domain.privacy.evidence import Evidence, EvidenceFile, EvidenceReply, ProvenLine
from bot.domain.privacy.trail import FIRST, WITHOUT_KEY, Sealer, TrailLine
from bot.domain.replies.attachments import Attachment, Scan
from bot.domain.replies.replies import ReplyKind
from bot.texts import texts

NOW = datetime(2026, 1, 14, 12, tzinfo=UTC)
FILM, OTHER = b"the film that came" * 400, b"another film"
PATH = "originals/reply-1/film.mp4"
KEY = "a key of at least thirty-two characters"
SEALER = Sealer(KEY)
DIRECTORY = b"PK\1\2"


def made(size: int = len(FILM)) -> bytes:
    told = sha256(FILM).hexdigest()
    line = TrailLine(7, NOW, "burgernetmail", "kept_files", "reply 1", {"sha256": [told]})
    proven = ProvenLine(line, "Carla", 1, FIRST, SEALER.seal(FIRST, line), SEALER.check)
    film = Attachment(1, 1, "film.mp4", "video/mp4", size, "key", Scan.CLEAN, {}, sha256=told)
    reply = EvidenceReply(1, ReplyKind.FORM, NOW, {}, "", "", "Een bus.", None, (EvidenceFile(film, PATH),))
    given = Evidence("BM-2026-0001", {}, NOW, "Carla", (reply,), (proven,), f"1:{proven.hash}")
    return b"".join(EvidencePackages(texts("nl")).pack(given, lambda _: iter([FILM]), lambda _: None))


@pytest.fixture
def package() -> bytes:
    return made()


def looked_at(folder: Path, content: bytes) -> Found:
    file = folder / "package.zip"
    file.write_bytes(content)
    return check_package(file, SEALER)


def packed_anew(package: bytes, extra: bytes = b"", how: int = 0, name: str = "", note: bytes = b"") -> bytes:
    written = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(written, "w") as new:
        for one in old.namelist():
            info = ZipInfo(one)
            if one == PATH:
                info.extra, info.comment = extra, note
                info.filename = name or one
            new.writestr(info, old.read(one), how)
    return written.getvalue()


def in_unicode(name: str, shown: str) -> bytes:
    """What Info-ZIP and 7-Zip show instead of an entry's name."""
    told = shown.encode()
    return struct.pack("<HHBL", 0x7075, 5 + len(told), 1, zlib.crc32(name.encode())) + told


def alone(name: str, content: bytes) -> bytes:
    """An entry that no list names: what reads a ZIP as it comes takes it for its first file."""
    written = BytesIO()
    with ZipFile(written, "w") as new:
        new.writestr(name, content)
    return written.getvalue().partition(DIRECTORY)[0]


def between(package: bytes, hidden: bytes) -> bytes:
    """The same before the list of files; the list's place is mended."""
    at = package.index(DIRECTORY)
    end = bytearray(package[at:])
    end[-6:-2] = struct.pack("<L", at + len(hidden))
    return package[:at] + hidden + bytes(end)


def fewer(package: bytes) -> bytes:
    """Programs that count the files see all but the last."""
    end = bytearray(package)
    end[-14:-10] = struct.pack("<HH", 3, 3)
    return bytes(end)


def another_size(package: bytes) -> bytes:
    """What reads as it comes stops sooner."""
    changed = bytearray(packed_anew(package))
    changed[18:26] = struct.pack("<LL", 100, 100)
    return bytes(changed)


@pytest.mark.parametrize("size", [len(FILM), 5 * 2**30], ids=["small", "in the form of what is over four gigabytes"])
def test_as_it_was_made_it_is_whole(size: int, tmp_path: Path) -> None:
    found = looked_at(tmp_path, made(size))
    assert (found.wrong, found.proven) == ((), 1)


@pytest.mark.parametrize(
    "change",
    [
        lambda package: packed_anew(package, in_unicode(PATH, "originals/reply-1/film.exe")),
        lambda package: packed_anew(package, name=f"{PATH}\0.exe"),
        lambda package: packed_anew(package, note=b"see elsewhere"),
        lambda package: alone(PATH, OTHER) + package,
        lambda package: between(package, alone(PATH, OTHER)),
        lambda package: b"#!/bin/sh\n" + package,
        lambda package: package + b"junk",
        lambda package: package[:-2] + struct.pack("<H", 4) + b"junk",
        fewer,
        another_size,
        lambda package: packed_anew(package, how=ZIP_DEFLATED),
    ],
    ids=[
        *(
            "another name",
            "a name that ends sooner",
            "a note",
            "a film in front",
            "a film behind",
            "a program in front",
        ),
        *("something behind", "a note at the end", "fewer files", "another size", "squeezed"),
    ],
)
def test_what_another_program_may_unpack_otherwise_is_not_whole(
    change: Callable[[bytes], bytes], package: bytes, tmp_path: Path
) -> None:
    assert looked_at(tmp_path, change(package)).wrong


def test_what_can_not_be_unpacked_is_told_and_no_crash(package: bytes, tmp_path: Path) -> None:
    squeezed = bytearray(packed_anew(package, how=ZIP_LZMA))
    squeezed[30 + len(PATH) + 20] ^= 0xFF
    assert looked_at(tmp_path, bytes(squeezed)).wrong


def test_no_file_leads_outside_the_folder(package: bytes, tmp_path: Path) -> None:
    with ZipFile(BytesIO(package)) as old:
        contents = {name: old.read(name) for name in old.namelist()}
    for name in ("../film.mp4", "/film.mp4", "C:\\film.mp4", "originals//film.mp4", "originals/./film.mp4"):
        written, listed = BytesIO(), contents["sha256sums.txt"] + f"{sha256(b'x').hexdigest()}  {name}\n".encode()
        with ZipFile(written, "w") as new:
            for one, content in {**contents, name: b"x", "sha256sums.txt": listed}.items():
                new.writestr(one, content)
        assert any("outside" in wrong for wrong in looked_at(tmp_path, written.getvalue()).wrong), name


def forged(package: bytes, seal: Callable[[TrailLine], dict[str, object] | None]) -> bytes:
    """Another film, with all that tells of it made anew; `seal`: of the line that it came in."""
    with ZipFile(BytesIO(package)) as old:
        contents = {name: old.read(name) for name in old.namelist()}
    ours, theirs = sha256(FILM).hexdigest(), sha256(OTHER).hexdigest()
    told = json.loads(contents["manifest.json"].decode().replace(ours, theirs))
    [line] = told["trail"]
    of = line["line"]
    made_up = TrailLine(of["id"], datetime.fromisoformat(of["at"]), of["who"], of["what"], of["subject"], of["details"])
    line["seal"] = seal(made_up)
    contents |= {PATH: OTHER, "manifest.json": json.dumps(told).encode()}
    sums = {name: sha256(content).hexdigest() for name, content in contents.items() if name != "sha256sums.txt"}
    contents["sha256sums.txt"] = "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode()
    written = BytesIO()
    with ZipFile(written, "w") as new:
        for name, content in contents.items():
            new.writestr(name, content)
    return written.getvalue()


def by_anybody(line: TrailLine) -> dict[str, object]:
    """As the trail was sealed before there was a key."""
    return {"number": 1, "before": FIRST, "hash": WITHOUT_KEY.seal(FIRST, line), "key": ""}


@pytest.mark.parametrize("seal", [by_anybody, lambda _line: None], ids=["sealed without a key", "not sealed"])
def test_a_film_is_proven_by_the_teams_key_alone(
    seal: Callable[[TrailLine], dict[str, object] | None], package: bytes, tmp_path: Path
) -> None:
    """Such a package holds together; that somebody else made it, only the key tells."""
    rightful = looked_at(tmp_path, package)
    assert (rightful.proven, rightful.came, rightful.came_proven) == (1, 1, 1)
    found = looked_at(tmp_path, forged(package, seal))
    assert (found.proven, found.came, found.came_proven) == (0, 1, 0)
    told = CliRunner().invoke(app, ["evidence", "verify", str(tmp_path / "package.zip")], env={"AUDIT_KEY": KEY})
    assert "Files that the team's AUDIT_KEY proves: 0 of 1. NOT proven" in told.stdout
