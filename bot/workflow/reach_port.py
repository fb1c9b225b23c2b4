"""What the workflow asks of the database about reach: households, and who got mail lately."""

from collections.abc import Sequence
from typing import Protocol

from bot.domain.alerts import AlertContent
from bot.domain.reach import Households, Lately


class ReachFigures(Protocol):
    """Counts of participants; of an area those who would get its mail now."""

    def set_households(self, rows: Sequence[Households], *, whole: bool) -> tuple[int, int, int]:
        """Add or update by neighbourhood; how many were new, changed, unchanged. `whole`: no other stays."""

    def households(self) -> list[Households]:
        """By neighbourhood; empty where no file was read."""

    def by_neighbourhood(self) -> dict[str, int]:
        """Active participants by neighbourhood as it was written."""

    def by_neighbourhood_near(self, area: AlertContent) -> dict[str, int]:
        """The same for an area."""

    def lately(self, area: AlertContent, many: int) -> Lately:
        """How many of them got mail lately, and how many got so many mails in 30 days."""
