"""Mijn gegevens: a page that opens by a mailed code, in one browser, for half an hour."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from http import HTTPStatus
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.clock import local
from bot.domain.participants.claiming import CODE, LONGEST_PAUSE, PAGE_OPEN, tidy_house_number
from bot.domain.participants.people import MailKind, Participant, ParticipantStatus
from bot.workflow.participants.own_page import OwnPage
from handlers.web.bodies import read_body
from handlers.web.forms import parse_form
from handlers.web.links.personal import SECURE
from handlers.web.pages import DONE, Pages
from handlers.web.people.clients import Clients
from handlers.web.people.filling import day_of, email_error, home_errors, lines_of, postcode_of

MOST_BYTES: Final = 16 * 1024
COOKIE: Final = "mijn"
FILE: Final = {"Content-Disposition": 'attachment; filename="burgernetmail.json"'}
SAID: Final = ("moved", "asked", "chose", "paused", "on", "left")


class OwnPages:
    """Without the code a link leads to a page that names nobody and changes nothing."""

    def __init__(self, own: OwnPage, pages: Pages, clients: Clients, *, https: bool, download: bool) -> None:
        """`download`: whether they take their data away themselves, unread by anybody."""
        self._own = own
        self._pages = pages
        self._clients = clients
        self._https = https
        self._download_too = download
        self._cookie = f"{SECURE if https else ''}{COOKIE}"
        self._acts = {
            "move": self._move,
            "email": self._ask_address,
            "mails": self._choose,
            "pause": self._pause,
            "on": self._go_on,
            **({"download": self._download} if download else {}),
            "leave": self._leave,
            "back": self._back,
            "close": self._close,
        }

    def look(self, request: Request) -> Response:
        """GET /mijn/{token}: the lock, or what is behind it."""
        person = self._person(request)
        return self._page(person, request.query_params.get(DONE, "")) if person else self._locked(request, {})

    def _person(self, request: Request) -> Participant | None:
        return self._own.open(request.path_params["token"], request.cookies.get(self._cookie, ""))

    def _locked(self, request: Request, errors: Mapping[str, str]) -> Response:
        address = self._own.whose(request.path_params["token"])
        if address is None:
            return self._pages.show("unknown", HTTPStatus.NOT_FOUND)
        asked = bool(errors) or request.query_params.get(DONE) == "code"
        return self._pages.show("own_lock", 422 if errors else 200, address=address, asked=asked, errors=errors)

    async def act(self, request: Request) -> Response:
        """POST /mijn/{token}: only who has a link is read at all."""
        if await run_in_threadpool(self._own.whose, request.path_params["token"]) is None:
            return self._pages.show("unknown", HTTPStatus.NOT_FOUND)
        return await run_in_threadpool(self._act, request, parse_form(await read_body(request, MOST_BYTES)))

    def _act(self, request: Request, filled: Mapping[str, str]) -> Response:
        token, action = request.path_params["token"], filled.get("action", "")
        if action == "send":
            self._own.send_code(token)
            return self._pages.led_to(request, "code")
        if action == "open":
            return self._unlock(request, filled.get("code", ""))
        person = self._person(request)
        if person is None:
            return self._locked(request, {"code": "closed"})
        return self._acts[action](request, person, filled) if action in self._acts else self._page(person, "")

    def _unlock(self, request: Request, typed: str) -> Response:
        code = "".join(typed.split())
        used = self._own.unlock(request.path_params["token"], code) if CODE.fullmatch(code) else None
        if used is None:
            return self._locked(request, {"code": "wrong_code"})
        answer, age = RedirectResponse(request.url.path, 303), int(PAGE_OPEN.total_seconds())
        path = request.url.path
        answer.set_cookie(self._cookie, used, age, path=path, secure=self._https, httponly=True, samesite="strict")
        return answer

    def _move(self, request: Request, person: Participant, filled: Mapping[str, str]) -> Response:
        typed = lines_of(filled, "name", "postcode", "house_number")
        errors = home_errors(typed)
        number = tidy_house_number(typed["house_number"])
        if not errors and not self._own.move(person, typed["name"], postcode_of(typed["postcode"]), number):
            errors["postcode"] = "unknown_place"
        return self._page(person, "", typed, errors) if errors else self._pages.led_to(request, "moved")

    def _ask_address(self, request: Request, person: Participant, filled: Mapping[str, str]) -> Response:
        typed = lines_of(filled, "email")
        wrong = email_error(typed["email"])
        if not wrong and not self._own.ask_address(person, typed["email"], self._clients.of(request)):
            wrong = "too_often"
        return self._page(person, "", typed, {"email": wrong}) if wrong else self._pages.led_to(request, "asked")

    def _choose(self, request: Request, person: Participant, filled: Mapping[str, str]) -> Response:
        self._own.choose(person, {kind for kind in MailKind if filled.get(kind)})
        return self._pages.led_to(request, "chose")

    def _pause(self, request: Request, person: Participant, filled: Mapping[str, str]) -> Response:
        day = day_of(filled.get("until", ""))
        if day is None or not self._own.pause(person, day):
            return self._page(person, "", {"until": filled.get("until", "")}, {"until": "not_a_day"})
        return self._pages.led_to(request, "paused")

    def _go_on(self, request: Request, person: Participant, _filled: Mapping[str, str]) -> Response:
        self._own.go_on(person)
        return self._pages.led_to(request, "on")

    def _leave(self, request: Request, person: Participant, _filled: Mapping[str, str]) -> Response:
        self._own.leave(person)
        return self._pages.led_to(request, "left")

    def _back(self, request: Request, person: Participant, _filled: Mapping[str, str]) -> Response:
        self._own.come_back(person)
        return self._pages.led_to(request, "on")

    def _close(self, request: Request, _person: Participant, _filled: Mapping[str, str]) -> Response:
        """In this browser, which others may use after them."""
        answer = RedirectResponse(request.url.path, 303)
        answer.delete_cookie(self._cookie, request.url.path, secure=self._https, httponly=True, samesite="strict")
        return answer

    def _download(self, _request: Request, person: Participant, _filled: Mapping[str, str]) -> Response:
        return JSONResponse(self._own.download(person), headers=FILE)

    def _page(
        self, person: Participant, done: str, typed: Mapping[str, str] | None = None, errors: Mapping[str, str] = {}
    ) -> Response:
        known = {name: getattr(person, name) for name in ("name", "email", "postcode", "house_number", "neighbourhood")}
        shown = partial(self._pages.show, "own_page", 422 if errors else 200, done=done if done in SAID else "")
        until = person.paused_until and local(person.paused_until).date()
        filled = {**known, "email": "", "until": until.isoformat() if until else "", **(typed or {})}
        tomorrow = self._own.today() + timedelta(days=1)
        days = {"first": tomorrow.isoformat(), "last": (self._own.today() + LONGEST_PAUSE).isoformat()}
        state = {"left": person.status is ParticipantStatus.LEFT, "until": until, "wants": person.wants}
        return shown(download=self._download_too, known=known, filled=filled, errors=errors, days=days, **state)
