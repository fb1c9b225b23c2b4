"""The program dies at each step of sending: everybody is mailed exactly once, or shown as unknown until it is known."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from bot.mail.sending.composing import TemplateComposer
from bot.mail.sending.pooled_client import PooledClient
from bot.mail.sending.sendgrid import SendGridMailer
from bot.slack.outbox.chat import SlackChat
from bot.workflow.alerts.sending import Sending
from storage.alerts.alerts import StoredAlerts
from storage.mailings.mailings import StoredMailings
from storage.outbox.outbox import StoredOutbox
from tests.doubles.slack import Message
from tests.stage import Stage

PEOPLE = 5
STEPS: dict[str, tuple[type, str, bool]] = {
    "in the middle of the claim": (StoredMailings, "claim_batch", True),
    "the people are known, nothing is committed": (StoredMailings, "recipients", True),
    "claimed, not composed": (TemplateComposer, "alert", False),
    "composed, not called": (SendGridMailer, "send_alert", False),
    "called, nothing has left": (PooledClient, "_make_request", False),
    "the provider took it, the answer is not read": (PooledClient, "_make_request", True),
    "the answer is read": (SendGridMailer, "send_alert", True),
    "before it is written down": (Sending, "_settle", False),
    "the batch is settled, not committed": (StoredMailings, "settle_batch", True),
    "all is settled, not committed": (StoredOutbox, "owe", True),
    "the alert is marked as sent, not committed": (StoredAlerts, "mark_sent", True),
    "settled, before the next batch": (Sending, "_settle", True),
    "before it is shown": (SlackChat, "show_alert", False),
    "shown, not written down": (SlackChat, "show_alert", True),
}
"""Where it dies: before a call of ours, or (True) just after it."""

AFTERWARDS: dict[str, tuple[type, str, bool]] = {
    "recovering, before": (Sending, "_settle", False),
    "recovering, not committed": (StoredMailings, "settle_batch", True),
    "about to ask, not committed": (StoredMailings, "ask", True),
    "asked, not posted": (SlackChat, "show_batch", False),
    "posted, not written down": (SlackChat, "show_batch", True),
    "deciding, not committed": (StoredMailings, "decide_batch", True),
    "decided, the colleague is not told": (Sending, "decide", True),
    "the events are taken, not committed": (StoredMailings, "record_events", True),
}
"""The same, while a call that was lost before is put right."""


class Killed(BaseException):
    """The process is no more."""


class Death:
    """Kills at a step, once."""

    def __init__(self, patch: pytest.MonkeyPatch, place: type, name: str, after: bool) -> None:
        self.place = f"{place.__name__}.{name} {after}"
        self.came = False
        alive: Callable[..., Any] = getattr(place, name)

        def dies(*args: Any, **given: Any) -> Any:
            if self.came:
                return alive(*args, **given)
            if after:
                alive(*args, **given)
            self.came = True
            raise Killed

        patch.setattr(place, name, dies)


@pytest.fixture(autouse=True)
def _small_batches(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SendGridMailer, "batch_size", 2)
    stage.restart()


def approved(stage: Stage) -> Message:
    """Committed, and nothing of it sent: the first of all the steps at which to die."""
    stage.crowd(PEOPLE)
    message = stage.asks()
    stage.bram.presses(message, "Goedkeuren en versturen")
    stage.program.listeners.wait_until_idle()
    stage.restart()
    assert not stage.sendgrid.sent
    return message


def goes_on(stage: Stage, minutes: int = 0) -> None:
    """The program works, until it is killed; then another one is started."""
    try:
        stage.later(minutes=minutes)
    except Killed:
        starts_again(stage)


def starts_again(stage: Stage) -> None:
    """However often it is killed while it starts."""
    try:
        stage.restart()
    except Killed:
        starts_again(stage)


def mails(stage: Stage) -> Counter[str]:
    return Counter(mail.to for mail in stage.sendgrid.sent)


def nobody_is_lost(stage: Stage, message: Message) -> None:
    """Now everybody has one mail, or is shown as unknown; nobody has two."""
    stage.later(minutes=5)
    got = mails(stage)
    assert set(got.values()) <= {1}
    states = "SELECT p.email, d.state FROM deliveries d JOIN participants p ON p.id = d.participant_id"
    people = {row.email: row.state for row in stage.rows(states)}
    assert set(people.values()) <= {"sent", "unknown"}
    assert {email for email, state in people.items() if state == "sent"} <= set(got)
    unknown = [*people.values()].count("unknown")
    assert f"{PEOPLE - unknown} van {PEOPLE}" in message.plain()
    assert (f"{unknown} onbekend" in message.plain()) is bool(unknown)


def tells(stage: Stage) -> None:
    """The provider's events of all that it took; it repeats them until they are taken."""
    events = [event for mail in stage.sendgrid.sent for event in stage.events.events_for(mail, "delivered")]
    if stage.events.post(stage.url("/mail/events"), events) != [200]:
        stage.restart()
        assert stage.events.post(stage.url("/mail/events"), events) == [200]


def decides(stage: Stage, what: str) -> None:
    """A superuser does so wherever it is asked."""
    for question in stage.supervision.messages:
        if what in question.buttons:
            stage.els.presses(question, what)
            stage.program.listeners.wait_until_idle()


def put_right(stage: Stage) -> None:
    """The provider tells what it took, and superusers have the rest sent again."""
    tells(stage)
    goes_on(stage, minutes=15)
    decides(stage, "Nu versturen")
    decides(stage, "Opnieuw versturen")
    goes_on(stage, minutes=5)


def everybody_has_one(stage: Stage, message: Message) -> None:
    put_right(stage)
    put_right(stage)
    got = mails(stage)
    assert (len(got), set(got.values())) == (PEOPLE, {1})
    assert f"{PEOPLE} van {PEOPLE}" in message.plain()
    assert "onbekend" not in message.plain()
    assert "Verstuurd" in message.plain()
    assert not any(question.buttons for question in stage.supervision.messages)


@pytest.mark.parametrize("step", STEPS)
def test_killed_while_sending(stage: Stage, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    message = approved(stage)
    death = Death(monkeypatch, *STEPS[step])
    goes_on(stage)
    assert death.came
    nobody_is_lost(stage, message)
    everybody_has_one(stage, message)


@pytest.mark.parametrize(
    ("step", "taken"),
    [*((step, True) for step in AFTERWARDS), *((step, False) for step in AFTERWARDS if "deci" in step)],
)
def test_killed_while_a_lost_call_is_put_right(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, step: str, taken: bool
) -> None:
    message = approved(stage)
    Death(monkeypatch, PooledClient, "_make_request", after=taken)
    goes_on(stage)
    death = Death(monkeypatch, *AFTERWARDS[step])
    for minutes in (5, 15, 5):  # its lease ends; no event comes; the program that died over that is followed up
        goes_on(stage, minutes)
        nobody_is_lost(stage, message)
    for _ in range(2):
        decides(stage, "Zo laten" if taken else "Opnieuw versturen")
        stage.restart()
        goes_on(stage)
    everybody_has_one(stage, message)
    assert death.came
    assert len(stage.supervision.messages) == 1


def test_killed_again_and_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """At every step, one death after the other; the last program finds what all of them left."""
    message = approved(stage)
    deaths = [Death(monkeypatch, *step) for step in (STEPS | AFTERWARDS).values()]
    for _ in range(len(deaths)):
        goes_on(stage, minutes=5)
        assert set(mails(stage).values()) <= {1}
        put_right(stage)
    assert [death.place for death in deaths if not death.came] == []
    everybody_has_one(stage, message)
