"""Who looked at citizens' data: for the superusers, from the audit trail."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.errors import UnknownReference
from bot.records.pages import Page, Turn
from bot.records.privacy import LookLine
from storage.unit_of_work import Work

MOST_LOOKERS: Final = 50  # their names are asked of the chat, one by one


class AccessLog:
    """The looks, newest first, all or some, a page at a time."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def looks(self, turn: Turn, *, who: Sequence[str] = (), since: datetime | None = None) -> Page[LookLine]:
        """The looks by these people (empty: everybody), since a moment."""
        with self._work() as uow:
            return uow.looks.page(turn, who=who, since=since)

    def of_alert(self, reference: str, turn: Turn) -> Page[LookLine]:
        """The looks at the replies of one alert; UnknownReference."""
        with self._work() as uow:
            alert = uow.alerts.by_reference(reference)
            if alert is None:
                raise UnknownReference
            return uow.looks.page(turn, alert_id=alert.id)

    def lookers(self) -> list[str]:
        """The ids of who looked, who did so last first."""
        with self._work() as uow:
            return uow.looks.lookers(MOST_LOOKERS)
