"""What a press costs the database: transactions and statements of the ten main flows, until all is posted."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from tests.doubles.citizen import reply_from
from tests.stage import Stage

CALLS: Counter[str] = Counter()


class Asked:
    def __init__(self) -> None:
        self.transactions = 0
        self.statements: list[str] = []
        self.log: list[str] = []

    def begin(self, _connection: object) -> None:
        self.transactions += 1
        self.log.append("-- BEGIN")

    def statement(self, _connection: object, _cursor: object, statement: str, *_more: Any) -> None:
        if not statement.startswith("BEGIN"):
            self.statements.append(statement)
            self.log.append(" ".join(statement.split())[:230])


@contextmanager
def counted() -> Iterator[Asked]:
    asked = Asked()
    event.listen(Engine, "begin", asked.begin)
    event.listen(Engine, "before_cursor_execute", asked.statement)
    try:
        yield asked
    finally:
        event.remove(Engine, "begin", asked.begin)
        event.remove(Engine, "before_cursor_execute", asked.statement)


def test_costs(stage: Stage) -> None:
    import os

    out = open(f"/tmp/q/{os.environ.get('OUT', 'log')}-{stage.database_url[:6]}", "w")

    def flow(name: str, act: Callable[[], object], before: Callable[[], object] = lambda: None) -> None:
        work = stage.program.workflow
        with counted() as asked:
            act()
            stage.program.listeners.wait_until_idle()
            own = (asked.transactions, len(asked.statements))
            before()
            n = 0
            while work.posting.deliver_next():
                n += 1
        print(f"{name:20} {asked.transactions - 1:4} {len(asked.statements) - 1:4}   own {own} items {n}")
        print("=====", name, *asked.log, sep="\n", file=out)
        stage.settle()

    stage.lives("Noor", metres=120)
    preview = stage.previews(stage.anna)
    flow("file", preview.submit)
    alert = stage.alert_message()
    flow("approve", lambda: stage.bram.presses(alert, "Goedkeuren en versturen"))
    alert = stage.alert_message()
    work = stage.program.workflow
    stage2 = stage
    mail = stage.mail_to("noor@example.nl")
    with_reply = reply_from(mail, "Ik zag een grijze bus met kenteken 12-ABC-3.")

    def reply_comes() -> None:
        stage.inbound.post(stage.url("/mail/inbound"), with_reply, [mail.from_], "noor@example.nl")

    flow("reply", reply_comes, lambda: work.receiving.read_waiting())
    reply = stage.reply_message()
    flow("take", lambda: stage.carla.presses(reply, "Ik pak dit op"))
    print([b for b in reply.buttons])
    flow("rate", lambda: stage.carla.presses(reply, "Relevant voor deze zaak"))
    print([b for b in reply.buttons])
    flow("escalate", lambda: stage.carla.presses(reply, "Naar inbrakenteam"))
    lead = stage.burglary.messages[-1].thread[-1]
    print([b for b in lead.buttons])
    flow("read lead", lambda: stage.daan.presses(lead, "Gelezen"))
    flow("judge", lambda: stage.daan.presses(lead, "Bruikbaar"))
    flow("answer form", lambda: stage.carla.presses(reply, "Beantwoorden"))
    form = stage.carla.modal
    assert form
    flow("answer", lambda: form.submit())
    print([b for b in reply.buttons])
    flow("bvh form", lambda: stage.carla.presses(reply, "Staat in BVH"))
    flow("close form", lambda: stage.anna.presses(alert, "Afsluiten"))
    closing = stage.anna.modal
    assert closing
    flow("close", lambda: closing.fill({"Wat is de uitkomst?": "Nog niet opgelost"}).submit())
