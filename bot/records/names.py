"""What things are called in front of people, on more than one floor."""

from bot.domain.replies.replies import Rating
from bot.texts import Texts


def rating_name(_: Texts, rating: Rating) -> str:
    """The three ratings."""
    return {
        Rating.RELEVANT_HERE: _("Relevant to this case"),
        Rating.RELEVANT_ELSEWHERE: _("Relevant to another case"),
        Rating.NOT_RELEVANT: _("Not relevant"),
    }[rating]
