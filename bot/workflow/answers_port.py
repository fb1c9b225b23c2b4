"""What the workflow asks of the database to keep in touch with citizens; see ports.py."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.alerts import Offence
from bot.domain.answers import AnswerTemplate
from bot.domain.callbacks import Callback
from bot.domain.people import Colleague
from bot.domain.replies import Rating
from bot.workflow.reply_cards import OwedAnswer


class AnswerTemplates(Protocol):
    """The team's own texts."""

    def get(self, rating: Rating, offence: Offence | None) -> AnswerTemplate | None:
        """The text kept for exactly this; an offence of None stands for all."""

    def get_for_change(self, rating: Rating, offence: Offence | None) -> AnswerTemplate | None:
        """The same, and nobody else changes it until this transaction ends."""

    def in_force(self, rating: Rating, offence: Offence | None) -> AnswerTemplate | None:
        """The text for this offence, else for all; None where the standard text holds."""

    def keep(self, template: AnswerTemplate) -> None:
        """This is the text from now on."""

    def drop(self, rating: Rating, offence: Offence | None) -> None:
        """The standard text holds again."""


class Callbacks(Protocol):
    """Calls that were promised."""

    def add(self, reply_id: int, phone: str, due_at: datetime, by: Colleague, at: datetime) -> None:
        """A call to make."""

    def open_of(self, reply_id: int) -> Callback | None:
        """The call that is still to be made for a reply, if any."""

    def finish(self, callback_id: int, by: Colleague, at: datetime) -> bool:
        """It was made; False where that is known already."""

    def remind(self, at: datetime) -> Sequence[Callback]:
        """The calls that are due and that nobody was reminded of: the caller's to tell, each once."""


class OwedAnswers(Protocol):
    """Rated replies that wait for an answer by mail."""

    def counts(self, colleague: Colleague, alert_id: int | None) -> dict[Rating, int]:
        """How many of each rating this colleague may answer, of one alert or of all."""

    def waiting(self, rating: Rating, colleague: Colleague, alert_id: int | None, most: int) -> list[OwedAnswer]:
        """Those, oldest first."""
