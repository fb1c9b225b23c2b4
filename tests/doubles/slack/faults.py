"""Trouble on demand: one-shot failures of a method, and rate limits."""

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Literal

from .clock import Clock

FaultKind = Literal["rate_limited", "server_error", "dropped", "lost_answer"]


@dataclass(frozen=True)
class Fault:
    """What goes wrong: `dropped` before anything is stored, `lost_answer` after."""

    kind: FaultKind
    retry_after: int = 1


class Faults:
    """Failures that wait for the next call of their method."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Fault]] = defaultdict(deque)
        self.poisoned: dict[str, str] = {}
        """Words, and the error that every call with them in it meets."""

    def add(self, method: str, fault: Fault, times: int) -> None:
        self._waiting[method].extend([fault] * times)

    def error_for(self, args: object) -> str | None:
        """What Slack keeps saying to this very message, if it does."""
        told = str(args)
        return next((error for words, error in self.poisoned.items() if words in told), None)

    def take(self, method: str) -> Fault | None:
        waiting = self._waiting[method]
        return waiting.popleft() if waiting else None


class RateLimits:
    """How often each method may be called; off until a test switches it on."""

    def __init__(self, clock: Clock) -> None:
        self.on = False
        self._clock = clock
        self._calls: dict[str, deque[float]] = defaultdict(deque)

    def wait_for(self, key: str, most: int, window: float) -> float:
        """Seconds until this call is allowed; 0 lets it pass and counts it."""
        if not self.on:
            return 0.0
        now, calls = self._clock.now(), self._calls[key]
        while calls and now - calls[0] >= window:
            calls.popleft()
        if len(calls) >= most:
            return calls[0] + window - now
        calls.append(now)
        return 0.0
