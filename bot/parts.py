"""The parts that the settings name: channels, safeguards, the mail provider, where files are kept, who scans them."""

from datetime import timedelta

from bot.adapters.clamav import ClamAv
from bot.adapters.folder import BlobFolder
from bot.adapters.s3 import ObjectStore
from bot.adapters.sheets import Sheets
from bot.clock import Clock
from bot.contacts.email_addresses import comparable
from bot.domain.alerts.safeguards import Safeguards, allow_list
from bot.domain.day_monitor.day_monitors import ColumnNames, parse_own_names
from bot.domain.desk.deadlines import ReminderTimes, WaitKind
from bot.domain.privacy.retention import Terms
from bot.mail.addresses import Addresses
from bot.mail.sending.guarding import GuardedMailer
from bot.mail.sending.sendgrid import SendGridMailer
from bot.mail.sending.smtp import SmtpMailer
from bot.mail.tokens import SignedTokens
from bot.records.chat import Channel
from bot.settings import Settings
from bot.slack.membership import Rooms
from bot.workflow.day_monitor.importing import Importing
from bot.workflow.mail_ports import Mailer
from bot.workflow.participants.keeping_out import ErasureKey
from bot.workflow.ports import Blobs
from bot.workflow.times import DUTCH_DAYS
from storage.unit_of_work import Work


def channels(settings: Settings) -> dict[Channel, str]:
    """The ids of the four channels."""
    return {
        Channel.INTAKE: settings.channel_intake,
        Channel.TRIAGE: settings.channel_triage,
        Channel.BURGLARY: settings.channel_burglary,
        Channel.SUPERVISION: settings.channel_supervision,
    }


def rooms(settings: Settings) -> Rooms:
    """The four channels, their user groups, and whether they may be public: in the practice town alone."""
    groups = {
        Channel.INTAKE: settings.group_intake,
        Channel.TRIAGE: settings.group_triage,
        Channel.BURGLARY: settings.group_burglary,
        Channel.SUPERVISION: settings.group_supervision,
    }
    chosen = {channel: group for channel, group in groups.items() if group}
    return Rooms(channels(settings), chosen, settings.allow_public_channels)


def mention_of(settings: Settings) -> str:
    """Whom an urgent reply calls, in Slack's own signs."""
    who = settings.urgent_mention
    if who == "nobody":
        return ""
    return f"<!{who}>" if who in {"here", "channel"} else f"<!subteam^{who}>"


def safeguards(settings: Settings) -> Safeguards:
    """What keeps a mail from going to many, or to anybody, by mistake."""
    hold, allowed = timedelta(seconds=settings.send_hold_seconds), allow_list(settings.allowed_recipients)
    return Safeguards(hold, settings.reach_confirm_above, allowed, settings.too_often_mails)


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


def terms(settings: Settings) -> Terms:
    """How long the words of citizens are kept."""
    return Terms(settings.retention_not_relevant_days, settings.retention_recorded_days, settings.retention_other_days)


def build_importing(settings: Settings, work: Work, clock: Clock) -> Importing:
    """How a day monitor is read."""
    return Importing(work, clock, Sheets(), ColumnNames(parse_own_names(settings.day_monitor_columns)), settings.place)


def day_monitor_senders(settings: Settings) -> frozenset[str]:
    """Who may bring a day monitor by mail."""
    return frozenset(filter(None, map(comparable, settings.day_monitor_senders.split(","))))


def erasure_key(settings: Settings) -> ErasureKey | None:
    """What knows again who was erased; None where it is not set."""
    return ErasureKey(settings.erasure_key.get_secret_value()) if settings.erasure_key else None


def build_mailer(settings: Settings, addresses: Addresses) -> Mailer:
    """The mail provider that the settings name, behind the allow-list where there is one."""
    mailer, guards = _provider(settings, addresses), safeguards(settings)
    return GuardedMailer(mailer, guards) if guards.exercise else mailer


def _provider(settings: Settings, addresses: Addresses) -> Mailer:
    if settings.mail_provider == "smtp":
        return SmtpMailer(addresses, settings.smtp_url)
    return SendGridMailer(addresses, settings.sendgrid_api_key.get_secret_value(), settings.sendgrid_api_url)


def build_blobs(settings: Settings) -> Blobs:
    """Where raw mail and attachments are kept."""
    if settings.blobs_url.startswith("s3://"):
        return ObjectStore(settings.blobs_url)
    return BlobFolder(settings.blobs_url)


def build_scanner(settings: Settings) -> ClamAv | None:
    """The virus scanner, where the team has one."""
    return ClamAv(settings.clamav_url) if settings.clamav_url else None


def build_addresses(settings: Settings) -> Addresses:
    """From, answer addresses, links."""
    tokens = SignedTokens(settings.secret_key.get_secret_value())
    return Addresses(settings.mail_from, settings.mail_reply_address, settings.place, settings.public_url, tokens)
