"""Pictures are drawn by a process that ends with its picture: what draws them is larger than all the rest, and is
rarely needed."""

import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from bot.domain.alerts.alerts import AlertContent
from bot.domain.figures.figures import Report
from bot.domain.participants.reach import Reach
from bot.domain.surveys.surveys import SurveyResults
from bot.texts import texts

LONGEST_S: Final = 60


class PicturesApart:
    """Every picture that the program shows by itself. RuntimeError or TimeoutExpired where one can't be drawn."""

    def __init__(self, locale: str) -> None:
        self._locale = locale

    def area(
        self,
        content: AlertContent,
        spread: Sequence[tuple[int, int, int]],
        streets: Mapping[str, Sequence[tuple[float, float]]],
    ) -> bytes:
        return draw_apart(self._locale, "area", content, spread, streets)

    def report(self, report: Report) -> bytes:
        return draw_apart(self._locale, "report", report)

    def reach(self, reach: Reach) -> bytes:
        return draw_apart(self._locale, "reach", reach)

    def draw(self, results: SurveyResults, title: str) -> bytes:
        return draw_apart(self._locale, "survey", results, title)


def draw_apart(locale: str, what: str, *shown: object) -> bytes:
    """It gets what it shows through a pipe, and gives the picture back through another."""
    drawing = [sys.executable, "-m", "bot.pictures"]
    asked = pickle.dumps((locale, what, shown))
    done = subprocess.run(drawing, input=asked, capture_output=True, timeout=LONGEST_S, check=False)
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise RuntimeError(f"no picture of {what}: {''.join(last).partition(':')[0]}")
    return done.stdout


def draw_here(locale: str, what: str, *shown: object) -> bytes:
    """In this process."""
    from matplotlib import rc_context

    from bot.pictures.map import Cartographer
    from bot.pictures.municipal import draw_municipal
    from bot.pictures.printed import draw_letter, draw_poster
    from bot.pictures.report import ChartMaker
    from bot.pictures.survey import SurveyChart

    _ = texts(locale)
    charts = ChartMaker(_)
    draws: dict[str, Callable[..., bytes]] = {
        "area": Cartographer(_).area,
        "report": charts.report,
        "reach": charts.reach,
        "survey": SurveyChart(_).draw,
        "poster": partial(draw_poster, _),
        "letter": partial(draw_letter, _),
        "municipal": partial(draw_municipal, _),
    }
    with rc_context({"text.parse_math": False}):  # what people typed is no formula, whatever signs it holds
        return draws[what](*shown)
