"""A busy day: 40 alerts, 120 replies of all kinds, three responders at once, Slack away, two restarts.

At its end every citizen was acknowledged and answered once, every message says how things stand, and none stands twice.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from threading import BoundedSemaphore, Event
from time import sleep
from typing import Any

from bot.domain.people import ParticipantRow
from tests.doubles.citizen import out_of_office, reply_from
from tests.doubles.sendgrid import SentMail
from tests.doubles.slack import Message, Person
from tests.stage import FORM, Stage, X, Y, seen

ALERTS, HOMES = 40, 3
RESPONDERS = 3
ACKNOWLEDGED = "Wij hebben uw reactie ontvangen"
RATINGS = ("Relevant voor deze zaak", "Relevant voor andere zaak", "Niet relevant")
PATIENCE_S = 180


@dataclass
class Gate:
    """Everybody works through it; who closes it waits until nobody is in the middle of something."""

    room: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(RESPONDERS + 1))

    @contextmanager
    def closed(self) -> Iterator[None]:
        """Nobody works."""
        for _ in range(RESPONDERS + 1):
            self.room.acquire()
        yield
        for _ in range(RESPONDERS + 1):
            self.room.release()


def todo(message: Message) -> list[str]:
    """What its line says that is still to do."""
    _, _, owed = message.plain().partition("Nog te doen:*")
    return [duty.strip() for duty in owed.partition("\n")[0].split(",") if duty.strip()]


class Day:
    """Who works on it, and what came in."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.gate = Gate()
        self.over = Event()
        self.responders = [
            stage.carla,
            *(stage.joins(stage.triage, name, f"{name.title()} Smit") for name in ("cees", "dora")),
        ]

    def begins(self) -> None:
        """Forty burglaries, each in a street of its own, asked for by Anna and sent by Bram."""
        for number in range(ALERTS):
            x = X + 5_000 * (number % 20)
            y = Y + 5_000 * (number // 20)
            street = f"Laan van de {number + 1}e Dag"
            self.stage.geocoder.knows(street, "12", "3823 AB", "Amersfoort", x, y)
            self.stage.program.enrol(
                ParticipantRow(
                    f"buur{number}.{home}@example.nl", f"Buur {number}", "3823 AB", "7", "Kattenbroek", x + home, y
                )
                for home in range(HOMES)
            )
            form = self.stage.opens_form(self.stage.anna)
            form.fill({**FORM, "Straat": street, "BVH-nummer (intern)": f"2026-{number:05}"}).submit()
            assert seen(self.stage.anna).submit().closed
        self.stage.settle()
        for message in self.stage.intake.messages:
            self.stage.bram.presses(message, "Goedkeuren en versturen")
        self.stage.settle()

    def mail_of(self, number: int, home: int) -> SentMail:
        """What this neighbour got about the burglary in their street."""
        return self.stage.mails_to(f"buur{number}.{home}@example.nl")[0]

    def writes(self, number: int, home: int) -> None:
        """One of the hundred and twenty, each kind in its turn."""
        kind = (number * HOMES + home) % 6
        mail = self.mail_of(number, home)
        words = f"Ik zag om {number} over tien een grijze bus."
        if kind == 1:
            link = next(word for word in mail.text.split() if "/reageren/" in word)
            assert self.stage.sends_form(link, what=words).status_code == 200
            return
        raw: Any = reply_from(mail, words, client=("gmail", "outlook", "apple")[number % 3], html=number % 2 == 0)
        if kind == 4:
            raw = out_of_office(mail)
        self.arrives(raw, mail)

    def arrives(self, raw: Any, mail: SentMail) -> None:
        """By the provider's webhook; nobody waits for it to be read."""
        body = raw if isinstance(raw, bytes) else raw.as_bytes()
        self.stage.inbound.post(self.stage.url("/mail/inbound"), body, [mail.from_], mail.to)

    def toils(self) -> None:
        """The jobs of the program, whichever copy of it runs now."""
        while not self.over.is_set():
            with self.gate.room:
                self._a_moment_of_work()
            sleep(0.002)

    def _a_moment_of_work(self) -> None:
        work = self.stage.program.workflow
        work.sending.recover()
        work.receiving.read_waiting()
        work.sending.send_next()
        for _ in range(20):
            if not work.posting.deliver_next():
                return

    def responds(self, person: Person) -> None:
        """Takes what is open, in no order, as if alone; a colleague may be at the same one."""
        chance = Random(person.id)
        while not self.over.is_set():
            shown = self.stage.triage.messages
            for message in chance.sample(shown, len(shown)):
                if todo(message):
                    with self.gate.room:
                        self.does_something(person, message, chance)
            sleep(0.02)

    def does_something(self, person: Person, message: Message, chance: Random) -> None:
        """The next thing that is owed, or taking it first."""
        owed = todo(message)
        label = self._button(owed, message, chance)
        if label not in message.buttons:
            return  # somebody was first
        person.presses(message, label)
        self.stage.program.listeners.wait_until_idle()
        if (form := person.modal) is None:
            return
        if form.title == "Toch doorgaan?" and chance.random() < 0.5:
            form.close()
            return
        while person.modal is not None:
            self._fills_in(person, message)

    def _button(self, owed: list[str], message: Message, chance: Random) -> str:
        if "Ik pak dit op" in message.buttons and chance.random() < 0.3:
            return "Ik pak dit op"
        buttons: dict[str, Callable[[], str]] = {
            "beoordelen": lambda: chance.choice(RATINGS),
            "wel of niet doorzetten": lambda: chance.choice(("Naar inbrakenteam", "Niet doorzetten")),
            "beantwoorden": lambda: "Beantwoorden",
            "BVH": lambda: "In BVH gezet",
        }
        return buttons[owed[0]]() if owed else "Ik pak dit op"

    def _fills_in(self, person: Person, message: Message) -> None:
        form = seen(person)
        if form.title == "Burgernetmail":  # told in place of a form: a colleague was first
            form.close()
            return
        if form.title == "In BVH gezet":
            form.fill({"BVH-nummer": f"2026-{message.ts[-6:]}"})
        elif form.title == "Welke andere zaak?":
            form.fill({"Bij welke zaak hoort deze reactie?": "Nog niet bekend"})
        if form.submit().errors:
            form.close()

    def goes_on_until(self, done: Callable[[], bool]) -> None:
        """Wait while others work."""
        for _ in range(PATIENCE_S * 50):
            if done():
                return
            sleep(0.02)
        raise AssertionError([message.plain() for message in self.stage.triage.messages if todo(message)][:3])

    def all_handled(self) -> bool:
        """Nothing is left to do."""
        [row] = self.stage.rows("SELECT count(*) AS open FROM replies WHERE label = 'reply' AND handled_at IS NULL")
        [unread] = self.stage.rows("SELECT count(*) AS waiting FROM inbound WHERE read_at IS NULL")
        return not (row.open or unread.waiting)


def test_at_its_end_everybody_was_answered_once_and_every_message_is_true(stage: Stage) -> None:
    day = Day(stage)
    day.begins()
    assert len(stage.sendgrid.sent) == ALERTS * HOMES
    with ThreadPoolExecutor(RESPONDERS + 1) as people:
        working = [people.submit(day.responds, person) for person in day.responders]
        working.append(people.submit(day.toils))
        try:
            the_day_goes(day)
            day.goes_on_until(day.all_handled)
        finally:
            day.over.set()
        for one in working:
            one.result()
    stage.later(seconds=5)
    stage.later(minutes=5)
    everybody_was_answered_once(stage)
    every_message_is_true(stage)
    nothing_stands_twice(stage)


def the_day_goes(day: Day) -> None:
    """Six parts of an hour and a half, twenty replies each."""
    stage = day.stage
    for part in range(6):
        for number in range(ALERTS):
            for home in range(HOMES):
                if (number * HOMES + home) % 6 == (part + number) % 6:
                    day.writes(number, home)
        if part == 2:
            with day.gate.closed():
                stage.slack.down = True
            for _ in range(10):
                stage.wait(timedelta(minutes=1))
                sleep(0.05)
            stage.slack.down = False
        if part in {3, 4}:
            with day.gate.closed():
                stage.restart()
        sleep(0.2)


def everybody_was_answered_once(stage: Stage) -> None:
    """One acknowledgement a citizen an alert, one answer a reply; machines got neither."""
    [counts] = stage.rows(
        "SELECT count(*) AS n, count(DISTINCT from_address) AS people FROM replies WHERE label = 'reply'"
    )
    mails = [mail for mail in stage.sendgrid.sent if not mail.subject.startswith("Inbraak in")]
    acknowledged = Counter(mail.to for mail in mails if mail.subject == ACKNOWLEDGED)
    answered = Counter(mail.to for mail in mails if mail.subject != ACKNOWLEDGED)
    writers = [row.from_address for row in stage.rows("SELECT from_address FROM replies WHERE label = 'reply'")]
    assert counts.n == len(writers) == 100
    assert acknowledged == Counter(set(writers))
    assert answered == Counter(writers)


def every_message_is_true(stage: Stage) -> None:
    """What stands in the channel is what stands in the database."""
    query = (
        "SELECT r.rating, r.label, m.ts FROM replies r JOIN messages m ON m.task = 'show_reply' AND m.subject_id = r.id"
    )
    rows = stage.rows(query)
    shown = {message.ts: message for message in stage.triage.messages}
    assert len(rows) == ALERTS * HOMES == len(shown)
    names = dict(zip(("relevant_here", "relevant_elsewhere", "not_relevant"), RATINGS, strict=True))
    for row in rows:
        text = shown[row.ts].plain()
        if row.label == "reply":
            assert "Afgehandeld" in text
            assert f"{names[row.rating]} (" in text
            assert "Ontvangstbevestiging: verstuurd" in text
            assert "Antwoord: verstuurd" in text
        else:
            assert "Niets te doen" in text
    assert stage.rows("SELECT task FROM outbox") == []
    leads = stage.rows("SELECT id FROM leads")
    assert sum(len(parent.thread) for parent in stage.burglary.messages) == len(leads) > 0


def nothing_stands_twice(stage: Stage) -> None:
    """Each post carries a key of its own."""
    for channel in (stage.intake, stage.triage, stage.burglary, stage.supervision):
        posts = [*channel.messages, *(note for message in channel.messages for note in message.thread)]
        keys = Counter(post.metadata["event_payload"]["key"] for post in posts if post.metadata)
        assert sum(keys.values()) == len(posts)
        assert set(keys.values()) <= {1}
