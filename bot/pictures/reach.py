"""Reach as bars: where participants are missing, told by place, hatching and words, and never by colour alone."""

from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bot.domain.participants.reach import NeighbourhoodReach, Reach
from bot.texts import Texts
from bot.workflow.figures.tables import per_hundred

ENOUGH, SHORT = "#0072b2", "#e69f00"  # of Okabe and Ito's palette: told apart whatever colours somebody sees
MOST_BARS = 60


def draw_reach(_: Texts, reach: Reach) -> bytes:
    """A PNG of 840 pixels wide, a bar a neighbourhood, those under the norm on top."""
    rows = reach.rows[:MOST_BARS]
    figure = Figure(figsize=(5.6, 1.5 + 0.3 * max(len(rows), 1)), dpi=150, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    for place, row in enumerate(rows):
        _bar(_, axes, place, row)
    widest = max([float(row.per_hundred or 0) for row in rows] + [reach.norm])
    axes.axvline(reach.norm, color="#1c2733", linestyle="--", linewidth=1.5, zorder=0)
    axes.set_xlim(0, 1.45 * widest)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_yticks(range(len(rows)), [row.neighbourhood for row in rows], fontsize=11)
    axes.tick_params(axis="y", length=0)
    axes.spines[["top", "right", "left"]].set_visible(False)
    title = _("Participants per 100 households; the norm is {norm}.", norm=_.number(reach.norm))
    missing = _.plural("We miss {n} participant.", "We miss {n} participants.", reach.missing)
    figure.suptitle(f"{title}\n{missing}", fontsize=11, weight="bold", ha="left", x=0.02)
    picture = BytesIO()
    figure.savefig(picture, format="png", facecolor="white")
    return picture.getvalue()


def _bar(_: Texts, axes: Axes, place: int, row: NeighbourhoodReach) -> None:
    length, colour = float(row.per_hundred or 0), SHORT if row.missing else ENOUGH
    axes.barh(place, length, height=0.7, color=colour, edgecolor="#1c2733", hatch="//" if row.missing else "")
    told = per_hundred(_, row.per_hundred)
    if row.missing:
        told = _("{figure}, {n} missing", figure=told, n=_.number(row.missing))
    text = axes.annotate(told, (length, place), (4, 0), textcoords="offset points", va="center", fontsize=10)
    text.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 1})
