"""Every figure of the work, from plain records. Moments are aware UTC; calendar days and months are those of `zone`.

Every figure carries its n: what it is a part of, or the number of values it sums up.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from typing import Final, TypeVar

from bot.domain.figures.brought import NOTHING_BROUGHT, Brought, BroughtIn, brought_figures
from bot.domain.figures.counted import MATURE_DAYS, SentAlert, Stage, ValidReply, days_between
from bot.domain.figures.periods import Month, Period, month_of
from bot.domain.figures.prevention import NO_TIPS, TipsFigures
from bot.domain.measures import Ratio, Spread
from bot.domain.participants.people import BY_THEMSELVES, LeaveReason
from bot.domain.replies.replies import IN_BVH, Rating, ReplyKind

BUSIEST: Final = 2
Record = TypeVar("Record")


@dataclass(frozen=True)
class Counted:
    """The records of one period; alerts may reach back to the first month of its table."""

    alerts: Sequence[SentAlert]
    replies: Sequence[ValidReply]
    left: Mapping[LeaveReason, int]
    outcome_mails: int
    brought: BroughtIn = NOTHING_BROUGHT


@dataclass(frozen=True)
class Kept:
    """A promise: how often it was kept, and the references where it was not."""

    ratio: Ratio
    failures: tuple[str, ...]


@dataclass(frozen=True)
class MonthShare:
    """Of the alerts sent in a month, those with at least one valid reply."""

    month: Month
    share: Ratio


@dataclass(frozen=True)
class Load:
    """What one colleague did."""

    name: str
    requests: int
    approvals: int


@dataclass(frozen=True)
class AlertFigures:
    mails_per_alert: Ratio
    replies_per_mail: Ratio
    bounced: Ratio
    unsubscribed: Ratio
    complained: Ratio
    burglary_to_sent: Spread
    sent_before_offence: tuple[str, ...]
    in_form: Spread
    four_eyes: Kept
    busiest_requesters: Ratio
    busiest_approvers: Ratio
    load: tuple[Load, ...]


@dataclass(frozen=True)
class ReplyFigures:
    kinds: Mapping[ReplyKind, int]
    ratings: Mapping[Rating, Ratio]
    usable: Ratio
    reply_to_handled: Spread
    same_day: Ratio
    by_next_day: Ratio
    acknowledged: Kept
    answered: Kept
    uncertain: tuple[str, ...]
    """Replies that no automatic mail may go to: nobody can tell who sent them."""


@dataclass(frozen=True)
class Report:
    """The figures of a period as they were at `as_of`, and a table of months that ends with it."""

    period: Period
    as_of: datetime
    months: tuple[MonthShare, ...]
    alerts: tuple[SentAlert, ...]
    sending: AlertFigures
    handling: ReplyFigures
    brought: Brought
    tips: TipsFigures = NO_TIPS
    """Of preventive mails, which are in none of the others."""

    @property
    def total(self) -> Ratio:
        """The share over all months of the table: the ratio of the sums, never a mean of months."""
        return Ratio(sum(line.share.part for line in self.months), sum(line.share.n for line in self.months))


def nameless(report: Report) -> Report:
    """Without what each colleague did."""
    return replace(report, sending=replace(report.sending, load=()))


def report_of(counted: Counted, period: Period, as_of: datetime, zone: tzinfo) -> Report:
    alerts = tuple(alert for alert in counted.alerts if month_of(alert.sent_at.astimezone(zone)) in period)
    months = month_shares(counted.alerts, period.table, zone)
    sending = alert_figures(alerts, counted.left, counted.outcome_mails)
    handling = reply_figures(counted.replies, as_of, zone)
    brought = brought_figures(alerts, counted.replies, counted.brought, as_of, zone)
    return Report(period, as_of, months, alerts, sending, handling, brought)


def alert_figures(alerts: Sequence[SentAlert], left: Mapping[LeaveReason, int], outcome_mails: int) -> AlertFigures:
    """A link to leave stands in outcome mails as well, so who left is counted over both."""
    mails = sum(alert.mails for alert in alerts)
    spans = {alert.reference: round(alert.since_offence.total_seconds()) for alert in alerts}
    return AlertFigures(
        mails_per_alert=Ratio(mails, len(alerts)),
        replies_per_mail=Ratio(sum(alert.replies for alert in alerts), mails),
        bounced=Ratio(sum(alert.bounced for alert in alerts), mails),
        unsubscribed=Ratio(sum(left.get(reason, 0) for reason in BY_THEMSELVES), mails + outcome_mails),
        complained=Ratio(sum(alert.complaints for alert in alerts), mails),
        burglary_to_sent=Spread(tuple(span for span in spans.values() if span >= 0)),
        sent_before_offence=tuple(reference for reference, span in spans.items() if span < 0),
        in_form=Spread(tuple(round(alert.clock.stages()[Stage.IN_FORM].total_seconds()) for alert in alerts)),
        four_eyes=_kept(alerts, lambda alert: alert.approver_id != alert.requester_id, lambda alert: alert.reference),
        busiest_requesters=_busiest(alert.requester_id for alert in alerts),
        busiest_approvers=_busiest(alert.approver_id for alert in alerts),
        load=_load(alerts),
    )


def reply_figures(replies: Sequence[ValidReply], as_of: datetime, zone: tzinfo) -> ReplyFigures:
    """Promises are counted over replies that have an address, gaps over those at least two days old.

    An acknowledgement is promised only to whom it may go. What answers a preventive mail is in the promises alone.
    """
    of_alerts = [reply for reply in replies if not reply.of_tips]
    rated = Counter(reply.rating for reply in of_alerts if reply.rating)
    addressed = [reply for reply in replies if reply.has_address]
    certain = [reply for reply in addressed if reply.may_be_acknowledged]
    due = [reply for reply in replies if days_between(reply.received_at, as_of, zone) >= MATURE_DAYS]
    gaps = [_gap(reply, zone) for reply in due]
    to_answer = [reply for reply in due if reply.has_address]
    return ReplyFigures(
        kinds=Counter(reply.kind for reply in of_alerts),
        ratings={rating: Ratio(rated[rating], rated.total()) for rating in Rating},
        usable=Ratio(sum(rated[rating] for rating in IN_BVH), rated.total()),
        reply_to_handled=Spread(
            tuple(round(span.total_seconds()) for span in map(_handling, replies) if span is not None)
        ),
        same_day=Ratio(sum(gap == 0 for gap in gaps), len(gaps)),
        by_next_day=Ratio(sum(gap in {0, 1} for gap in gaps), len(gaps)),
        acknowledged=_kept(certain, lambda reply: reply.acknowledged, lambda reply: reply.name),
        answered=_kept(to_answer, lambda reply: reply.answered, lambda reply: reply.name),
        uncertain=tuple(reply.name for reply in addressed if not reply.may_be_acknowledged),
    )


def month_shares(alerts: Iterable[SentAlert], period: Period, zone: tzinfo) -> tuple[MonthShare, ...]:
    """Each month of the period, those without an alert too; an alert is of the month of its first sending."""
    sent: Counter[Month] = Counter()
    replied: Counter[Month] = Counter()
    for alert in alerts:
        month = month_of(alert.sent_at.astimezone(zone))
        sent[month] += 1
        replied[month] += alert.replies > 0
    return tuple(MonthShare(month, Ratio(replied[month], sent[month])) for month in period.months())


def _kept(records: Sequence[Record], is_kept: Callable[[Record], bool], name: Callable[[Record], str]) -> Kept:
    failures = tuple(name(record) for record in records if not is_kept(record))
    return Kept(Ratio(len(records) - len(failures), len(records)), failures)


def _handling(reply: ValidReply) -> timedelta | None:
    return reply.handled_at - reply.received_at if reply.handled_at else None


def _gap(reply: ValidReply, zone: tzinfo) -> int | None:
    """Calendar days from a reply to its handling; None while it is open."""
    return None if reply.handled_at is None else days_between(reply.received_at, reply.handled_at, zone)


def _busiest(people: Iterable[str]) -> Ratio:
    done = Counter(people)
    return Ratio(sum(number for _, number in done.most_common(BUSIEST)), done.total())


def _load(alerts: Sequence[SentAlert]) -> tuple[Load, ...]:
    """Who did how much, the busiest first; people are told apart by their ids, and called by their newest name."""
    requests = Counter(alert.requester_id for alert in alerts)
    approvals = Counter(alert.approver_id for alert in alerts)
    names = {alert.requester_id: alert.requester_name for alert in alerts}
    names |= {alert.approver_id: alert.approver_name for alert in alerts}
    done = (Load(name, requests[person], approvals[person]) for person, name in names.items())
    return tuple(sorted(done, key=lambda load: (-load.requests - load.approvals, load.name)))
