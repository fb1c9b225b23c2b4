"""The police on a busy day: the program's jobs, three responders, a detective; each as if alone."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from threading import BoundedSemaphore, Event, Lock
from time import sleep
from typing import Final

from tests.doubles.slack import Message, Modal, Person
from tests.doubles.slack.lists import is_behind
from tests.scenarios.busy_street import ALERTS, HOMES, QUESTION, Citizen, Kind
from tests.stage import Stage

CHOOSE: Final = "Kies de mail"
WHICH_MAIL: Final = "Bij welke mail hoort deze reactie?"
RATINGS: Final = ("Relevant voor deze zaak", "Relevant voor andere zaak", "Niet relevant")
RESULTS: Final = ("Bruikbaar", "Uitgesloten", "Niet bruikbaar", "Gouden tip")
CALLING: Final = ("Terugbellen", "Gebeld")
PROMISED: Final = "Terugbellen: "
PARTS: Final = ("", "1. ", "2. ", "3. ", "4. ")
AT_WORK: Final = 5
PAUSE_S: Final = 0.1


@dataclass
class Gate:
    """Everybody works through it; who closes it waits until nobody is in the middle of something."""

    door: Lock = field(default_factory=Lock)
    room: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_WORK))

    @contextmanager
    def passed(self) -> Iterator[None]:
        """Somebody works."""
        with self.door:
            self.room.acquire()
        try:
            yield
        finally:
            self.room.release()

    @contextmanager
    def closed(self) -> Iterator[None]:
        """Nobody works."""
        with self.door:
            for _ in range(AT_WORK):
                self.room.acquire()
            yield
            for _ in range(AT_WORK):
                self.room.release()


@dataclass
class Screens:
    """What everybody sees, read once a version."""

    _read: dict[str, tuple[int, str]] = field(default_factory=dict)

    def text(self, message: Message) -> str:
        """What it says now."""
        version = len(message.updates)
        known = self._read.get(message.ts)
        if known is None or known[0] != version:
            known = self._read[message.ts] = (version, message.plain())
        return known[1]


def _mails_in(form: Modal) -> list[str]:
    """The newest alert of the list, and none of these."""
    [asked] = [block["element"] for block in form.view.blocks if block.get("block_id") == "mail"]
    names = [str(option["text"]["text"]) for option in asked["options"]]
    return [names[0], names[-1]]


def todo(text: str) -> list[str]:
    """What its line says that is still to do."""
    if RATINGS[-1] in text.splitlines():  # its buttons: nobody rated it
        return ["beoordelen"]
    _, _, owed = text.partition("nog te doen: ")
    return [duty.strip() for duty in owed.partition("\n")[0].split(",") if duty.strip()]


class Desk:
    """Who works on it, until the day is over."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.gate = Gate()
        self.over = Event()
        self.screens = Screens()
        self.asked: set[int] = set()
        self.responders = [
            stage.carla,
            *(stage.joins(stage.triage, name, f"{name.title()} Smit") for name in ("cees", "dora")),
        ]

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Everybody is at work meanwhile."""
        with ThreadPoolExecutor(AT_WORK) as people:
            working: list[Future[None]] = [people.submit(self._toils), people.submit(self._investigates)]
            working += [people.submit(self._responds, person) for person in self.responders]
            try:
                yield
            finally:
                self.over.set()
            for one in working:
                one.result()

    def _toils(self) -> None:
        """The jobs of the program, whichever copy of it runs now."""
        while not self.over.is_set():
            with self.gate.passed():
                self._a_moment_of_work()
            sleep(PAUSE_S)

    def _a_moment_of_work(self) -> None:
        work = self.stage.program.workflow
        work.sending.recover()
        work.receiving.read_waiting()
        work.sending.send_next()
        for _ in range(20):
            if not work.posting.deliver_next():
                return

    def _responds(self, person: Person) -> None:
        """Does what is open, in no order; a colleague may be at the same one."""
        chance = Random(person.profile.name)
        while not self.over.is_set():
            shown = self.stage.triage.messages
            for message in chance.sample(shown, len(shown)):
                text = self.screens.text(message)
                if todo(text) or PROMISED in text:
                    with self.gate.passed():
                        self._does_something(person, message, text, chance)
                    if self.stage.slack.down:
                        break  # it did not work: that is for later
            sleep(PAUSE_S)

    def _does_something(self, person: Person, message: Message, text: str, chance: Random) -> None:
        label = self._next(person, message, text, chance)
        if label not in message.buttons and not (label in CALLING and is_behind(message, label)):
            return  # somebody was first
        try:
            self._presses(person, message, label, chance)
        except AssertionError:  # it was behind *Meer ...*, and somebody was first meanwhile
            if label not in CALLING or person.modal is None:
                raise
            person.modal.close()
            return
        citizen = _who(text)
        while (form := person.modal) is not None:
            if form.title == "Toch doorgaan?" and (citizen.kind is Kind.ASKED or chance.random() < 0.5):
                form.close()
                return
            self._fills_in(form, message, citizen)

    def _presses(self, person: Person, message: Message, label: str, chance: Random) -> None:
        person.presses(message, label)
        self.stage.program.listeners.wait_until_idle()

    def _next(self, person: Person, message: Message, text: str, chance: Random) -> str:
        """What is owed first, or taking it; now and then somebody sees it differently."""
        owed, citizen = todo(text), _who(text)
        if not owed:
            return "Gebeld"
        if citizen.kind is Kind.ASKED and "schreef opnieuw" not in text:
            return self._asks(person, text, citizen)
        if "Ik pak dit op" in message.buttons and chance.random() < 0.3:
            return "Ik pak dit op"
        agrees = chance.random() < 0.8
        if CHOOSE in message.buttons:
            return CHOOSE
        if owed == ["beoordelen"]:
            return RATINGS[citizen.number % 3] if agrees else chance.choice(RATINGS)
        if owed == ["antwoord"] and citizen.kind is Kind.CALLED:
            return CALLING[PROMISED in text]
        return "Afhandelen"

    def _asks(self, person: Person, text: str, citizen: Citizen) -> str:
        """Who took it asks, once, and waits; colleagues leave it to them."""
        if " heeft deze, " not in text:
            return "Ik pak dit op"
        mine = f"{person.name} heeft deze, " in text
        return "Vraag stellen" if mine and citizen.number not in self.asked else ""

    def _fills_in(self, form: Modal, message: Message, citizen: Citizen) -> None:
        """What is wrong, or told in place of a form: a colleague was first."""
        if "submit" not in form.view.content:
            form.close()
            return
        known = _filled(message, citizen)
        filled = {label: known[label] for label in form.labels if label in known}
        if WHICH_MAIL in form.labels:
            filled[WHICH_MAIL] = _mails_in(form)[citizen.number % 2]
        form.fill(filled)
        outcome = form.submit()
        if outcome.errors:
            form.close()
        elif "Uw vraag" in filled and outcome.closed:
            self.asked.add(citizen.number)

    def _investigates(self) -> None:
        """Daan reads every lead, and says what it is worth."""
        while not self.over.is_set():
            with self.gate.passed():
                if self.stage.slack.bot_user_id in self.stage.burglary.members:
                    for parent in self.stage.burglary.messages:
                        for lead in parent.thread:
                            self._judges(lead)
            sleep(PAUSE_S)

    def _judges(self, lead: Message) -> None:
        text, daan = self.screens.text(lead), self.stage.daan
        result = RESULTS[_who(text).number // 12 % 4]
        if "Gelezen" in lead.buttons:
            daan.presses(lead, "Gelezen")
        elif any(f": {one.lower()}*" in text for one in RESULTS):
            return
        else:
            daan.presses(lead, "Uitslag")
            self.stage.program.listeners.wait_until_idle()
            if daan.modal is not None:  # else the press came too late to open one: it is made again
                daan.modal.fill({"Wat is deze tip waard?": result, "Toelichting": "Zie dossier."}).submit()
        self.stage.program.listeners.wait_until_idle()

    def later(self, **span: float) -> None:
        """So much later; nobody is in the middle of something."""
        with self.gate.closed():
            self.stage.wait(timedelta(**span))

    def goes_on_until(self, done: Callable[[], bool], meanwhile: Callable[[], object], tries: int = 1200) -> None:
        """Wait while others work."""
        for _ in range(tries):
            meanwhile()
            if done():
                return
            sleep(5 * PAUSE_S)
        texts = [message.plain() for message in self.stage.triage.messages]
        raise AssertionError([*self._left(), *[text for text in texts if todo(text)][:3]])

    def has_nothing_left(self) -> bool:
        """Everything was read, posted, done, called and judged."""
        return not any(self._left())

    def _left(self) -> list[int]:
        [row] = self.stage.rows(LEFT)
        return list(row)


LEFT: Final = """
    SELECT (SELECT count(*) FROM replies WHERE label = 'reply' AND handled_at IS NULL) AS open,
    (SELECT count(*) FROM inbound WHERE read_at IS NULL) AS unread,
    (SELECT count(*) FROM outbox) AS owed,
    (SELECT count(*) FROM callbacks WHERE done_at IS NULL) AS to_call,
    (SELECT count(*) FROM leads WHERE result IS NULL OR read_at IS NULL) AS leads
"""


def _who(text: str) -> Citizen:
    """Whose words these are."""
    told = re.search(r"melding (\d+):", text)
    assert told, text
    return Citizen(int(told[1]))


def _filled(message: Message, citizen: Citizen) -> dict[str, object]:
    """What goes into which field, whatever form asks for it."""
    other = f"BM-2026-{(citizen.number // HOMES + 1) % ALERTS + 1:04}"
    name = (f"2026-{message.ts[-6:]}", other, f"2026-9{citizen.number:04}")[citizen.number // 3 % 3]
    return {
        "BVH-nummer": f"2026-{message.ts[-6:]}",
        **{f"{part}Bij welke zaak hoort deze reactie?": "Andere zaak: hieronder invullen" for part in PARTS},
        "BVH-nummer of kenmerk": name,
        "Uw vraag": QUESTION,
        "Dag": "2026-01-15",
        "Tijd": "10:00",
        "Wat is er besproken?": "Bedankt, u hoort van ons.",
        "Beantwoord?": ["Dit was het persoonlijke antwoord"],
        "Hoe?": "Telefonisch beantwoord",
        "In BVH gezet?": ["Staat in BVH"],
        **{f"{part}Inbrakenteam": "Niet doorzetten" if citizen.number % 4 == 1 else "Doorzetten" for part in PARTS},
        **{f"{part}Wat heeft u gezegd?": "Bedankt, u hoort van ons." for part in PARTS},
        **({"Antwoord versturen?": "Nee, later"} if citizen.kind is Kind.CALLED else {}),
    }
