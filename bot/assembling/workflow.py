"""What the settings name, and all use cases made of it."""

from datetime import timedelta
from functools import partial

from slack_sdk import WebClient

from bot.adapters.exports import Exporter
from bot.adapters.films import ApartFilms
from bot.adapters.geocoder import PdokGeocoder
from bot.adapters.sheets import MOST_BYTES
from bot.assembling.parts import (
    audit_chain,
    day_monitor_senders,
    erasure_key,
    importing,
    mention_of,
    packing,
    reminder_times,
    retaining,
    terms,
)
from bot.clock import Clock
from bot.connecting import build_addresses, build_blobs, build_mailbox, build_scanner, safeguards, signed_tokens
from bot.domain.replies.attachments import PROGRAMS
from bot.mail.reading.authentication import INBOUND_PARSE
from bot.mail.reading.files import file_of, media_type_of
from bot.mail.reading.reading import MimeReader
from bot.mail.sending.composing import TemplateComposer
from bot.pictures.apart import PicturesApart
from bot.pictures.campaign import Printed
from bot.records.staff import Rooms
from bot.settings import Settings
from bot.slack.day_monitor.files import SlackFiles
from bot.slack.membership import SlackDirectory
from bot.slack.outbox.chat import SlackChat
from bot.slack.outbox.survey_chat import SlackSurveyChat
from bot.texts import texts
from bot.workflow.alerts.approving import Approving
from bot.workflow.alerts.closing import Closing
from bot.workflow.alerts.concluding import Concluding
from bot.workflow.alerts.deciding import Deciding
from bot.workflow.alerts.drafting import Drafting
from bot.workflow.alerts.holding import Holding
from bot.workflow.alerts.mapping import Mapping
from bot.workflow.alerts.nudging import Nudging
from bot.workflow.alerts.offering import Offering
from bot.workflow.alerts.proposing import Proposing
from bot.workflow.alerts.repeats.joining import Joining
from bot.workflow.alerts.repeats.preventing import Preventing
from bot.workflow.alerts.repeats.repeat_posting import RepeatPosting
from bot.workflow.alerts.requesting import Requesting
from bot.workflow.alerts.sending import Sending
from bot.workflow.alerts.trying import Trying
from bot.workflow.alerts.viewing import Viewing
from bot.workflow.day_monitor.day_monitor_mail import DayMonitorMail
from bot.workflow.day_monitor.day_monitor_posting import DayMonitorPosting
from bot.workflow.day_monitor.dividing import Dividing
from bot.workflow.day_monitor.division_posting import DivisionPosting
from bot.workflow.desk.doorkeeping import Doorkeeping
from bot.workflow.desk.finding import Finding
from bot.workflow.desk.homing import Homing
from bot.workflow.desk.listing import Listing
from bot.workflow.desk.pressing import Pressing
from bot.workflow.desk.recognising import Recognising
from bot.workflow.desk.reminding import Reminding
from bot.workflow.desk.staffing import Staffing
from bot.workflow.desk.telling import Telling
from bot.workflow.desk.watching import Watching
from bot.workflow.figures.campaign_posting import CampaignPosting
from bot.workflow.figures.municipal import Municipal
from bot.workflow.figures.report_posting import ReportPosting
from bot.workflow.figures.reporting import Reporting
from bot.workflow.leads.escalating import Escalating
from bot.workflow.leads.finishing import Finishing
from bot.workflow.leasing import Keeper
from bot.workflow.letters.acknowledging import Acknowledging
from bot.workflow.letters.answering import Answering
from bot.workflow.letters.answering_many import AnsweringMany
from bot.workflow.letters.asking import Asking
from bot.workflow.letters.guarding import Guard
from bot.workflow.letters.resending import Resending
from bot.workflow.letters.templating import Templating
from bot.workflow.mail_ports import Mailer
from bot.workflow.outbox.monitoring import Monitoring
from bot.workflow.outbox.posting import Posting
from bot.workflow.outbox.reposting import Reposting
from bot.workflow.outbox.settling import Settling
from bot.workflow.outbox.standing_still import StandingStill
from bot.workflow.participants.campaigning import Campaigning
from bot.workflow.participants.correcting import Correcting
from bot.workflow.participants.leaving import Leaving
from bot.workflow.participants.own_page import OwnPage
from bot.workflow.participants.pausing import Pausing
from bot.workflow.participants.recruiting import Recruiting
from bot.workflow.participants.signing_up import SigningUp
from bot.workflow.privacy.access_log import AccessLog
from bot.workflow.privacy.erasing import Clearing
from bot.workflow.replies.calling import Calling
from bot.workflow.replies.fetching import Fetching
from bot.workflow.replies.images.bringing import Bringing
from bot.workflow.replies.images.deciding import DecidingOnImages
from bot.workflow.replies.images.handing_over import HandingOver
from bot.workflow.replies.images.hearing import Hearing
from bot.workflow.replies.images.requesting_images import RequestingImages
from bot.workflow.replies.images.uploading import Uploading
from bot.workflow.replies.keeping import Keeping
from bot.workflow.replies.looking import Looking
from bot.workflow.replies.mails.tying import Tying
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
from bot.workflow.surveys.collecting import Collecting
from bot.workflow.surveys.survey_posting import SurveyPosting
from bot.workflow.surveys.surveying import Surveying
from bot.workflow.surveys.tallying import Tallying
from storage.engine import empty_wal
from storage.unit_of_work import Work


class Workflow:
    """Every use case of the work, each made where it is named, on one database."""

    def __init__(  # noqa: PLR0915 - a list: one line a use case, behind those that it needs
        self, settings: Settings, work: Work, look: Work, clock: Clock, client: WebClient, mailer: Mailer
    ) -> None:
        tokens, told = signed_tokens(settings), texts(settings.locale)
        addresses, blobs, scanner = build_addresses(settings), build_blobs(settings), build_scanner(settings)
        guards, mention = safeguards(settings), mention_of(settings)
        guard = Guard((settings.public_url, settings.mail_from, settings.mail_reply_address))
        composer = TemplateComposer(settings.place, settings.locale, settings.public_url, exercise=guards.exercise)
        rooms = Rooms.of(settings)
        self.keeper = Keeper(work, clock)
        allowed = self.keeper.check
        chat = SlackChat(client, rooms.channels, told, allowed, exercise=guards.exercise, urgent_mention=mention)
        # SendGrid's findings are believed only where no mailbox is read: there anybody may have written them.
        trusted_server = settings.mail_authserv_id if settings.imap_url.get_secret_value() else INBOUND_PARSE
        hearing = Hearing(settings.images_kept_days, settings.retention_images_days)
        reader, relating = MimeReader(addresses, tokens, trusted_server), Relating(addresses.domain, hearing)
        films = ApartFilms()
        keeping = Keeping(work, clock, blobs, films, scanned=scanner is not None)

        self.importing = importing(settings, work, clock)
        self.dividing = Dividing(work, clock, settings.divide_at)

        self.requesting = Requesting(work, clock, composer, PdokGeocoder(settings.geocoder_url), guards, guard)
        self.offering = Offering(work, clock, guard)
        self.deciding, drawn = Deciding(work, composer, guards, guard), PicturesApart(settings.locale)
        self.mapping = Mapping(work, clock, tokens, composer, guards, guard, drawn, settings.public_url)
        self.trying = Trying(work, clock, composer, guards, guard)
        self.approving = Approving(work, clock, mailer.batch_size, guards, guard)
        self.proposing = Proposing(work, clock, guard)
        self.viewing, self.drafting = Viewing(work, composer, guards), Drafting(work, clock)
        self.nudging = Nudging(work, clock, chat, guards)
        self.sending = Sending(work, clock, mailer, composer, guards, self.keeper)
        self.closing = Closing(work, clock)
        self.concluding = Concluding(work, composer, guards, guard)
        self.preventing = Preventing(work, clock, composer, guards, guard)
        self.joining = Joining(work, composer, guards, guard)
        self.holding = Holding(work, clock)

        sheet, senders = settings.day_monitor_address, day_monitor_senders(settings)
        mailed = DayMonitorMail(work, clock, reader, self.importing, scanner, sheet, senders) if sheet else None
        acknowledging = Acknowledging(clock, composer, tokens, settings.reply_same_day_until)
        self.receiving = Receiving(work, clock, reader, composer, acknowledging, keeping, relating, mailed)
        mailbox = build_mailbox(settings)
        self.fetching = Fetching(work, clock, mailbox, self.receiving) if mailbox else None
        self.scanning = Scanning(work, clock, blobs, scanner, hearing) if scanner else None
        self.noting = Noting(work, clock, relating)
        self.replying = Replying(work, clock, composer, tokens, keeping, settings.reply_same_day_until)
        self.taking = Taking(work, clock, timedelta(minutes=settings.taken_idle_minutes))
        self.triaging = Triaging(work, look, clock, acknowledging, relating)
        self.deciding_on_images = DecidingOnImages(work, clock, hearing)
        self.handing_over = HandingOver(work, clock, hearing)
        self.requesting_images = RequestingImages(work, clock, composer, tokens, hearing)
        self.uploading = Uploading(work, clock, blobs, tokens, lambda start: media_type_of(start) in PROGRAMS)
        self.bringing = Bringing(work, clock, blobs, keeping, composer, tokens, hearing, file_of)
        self.placing = Placing(work, self.triaging)
        self.tying = Tying(work, clock, self.triaging, relating)
        self.opening = Opening(work, clock, blobs, tokens, films, scanned=scanner is not None)
        self.looking = Looking(work, clock, self.opening)
        hold = timedelta(seconds=settings.answer_hold_seconds)
        self.answering = Answering(work, clock, composer, tokens, terms(settings), guard, hold)
        self.answering_many = AnsweringMany(work, clock, composer, self.answering, guard)
        self.templating = Templating(work, clock, composer, guard)
        self.asking = Asking(work, clock, composer, tokens, guard)
        self.resending = Resending(work, clock)
        self.calling = Calling(work, clock, self.answering)
        self.unsubscribing = Unsubscribing(work, clock, composer, self.answering)
        self.escalating = Escalating(work, clock)
        self.finishing = Finishing(work, clock, self.triaging, self.placing, self.escalating, self.answering)

        self.leaving = Leaving(work, clock, tokens)
        self.signing_up = SigningUp(work, clock, composer, tokens, erasure_key(settings))
        self.own_page = OwnPage(work, clock, composer, tokens, self.signing_up)
        self.pausing, self.correcting = Pausing(work, clock), Correcting(work, clock)
        self.recruiting = Recruiting(work, clock, settings.reach_norm_per_100)
        self.campaigning = Campaigning(work, clock, settings.reach_norm_per_100, settings.public_url)
        self.surveying = Surveying(work, clock, composer, mailer.batch_size, guards)
        self.collecting = Collecting(work, clock, tokens)
        every_days, words_days = settings.survey_every_days, settings.survey_words_days
        self.tallying = Tallying(work, clock, settings.report_at, every_days, words_days)

        self.reporting = Reporting(work, clock, settings.report_at, has_leader=settings.channel_project_leader != "")
        self.municipal = Municipal(work, clock, self.reporting, tokens, settings.public_url)
        pressing = Pressing()
        self.watching = Watching(work, clock, reminder_times(settings), pressing)
        directory, hasty = SlackDirectory(client), SlackDirectory(client, waits=False)
        self.recognising = Recognising(work, look, clock, rooms, directory, hasty)
        self.homing = Homing(work, clock, self.reporting, self.watching)
        self.finding, self.listing = Finding(work, clock), Listing(work, pressing)
        self.reminding = Reminding(work, clock, reminder_times(settings), self.requesting_images)
        self.doorkeeping = Doorkeeping(work, clock, keeping, posted=mailbox is None)
        self.staffing = Staffing(work, clock, settings.remind_superusers_at)

        self.access_log = AccessLog(work)
        finish = partial(empty_wal, settings.database_url.get_secret_value())
        self.retaining = retaining(settings, work, clock, self.keeper, finish)
        self.audit_chain, self.packing = audit_chain(settings, work, clock), packing(settings, work, clock)
        self.monitoring, self.telling = Monitoring(work, clock), Telling(work, clock)

        # What is owed to Slack and the mail goes out here; these have kinds of their own.
        reports = ReportPosting(work, chat, self.reporting, self.recruiting, drawn, Exporter(told))
        surveys = SurveyPosting(work, clock, chat, SlackSurveyChat(chat, told), composer, guards, self.tallying, drawn)
        campaigns = CampaignPosting(work, chat, self.campaigning, Printed(settings.locale, settings.place))
        monitors = DayMonitorPosting(work, chat, SlackFiles(client, MOST_BYTES), self.importing)
        divisions, repeats = DivisionPosting(clock, chat), RepeatPosting(chat)
        others = (reports, campaigns, surveys, monitors, divisions, repeats, self.nudging, self.bringing)
        attention, clearing = settings.attention_email, Clearing(chat, blobs)
        self.standing_still = StandingStill(work, clock, self.sending)
        self.settling, self.reposting = Settling(work, clock), Reposting(work)
        self.posting = Posting(
            *(work, clock, chat, mailer, composer, drawn, attention, self.viewing, guards, clearing),
            *(self.settling, self.keeper, others),
        )
