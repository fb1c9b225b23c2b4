"""Where films are kept: a folder, or an object store in a process of its own, so that its memory is not measured."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from tempfile import TemporaryDirectory

from tests.doubles.stores import object_store

LEAST = 19


@contextmanager
def blobs_url(*, s3: bool) -> Iterator[str]:
    """As BLOBS_URL has it, on a disk where /tmp is on one; begun before the program has threads."""
    if not s3:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            yield folder
        return
    with apart(_keep) as pipe:
        yield f"{pipe.recv()}/files?tls=0&gb=1000"


@contextmanager
def apart(work: Callable[[Connection], None]) -> Iterator[Connection]:
    """Somebody else's work, in a process of its own, which gives way: for real it has a machine of its own."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_giving_way, args=(work, theirs), daemon=True)
    process.start()
    yield ours
    process.kill()


def _giving_way(work: Callable[[Connection], None], pipe: Connection) -> None:
    os.nice(LEAST)
    work(pipe)


def _keep(pipe: Connection) -> None:
    with object_store() as address:
        pipe.send(address)
        pipe.recv()
