"""Opening the Home, from Slack's event to the published tab, through the real program and the strict Slack."""

from datetime import timedelta
from time import sleep

from bot.clock import Clock
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.bench.measuring import Meter, run_named
from tests.doubles.geocoder import GeocoderDouble
from tests.doubles.sendgrid import SendGridDouble
from tests.doubles.slack import SlackDouble
from tests.slack_app import DECLARED, EVENTS, SCOPES
from tests.stage import Stage
from tests.storage.things import approved, replied

TIMES = 20


def home(meter: Meter, database_url: str, replies: int) -> None:
    """So many open replies; the mean of some openings."""
    with SlackDouble(SCOPES, EVENTS, declared=DECLARED) as slack, SendGridDouble() as mail, GeocoderDouble() as maps:
        stage = Stage(slack, mail, maps, database_url, socket_mode=False, wait=lambda _: None)
        work = unit_of_work(make_engine(database_url), Clock())
        alert = approved(work)
        for number in range(replies):
            replied(work, alert_id=alert.id, received_at=Clock().now() - timedelta(minutes=number))
        with meter.running():
            for _ in range(TIMES):
                _open(stage)
        meter.seconds /= TIMES
        stage.program.stop()


def _open(stage: Stage) -> None:
    stage.slack.world.homes.clear()
    stage.carla.opens_home()
    while stage.carla.home is None:
        sleep(0.001)


if __name__ == "__main__":
    run_named({"home": home})
