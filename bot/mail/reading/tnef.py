"""Opens winmail.dat, in a process of its own: tnefparse takes the lengths it reads at their word, so a small file can
keep it busy for days or fill the memory. The process has bounds that no file can stretch.
"""

import base64
import json
import resource
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

MOST_SECONDS: Final = 3  # of a processor; 30 MB take less than one
PATIENCE_S: Final = 15
MOST_MEMORY: Final = 512 * 1024 * 1024  # bytes; 30 MB take 190 MB
MOST_FILES: Final = 100


@dataclass(frozen=True)
class Opened:
    """What was inside: the text and the page of the mail (empty where it has only RTF), files by their names."""

    text: str = ""
    html: str = ""
    files: list[tuple[str, bytes]] = field(default_factory=list)


def open_tnef(content: bytes) -> Opened | None:
    """None where it can't be read within the bounds; never raises."""
    command = [sys.executable, "-m", "bot.mail.reading.tnef"]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=PATIENCE_S, check=True)
        found = json.loads(done.stdout)
        files = [(name, base64.b64decode(data)) for name, data in found["files"]]
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return Opened(found["text"], found["html"], files)


def _bound() -> None:
    """Some systems know no limit on memory; the time limit holds there all the same."""
    for what, most in ((resource.RLIMIT_CPU, MOST_SECONDS), (resource.RLIMIT_AS, MOST_MEMORY)):
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


def _contents(content: bytes) -> dict[str, Any]:
    from tnefparse import TNEF

    opened = TNEF(content, do_checksum=False)
    found = opened.attachments[:MOST_FILES]
    files = [(_name(one), base64.b64encode(bytes(one.data)).decode()) for one in found]
    return {"text": _text(opened.body), "html": _text(opened.htmlbody), "files": files}


def _name(attachment: Any) -> str:
    try:
        return _text(attachment.long_filename()).strip("\0")
    except UnicodeDecodeError:  # it takes every short name for UTF-8
        return _text(attachment._name).strip("\0")


def _text(body: Any) -> str:
    return body.decode("cp1252", "replace") if isinstance(body, bytes) else str(body or "")


def main() -> None:
    """The process: winmail.dat comes in, JSON goes out."""
    _bound()
    json.dump(_contents(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
