"""Gebied op de kaart: a colleague's page for a form of theirs. It works without JavaScript; with it there is a map."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Final

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.domain.alerts.alerts import RADII_M, AlertContent, Draft
from bot.domain.errors import NoAccess, Refusal
from bot.domain.participants.grid import wgs84_from_rd
from bot.domain.participants.people import Colleague, Role
from bot.domain.participants.shapes import Shape
from bot.records.alerts import AreaKind, AreaWish, Counted, MapPage
from bot.records.replies import Pass
from bot.texts import Texts
from bot.workflow.alerts.mapping import Mapping as AreaMapping
from bot.workflow.desk.recognising import Recognising
from handlers.web.areas.telling import told_lines
from handlers.web.areas.tiles import Tiles
from handlers.web.areas.wishes import parse_wish
from handlers.web.bodies import read_body
from handlers.web.films.scripts import Scripts
from handlers.web.pace import Pace
from handlers.web.pages import DONE, WITH_SCRIPTS, Pages

log = structlog.get_logger()
FOLDER: Final = Path(__file__).parent / "static"
NAMES: Final = ("leaflet.js", "leaflet-geoman.min.js", "map.js")
SCRIPTS_AT: Final = "/gebied/script"
MOST_BYTES: Final = 32 * 1024
"""Some hundred corners, or all streets by name."""
MOST_PICTURES: Final = 30
SHARED: Final = {"Cross-Origin-Resource-Policy": "cross-origin"}
FIRST_RADII: Final = tuple(radius_m for radius_m in RADII_M if radius_m <= 500)


class AreaPages:
    """Whoever has the link may have it from the person it names: that person's role is looked at anew each time."""

    def __init__(
        self,
        areas: AreaMapping,
        staff: Recognising,
        pages: Pages,
        told: Texts,
        shown: Callable[[Colleague, Draft], None],
        pace: Pace,
        tiles: Tiles,
    ) -> None:
        """`shown`: what is chosen is shown in the chat."""
        self._areas = areas
        self._staff = staff
        self._pages = pages
        self._texts = told
        self._shown = shown
        self._pace = pace
        self._pictures = Pace(most=MOST_PICTURES)
        self._tiles = tiles
        self.scripts = Scripts(FOLDER, NAMES, SCRIPTS_AT)
        css = FOLDER / "leaflet.css"
        self._css = css.read_text() if self.scripts.addresses and css.is_file() else ""
        self._headers = _may_load(tiles.host)

    def look(self, request: Request) -> Response:
        """GET /gebied/{token}."""
        return self._admitted(request, lambda granted, _: self._page(granted, request.query_params.get(DONE, "")))

    async def act(self, request: Request) -> Response:
        """POST /gebied/{token}: count it, or put it into the form."""
        if refused := await run_in_threadpool(self._refused, request):
            return refused
        wish, action = parse_wish(await read_body(request, MOST_BYTES))
        act = self._count if action == "count" else self._choose
        return await run_in_threadpool(self._admitted, request, partial(act, request, wish))

    async def count(self, request: Request) -> Response:
        """POST /gebied/{token}/telling: the same count for the map, as JSON."""
        if refused := await run_in_threadpool(self._refused, request):
            return refused
        wish, _ = parse_wish(await read_body(request, MOST_BYTES))
        return await run_in_threadpool(self._admitted, request, partial(self._told, wish))

    def tile(self, request: Request) -> Response:
        """GET /gebied/{token}/tegel/{z}/{x}/{y}: our own map, where no other is set."""
        return self._admitted(request, lambda _granted, _holder: self._tiles.tile(request))

    def picture(self, request: Request) -> Response:
        """GET /kaart/{token}/{view}: for the chat, which shows it in the form's preview; drawing one takes a second."""
        granted = self._areas.picture_pass_of(request.path_params["token"])
        if granted is None or not self._pictures.allows(granted.holder_id):
            return self._closed("gone")
        try:
            self._staff.require(granted.holder_id, Role.INTAKE)
        except NoAccess:
            return self._closed("gone")
        picture = self._areas.picture(granted)
        return Response(picture, headers=SHARED, media_type="image/png") if picture else self._closed("gone")

    def _refused(self, request: Request) -> Response | None:
        """Before anything that was sent is read; from another site nothing is."""
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return self._pages.show("area_closed", HTTPStatus.FORBIDDEN, why="no_access")
        answer = self._admitted(request, lambda _granted, _holder: Response())
        return answer if answer.status_code != HTTPStatus.OK else None

    def _admitted(self, request: Request, act: Callable[[Pass, Colleague], Response]) -> Response:
        granted = self._areas.pass_of(request.path_params["token"])
        if granted is None:
            return self._closed("gone")
        try:
            holder = self._staff.require(granted.holder_id, Role.INTAKE)
        except NoAccess:
            log.info("not admitted", door="area")
            return self._pages.show("area_closed", HTTPStatus.FORBIDDEN, why="no_access")
        if not self._pace.allows(holder.id):
            return self._pages.show("area_closed", HTTPStatus.TOO_MANY_REQUESTS, why="busy")
        return act(granted, holder)

    def _closed(self, why: str) -> Response:
        return self._pages.show("area_closed", HTTPStatus.NOT_FOUND, why=why)

    def _choose(self, request: Request, wish: AreaWish, granted: Pass, holder: Colleague) -> Response:
        try:
            draft = self._areas.choose(granted, wish)
        except Refusal as refusal:
            return self._page(granted, "", wish, refusal)
        if draft is None:
            return self._closed("gone")
        self._shown(holder, draft)
        return self._pages.led_to(request, "gekozen")

    def _count(self, _request: Request, wish: AreaWish, granted: Pass, _holder: Colleague) -> Response:
        try:
            counted = self._areas.count(granted, wish)
        except Refusal as refusal:
            return self._page(granted, "", wish, refusal)
        return self._page(granted, "", wish, counted=counted[1]) if counted else self._closed("gone")

    def _told(self, wish: AreaWish, granted: Pass, _holder: Colleague) -> Response:
        try:
            found = self._areas.count(granted, wish)
        except Refusal as refusal:
            return JSONResponse({"error": self._said(refusal)}, HTTPStatus.UNPROCESSABLE_ENTITY)
        if found is None:
            return JSONResponse({"error": ""}, HTTPStatus.NOT_FOUND)
        content, counted = found
        return JSONResponse({"told": told_lines(self._texts, counted), "rings": _rings(content.shape)})

    def _said(self, refusal: Refusal) -> str:
        values = {
            name: self._texts.number(value) if isinstance(value, int) else value
            for name, value in refusal.values.items()
        }
        return self._texts(refusal.message, **values)

    def _page(
        self,
        granted: Pass,
        done: str,
        wish: AreaWish | None = None,
        refusal: Refusal | None = None,
        counted: Counted | None = None,
    ) -> Response:
        seen = self._areas.look(granted)
        if seen is None:
            return self._closed("gone")
        shown = wish or _wish_of(seen.content)
        lines = [] if refusal else told_lines(self._texts, counted or seen.counted)
        return self._pages.show_with(
            self._headers,
            "area",
            422 if refusal else 200,
            content=seen.content,
            streets=seen.streets,
            wish=shown,
            radii=(FIRST_RADII, RADII_M[len(FIRST_RADII) :]),
            told=lines,
            error=self._said(refusal) if refusal else "",
            done=done == "gekozen",
            map=self._map(seen, shown),
            scripts=self.scripts.addresses,
            css=self._css,
        )

    def _map(self, seen: MapPage, wish: AreaWish) -> Mapping[str, object]:
        """What the script draws: where, on which tiles, and what was chosen."""
        lat, lon = wgs84_from_rd(seen.content.x, seen.content.y)
        shape = seen.content.shape
        return {
            "lat": f"{lat:.6f}",
            "lon": f"{lon:.6f}",
            "rings": json.dumps(_rings(shape)),
            "corners": json.dumps(wish.corners) if wish.corners else "",
            "tiles": self._tiles.url,
            "attribution": self._tiles.attribution,
        }


def _may_load(host: str) -> Mapping[str, str]:
    """Pictures of the map besides what our own scripts need."""
    policy = WITH_SCRIPTS["Content-Security-Policy"]
    return {"Content-Security-Policy": f"{policy}; img-src 'self' data:{f' {host}' if host else ''}"}


def _rings(shape: Shape | None) -> list[list[tuple[float, float]]]:
    rings = shape.rings if shape else ()
    return [[_rounded(wgs84_from_rd(*corner)) for corner in ring] for ring in rings]


def _rounded(place: tuple[float, float]) -> tuple[float, float]:
    """To a decimetre."""
    return round(place[0], 6), round(place[1], 6)


def _wish_of(content: AlertContent) -> AreaWish:
    if content.shape is None:
        return AreaWish(AreaKind.CIRCLE, content.radius_m)
    if content.shape.streets:
        return AreaWish(AreaKind.STREETS, content.radius_m, content.shape.streets)
    return AreaWish(AreaKind.DRAWN, content.radius_m, corners=tuple(_rings(content.shape)[0]))
