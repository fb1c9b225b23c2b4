"""A citizen leaves Burgernetmail by the link in a mail, or comes back by the page."""

from bot.clock import Clock
from bot.workflow.mail_port import Tokens
from bot.workflow.ports import Work


class Leaving:
    """Tokens name a delivery; it holds for that person before the next send."""

    def __init__(self, work: Work, clock: Clock, tokens: Tokens) -> None:
        self._work = work
        self._clock = clock
        self._tokens = tokens

    def knows(self, token: str) -> bool:
        """Whether the token is one of ours."""
        return self._participant_of(token) is not None

    def leave(self, token: str) -> bool:
        """No mail any more; False where the token is not ours. A second time changes nothing."""
        participant_id = self._participant_of(token)
        if participant_id is None:
            return False
        with self._work() as uow:
            if uow.people.leave(participant_id, self._clock.now()):
                uow.audit.record("citizen", "left", f"participant {participant_id}", self._clock.now())
        return True

    def come_back(self, token: str) -> bool:
        """Undo leaving; False where the token is not ours."""
        participant_id = self._participant_of(token)
        if participant_id is None:
            return False
        with self._work() as uow:
            if uow.people.come_back(participant_id):
                uow.audit.record("citizen", "came_back", f"participant {participant_id}", self._clock.now())
        return True

    def _participant_of(self, token: str) -> int | None:
        delivery_id = self._tokens.read("leave", token)
        if delivery_id is None:
            return None
        with self._work() as uow:
            sent = uow.mailings.sent_to(delivery_id)
        return sent.participant.id if sent else None
