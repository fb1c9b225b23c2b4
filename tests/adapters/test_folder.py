"""Where files are kept: a folder, or an object store. Both keep the same promises."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.adapters.folder import PIECE, BlobFolder
from bot.adapters.s3 import ObjectStore, StoreUrl
from bot.cli.check import check_blobs
from bot.connecting import build_blobs
from bot.workflow.ports import Blobs, BlobsDown
from tests.doubles.stores import object_store
from tests.folders import fresh_folder

KEY, OTHER = "a1" * 20, "b2" * 20


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """An S3 server's address, with one bucket."""
    with object_store() as address:
        yield address


@pytest.fixture(params=["folder", "object store"])
def blobs(request: pytest.FixtureRequest, s3: str) -> Blobs:
    if request.param == "folder":
        return BlobFolder(str(fresh_folder() / "new"))
    return ObjectStore(f"{s3}/files?tls=0")


@pytest.mark.parametrize("content", [b"", b"x", os.urandom(3 * PIECE + 5)], ids=["empty", "small", "pieces"])
def test_what_is_put_comes_back_to_the_byte(blobs: Blobs, content: bytes) -> None:
    blobs.put(KEY, content)
    assert blobs.get(KEY) == content
    pieces = list(blobs.pieces(KEY))
    assert b"".join(pieces) == content
    assert all(0 < len(piece) <= PIECE for piece in pieces)


def test_the_same_key_again_replaces_it(blobs: Blobs) -> None:
    blobs.put(KEY, b"first")
    blobs.put(KEY, b"second")
    assert blobs.get(KEY) == b"second"


def test_what_is_not_there_is_told_before_the_first_byte(blobs: Blobs) -> None:
    with pytest.raises(BlobsDown):
        blobs.pieces(OTHER)
    with pytest.raises(BlobsDown):
        blobs.get(OTHER)


def test_reading_may_stop_anywhere(blobs: Blobs) -> None:
    """A connection or file left open would be a warning, and warnings are errors."""
    blobs.put(KEY, os.urandom(2 * PIECE))
    blobs.pieces(KEY)
    next(blobs.pieces(KEY))


def test_checking_leaves_nothing_behind(blobs: Blobs) -> None:
    assert check_blobs(blobs) == ""


@pytest.mark.parametrize("key", ["../../etc/passwd", "a1/../../x", "", "A1" * 20, "a1" * 20 + "\n", "a1" * 20 + "/x"])
def test_only_keys_of_ours_become_a_path(key: str) -> None:
    folder = fresh_folder()
    for attempt in (lambda: BlobFolder(str(folder)).put(key, b"x"), lambda: BlobFolder(str(folder)).get(key)):
        with pytest.raises(ValueError, match="not a key"):
            attempt()
    assert not list(folder.iterdir())


def test_a_file_is_whole_or_not_there_and_only_ours_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fresh_folder()
    blobs = BlobFolder(f"file://{folder}")
    blobs.put(KEY, b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(BlobsDown, match="No space left"):
            blobs.put(KEY, b"new")
    assert blobs.get(KEY) == b"old"
    [file] = [path for path in folder.rglob("*") if path.is_file()]
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert "Error" in check_blobs(BlobFolder(str(tmp_path / "file")))


def test_a_bucket_that_is_not_there_is_told_without_its_secret(s3: str) -> None:
    told = check_blobs(ObjectStore(f"{s3}/elsewhere?tls=0"))
    assert told == "NoSuchBucket"


def test_a_store_that_is_away_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.adapters.s3.TRIES", 1)
    assert check_blobs(ObjectStore("s3://key:secret@127.0.0.1:1/files?tls=0")) == "EndpointConnectionError"


def test_a_store_is_written_as_one_address() -> None:
    read = StoreUrl.parse("s3://KEY:a%2Fb@s3.example.nl:9000/files?region=nl-1")
    assert read == StoreUrl("https://s3.example.nl:9000", "nl-1", "KEY", "a/b", "files", 1000)
    for wrong in ("s3://s3.example.nl/files", "s3://KEY:SECRET@s3.example.nl", "s3://KEY:SECRET@s3.example.nl/"):
        with pytest.raises(ValueError, match="BLOBS_URL"):
            StoreUrl.parse(wrong)


@pytest.mark.parametrize(("url", "kind"), [("files", BlobFolder), ("s3://k:s@localhost/b", ObjectStore)])
def test_the_setting_chooses(url: str, kind: type[Any]) -> None:
    settings: Any = type("Settings", (), {"blobs_url": SecretStr(url)})()
    assert isinstance(build_blobs(settings), kind)


def test_what_is_removed_is_gone_and_may_be_removed_again(blobs: Blobs) -> None:
    blobs.put(KEY, b"personal")
    blobs.put(OTHER, b"another's")
    for _ in range(2):
        blobs.remove(KEY)
        with pytest.raises(BlobsDown):
            blobs.get(KEY)
    assert blobs.get(OTHER) == b"another's"
