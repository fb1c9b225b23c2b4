"""Bytes that came after their file was gone stayed in the object store for ever; nothing of ours knew of them."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest
from pydantic import SecretStr

from bot.records.replies import Upload
from bot.workflow.ports import GROWS_BY
from bot.workflow.replies.images.uploading import LineTaken
from tests.doubles.stores import object_store
from tests.doubles.tus import Sender
from tests.scenarios.steps.films import come_in, film, sender
from tests.stage import Stage

FILM = film(GROWS_BY + 1000)


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    with object_store() as address:
        yield address


@pytest.fixture
def overrides(s3: str) -> dict[str, object]:
    return {"blobs_url": SecretStr(f"{s3}/files?tls=0&gb=100")}


@pytest.fixture
def noor(stage: Stage) -> Sender:
    stage.lives("Noor")
    stage.approved()
    return sender(stage)


def begun(stage: Stage, noor: Sender) -> tuple[str, Upload]:
    place = noor.begun(len(FILM))
    uploading = stage.program.workflow.uploading
    sent = uploading.seat(noor.link.rpartition("/")[2])
    assert sent
    found = uploading.find(sent, place.rpartition("/")[2])
    assert found
    return place, found


def kept_for(stage: Stage, upload: Upload) -> list[str]:
    """Objects, and parts that wait for the rest."""
    store: Any = stage.program.workflow.uploading.blobs
    client = store._client
    objects = client.list_objects_v2(Bucket="files", Prefix=upload.blob_key).get("Contents", ())
    waiting = client.list_multipart_uploads(Bucket="files").get("Uploads", ())
    of = [{"Bucket": "files", "Key": one["Key"], "UploadId": one["UploadId"]} for one in waiting]
    parts = [part for one in of if one["Key"] == upload.blob_key for part in client.list_parts(**one).get("Parts", ())]
    return [one["Key"] for one in objects] + [f"part {part['PartNumber']}" for part in parts]


def test_what_comes_after_its_sender_took_it_back_goes_too(stage: Stage, noor: Sender) -> None:
    place, upload = begun(stage, noor)
    hangs = stage.program.workflow.uploading.bring(upload, held=False)
    assert noor.asks("DELETE", place).status_code == 204
    stage.program.workflow.bringing.keep_up()
    with pytest.raises(LineTaken):
        hangs.take(FILM[:1000])
    assert kept_for(stage, upload) == []


def test_of_two_who_begin_at_once_one_brings_it_and_nothing_of_the_other_stays(stage: Stage, noor: Sender) -> None:
    place, upload = begun(stage, noor)
    uploading = stage.program.workflow.uploading
    first = uploading.bring(upload, held=False)
    with pytest.raises(LineTaken):
        uploading.bring(upload, held=False)  # which saw the file before the first one began
    first.take(FILM[:GROWS_BY])
    assert noor.brings(place, GROWS_BY, FILM[GROWS_BY:]).status_code == 204
    come_in(stage)
    [kept] = stage.rows("SELECT sha256 FROM attachments")
    assert kept.sha256 == sha256(FILM).hexdigest()
    assert kept_for(stage, upload) == [upload.blob_key]
