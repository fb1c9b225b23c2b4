"""An S3-compatible object store on this machine."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from moto.server import ThreadedMotoServer

from bot.adapters.s3 import ObjectStore


@contextmanager
def object_store() -> Iterator[str]:
    """Its address, with one bucket `files`."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    store = ObjectStore(f"s3://key:s%2Fcret@{host}:{port}/files?tls=0")
    store._client.create_bucket(Bucket="files")
    yield f"s3://key:s%2Fcret@{host}:{port}"
    server.stop()
