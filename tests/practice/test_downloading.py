"""The practice Slack's download: pinned, compared, and never half there."""

import base64
import hashlib
import io
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.practice import downloading, workspace
from bot.practice.downloading import Package, fetch, npm
from bot.practice.processes import PracticeError

PROGRAM = b"#!/bin/sh\necho practising\n"
MEMBER = "package/bin/program"
FakeNpm = Callable[[str], None]


@pytest.fixture
def fake_npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeNpm:
    """An npm that does what the given shell script says, in the folder that it is to pack into."""

    def write(script: str) -> None:
        file = tmp_path / "bin" / "npm"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\n{script}\n')
        file.chmod(0o755)
        monkeypatch.setenv("PATH", str(file.parent), prepend=os.pathsep)

    return write


def archive(folder: Path, member: str = MEMBER) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        info = tarfile.TarInfo(member)
        info.size = len(PROGRAM)
        tar.addfile(info, io.BytesIO(PROGRAM))
    (folder / "prepared.tgz").write_bytes(packed.getvalue())
    return packed.getvalue()


def integrity(content: bytes) -> str:
    return f"sha512-{base64.b64encode(hashlib.sha512(content).digest()).decode()}"


def copied(folder: Path) -> str:
    return f"cp {folder}/prepared.tgz pack.tgz"


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_pinned_version_is_fetched_compared_and_made_executable(tmp_path: Path, fake_npm: FakeNpm) -> None:
    content = archive(tmp_path)
    fake_npm(copied(tmp_path))
    program = tmp_path / "cache" / "program"
    fetch(Package("practice", "1.2.3", integrity(content)), MEMBER, program)
    assert subprocess.run([program], capture_output=True, text=True, check=True).stdout == "practising\n"
    assert files_in(tmp_path / "cache") == [program]
    assert (tmp_path / "calls").read_text().startswith("pack practice@1.2.3 --pack-destination . ")


@pytest.mark.parametrize(
    ("own", "told"), [("", "machine.crt"), ("/srv/our.crt", "/srv/our.crt")], ids=["the machine's", "its user's"]
)
def test_npm_trusts_whom_the_machine_trusts(
    tmp_path: Path, fake_npm: FakeNpm, monkeypatch: pytest.MonkeyPatch, own: str, told: str
) -> None:
    """Behind a proxy that shows a certificate of its own: Node brings a list, and looks at no other unless told."""
    content = archive(tmp_path)
    monkeypatch.setattr(downloading, "TRUSTED", machine := tmp_path / "machine.crt")
    machine.touch()
    monkeypatch.setenv("NODE_EXTRA_CA_CERTS", own)
    fake_npm(f'echo "$NODE_EXTRA_CA_CERTS" > {tmp_path}/trusted\n{copied(tmp_path)}')
    fetch(Package("practice", "1.2.3", integrity(content)), MEMBER, tmp_path / "cache" / "program")
    assert (tmp_path / "trusted").read_text().strip().endswith(told)


def test_another_package_under_the_same_name_is_refused(tmp_path: Path, fake_npm: FakeNpm) -> None:
    archive(tmp_path)
    fake_npm(copied(tmp_path))
    with pytest.raises(PracticeError, match="its sha512 differs"):
        fetch(Package("practice", "1.2.3", integrity(b"the real one")), MEMBER, tmp_path / "cache" / "program")
    assert files_in(tmp_path / "cache") == []


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo 'no route to the registry' >&2; exit 1", "no route to the registry"),
        ("exit 7", "npm ended with 7"),
        ("true", "npm ended with 0"),
        ("echo broken > pack.tgz", "can't be unpacked"),
    ],
)
def test_a_failed_download_says_what_failed_and_leaves_nothing(
    tmp_path: Path, fake_npm: FakeNpm, script: str, told: str
) -> None:
    fake_npm(script)
    with pytest.raises(PracticeError, match=r"practice 1\.2\.3") as raised:
        fetch(Package("practice", "1.2.3"), MEMBER, tmp_path / "cache" / "program")
    assert told in str(raised.value)
    assert files_in(tmp_path / "cache") == []


def test_a_download_that_is_broken_off_ends_npm_and_leaves_nothing(tmp_path: Path, fake_npm: FakeNpm) -> None:
    class BrokenOff(Exception):
        pass

    def heed() -> None:
        raise BrokenOff

    fake_npm("echo $$ > ../../npm.pid; exec sleep 60")
    with pytest.raises(BrokenOff):
        fetch(Package("practice", "1.2.3"), MEMBER, tmp_path / "cache" / "program", heed)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "npm.pid").read_text()), 0)
    assert files_in(tmp_path / "cache") == []


def test_what_to_do_is_told(tmp_path: Path, fake_npm: FakeNpm) -> None:
    fake_npm("exit 1")
    with pytest.raises(PracticeError, match="and try again"):
        fetch(Package("practice", "1.2.3"), MEMBER, tmp_path / "program")


def test_a_package_without_the_program(tmp_path: Path, fake_npm: FakeNpm) -> None:
    content = archive(tmp_path, "package/README.md")
    fake_npm(copied(tmp_path))
    with pytest.raises(PracticeError, match="can't be unpacked"):
        fetch(Package("practice", "1.2.3", integrity(content)), MEMBER, tmp_path / "program")


def test_it_is_fetched_once(tmp_path: Path, fake_npm: FakeNpm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    content = archive(tmp_path, f"package/bin/{workspace.PROGRAM}")
    package = Package("local-slack-here", workspace.VERSION, integrity(content))
    monkeypatch.setattr(workspace, "PACKAGES", {(sys.platform, platform.machine()): package})
    fake_npm(copied(tmp_path))
    cache = Path("cache")  # as the demo names it: from where one stands
    assert not workspace.is_installed(cache)
    first = workspace.installed(cache)
    assert workspace.is_installed(cache)
    assert workspace.installed(cache) == first
    assert (tmp_path / "calls").read_text().count("pack") == 2  # the command and its --pack-destination


def test_a_machine_that_the_practice_slack_does_not_know(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace, "PACKAGES", {})
    with pytest.raises(PracticeError, match="no practice Slack for this machine"):
        workspace.installed(tmp_path)


def test_every_package_is_pinned_to_one_version() -> None:
    assert {package.version for package in workspace.PACKAGES.values()} == {workspace.VERSION}
    assert workspace.PACKAGES["linux", "x86_64"].integrity.startswith("sha512-")


def test_without_npm_on_the_machine_the_one_from_the_package_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    done = subprocess.run([*npm(), "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.strip()[0].isdigit()
