"""A large film in pieces through a line that breaks, to the attachment with its digest; and a bare copy of them."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256, shake_256
from multiprocessing import get_context
from multiprocessing.pool import Pool
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

BLOCK = MP4 + shake_256(MP4).digest(1024 * 1024 - len(MP4))  # the same in every process


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
        port = stage.program.http_port
        with _telephone() as telephone, meter.running():
            for number in range(cuts + 1):
                stop = size * (number + 1) // (cuts + 1)
                while (at := noor.at(place)) < stop:  # the end of the broken call may still be written
                    telephone.apply(_bring, (port, place, at, stop, size))
            while stage.program.workflow.bringing.keep_up():
                pass
        [kept] = stage.rows("SELECT sha256, size FROM attachments")
        assert (kept.size, kept.sha256) == (size, _digest(megabytes))
        stage.program.stop()


def bare(meter: Meter, megabytes: int, s3: bool) -> None:
    """The same stream, from another process over one line that holds, copied to the same store as it comes."""
    stretches = _into_store if s3 else _into_file
    with socket.create_server(("127.0.0.1", 0)) as door, _telephone() as telephone, meter.running():
        brought = telephone.apply_async(_speak, (door.getsockname()[1], b"", 0, megabytes * len(BLOCK)))
        line, _ = door.accept()
        with line:
            stretches(line)
        brought.get()


def _stretches(line: socket.socket) -> Iterator[memoryview]:
    """A stretch at a time; what is given is overwritten by the next."""
    room = memoryview(bytearray(GROWS_BY))
    while size := _fill(line, room):
        yield room[:size]


def _fill(line: socket.socket, room: memoryview) -> int:
    size = 0
    while size < len(room) and (came := line.recv_into(room[size:])):
        size += came
    return size


def _into_file(line: socket.socket) -> None:
    with TemporaryDirectory() as folder, (Path(folder) / "film").open("wb", buffering=0) as file:
        for stretch in _stretches(line):
            file.write(stretch)
            os.fsync(file.fileno())


def _into_store(line: socket.socket) -> None:
    with blobs_url(s3=True) as url:
        client, place = ObjectStore(url)._client, {"Bucket": "files", "Key": "film"}
        begun = client.create_multipart_upload(**place)["UploadId"]
        parts = []
        for number, stretch in enumerate(_stretches(line), 1):
            kept = client.upload_part(**place, UploadId=begun, PartNumber=number, Body=bytes(stretch))
            parts.append({"PartNumber": number, "ETag": kept["ETag"]})
        client.complete_multipart_upload(**place, UploadId=begun, MultipartUpload={"Parts": parts})


def _images_link(stage: Stage) -> str:
    text = stage.mail_to("noor@example.nl").text
    return next(word for word in text.split() if "/beelden/" in word)


@contextmanager
def _telephone() -> Iterator[Pool]:
    """Who sends is another process, as it is on the way: it has read its modules before anything is measured."""
    with get_context("spawn").Pool(1) as pool:
        pool.apply(os.getpid)
        yield pool


def _bring(port: int, place: str, at: int, stop: int, size: int) -> None:
    """Promise all that is left, and break off at `stop`."""
    head = [
        f"PATCH {place} HTTP/1.1",
        "Host: here",
        *(f"{name}: {told}" for name, told in {**VERSION, **BYTES}.items()),
    ]
    head += [f"Upload-Offset: {at}", f"Content-Length: {size - at}", "Connection: close"]
    with suppress(OSError):
        _speak(port, "\r\n".join([*head, "", ""]).encode(), at, stop)


def _speak(port: int, head: bytes, at: int, stop: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(head)
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
