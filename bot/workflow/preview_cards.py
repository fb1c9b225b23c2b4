"""What is looked at before a mail is filed."""

from dataclasses import dataclass

from bot.domain.alerts import AlertContent
from bot.domain.authorship import Whose
from bot.domain.findings import Finding
from bot.domain.kept import Kept
from bot.domain.reach import Lately


@dataclass(frozen=True)
class Overlap:
    """Another alert about the same case, or near it in place and time."""

    reference: str
    same_bvh_number: bool
    sent: bool


@dataclass(frozen=True)
class Preview:
    """What the requester sees before filing: `findings` are to be decided about first, and are marked in the text."""

    draft_id: str
    content: AlertContent
    mail_text: str
    recipients: int
    findings: tuple[Finding, ...]
    overlaps: tuple[Overlap, ...]
    amends: bool
    may_approve: bool
    asks_number: bool = False
    returned: bool = False
    households: int | None = None
    lately: Lately | None = None
    whose: Whose = Whose.OWN
    requester_name: str = ""
    kept: tuple[Kept, ...] = ()
    long_sentences: tuple[str, ...] = ()
