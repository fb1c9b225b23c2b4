"""The map of an area: where the mail goes, without a participant's address and without an exact dot of theirs."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from math import atan2, degrees
from statistics import fmean, median
from typing import Final

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Patch, PathPatch, Rectangle
from matplotlib.path import Path

from bot.domain.alerts.alerts import AlertContent
from bot.domain.participants.places import square_side_m
from bot.domain.participants.shapes import Shape, middle_of, reach_m
from bot.texts import Texts

SHADES = ((1, "#cfe0f1"), (3, "#9dc3e6"), (6, "#5b9bd5"), (11, "#2f6fad"))
"""From so many people in a square on, this colour: steps, so that a square does not tell its exact number."""
EDGE: Final = "#1c2733"
HOMES: Final = "#8a94a0"
NAMED: Final = 9
FEWEST_NAMED: Final = 4
Place = tuple[float, float]
Streets = Mapping[str, Sequence[Place]]


class Cartographer:
    """Draws with matplotlib's own canvas: no screen, no state shared between threads."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def area(self, content: AlertContent, spread: Sequence[tuple[int, int, int]], streets: Streets) -> bytes:
        """A PNG of 420 x 420 pixels: the area, squares coloured by how many get the mail, streets, a scale.

        `streets`: where homes stand, whoever lives there.
        """
        reach, (x, y) = reach_m(content.area), middle_of(content.area)
        figure = Figure(figsize=(4.2, 4.2), dpi=100)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.02, 0.02, 0.96, 0.96))
        axes.set_xlim(-1.15 * reach, 1.15 * reach)
        axes.set_ylim(-1.15 * reach, 1.15 * reach)
        axes.set_aspect("equal")
        axes.set_axis_off()
        area = axes.add_patch(_patch(content, (x, y)))
        side = square_side_m(reach)
        for column, row, people in spread:
            square = Rectangle((column * side, row * side), side, side, facecolor=_shade(people), edgecolor="white")
            axes.add_patch(square).set_clip_path(area)
        around = {name: [(px - x, py - y) for px, py in homes] for name, homes in streets.items()}
        _draw_streets(axes, around, reach, content.shape.streets if content.shape else ())
        axes.plot(content.x - x, content.y - y, marker="X", markersize=11, color="#b3261e", markeredgecolor="white")
        self._label(axes, content, sum(people for _, _, people in spread), reach)
        picture = BytesIO()
        figure.savefig(picture, format="png", facecolor="white")
        return picture.getvalue()

    def _label(self, axes: Axes, content: AlertContent, people: int, reach: float) -> None:
        _, edge = self._texts, 1.1 * reach
        box = {"facecolor": "white", "alpha": 0.8, "edgecolor": "none", "pad": 2}
        axes.text(-edge, edge, content.neighbourhood, fontsize=11, weight="bold", va="top", bbox=box)
        told = _.plural("{n} recipient", "{n} recipients", people)
        axes.text(-edge, -edge, told, fontsize=10, va="bottom", bbox=box)
        length = _round(reach / 2)
        axes.plot([edge - length, edge], [-edge, -edge], color=EDGE, linewidth=3)
        axes.text(edge - length / 2, -1.06 * reach, f"{length} m", fontsize=9, ha="center", va="bottom", bbox=box)
        axes.text(edge, edge, "N ↑", fontsize=11, ha="right", va="top", bbox=box)


def _patch(content: AlertContent, middle: Place) -> Patch:
    if content.shape is None:
        return Circle((0, 0), content.radius_m, facecolor="#f6f8fa", edgecolor=EDGE, linewidth=2)
    width = 1 if content.shape.streets else 2
    return PathPatch(_outline(content.shape, middle), facecolor="#f6f8fa", edgecolor=EDGE, linewidth=width)


def _outline(shape: Shape, middle: Place) -> Path:
    """A hole goes round the other way, and is left open."""
    points, codes = list[Place](), list[int]()
    for ring in shape.rings:
        corners = [(x - middle[0], y - middle[1]) for x, y in ring]
        points += [*corners, corners[0]]
        codes += [int(Path.MOVETO), *[int(Path.LINETO)] * (len(corners) - 1), int(Path.CLOSEPOLY)]
    return Path(points, codes)


def _draw_streets(axes: Axes, streets: Streets, reach: float, ticked: Sequence[str]) -> None:
    """Homes as small marks; those ticked and the largest streets by name, where no other name stands."""
    for homes in streets.values():
        axes.plot(*zip(*homes, strict=True), linestyle="none", marker="s", markersize=1.6, color=HOMES, alpha=0.7)
    named = list[tuple[Place, int]]()
    for name, (x, y), turn in _names(streets, ticked):
        apart = 0.12 * reach
        if max(abs(x), abs(y)) > reach or any(_close((x, y), len(name), *one, apart) for one in named):
            continue
        named.append(((x, y), len(name)))
        box = {"facecolor": "white", "alpha": 0.7, "edgecolor": "none", "pad": 0.6}
        told = axes.text(x, y, name, fontsize=8, color="#3b4652", ha="center", va="center", rotation=turn, bbox=box)
        told.set_clip_on(True)
        if len(named) == NAMED:
            return


def _names(streets: Streets, ticked: Sequence[str]) -> Iterator[tuple[str, Place, float]]:
    """A street, the home in its middle, and how its homes lie, in degrees."""
    largest = sorted(streets.items(), key=lambda street: (street[0] not in ticked, -len(street[1]), street[0]))
    for name, homes in largest:
        if len(homes) < FEWEST_NAMED:
            return
        xs, ys = zip(*homes, strict=True)
        middle = median(xs), median(ys)
        nearest = min(homes, key=lambda home: (home[0] - middle[0]) ** 2 + (home[1] - middle[1]) ** 2)
        yield name, nearest, _turn(xs, ys)


def _turn(xs: Sequence[float], ys: Sequence[float]) -> float:
    dx, dy = [x - fmean(xs) for x in xs], [y - fmean(ys) for y in ys]
    along, across = sum(x * x for x in dx), sum(y * y for y in dy)
    return degrees(atan2(2 * sum(x * y for x, y in zip(dx, dy, strict=True)), along - across)) / 2


def _close(one: Place, length: int, other: Place, other_length: int, apart: float) -> bool:
    """Whether two names would stand over each other, whichever way they are turned."""
    reach = apart * (length + other_length) / 7
    return abs(one[0] - other[0]) < reach and abs(one[1] - other[1]) < max(apart, reach / 2)


def _round(metres: float) -> int:
    """50, 100, 150, 250 ...: what a scale shows."""
    step = 10 if metres < 100 else 50
    return max(step, int(metres / step) * step)


def _shade(people: int) -> str:
    return next(colour for least, colour in reversed(SHADES) if people >= least)
