"""What the mails brought: leads, endings, images, neighbours reached; and what the day monitor's incidents came to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Final

from bot.domain.alerts.alerts import CaseResult
from bot.domain.figures.counted import MATURE_DAYS, SentAlert, ValidReply, days_between
from bot.domain.leads.leads import LeadResult
from bot.domain.measures import Ratio, Spread
from bot.domain.replies.images.offered import Images

JUDGED: Final = tuple(result for result in LeadResult if result is not LeadResult.PICKED_UP)
"""What a lead is worth; one that is picked up is still looked into."""
HERE: Final = frozenset({Images.IN, Images.ELSEWHERE, Images.HANDED_OVER})
SOON: Final = timedelta(days=1)


@dataclass(frozen=True)
class SeenIncident:
    """An incident, from the day monitor that first named it on; the kind of reason why no mail was asked for."""

    first_seen_at: datetime
    mailed_at: datetime | None = None
    skipped_for: str = ""


@dataclass(frozen=True)
class Reached:
    """Participants to whom a mail of these alerts went and did not come back, their homes, who got more than one."""

    participants: int = 0
    homes: int = 0
    repeatedly: int = 0


@dataclass(frozen=True)
class Opinions:
    """Of one survey: who (strongly) agrees with a statement, over those who have an opinion."""

    reference: str
    agreeing: Mapping[str, Ratio]


@dataclass(frozen=True)
class BroughtIn:
    """What is counted besides alerts and replies: leads by what they are worth (None: nobody said so yet)."""

    leads: Mapping[LeadResult | None, int]
    incidents: Sequence[SeenIncident] = ()
    reached: Reached = Reached()
    saw_nothing: int = 0
    responders: int = 0
    opinions: Sequence[Opinions] = ()


NOTHING_BROUGHT: Final = BroughtIn({})


@dataclass(frozen=True)
class ImagesFigures:
    """Over replies: `offered` or sent along, then those of them that came; in time, where that can be told."""

    offered: Ratio
    came: Ratio
    in_time: Ratio


@dataclass(frozen=True)
class IncidentFigures:
    """Over incidents, then over those that were mailed, and those that were skipped."""

    mailed: Ratio
    same_day: Ratio
    skipped: Ratio
    reasons: Mapping[str, Ratio]


@dataclass(frozen=True)
class Brought:
    leads_judged: Ratio
    leads: Mapping[LeadResult, Ratio]
    with_usable_lead: Ratio
    ended: Ratio
    endings: Mapping[CaseResult, Ratio]
    incidents: IncidentFigures
    images: ImagesFigures
    reached: Reached
    saw_nothing: Ratio
    at_the_desk: Spread
    answered_soon: Ratio
    opinions: Sequence[Opinions]
    responders: int

    def agreeing(self, statement: str) -> Ratio:
        """Over all surveys of the period together."""
        told = [one.agreeing[statement] for one in self.opinions if statement in one.agreeing]
        return Ratio(sum(one.part for one in told), sum(one.n for one in told))


def brought_figures(
    alerts: Sequence[SentAlert], replies: Sequence[ValidReply], found: BroughtIn, as_of: datetime, zone: tzinfo
) -> Brought:
    judged = sum(found.leads.get(result, 0) for result in JUDGED)
    endings = Counter(alert.result for alert in alerts if alert.result)
    due = [one for one in replies if one.has_address and days_between(one.received_at, as_of, zone) >= MATURE_DAYS]
    return Brought(
        leads_judged=Ratio(judged, sum(found.leads.values())),
        leads={result: Ratio(found.leads.get(result, 0), judged) for result in JUDGED},
        with_usable_lead=Ratio(sum(alert.usable_leads > 0 for alert in alerts), len(alerts)),
        ended=Ratio(endings.total(), len(alerts)),
        endings={result: Ratio(endings[result], endings.total()) for result in CaseResult},
        incidents=incident_figures(found.incidents, zone),
        images=images_figures([reply for reply in replies if not reply.of_tips], as_of, zone),
        reached=found.reached,
        saw_nothing=Ratio(found.saw_nothing, sum(alert.mails for alert in alerts)),
        at_the_desk=Spread(tuple(filter(None, map(_at_the_desk, replies)))),
        answered_soon=Ratio(sum(map(_is_answered_soon, due)), len(due)),
        opinions=found.opinions,
        responders=found.responders,
    )


def incident_figures(incidents: Sequence[SeenIncident], zone: tzinfo) -> IncidentFigures:
    """One that was skipped first and mailed after all counts as mailed."""
    gaps = [days_between(one.first_seen_at, one.mailed_at, zone) for one in incidents if one.mailed_at]
    reasons = Counter(one.skipped_for for one in incidents if one.skipped_for and not one.mailed_at)
    return IncidentFigures(
        mailed=Ratio(len(gaps), len(incidents)),
        same_day=Ratio(gaps.count(0), len(gaps)),
        skipped=Ratio(reasons.total(), len(incidents)),
        reasons={reason: Ratio(number, reasons.total()) for reason, number in sorted(reasons.items())},
    )


def images_figures(replies: Sequence[ValidReply], as_of: datetime, zone: tzinfo) -> ImagesFigures:
    offered = [reply for reply in replies if _offers(reply)]
    told = [in_time for in_time in (_in_time(reply, as_of, zone) for reply in offered) if in_time is not None]
    return ImagesFigures(
        offered=Ratio(len(offered), len(replies)),
        came=Ratio(sum(map(_came, offered)), len(offered)),
        in_time=Ratio(sum(told), len(told)),
    )


def _offers(reply: ValidReply) -> bool:
    """What nobody needed does not count, unless it had come."""
    return reply.images is not None and (reply.images is not Images.NOT_NEEDED or reply.images_in_at is not None)


def _came(reply: ValidReply) -> bool:
    return reply.images_in_at is not None or reply.images in HERE


def _in_time(reply: ValidReply, as_of: datetime, zone: tzinfo) -> bool | None:
    """None where nobody knows: their day is still to come, or they came before that was recorded."""
    if reply.images_in_at is None:
        over = reply.images_until is not None and days_between(reply.images_until, as_of, zone) > 0
        return False if over and not _came(reply) else None
    return reply.images_until is None or days_between(reply.images_until, reply.images_in_at, zone) <= 0


def _at_the_desk(reply: ValidReply) -> int | None:
    """Seconds from opening to handled, at least one; None where it is not both."""
    if reply.opened_at is None or reply.handled_at is None:
        return None
    return max(round((reply.handled_at - reply.opened_at).total_seconds()), 1)


def _is_answered_soon(reply: ValidReply) -> bool:
    return reply.answer_at is not None and reply.answer_at - reply.received_at <= SOON
