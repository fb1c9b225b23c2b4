"""A citizen's browser that sends a film in pieces, as tus 1.0 has it; and one that does it wrong."""

import re
import socket
from base64 import b64encode
from dataclasses import dataclass, field
from time import monotonic, sleep
from urllib.parse import urlsplit

import httpx

from tests.stage import PLAIN, Stage

BYTES = {"Content-Type": "application/offset+octet-stream"}
PATIENCE_S = 20
VERSION = {"Tus-Resumable": "1.0.0"}


@dataclass
class Sender:
    """`link` leads to the page for images."""

    stage: Stage
    link: str
    files: list[str] = field(default_factory=list)

    @property
    def to(self) -> str:
        """Where the page sends files."""
        [to] = re.findall(r'data-to="([^"]+)"', self.stage.visits(self.link).text)
        return str(to)

    def asks(self, method: str, path: str, content: bytes = b"", /, **headers: str) -> httpx.Response:
        told = {**VERSION, **{name.replace("_", "-"): value for name, value in headers.items()}}
        return httpx.request(method, self.stage.url(path), content=content, headers=told, timeout=60, **PLAIN)

    def begins(self, length: int, name: str = "deurbel.mp4", **headers: str) -> httpx.Response:
        told = f"filename {b64encode(name.encode()).decode()},filetype {b64encode(b'video/mp4').decode()}"
        return self.asks("POST", self.to, Upload_Length=str(length), Upload_Metadata=told, **headers)

    def begun(self, length: int, name: str = "deurbel.mp4") -> str:
        answer = self.begins(length, name)
        assert answer.status_code == 201, answer.text
        return str(answer.headers["location"])

    def brings(self, place: str, offset: int, content: bytes, **headers: str) -> httpx.Response:
        return self.asks("PATCH", place, content, **{"Upload_Offset": str(offset), **BYTES, **headers})

    def at(self, place: str) -> int:
        return int(self.asks("HEAD", place).headers["upload-offset"])

    def sends(self, content: bytes, name: str = "deurbel.mp4") -> str:
        """All of it in one go."""
        place = self.begun(len(content), name)
        assert self.brings(place, 0, content).status_code == 204
        return place

    def opens(self, place: str) -> socket.socket:
        """A line over which bytes are promised, and one came; it hangs."""
        before = self._writer(place)
        line = self._line(place, 0, b"1", 1000)
        while self._writer(place) in {"", before}:
            sleep(0.01)
        return line

    def _writer(self, place: str) -> str:
        """Which call writes it now; empty where none does."""
        uploading = self.stage.program.workflow.uploading
        sent = uploading.seat(self.link.rpartition("/")[2])
        assert sent
        found = uploading.find(sent, place.rpartition("/")[2])
        return found.writer if found else ""

    def breaks_off(self, place: str, offset: int, content: bytes, promised: int) -> None:
        """The line breaks in the middle; when all that came is written."""
        self.breaks(place, offset, content, promised)
        end = monotonic() + PATIENCE_S
        while self.at(place) < offset + len(content) and monotonic() < end:  # what came is still being written
            sleep(0.02)

    def breaks(self, place: str, offset: int, content: bytes, promised: int) -> None:
        """The line breaks in the middle."""
        with self._line(place, offset, content, promised) as line:
            line.shutdown(socket.SHUT_WR)
            while line.recv(1000):
                pass

    def _line(self, place: str, offset: int, content: bytes, promised: int) -> socket.socket:
        parts = urlsplit(self.stage.url(place))
        head = [f"PATCH {parts.path} HTTP/1.1", f"Host: {parts.netloc}", "Tus-Resumable: 1.0.0"]
        head += [f"Content-Type: {BYTES['Content-Type']}", f"Upload-Offset: {offset}", f"Content-Length: {promised}"]
        line = socket.create_connection((parts.hostname or "", parts.port or 0))
        line.sendall("\r\n".join([*head, "", ""]).encode() + content)
        return line
