"""Which attachments may be opened, and which say something."""

import pytest

from bot.domain.replies.attachments import Attachment, Scan, check_may_be_opened, is_evidence
from bot.domain.replies.reply_errors import AttachmentHeld, AttachmentInfected

REFUSED = {
    (Scan.CLEAN, True): None,
    (Scan.UNSCANNED, True): AttachmentHeld,  # the scanner has not seen it: it may hold anything
    (Scan.HELD, True): AttachmentHeld,
    (Scan.INFECTED, True): AttachmentInfected,
    (Scan.CLEAN, False): None,
    (Scan.UNSCANNED, False): None,  # a team without a scanner
    (Scan.HELD, False): AttachmentHeld,
    (Scan.INFECTED, False): AttachmentInfected,
}


def attachment(scan: Scan = Scan.CLEAN, **facts: str) -> Attachment:
    return Attachment(1, 1, "foto.jpg", "image/jpeg", 1000, "key", scan, facts)


@pytest.mark.parametrize(("scan", "scanned_here"), REFUSED)
def test_nobody_opens_what_is_infected_or_unseen(scan: Scan, scanned_here: bool) -> None:
    refused = REFUSED[scan, scanned_here]
    if refused is None:
        check_may_be_opened(attachment(scan), scanned_here=scanned_here)
    else:
        with pytest.raises(refused):
            check_may_be_opened(attachment(scan), scanned_here=scanned_here)


def test_a_photo_is_evidence_and_the_logo_of_a_signature_is_not() -> None:
    assert is_evidence(attachment(taken="2026-01-14 11:02"))
    assert not is_evidence(attachment(logo="yes"))
