"""/gemeente/{token}: a month's figures for the municipality, to read and as a PDF. Whoever has the link reads it."""

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from bot.domain.figures.figures import Report
from bot.domain.figures.hiding import LEAST
from bot.records.figures import MunicipalPage
from bot.texts import Texts
from bot.workflow.figures.municipal import Municipal
from bot.workflow.figures.municipal_tables import Sections, municipal_sections
from bot.workflow.figures.tables import period_name
from handlers.web.pace import Pace
from handlers.web.pages import Pages

MOST_LOOKS: Final = 30
MOST_PDFS: Final = 6
"""A minute, by all who have links to one month together: each counts all of it anew, and a PDF is drawn."""


class MunicipalPages:
    def __init__(self, municipal: Municipal, pages: Pages, told: Texts, draw: Callable[..., bytes]) -> None:
        """`draw`: the PDF of a title, what stands above, sections, and what stands below."""
        self._municipal = municipal
        self._pages = pages
        self._texts = told
        self._draw = draw
        self._looks, self._pdfs = Pace(most=MOST_LOOKS), Pace(most=MOST_PDFS)

    def look(self, request: Request) -> Response:
        """GET /gemeente/{token}."""
        token = request.path_params["token"]
        return self._answered(token, self._looks, lambda page: self._shown(page, token))

    def pdf(self, request: Request) -> Response:
        """GET /gemeente/{token}/pdf: the same on paper."""
        return self._answered(request.path_params["token"], self._pdfs, self._printed)

    def _answered(self, token: str, pace: Pace, answer: Callable[[MunicipalPage], Response]) -> Response:
        month = self._municipal.month(token)
        if month is None:
            return self._pages.show("unknown", 404)
        if not pace.allows(str(month)):
            return Response("busy\n", 503, {"Retry-After": "60"}, "text/plain")
        page = self._municipal.page(token)
        return answer(page) if page else self._pages.show("unknown", 404)

    def _shown(self, page: MunicipalPage, token: str) -> Response:
        title, above, sections, below = self._read(page.report)
        return self._pages.show(
            "municipal", token=token, until=page.last_day, title=title, above=above, sections=sections, below=below
        )

    def _printed(self, page: MunicipalPage) -> Response:
        named = {"Content-Disposition": f'attachment; filename="burgernetmail-{page.report.period}.pdf"'}
        return Response(
            self._draw(*self._read(page.report)), 200, {**named, "X-Robots-Tag": "noindex"}, "application/pdf"
        )

    def _read(self, report: Report) -> tuple[str, list[str], Sections, str]:
        """On the page as on paper: a title, what stands above the figures, those, and what stands below."""
        _ = self._texts
        above = [
            _("After a burglary the police mail who takes part in Burgernet and lives nearby."),
            _("As of {moment}", moment=_.moment(report.as_of)),
        ]
        below = _("No persons stand here, nor numbers under {least}. Behind n stands of how many.", least=LEAST)
        title = _("Burgernetmail in {month}", month=period_name(_, report.period))
        return title, above, municipal_sections(_, report), below
