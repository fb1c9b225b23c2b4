"""The composition root: builds everything from the settings. The only file that knows handlers and storage."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.domain.postcodes import centre_of
from bot.geocoding import PdokGeocoder
from bot.listening import ListenerThreads
from bot.mail.authentication import INBOUND_PARSE
from bot.mail.composing import TemplateComposer
from bot.mail.imap import ImapMailbox
from bot.mail.reading import MimeReader
from bot.mail.tokens import SignedTokens
from bot.mapping import Cartographer
from bot.parts import build_addresses, build_blobs, build_mailer, build_scanner, channels, reminder_times, safeguards
from bot.program import Program
from bot.settings import Settings
from bot.slack.chat import SlackChat
from bot.texts import texts
from bot.workflow.acknowledging import Acknowledging
from bot.workflow.answering import Answering
from bot.workflow.approving import Approving
from bot.workflow.closing import Closing
from bot.workflow.concluding import Concluding
from bot.workflow.enrolling import ImportReport, enrol
from bot.workflow.escalating import Escalating
from bot.workflow.keeping import Keeping
from bot.workflow.leaving import Leaving
from bot.workflow.mail_port import Mailer
from bot.workflow.noting import Noting
from bot.workflow.opening import Opening
from bot.workflow.placing import Placing
from bot.workflow.ports import Work
from bot.workflow.posting import STUCK_AFTER, Posting
from bot.workflow.receiving import Receiving
from bot.workflow.reminding import Reminding
from bot.workflow.replying import Replying
from bot.workflow.requesting import Requesting
from bot.workflow.scanning import Scanning
from bot.workflow.sealing import Sealing
from bot.workflow.sending import Sending
from bot.workflow.stages import Workflow
from bot.workflow.taking import Taking
from bot.workflow.triaging import Triaging
from bot.workflow.trying import Trying
from handlers.jobs.mailbox import MailboxJob
from handlers.jobs.schedule import Job, Jobs
from handlers.slack.answering import AnswerListeners
from handlers.slack.approving import ApproveListeners
from handlers.slack.closing import CloseListeners
from handlers.slack.concluding import ConcludeListeners
from handlers.slack.desk import Desk
from handlers.slack.escalating import EscalateListeners
from handlers.slack.noting import NoteListeners
from handlers.slack.opening import OpenListeners
from handlers.slack.placing import PlaceListeners
from handlers.slack.requesting import RequestListeners
from handlers.slack.socket import SlackSocket
from handlers.slack.staff import Staff
from handlers.slack.supervising import HomeListeners, SuperviseListeners
from handlers.slack.taking import ReplyDesk, TakeListeners
from handlers.slack.triaging import TriageListeners
from handlers.web.attachments import AttachmentEndpoint
from handlers.web.bodies import BodyRoom
from handlers.web.health import Health
from handlers.web.mail import events_endpoint, inbound_endpoint
from handlers.web.metrics import figures_registry
from handlers.web.pages import Pages
from handlers.web.server import WebServer
from handlers.web.site import build_site
from handlers.web.slack import SlackEndpoint
from storage.engine import is_migrated, make_engine, migrate
from storage.unit_of_work import unit_of_work

SLACK_TIMEOUT_S = 10
LONG_WAIT = timedelta(minutes=10)


def build(
    settings: Settings,
    *,
    web_client: type[WebClient] = WebClient,
    middleware: Sequence[Callable[..., Any]] = (),
    clock: Clock | None = None,
) -> Program:
    """The whole program; nothing runs yet, and nobody is asked anything."""
    clock = clock or Clock()
    engine = make_engine(settings.database_url)
    work = unit_of_work(engine, clock)
    client = web_client(
        token=settings.slack_bot_token.get_secret_value(),
        base_url=settings.slack_api_url,
        timeout=SLACK_TIMEOUT_S,
        retry_handlers=[],  # a post whose answer was lost must not be repeated by itself
    )
    mailer = build_mailer(settings, build_addresses(settings))
    workflow, listeners = _workflow(settings, work, clock, client, mailer), ListenerThreads()
    app = _slack_app(settings, client, middleware, listeners)
    staff = Staff(client, channels(settings))
    _listen(app, staff, workflow, work, clock, settings)
    health = Health(lambda: _troubles(settings, client, work, clock), figures_registry(work))
    return Program(
        workflow,
        work,
        web=_web(settings, app, staff, workflow, clock, health),
        ears=SlackSocket(app, settings.slack_app_token.get_secret_value()) if settings.socket_mode else None,
        jobs=_jobs(settings, workflow, work, clock),
        listeners=listeners,
        closes=(mailer.close, engine.dispose),
    )


@contextmanager
def sealing(settings: Settings) -> Iterator[Sealing]:
    """The audit trail, for who verifies it or takes it out."""
    engine = make_engine(settings.database_url)
    try:
        yield Sealing(unit_of_work(engine, Clock()), Clock())
    finally:
        engine.dispose()


def enrol_file(settings: Settings, file: Path) -> ImportReport:
    """Read a participants file (UTF-8) into the database, a chunk a transaction; WrongFile where it can't be read."""
    engine = make_engine(settings.database_url)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        report = enrol(unit_of_work(engine, Clock()), lines, centre_of)
    engine.dispose()
    return report


def _workflow(settings: Settings, work: Work, clock: Clock, client: WebClient, mailer: Mailer) -> Workflow:
    tokens, guards = SignedTokens(settings.secret_key.get_secret_value()), safeguards(settings)
    composer = TemplateComposer(settings.place, settings.locale, settings.public_url, exercise=guards.exercise)
    chat = SlackChat(client, channels(settings), texts(settings.locale), exercise=guards.exercise)
    # Findings that SendGrid hands over are believed only where no mailbox is read: there anybody may have written them.
    trusted_server = settings.mail_authserv_id if settings.imap_url else INBOUND_PARSE
    reader = MimeReader(build_addresses(settings), tokens, trusted_server)
    cartographer = Cartographer(texts(settings.locale))
    blobs, scanner = build_blobs(settings), build_scanner(settings)
    keeping = Keeping(work, clock, blobs, scanned=scanner is not None)
    triaging = Triaging(work, clock, Acknowledging(clock, composer, tokens))
    return Workflow(
        requesting=Requesting(work, clock, composer, PdokGeocoder(settings.geocoder_url), guards),
        trying=Trying(work, clock, composer, guards),
        approving=Approving(work, clock, mailer.batch_size, guards),
        sending=Sending(work, clock, mailer, composer, guards),
        receiving=Receiving(work, clock, reader, composer, tokens, keeping),
        noting=Noting(work, clock),
        replying=Replying(work, clock, composer, tokens, keeping),
        taking=Taking(work, clock, timedelta(minutes=settings.taken_idle_minutes)),
        triaging=triaging,
        placing=Placing(work, triaging),
        answering=Answering(work, clock, composer, tokens),
        escalating=Escalating(work, clock),
        closing=Closing(work, clock),
        concluding=Concluding(work, composer, guards),
        leaving=Leaving(work, clock, tokens),
        reminding=Reminding(work, clock, reminder_times(settings)),
        posting=Posting(work, clock, chat, mailer, composer, cartographer, settings.attention_email, guards),
        opening=Opening(work, clock, blobs, tokens, scanned=scanner is not None),
        scanning=Scanning(work, clock, blobs, scanner) if scanner else None,
        sealing=Sealing(work, clock),
    )


def _slack_app(
    settings: Settings, client: WebClient, middleware: Sequence[Callable[..., Any]], threads: ListenerThreads
) -> App:
    app = App(
        client=client,
        signing_secret=settings.slack_signing_secret.get_secret_value() or uuid4().hex,
        listener_executor=threads,
        token_verification_enabled=False,  # Slack may be away when the bot starts; `check` and /readyz tell
    )
    for step in middleware:
        app.use(step)
    return app


def _listen(app: App, staff: Staff, workflow: Workflow, work: Work, clock: Clock, settings: Settings) -> None:
    desk = Desk(app, staff, settings.locale)
    RequestListeners(workflow.requesting, workflow.trying, workflow.approving, clock, staff, settings.place).listen(
        desk
    )
    ApproveListeners(workflow.approving, clock).listen(desk)
    NoteListeners(workflow.noting).listen(desk)
    ConcludeListeners(workflow.concluding, clock).listen(desk)
    CloseListeners(workflow.closing, workflow.concluding, clock).listen(desk)
    replies = ReplyDesk(desk, workflow.taking)
    TakeListeners(workflow.taking).listen(desk)
    TriageListeners(workflow.triaging).listen(desk, replies)
    PlaceListeners(workflow.placing).listen(replies)
    AnswerListeners(workflow.answering).listen(replies)
    EscalateListeners(workflow.escalating).listen(desk, replies)
    OpenListeners(workflow.opening, settings.public_url).listen(desk)
    SuperviseListeners(workflow.sending, workflow.leaving).listen(desk)
    HomeListeners(work, staff, settings.locale).listen(app)


def _web(settings: Settings, app: App, staff: Staff, workflow: Workflow, clock: Clock, health: Health) -> WebServer:
    exercise, room = safeguards(settings).exercise, BodyRoom(at_once=2)
    pages = Pages(workflow.leaving, workflow.replying, settings.place, settings.locale, exercise=exercise)
    site = build_site(
        SlackEndpoint(app),
        inbound_endpoint(settings.sendgrid_inbound_public_key, clock, room, workflow.receiving),
        events_endpoint(settings.sendgrid_event_public_key, clock, room, workflow.sending),
        pages,
        AttachmentEndpoint(workflow.opening, staff, pages.no_attachment),
        health,
    )
    return WebServer(site, settings.http_host, settings.http_port)


def _jobs(settings: Settings, workflow: Workflow, work: Work, clock: Clock) -> Jobs:
    table = [
        Job("posting", 0.3, workflow.posting.deliver_next, at_once=4),
        Job("sending", 0.5, workflow.sending.send_next, at_once=4),
        Job("reading", 0.5, workflow.receiving.read_waiting),
        Job("recovering", 5, workflow.sending.recover),
        Job("reminding", 60, workflow.reminding.remind),
        Job("giving back", 30, workflow.taking.give_back_idle),
        Job("sealing", 5, workflow.sealing.seal_next, finish=workflow.sealing.give_back),
    ]
    if workflow.scanning:
        table.append(Job("scanning", 2, workflow.scanning.scan_waiting))
    if settings.imap_url:
        mailbox = ImapMailbox(settings.imap_url)
        fetch = MailboxJob(mailbox, workflow.receiving, work, clock)
        table.append(Job("mailbox", 1, fetch, interrupt=mailbox.close, finish=fetch.give_back))
    return Jobs(tuple(table))


def _troubles(settings: Settings, client: WebClient, work: Work, clock: Clock) -> list[str]:
    """Why the program is not ready, a line each."""
    troubles = []
    if trouble := database_trouble(settings.database_url):
        troubles.append(f"database: {trouble}")
    else:
        troubles += _stuck_lanes(work, clock)
    try:
        client.auth_test()
    except (SlackApiError, OSError) as error:
        troubles.append(f"slack: {type(error).__name__}")
    return troubles


def _stuck_lanes(work: Work, clock: Clock) -> list[str]:
    with work() as uow:
        lanes = uow.outbox.stuck_lanes(clock.now() - LONG_WAIT, STUCK_AFTER)
    return [f"outbox: {lane} waits longer than {LONG_WAIT.seconds // 60} minutes" for lane in lanes]


def database_trouble(database_url: str) -> str:
    """Empty where the database can be reached and has the newest schema, else what is wrong."""
    engine = make_engine(database_url)
    try:
        return "" if is_migrated(engine) else "not migrated"
    except SQLAlchemyError as error:
        return type(error).__name__
    finally:
        engine.dispose()


def migrate_database(settings: Settings) -> None:
    """Bring the database to the newest schema."""
    migrate(settings.database_url)
