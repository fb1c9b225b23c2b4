"""Large files come in pieces, over days, through cuts and crashes: a folder and an object store take them alike."""

import os
from collections.abc import Iterator
from contextlib import suppress

import pytest

from bot.adapters.folder import BlobFolder
from bot.adapters.s3 import ObjectStore
from bot.workflow.ports import GROWS_BY, BlobsDown, LargeBlobs
from tests.doubles.stores import object_store
from tests.folders import fresh_folder

KEY = "c3" * 20
FILM = os.urandom(2 * GROWS_BY + 777)


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    with object_store() as address:
        yield address


@pytest.fixture(params=["folder", "object store"])
def blobs(request: pytest.FixtureRequest, s3: str) -> LargeBlobs:
    return BlobFolder(str(fresh_folder() / "new")) if request.param == "folder" else ObjectStore(f"{s3}/files?tls=0")


def bring(blobs: LargeBlobs, store: str, start: int, end: int) -> None:
    """As a call does: within one stretch at a time, each noted once it is there."""
    while start < end:
        stop = min(end, start - start % GROWS_BY + GROWS_BY)
        blobs.add(KEY, store, start, FILM[start:stop])
        blobs.added(KEY, start)
        start = stop


def test_it_comes_together_to_the_byte_wherever_it_is_cut(blobs: LargeBlobs) -> None:
    store, at = blobs.begin(KEY), 0
    for end in (1, 2, 100_000, GROWS_BY, GROWS_BY + 3, 2 * GROWS_BY + 1, len(FILM)):
        bring(blobs, store, at, end)
        at = end
    with pytest.raises(BlobsDown):
        blobs.pieces(KEY)
    blobs.complete(KEY, store, len(FILM))
    assert blobs.get(KEY) == FILM
    blobs.complete(KEY, store, len(FILM))
    assert blobs.get(KEY) == FILM
    blobs.remove(KEY)


def test_what_was_not_noted_comes_again_and_who_is_late_spoils_nothing(blobs: LargeBlobs) -> None:
    store = blobs.begin(KEY)
    bring(blobs, store, 0, 1000)
    blobs.add(KEY, store, 1000, FILM[1000:5000])  # and then a crash: the database knows of a thousand
    bring(blobs, store, 1000, 3000)
    blobs.add(KEY, store, 3000, FILM[3000:GROWS_BY])
    blobs.add(KEY, store, 3000, FILM[3000:4000])  # a call whose line was lost long ago
    blobs.added(KEY, 3000)
    bring(blobs, store, GROWS_BY, len(FILM))
    blobs.complete(KEY, store, len(FILM))
    assert blobs.get(KEY) == FILM
    with suppress(BlobsDown):
        blobs.add(KEY, store, 0, b"other bytes")
    assert blobs.get(KEY) == FILM
    blobs.remove(KEY)


def test_what_is_not_all_there_is_not_completed(blobs: LargeBlobs) -> None:
    store = blobs.begin(KEY)
    bring(blobs, store, 0, GROWS_BY)
    with pytest.raises(BlobsDown):
        blobs.complete(KEY, store, len(FILM))
    with pytest.raises(BlobsDown):
        blobs.add(KEY, store, GROWS_BY + 10, b"behind a hole")
    blobs.abandon(KEY, store)


def test_of_what_is_abandoned_nothing_is_left(blobs: LargeBlobs) -> None:
    for whole in (False, True):
        store = blobs.begin(KEY)
        bring(blobs, store, 0, len(FILM))
        if whole:
            blobs.complete(KEY, store, len(FILM))
        for _ in range(2):
            blobs.abandon(KEY, store)
        with pytest.raises(BlobsDown):
            blobs.pieces(KEY)
    if isinstance(blobs, ObjectStore):
        assert "Contents" not in blobs._client.list_objects_v2(Bucket="files", Prefix=KEY)
        assert "Uploads" not in blobs._client.list_multipart_uploads(Bucket="files")


def test_it_tells_how_much_there_is(blobs: LargeBlobs) -> None:
    assert blobs.space().total > 1_000_000
