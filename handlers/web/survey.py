"""The survey's page: without JavaScript, nothing changes on GET, nothing typed is lost, nothing is logged."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.domain.surveys.surveys import AMOUNT, LONGEST_WORDS, Amount, Answers, OpenQuestion, Opinion, Statement
from bot.workflow.surveys.collecting import Collecting, Door
from handlers.web.bodies import read_body
from handlers.web.forms import parse_form
from handlers.web.pages import DONE, Pages

MOST_BYTES: Final = 128 * 1024  # twice 10,000 characters of four bytes, as a form writes them
PAGES: Final = {
    Door.USED: ("survey_used", 200),
    Door.CLOSED: ("survey_closed", 200),
    Door.UNKNOWN: ("unknown", 404),
}
E = TypeVar("E", bound=StrEnum)


class SurveyPages:
    """What the link in the mail of a survey leads to."""

    def __init__(self, collecting: Collecting, pages: Pages) -> None:
        self._hearing = collecting
        self._pages = pages

    def form(self, request: Request) -> Response:
        """GET /enquete/{token}."""
        token = request.path_params["token"]
        door = self._hearing.look(token)
        if door is Door.OPEN:
            return self._form(self._hearing.asked(token), {}, {})
        if door is Door.USED and DONE in request.query_params:
            return self._pages.show("survey_thanks")
        return self._behind(door)

    async def answer(self, request: Request) -> Response:
        """POST /enquete/{token}: counted once, however often it is sent; only who has a link is read at all."""
        token = request.path_params["token"]
        door = await run_in_threadpool(self._hearing.look, token)
        if door is not Door.OPEN:
            return self._behind(door)
        return await run_in_threadpool(self._answer, request, parse_form(await read_body(request, MOST_BYTES)))

    def _answer(self, request: Request, filled: Mapping[str, str]) -> Response:
        token = request.path_params["token"]
        asked = self._hearing.asked(token)
        if errors := survey_errors(filled, asked):
            return self._form(asked, filled, errors)
        door = self._hearing.take(token, read_answers(filled, asked))
        return self._pages.led_to(request, "all") if door is Door.OPEN else self._behind(door)

    def _behind(self, door: Door) -> Response:
        name, status = PAGES[door]
        return self._pages.show(name, status)

    def _form(self, asked: Sequence[Statement], filled: Mapping[str, str], errors: Mapping[str, str]) -> Response:
        known = {"asked": asked, "filled": filled, "errors": errors, "most": LONGEST_WORDS}
        return self._pages.show("survey", 422 if errors else 200, **known)


def survey_errors(filled: Mapping[str, str], asked: Sequence[Statement]) -> dict[str, str]:
    """Field to the id of what is wrong there, in the order of the page; only these statements need an answer."""
    unchosen = {str(one): "choose" for one in asked if _chosen(Opinion, filled.get(one)) is None}
    too_long = {str(one): "too_long" for one in OpenQuestion if len(filled.get(one, "")) > LONGEST_WORDS}
    return unchosen | too_long


def read_answers(filled: Mapping[str, str], asked: Sequence[Statement]) -> Answers:
    """A form without errors; what was not asked is no answer."""
    opinions = {one: Opinion(filled[one]) for one in asked}
    words = {one: said for one in OpenQuestion if (said := filled.get(one, ""))}
    return Answers(opinions, _chosen(Amount, filled.get(AMOUNT)), words)


def _chosen(choices: type[E], value: str | None) -> E | None:
    """What is no choice of ours is none."""
    return next((choice for choice in choices if choice == value), None)
