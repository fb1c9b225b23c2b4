"""A large film in pieces through a line that breaks, to the attachment with its digest; and a bare copy of them."""

import os
import socket
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from bot.adapters.s3 import ObjectStore
from bot.workflow.ports import GROWS_BY
from tests.bench.measuring import Meter, run_named
from tests.bench.stores import blobs_url
from tests.doubles.geocoder import GeocoderDouble
from tests.doubles.sendgrid import SendGridDouble
from tests.doubles.slack import SlackDouble
from tests.doubles.tus import BYTES, VERSION, Sender
from tests.scenarios.steps.films import MP4
from tests.slack_app import DECLARED, EVENTS, SCOPES
from tests.stage import Stage

BLOCK = MP4 + os.urandom(1024 * 1024 - len(MP4))


def through_cuts(meter: Meter, database_url: str, megabytes: int, cuts: int, s3: bool) -> None:
    """So many blocks over a line that breaks so often."""
    with (
        blobs_url(s3=s3) as blobs,
        SlackDouble(SCOPES, EVENTS, declared=DECLARED) as slack,
        SendGridDouble() as mail,
        GeocoderDouble() as maps,
    ):
        more = {"blobs_url": SecretStr(blobs)}
        stage = Stage(slack, mail, maps, database_url, socket_mode=False, wait=lambda _: None, overrides=more)
        stage.lives("Noor")
        stage.approved()
        stage.answers("Noor", "Mijn deurbel heeft hem gefilmd.")
        stage.presses(stage.carla, stage.reply_message(), "Beelden vragen")
        noor = Sender(stage, _images_link(stage))
        size = megabytes * len(BLOCK)
        place = noor.begun(size)
        with meter.running():
            for number in range(cuts + 1):
                stop = size * (number + 1) // (cuts + 1)
                while (at := noor.at(place)) < stop:  # the end of the broken call may still be written
                    with suppress(OSError):
                        _bring(noor, place, at, stop, size)
            while stage.program.workflow.bringing.keep_up():
                pass
        [kept] = stage.rows("SELECT sha256, size FROM attachments")
        assert (kept.size, kept.sha256) == (size, _digest(megabytes))
        stage.program.stop()


def bare(meter: Meter, megabytes: int, s3: bool) -> None:
    """The same bytes into a file, on the disk a stretch at a time; or into the object store, a part each."""
    if s3:
        _bare_parts(meter, megabytes)
        return
    with TemporaryDirectory() as folder, meter.running(), (Path(folder) / "film").open("wb") as file:
        for number in range(1, megabytes + 1):
            file.write(BLOCK)
            if number * len(BLOCK) % GROWS_BY == 0:
                file.flush()
                os.fsync(file.fileno())


def _bare_parts(meter: Meter, megabytes: int) -> None:
    with blobs_url(s3=True) as url:
        client, place = ObjectStore(url)._client, {"Bucket": "files", "Key": "film"}
        part = BLOCK * (GROWS_BY // len(BLOCK))
        with meter.running():
            begun = client.create_multipart_upload(**place)["UploadId"]
            parts = []
            for number in range(1, megabytes * len(BLOCK) // len(part) + 1):
                kept = client.upload_part(**place, UploadId=begun, PartNumber=number, Body=part)
                parts.append({"PartNumber": number, "ETag": kept["ETag"]})
            client.complete_multipart_upload(**place, UploadId=begun, MultipartUpload={"Parts": parts})


def _images_link(stage: Stage) -> str:
    text = stage.mail_to("noor@example.nl").text
    return next(word for word in text.split() if "/beelden/" in word)


def _bring(noor: Sender, place: str, at: int, stop: int, size: int) -> None:
    """Promise all that is left, and break off at `stop`."""
    address = ("127.0.0.1", noor.stage.program.http_port)
    head = [
        f"PATCH {place} HTTP/1.1",
        "Host: here",
        *(f"{name}: {told}" for name, told in {**VERSION, **BYTES}.items()),
    ]
    head += [f"Upload-Offset: {at}", f"Content-Length: {size - at}", "Connection: close"]
    with socket.create_connection(address) as line:
        line.sendall("\r\n".join([*head, "", ""]).encode())
        for piece in _pieces(at, stop):
            line.sendall(piece)
        line.shutdown(socket.SHUT_WR)
        while line.recv(65536):
            pass


def _pieces(at: int, stop: int) -> Iterator[memoryview]:
    block = memoryview(BLOCK)
    while at < stop:
        within = at % len(BLOCK)
        piece = block[within : min(len(BLOCK), within + stop - at)]
        yield piece
        at += len(piece)


def _digest(megabytes: int) -> str:
    digest = sha256()
    for _ in range(megabytes):
        digest.update(BLOCK)
    return digest.hexdigest()


if __name__ == "__main__":
    run_named({"through_cuts": through_cuts, "bare": bare})
