"""The composition root: builds everything from the settings. The only file that knows handlers and storage."""

import signal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event
from typing import Any
from uuid import uuid4

import structlog
from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.domain.people import ParticipantRow
from bot.domain.postcodes import centre_of
from bot.geocoding import PdokGeocoder
from bot.listening import ListenerThreads
from bot.mail.addresses import Addresses
from bot.mail.composing import TemplateComposer
from bot.mail.imap import ImapMailbox
from bot.mail.reading import MimeReader
from bot.mail.sendgrid import SendGridMailer
from bot.mail.smtp import SmtpMailer
from bot.mail.tokens import SignedTokens
from bot.mapping import Cartographer
from bot.settings import Settings
from bot.slack.chat import SlackChat
from bot.texts import texts
from bot.workflow.answering import Answering
from bot.workflow.approving import Approving
from bot.workflow.cards import Channel
from bot.workflow.enrolling import ImportReport, read_participants
from bot.workflow.escalating import Escalating
from bot.workflow.leaving import Leaving
from bot.workflow.mail_port import Mailer
from bot.workflow.posting import Posting
from bot.workflow.receiving import Receiving
from bot.workflow.requesting import Requesting
from bot.workflow.sending import Sending
from bot.workflow.storage_port import Work
from bot.workflow.triaging import Triaging
from handlers.jobs.mailbox import MailboxJob
from handlers.jobs.schedule import Job, Jobs
from handlers.slack.answering import AnswerListeners
from handlers.slack.approving import ApproveListeners
from handlers.slack.desk import Desk
from handlers.slack.escalating import EscalateListeners
from handlers.slack.requesting import RequestListeners
from handlers.slack.staff import Staff
from handlers.slack.supervising import HomeListeners, SuperviseListeners
from handlers.slack.triaging import TriageListeners
from handlers.web.health import Health
from handlers.web.mail import events_endpoint, inbound_endpoint
from handlers.web.pages import Pages
from handlers.web.server import WebServer
from handlers.web.site import build_site
from handlers.web.slack import SlackEndpoint
from storage.engine import is_migrated, make_engine
from storage.unit_of_work import unit_of_work

log = structlog.get_logger()
SLACK_TIMEOUT_S = 10
ENROL_CHUNK = 5000


@dataclass(frozen=True)
class Workflow:
    """One use case a stage of the work, on one database."""

    requesting: Requesting
    approving: Approving
    sending: Sending
    receiving: Receiving
    triaging: Triaging
    answering: Answering
    escalating: Escalating
    leaving: Leaving
    posting: Posting


class Program:
    """Everything that runs, with one start and one clean end."""

    def __init__(
        self,
        engine: Engine,
        work: Work,
        workflow: Workflow,
        listeners: ListenerThreads,
        socket: SocketModeHandler | None,
        web: WebServer,
        jobs: Jobs,
    ) -> None:
        self.workflow = workflow
        self.listeners = listeners
        self._engine = engine
        self._work = work
        self._socket = socket
        self._web = web
        self._jobs = jobs

    @property
    def http_port(self) -> int:
        """Where the web pages are."""
        return self._web.port

    def enrol(self, rows: Iterable[ParticipantRow]) -> tuple[int, int, int]:
        """Add or update participants; how many were new, changed, unchanged."""
        with self._work() as uow:
            return uow.people.enrol(rows)

    def listen(self) -> None:
        """Web pages first, so that a mail's links work before the first mail leaves; then Slack."""
        self._web.start()
        if self._socket:
            self._socket.connect()  # type: ignore[no-untyped-call]  # Bolt's adapters have no types

    def start(self) -> None:
        """Listen, and do the work that waits."""
        self.listen()
        self._jobs.start()
        log.info("started", socket_mode=self._socket is not None, port=self.http_port)

    def stop(self) -> None:
        """Take nothing new, finish what is under way, close."""
        if self._socket:
            self._socket.close()  # type: ignore[no-untyped-call]  # as above
        self._web.stop()
        self.listeners.wait_until_idle()
        self._jobs.stop()
        self._engine.dispose()
        log.info("stopped")

    def run_until_signal(self) -> None:
        """Run until SIGTERM or SIGINT: Bolt's own start() would not hear them."""
        ended = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: ended.set())
        self.start()
        ended.wait()
        self.stop()


def build(
    settings: Settings,
    *,
    web_client: type[WebClient] = WebClient,
    middleware: Sequence[Callable[..., Any]] = (),
    clock: Clock | None = None,
) -> Program:
    """The whole program; nothing runs yet. It asks Slack who it is, so Slack must answer."""
    clock = clock or Clock()
    engine = make_engine(settings.database_url)
    work = unit_of_work(engine, clock)
    client = web_client(
        token=settings.slack_bot_token.get_secret_value(),
        base_url=settings.slack_api_url,
        timeout=SLACK_TIMEOUT_S,
        retry_handlers=[],  # a post whose answer was lost must not be repeated by itself
    )
    workflow = _workflow(settings, work, clock, client)
    threads = ListenerThreads()
    app = _slack_app(settings, client, middleware, threads)
    team_id = str(client.auth_test()["team_id"])
    staff = Staff(client, channels(settings), team_id)
    _listen(app, Desk(app, staff, settings.locale), staff, workflow, work, clock, settings)
    jobs = _jobs(settings, workflow, work, clock)
    health = Health(lambda: _troubles(engine, client))
    web = _web(settings, app, workflow, clock, health)
    socket = SocketModeHandler(app, settings.slack_app_token.get_secret_value()) if settings.socket_mode else None
    return Program(engine, work, workflow, threads, socket, web, jobs)


def channels(settings: Settings) -> dict[Channel, str]:
    """The ids of the four channels."""
    return {
        Channel.INTAKE: settings.channel_intake,
        Channel.TRIAGE: settings.channel_triage,
        Channel.BURGLARY: settings.channel_burglary,
        Channel.SUPERVISION: settings.channel_supervision,
    }


def build_mailer(settings: Settings, addresses: Addresses) -> Mailer:
    """The mail provider that the settings name."""
    if settings.mail_provider == "smtp":
        return SmtpMailer(addresses, settings.smtp_url)
    return SendGridMailer(addresses, settings.sendgrid_api_key.get_secret_value(), settings.sendgrid_api_url)


def build_addresses(settings: Settings) -> Addresses:
    """From, answer addresses, links."""
    tokens = SignedTokens(settings.secret_key.get_secret_value())
    return Addresses(settings.mail_from, settings.mail_reply_address, settings.place, settings.public_url, tokens)


def enrol_file(settings: Settings, file: Path) -> ImportReport:
    """Read a participants file (UTF-8) into the database, a chunk a transaction; WrongFile where it can't be read."""
    engine = make_engine(settings.database_url)
    work = unit_of_work(engine, Clock())
    report = ImportReport()
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = read_participants(lines, centre_of, report.refused)
        while some := list(islice(rows, ENROL_CHUNK)):
            with work() as uow:
                new, changed, unchanged = uow.people.enrol(some)
            report.new, report.changed = report.new + new, report.changed + changed
            report.unchanged += unchanged
    engine.dispose()
    return report


def _workflow(settings: Settings, work: Work, clock: Clock, client: WebClient) -> Workflow:
    tokens = SignedTokens(settings.secret_key.get_secret_value())
    addresses = build_addresses(settings)
    mailer = build_mailer(settings, addresses)
    composer = TemplateComposer(settings.place, settings.locale, settings.public_url)
    chat = SlackChat(client, channels(settings), texts(settings.locale))
    cartographer = Cartographer(texts(settings.locale))
    return Workflow(
        requesting=Requesting(work, clock, composer, PdokGeocoder(settings.geocoder_url)),
        approving=Approving(work, clock, mailer.batch_size),
        sending=Sending(work, clock, mailer, composer),
        receiving=Receiving(work, clock, MimeReader(addresses, tokens), composer, tokens),
        triaging=Triaging(work, clock),
        answering=Answering(work, clock, composer, tokens),
        escalating=Escalating(work, clock),
        leaving=Leaving(work, clock, tokens),
        posting=Posting(work, clock, chat, mailer, composer, cartographer, settings.attention_email),
    )


def _slack_app(
    settings: Settings, client: WebClient, middleware: Sequence[Callable[..., Any]], threads: ListenerThreads
) -> App:
    app = App(
        client=client,
        signing_secret=settings.slack_signing_secret.get_secret_value() or uuid4().hex,
        listener_executor=threads,
        oauth_settings=None,
    )
    for step in middleware:
        app.use(step)
    return app


def _listen(
    app: App, desk: Desk, staff: Staff, workflow: Workflow, work: Work, clock: Clock, settings: Settings
) -> None:
    RequestListeners(workflow.requesting, workflow.approving, clock, settings.place).listen(desk)
    ApproveListeners(workflow.approving, clock).listen(desk)
    TriageListeners(workflow.triaging).listen(desk)
    AnswerListeners(workflow.answering).listen(desk)
    EscalateListeners(workflow.escalating).listen(desk)
    SuperviseListeners(workflow.sending).listen(desk)
    HomeListeners(work, staff, settings.locale).listen(app)


def _web(settings: Settings, app: App, workflow: Workflow, clock: Clock, health: Health) -> WebServer:
    site = build_site(
        SlackEndpoint(app),
        inbound_endpoint(settings.sendgrid_inbound_public_key, clock, workflow.receiving),
        events_endpoint(settings.sendgrid_event_public_key, clock, workflow.sending),
        Pages(workflow.leaving, workflow.receiving, settings.place, settings.locale),
        health,
    )
    return WebServer(site, settings.http_host, settings.http_port)


def _jobs(settings: Settings, workflow: Workflow, work: Work, clock: Clock) -> Jobs:
    table = [
        Job("posting", 0.3, workflow.posting.deliver_next, at_once=4),
        Job("sending", 0.5, workflow.sending.send_next, at_once=2),
        Job("reading", 0.5, workflow.receiving.read_waiting),
        Job("recovering", 5, workflow.sending.recover),
    ]
    if settings.imap_url:
        mailbox = ImapMailbox(settings.imap_url)
        fetch = MailboxJob(mailbox, workflow.receiving, work, clock)
        table.append(Job("mailbox", 1, fetch, interrupt=mailbox.close))
    return Jobs(tuple(table))


def _troubles(engine: Engine, client: WebClient) -> list[str]:
    """Why the program is not ready, a line each."""
    troubles = []
    try:
        if not is_migrated(engine):
            troubles.append("database: not migrated")
    except SQLAlchemyError as error:
        troubles.append(f"database: {type(error).__name__}")
    try:
        client.auth_test()
    except (SlackApiError, OSError) as error:
        troubles.append(f"slack: {type(error).__name__}")
    return troubles
