"""The citizens' pages: start, leaving, replying, privacy. They work without JavaScript and change nothing on GET.

With it, films come in pieces (tus.py) beside the words, which are sent by themselves.
"""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.domain.replies.quotas import Room
from bot.mail.reading.multipart import BadForm
from bot.mail.sending.dialling import dialled
from bot.records.mail import FormReply, Purpose, Told
from bot.workflow.participants.leaving import Leaving
from bot.workflow.ports import BlobsDown
from bot.workflow.replies.replying import Replying
from handlers.web.bodies import BodyRoom, BodyTooLarge, BodyTooSlow, TooManyBodies, read_body
from handlers.web.facts import Facts
from handlers.web.films.scripts import Scripts
from handlers.web.forms import MOST_FILE_BYTES, Filled, neighbour_errors, parse_form, read_reply, reply_errors

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
}
WITH_SCRIPTS = {
    "Content-Security-Policy": f"{HEADERS['Content-Security-Policy']}; script-src 'self'; connect-src 'self'",
}
"""Of our own alone, and none that stands in the page."""
WITH_FILM = {"Content-Security-Policy": f"{HEADERS['Content-Security-Policy']}; img-src 'self'; media-src 'self'"}
LEAVE_BYTES = 16 * 1024
UPLOADS_AT_ONCE = 2
"""Of one citizen, who has three links in each mail, and dozens of mails in a year."""
STAYED = {"stay": "stays", "come_back": "came_back"}
LEAVING = frozenset({"leave", *STAYED})
REPLIED = {"all": "replied", "words": "replied", "nothing_seen": "nothing_seen"}
HAS_IMAGES = {"nl": "Ja", "en": "Yes"}
DONE = "klaar"
"""What was done: in the address that a browser is led to, so that loading it again sends nothing."""


class Pages:
    """Renders the pages in one language."""

    def __init__(self, leaving: Leaving, replying: Replying, facts: Facts, locale: str) -> None:
        self.scripts = Scripts()
        self._uploads = BodyRoom(large=6)
        self._uploading: Counter[int | None] = Counter()
        self._writing = BodyRoom(large=1)  # a mail of 30 MB of files takes 200 MB to make
        self._leaving = leaving
        self._replying = replying
        self._locale = locale
        folder = Path(__file__).parent / "templates"
        loader = FileSystemLoader([folder / locale, folder])
        self._templates = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, auto_reload=False
        )
        self._templates.globals |= {"facts": facts, "scripts_of_films": self.scripts.addresses}
        self._templates.filters |= {"tel": dialled, "day": partial(format_date, format="d MMMM y", locale=locale)}

    def _page(self, name: str, status: int = 200, **values: Any) -> Response:
        html = self._templates.get_template(f"{name}.html.j2").render(**values)
        return HTMLResponse(html, status, WITH_SCRIPTS if values.get("sends") else HEADERS)

    def show(self, name: str, status: int = 200, **values: Any) -> Response:
        """A page that another handler fills."""
        return self._page(name, status, **values)

    def show_with(self, headers: Mapping[str, str], name: str, status: int, **values: Any) -> Response:
        """The same, with what it may load where that is more than a page of ours needs."""
        answer = self._page(name, status, **values)
        answer.headers.update(headers)
        return answer

    def led_to(self, request: Request, done: str) -> Response:
        """From a form that was taken to the page that says so (303)."""
        return RedirectResponse(f"{request.url.path}?{DONE}={done}", 303)

    def _unknown(self) -> Response:
        return self._page("unknown", 404)

    def leave_form(self, request: Request) -> Response:
        """GET /afmelden/{token}: asks, and changes nothing, since scanners follow links."""
        token = request.path_params["token"]
        seat = self._leaving.seat(token)
        if seat is None:
            return self._unknown()
        name = STAYED.get(request.query_params.get(DONE, ""), "leave") if seat.gets_mail else "left"
        return self._page(name, token=token, address=seat.masked_address, may_undo=seat.may_undo)

    async def leave(self, request: Request) -> Response:
        """POST /afmelden/{token}: leaves, also by RFC 8058's one click, which is led nowhere; or comes back.

        Only who has a link is read at all.
        """
        if await run_in_threadpool(self._leaving.seat, request.path_params["token"]) is None:
            return self._unknown()
        form = parse_form(await read_body(request, LEAVE_BYTES))
        return await run_in_threadpool(self._leave, request, form.get("action", ""))

    def _leave(self, request: Request, action: str) -> Response:
        token = request.path_params["token"]
        if action == "stay":
            known = self._leaving.seat(token) is not None
        elif action == "come_back":
            known = self._leaving.come_back(token)
        else:
            known = self._leaving.leave(token)
        if not known:
            return self._unknown()
        return self.led_to(request, action) if action in LEAVING else self._page("left", token=token, may_undo=True)

    def reply_form(self, request: Request) -> Response:
        """GET /reageren/{token}: the form as the mail's quick answer asks for it, or the question behind "niets".

        GET /beelden/{token}: what asks for images alone.
        """
        token, choice = self._token(request), request.query_params.get("keuze")
        told = self._replying.told(token)
        if told is None:
            return self._unknown()
        if done := REPLIED.get(request.query_params.get(DONE, "")):
            left_out = request.query_params[DONE] == "words"
            came = request.url.path.startswith("/beelden/") and not left_out  # who just sent them is not asked for them
            tokens = {
                "token": token,
                "images_token": "" if came else self._replying.images_token(token),
                "neighbour": self._replying.for_neighbour(token),
            }
            return self._page(done, 200, told=told, left_out=left_out, **tokens)
        if choice == "niets":
            return self._page("nothing", token=token, told=told)
        images = HAS_IMAGES[self._locale] if choice == "beelden" else ""
        return self._form(request, told, Filled("", FormReply("", images=images)), {})

    def _token(self, request: Request) -> str:
        """Of the reply page, which the page for images alone stands for too; empty where it is neither's."""
        token = str(request.path_params["token"])
        return self._replying.reply_token(token) if request.url.path.startswith("/beelden/") else token

    async def reply(self, request: Request) -> Response:
        """POST to either: stored before the citizen is thanked; only who has a link is read at all."""
        token = await run_in_threadpool(self._token, request)
        told = await run_in_threadpool(self._replying.told, token)
        if told is None:
            return self._unknown()
        citizen = await run_in_threadpool(self._replying.citizen, token)
        return await self._filled(request, citizen, partial(self._reply, request, told))

    def neighbour_form(self, request: Request) -> Response:
        """GET /buur/{token}: the form of a link that was passed on, or that it did its work."""
        token = request.path_params["token"]
        told = self._replying.told(token, Purpose.NEIGHBOUR)
        if told is None:
            return self._unknown()
        if (done := request.query_params.get(DONE)) in ("all", "words"):
            return self._page("neighbour_replied", told=told, left_out=done == "words")
        if self._replying.is_used(token):
            return self._page("neighbour_used", 410)
        return self._neighbour_form(told, Filled("", FormReply("")), {})

    async def neighbour(self, request: Request) -> Response:
        """POST /buur/{token}: as a citizen's own page; once."""
        token = request.path_params["token"]
        told = await run_in_threadpool(self._replying.told, token, Purpose.NEIGHBOUR)
        if told is None:
            return self._unknown()
        citizen = await run_in_threadpool(self._replying.citizen, token, Purpose.NEIGHBOUR)
        return await self._filled(request, citizen, partial(self._neighbour, request, told))

    def _neighbour(self, request: Request, told: Told, filled: Filled) -> Response:
        if filled.files and not self._replying.has_room(request.path_params["token"], filled.files):
            filled = replace(filled, files=(), left_out=True)
        if errors := neighbour_errors(filled):
            return self._neighbour_form(told, filled, errors)
        try:
            kept = self._replying.store_neighbour(request.path_params["token"], filled.form, filled.who, filled.files)
        except BlobsDown:
            return self._neighbour_form(told, filled, {"files": "busy"})
        if not kept:
            return self._neighbour_form(told, filled, {"what": "used"})
        return self.led_to(request, "words" if filled.left_out else "all")

    def _neighbour_form(self, told: Told, filled: Filled, errors: dict[str, str]) -> Response:
        asked_phone = filled.asked_phone or "phone" in errors
        known = {"told": told, "form": filled.form, "who": filled.who, "errors": errors, "asked_phone": asked_phone}
        return self._page("neighbour", 422 if errors else 200, images_first=False, sends="", **known)

    async def _filled(self, request: Request, citizen: int | None, taken: Callable[[Filled], Response]) -> Response:
        """What a form of ours brings; what can't be read is told."""
        try:
            async with self._upload(request, citizen) as most:
                return await self._take(request, await read_reply(request, most), taken)
        except (BadForm, BodyTooLarge):
            return self._page("unreadable", 413, back=request.url.path)
        except BodyTooSlow:
            return self._page("unreadable", 503, back=request.url.path)

    @asynccontextmanager
    async def _upload(self, request: Request, citizen: int | None) -> AsyncIterator[int]:
        """How many bytes of files may come: none where others of theirs are coming already; words take no room."""
        async with AsyncExitStack() as places:
            self._uploading[citizen] += 1
            places.callback(self._uploaded, citizen)
            most = MOST_FILE_BYTES if self._uploading[citizen] <= UPLOADS_AT_ONCE else 0
            try:
                if most:
                    await places.enter_async_context(self._uploads.place(request))
            except TooManyBodies:
                most = 0
            yield most

    def _uploaded(self, citizen: int | None) -> None:
        self._uploading[citizen] -= 1
        if not self._uploading[citizen]:
            del self._uploading[citizen]

    async def _take(self, request: Request, filled: Filled, taken: Callable[[Filled], Response]) -> Response:
        """Where the files can't be written in time, the words are."""
        if not filled.files:
            return await run_in_threadpool(taken, filled)
        try:
            async with self._writing.place(request):
                return await run_in_threadpool(taken, filled)
        except TooManyBodies:
            return await run_in_threadpool(taken, replace(filled, files=(), left_out=True))

    def _reply(self, request: Request, told: Told, filled: Filled) -> Response:
        token = self._token(request)
        if filled.action == "nothing_seen":
            self._replying.saw_nothing(token)
            return self.led_to(request, "nothing_seen")
        if errors := reply_errors(filled):
            return self._form(request, told, filled, errors)
        try:
            form = replace(filled.form, images="") if filled.files else filled.form  # images tell so themselves
            room = self._replying.store_form(token, form, filled.files)
        except BlobsDown:
            return self._form(request, told, filled, {"files": "busy"})
        if room is Room.NOTHING:
            return self._form(request, told, filled, {"files" if filled.files else "what": "full"})
        return self.led_to(request, "words" if filled.left_out or room is Room.WORDS else "all")

    def _form(self, request: Request, told: Told, filled: Filled, errors: dict[str, str]) -> Response:
        images_first = request.query_params.get("keuze") == "beelden"
        known = {"told": told, "images_first": images_first, "form": filled.form, "errors": errors}
        known["asked_phone"] = filled.asked_phone or "phone" in errors
        to = f"/beelden/{self._replying.images_token(self._token(request))}/bestanden"
        known["sends"] = to if self.scripts.addresses else ""
        name = "images" if request.url.path.startswith("/beelden/") else "reply"
        return self._page(name, 422 if errors else 200, **known)

    def test(self, _request: Request) -> Response:
        """Where the links of a test mail lead: it says so, and changes nothing."""
        return self._page("test")

    def start(self, _request: Request) -> Response:
        """GET /: what this is, and how to check a mail; nothing here leads to a page of one person."""
        return self._page("start")

    def privacy(self, _request: Request) -> Response:
        """GET /privacy: what is kept, how long, and whom to ask (AVG, article 13)."""
        return self._page("privacy")

    def not_found(self, _request: Request, _error: Exception) -> Response:
        """Whatever else is asked for."""
        return self._unknown()

    def attachment(self, why: str, status: int) -> Response:
        """For a colleague: the button to an attachment, or why the link to it does not work (now)."""
        return self._page("attachment", status, why=why)

    def film(self, name: str, told: str) -> Response:
        """For a colleague: a film that plays, with what it tells of itself."""
        html = self._templates.get_template("film.html.j2").render(name=name, told=told)
        return HTMLResponse(html, 200, WITH_FILM)

    def evidence(self, why: str, status: int) -> Response:
        """The same for a package of evidence."""
        return self._page("evidence", status, why=why)
