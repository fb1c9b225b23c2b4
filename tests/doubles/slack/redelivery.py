"""Events that were not acknowledged come again: at once, after one minute, after five."""

from typing import TYPE_CHECKING

from .clock import Clock

if TYPE_CHECKING:
    from .courier import Delivery

AGAIN_AFTER = (0, 60, 300)
"""Seconds before the first, second and third time; commands and interactions never come again by themselves."""


class Redelivery:
    """What is to be sent again, and when; off until a test switches it on."""

    def __init__(self, clock: Clock) -> None:
        self.on = False
        self._clock = clock
        self._waiting: list[tuple[float, Delivery]] = []

    def missed(self, delivery: "Delivery") -> None:
        """It was not acknowledged."""
        if self.on and delivery.kind == "events_api" and delivery.attempt < len(AGAIN_AFTER):
            at = self._clock.now() + AGAIN_AFTER[delivery.attempt]
            self._waiting.append((at, delivery.again()))

    def due(self) -> list["Delivery"]:
        """Take what is due by the double's clock."""
        now = self._clock.now()
        due = [delivery for at, delivery in self._waiting if at <= now]
        self._waiting = [(at, delivery) for at, delivery in self._waiting if at > now]
        return due
