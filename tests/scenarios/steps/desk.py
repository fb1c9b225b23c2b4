"""What colleagues see and are told at their desk."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.doubles.slack import Channel, Message, Person, Screen
from tests.stage import Stage

NOTHING = "Niets is te laat."


def project_leader(stage: Stage) -> tuple[Person, Channel]:
    """Gea, and the channel of her own that the settings name from now on."""
    gea = stage.slack.add_person("gea", "Gea Prins")
    channel = stage.slack.add_channel("bm-projectleider", [gea], private=True)
    stage.overrides["channel_project_leader"] = channel.id
    stage.restart()
    return gea, channel


def asked(stage: Stage, words: str = "") -> Message:
    """What Els is told when she asks for figures."""
    before = len(stage.els.ephemerals(stage.supervision))
    stage.els.command("/burgernetmail", f"cijfers {words}".strip(), stage.supervision)
    return stage.slack.wait_for(lambda: stage.els.ephemerals(stage.supervision)[before:])[-1]


def screen(person: Person) -> Screen:
    assert person.home is not None
    return person.home


def home(stage: Stage, person: Person) -> str:
    person.opens_home()
    stage.settle()
    return screen(person).text()


def stands(stage: Stage, person: Person | None = None) -> Message:
    """What a superuser is told who asks how it stands."""
    person = person or stage.els
    channel = stage.supervision if person is stage.els else stage.intake
    before = len(person.ephemerals(channel))
    person.command("/burgernetmail", "stand", channel)
    return stage.slack.wait_for(lambda: person.ephemerals(channel)[before:])[-1]


def notes(messages: list[Message], words: str) -> list[Message]:
    return [message for message in messages if words in message.plain()]


@contextmanager
def given_up(stage: Stage) -> Iterator[None]:
    """What Slack refuses is not tried again."""
    stage.rows("UPDATE outbox SET dead_at = owed_at WHERE refusals > 0")
    yield
    stage.rows("UPDATE outbox SET dead_at = NULL")
