"""A package is made while it goes out, and whoever gets it can tell whether it is whole."""

import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from bot.adapters.evidence_check import check_package
from bot.adapters.evidence_zip import EvidencePackages
from bot.domain.privacy.evidence import Evidence, EvidenceFile, EvidenceReply, LeftOut, ProvenLine
from bot.domain.privacy.trail import FIRST, Sealer, TrailLine
from bot.domain.replies.attachments import Attachment, Scan
from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import ReplyKind
from bot.texts import texts

NOW = datetime(2026, 1, 14, 12, tzinfo=UTC)
FILM = b"film" * 50_000
PATH = "originals/reply-1/film.mp4"
SEALER = Sealer("a key of at least thirty-two characters")


def stored(content: bytes = FILM, scan: Scan = Scan.CLEAN) -> Attachment:
    told = sha256(content).hexdigest()
    return Attachment(1, 1, "film\u202e.mp4", "video/mp4", len(content), "key", scan, {}, sha256=told)


def evidence(*files: EvidenceFile) -> Evidence:
    came = [one.attachment.sha256 for one in files]
    line = TrailLine(7, NOW, "burgernetmail", "kept_files", "reply 1", {"sha256": came})
    proven = ProvenLine(line, "Carla", 1, FIRST, SEALER.seal(FIRST, line), SEALER.check)
    told = EvidenceReply(1, ReplyKind.FORM, NOW, {"name": "<b>Noor</b>"}, "", "", "Een <bus>.", Images.IN, files)
    return Evidence("BM-2026-0001", {}, NOW, "Carla", (told,), (proven,), f"1:{proven.hash}")


def packed(given: Evidence, content: bytes = FILM) -> bytes:
    return b"".join(EvidencePackages(texts("nl")).pack(given, lambda _: iter([content]), lambda _: None))


@pytest.fixture
def package() -> bytes:
    return packed(evidence(EvidenceFile(stored(), PATH)))


def wrong(folder: Path, content: bytes, sealer: Sealer = SEALER) -> tuple[str, ...]:
    file = folder / "package.zip"
    file.write_bytes(content)
    return check_package(file, sealer).wrong


def again(package: bytes, **changed: bytes | None) -> bytes:
    """The same package with other contents; None leaves one out."""
    made = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(made, "w") as new:
        contents = {name: old.read(name) for name in old.namelist()} | changed
        for name, content in contents.items():
            if content is not None:
                new.writestr(name, content)
    return made.getvalue()


def test_it_is_whole_and_its_lines_are_proven(package: bytes, tmp_path: Path) -> None:
    assert wrong(tmp_path, package) == ()
    found = check_package(tmp_path / "package.zip", SEALER)
    assert (found.files, found.sealed, found.proven) == (3, 1, 1)
    without = check_package(tmp_path / "package.zip", Sealer())
    assert (without.wrong, without.sealed, without.proven) == ((), 1, 0)
    with ZipFile(BytesIO(package)) as zipped:
        page = zipped.read("leesmij.html").decode()
        assert "&lt;b&gt;Noor" in page
        assert "<bus>" not in page
        assert sha256(zipped.read("sha256sums.txt")).hexdigest() == found.sums


def test_what_is_changed_missing_or_extra_is_named(package: bytes, tmp_path: Path) -> None:
    assert wrong(tmp_path, again(package, **{PATH: b"other"})) == (f"{PATH}: changed",)
    assert wrong(tmp_path, again(package, **{PATH: None})) == (f"{PATH}: missing",)
    extra = wrong(tmp_path, again(package, **{"originals/\x1b[2Jx.mp4": b""}))
    assert extra == ("originals/?[2Jx.mp4: extra, it is not in sha256sums.txt",)
    assert "nothing can be told" in wrong(tmp_path, again(package, **{"sha256sums.txt": None}))[0]
    assert "no list of sums" in wrong(tmp_path, again(package, **{"sha256sums.txt": b"\xe9"[:0] + b"x"}))[0]


def test_who_makes_the_sums_anew_is_found_by_the_manifest_and_who_changes_that_by_the_seals(
    package: bytes, tmp_path: Path
) -> None:
    with ZipFile(BytesIO(package)) as zipped:
        sums, told = zipped.read("sha256sums.txt").decode(), zipped.read("manifest.json").decode()
    new = sums.replace(sha256(FILM).hexdigest(), sha256(b"other").hexdigest())
    assert wrong(tmp_path, again(package, **{PATH: b"other", "sha256sums.txt": new.encode()})) == (
        f"{PATH}: its sum is not the one of when it came",
    )
    not_sealed = "manifest.json: line 7 of the trail is not the one that was sealed"
    no_line = f"{PATH}: no line of the trail tells that it came in"
    ours, theirs = sha256(FILM).hexdigest(), sha256(b"other").hexdigest()
    for film, forged, expected in (
        (FILM, told.replace('"kept_files"', '"kept_nothing"'), (not_sealed,)),
        (FILM, json.dumps({**json.loads(told), "trail": []}), (no_line,)),
        (b"other", told.replace(ours, theirs), (not_sealed,)),
        (b"other", told.replace(ours, theirs, 2), (no_line,)),
    ):
        changed = {PATH: film, "manifest.json": forged.encode()}
        listed = sums.replace(ours, sha256(film).hexdigest())
        listed = listed.replace(sha256(told.encode()).hexdigest(), sha256(forged.encode()).hexdigest())
        assert wrong(tmp_path, again(package, **changed, **{"sha256sums.txt": listed.encode()})) == expected


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9, 0.999])
def test_a_part_of_it_is_not_whole(package: bytes, tmp_path: Path, part: float) -> None:
    assert wrong(tmp_path, package[: int(len(package) * part)])


@pytest.mark.parametrize(
    "told",
    [
        "[]",
        "{}",
        '{"replies": 1, "trail": []}',
        '{"replies": [], "trail": [1]}',
        '{"replies": [], "trail": [{"line": {"details": 1}}]}',
        "x",
    ],
)
def test_a_manifest_of_another_shape_is_no_crash(package: bytes, tmp_path: Path, told: str) -> None:
    assert wrong(tmp_path, again(package, **{"manifest.json": told.encode()}))


def test_what_may_not_be_opened_is_told_and_not_in_it() -> None:
    given = evidence(EvidenceFile(stored(scan=Scan.INFECTED), "", LeftOut.INFECTED))
    with ZipFile(BytesIO(packed(given))) as zipped:
        assert not [name for name in zipped.namelist() if name.startswith("originals")]
        [file] = json.loads(zipped.read("manifest.json"))["replies"][0]["files"]
        assert (file["left_out"], file["sha256_when_it_came"]) == ("infected", sha256(FILM).hexdigest())
        assert "virus" in zipped.read("leesmij.html").decode()


def test_a_file_of_before_sums_were_kept_has_the_sum_of_now(tmp_path: Path) -> None:
    package = packed(evidence(EvidenceFile(replace(stored(), sha256=""), PATH)))
    assert wrong(tmp_path, package) == ()
    with ZipFile(BytesIO(package)) as zipped:
        assert "zoals het nu is" in zipped.read("leesmij.html").decode()


def test_memory_stays_flat_and_what_is_over_four_gigabytes_says_so() -> None:
    """The size that is known decides: a piece of it goes out, and no second copy is made anywhere."""

    def pieces(_key: str) -> Iterator[bytes]:
        for _ in range(1_000):
            yield bytes(64 * 1024)

    given = evidence(EvidenceFile(replace(stored(), size=5 * 2**30), PATH))
    making = EvidencePackages(texts("nl")).pack(given, pieces, lambda _: None)
    tracemalloc.start()
    first = next(making)
    size = len(first) + sum(map(len, making))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 64_000 * 1024
    assert peak < 5_000_000
    assert first[4:6] == b"\x2d\x00", "zip64 (version 4.5)"
    assert ZipInfo("x").extract_version < 45
