"""A reply to rate where its message is not at hand: what the citizen wrote, and the ratings."""

from bot.domain.errors import ChoiceNeeded
from bot.domain.replies.contacts import without_contacts
from bot.domain.replies.replies import Rating, Reply
from bot.domain.replies.which_mail import ratings_of
from bot.records.replies import rating_name
from bot.slack import ids
from bot.slack.blocks import Block, in_pieces, modal, option, radio_input, typed, verbatim
from bot.texts import Texts

MOST_PIECES = 4


def build_rate(_: Texts, reply: Reply) -> Block:
    """Their words as the channel has them, but for what is very long: that stands with the message."""
    ratings = [option(rating, rating_name(_, rating)) for rating in ratings_of(reply)]
    words = [
        verbatim(piece) for piece in in_pieces(without_contacts(reply.words, 2900 * MOST_PIECES), 2900, MOST_PIECES)
    ]
    choice = radio_input("rating", _("What is this reply worth?"), ratings)
    title, number = _("Rate"), str(reply.id)
    return modal(ids.RATE_FORM, title, [*words, choice], submit=_("Save"), close=_("Cancel"), metadata=number)


def parse_rate(view: Block) -> tuple[int, Rating]:
    """The reply and its rating; ChoiceNeeded where none was picked."""
    if not (rating := typed(view, "rating")):
        raise ChoiceNeeded("rating")
    return int(view["private_metadata"]), Rating(rating)
