"""Parts of it that the command line makes too, and what the settings mean to them."""

from collections.abc import Callable
from datetime import timedelta

from bot.adapters.evidence_zip import EvidencePackages
from bot.adapters.sheets import Sheets
from bot.clock import Clock
from bot.connecting import build_blobs, signed_tokens
from bot.contacts.email_addresses import comparable
from bot.domain.day_monitor.day_monitors import ColumnNames, parse_own_names
from bot.domain.desk.deadlines import ReminderTimes, WaitKind
from bot.domain.privacy.retention import Terms
from bot.domain.privacy.trail import Sealer
from bot.settings import LocalSettings, Settings
from bot.texts import texts
from bot.workflow.day_monitor.importing import Importing
from bot.workflow.leasing import Keeper
from bot.workflow.participants.keeping_out import ErasureKey
from bot.workflow.privacy.audit_chain import AuditChain
from bot.workflow.privacy.ending import EndingImages
from bot.workflow.privacy.forgetting import Forgetting
from bot.workflow.privacy.packing import Packing
from bot.workflow.privacy.retaining import Retaining
from bot.workflow.times import DUTCH_DAYS
from storage.unit_of_work import Work


def importing(settings: LocalSettings, work: Work, clock: Clock) -> Importing:
    """How a day monitor is read; the command line needs no more than this."""
    return Importing(work, clock, Sheets(), ColumnNames(parse_own_names(settings.day_monitor_columns)), settings.place)


def mention_of(settings: Settings) -> str:
    """Whom an urgent reply calls, in Slack's own signs."""
    who = settings.urgent_mention
    if who == "nobody":
        return ""
    return f"<!{who}>" if who in {"here", "channel"} else f"<!subteam^{who}>"


def reminder_times(settings: Settings) -> ReminderTimes:
    """When what waits is reminded of; an approved mail is out some time after its hold."""
    hold = timedelta(seconds=settings.send_hold_seconds)
    terms = {
        WaitKind.INCIDENT: timedelta(hours=settings.incident_remind_hours),
        WaitKind.REQUEST: timedelta(minutes=settings.request_remind_minutes),
        WaitKind.UNSENT: hold + timedelta(minutes=settings.unsent_remind_minutes),
        WaitKind.BATCH: timedelta(minutes=settings.batch_remind_minutes),
        WaitKind.CITIZEN: timedelta(hours=settings.answer_remind_hours),
        WaitKind.LEAD: timedelta(hours=settings.lead_remind_hours),
    }
    return ReminderTimes(
        settings.reply_same_day_until,
        settings.remind_thread_at,
        settings.remind_channel_at,
        settings.remind_superusers_at,
        settings.quiet_from,
        settings.quiet_until,
        DUTCH_DAYS,
        terms,
    )


def terms(settings: LocalSettings) -> Terms:
    """How long the words of citizens are kept."""
    return Terms(settings.retention_not_relevant_days, settings.retention_recorded_days, settings.retention_other_days)


def retaining(
    settings: LocalSettings, work: Work, clock: Clock, keeper: Keeper, finish: Callable[[], None]
) -> Retaining:
    """What goes at night; the command line needs no more than this."""
    forgetting = Forgetting(work, clock, erasure_key(settings), settings.retention_left_days)
    return Retaining(work, clock, terms(settings), keeper, EndingImages(work, clock), forgetting, finish)


def packing(settings: Settings, work: Work, clock: Clock) -> Packing:
    """How evidence is packed; the command line needs no more than this."""
    edges = build_blobs(settings), signed_tokens(settings), EvidencePackages(texts(settings.locale))
    return Packing(work, clock, *edges, scanned=bool(settings.clamav_url))


def day_monitor_senders(settings: Settings) -> frozenset[str]:
    """Who may bring a day monitor by mail."""
    return frozenset(filter(None, map(comparable, settings.day_monitor_senders.split(","))))


def erasure_key(settings: LocalSettings) -> ErasureKey | None:
    """What knows again who was erased; None where it is not set."""
    return ErasureKey(settings.erasure_key.get_secret_value()) if settings.erasure_key else None


def audit_chain(settings: LocalSettings, work: Work, clock: Clock) -> AuditChain:
    """How the audit trail is sealed; the command line needs no more than this."""
    key = settings.audit_key.get_secret_value() if settings.audit_key else ""
    return AuditChain(work, clock, Sealer(key), settings.remind_superusers_at)
