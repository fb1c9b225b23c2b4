"""What the program costs that does nothing: loading it, and looking for work where there is none."""

from time import sleep
from typing import Any

from tests.bench.measuring import Meter, run_named


def ours(meter: Meter, database_url: str) -> None:
    """From nothing to where it answers."""
    with meter.running():
        from bot.cli.starting import loading

        with loading():
            from bot.main import build
            from bot.settings import Settings
        from tests.environment import RIGHT

        given: dict[str, Any] = {name.lower(): value for name, value in RIGHT.items()}
        program = build(Settings(**{**given, "database_url": database_url, "http_port": 0}))
        for web in program._webs:
            web.start()


def bare(meter: Meter, database_url: str) -> None:
    with meter.running():
        from slack_bolt import App

        App(token="xoxb-1", signing_secret="x", token_verification_enabled=False)


def idle(meter: Meter, database_url: str, seconds: int) -> None:
    """How many transactions it asks for in so many seconds, once all jobs had their first look."""
    from sqlalchemy import Engine, event

    from bot.main import build
    from tests.doubles.geocoder import GeocoderDouble
    from tests.doubles.sendgrid import SendGridDouble
    from tests.doubles.slack import SlackDouble
    from tests.slack_app import DECLARED, EVENTS, SCOPES
    from tests.stage import Stage

    begun: list[object] = []
    with SlackDouble(SCOPES, EVENTS, declared=DECLARED) as slack, SendGridDouble() as mail, GeocoderDouble() as maps:
        stage = Stage(slack, mail, maps, database_url, socket_mode=False, wait=lambda _: None)
        program = build(stage.settings())
        program.start()
        sleep(5)
        event.listen(Engine, "begin", begun.append)
        sleep(seconds)
        meter.seconds = len(begun)
        program.stop()
        stage.program.stop()


if __name__ == "__main__":
    run_named({"ours": ours, "bare": bare, "idle": idle})
