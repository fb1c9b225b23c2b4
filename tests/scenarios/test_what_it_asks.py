"""What the main flows ask of the database, from the press until all that shows it is posted."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import current_thread
from typing import Any, Final

from sqlalchemy import Connection, Engine, event

from storage.engine import only_reads
from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.stage import Stage

MOST: Final[Mapping[str, tuple[int, int]]] = {
    "file a request": (6, 56),
    "approve": (4, 28),
    "send": (6, 31),
    "reply in": (7, 43),
    "rate": (3, 15),
    "escalate": (6, 37),
    "judge a lead": (6, 24),
    "judge a lead of somebody who wrote on": (6, 29),
    "answer": (5, 33),
    "record in BVH": (4, 23),
    "close": (5, 24),
}
"""Transactions and statements, PostgreSQL's locks and notices among them; each post takes one, the first one more.
What only reads takes none on PostgreSQL, and no lock on SQLite: its statements count, its look does not.
To escalate is to open ⋯ and to choose there."""
MORE_MAIL = "Ik zag nog iets.", "En nog iets.", "En dit."


class Counted:
    """What was asked; how a transaction begins does not count, nor what prolongs leases where a machine is slow."""

    def __init__(self) -> None:
        self.transactions = 0
        self.statements: list[str] = []

    def begins(self, connection: Connection) -> None:
        self.transactions += current_thread().name != "leases" and not only_reads(connection)

    def asks(self, _connection: object, _cursor: object, statement: str, *_more: Any) -> None:
        if not statement.startswith("BEGIN") and current_thread().name != "leases":
            self.statements.append(statement)


@contextmanager
def counted() -> Iterator[Counted]:
    asked = Counted()
    event.listen(Engine, "begin", asked.begins)
    event.listen(Engine, "before_cursor_execute", asked.asks)
    try:
        yield asked
    finally:
        event.remove(Engine, "begin", asked.begins)
        event.remove(Engine, "before_cursor_execute", asked.asks)


class Flows:
    """Does a flow and the work that it makes, and counts; the last look, which finds nothing, is not counted."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.asked: dict[str, Counted] = {}

    def do(self, name: str, act: Callable[[], object]) -> None:
        work = self._stage.program.workflow
        with counted() as asked:
            act()
            self._stage.program.listeners.wait_until_idle()
            while work.posting.deliver_next():
                pass
        asked.statements.pop()
        self.asked[name] = asked
        self._stage.settle()

    def press(self, name: str, person: Any, message: Message, button: str) -> None:
        self.do(name, lambda: person.presses(message, button))

    def too_much(self) -> dict[str, tuple[int, int, str]]:
        return {
            name: (asked.transactions, len(asked.statements), "\n".join(asked.statements))
            for name, asked in self.asked.items()
            if asked.transactions > MOST[name][0] or len(asked.statements) > MOST[name][1]
        }


def test_a_flow_asks_no_more_of_the_database_than_it_needs(stage: Stage) -> None:
    stage.lives("Noor", metres=120)
    flows, work = Flows(stage), stage.program.workflow
    flows.do("file a request", stage.previews(stage.anna).submit)
    stage.bram.presses(stage.alert_message(), "Goedkeuren en versturen")
    stage.program.listeners.wait_until_idle()
    flows.do("send", work.sending.send_next)
    mail = stage.mail_to("noor@example.nl")

    def comes_in() -> None:
        raw = reply_from(mail, "Ik zag een grijze bus met kenteken 12-ABC-3.")
        stage.inbound.post(stage.url("/mail/inbound"), raw, [mail.from_], "noor@example.nl")
        work.receiving.read_waiting()

    flows.do("reply in", comes_in)
    reply = stage.reply_message()
    stage.presses(stage.carla, reply, "Ik pak dit op")
    flows.press("rate", stage.carla, reply, "Relevant voor deze zaak")
    flows.press("escalate", stage.carla, reply, "Naar inbrakenteam")
    lead = stage.burglary.messages[-1].thread[-1]
    stage.presses(stage.daan, lead, "Gelezen")
    stage.presses(stage.daan, lead, "Uitslag")
    flows.do("judge a lead", seen(stage.daan).fill({"Wat is deze tip waard?": "Bruikbaar"}).submit)
    for words in MORE_MAIL:
        stage.answers("Noor", words)
    stage.presses(stage.daan, lead, "Uitslag wijzigen")
    again = seen(stage.daan).fill({"Wat is deze tip waard?": "Uitgesloten"})
    flows.do("judge a lead of somebody who wrote on", again.submit)
    stage.presses(stage.carla, reply, "Beantwoorden")
    flows.do("answer", seen(stage.carla).submit)
    stage.presses(stage.carla, reply, "Staat in BVH")
    flows.do("record in BVH", seen(stage.carla).fill({"BVH-nummer": "2026-001234"}).submit)
    stage.presses(stage.anna, stage.alert_message(), "Afsluiten")
    closing = seen(stage.anna).fill({"Wat is de uitkomst?": "Nog niet opgelost"})
    flows.do("close", closing.submit)
    stage.asks(stage.anna, Straat="Kattenbroekstraat")
    flows.press("approve", stage.bram, stage.alert_message(), "Goedkeuren en versturen")
    assert flows.asked.keys() == MOST.keys()
    assert not flows.too_much()
