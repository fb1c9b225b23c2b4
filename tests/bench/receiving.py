"""Taking replies in: the webhook, reading and what Slack is owed, against storing the bodies alone."""

from typing import Any, Final

import httpx

from bot.clock import Clock
from bot.connecting import build_addresses
from bot.domain.replies.replies import ReplyKind
from bot.mail.sending import placeholders
from bot.mail.sending.composing import TemplateComposer
from bot.mail.tokens import SignedTokens
from bot.main import build
from bot.records.mail import Purpose
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.bench.measuring import Meter, run_named
from tests.bench.sending import NOW, enrolled, settings
from tests.domain.samples import BRAM, CONTENT
from tests.doubles.sendgrid import InboundParse

NEIGHBOURS = 1000
CHOSEN: Final = settings("sqlite:///no.db", "http://127.0.0.1:9")
ADDRESSES: Final = build_addresses(CHOSEN)
ALERT: Final = TemplateComposer(CHOSEN.place, CHOSEN.locale, CHOSEN.public_url).alert("BM-2026-0001", CONTENT)
"""What all of them got, and quote."""


def mail(number: int, to: str) -> bytes:
    got = placeholders.fill(ALERT.text, placeholders.values(ADDRESSES, 1 + number % NEIGHBOURS))
    quoted = "\r\n".join(f"> {line}" for line in got.splitlines())
    return (
        f"From: Buur <buur{number % NEIGHBOURS}@example.nl>\r\nTo: {to}\r\nSubject: Re: {ALERT.subject}\r\n"
        f"Message-ID: <bench-{number}@example.nl>\r\nContent-Type: text/plain; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\nIk zag bus {number} wegrijden.\r\n\r\n{quoted}\r\n"
    ).encode()


def mailed(database_url: str) -> None:
    """An alert that a thousand neighbours got."""
    alert = enrolled(database_url, NEIGHBOURS)
    with unit_of_work(make_engine(database_url), Clock())() as uow:
        assert uow.alerts.approve(alert, BRAM, NOW)
        uow.mailings.plan(alert, NEIGHBOURS, NOW)


def whole_path(meter: Meter, database_url: str, replies: int) -> None:
    """Signed posts to the real web server: stored, read, acknowledged, owed to Slack."""
    mailed(database_url)
    inbound = InboundParse()
    chosen = settings(database_url, "http://127.0.0.1:9")
    program = build(chosen.model_copy(update={"sendgrid_inbound_public_key": inbound.public_key}))
    tokens = SignedTokens(chosen.secret_key.get_secret_value())
    answer_address = build_addresses(chosen).answer_address
    posts = []
    for number in range(replies):
        to = answer_address(tokens.make(Purpose.REPLY, 1 + number % NEIGHBOURS))
        posts.append(inbound.signed(mail(number, to), [to], f"buur{number % NEIGHBOURS}@example.nl"))
    program.listen()
    url = f"http://127.0.0.1:{program.http_port}/mail/inbound"
    with meter.running(), httpx.Client(trust_env=False) as client:
        for post in posts:
            assert client.post(url, content=post.body, headers=post.headers).status_code == 200
        while program.workflow.receiving.read_waiting():
            pass
    program.stop()
    assert _own_words(database_url) == {f"Ik zag bus {number} wegrijden." for number in range(replies)}


def bodies_alone(meter: Meter, database_url: str, replies: int) -> None:
    """The same mails, each in a transaction of its own, and nothing else."""
    mails = [mail(number, "antwoord@mail.example") for number in range(replies)]
    work = unit_of_work(make_engine(database_url), Clock())
    with meter.running():
        for number, raw in enumerate(mails):
            with work() as uow:
                uow.inbox.store(ReplyKind.MAIL, str(number), raw, [], NOW)


def _own_words(database_url: str) -> set[Any]:
    with make_engine(database_url).connect() as connection:
        return set(connection.exec_driver_sql("SELECT words FROM replies WHERE label = 'reply'").scalars())


if __name__ == "__main__":
    run_named({one.__name__: one for one in (whole_path, bodies_alone)})
