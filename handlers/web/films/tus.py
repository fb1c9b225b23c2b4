"""The server's half of tus 1.0 (tus.io/protocols/resumable-upload): files that come in pieces, through cuts, over days.

Core, creation, termination, checksum, expiration. /beelden/{token}/bestanden makes one, and below it each has an
address of its own.
"""

import asyncio
import binascii
from base64 import b64decode
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.utils import format_datetime
from functools import partial
from hashlib import sha1, sha256
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response

from bot.domain.replies.images.uploads import UploadState
from bot.entering import as_line
from bot.records.mailings import SentTo
from bot.records.replies import Upload
from bot.workflow.ports import BlobsDown
from bot.workflow.replies.images.uploading import Incoming, IsProgram, LineTaken, NotTaken, Uploading
from handlers.web.bodies import BodyTooSlow, declared_length
from handlers.web.films.stretches import stream

VERSION: Final = "1.0.0"
EXTENSIONS: Final = "creation,termination,checksum,expiration"
DIGESTS: Final[Mapping[str, Any]] = {"sha1": sha1, "sha256": sha256}
BYTES: Final = "application/offset+octet-stream"
MISMATCH: Final = 460
LONGEST_NAME: Final = 120
LONGEST_TOLD: Final = 2_000
FILES_OF_ONE: Final = 3
FILES_AT_ONCE: Final = 24
"""Over all links: each holds so much memory as one stretch takes."""
BESIDE: Final = 12
"""So many run at most where a citizen's second or third begins: who sends their first film comes before."""
LINES_A_FILE: Final = 2
"""The one that hangs, and the one over which it goes on."""
WRITTEN_S: Final = 5.0
LOOK_S: Final = 0.02
SOON: Final = {"Retry-After": "5"}


class _Answer(Exception):
    """What the other side is told at once."""

    def __init__(self, status: int, said: str = "", **headers: str) -> None:
        super().__init__(said)
        self.response = PlainTextResponse(f"{said}\n" if said else "", status, {**headers})


@dataclass(frozen=True)
class _Sum:
    """A digest of one call's bytes, as its sender says it."""

    algorithm: str
    expected: bytes


class TusEndpoint:
    """Only who has a link to send images by gets to it; unknown tokens are told nothing but that."""

    def __init__(self, uploading: Uploading) -> None:
        self._uploading = uploading
        self._busy: defaultdict[int, Counter[int]] = defaultdict(Counter)
        self._writing: Counter[int] = Counter()

    async def files(self, request: Request) -> Response:
        """OPTIONS: what is spoken here. POST: make a file."""
        return await self._answered(request, {"POST": self._create, "OPTIONS": self._tell})

    async def file(self, request: Request) -> Response:
        """HEAD: how far it is. PATCH: its next bytes. DELETE: away with it."""
        doors = {"HEAD": self._look, "PATCH": self._take, "DELETE": self._end, "OPTIONS": self._tell}
        return await self._answered(request, doors)

    async def _answered(self, request: Request, doors: Mapping[str, Any]) -> Response:
        method = request.headers.get("x-http-method-override", request.method).upper()
        try:
            response: Response = await self._asked(request, method, doors)
        except _Answer as answer:
            response = answer.response
        except BlobsDown:
            response = PlainTextResponse("busy\n", 503, SOON)
        response.headers["Tus-Resumable"] = VERSION
        response.headers["Cache-Control"] = "no-store"
        return response

    async def _asked(self, request: Request, method: str, doors: Mapping[str, Any]) -> Response:
        if method not in doors:
            raise _Answer(405, "method", Allow=", ".join(doors))
        if method != "OPTIONS" and request.headers.get("tus-resumable") != VERSION:
            raise _Answer(412, "version", **{"Tus-Version": VERSION})
        sent = await run_in_threadpool(self._uploading.seat, request.path_params["token"])
        if sent is None:
            raise _Answer(404, "unknown")
        answer: Response = await doors[method](request, sent)
        return answer

    async def _tell(self, _request: Request, sent: SentTo) -> Response:
        most = await run_in_threadpool(self._uploading.most, sent)
        spoken = {"Tus-Version": VERSION, "Tus-Extension": EXTENSIONS, "Tus-Max-Size": str(most)}
        return Response(status_code=204, headers={**spoken, "Tus-Checksum-Algorithm": ",".join(DIGESTS)})

    async def _create(self, request: Request, sent: SentTo) -> Response:
        length, told = _number(request, "upload-length"), request.headers.get("upload-metadata", "")
        if length is None or len(told) > LONGEST_TOLD:
            raise _Answer(400, "upload-length" if length is None else "upload-metadata")
        name = as_line(_told(told).get("filename", ""))[:LONGEST_NAME]
        try:
            upload = await run_in_threadpool(self._uploading.begin, sent, length, name, told)
        except NotTaken as refused:
            raise _Answer(413, refused.why) from None
        place = f"{request.url.path.rstrip('/')}/{self._uploading.named(upload)}"
        return Response(status_code=201, headers={"Location": place, **_expires(upload)})

    async def _look(self, request: Request, sent: SentTo) -> Response:
        upload = await self._written(await self._found(request, sent), request, sent)
        told = {"Upload-Metadata": upload.told} if upload.told else {}
        far = {"Upload-Offset": str(upload.received), "Upload-Length": str(upload.length)}
        return Response(headers={**far, **told, **_opens(upload), **_expires(upload)})

    async def _end(self, request: Request, sent: SentTo) -> Response:
        """What came in whole is the police's by now."""
        upload = await self._found(request, sent)
        if not await run_in_threadpool(self._uploading.end, upload):
            raise _Answer(403, "whole")
        return Response(status_code=204)

    async def _found(self, request: Request, sent: SentTo) -> Upload:
        upload = await run_in_threadpool(self._uploading.find, sent, request.path_params["file"])
        if upload is None:
            raise _Answer(404, "unknown")
        if upload.state in (UploadState.ENDED, UploadState.GONE):
            raise _Answer(410, "gone")
        return upload

    async def _written(self, upload: Upload, request: Request, sent: SentTo) -> Upload:
        """Who asks may have lost the line a moment ago: the end of what it brought counts too, once it is written."""
        if upload.id not in self._writing:
            return upload
        with suppress(TimeoutError):
            async with asyncio.timeout(WRITTEN_S):
                while upload.id in self._writing:
                    await asyncio.sleep(LOOK_S)
        return await self._found(request, sent)

    async def _write(self, upload: Upload, incoming: Incoming, stretch: bytes) -> None:
        self._writing[upload.id] += 1
        try:
            await run_in_threadpool(incoming.take, stretch)
        finally:
            self._writing[upload.id] -= 1
            self._writing += Counter()  # without what is none

    async def _take(self, request: Request, sent: SentTo) -> Response:
        upload = await self._found(request, sent)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != BYTES:
            raise _Answer(415, "content-type")
        offset, asked = _number(request, "upload-offset"), _sum(request)
        if offset is None:
            raise _Answer(400, "upload-offset")
        if offset != upload.received:
            raise _Answer(409, "upload-offset")
        if (declared_length(request) or 0) > upload.length - offset:
            raise _Answer(413, "longer than it was said to be")
        if upload.state is UploadState.COMING:
            with self._turn(upload, sent.participant.id):
                offset = await self._bring(request, upload, asked)
        return Response(status_code=204, headers={"Upload-Offset": str(offset), **_expires(upload)})

    @contextmanager
    def _turn(self, upload: Upload, citizen: int) -> Iterator[None]:
        """A file that goes on over a new line is no second one; all links of a citizen count together."""
        theirs = self._busy[citizen]
        others, running = len(theirs.keys() - {upload.id}), sum(map(len, self._busy.values()))
        full = upload.id not in theirs and running >= (BESIDE if others else FILES_AT_ONCE)
        if others >= FILES_OF_ONE or full or theirs[upload.id] >= LINES_A_FILE:
            raise _Answer(503, "busy", **SOON)
        theirs[upload.id] += 1
        try:
            yield
        finally:
            theirs[upload.id] -= 1
            if not theirs[upload.id]:
                del theirs[upload.id]
            if not theirs:
                self._busy.pop(citizen, None)

    async def _bring(self, request: Request, upload: Upload, asked: _Sum | None) -> int:
        """Up to where it is here now: what came before a line broke counts, unless it can't be checked any more."""
        try:
            incoming = await run_in_threadpool(self._uploading.bring, upload, held=asked is not None)
            digest = DIGESTS[asked.algorithm]() if asked else None
            take = partial(self._write, upload, incoming)
            await stream(request, incoming, upload.length, digest, take)
            if asked and digest and digest.digest() != asked.expected:
                raise _Answer(MISMATCH, "checksum")
            await run_in_threadpool(incoming.note)
        except LineTaken:
            raise _Answer(409, "another call") from None
        except IsProgram:
            raise _Answer(403, "program") from None
        except ClientDisconnect:  # nobody hears it
            raise _Answer(400, "broken off") from None
        except BodyTooSlow:
            raise _Answer(503, "too slow", Connection="close", **SOON) from None
        return incoming.at


def _number(request: Request, name: str) -> int | None:
    said = request.headers.get(name, "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 19 else None


def _expires(upload: Upload) -> dict[str, str]:
    """As of what was seen: every byte that comes moves it on."""
    if upload.state is not UploadState.COMING:
        return {}
    return {"Upload-Expires": format_datetime(upload.expires_at, usegmt=True)}


def _opens(upload: Upload) -> dict[str, str]:
    """No header of tus: our page tells a citizen whose film was broken before it came, while they can mend that."""
    return {"Film-Opens": "no" if "unread" in upload.facts else "yes"} if upload.state is UploadState.KEPT else {}


def _told(metadata: str) -> dict[str, str]:
    """Pairs of a name and a value in base64; what is not written so says nothing."""
    pairs = (pair.strip().partition(" ") for pair in metadata.split(","))
    return {name: _text(value) for name, _, value in pairs if name}


def _text(value: str) -> str:
    try:
        return b64decode(value, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _sum(request: Request) -> _Sum | None:
    said = request.headers.get("upload-checksum")
    if said is None:
        return None
    algorithm, _, value = said.partition(" ")
    try:
        expected = b64decode(value.strip(), validate=True)
    except (binascii.Error, ValueError):
        expected = b""
    if algorithm not in DIGESTS or not expected:
        raise _Answer(400, "upload-checksum")
    return _Sum(algorithm, expected)
