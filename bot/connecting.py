"""What the settings name outside the program: the mail provider, the files, the scanner; and what may go out."""

from datetime import timedelta
from pathlib import Path

from bot.adapters.clamav import ClamAv
from bot.adapters.folder import BlobFolder
from bot.domain.alerts.safeguards import Safeguards, allow_list
from bot.mail.addresses import Addresses
from bot.mail.sending.guarding import GuardedMailer
from bot.mail.tokens import SignedTokens
from bot.settings import Settings
from bot.settings.together import former_keys
from bot.workflow.mail_ports import Mailer, ReplyMailbox
from bot.workflow.ports import LargeBlobs
from storage.engine import database_folder


def safeguards(settings: Settings) -> Safeguards:
    """What keeps a mail from going to many, or to anybody, by mistake."""
    hold, allowed = timedelta(seconds=settings.send_hold_seconds), allow_list(settings.allowed_recipients)
    return Safeguards(hold, settings.reach_confirm_above, allowed, settings.too_often_mails)


def build_mailer(settings: Settings) -> Mailer:
    """The mail provider that the settings name, behind the allow-list where there is one."""
    mailer, guards = _provider(settings, build_addresses(settings)), safeguards(settings)
    return GuardedMailer(mailer, guards) if guards.exercise else mailer


def _provider(settings: Settings, addresses: Addresses) -> Mailer:
    if settings.mail_provider == "smtp":
        from bot.mail.sending.smtp import SmtpMailer

        return SmtpMailer(addresses, settings.smtp_url.get_secret_value())
    from bot.mail.sending.sendgrid import SendGridMailer

    return SendGridMailer(addresses, settings.sendgrid_api_key.get_secret_value(), settings.sendgrid_api_url)


def build_blobs(settings: Settings) -> LargeBlobs:
    """Where raw mail and attachments are kept."""
    url = settings.blobs_url.get_secret_value()
    if url.startswith("s3://"):
        from bot.adapters.s3 import ObjectStore

        return ObjectStore(url)
    return BlobFolder(url)


def own_folders(settings: Settings) -> list[Path]:
    """Where this copy of the program writes on its own disk; none where all is kept elsewhere."""
    url = settings.blobs_url.get_secret_value()
    blobs = None if url.startswith("s3://") else Path(url).absolute()
    folders = dict.fromkeys(filter(None, (database_folder(settings.database_url.get_secret_value()), blobs)))
    return [folder for folder in folders if folder.is_dir()]


def build_mailbox(settings: Settings) -> ReplyMailbox | None:
    """Where citizens' answers are fetched, for a team that has them in a mailbox."""
    if not (url := settings.imap_url.get_secret_value()):
        return None
    from bot.mail.reading.imap import ImapMailbox

    return ImapMailbox(url)


def build_scanner(settings: Settings) -> ClamAv | None:
    """The virus scanner, where the team has one."""
    return ClamAv(settings.clamav_url) if settings.clamav_url else None


def build_addresses(settings: Settings) -> Addresses:
    """From, answer addresses, links."""
    address, sender = settings.mail_reply_address, settings.mail_from
    return Addresses(sender, address, settings.place, settings.public_url, signed_tokens(settings))


def signed_tokens(settings: Settings) -> SignedTokens:
    """What is in links and answer addresses, of former keys too."""
    former = former_keys(settings.former_secret_keys.get_secret_value())
    return SignedTokens(settings.secret_key.get_secret_value(), former)
