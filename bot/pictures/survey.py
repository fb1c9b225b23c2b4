"""The picture of a survey: stacked bars, told apart by place, lightness and number, and not by colour alone."""

from io import BytesIO
from typing import Final

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from bot.domain.surveys.surveys import LEAST_ANSWERS, SCALE, Distribution, Opinion, Statement, SurveyResults
from bot.pictures.report import INK
from bot.records.surveys import statement_name
from bot.texts import Texts
from bot.workflow.figures.lines import share_shown
from bot.workflow.surveys.names import opinion_name

COLOURS: Final = dict(zip(SCALE, ("#b35900", "#f2b872", "#e3e6ea", "#92c0e3", "#0b4f8a"), strict=True))
"""From orange to blue, light in the middle: told apart whatever colours somebody sees."""
ON_DARK: Final = (Opinion.STRONGLY_DISAGREE, Opinion.STRONGLY_AGREE)
NARROW: Final = 0.06
"""A part below this share has no room for its number."""


class SurveyChart:
    """Draws with matplotlib's own canvas: no screen, no state shared between threads."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def draw(self, results: SurveyResults, title: str) -> bytes:
        """A PNG of 900 x 1140 pixels: a bar a statement."""
        figure = Figure(figsize=(7.5, 9.5), dpi=120, layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        for place, statement in enumerate(Statement):
            self._bar(axes, place, statement, results.of(statement))
        axes.set_xlim(0, 1)
        axes.set_ylim(len(Statement) - 0.6, -0.6)
        axes.set_axis_off()
        self._explain(figure, results, title)
        picture = BytesIO()
        figure.savefig(picture, format="png", facecolor="white")
        return picture.getvalue()

    def _explain(self, figure: Figure, results: SurveyResults, title: str) -> None:
        _ = self._texts
        answers = _.plural("{n} answer", "{n} answers", results.answered)
        figure.suptitle(f"{title} · {answers}", fontsize=19, weight="bold", color=INK, x=0.005, ha="left")
        keys = [Patch(facecolor=COLOURS[one], edgecolor=INK, label=opinion_name(_, one)) for one in SCALE]
        figure.legend(handles=keys, loc="outside lower center", ncols=3, fontsize=14, frameon=False)

    def _bar(self, axes: Axes, place: int, statement: Statement, given: Distribution) -> None:
        _ = self._texts
        axes.text(0, place - 0.26, statement_name(_, statement), fontsize=16, weight="bold", color=INK, va="bottom")
        if not given.is_told:
            few = _("fewer than {n} answers", n=LEAST_ANSWERS)
            axes.text(0, place, few, fontsize=14, color=INK, va="center")
            return
        agree = _("{share} (strongly) agree (n = {n})", share=share_shown(_, given.agreeing), n=_.number(given.n))
        axes.text(0, place + 0.22, agree, fontsize=14, color=INK, va="top")
        left = 0.0
        for opinion in SCALE:
            width = given.of(opinion) / given.n
            axes.barh(place, width, left=left, height=0.4, color=COLOURS[opinion], edgecolor=INK, linewidth=0.8)
            if width >= NARROW:
                colour = "white" if opinion in ON_DARK else INK
                number = _.number(given.of(opinion))
                axes.text(left + width / 2, place, number, ha="center", va="center", fontsize=14, color=colour)
            left += width
