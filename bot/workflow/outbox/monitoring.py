"""What those who operate the bot are told: counts, and what does not go on; nothing of a person is in it."""

from collections.abc import Mapping
from datetime import timedelta

from bot.clock import Clock
from storage.unit_of_work import Work


class Monitoring:
    """Each count in a transaction of its own."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock
        self._began = clock.now()

    def inbound(self) -> tuple[dict[tuple[str, str], int], int]:
        """What came in, by kind and label; and what was not read yet."""
        with self._work() as uow:
            return uow.figures.inbound(), uow.figures.inbound_waiting()

    def deliveries(self) -> dict[str, int]:
        """Mails by the state of their delivery."""
        with self._work() as uow:
            return uow.figures.deliveries()

    def outbox(self) -> tuple[int, int]:
        """What is owed to Slack and the mail: how much waits, how much was given up."""
        with self._work() as uow:
            return uow.figures.outbox()

    def tallies(self) -> dict[tuple[str, str], int]:
        """What is only counted, by name and detail."""
        with self._work() as uow:
            return uow.tallies.counts()

    def oldest(self) -> Mapping[str, timedelta]:
        """How long what waits longest in each queue of the outbox waits."""
        now = self._clock.now()
        with self._work() as uow:
            return {queue_key: now - since for queue_key, since in uow.outbox.oldest().items()}

    def unsealed(self) -> timedelta:
        """How long a line of the audit trail waits for its seal, while this copy could set it."""
        now = self._clock.now()
        with self._work() as uow:
            since = uow.audit.unsealed_since()
        return now - max(since, self._began) if since else timedelta()

    def write_heartbeat(self) -> None:
        """Raises where the database can't be written."""
        with self._work() as uow:
            uow.troubles.write_heartbeat(self._clock.now())
