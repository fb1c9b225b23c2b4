"""What GET /metrics tells besides the process's own figures: read from the database at each scrape."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import structlog
from prometheus_client import CollectorRegistry, Metric
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.domain.alerts.mailings import DeliveryState
from bot.domain.desk.troubles import TroubleKind
from bot.domain.replies.replies import ReplyKind, ReplyLabel
from bot.records.chat import Channel
from bot.records.mail import CallFault, Door
from bot.workflow.outbox.monitoring import Monitoring
from bot.workflow.replies.mails.limiting import WORDS_ALONE
from bot.workflow.replies.receiving import UNPARSED
from handlers.web.condition import Condition

log = structlog.get_logger()


class DatabaseFigures(Collector):
    """Survives restarts and is the same in every copy; a database that fails costs its own figures, no others."""

    def __init__(self, monitoring: Monitoring) -> None:
        self._monitoring = monitoring

    def describe(self) -> list[Metric]:
        """Nothing is asked of the database before the first scrape."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Each group in a transaction of its own; after a failure the rest is not asked: a scrape must not hang."""
        up = 1
        for family in (_inbound, _refused, _deliveries, _outbox):
            try:
                metrics = family(self._monitoring)
            except Exception as error:
                log.error("figures failed", error=type(error).__name__)
                up = 0
                break
            yield from metrics
        yield GaugeMetricFamily("burgernetmail_database_up", "1 where the figures could be read.", up)


class ConditionFigures(Collector):
    """What this copy of the program knows of itself."""

    def __init__(self, condition: Condition) -> None:
        self._condition = condition

    def describe(self) -> list[Metric]:
        """Nothing is looked at before the first scrape."""
        return []

    def collect(self) -> Iterator[Metric]:
        """As GET /status tells it, in numbers."""
        troubles = GaugeMetricFamily("burgernetmail_troubles", "What GET /status tells, by kind.", labels=["kind"])
        found = Counter(trouble.kind for trouble in self._condition.troubles())
        for kind in TroubleKind:
            troubles.add_metric([kind], found[kind])
        yield troubles
        jobs = GaugeMetricFamily(
            "burgernetmail_job_silent_seconds", "Since a job did a step to its end.", labels=["job"]
        )
        for name, silent_s in self._condition.heartbeats.silent_s().items():
            jobs.add_metric([name], silent_s)
        yield jobs
        if self._condition.socket_silent_s:
            silent_s = self._condition.socket_silent_s()
            yield GaugeMetricFamily(
                "burgernetmail_socket_silent_seconds", "Since Slack was heard, its pings counted.", silent_s
            )


def figures_registry(monitoring: Monitoring, condition: Condition) -> CollectorRegistry:
    """A registry of its own, so that several programs can live in one process."""
    registry = CollectorRegistry()
    registry.register(DatabaseFigures(monitoring))
    registry.register(ConditionFigures(condition))
    return registry


def _inbound(monitoring: Monitoring) -> list[Metric]:
    came = CounterMetricFamily("burgernetmail_inbound", "What came in.", labels=["kind", "label"])
    never = {(str(kind), str(label)): 0 for kind in ReplyKind for label in ReplyLabel}
    counts, waiting = monitoring.inbound()
    for labels, count in sorted((never | counts).items()):
        came.add_metric(labels, count)
    return [came, GaugeMetricFamily("burgernetmail_inbound_waiting", "Came in, not read yet.", waiting)]


def _refused(monitoring: Monitoring) -> list[Metric]:
    counts = monitoring.tallies()
    refused = CounterMetricFamily(
        "burgernetmail_calls_refused", "Calls of the mail provider that were answered 503.", labels=["door", "fault"]
    )
    for door in Door:
        for fault in CallFault:
            refused.add_metric([door, fault], counts.get((door, fault), 0))
    told = {
        UNPARSED: "Mails that could not be parsed, shown as they came.",
        WORDS_ALONE: "Mails without their files, since too much came in that day.",
    }
    mails = ((f"burgernetmail_inbound_{name}", what, counts.get((name, "mail"), 0)) for name, what in told.items())
    return [refused, *(CounterMetricFamily(*mail) for mail in mails)]


def _deliveries(monitoring: Monitoring) -> list[Metric]:
    mails = GaugeMetricFamily("burgernetmail_deliveries", "Mails of alerts by delivery state.", labels=["state"])
    for state, count in sorted((dict.fromkeys(map(str, DeliveryState), 0) | monitoring.deliveries()).items()):
        mails.add_metric([state], count)
    return [mails]


def _outbox(monitoring: Monitoring) -> list[Metric]:
    waiting, dead = monitoring.outbox()
    oldest = GaugeMetricFamily(
        "burgernetmail_outbox_oldest_seconds", "How long each channel's oldest waits.", labels=["channel"]
    )
    ages = monitoring.oldest()
    for channel in Channel:
        oldest.add_metric([channel], ages.get(channel, timedelta()).total_seconds())
    return [
        oldest,
        GaugeMetricFamily("burgernetmail_outbox_waiting", "Owed to Slack and the mail, not delivered yet.", waiting),
        GaugeMetricFamily("burgernetmail_outbox_dead_letters", "Owed to Slack and the mail, and given up.", dead),
    ]
