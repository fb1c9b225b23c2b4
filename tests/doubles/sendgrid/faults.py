"""Trouble on demand: what goes wrong with the next requests."""

from collections import deque
from dataclasses import dataclass
from typing import Literal

FaultKind = Literal["status", "dropped", "lost_answer", "hang"]


@dataclass(frozen=True)
class Fault:
    """`status` answers so without looking; `dropped` closes before reading; the others take the mail if `stored`."""

    kind: FaultKind
    status: int = 500
    retry_after: int = 1
    seconds: float = 0.0
    stored: bool = False


class Faults:
    """Faults that wait for their request, in order."""

    def __init__(self) -> None:
        self._waiting: deque[Fault] = deque()

    def add(self, fault: Fault, times: int) -> None:
        self._waiting.extend([fault] * times)

    def take(self) -> Fault | None:
        return self._waiting.popleft() if self._waiting else None

    @property
    def waiting(self) -> int:
        """How many faults nobody has met yet."""
        return len(self._waiting)
