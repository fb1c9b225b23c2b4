"""A package of evidence: asked for in Slack, taken in the browser, looked into as an outsider does."""

import json
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import httpx
from sqlalchemy import Row

from tests.desk_steps import seen
from tests.doubles.slack import Channel, Message, Modal, Outcome, Person
from tests.looks import WHY, looks
from tests.scenarios.steps.attachments import opens
from tests.stage import Stage

PACKAGE = "Bewijspakket"


def asks_for_package(stage: Stage, person: Person, message: Message, reason: str = "Onderzoek") -> str:
    """The link that only this person is shown."""
    return _link_in(looks(stage, person, message, PACKAGE, reason))


def asks_by_word(stage: Stage, person: Person, channel: Channel) -> str:
    """The same, of an alert that is typed."""
    person.command("/burgernetmail", "bewijs BM-2026-0001", channel)
    stage.program.listeners.wait_until_idle()
    outcome = seen(person).fill({WHY: "Onderzoek"}).submit()
    assert outcome == Outcome(acked=True), outcome
    return _link_in(seen(person))


def _link_in(shown: Modal) -> str:
    [found] = re.findall(r"https://[^|>]+/bewijs/[^|>]+", str(shown.view.content["blocks"]))
    return str(found)


def takes_package(stage: Stage, link: str) -> httpx.Response:
    """Press the button behind it; what that browser gets."""
    return opens(stage, link)


def contents(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as zipped:
        assert zipped.testzip() is None
        return {name: zipped.read(name) for name in zipped.namelist()}


def sums_of(folder: Path, package: bytes) -> subprocess.CompletedProcess[str]:
    """What an outsider does: unpack it, and let sha256sum look."""
    (folder / "package.zip").write_bytes(package)
    if unzip := shutil.which("unzip"):
        subprocess.run([unzip, "-q", "package.zip"], cwd=folder, check=True, env={"LC_ALL": "C"})
    else:
        with ZipFile(folder / "package.zip") as zipped:
            zipped.extractall(folder)
    (folder / "package.zip").unlink()
    tool = shutil.which("sha256sum")
    assert tool
    return subprocess.run(
        [tool, "-c", "--strict", "sha256sums.txt"], cwd=folder, capture_output=True, text=True, check=False
    )


def details_of(line: Row[Any]) -> dict[str, Any]:
    """SQLite gives JSON as text."""
    told: dict[str, Any] = json.loads(line.details) if isinstance(line.details, str) else line.details
    return told
