"""The map on a request: where the mail goes, without an address and without an exact dot."""

from collections.abc import Sequence
from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from bot.domain.alerts.alerts import AlertContent
from bot.domain.participants.places import square_side_m
from bot.texts import Texts

SHADES = ((1, "#cfe0f1"), (3, "#9dc3e6"), (6, "#5b9bd5"), (11, "#2f6fad"))
"""From so many people in a square on, this colour: steps, so that a square does not tell its exact number."""


class Cartographer:
    """Draws with matplotlib's own canvas: no screen, no state shared between threads."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def area(self, content: AlertContent, spread: Sequence[tuple[int, int, int]]) -> bytes:
        """A PNG of 320 x 320 pixels: the circle, squares coloured by how many get the mail, a scale."""
        radius = content.radius_m
        figure = Figure(figsize=(4.2, 4.2), dpi=76)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.02, 0.02, 0.96, 0.96))
        axes.set_xlim(-1.15 * radius, 1.15 * radius)
        axes.set_ylim(-1.15 * radius, 1.15 * radius)
        axes.set_aspect("equal")
        axes.set_axis_off()
        circle = Circle((0, 0), radius, facecolor="#f6f8fa", edgecolor="#1c2733", linewidth=2)
        axes.add_patch(circle)
        side = square_side_m(radius)
        for column, row, people in spread:
            square = Rectangle((column * side, row * side), side, side, facecolor=_shade(people), edgecolor="white")
            axes.add_patch(square).set_clip_path(circle)
        axes.plot(0, 0, marker="X", markersize=14, color="#b3261e", markeredgecolor="white")
        self._label(axes, content, sum(people for _, _, people in spread))
        picture = BytesIO()
        figure.savefig(picture, format="png", facecolor="white")
        return picture.getvalue()

    def _label(self, axes: Axes, content: AlertContent, people: int) -> None:
        radius, _ = content.radius_m, self._texts
        edge = 1.1 * radius
        axes.text(-edge, edge, content.neighbourhood, fontsize=13, weight="bold", va="top")
        told = _.plural("{n} recipient", "{n} recipients", people)
        axes.text(-edge, -edge, told, fontsize=12, va="bottom")
        axes.plot([edge - radius / 2, edge], [-edge, -edge], color="#1c2733", linewidth=3)
        scale = f"{radius // 2} m"
        axes.text(edge - radius / 4, -1.06 * radius, scale, fontsize=11, ha="center", va="bottom")
        axes.text(edge, edge, "N ↑", fontsize=13, ha="right", va="top")


def _shade(people: int) -> str:
    return next(colour for least, colour in reversed(SHADES) if people >= least)
