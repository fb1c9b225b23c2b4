"""The citizens' pages: leaving, replying, privacy. They work without JavaScript and change nothing on GET."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.workflow.leaving import Leaving
from bot.workflow.receiving import FormReply, Receiving
from handlers.web.bodies import SMALL_BYTES, read_body
from handlers.web.forms import parse_form, reply_errors

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
FORM_FIELDS = tuple(FormReply.__dataclass_fields__)


class Pages:
    """Renders the pages in one language."""

    def __init__(self, leaving: Leaving, receiving: Receiving, place: str, locale: str, *, exercise: bool) -> None:
        self._leaving = leaving
        self._receiving = receiving
        self._place = place
        folder = Path(__file__).parent / "templates"
        loader = FileSystemLoader([folder / locale, folder])
        self._templates = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
        self._templates.globals["exercise"] = exercise

    def _page(self, name: str, status: int = 200, **values: Any) -> Response:
        html = self._templates.get_template(f"{name}.html.j2").render(place=self._place, **values)
        return HTMLResponse(html, status, HEADERS)

    def _unknown(self) -> Response:
        return self._page("unknown", 404)

    def leave_form(self, request: Request) -> Response:
        """GET /afmelden/{token}: asks, and changes nothing, since scanners follow links."""
        token = request.path_params["token"]
        return self._page("leave", token=token) if self._leaving.knows(token) else self._unknown()

    async def leave(self, request: Request) -> Response:
        """POST /afmelden/{token}: leaves, also by RFC 8058's one click; or comes back."""
        form = parse_form(await read_body(request, SMALL_BYTES))
        return await run_in_threadpool(self._leave, request.path_params["token"], form)

    def _leave(self, token: str, form: dict[str, str]) -> Response:
        if form.get("action") == "come_back":
            return self._page("came_back", token=token) if self._leaving.come_back(token) else self._unknown()
        return self._page("left", token=token) if self._leaving.leave(token) else self._unknown()

    def reply_form(self, request: Request) -> Response:
        """GET /reageren/{token}: the form."""
        street = self._receiving.street_of_form(request.path_params["token"])
        if street is None:
            return self._unknown()
        return self._page("reply", street=street, values=dict.fromkeys(FORM_FIELDS, ""), errors={})

    async def reply(self, request: Request) -> Response:
        """POST /reageren/{token}: stored before the citizen is thanked."""
        form = parse_form(await read_body(request, SMALL_BYTES))
        return await run_in_threadpool(self._reply, request.path_params["token"], form)

    def _reply(self, token: str, form: dict[str, str]) -> Response:
        street = self._receiving.street_of_form(token)
        if street is None:
            return self._unknown()
        values = {name: form.get(name, "").strip() for name in FORM_FIELDS}
        if errors := reply_errors(values):
            return self._page("reply", 422, street=street, values=values, errors=errors)
        self._receiving.store_form(token, FormReply(**values))
        return self._page("replied")

    def test(self, _request: Request) -> Response:
        """Where the links of a test mail lead: it says so, and changes nothing."""
        return self._page("test")

    def privacy(self, _request: Request) -> Response:
        """GET /privacy: what is kept, how long, and whom to ask."""
        return self._page("privacy")
