"""Socket Mode: Slack needs no way in. Slack being away at the start does not keep the bot from its other work."""

from threading import Event, Thread

import structlog
from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler

log = structlog.get_logger()
LONGEST_PAUSE_S = 60
CLOSE_PATIENCE_S = 2


class SlackSocket:
    """Connects, and keeps trying until it is; the client itself comes back after a lost connection."""

    def __init__(self, app: App, app_token: str) -> None:
        self._handler = SocketModeHandler(app, app_token)
        self._stopping = Event()
        self._thread = Thread(target=self._connect, name="socket", daemon=True)

    def start(self) -> None:
        """Begin to connect."""
        self._thread.start()

    def _connect(self) -> None:
        pause_s = 1
        while not self._stopping.is_set():
            try:
                self._handler.connect()  # type: ignore[no-untyped-call]  # Bolt's adapters have no types
            except Exception as error:
                log.warning("slack can't be reached", error=type(error).__name__, pause_s=pause_s)
                self._stopping.wait(pause_s)
                pause_s = min(2 * pause_s, LONGEST_PAUSE_S)
            else:
                return

    def stop(self) -> None:
        """Take nothing new. The client closes at once, but its reader may sleep ten seconds before it sees that."""
        self._stopping.set()
        self._thread.join()
        closing = Thread(target=self._handler.close, name="socket-close", daemon=True)
        closing.start()
        closing.join(CLOSE_PATIENCE_S)
