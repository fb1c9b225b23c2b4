"""The web application: every address of it in one table."""

from collections.abc import Sequence

import structlog
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.records.mail import TEST_TOKEN
from handlers.web.areas.page import SCRIPTS_AT, AreaPages
from handlers.web.bodies import BadLength, BodyTooLarge, BodyTooSlow, TooManyBodies
from handlers.web.films.tus import TusEndpoint
from handlers.web.health import Health
from handlers.web.links.personal import PersonalLinks
from handlers.web.mail import SignedEndpoint
from handlers.web.municipal import MunicipalPages
from handlers.web.pages import Pages
from handlers.web.people.own_page import OwnPages
from handlers.web.people.signing_up import SignUpPages
from handlers.web.slack import SlackEndpoint
from handlers.web.survey import SurveyPages

log = structlog.get_logger()
WITH_TUS = ("GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS")
"""Which of them an address takes, tus says itself."""


def build_site(
    slack: SlackEndpoint | None,
    inbound: SignedEndpoint,
    events: SignedEndpoint,
    pages: Pages,
    survey: SurveyPages,
    sign_up: SignUpPages,
    own: OwnPages,
    areas: AreaPages,
    municipal: MunicipalPages,
    tus: TusEndpoint,
    attachments: PersonalLinks,
    evidence: PersonalLinks,
    health: Sequence[Route],
    inbound_secret: str,
) -> Starlette:
    """The application for uvicorn; without `slack` (Socket Mode) nothing of Slack's is taken here.

    With a secret, only who knows the address brings mail.
    """
    site = Starlette(
        routes=[
            *([Route("/slack/events", slack.__call__, methods=["POST"])] if slack else []),
            *_provider_routes(f"inbound/{inbound_secret}" if inbound_secret else "inbound", inbound),
            *_provider_routes("events", events),
            Route("/mail/{rest:path}", inbound.wrong_address, methods=["POST"]),
            Route(f"/afmelden/{TEST_TOKEN}", pages.test, methods=["GET", "POST"]),
            Route(f"/reageren/{TEST_TOKEN}", pages.test, methods=["GET", "POST"]),
            Route("/afmelden/{token}", pages.leave_form, methods=["GET"]),
            Route("/afmelden/{token}", pages.leave, methods=["POST"]),
            Route(f"/mijn/{TEST_TOKEN}", pages.test, methods=["GET", "POST"]),
            *_people_routes(sign_up, own),
            Route("/reageren/{token}", pages.reply_form, methods=["GET"]),
            Route("/reageren/{token}", pages.reply, methods=["POST"]),
            Route("/buur/{token}", pages.neighbour_form, methods=["GET"]),
            Route("/buur/{token}", pages.neighbour, methods=["POST"]),
            Route("/beelden/{token}/bestanden", tus.files, methods=WITH_TUS),
            Route("/beelden/{token}/bestanden/{file}", tus.file, methods=WITH_TUS),
            Route("/beelden/{token}", pages.reply_form, methods=["GET"]),
            Route("/beelden/{token}", pages.reply, methods=["POST"]),
            Route("/script/{name}", pages.scripts.serve),
            Route("/enquete/{token}", survey.form, methods=["GET"]),
            Route("/enquete/{token}", survey.answer, methods=["POST"]),
            *_area_routes(areas),
            Route("/bijlage/{token}", attachments.__call__, methods=["GET", "POST"]),
            Route("/bewijs/{token}", evidence.__call__, methods=["GET", "POST"]),
            Route("/gemeente/{token}", municipal.look),
            Route("/gemeente/{token}/pdf", municipal.pdf),
            Route("/", pages.start),
            Route("/privacy", pages.privacy),
            *health,
        ],
        exception_handlers={
            404: pages.not_found,
            BadLength: _bad_length,
            BodyTooLarge: _too_large,
            BodyTooSlow: _too_slow,
            TooManyBodies: _too_many,
            ClientDisconnect: _broken_off,
            Exception: _failed,
        },
    )
    site.router.redirect_slashes = False  # it would send people to whatever name the call came in under
    return site


def _people_routes(sign_up: SignUpPages, own: OwnPages) -> list[Route]:
    """Who wants to take part, and who does."""
    both = ("/aanmelden", "/aanmelden/{code}")
    return [
        *(Route(path, sign_up.form, methods=["GET"]) for path in both),
        *(Route(path, sign_up.sign_up, methods=["POST"]) for path in both),
        Route("/bevestigen/{token}", sign_up.look, methods=["GET"]),
        Route("/bevestigen/{token}", sign_up.confirm, methods=["POST"]),
        Route("/mijn/{token}", own.look, methods=["GET"]),
        Route("/mijn/{token}", own.act, methods=["POST"]),
    ]


def _area_routes(areas: AreaPages) -> list[Route]:
    """For a colleague who chooses the area of a form, and for the chat that shows it."""
    return [
        Route(f"{SCRIPTS_AT}/{{name}}", areas.scripts.serve),
        Route("/gebied/{token}", areas.look, methods=["GET"]),
        Route("/gebied/{token}", areas.act, methods=["POST"]),
        Route("/gebied/{token}/telling", areas.count, methods=["POST"]),
        Route("/gebied/{token}/tegel/{z}/{x}/{y}", areas.tile),
        Route("/kaart/{token}/{view}", areas.picture),
    ]


def alive_routes(health: Health) -> list[Route]:
    """For who keeps the program running: they tell nothing else."""
    return [Route("/healthz", health.alive), Route("/readyz", health.ready)]


def operations_routes(health: Health) -> list[Route]:
    """For who looks how the team's work goes."""
    return [*alive_routes(health), Route("/status", health.status), Route("/metrics", health.metrics)]


def _provider_routes(name: str, endpoint: SignedEndpoint) -> list[Route]:
    """With a slash too many it is the same address: a redirect would cost the mail."""
    paths = (f"{before}/mail/{name}{behind}" for before in ("", "/") for behind in ("", "/"))
    return [Route(path, endpoint.__call__, methods=["POST"]) for path in paths]


def _bad_length(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("content-length is no number\n", 400, {"Connection": "close"})


def _too_large(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("too large\n", 413)


def _too_slow(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("too slow\n", 408, {"Connection": "close"})


def _too_many(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("busy\n", 503, {"Retry-After": "30", "Connection": "close"})


def _broken_off(_request: Request, _error: Exception) -> Response:
    """Nobody hears it."""
    return PlainTextResponse("broken off\n", 400)


def _failed(request: Request, error: Exception) -> Response:
    """A 500 makes the sender try again later; the log names the place, never the body."""
    log.error("request failed", path=request.url.path.split("/")[1], error=type(error).__name__, exc_info=error)
    return PlainTextResponse("error\n", 500)
