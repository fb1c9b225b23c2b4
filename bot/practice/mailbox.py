"""The practice mail server: mail-devel, SMTP, IMAP and a page in one process, on loopback only."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.practice.processes import Child, free_port

DOMAIN: Final = "burgernetmail.example"
SENDER: Final = f"burgernetmail@{DOMAIN}"
REPLY_ADDRESS: Final = f"antwoord@{DOMAIN}"
PASSWORD: Final = "oefenen"  # noqa: S105 - on loopback, for made-up people


@dataclass(frozen=True)
class Ports:
    """Where its three doors are."""

    smtp: int
    imap: int
    page: int


def choose_ports() -> Ports:
    """Free ports, near mail-devel's own."""
    return Ports(smtp=free_port(4025), imap=free_port(4143), page=free_port(4080))


def start(folder: Path, ports: Ports) -> Child:
    """Every address gets a mailbox of its own; mail to a token's address lands in the reply mailbox."""
    command = [
        *(sys.executable, "-m", "mail_devel"),
        *("--host", "127.0.0.1", "--multi-user", "--user", SENDER, "--password", PASSWORD),
        *("--alias", f"antwoord+*@{DOMAIN}:{REPLY_ADDRESS}"),
        *("--smtp-port", str(ports.smtp), "--imap-port", str(ports.imap), "--http-port", str(ports.page)),
        *("--client-max-size", "40M"),
    ]
    child = Child("The practice mail server", command, folder / "mail.log")
    for port in (ports.smtp, ports.imap, ports.page):
        child.wait_for(port)
    return child
