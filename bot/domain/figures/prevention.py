"""What preventive mails came to, told apart from all shares: counts alone, and nothing about what caused what."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Final

from bot.domain.alerts.repeats.repeats import REPEAT_M, REPEAT_WITHIN, Burglary
from bot.domain.participants.places import distance_m

WARNED_WITHIN: Final = timedelta(days=5)


@dataclass(frozen=True)
class SentTips:
    """A preventive mail that went out: about which burglary, and when the first of those near it was over."""

    id: int
    sent_at: datetime
    about: Burglary
    first_over_at: datetime

    def in_time(self, zone: tzinfo) -> bool:
        """Whether it went out within 5 days of the first one, by the clock on the wall."""
        return _wall(self.sent_at, zone) - _wall(self.first_over_at, zone) <= WARNED_WITHIN


@dataclass(frozen=True)
class TipsFigures:
    """Mails of a period, the households that got one, those of them that got it in time; burglaries within 200 m, in
    the 14 days before and after each mail of which these days are over (`over`).
    """

    mails: int = 0
    households: int = 0
    warned: int = 0
    over: int = 0
    before: int = 0
    after: int = 0


NO_TIPS: Final = TipsFigures()


def tips_figures(
    sent: Sequence[SentTips],
    burglaries: Sequence[Burglary],
    households: Callable[[Collection[int]], int],
    as_of: datetime,
    zone: tzinfo,
) -> TipsFigures:
    """`households`: how many got at least one of these mails. A burglary near two mails counts for each."""
    over = [one for one in sent if _wall(as_of, zone) - _wall(one.sent_at, zone) >= REPEAT_WITHIN]
    near = [(one, burglary) for one in over for burglary in burglaries if _is_near(burglary, one.about)]
    spans = [_wall(burglary.over_at, zone) - _wall(one.sent_at, zone) for one, burglary in near]
    return TipsFigures(
        mails=len(sent),
        households=households([one.id for one in sent]),
        warned=households([one.id for one in sent if one.in_time(zone)]),
        over=len(over),
        before=sum(-REPEAT_WITHIN <= span <= timedelta() for span in spans),
        after=sum(timedelta() < span <= REPEAT_WITHIN for span in spans),
    )


def _is_near(one: Burglary, other: Burglary) -> bool:
    return distance_m(one.x, one.y, other.x, other.y) <= REPEAT_M


def _wall(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)
