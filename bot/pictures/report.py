"""The picture of a report: readable on a phone, and without telling colours apart."""

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from typing import Final

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bot.domain.figures.figures import Report
from bot.domain.measures import Spread
from bot.domain.participants.reach import Reach
from bot.pictures.reach import draw_reach
from bot.texts import Texts
from bot.workflow.figures.brought_tables import steps
from bot.workflow.figures.lines import DASH, HOUR, share_shown
from bot.workflow.figures.tables import month_name, period_name

INK, PALE = "#1c2733", "#5f6b76"
BLUE, ORANGE, GREEN, PURPLE = "#0072b2", "#e69f00", "#009e73", "#cc79a7"
"""Okabe and Ito's, told apart by every eye; each has its panel."""
HOURS: Final = (0, 6, 12, 24, 48, 96)
"""Where the bars of a distribution begin, in hours."""
MOST_LABELS: Final = 6


class ChartMaker:
    """Draws with matplotlib's own canvas: no screen, no state shared between threads."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def reach(self, reach: Reach) -> bytes:
        """A PNG of 840 pixels wide, a bar a neighbourhood."""
        return draw_reach(self._texts, reach)

    def report(self, report: Report) -> bytes:
        """A PNG of 900 x 1125 pixels: the share of alerts with a reply by month, and how long things took.

        Where more is known of what came of them, that stands between the two, and the picture is 1500 high.
        """
        _ = self._texts
        brought = steps(_, report)
        figure = Figure(figsize=(7.5, 12.5 if brought else 9.375), dpi=120, layout="constrained")
        FigureCanvasAgg(figure)
        figure.get_layout_engine().set(h_pad=0.2, w_pad=0.2)  # type: ignore[union-attr, call-arg]
        ratios = (3, 2, 2, 2) if brought else (3, 2, 2)
        shares, *between, sent, handled = figure.subplots(len(ratios), 1, height_ratios=ratios)
        self._shares(shares, report)
        for axes in between:
            names, counts = [name.replace(" ", "\n", 1) for name, _n in brought], [count for _name, count in brought]
            _bars(axes, counts, names, [_.number(count) for count in counts], PURPLE)
            _title(axes, _("What it brought, {period}", period=period_name(_, report.period)))
        title = _("From burglary to mail, {period}", period=period_name(_, report.period))
        self._times(sent, title, report.sending.burglary_to_sent, ORANGE)
        title = _("From reply to handled, {period}", period=period_name(_, report.period))
        self._times(handled, title, report.handling.reply_to_handled, GREEN)
        picture = BytesIO()
        figure.savefig(picture, format="png", facecolor="white")
        return picture.getvalue()

    def _shares(self, axes: Axes, report: Report) -> None:
        _ = self._texts
        percents = [float(line.share.per() or 0) for line in report.months]
        every = -(-len(percents) // MOST_LABELS)
        names = [f"{month_name(_, line.month)}\nn = {line.share.n}" for line in report.months]
        labels = [share_shown(_, line.share) for line in report.months]
        _bars(axes, percents, names, labels, BLUE, every)
        total = f"{share_shown(_, report.total)} (n = {_.number(report.total.n)})"
        _title(axes, _("Alerts with a reply: {total}", total=total))

    def _times(self, axes: Axes, title: str, spread: Spread, colour: str) -> None:
        _ = self._texts
        counts = [*_in_bins(spread)]
        names = [_("{a}-{b} h", a=a, b=b) for a, b in pairwise(HOURS)] + [_("{a}+ h", a=HOURS[-1])]
        _bars(axes, counts, names, [_.number(count) for count in counts], colour)
        median = spread.at(50, HOUR)
        middle = DASH if median is None else _("{number} hours", number=_.tenth(median))
        _title(axes, title, _("median {median}, n = {n}", median=middle, n=_.number(spread.n)))


def _in_bins(spread: Spread) -> Sequence[int]:
    edges = [hour * 3600 for hour in HOURS]
    inner = [sum(start <= seconds < end for seconds in spread.seconds) for start, end in pairwise(edges)]
    return [*inner, sum(seconds >= edges[-1] for seconds in spread.seconds)]


def _bars(
    axes: Axes, heights: Sequence[float], names: Sequence[str], labels: Sequence[str], colour: str, every: int = 1
) -> None:
    """Bars that carry their value: no axis to read it from."""
    places = range(len(heights))
    axes.bar(places, heights, color=colour, width=0.7)
    for place, height, label in zip(places, heights, labels, strict=True):
        if place % every == 0:
            axes.text(place, height, label, ha="center", va="bottom", fontsize=15, color=INK)
    axes.set_ylim(0, max([*heights, 1]) * 1.18)
    axes.set_xticks([*places][::every], [*names][::every], fontsize=14, color=INK)
    axes.tick_params(length=0)
    axes.yaxis.set_visible(False)
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(PALE)


def _title(axes: Axes, title: str, below: str = "") -> None:
    axes.set_title(f"{title}\n{below}".strip(), loc="left", fontsize=18, color=INK, weight="bold")
