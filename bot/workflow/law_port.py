"""What the workflow asks of the database for the law: who looked, what goes when, what is known of a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.people import Colleague, Participant, ParticipantRow
from bot.workflow.pages import Page, Turn


@dataclass(frozen=True)
class LookLine:
    """One look at a citizen's data: by whose id, at what, why (a LookReason or words), and in which work (a lead)."""

    at: datetime
    who: str
    what: str
    reason: str
    words: str
    reply_id: int
    reference: str
    link: str
    of_lead: bool


class Looks(Protocol):
    """Who looked at citizens' data, as the audit trail tells."""

    def page(
        self, turn: Turn, *, alert_id: int | None = None, who: Sequence[str] = (), since: datetime | None = None
    ) -> Page[LookLine]:
        """The looks, newest first: at an alert's replies, by these people, since a moment; or all."""

    def lookers(self, most: int) -> list[str]:
        """The ids of who looked, who did so last first."""


@dataclass(frozen=True)
class Gone:
    """What an erased reply leaves to be done outside the database."""

    blob_keys: tuple[str, ...]
    files: int


class Erasures(Protocol):
    """What goes, and what is kept from it."""

    def candidates(self, before: datetime, after_id: int, most: int) -> list[int]:
        """Ids of replies that may be due, ascending: handled, or (what nobody handles) come in, before a moment.

        Not those with a call still to make, nor what came in about a reply whose own turn will come.
        """

    def is_held(self, reply_id: int) -> bool:
        """Whether an alert that it belongs to is under legal hold; nobody sets one before this transaction ends."""

    def follow_ups(self, reply_id: int) -> list[int]:
        """What the citizen wrote on about it."""

    def erase_reply(self, reply_id: int, at: datetime) -> Gone:
        """Take out words, names, addresses, letters' texts, and the mail as it came; figures stay. Twice is once."""

    def empty_mail(self, inbound_id: int) -> list[str]:
        """Take out a mail as it came; its blob's key. Its digest stays: the same mail once more is known."""

    def hold(self, alert_id: int, by: Colleague, reason: str) -> bool:
        """Put an alert under legal hold; False where it is."""

    def release(self, alert_id: int) -> bool:
        """Lift it; False where there is none."""

    def erase_participant(self, participant_id: int, at: datetime) -> None:
        """A tombstone takes their place in the ledger: no mail, no name, no address, a place within 500 m."""

    def keep_out(self, address_hash: str, key_check: str, at: datetime) -> None:
        """Note that who had this address was erased, once; `key_check` tells with which key the hash was made."""

    def let_in(self, address_hash: str) -> bool:
        """Forget that too; False where it is not known."""

    def kept_out_since(self, address_hash: str) -> datetime | None:
        """When who had this address was erased."""

    def kept_out(self) -> Mapping[str, str]:
        """All these hashes, with their key_check; no other is noted before this transaction ends."""

    def erase_letters_to(self, address: str) -> None:
        """Mails to this address that are about no reply."""


class Dossiers(Protocol):
    """What is known of one person."""

    def replies_of(self, address: str) -> list[int]:
        """Replies to mails that this participant got, or from this address, ascending."""

    def export(self, address: str) -> Mapping[str, object] | None:
        """All of it, as JSON may hold it; None where nothing is known."""

    def correct(self, person: Participant, row: ParticipantRow) -> None:
        """Replace what is known of a participant."""
