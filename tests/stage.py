"""Where the stories play: the real program between a strict Slack and a strict mail provider."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from email.message import EmailMessage
from typing import Any
from urllib.parse import urlsplit

import httpx
from pydantic import SecretStr
from sqlalchemy import Row, text

from bot.domain.participants.people import ParticipantRow
from bot.main import Program, build
from bot.settings import Settings
from storage.engine import make_engine
from tests.desk_steps import CHANGE, RATINGS, AtTheDesk, filled, seen
from tests.doubles.citizen import reply_from
from tests.doubles.geocoder import GeocoderDouble
from tests.doubles.sendgrid import EventWebhook, InboundParse, SendGridDouble, SentMail
from tests.doubles.slack import Channel, Message, Modal, Outcome, Person, SlackDouble
from tests.due import DueWork
from tests.environment import RIGHT
from tests.folders import fresh_folder
from tests.speed import speed_up

speed_up()

X, Y = 155_800.0, 467_300.0
"""The middle of the practice street, in RD metres."""

FORM: dict[str, Any] = {
    "Delict": "Woninginbraak",
    "Straat": "Kattenbroekstraat",
    "Huisnummer (komt niet in de mail)": "12",
    "Postcode": "3823ab",
    "Begindatum": "2026-01-14",
    "Begintijd": "09:00",
    "Einddatum": "2026-01-14",
    "Eindtijd": "11.30",
    "Wat is er gebeurd?": "De voordeur is opengebroken. Er zijn sieraden weg.",
    "Signalement of voertuig": "Een grijze bestelbus.",
    "Straal": "300 m",
    "BVH-nummer (intern)": "2026-001234",
}

PLAIN: dict[str, Any] = {"trust_env": False, "verify": False}
"""How httpx asks on this machine: it would read all certificates of the world for each call."""


def choose(preview: Modal, what: str, **more: str) -> Outcome:
    """Choose what to do with a request on its preview."""
    return preview.fill({"Wat wilt u doen?": what, **more}).submit()


@dataclass
class Stage(AtTheDesk):
    """Five colleagues, their channels, and the world outside."""

    slack: SlackDouble
    sendgrid: SendGridDouble
    geocoder: GeocoderDouble
    database_url: str
    socket_mode: bool
    wait: Callable[[timedelta], object]
    overrides: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.anna = self.slack.add_person("anna", "Anna Bakker", email="anna.bakker@politie.example")
        self.bram = self.slack.add_person("bram", "Bram Visser")
        self.carla = self.slack.add_person("carla", "Carla Mulder")
        self.daan = self.slack.add_person("daan", "Daan de Groot")
        self.els = self.slack.add_person("els", "Els van Dijk")
        self.intake = self.slack.add_channel("bm-aanvragen", [self.anna, self.bram], private=True)
        self.triage = self.slack.add_channel("bm-reacties", [self.carla], private=True)
        self.burglary = self.slack.add_channel("bm-woninginbraken", [self.daan], private=True)
        self.supervision = self.slack.add_channel("bm-regie", [self.els], private=True)
        self.geocoder.knows("Kattenbroekstraat", "12", "3823 AB", "Amersfoort", X, Y)
        self.events = EventWebhook(self.sendgrid)
        self.inbound = InboundParse()
        self.files = fresh_folder()
        self._due = DueWork()
        self.program = self.start_program()

    def settings(self) -> Settings:
        """As an operator would set them."""
        values: dict[str, Any] = {
            "slack_bot_token": SecretStr(self.slack.bot_token),
            "slack_app_token": SecretStr(self.slack.app_token if self.socket_mode else ""),
            "slack_signing_secret": SecretStr(self.slack.signing_secret),
            "slack_api_url": self.slack.api_url,
            "channel_intake": self.intake.id,
            "channel_triage": self.triage.id,
            "channel_burglary": self.burglary.id,
            "channel_supervision": self.supervision.id,
            "database_url": self.database_url,
            "blobs_url": str(self.files),
            "mail_from": "burgernetmail@mail.example.nl",
            "mail_reply_address": "antwoord@mail.example.nl",
            "sendgrid_api_key": SecretStr(self.sendgrid.api_key),
            "sendgrid_api_url": self.sendgrid.url,
            "sendgrid_event_public_key": self.events.public_key,
            "sendgrid_inbound_public_key": self.inbound.public_key,
            "geocoder_url": self.geocoder.url,
            "public_url": "https://burgernetmail.example.nl",
            "http_port": 0,
            "send_hold_seconds": 0,
            "answer_hold_seconds": 0,
            "reach_confirm_above": 100_000,
            "secret_key": SecretStr("a secret of at least thirty-two characters"),
            "erasure_key": SecretStr("another secret of at least thirty-two characters"),
            "audit_key": SecretStr(RIGHT["AUDIT_KEY"]),
        }
        return Settings(**{**values, **self.overrides})

    def start_program(self) -> Program:
        """Build it and let it listen; its jobs are done by `settle`, so that nothing happens unseen."""
        program = build(self.settings())
        try:
            program.listen()
        except BaseException:
            program.stop()
            raise
        if self.socket_mode:
            self.slack.wait_for(lambda: self.slack.sockets)
        else:
            self.slack.http_target = f"http://127.0.0.1:{program.http_port}/slack/events"
        return program

    def restart(self) -> None:
        """As after a crash: a new process finds what the old one left in the database."""
        self.program.stop()
        self.program = self.start_program()
        self._due.may_have_changed()

    def url(self, path: str) -> str:
        """An address of the program's web pages."""
        return f"http://127.0.0.1:{self.program.http_port}{path}"

    def visits(self, link: str) -> httpx.Response:
        """A citizen opens a link from a mail."""
        return httpx.get(self.here(link), **PLAIN)

    def here(self, link: str) -> str:
        """Where a link from a mail is answered on this machine."""
        parts = urlsplit(link)
        return self.url(f"{parts.path}?{parts.query}" if parts.query else parts.path)

    def sends_form(self, link: str, *files: tuple[str, bytes], **fields: str) -> httpx.Response:
        """A citizen presses a button on a page, or their mail program does."""
        how = {"timeout": 60, "follow_redirects": True, **PLAIN}
        return httpx.post(self.here(link), data=fields, files=[("files", file) for file in files] or None, **how)

    def rows(self, query: str, **values: object) -> list[Row[Any]]:
        """What stands in the database; or a change that somebody tries there."""
        engine = make_engine(self.database_url)
        try:
            with engine.begin() as connection:
                answer = connection.execute(text(query), values)
                self._due.may_have_changed()
                return list(answer.all()) if answer.returns_rows else []
        finally:
            engine.dispose()

    def kept(self, kind: str) -> list[bytes]:
        """What came in as it was stored, in the database or beside it."""
        rows = self.rows("SELECT raw, blob_key FROM inbound WHERE kind = :kind ORDER BY id", kind=kind)
        return [self.blob(row.blob_key) if row.blob_key else bytes(row.raw) for row in rows]

    def blob(self, key: str) -> bytes:
        """What is kept under this key."""
        return (self.files / key[:2] / key).read_bytes()

    def audited(self, what: str) -> list[Row[Any]]:
        joined = "audit LEFT JOIN audit_words ON audit_id = id"
        return self.rows(f"SELECT * FROM {joined} WHERE what = :what ORDER BY id", what=what)

    def joins(self, channel: Channel, name: str, real_name: str, **flags: Any) -> Person:
        """One more person in a channel."""
        person = self.slack.add_person(name, real_name, **flags)
        person.joins(channel)
        return person

    def lives(self, name: str, metres: float = 50, **more: str) -> ParticipantRow:
        """A participant so many metres from the practice street."""
        email = f"{name.lower()}@example.nl"
        home = ParticipantRow(email, name, "3823 AB", "7", "Kattenbroek", X + metres, Y)
        self.program.enrol([row := replace(home, **more)])  # type: ignore[arg-type]  # texts all
        return row

    def crowd(self, people: int) -> None:
        """So many participants in the practice street."""
        home = ParticipantRow("", "Buur", "3823 AB", "1", "Kattenbroek", X, Y)
        self.program.enrol([replace(home, email=f"buur{number}@example.nl") for number in range(people)])

    def settle(self) -> None:
        """Do all the work that is due now; what is owed to Slack is shown before the next mails go out."""
        self.program.listeners.wait_until_idle()
        self._due.do(self.program.workflow)

    def later(self, **span: float) -> None:
        """Let time pass, then do what is due."""
        self.wait(timedelta(**span))
        self.settle()

    def opens_form(self, person: Person) -> Modal:
        """The empty form on somebody's screen, whatever they typed before."""
        person.command("/burgernetmail", "", self.intake)
        form = self.slack.wait_for(lambda: person.modal)
        if "Verder met uw concept" in form.labels[0]:
            form.fill({form.labels[0]: "Nee, een nieuwe aanvraag"}).submit()
        return seen(person)

    def asks(self, person: Person | None = None, **changes: Any) -> Message:
        """File a request; the message that stands in the channel."""
        preview = self.previews(person or self.anna, **changes)
        assert preview.submit().closed
        self.settle()
        return self.alert_message()

    def previews(self, person: Person, **changes: Any) -> Modal:
        """Fill in the form and look at the preview."""
        form = self.opens_form(person)
        outcome = filled(form, {**FORM, **changes}).submit()
        assert not outcome.errors, outcome.errors
        return seen(person)

    def alert_message(self) -> Message:
        """The newest request in the intake channel; what the bot proposes there is none."""
        return next(one for one in reversed(self.intake.messages) if not one.text.startswith("Opnieuw inbraak"))

    def presses(self, person: Person, message: Message, label: str, **how: Any) -> Outcome:
        """Press a button and let the work be done; a rating of what is rated already is changed in its window."""
        if label in RATINGS and label not in message.buttons and CHANGE in message.buttons:
            person.presses(message, CHANGE, **how)
            self.program.listeners.wait_until_idle()
            outcome = seen(person).fill({"Wordt": label}).submit()
        else:
            outcome = person.presses(message, label, **how)
        self.settle()
        return outcome

    def approved(self) -> Message:
        """A request that a colleague approved and that went out."""
        message = self.asks()
        self.presses(self.bram, message, "Goedkeuren en versturen")
        return self.alert_message()

    def mail_to(self, email: str) -> SentMail:
        """The newest mail that this address got."""
        return [mail for mail in self.sendgrid.sent if mail.to == email][-1]

    def mails_to(self, email: str) -> list[SentMail]:
        """Every mail that this address got."""
        return [mail for mail in self.sendgrid.sent if mail.to == email]

    def comes_in(self, raw: bytes | EmailMessage, to: str, sender: str, **how: Any) -> Any:
        """A mail reaches the provider, which posts it."""
        body = raw if isinstance(raw, bytes) else raw.as_bytes()
        posted = self.inbound.post(self.url("/mail/inbound"), body, [to], sender, **how)
        self.settle()
        return posted

    def answers(self, name: str, words: str, **how: Any) -> Message:
        """A citizen answers the newest mail they got; the message in the triage channel."""
        email = f"{name.lower()}@example.nl"
        mail = self.mail_to(email)
        self.comes_in(reply_from(mail, words, **how), mail.from_, email)
        return self.reply_message()

    def writes_answer(self, person: Person, reply: Message, words: str | None = None) -> None:
        """Answer the citizen with the text that is offered, or with these words."""
        self.presses(person, reply, "Beantwoorden")
        assert person.modal is not None, "no form opened"
        outcome = person.modal.fill({"Uw antwoord": words} if words else {}).submit()
        assert outcome.closed, outcome
        self.settle()

    def closes(self, person: Person, alert: Message, result: str = "Nog niet opgelost", **fields: Any) -> Outcome:
        """Close an alert with what came of it."""
        self.presses(person, alert, "Afsluiten")
        outcome = seen(person).fill({"Wat is de uitkomst?": result, **fields}).submit()
        self.settle()
        return outcome

    def reply_message(self) -> Message:
        """The newest reply in the triage channel."""
        return self.triage.messages[-1]

    def ephemeral(self, person: Person, channel: Channel) -> str:
        """What only this person was told last, when all that was pressed and typed is answered."""
        self.program.listeners.wait_until_idle()
        return self.slack.wait_for(lambda: person.ephemerals(channel))[-1].plain()

    def expects_refusal(self, *errors: str) -> None:
        """Slack refused each of these once, as the story means it to; nothing else may have been refused."""
        assert [refused.error for refused in self.slack.refused] == [*errors]
        self.slack.refused.clear()
