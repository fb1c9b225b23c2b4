"""Which of the open replies seem to happen now: in every list they come first."""

from bot.domain.replies.urgent.urgency import is_pressing
from storage.unit_of_work import UnitOfWork


class Pressing:
    """What a citizen wrote is read once: it never changes, and lists are drawn over and over."""

    def __init__(self) -> None:
        self._read: dict[int, bool] = {}

    def among(self, uow: UnitOfWork) -> frozenset[int]:
        """The ids of the replies that a colleague has to read at once."""
        unheard = uow.boards.unheard()
        known = self._read
        self._read = {one: known[one] if one in known else is_pressing(uow.replies.get(one)) for one in unheard}
        return frozenset(root for one, root in unheard.items() if self._read[one])
