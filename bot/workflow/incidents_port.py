"""What the workflow asks of the database about the day monitor."""

from typing import Protocol

from bot.domain.incidents import Incident


class Incidents(Protocol):
    """Incidents, one a BVH number."""

    def get(self, incident_id: int) -> Incident:
        """An incident."""
