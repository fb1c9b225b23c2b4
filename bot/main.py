"""The composition root: builds everything from the settings. The only file that knows handlers and storage."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import uuid4

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from sqlalchemy.exc import SQLAlchemyError

from bot.assembling import build_workflow
from bot.clock import Clock
from bot.listening import ListenerThreads
from bot.mail.reading.imap import ImapMailbox
from bot.parts import (
    build_addresses,
    build_mailer,
    channels,
    rooms,
    safeguards,
)
from bot.program import Program
from bot.settings import Settings
from bot.slack.membership import public_name
from bot.workflow.outbox.posting import STUCK_AFTER
from bot.workflow.privacy.audit_chain import AuditChain
from bot.workflow.stages import Workflow
from handlers.jobs.mailbox import MailboxJob
from handlers.jobs.schedule import Job, Jobs, Step
from handlers.slack.alerts.approving import ApproveListeners
from handlers.slack.alerts.closing import CloseListeners
from handlers.slack.alerts.concluding import ConcludeListeners
from handlers.slack.alerts.holding import HoldListeners
from handlers.slack.alerts.requesting import RequestListeners
from handlers.slack.alerts.supervising import SuperviseListeners
from handlers.slack.day_monitor.day_monitor import DayMonitorListeners
from handlers.slack.day_monitor.dividing import DivideListeners
from handlers.slack.desk.akkoord import AkkoordListeners, ignore_other_messages
from handlers.slack.desk.finding import FindListeners
from handlers.slack.desk.home import HomeListeners
from handlers.slack.desk.listing import ListListeners
from handlers.slack.desk.watching import WatchListeners
from handlers.slack.figures.reporting import ReportListeners
from handlers.slack.leads.escalating import EscalateListeners
from handlers.slack.letters.answering import AnswerListeners
from handlers.slack.letters.answering_many import AnswerManyListeners
from handlers.slack.letters.asking import AskListeners
from handlers.slack.letters.templating import TemplateListeners
from handlers.slack.listeners import Desk
from handlers.slack.participants.recruiting import RecruitListeners
from handlers.slack.replies.calling import CallListeners
from handlers.slack.replies.looking import AccessLogListeners, LookListeners
from handlers.slack.replies.noting import NoteListeners
from handlers.slack.replies.placing import PlaceListeners
from handlers.slack.replies.taking import ReplyDesk, TakeListeners
from handlers.slack.replies.triaging import TriageListeners
from handlers.slack.replies.unsubscribing import UnsubscribeListeners
from handlers.slack.socket import SlackSocket
from handlers.slack.staff import Roster, Staff
from handlers.slack.surveys.surveying import SurveyListeners
from handlers.web.attachments import AttachmentEndpoint
from handlers.web.bodies import BodyRoom
from handlers.web.health import Health
from handlers.web.mail import events_endpoint, inbound_endpoint
from handlers.web.metrics import figures_registry
from handlers.web.pages import Pages
from handlers.web.server import WebServer
from handlers.web.site import build_site
from handlers.web.slack import SlackEndpoint
from handlers.web.survey import SurveyPages
from storage.engine import freshen, is_migrated, make_engine, migrate
from storage.unit_of_work import Work, unit_of_work

PROGRAM = "burgernetmail"
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
    workflow, listeners = build_workflow(settings, work, clock, client, mailer), ListenerThreads()
    app = _slack_app(settings, client, middleware, listeners)
    staff = Staff(client, rooms(settings))
    _listen(app, staff, workflow, clock, settings)
    home = HomeListeners(workflow.homing, staff, client, settings.locale)
    home.listen(app)
    ignore_other_messages(app)
    health = Health(lambda: _troubles(settings, client, work, clock), figures_registry(work))
    look_at_roles = partial(workflow.staffing.keep_up, Roster(staff).everybody)
    return Program(
        workflow,
        work,
        web=_web(settings, app, staff, workflow, clock, health),
        ears=SlackSocket(app, settings.slack_app_token.get_secret_value()) if settings.socket_mode else None,
        jobs=_jobs(settings, workflow, work, clock, home, look_at_roles),
        renew_home=home.renew,
        look_at_roles=look_at_roles,
        listeners=listeners,
        closes=(mailer.close, engine.dispose),
    )


@contextmanager
def work_on(settings: Settings) -> Iterator[Work]:
    """Transactions on the database, for a command."""
    engine = make_engine(settings.database_url)
    try:
        yield unit_of_work(engine, Clock())
    finally:
        engine.dispose()


@contextmanager
def audit_chain(settings: Settings) -> Iterator[AuditChain]:
    """The audit trail, for who verifies it or takes it out."""
    with work_on(settings) as work:
        yield AuditChain(work, Clock())


def freshen_database(settings: Settings) -> None:
    """After many changes at once: what PostgreSQL would do by itself some minutes later."""
    freshen(settings.database_url)


def _slack_app(
    settings: Settings, client: WebClient, middleware: Sequence[Callable[..., Any]], threads: ListenerThreads
) -> App:
    app = App(
        name=PROGRAM,  # Bolt would look through the whole call stack for one
        client=client,
        signing_secret=settings.slack_signing_secret.get_secret_value() or uuid4().hex,
        listener_executor=threads,
        token_verification_enabled=False,  # Slack may be away when the bot starts; `check` and /readyz tell
    )
    for step in middleware:
        app.use(step)
    return app


def _listen(app: App, staff: Staff, workflow: Workflow, clock: Clock, settings: Settings) -> None:
    desk = Desk(app, staff, settings.locale)
    filing = (workflow.requesting, workflow.deciding, workflow.trying, workflow.approving, workflow.proposing)
    RequestListeners(*filing, clock, staff, settings.place).listen(desk)
    DivideListeners(workflow.dividing, clock, staff, settings.place).listen(desk)
    ApproveListeners(workflow.approving, workflow.proposing, clock).listen(desk)
    NoteListeners(workflow.noting).listen(desk)
    ConcludeListeners(workflow.concluding, clock).listen(desk)
    CloseListeners(workflow.closing, workflow.concluding, clock).listen(desk)
    replies = ReplyDesk(desk, workflow.taking)
    TakeListeners(workflow.taking).listen(desk)
    TriageListeners(workflow.triaging).listen(desk, replies)
    PlaceListeners(workflow.placing).listen(replies)
    AnswerListeners(workflow.answering).listen(replies)
    AnswerManyListeners(workflow.answering_many).listen(desk)
    TemplateListeners(workflow.templating).listen(desk)
    AskListeners(workflow.asking).listen(replies)
    UnsubscribeListeners(workflow.unsubscribing).listen(replies)
    CallListeners(workflow.calling).listen(desk, replies)
    EscalateListeners(workflow.escalating).listen(desk, replies)
    LookListeners(workflow.looking, settings.public_url).listen(desk, replies)
    AccessLogListeners(workflow.access_log, staff, clock).listen(desk)
    HoldListeners(workflow.holding).listen(desk)
    FindListeners(workflow.finding).listen(desk)
    ListListeners(workflow.listing).listen(desk)
    ReportListeners(workflow.reporting).listen(desk)
    SuperviseListeners(workflow.sending, workflow.leaving).listen(desk)
    RecruitListeners(workflow.recruiting).listen(desk)
    SurveyListeners(workflow.surveying, workflow.tallying).listen(desk)
    DayMonitorListeners(workflow.importing, staff, settings.channel_supervision).listen(app)
    WatchListeners(workflow.watching).listen(desk)
    AkkoordListeners(workflow.nudging, staff, settings.channel_intake).listen(app)


def _web(settings: Settings, app: App, staff: Staff, workflow: Workflow, clock: Clock, health: Health) -> WebServer:
    exercise, room = safeguards(settings).exercise, BodyRoom(at_once=2)
    pages = Pages(workflow.leaving, workflow.replying, settings.place, settings.locale, exercise=exercise)
    site = build_site(
        SlackEndpoint(app),
        inbound_endpoint(settings.sendgrid_inbound_public_key, clock, room, workflow.receiving),
        events_endpoint(settings.sendgrid_event_public_key, clock, room, workflow.sending),
        pages,
        SurveyPages(workflow.collecting, pages),
        AttachmentEndpoint(workflow.opening, staff, pages.no_attachment),
        health,
    )
    return WebServer(site, settings.http_host, settings.http_port)


def _jobs(
    settings: Settings, workflow: Workflow, work: Work, clock: Clock, home: HomeListeners, look_at_roles: Step
) -> Jobs:
    table = [
        Job("posting", 0.3, workflow.posting.deliver_next, at_once=4),
        Job("sending", 0.5, workflow.sending.send_next, at_once=4),
        Job("reading", 0.5, workflow.receiving.read_waiting),
        Job("calling", 5, workflow.calling.remind_due),
        Job("recovering", 5, workflow.sending.recover),
        Job("reminding", 60, workflow.reminding.remind),
        Job("giving back", 30, workflow.taking.give_back_idle),
        Job("retaining", 60, workflow.retaining.run_at_night),
        Job("trying again", 600, workflow.pausing.try_again),
        Job("dividing", 30, workflow.dividing.begin_morning),
        Job("reporting", 60, workflow.reporting.report_month),
        Job("home", 20, home.renew, finish=workflow.homing.give_back),
        Job("surveying", 60, workflow.tallying.keep_up),
        Job("staffing", 60, look_at_roles),
        Job("sealing", 5, workflow.audit_chain.seal_next, finish=workflow.audit_chain.give_back),
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
        troubles += _stuck_queues(work, clock)
    try:
        client.auth_test()
    except (SlackApiError, OSError) as error:
        troubles.append(f"slack: {type(error).__name__}")
    return troubles


def _stuck_queues(work: Work, clock: Clock) -> list[str]:
    with work() as uow:
        queue_keys = uow.outbox.stuck_queues(clock.now() - LONG_WAIT, STUCK_AFTER)
    return [f"outbox: {queue_key} waits longer than {LONG_WAIT.seconds // 60} minutes" for queue_key in queue_keys]


def database_trouble(database_url: str) -> str:
    """Empty where the database can be reached and has the newest schema, else what is wrong."""
    engine = make_engine(database_url)
    try:
        return "" if is_migrated(engine) else "not migrated"
    except SQLAlchemyError as error:
        return type(error).__name__
    finally:
        engine.dispose()


def public_channels(settings: Settings) -> list[str]:
    """The names of our channels that anybody can join; none while Slack can't be asked: then each press asks."""
    if settings.allow_public_channels:
        return []
    client = WebClient(
        settings.slack_bot_token.get_secret_value(), base_url=settings.slack_api_url, timeout=SLACK_TIMEOUT_S
    )
    try:
        names = [public_name(client, channel_id) for channel_id in channels(settings).values()]
    except (SlackApiError, OSError):
        return []
    return [f"#{name}" for name in names if name]


def migrate_database(settings: Settings) -> None:
    """Bring the database to the newest schema."""
    migrate(settings.database_url)
