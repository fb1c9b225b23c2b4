"""Images as what is owed to a reply."""

from bot.domain.replies.replies import Duty, Reply, duties


def owes_only_images(reply: Reply) -> bool:
    """Whether all else is done: they come when the citizen sends them."""
    return duties(reply) == [Duty.FETCH_IMAGES]
