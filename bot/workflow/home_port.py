"""The app's Home: what it shows besides its lists, and who has it before them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.figures import Report
from bot.domain.mailings import DeliveryState
from bot.domain.people import Colleague
from bot.workflow.cards import Board, BoardName

Pages = Mapping[BoardName, int]
"""The page of each list that somebody looks at, counted from 0; the first where it is not named."""


@dataclass(frozen=True)
class MailHealth:
    """Mails of the last days by the state they are in, and what does not go on by itself."""

    states: Mapping[DeliveryState, int]
    unknown_batches: int
    given_up: int  # what Slack or the mail was owed, and was given up


@dataclass(frozen=True)
class ParticipantCount:
    """How many get mail, how many left in the last days, and how many are paused."""

    active: int
    left: int
    paused: int = 0


@dataclass(frozen=True)
class Vitals:
    """What superusers see besides the lists: this month's figures, the mail, the participants."""

    month: Report
    mail: MailHealth
    participants: ParticipantCount


@dataclass(frozen=True)
class HomeCard:
    """The whole Home for one person."""

    colleague: Colleague
    board: Board
    vitals: Vitals | None


@dataclass(frozen=True)
class HomeView:
    """What somebody has before them: the pages that they turned to, and a digest of what it says."""

    user_id: str
    locale: str
    pages: Pages
    digest: str


class HomeViews(Protocol):
    """Who opened their Home, and what it shows since."""

    def keep(self, view: HomeView, at: datetime) -> None:
        """It is opened, or turned to another page."""

    def renewed(self, view: HomeView) -> None:
        """It shows something new, and was not opened again for that."""

    def forget(self, user_id: str) -> None:
        """They have nothing there to see."""

    def opened_since(self, since: datetime) -> Sequence[HomeView]:
        """Those that may still be before somebody; older ones are forgotten."""
