"""What became of a citizen's mail."""

from tests.doubles.citizen import bounce
from tests.doubles.sendgrid import SentMail
from tests.stage import Stage

NOOR = "noor@example.nl"


def leave_link(mail: SentMail) -> str:
    return mail.headers["List-Unsubscribe"].strip("<>")


def report(stage: Stage, status: str, said: str = "", to: str = NOOR) -> None:
    """A mail server reports on Noor's newest mail."""
    mail = stage.mail_to(NOOR)
    raw = bounce(mail, status).replace(
        b"Final-Recipient: rfc822; noor@example.nl", f"Final-Recipient: rfc822; {to}".encode()
    )
    raw = raw.replace(b": Recipient address rejected", f": {said}".encode()) if said else raw
    stage.comes_in(raw, mail.from_, "")


def noor(stage: Stage) -> str:
    [row] = stage.rows("SELECT status FROM participants WHERE email = :email", email=NOOR)
    return str(row.status)


def delivery(stage: Stage) -> tuple[str, str | None, str]:
    """What the ledger says of Noor's newest mail."""
    row = stage.rows("SELECT state, fault, reason FROM deliveries WHERE participant_id = 1 ORDER BY id")[-1]
    return row.state, row.fault, row.reason


def acknowledgement(stage: Stage) -> str:
    """How the newest acknowledgement stands."""
    found = stage.rows("SELECT status FROM letters WHERE kind = 'acknowledgement' ORDER BY id")
    return str(found[-1].status)
