"""The team's own texts for answers, one for a rating and an offence."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.alerts.offences import AnyOffence
from bot.domain.replies.replies import Rating


@dataclass(frozen=True)
class AnswerTemplate:
    """A text with placeholders; `offence` is None for all offences that have none of their own."""

    rating: Rating
    offence: AnyOffence | None
    text: str
    by_name: str
    at: datetime
