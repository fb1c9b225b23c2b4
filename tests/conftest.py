"""The stage on which the stories play, once on each database."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from fcntl import LOCK_EX, flock
from pathlib import Path
from tempfile import gettempdir

import pytest
from freezegun import configure, freeze_time

from bot.logs import set_up_logs
from bot.slack import ids
from tests.databases import forget, fresh_postgres, fresh_sqlite
from tests.doubles.geocoder import GeocoderDouble
from tests.doubles.sendgrid import SendGridDouble
from tests.doubles.slack import SlackDouble
from tests.speed import speed_up
from tests.stage import Stage

speed_up()

WEDNESDAY = "2026-01-14 12:00:00"
"""One o'clock in the afternoon in Amersfoort."""

SCOPES = (
    *("chat:write", "commands", "users:read", "users:read.email", "channels:read", "groups:read"),
    *("usergroups:read", "groups:history", "files:write", "files:read"),
)
"""As manifest.yml asks for; a test holds the two together."""

DECLARED = (ids.COMMAND, ids.SHORTCUT)
EVENTS = ("app_home_opened", "message.groups")


configure(extend_ignore_list=["_pytest.timing", "matplotlib", "mpl_toolkits", "numpy", "PIL", "botocore", "openpyxl"])
"""pytest's own clock, so that --durations tells the truth; and large libraries that freezing would walk through."""


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A fresh, migrated database of each kind."""
    url = fresh_sqlite() if request.param == "sqlite" else fresh_postgres()
    yield url
    forget(url)


@pytest.fixture
def wait() -> Iterator[Callable[[timedelta], object]]:
    """Time that ticks on from a Wednesday in January, and jumps when asked to."""
    with freeze_time(WEDNESDAY, tick=True, real_asyncio=True) as frozen:
        # its own `tick` forgets what has ticked by itself since the last jump
        yield lambda span: frozen.move_to(datetime.now(UTC) + span)


@pytest.fixture
def socket_mode() -> bool:
    """Stories play over HTTP unless they say otherwise."""
    return False


@pytest.fixture
def overrides() -> dict[str, object]:
    """Settings that differ from the stage's own."""
    return {}


@pytest.fixture
def stage(
    database_url: str, wait: Callable[[timedelta], object], socket_mode: bool, overrides: dict[str, object]
) -> Iterator[Stage]:
    """The program between a strict Slack and a strict mail provider, which refused nothing by the end."""
    with (
        SlackDouble(SCOPES, EVENTS, declared=DECLARED) as slack,
        SendGridDouble() as sendgrid,
        GeocoderDouble() as geocoder,
    ):
        stage = Stage(slack, sendgrid, geocoder, database_url, socket_mode, wait, overrides)
        yield stage
        stage.program.stop()
        slack.assert_clean()
        sendgrid.assert_clean()


@pytest.fixture
def alone() -> Iterator[None]:
    """One demo at a time on this machine, whichever test process starts it."""
    with (Path(gettempdir()) / "burgernetmail-demo-tests.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


@pytest.fixture(scope="session", autouse=True)
def logs() -> None:
    """As in production: no values in tracebacks."""
    set_up_logs()
