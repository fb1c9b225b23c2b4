"""The practice mail server: mail-devel, SMTP, IMAP and a page in one process, on loopback only."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from bot.practice.processes import Child, PracticeError, free_port

DOMAIN: Final = "burgernetmail.example"
SENDER: Final = f"burgernetmail@{DOMAIN}"
REPLY_ADDRESS: Final = f"antwoord@{DOMAIN}"
PASSWORD: Final = "oefenen"  # noqa: S105 - on loopback, for made-up people

ADDITION: Final = Path(__file__).with_name("mailpage.js")


@dataclass(frozen=True)
class Ports:
    """Where its three doors are."""

    smtp: int
    imap: int
    page: int

    def __iter__(self) -> Iterator[int]:
        return iter((self.smtp, self.imap, self.page))


def choose_ports() -> Ports:
    """Free ports, near mail-devel's own."""
    return Ports(smtp=free_port(4025), imap=free_port(4143), page=free_port(4080))


def start(folder: Path, ports: Ports) -> Child:
    """Every address gets a mailbox of its own; mail to a token's address lands in the reply mailbox."""
    page = _page(folder / "mailpage")
    command = [
        *(sys.executable, "-m", "mail_devel"),
        *("--host", "127.0.0.1", "--multi-user", "--user", SENDER, "--password", PASSWORD),
        *("--alias", f"antwoord+*@{DOMAIN}:{REPLY_ADDRESS}"),
        *("--smtp-port", str(ports.smtp), "--imap-port", str(ports.imap), "--http-port", str(ports.page)),
        *("--client-max-size", "40M", "--devel", str(page)),
    ]
    return Child("The practice mail server", command, folder / "mail.log")


def shipped_page() -> Path:
    """The folder of mail-devel's own page; found without importing it, which takes a second."""
    found = find_spec("mail_devel")
    if found is None or not found.submodule_search_locations:
        raise PracticeError("mail-devel is missing: pip install 'burgernetmail[practice]', or make demo in a checkout.")
    return Path(found.submodule_search_locations[0], "resources")


def _page(folder: Path) -> Path:
    """That page, but for its replies: it makes up a stranger as their sender and quotes nothing."""
    shutil.copytree(shipped_page(), folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    with (folder / "main.js").open("a", encoding="utf-8") as script:
        script.write(ADDITION.read_text(encoding="utf-8"))
    return folder
