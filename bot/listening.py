"""Threads for Bolt's listeners that can be waited for: by a clean stop, and by a test that looks at what they did."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

THREADS = 20  # Bolt's own five let one slow listener make the next button miss its three seconds


class Threads(ThreadPoolExecutor):
    """A pool that knows what is under way."""

    def __init__(self, name: str) -> None:
        super().__init__(THREADS, thread_name_prefix=name)
        self._under_way: set[Future[Any]] = set()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """As the pool's own."""
        future = super().submit(fn, *args, **kwargs)
        self._under_way.add(future)
        future.add_done_callback(self._under_way.discard)
        return future

    def wait_until_idle(self, timeout_s: float = 15) -> None:
        """Until all that was begun has ended."""
        while self._under_way:
            wait(tuple(self._under_way), timeout_s)


class ListenerThreads:
    """Bolt's listeners acknowledge in the one pool, and leave to the other what may take longer."""

    def __init__(self) -> None:
        self.acknowledging = Threads("listener")
        self.working = Threads("working")

    def wait_until_idle(self) -> None:
        """Until every listener that was started has ended, and what it left to be done."""
        self.acknowledging.wait_until_idle()
        self.working.wait_until_idle()
