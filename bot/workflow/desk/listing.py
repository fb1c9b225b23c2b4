"""The whole of a list whose first lines stand in a channel: for one person, a page at a time."""

from dataclasses import dataclass

from bot.domain.alerts.alerts import Alert
from bot.domain.leads.leads import NO_ALERT
from bot.records.desk import BoardLine
from bot.records.leads import LeadLine
from bot.records.pages import Page, Turn
from bot.workflow.desk.pressing import Pressing
from storage.unit_of_work import Work


@dataclass(frozen=True)
class AllLeads:
    """A page of an alert's leads; None: those without a known alert."""

    alert: Alert | None
    page: Page[LeadLine]


class Listing:
    """In the order in which they came: while somebody turns pages, nothing changes its place."""

    def __init__(self, work: Work, pressing: Pressing) -> None:
        self._work = work
        self._pressing = pressing

    def leads(self, alert_id: int, turn: Turn) -> AllLeads:
        """The leads below a message in the burglary channel; its subject is the alert's id or NO_ALERT."""
        known = None if alert_id == NO_ALERT else alert_id
        with self._work() as uow:
            return AllLeads(uow.alerts.get(known) if known else None, uow.leads.page(known, turn))

    def open_replies(self, turn: Turn) -> Page[BoardLine]:
        """Every reply to which something is owed."""
        with self._work() as uow:
            return uow.boards.open_replies(turn, self._pressing.among(uow))
