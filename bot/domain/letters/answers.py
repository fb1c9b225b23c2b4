"""The team's own texts: for answers by rating, and for preventive mails; each for an offence, or for all."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.alerts.offences import AnyOffence
from bot.domain.replies.replies import Rating


class TeamText(StrEnum):
    """What is no answer, and has a text of the team's own too."""

    PREVENTIVE = "preventive"


AnyText = Rating | TeamText


def any_text(value: str) -> AnyText:
    """What is stored, or chosen in a list."""
    return TeamText(value) if value in set(TeamText) else Rating(value)


@dataclass(frozen=True)
class AnswerTemplate:
    """A text with placeholders; `offence` is None for all offences that have none of their own."""

    rating: AnyText
    offence: AnyOffence | None
    text: str
    by_name: str
    at: datetime
