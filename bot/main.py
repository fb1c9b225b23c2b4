"""The composition root: the whole program from the settings, with one start and one clean end."""

import os
import signal
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib import import_module
from threading import Event, Thread, Timer
from typing import Any, Protocol
from uuid import uuid4

import structlog
from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from starlette.applications import Starlette

from bot.assembling.workflow import Workflow
from bot.bells import Bells
from bot.clock import Clock
from bot.connecting import build_mailer, own_folders, safeguards
from bot.domain.participants.people import ParticipantRow
from bot.listening import ListenerThreads, Threads
from bot.pictures.apart import draw_apart
from bot.records.staff import Rooms
from bot.settings import Settings
from bot.slack.membership import SLACK_TIMEOUT_S
from bot.texts import texts
from handlers.jobs.schedule import Heartbeats, Jobs
from handlers.jobs.table import look_at_roles, table
from handlers.slack.desk.publishing import renew
from handlers.slack.everything import listen
from handlers.slack.presses import Desk
from handlers.socket_mode import SlackSocket
from handlers.web.areas.beside_slack import area_pages
from handlers.web.areas.page import AreaPages
from handlers.web.bodies import BodyRoom
from handlers.web.condition import Condition
from handlers.web.facts import facts_of
from handlers.web.films.tus import TusEndpoint
from handlers.web.headers import SafeHeaders
from handlers.web.health import Health
from handlers.web.links import attachments, evidence
from handlers.web.links.personal import PersonalLinks
from handlers.web.mail import events_endpoint, inbound_endpoint
from handlers.web.metrics import figures_registry
from handlers.web.municipal import MunicipalPages
from handlers.web.pages import Pages
from handlers.web.people.clients import Clients
from handlers.web.people.own_page import OwnPages
from handlers.web.people.signing_up import SignUpPages
from handlers.web.server import WebServer
from handlers.web.site import alive_routes, build_site, operations_routes
from handlers.web.slack import SlackEndpoint
from handlers.web.survey import SurveyPages
from storage.engine import database_trouble, make_engine
from storage.outbox.waking import Hearing
from storage.unit_of_work import Work, looking, unit_of_work

log = structlog.get_logger()
LONGEST_STOP_S = 28
"""Service managers kill after thirty, or a little more."""
SIGNAL_S = 1


class Part(Protocol):
    """Something that runs by itself between its start and its stop."""

    def start(self) -> None:
        """Begin."""

    def stop(self) -> None:
        """Finish what is under way, then end."""


class Web(Part, Protocol):
    """The web server."""

    @property
    def port(self) -> int:
        """Where it listens."""


class Program:
    """The bot: `webs` are the site, and the operators' where it has a port of its own; `ears` hear Slack (none in HTTP
    mode), `hearing` the other copies; `jobs` do the work that waits.
    """

    def __init__(
        self,
        desk: Desk,
        work: Work,
        webs: Sequence[Web],
        ears: Part | None,
        hearing: Part,
        jobs: Jobs,
        listeners: ListenerThreads,
        closes: Iterable[Callable[[], object]],
    ) -> None:
        self.workflow = desk.workflow
        self.listeners = listeners
        self.renew_home = partial(renew, desk)
        self.look_at_roles = partial(look_at_roles, desk)
        self._work = work
        self._webs = webs
        self._ears = ears
        self._hearing = hearing
        self._jobs = jobs
        self._closes = closes

    @property
    def http_port(self) -> int:
        """Where the web pages are."""
        return self._webs[0].port

    @property
    def operations_port(self) -> int:
        """Where the operators' addresses are."""
        return self._webs[-1].port

    def enrol(self, rows: Iterable[ParticipantRow]) -> tuple[int, int, int]:
        """Add or update participants; how many were new, changed, unchanged."""
        with self._work() as uow:
            return uow.people.enrol(rows)

    def listen(self) -> None:
        """Web pages first, so that a mail's links work before the first mail leaves; then Slack.

        What stood ready for too long is set aside before anybody could send it.
        """
        self.workflow.standing_still.look_back()
        for web in self._webs:
            web.start()
        if self._ears:
            self._ears.start()

    def start(self) -> None:
        """Listen, and do the work that waits."""
        self.listen()
        self._hearing.start()
        self._jobs.start()
        log.info("started", socket_mode=self._ears is not None, port=self.http_port)

    def stop(self) -> None:
        """Take nothing new, finish what is under way, close."""
        if self._ears:
            self._ears.stop()
        for web in self._webs:
            web.stop()
        self.listeners.wait_until_idle()
        self._hearing.stop()
        self._jobs.stop()
        for close in self._closes:
            close()
        log.info("stopped")

    def run_until_signal(self) -> None:
        """Run until SIGTERM or SIGINT: Bolt's own start() would not hear them."""
        ended = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: ended.set())
        self.start()
        Thread(target=_load_what_comes_next, daemon=True).start()
        while not ended.wait(SIGNAL_S):  # after a suspension another thread may get the signal, and this one sleep on
            pass
        giving_up = Timer(LONGEST_STOP_S, _give_up)
        giving_up.daemon = True
        giving_up.start()
        self.stop()
        giving_up.cancel()


def _load_what_comes_next() -> None:
    """The start does not wait for it, and who types the first text need not either."""
    import_module("bot.domain.guard.text_guard")


def _give_up() -> None:
    """Something hangs, a database for one; what was under way is found by the next start, as after a crash."""
    log.error("did not end in time")
    os._exit(1)


def build(
    settings: Settings,
    *,
    web_client: type[WebClient] = WebClient,
    middleware: Sequence[Callable[..., Any]] = (),
    clock: Clock | None = None,
) -> Program:
    """The whole program; nothing runs yet, and nobody is asked anything."""
    clock = clock or Clock()
    engine = make_engine(settings.database_url.get_secret_value())
    bells = Bells()
    work, look = unit_of_work(engine, clock, bells), looking(engine, clock)
    client = web_client(
        token=settings.slack_bot_token.get_secret_value(),
        base_url=settings.slack_api_url,
        timeout=SLACK_TIMEOUT_S,
        retry_handlers=[],  # a post whose answer was lost must not be repeated by itself
    )
    mailer = build_mailer(settings)
    workflow, listeners = Workflow(settings, work, look, clock, client, mailer), ListenerThreads()
    facts = settings.locale, settings.place, settings.public_url
    desk = Desk(workflow, clock, client, Rooms.of(settings).channels, *facts, listeners.working)
    app = _slack_app(settings, client, middleware, listeners.acknowledging)
    listen(app, desk)
    ears = SlackSocket(app, settings.slack_app_token.get_secret_value()) if settings.socket_mode else None
    heartbeats = Heartbeats()
    condition = Condition(
        partial(database_trouble, settings.database_url.get_secret_value()),
        own_folders(settings),
        workflow.monitoring,
        workflow.watching,
        heartbeats,
        ears.silent_s if ears else None,
        workflow.doorkeeping.keeps_out,
    )
    jobs = Jobs(table(desk, settings, condition.troubles), heartbeats, bells)
    webs = _webs(settings, app, desk, condition)
    return Program(desk, work, webs, ears, Hearing(engine, bells), jobs, listeners, (mailer.close, engine.dispose))


def _slack_app(
    settings: Settings, client: WebClient, middleware: Sequence[Callable[..., Any]], threads: Threads
) -> App:

    def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        """Without a call: Bolt's own would ask Slack before the first acknowledgement."""
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=client.token)

    app = App(
        name="burgernetmail",  # Bolt would look through the whole call stack for one
        client=WebClient(base_url=client.base_url, timeout=client.timeout),  # it makes one for each request anyway
        signing_secret=settings.slack_signing_secret.get_secret_value() or uuid4().hex,
        listener_executor=threads,
        token_verification_enabled=False,  # Slack may be away when the bot starts; `check` and /status tell
        authorize=authorize,
    )
    for step in middleware:
        app.use(step)
    return app


def _webs(settings: Settings, app: App, desk: Desk, condition: Condition) -> list[WebServer]:
    workflow, clock = desk.workflow, desk.clock
    figures = figures_registry(workflow.monitoring, condition)
    health = Health(condition.troubles, figures, settings.operations_token.get_secret_value())
    exercise, https = safeguards(settings).exercise, settings.public_url.startswith("https://")
    mails, events, calls = BodyRoom(large=2), BodyRoom(large=2), BodyRoom(large=1)
    apart = settings.operations_port is not None
    pages = Pages(workflow.leaving, workflow.replying, facts_of(settings, exercise=exercise), settings.locale)
    site = build_site(
        None
        if settings.socket_mode
        else SlackEndpoint(app, settings.slack_signing_secret.get_secret_value(), clock, calls),
        inbound_endpoint(settings.sendgrid_inbound_public_key, clock, mails, workflow.doorkeeping, workflow.receiving),
        events_endpoint(settings.sendgrid_event_public_key, clock, events, workflow.doorkeeping, workflow.sending),
        pages,
        SurveyPages(workflow.collecting, pages),
        *_people_pages(settings, desk, pages, https=https),
        TusEndpoint(workflow.uploading),
        PersonalLinks(
            *(workflow.opening, desk.staff, pages.attachment),
            attachments.AttachmentDoor(pages, texts(settings.locale)),
            attachments.COOKIE,
            https=https,
        ),
        PersonalLinks(
            *(workflow.packing, desk.staff, pages.evidence, evidence.serve_evidence, evidence.COOKIE), https=https
        ),
        alive_routes(health) if apart else operations_routes(health),
        settings.mail_inbound_secret.get_secret_value(),
    )
    webs = [WebServer(SafeHeaders(site, https=https), settings.http_host, settings.http_port)]
    if settings.operations_port is not None:
        operations = SafeHeaders(Starlette(routes=operations_routes(health)), https=False)
        webs.append(WebServer(operations, settings.http_host, settings.operations_port))
    return webs


def _people_pages(
    settings: Settings, desk: Desk, pages: Pages, *, https: bool
) -> tuple[SignUpPages, OwnPages, AreaPages, MunicipalPages]:
    """Where citizens sign up and keep their own data, a colleague chooses an area, and the municipality reads."""
    clients = Clients(settings.secret_key.get_secret_value(), desk.clock)
    work = desk.workflow
    sign_up = SignUpPages(work.signing_up, work.campaigning, pages, clients)
    own = OwnPages(work.own_page, pages, clients, https=https, download=settings.own_download)
    areas = area_pages(settings, desk, pages)
    draw = partial(draw_apart, settings.locale, "municipal", settings.place)
    return sign_up, own, areas, MunicipalPages(work.municipal, pages, texts(settings.locale), draw)
