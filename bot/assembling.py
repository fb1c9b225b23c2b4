"""All use cases, put together from the parts that the settings name."""

from datetime import timedelta

from slack_sdk import WebClient

from bot.adapters.exports import Exporter
from bot.adapters.geocoder import PdokGeocoder
from bot.adapters.sheets import MOST_BYTES
from bot.clock import Clock
from bot.mail.reading.authentication import INBOUND_PARSE
from bot.mail.reading.reading import MimeReader
from bot.mail.sending.composing import TemplateComposer
from bot.mail.tokens import SignedTokens
from bot.parts import (
    build_addresses,
    build_blobs,
    build_importing,
    build_scanner,
    channels,
    day_monitor_senders,
    mention_of,
    reminder_times,
    safeguards,
    terms,
)
from bot.pictures.map import Cartographer
from bot.pictures.report import ChartMaker
from bot.pictures.survey import SurveyChart
from bot.settings import Settings
from bot.slack.day_monitor.files import SlackFiles
from bot.slack.outbox.chat import SlackChat
from bot.slack.outbox.survey_chat import SlackSurveyChat
from bot.texts import texts
from bot.workflow.alerts.approving import Approving
from bot.workflow.alerts.closing import Closing
from bot.workflow.alerts.concluding import Concluding
from bot.workflow.alerts.deciding import Deciding
from bot.workflow.alerts.holding import Holding
from bot.workflow.alerts.nudging import Nudging
from bot.workflow.alerts.proposing import Proposing
from bot.workflow.alerts.requesting import Requesting
from bot.workflow.alerts.sending import Sending
from bot.workflow.alerts.trying import Trying
from bot.workflow.day_monitor.day_monitor_mail import DayMonitorMail
from bot.workflow.day_monitor.day_monitor_posting import DayMonitorPosting
from bot.workflow.day_monitor.dividing import Dividing
from bot.workflow.day_monitor.division_posting import DivisionPosting
from bot.workflow.desk.finding import Finding
from bot.workflow.desk.homing import Homing
from bot.workflow.desk.listing import Listing
from bot.workflow.desk.reminding import Reminding
from bot.workflow.desk.staffing import Staffing
from bot.workflow.desk.watching import Watching
from bot.workflow.figures.report_posting import ReportPosting
from bot.workflow.figures.reporting import Reporting
from bot.workflow.leads.escalating import Escalating
from bot.workflow.letters.acknowledging import Acknowledging
from bot.workflow.letters.answering import Answering
from bot.workflow.letters.answering_many import AnsweringMany
from bot.workflow.letters.asking import Asking
from bot.workflow.letters.guarding import Guard
from bot.workflow.letters.templating import Templating
from bot.workflow.mail_ports import Mailer
from bot.workflow.outbox.posting import Posting
from bot.workflow.participants.leaving import Leaving
from bot.workflow.participants.pausing import Pausing
from bot.workflow.participants.recruiting import Recruiting
from bot.workflow.privacy.access_log import AccessLog
from bot.workflow.privacy.audit_chain import AuditChain
from bot.workflow.privacy.erasing import Clearing
from bot.workflow.privacy.retaining import Retaining
from bot.workflow.replies.calling import Calling
from bot.workflow.replies.keeping import Keeping
from bot.workflow.replies.looking import Looking
from bot.workflow.replies.noting import Noting
from bot.workflow.replies.opening import Opening
from bot.workflow.replies.placing import Placing
from bot.workflow.replies.receiving import Receiving
from bot.workflow.replies.relating import Relating
from bot.workflow.replies.replying import Replying
from bot.workflow.replies.scanning import Scanning
from bot.workflow.replies.taking import Taking
from bot.workflow.replies.triaging import Triaging
from bot.workflow.replies.unsubscribing import Unsubscribing
from bot.workflow.stages import Workflow
from bot.workflow.surveys.collecting import Collecting
from bot.workflow.surveys.survey_posting import SurveyPosting
from bot.workflow.surveys.surveying import Surveying
from bot.workflow.surveys.tallying import Tallying
from storage.unit_of_work import Work


def build_workflow(settings: Settings, work: Work, clock: Clock, client: WebClient, mailer: Mailer) -> Workflow:
    """Each use case with the parts that it needs."""
    tokens, guards = SignedTokens(settings.secret_key.get_secret_value()), safeguards(settings)
    composer = TemplateComposer(settings.place, settings.locale, settings.public_url, exercise=guards.exercise)
    chat = SlackChat(
        client,
        channels(settings),
        texts(settings.locale),
        exercise=guards.exercise,
        urgent_mention=mention_of(settings),
    )
    # Findings that SendGrid hands over are believed only where no mailbox is read: there anybody may have written them.
    trusted_server = settings.mail_authserv_id if settings.imap_url else INBOUND_PARSE
    reader = MimeReader(build_addresses(settings), tokens, trusted_server)
    cartographer = Cartographer(texts(settings.locale))
    blobs, scanner = build_blobs(settings), build_scanner(settings)
    keeping = Keeping(work, clock, blobs, scanned=scanner is not None)
    relating = Relating(build_addresses(settings).domain)
    triaging = Triaging(work, clock, Acknowledging(clock, composer, tokens), relating)
    opening = Opening(work, clock, blobs, tokens, scanned=scanner is not None)
    clearing, told = Clearing(work, chat, blobs), texts(settings.locale)
    guard = Guard((settings.public_url, settings.mail_from, settings.mail_reply_address))
    answering = Answering(work, clock, composer, tokens, terms(settings), guard)
    recruiting = Recruiting(work, clock, settings.reach_norm_per_100)
    figures = Reporting(work, clock, settings.report_at)
    reports = ReportPosting(work, chat, figures, recruiting, ChartMaker(told), Exporter(told))
    tallying = Tallying(work, clock, settings.report_at, settings.survey_every_days, settings.survey_words_days)
    surveys = SurveyPosting(
        work, clock, chat, SlackSurveyChat(chat, told), composer, guards, tallying, SurveyChart(told)
    )
    importing = build_importing(settings, work, clock)
    address, senders = settings.day_monitor_address, day_monitor_senders(settings)
    mailed = DayMonitorMail(work, clock, reader, importing, scanner, address, senders) if address else None
    monitors = DayMonitorPosting(work, chat, SlackFiles(client, MOST_BYTES), importing)
    nudging, watching = Nudging(work, clock, chat, guards), Watching(work, clock, reminder_times(settings))
    others = (reports, surveys, monitors, DivisionPosting(work, clock, chat), nudging)
    return Workflow(
        dividing=Dividing(work, clock, settings.divide_at),
        requesting=Requesting(work, clock, composer, PdokGeocoder(settings.geocoder_url), guards, guard),
        deciding=Deciding(work, composer, guards, guard),
        trying=Trying(work, clock, composer, guards, guard),
        approving=Approving(work, clock, mailer.batch_size, guards, guard),
        proposing=Proposing(work, clock, guard),
        sending=Sending(work, clock, mailer, composer, guards),
        receiving=Receiving(work, clock, reader, composer, tokens, keeping, relating, mailed),
        noting=Noting(work, clock, relating),
        replying=Replying(work, clock, composer, tokens, keeping),
        taking=Taking(work, clock, timedelta(minutes=settings.taken_idle_minutes)),
        triaging=triaging,
        placing=Placing(work, triaging),
        answering=answering,
        answering_many=AnsweringMany(work, clock, composer, answering, guard),
        templating=Templating(work, clock, composer, guard),
        asking=Asking(work, clock, composer, tokens, guard),
        calling=Calling(work, clock, answering),
        escalating=Escalating(work, clock),
        closing=Closing(work, clock),
        concluding=Concluding(work, composer, guards, guard),
        finding=Finding(work, clock),
        homing=Homing(work, clock, figures, watching),
        leaving=Leaving(work, clock, tokens),
        pausing=Pausing(work, clock),
        unsubscribing=Unsubscribing(work, clock, composer, answering),
        listing=Listing(work),
        reminding=Reminding(work, clock, reminder_times(settings)),
        reporting=figures,
        posting=Posting(
            work, clock, chat, mailer, composer, cartographer, settings.attention_email, guards, clearing, others
        ),
        opening=opening,
        looking=Looking(work, clock, opening),
        access_log=AccessLog(work),
        holding=Holding(work, clock),
        retaining=Retaining(work, clock, terms(settings)),
        scanning=Scanning(work, clock, blobs, scanner) if scanner else None,
        audit_chain=AuditChain(work, clock),
        recruiting=recruiting,
        staffing=Staffing(work, clock, settings.remind_superusers_at),
        surveying=Surveying(work, clock, composer, mailer.batch_size, guards),
        collecting=Collecting(work, clock, tokens),
        tallying=tallying,
        importing=importing,
        watching=watching,
        nudging=nudging,
    )
