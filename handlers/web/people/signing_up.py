"""Signing up: one page, the same answer for everybody, and the link that confirms it."""

from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.domain.participants.campaigns import tidy_code
from bot.domain.participants.claiming import Claim, ClaimKind, tidy_house_number
from bot.workflow.participants.campaigning import Campaigning
from bot.workflow.participants.signing_up import Door, SigningUp
from handlers.web.bodies import read_body
from handlers.web.forms import parse_form
from handlers.web.pages import DONE, Pages
from handlers.web.people.clients import Clients
from handlers.web.people.filling import email_error, home_errors, lines_of, postcode_of

MOST_BYTES: Final = 16 * 1024
FIELDS: Final = ("name", "email", "postcode", "house_number")
PAGES: Final = {
    Door.OPEN: ("claim", HTTPStatus.OK),
    Door.DONE: ("claimed", HTTPStatus.OK),
    Door.EXPIRED: ("claim_expired", HTTPStatus.GONE),
    Door.TAKEN: ("claim_taken", HTTPStatus.CONFLICT),
    Door.UNKNOWN: ("unknown", HTTPStatus.NOT_FOUND),
}


class SignUpPages:
    """What is said never tells whether an address is known: nothing here looks."""

    def __init__(self, signing_up: SigningUp, campaigning: Campaigning, pages: Pages, clients: Clients) -> None:
        self._signing_up = signing_up
        self._campaigning = campaigning
        self._pages = pages
        self._clients = clients

    def form(self, request: Request) -> Response:
        """GET /aanmelden, and with a campaign's code behind it."""
        if DONE in request.query_params:
            return self._pages.show("signed_up")
        code = request.path_params.get("code")
        if code and request.method == "GET":
            self._campaigning.open(code)
        return self._form({}, {})

    async def sign_up(self, request: Request) -> Response:
        """POST to either: kept before anybody is thanked."""
        filled = parse_form(await read_body(request, MOST_BYTES))
        return await run_in_threadpool(self._sign_up, request, filled)

    def _sign_up(self, request: Request, filled: Mapping[str, str]) -> Response:
        typed = lines_of(filled, *FIELDS)
        if errors := self._errors(typed, filled):
            return self._form({**typed, **_ticked(filled)}, errors)
        home = postcode_of(typed["postcode"]), tidy_house_number(typed["house_number"])
        campaign = tidy_code(request.path_params.get("code", ""))
        claim = Claim(ClaimKind.SIGN_UP, typed["email"], typed["name"], *home, campaign)
        if not self._signing_up.claim(claim, self._clients.of(request)):
            return self._pages.show("signs_too_often", HTTPStatus.TOO_MANY_REQUESTS)
        return self._pages.led_to(request, "mail")

    def _errors(self, typed: Mapping[str, str], filled: Mapping[str, str]) -> dict[str, str]:
        """Field to the id of what is wrong there, in the order of the page."""
        home, wrong = home_errors(typed), email_error(typed["email"])
        errors = {
            **({"name": home.pop("name")} if "name" in home else {}),
            **({"email": wrong} if wrong else {}),
            **home,
        }
        known = partial(self._signing_up.knows_place, postcode_of(typed["postcode"]))
        if not home and not known(tidy_house_number(typed["house_number"])):
            errors["postcode"] = "unknown_place"
        return errors | {name: name for name in ("adult", "consent") if not filled.get(name)}

    def _form(self, filled: Mapping[str, str], errors: Mapping[str, str]) -> Response:
        return self._pages.show("sign_up", 422 if errors else 200, filled=filled, errors=errors)

    def look(self, request: Request) -> Response:
        """GET /bevestigen/{token}: asks for a click, since scanners follow links."""
        return self._behind(*self._signing_up.look(request.path_params["token"]))

    async def confirm(self, request: Request) -> Response:
        """POST /bevestigen/{token}: a second click says the same; another home than was shown is asked anew."""
        return await run_in_threadpool(self._confirm, request, parse_form(await read_body(request, MOST_BYTES)))

    def _confirm(self, request: Request, filled: Mapping[str, str]) -> Response:
        door = self._signing_up.confirm(request.path_params["token"], filled.get("home", ""))
        if door is Door.DONE:
            return self._pages.led_to(request, "ja")
        return self._behind(door, self._signing_up.look(request.path_params["token"])[1])

    def _behind(self, door: Door, claim: Claim | None) -> Response:
        """The home is shown, as a stranger may have filled in another one with their address; the name never is."""
        name, status = PAGES[door]
        is_new_address = claim is not None and claim.kind is ClaimKind.NEW_ADDRESS
        home = claim.home if claim else ""
        own_page = self._signing_up.page_of(claim)
        return self._pages.show(name, status, new_address=is_new_address, home=home, own_page=own_page)


def _ticked(filled: Mapping[str, str]) -> dict[str, str]:
    return {name: "1" for name in ("adult", "consent") if filled.get(name)}
