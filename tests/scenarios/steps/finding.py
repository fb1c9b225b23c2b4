"""Searching."""

from tests.doubles.slack import Channel, Message, Person
from tests.stage import Stage


def finds(stage: Stage, person: Person, channel: Channel, what: str) -> Message:
    """What this person is told, and nobody else."""
    before = len(person.ephemerals(channel))
    posted = len(channel.messages)
    person.command("/burgernetmail", f"zoek {what}", channel)
    told = stage.slack.wait_for(lambda: person.ephemerals(channel)[before:])[0]
    assert len(channel.messages) == posted
    return told
