"""An S3-compatible object store as Blobs, for several copies of the bot."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.handlers import add_expect_header
from urllib3.exceptions import HTTPError

from bot.adapters.patience import Patience, PatientPool, PatientTlsPool
from bot.workflow.ports import GROWS_BY, BlobsDown, Space

PIECE: Final = 64 * 1024
TRIES: Final = 3
CONNECT_S: Final = 5
READ_S: Final = 30
IN_ALL_S: Final = 120.0
"""For all of an object, with its headers and repetitions, as far as it is the store that is waited for."""

MOST_BYTES: Final = 5_000_000_000
"""More than anything that is put there."""
SLOWEST: Final = 1_000_000
"""Bytes a second of a large object, on average."""

CODE: Final = re.compile(r"\w{1,100}", re.ASCII)
TROUBLE: Final = (BotoCoreError, ClientError, HTTPError, OSError, ValueError)


@dataclass(frozen=True)
class StoreUrl:
    """`s3://KEY:SECRET@host[:port]/bucket`; `?tls=0` for a store without https, `?region=` where it asks for one.

    `?gb=` is how much it may hold, which no store tells.
    """

    endpoint: str
    region: str
    key: str
    secret: str
    bucket: str
    gigabytes: int

    @classmethod
    def parse(cls, url: str) -> "StoreUrl":
        """ValueError, naming the variable, where something is missing."""
        parts, bucket = urlsplit(url), urlsplit(url).path.strip("/")
        if not (parts.hostname and parts.username and parts.password and bucket):
            raise ValueError("BLOBS_URL: give it like s3://KEY:SECRET@host/bucket")
        options = parse_qs(parts.query)
        scheme = "http" if options.get("tls", ["1"])[0] in ("0", "false", "no") else "https"
        port = f":{parts.port}" if parts.port else ""
        region, size = options.get("region", ["us-east-1"])[0], options.get("gb", ["1000"])[0]
        if not size.isdecimal():
            raise ValueError("BLOBS_URL: give a whole number of gigabytes like ?gb=1000")
        key, secret = unquote(parts.username), unquote(parts.password)
        return cls(f"{scheme}://{parts.hostname}{port}", region, key, secret, bucket, int(size))


class ObjectStore:
    """One bucket. Boto3 repeats a call twice at most; each waits 5 seconds for a connection and 30 for an answer."""

    def __init__(self, url: str) -> None:
        store = StoreUrl.parse(url)
        self._bucket, self._size = store.bucket, store.gigabytes * 1_000_000_000
        self._client: Any = boto3.client(
            "s3",
            endpoint_url=store.endpoint,
            region_name=store.region,
            aws_access_key_id=store.key,
            aws_secret_access_key=store.secret,
            config=Config(
                connect_timeout=CONNECT_S,
                read_timeout=READ_S,
                retries={"total_max_attempts": TRIES, "mode": "standard"},
                s3={"addressing_style": "path"},
            ),
        )
        # Of a store that hangs up after `100 Continue`, botocore reads what is not there for ever.
        self._client.meta.events.unregister("before-call.s3", add_expect_header)
        _make_patient(self._client._endpoint.http_session)

    def put(self, key: str, content: bytes) -> None:
        """Whole or not at all: an object appears when all of it has come."""
        kind = "application/octet-stream"
        _called(lambda: self._client.put_object(Bucket=self._bucket, Key=key, Body=content, ContentType=kind))

    def get(self, key: str) -> bytes:
        return b"".join(self.pieces(key))

    def pieces(self, key: str, start: int = 0) -> Iterator[bytes]:
        part = {"Range": f"bytes={start}-"} if start else {}
        patience = Patience(IN_ALL_S)
        answer = _called(lambda: self._client.get_object(Bucket=self._bucket, Key=key, **part), patience)
        told = str(answer.get("ContentRange", ""))
        if answer.get("ContentLength", -1) not in range(MOST_BYTES) or (
            start and not told.startswith(f"bytes {start}-")
        ):
            answer["Body"].close()
            raise BlobsDown("another length or part than was asked for")
        patience.left += answer["ContentLength"] / SLOWEST
        reading = _read(answer["Body"], answer["ContentLength"], patience)
        next(reading)
        return reading

    def remove(self, key: str) -> None:
        _called(lambda: self._client.delete_object(Bucket=self._bucket, Key=key))
        self._clear(key)

    def begin(self, key: str) -> str:
        kind = "application/octet-stream"
        begun = _called(lambda: self._client.create_multipart_upload(Bucket=self._bucket, Key=key, ContentType=kind))
        return str(begun["UploadId"])

    def add(self, key: str, store: str, at: int, piece: bytes) -> None:
        """A whole part is given to the store as one; what is less waits as an object of its own, named by its end.

        So no call changes what another one wrote, and after a crash what the database knows of is there.
        """
        held = at % GROWS_BY
        if held:
            piece = self.get(_rest(key, at)) + piece
        if len(piece) == GROWS_BY:
            self._part(key, store, at // GROWS_BY + 1, piece)
        else:
            self.put(_rest(key, at - held + len(piece)), piece)

    def added(self, key: str, at: int) -> None:
        if at % GROWS_BY:
            self.remove(_rest(key, at))

    def complete(self, key: str, store: str, size: int) -> None:
        if self._has(key, size):
            return
        if size % GROWS_BY:
            self._part(key, store, size // GROWS_BY + 1, self.get(_rest(key, size)))
        of = {"Bucket": self._bucket, "Key": key, "UploadId": store}
        pages = self._client.get_paginator("list_parts").paginate(**of)
        listed = _called(lambda: [part for page in pages for part in page.get("Parts", ())])
        if sum(part["Size"] for part in listed) != size:
            raise BlobsDown("not all of it is there")
        parts = [{"ETag": part["ETag"], "PartNumber": part["PartNumber"]} for part in listed]
        _called(lambda: self._client.complete_multipart_upload(**of, MultipartUpload={"Parts": parts}))
        self._clear(key)

    def abandon(self, key: str, store: str) -> None:
        of = {"Bucket": self._bucket, "Key": key, "UploadId": store}
        try:
            _called(lambda: self._client.abort_multipart_upload(**of))
        except BlobsDown as error:
            if str(error) != "NoSuchUpload":
                raise
        self.remove(key)

    def space(self) -> Space:
        return Space(self._size, None)

    def _part(self, key: str, store: str, number: int, content: bytes) -> None:
        of = {"Bucket": self._bucket, "Key": key, "UploadId": store}
        _called(lambda: self._client.upload_part(**of, PartNumber=number, Body=content))

    def _has(self, key: str, size: int) -> bool:
        try:
            head = _called(lambda: self._client.head_object(Bucket=self._bucket, Key=key))
        except BlobsDown as error:
            if str(error) in ("404", "NoSuchKey"):
                return False
            raise
        return bool(head["ContentLength"] == size)

    def _clear(self, key: str) -> None:
        """The rests that a crash left too."""
        of = {"Bucket": self._bucket, "Prefix": f"{key}.rest."}
        for rest in _called(lambda: self._client.list_objects_v2(**of)).get("Contents", ()):
            _called(partial(self._client.delete_object, Bucket=self._bucket, Key=rest["Key"]))


def _rest(key: str, end: int) -> str:
    return f"{key}.rest.{end}"


def _make_patient(session: Any) -> None:
    """Its connections, which nothing else lets one get at."""
    pools = {"http": PatientPool, "https": PatientTlsPool}
    session._pool_classes_by_scheme = session._manager.pool_classes_by_scheme = pools


def _read(body: Any, size: int, patience: Patience) -> Iterator[bytes]:
    """Yields an empty first piece: from then on the connection is closed however the reading ends."""
    left = size
    try:
        yield b""
        while True:
            with patience.waiting():
                # What has come: botocore's own read waits until so much has, however it drips.
                piece = body._raw_stream.read1(PIECE) or b""
            left -= len(piece)
            if patience.left <= 0 or (left and not piece):
                raise BlobsDown("too slow" if patience.left <= 0 else "not all of it")
            if not piece:
                return
            yield piece
    except TROUBLE as error:
        raise BlobsDown(_told(error)) from error
    finally:
        body.close()


def _called(call: Callable[[], Any], patience: Patience | None = None) -> Any:
    patience = patience or Patience(IN_ALL_S)
    try:
        with patience.waiting():
            answer = call()
    except TROUBLE as error:
        raise BlobsDown(_told(error)) from error
    if patience.left <= 0:  # it was hung up on, which botocore takes for the end of the headers
        raise BlobsDown("too slow")
    return answer


def _told(error: Exception) -> str:
    """The store's own code where it has one; messages may hold keys."""
    code = error.response.get("Error", {}).get("Code", "") if isinstance(error, ClientError) else ""
    return code if CODE.fullmatch(str(code)) else type(error).__name__
