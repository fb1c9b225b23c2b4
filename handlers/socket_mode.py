"""Socket Mode: Slack needs no way in. Slack being away at the start does not keep the bot from its other work."""

from contextlib import suppress
from dataclasses import dataclass
from socket import SHUT_RDWR
from threading import Event, Thread
from time import monotonic

import structlog
from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from websocket import WebSocketApp, setdefaulttimeout

log = structlog.get_logger()
CLOSE_PATIENCE_S = 2


@dataclass(frozen=True)
class Patience:
    """In seconds. Slack answers each ping: a socket that is `silent_s` silent forwards nothing any more.

    `opening_s`: how long a socket that Slack promised may take to open; the pause between tries doubles up to
    `longest_pause_s`, and begins anew after a socket that lasted so long.
    """

    look_s: float = 1
    ping_s: float = 10
    silent_s: float = 30
    opening_s: float = 10
    first_pause_s: float = 1
    longest_pause_s: float = 60


class SlackSocket:
    """Connects, and comes back after a lost or a deaf connection.

    Slack's own client would ask for a new address at once after each failure, over a hundred times a minute: its
    reconnecting is off, but for Slack's own wish (`disconnect`).
    """

    def __init__(self, app: App, app_token: str, patience: Patience | None = None) -> None:
        self._patience = patience or Patience()
        setdefaulttimeout(self._patience.opening_s)  # or a network that swallows packets keeps us for two minutes
        self._handler = SocketModeHandler(app, app_token, ping_interval=self._patience.ping_s)
        self._receiver = self._handler.client
        self._receiver.default_auto_reconnect_enabled = self._receiver.auto_reconnect_enabled = False
        self._receiver.on_open_listeners.append(self._opened)
        self._receiver.on_message_listeners.append(lambda _session, _message: self._heard())
        self._receiver.on_close_listeners.append(self._closed)
        self._opened_at = self._heard_at = monotonic()
        self._last_pong: tuple[int, float] = (0, 0)
        self._stopping = Event()
        self._thread = Thread(target=self._keep_connected, name="socket", daemon=True)

    def start(self) -> None:
        """Begin to connect."""
        self._heard()
        self._thread.start()

    def silent_s(self) -> float:
        """For how many seconds nothing was heard of Slack, not even the answer to a ping."""
        return monotonic() - self._heard_at

    def _heard(self) -> None:
        self._heard_at = monotonic()

    def _opened(self, _session: WebSocketApp) -> None:
        self._opened_at = monotonic()
        self._heard()

    def _closed(self, session: WebSocketApp) -> None:
        """The client would open a used address again, twice a second."""
        if self._receiver.current_session is session:
            self._receiver.current_session = None

    def _keep_connected(self) -> None:
        pause_s, next_try = self._patience.first_pause_s, monotonic()
        while True:
            self._hear_pong()
            if self._receiver.is_connected() and self.silent_s() < self._patience.silent_s:
                if monotonic() - self._opened_at > self._patience.longest_pause_s:
                    pause_s, next_try = self._patience.first_pause_s, monotonic()
            elif monotonic() >= next_try:
                self._hang_up()
                next_try = monotonic() + max(pause_s, self._connect())
                pause_s = min(2 * pause_s, self._patience.longest_pause_s)
            if self._stopping.wait(self._patience.look_s):
                return

    def _hear_pong(self) -> None:
        session = self._receiver.current_session
        pong = (id(session), session.last_pong_tm if session else 0)
        if pong[1] and pong != self._last_pong:
            self._last_pong = pong
            self._heard()

    def _hang_up(self) -> None:
        """Closing alone would leave its reader asleep, for ten seconds or for good."""
        session = self._receiver.current_session
        connection = session.sock.sock if session and session.sock else None
        if connection:
            with suppress(OSError):
                connection.shutdown(SHUT_RDWR)

    def _connect(self) -> float:
        """For how many seconds at least no further try makes sense."""
        try:
            self._receiver.connect_to_new_endpoint(force=True)
        except Exception as error:
            log.warning("slack can't be reached", error=type(error).__name__, silent_s=round(self.silent_s()))
            return 0
        return self._patience.opening_s

    def stop(self) -> None:
        """Take nothing new."""
        self._stopping.set()
        self._thread.join()
        self._hang_up()
        closing = Thread(target=self._handler.close, name="socket-close", daemon=True)
        closing.start()
        closing.join(CLOSE_PATIENCE_S)
