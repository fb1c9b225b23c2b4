"""What those who operate the bot are told: counts, and what does not go on; nothing of a person is in it."""

from datetime import timedelta

from bot.clock import Clock
from bot.workflow.outbox.settling import STUCK_AFTER
from storage.unit_of_work import Work

LONG_WAIT = timedelta(minutes=10)


class Monitoring:
    """Each count in a transaction of its own."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

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

    def stuck(self) -> list[str]:
        """The queues of the outbox that wait too long."""
        with self._work() as uow:
            return uow.outbox.stuck_queues(self._clock.now() - LONG_WAIT, STUCK_AFTER)
