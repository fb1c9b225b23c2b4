"""Sending an alert to many: our whole path, its bare parts, and one request a person."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import orjson
from pydantic import SecretStr
from sendgrid import SendGridAPIClient
from sendgrid.helpers.mail import Content, CustomArg, Email, Header, Mail, Substitution, To
from sqlalchemy import insert, update

from bot.clock import Clock
from bot.domain.alerts.alerts import Alert, Draft
from bot.domain.alerts.mailings import Recipient, of_alert
from bot.domain.participants.people import ParticipantRow
from bot.mail.headers import alert_headers, personal_headers
from bot.mail.sending import placeholders
from bot.mail.sending.sendgrid import SendGridMailer
from bot.main import Program, build
from bot.records.mail import Purpose
from bot.settings import Settings
from storage.engine import make_engine
from storage.mailings.ledger import BEING_PLANNED
from storage.schema.mailings import batches, deliveries, mailings
from storage.unit_of_work import unit_of_work
from tests.bench.measuring import Meter, run_named
from tests.domain.samples import ANNA, BRAM
from tests.domain.samples import CONTENT as CASE
from tests.mail.samples import ADDRESSES, ALERT, TOKENS

NOW = datetime(2026, 1, 14, 12, tzinfo=UTC)
BATCH = 1000


def settings(database_url: str, provider_url: str) -> Settings:
    """As an operator would set them, with a Slack that is never called."""
    return Settings(
        slack_bot_token=SecretStr("xoxb-bench"),
        slack_signing_secret=SecretStr("bench"),
        channel_intake="C1",
        channel_triage="C2",
        channel_burglary="C3",
        channel_supervision="C4",
        database_url=SecretStr(database_url),
        mail_from="burgernetmail@mail.example",
        mail_reply_address="antwoord@mail.example",
        sendgrid_api_key=SecretStr("SG.bench"),
        sendgrid_api_url=provider_url,
        send_hold_seconds=0,
        reach_confirm_above=10_000_000,
        public_url="https://burgernet.example",
        http_port=0,
        secret_key=SecretStr("a secret of more than thirty-two characters"),
    )


def enrolled(database_url: str, people: int) -> Alert:
    """So many neighbours, and a request that waits for a colleague."""
    engine = make_engine(database_url)
    work = unit_of_work(engine, Clock())
    home = ParticipantRow("", "Buur", "3823 AB", "1", "Kattenbroek", CASE.x, CASE.y)
    with work() as uow:
        uow.people.enrol(replace(home, email=f"buur{number}@example.nl") for number in range(people))
        alert = uow.alerts.file(Draft("bench", ANNA.id, CASE, NOW), ANNA, NOW)
    engine.dispose()
    return alert


def whole_path(meter: Meter, database_url: str, provider_url: str, people: int) -> None:
    """Approved, planned, sent and settled: the ledger and the owed Slack messages included."""
    alert = enrolled(database_url, people)
    program: Program = build(settings(database_url, provider_url))
    with meter.running():
        program.workflow.approving.approve(alert.id, alert.version, BRAM)
        while program.workflow.sending.send_next():
            pass
    with unit_of_work(make_engine(database_url), Clock())() as uow:
        progress = uow.mailings.progress(of_alert(alert.id))
    assert progress
    assert progress.sent == people


def bare_parts(meter: Meter, database_url: str, provider_url: str, people: int) -> None:
    """One bulk insert of the ledger's rows, bodies from plain dictionaries, one kept-alive connection.

    Each person's tokens are made: a mail without them is none, whoever writes it.
    """
    alert = enrolled(database_url, people)
    engine = make_engine(database_url)
    with unit_of_work(engine, Clock())() as uow:
        assert uow.alerts.approve(alert, BRAM, NOW)
    with engine.begin() as connection:
        mailing = {"id": 1, "alert_id": alert.id, "total": BEING_PLANNED, "planned_at": NOW}
        connection.execute(insert(mailings).values(mailing))
        batch = {"status": "planned", "attempts": 0, "due_at": NOW, "detail": ""}
        connection.execute(insert(batches).values(id=1, mailing_id=1, **batch))
    ids = {"mailing_id": 1, "batch_id": 1, "state": "planned", "state_at": NOW, "reason": ""}
    with meter.running():
        with engine.begin() as connection:
            connection.execute(insert(deliveries), [{**ids, "participant_id": n + 1} for n in range(people)])
        post = _poster(provider_url)
        for start in range(0, people, BATCH):
            post(orjson.dumps(_plain_body(range(start, min(start + BATCH, people)), TOKENS.make)))


def one_by_one(meter: Meter, database_url: str, provider_url: str, people: int) -> None:
    """A mail of its own for each, through the sendgrid package as it comes, its row settled after each."""
    alert = enrolled(database_url, people)
    engine = make_engine(database_url)
    with unit_of_work(engine, Clock())() as uow:
        assert uow.alerts.approve(alert, BRAM, NOW)
        uow.mailings.plan(alert, BATCH, NOW)
    client = SendGridAPIClient("SG.bench", host=provider_url)
    with meter.running():
        for number in range(1, people + 1):
            client.send(_helper_mail(number))
            with engine.begin() as connection:
                connection.execute(update(deliveries).where(deliveries.c.id == number).values(state="sent"))


def composing(meter: Meter, people: int) -> None:
    """Our bodies alone: each person's tokens, links and headers, as JSON."""
    mailer = SendGridMailer(ADDRESSES, "SG.bench", "http://127.0.0.1:9")
    recipients = [Recipient(n, n, f"buur{n}@example.nl") for n in range(1, people + 1)]
    with meter.running():
        for start in range(0, people, BATCH):
            orjson.dumps(mailer.alert_body(ALERT, recipients[start : start + BATCH]))


def plain_composing(meter: Meter, people: int) -> None:
    """The same as plain dictionaries, their tokens made."""
    with meter.running():
        for start in range(0, people, BATCH):
            orjson.dumps(_plain_body(range(start, start + BATCH), TOKENS.make))


def blank_composing(meter: Meter, people: int) -> None:
    """Dictionaries of the same size with nothing to work out."""
    with meter.running():
        for start in range(0, people, BATCH):
            orjson.dumps(_plain_body(range(start, start + BATCH), lambda _purpose, number: f"{number:021}"))


NAMED = (Purpose.REPLY, Purpose.MESSAGE, Purpose.LEAVE, Purpose.FORM)


def _plain_body(numbers: range, token: Callable[[Purpose, int], str]) -> dict[str, Any]:
    """What a request has to hold, and no more."""
    people = []
    for number in numbers:
        reply, message, leave, form = (token(purpose, number) for purpose in NAMED)
        people.append(
            {
                "to": [{"email": f"buur{number}@example.nl"}],
                "from": {"email": f"antwoord+{reply}@mail.example", "name": "Politie Amersfoort"},
                "headers": {
                    "Message-ID": f"<d.{message}@mail.example>",
                    "List-Unsubscribe": f"<https://burgernet.example/afmelden/{leave}>",
                },
                "substitutions": {placeholders.LEAVE_TAG: leave, placeholders.FORM_TAG: form},
                "custom_args": {"tag": f"d{number}"},
            }
        )
    return {
        "from": {"email": ADDRESSES.mail_from, "name": ADDRESSES.sender_name},
        "subject": ALERT.subject,
        "content": [{"type": "text/plain", "value": ALERT.text}, {"type": "text/html", "value": ALERT.html}],
        "categories": ["alert"],
        "headers": alert_headers(ADDRESSES),
        "personalizations": people,
    }


def _poster(provider_url: str) -> Any:
    connection = HTTPConnection(urlsplit(provider_url).netloc)

    def post(body: bytes) -> None:
        connection.request("POST", "/v3/mail/send", body, {"Content-Type": "application/json"})
        connection.getresponse().read()

    return post


def _helper_mail(number: int) -> Mail:
    mail = Mail(from_email=Email(ADDRESSES.of_delivery(number), ADDRESSES.sender_name), subject=ALERT.subject)
    mail.add_to(To(f"buur{number}@example.nl"))
    filled = placeholders.values(ADDRESSES, number)
    for tag, value in filled.items():
        mail.add_substitution(Substitution(tag, value))
    own = personal_headers(ADDRESSES, number, filled[placeholders.LEAVE_TAG])
    for name, value in {**alert_headers(ADDRESSES), **own}.items():
        mail.add_header(Header(name, value))
    mail.add_custom_arg(CustomArg("tag", f"d{number}"))
    mail.add_content(Content("text/plain", ALERT.text))
    mail.add_content(Content("text/html", ALERT.html))
    return mail


if __name__ == "__main__":
    run_named(
        {one.__name__: one for one in (whole_path, bare_parts, one_by_one, composing, plain_composing, blank_composing)}
    )
