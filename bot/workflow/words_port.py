"""What the workflow asks of the database about whose words a text is."""

from collections.abc import Sequence
from typing import Protocol

from bot.domain.authorship import Proposal, Version


class Words(Protocol):
    """The versions of a text, and what was proposed to its requester."""

    def versions(self, alert_id: int) -> Sequence[Version]:
        """Every text that was saved for an alert, the first one first."""

    def propose(self, alert_id: int, proposal: Proposal) -> None:
        """Keep what a colleague proposes for an alert on which nothing is proposed."""

    def proposal(self, alert_id: int) -> Proposal | None:
        """What is proposed, until the alert changes."""
