"""The environment as one frozen Settings; what is wrong is told by the variable's name."""

import os
import re
from collections.abc import Mapping
from datetime import time
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.contacts.email_addresses import canonical, canonical_domain, mailable
from bot.entering import as_line

Url = Annotated[str, Field(pattern=r"^[a-z0-9+]+://\S+$")]
Address = Annotated[str, Field(pattern=r"^[^+]+$"), AfterValidator(lambda typed: mailable(typed, everywhere=False))]
Group = Annotated[str, Field(pattern=r"^(S[A-Z0-9]+)?$")]
Days = Annotated[int, Field(ge=1, le=3650)]
Hours = Annotated[int, Field(ge=1, le=336)]
Minutes = Annotated[int, Field(ge=5, le=1440)]

KEY: Final = "64 characters from: python -c 'import secrets; print(secrets.token_hex(32))'"
ROOMS: Final = ("intake", "triage", "burglary", "supervision")
EXAMPLES: Final = {
    "slack_bot_token": "xoxb-... (the app's page OAuth & Permissions)",
    **{f"channel_{room}": "C0123456789 (the channel's id, not its name)" for room in ROOMS},
    **{f"group_{room}": "S0123456789 (the user group's id, not its name)" for room in ROOMS},
    "database_url": "postgresql://user:password@host/name or sqlite:///burgernetmail.db",
    "attention_email": "intake@example.nl",
    "mail_from": "burgernetmail@example.nl",
    "mail_reply_address": "antwoord@example.nl (without a plus)",
    "smtp_url": "smtp://user:password@host:587?starttls=1",
    "imap_url": "imaps://user:password@host/INBOX",
    "blobs_url": "s3://KEY:SECRET@host/bucket, or a folder",
    "clamav_url": "tcp://localhost:3310 or unix:///run/clamav/clamd.ctl",
    "urgent_mention": "here, channel, nobody, or S0123456789 (a user group's id)",
    "public_url": "https://burgernetmail.example.nl",
    "allowed_recipients": "anna@example.nl, example.org",
    "reply_same_day_until": "17:00",
    "remind_thread_at": "15:00",
    "remind_channel_at": "16:30",
    "remind_superusers_at": "09:00",
    "report_at": "09:00",
    "divide_at": "08:30",
    "quiet_from": "20:00",
    "quiet_until": "08:00",
    "day_monitor_columns": "street=Locatie straat; bvh_number=Zaaknr",
    "day_monitor_address": "dagmonitor@burgernetmail.example.nl",
    "day_monitor_senders": "dik@politie.example, rooster@politie.example",
    "privacy_controller": "de korpschef van politie, Postbus 1, 1000 AA Den Haag",
    "privacy_contact": "privacy@politie.example of 0900-8844",
    "privacy_officer": "fg@politie.example",
    "privacy_source": "Burgernet, waarvoor u zich aanmeldde",
    "privacy_ground": "uw toestemming (artikel 6 lid 1 onder a AVG)",
    "privacy_processors": "Slack, onze mailprovider en ons rekencentrum",
    "privacy_transfer": "Uw gegevens blijven in de Europese Unie.",
    **dict.fromkeys(("mail_inbound_secret", "operations_token", "secret_key", "erasure_key"), KEY),
}
"""How a variable is written, for who made a mistake in it."""

WITH_PASSWORD: Final = frozenset({"database_url", "smtp_url", "imap_url", "blobs_url"})
COLUMN_NAMES: Final = (
    *("bvh_number", "offence", "street", "house_number", "addition", "postcode", "place", "date_from", "time_from"),
    *("date_to", "time_to", "reported_date", "reported_time", "what_happened", "description"),
)
"""What a column of the day monitor may tell (bot/domain/day_monitor/day_monitors.py)."""


def _check_allow_list(setting: str) -> str:
    """Addresses and `@domains` as they are compared.

    A list that names nobody must not pass for the empty one, which lets everything out.
    """
    return ",".join(map(_allowed, setting.split(","))) if setting else ""


def _allowed(entry: str) -> str:
    bare = entry.strip()
    if "@" in bare[1:]:
        return canonical(bare, everywhere=False)
    return f"@{canonical_domain(bare.removeprefix('@'))}"


def _check_addresses(setting: str) -> str:
    return ",".join(canonical(one, everywhere=False) for one in setting.split(",")) if setting else ""


def _check_secret(setting: SecretStr) -> SecretStr:
    """As it can stand in an address and in a header."""
    if not re.fullmatch(r"([A-Za-z0-9_-]{16,})?", setting.get_secret_value()):
        raise ValueError("give at least 16 letters and digits")
    return setting


def _check_own_address(setting: str) -> str:
    return mailable(setting, everywhere=False) if setting else ""


def _check_columns(setting: str) -> str:
    """`street=Locatie straat; bvh_number=Zaaknr`."""
    pairs = [entry.partition("=") for entry in setting.split(";") if entry.strip()]
    names = [name.strip().lower() for _, _, name in pairs]
    wrong = any(column.strip() not in COLUMN_NAMES for column, _, _ in pairs) or not all(
        re.search(r"\w", n) for n in names
    )
    if wrong or len(set(names)) < len(names):
        raise ValueError("give pairs of a column and its name in the file")
    return setting


class SettingsError(Exception):
    """The environment is incomplete or wrong; one line a variable."""


class Settings(BaseSettings):
    """Every setting; the README says what each is for."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, extra="ignore")

    slack_bot_token: SecretStr
    slack_app_token: SecretStr = SecretStr("")
    slack_signing_secret: SecretStr = SecretStr("")
    slack_api_url: Url = "https://slack.com/api/"
    channel_intake: str
    channel_triage: str
    channel_burglary: str
    channel_supervision: str
    allow_public_channels: bool = False
    group_intake: Group = ""
    group_triage: Group = ""
    group_burglary: Group = ""
    group_supervision: Group = ""
    database_url: Annotated[str, Field(pattern=r"^(sqlite|postgresql)://\S+$")] = "sqlite:///burgernetmail.db"
    attention_email: Address | None = None
    mail_provider: Literal["sendgrid", "smtp"] = "sendgrid"
    mail_from: Address
    mail_reply_address: Address
    sendgrid_api_key: SecretStr = SecretStr("")
    sendgrid_api_url: Url = "https://api.eu.sendgrid.com"
    sendgrid_event_public_key: str = ""
    sendgrid_inbound_public_key: str = ""
    mail_inbound_secret: Annotated[SecretStr, AfterValidator(_check_secret)] = SecretStr("")
    smtp_url: Annotated[str, Field(pattern=r"^(smtps?://\S+)?$")] = ""
    imap_url: Annotated[str, Field(pattern=r"^(imaps?://\S+)?$")] = ""
    mail_authserv_id: str = ""
    blobs_url: Annotated[str, Field(pattern=r"^(s3://[^:@/\s]+:[^@/\s]+@[^@/\s]+/\S+|file:///.+|[^:]+)$")] = (
        "burgernetmail-files"
    )
    clamav_url: Annotated[str, Field(pattern=r"^(tcp://\S+|unix:///\S+)?$")] = ""
    urgent_mention: Annotated[str, Field(pattern=r"^(here|channel|nobody|S[A-Z0-9]+)$")] = "here"
    public_url: Url
    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    operations_port: Annotated[int, Field(ge=0, le=65535)] | None = None
    operations_token: Annotated[SecretStr, AfterValidator(_check_secret)] = SecretStr("")
    send_hold_seconds: Annotated[int, Field(ge=0, le=3600)] = 30
    reach_confirm_above: Annotated[int, Field(ge=0)] = 1000
    too_often_mails: Annotated[int, Field(ge=1)] = 3
    reach_norm_per_100: Annotated[int, Field(ge=1, le=100)] = 10
    allowed_recipients: Annotated[str, AfterValidator(_check_allow_list)] = ""
    reply_same_day_until: time = time(17)
    remind_thread_at: time = time(15)
    remind_channel_at: time = time(16, 30)
    remind_superusers_at: time = time(9)
    report_at: time = time(9)
    divide_at: time = time(8, 30)
    quiet_from: time = time(20)
    quiet_until: time = time(8)
    request_remind_minutes: Annotated[int, Field(ge=15, le=1440)] = 60
    incident_remind_hours: Hours = 4
    unsent_remind_minutes: Minutes = 15
    batch_remind_minutes: Minutes = 60
    answer_remind_hours: Hours = 4
    lead_remind_hours: Hours = 48
    taken_idle_minutes: Annotated[int, Field(ge=5, le=1440)] = 120
    retention_not_relevant_days: Days = 14
    retention_recorded_days: Days = 30
    retention_other_days: Days = 30
    survey_every_days: Annotated[int, Field(ge=0, le=3650)] = 182
    survey_words_days: Days = 365
    day_monitor_columns: Annotated[str, AfterValidator(_check_columns)] = ""
    day_monitor_address: Annotated[str, AfterValidator(_check_own_address)] = ""
    day_monitor_senders: Annotated[str, AfterValidator(_check_addresses)] = ""
    secret_key: Annotated[SecretStr, Field(min_length=32)]
    erasure_key: Annotated[SecretStr, Field(min_length=32)] | None = None
    geocoder_url: str = ""
    privacy_controller: str = ""
    privacy_contact: str = ""
    privacy_officer: str = ""
    privacy_source: str = ""
    privacy_ground: str = ""
    privacy_processors: str = ""
    privacy_transfer: str = ""
    place: str = "Amersfoort"
    locale: Literal["nl", "en"] = "nl"

    @model_validator(mode="before")
    @classmethod
    def _as_typed(cls, given: dict[str, object]) -> dict[str, object]:
        """Pasted from a page or a mail: without what nobody sees; a password stays as it is.

        What then is nothing stays as it is too: it must not pass for a setting that was left out.
        """
        return {name: _tidied(name, value) for name, value in given.items()}

    @model_validator(mode="after")
    def _what_belongs_together(self) -> "Settings":
        if wrong := apart({name: _plain(getattr(self, name)) for name in type(self).model_fields}):
            raise ValueError("\n".join(wrong))
        return self

    @property
    def socket_mode(self) -> bool:
        """Whether the bot opens a socket to Slack instead of being called over HTTP."""
        return bool(self.slack_app_token.get_secret_value())


def _tidied(name: str, value: object) -> object:
    secret = name in WITH_PASSWORD or SecretStr.__name__ in str(Settings.model_fields[name].annotation)
    return as_line(value) or value if isinstance(value, str) and not secret else value


def apart(given: Mapping[str, str]) -> list[str]:
    """What does not go together, a line each, whatever else is wrong; `given` by the names in small letters."""
    wrong = []
    if not given.get("slack_app_token") and not given.get("slack_signing_secret"):
        wrong.append("SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP mode): set one of them")
    if _is_on(given.get("allow_public_channels")) and _is_real_slack(given.get("slack_api_url")):
        wrong.append("ALLOW_PUBLIC_CHANNELS: only beside a practice Slack (SLACK_API_URL); make the channels private")
    if (quiet := given.get("quiet_from")) and (given.get("quiet_until") or "08:00") >= quiet:
        wrong.append("QUIET_UNTIL and QUIET_FROM: the quiet hours begin in the evening and end in the morning")
    provider = given.get("mail_provider") or "sendgrid"
    if provider == "sendgrid" and not given.get("sendgrid_api_key"):
        wrong.append("SENDGRID_API_KEY: needed when MAIL_PROVIDER is sendgrid")
    sender, answers = given.get("mail_from", ""), given.get("mail_reply_address", "")
    if provider == "sendgrid" and "@" in sender and "@" in answers and _domain(sender) != _domain(answers):
        wrong.append("MAIL_FROM and MAIL_REPLY_ADDRESS: SendGrid wants them in one domain")
    if given.get("erasure_key") and given["erasure_key"] == given.get("secret_key"):
        wrong.append("ERASURE_KEY and SECRET_KEY: must be two keys, since one may have to be renewed without the other")
    wrong += _apart_of_day_monitors(given)
    if provider == "smtp" and not given.get("smtp_url"):
        wrong.append("SMTP_URL: needed when MAIL_PROVIDER is smtp")
    return wrong


def _is_on(given: str | None) -> bool:
    return (given or "").lower() in {"1", "true", "yes", "on", "t", "y"}


def _is_real_slack(api_url: str | None) -> bool:
    host = urlsplit(api_url or "https://slack.com/api/").hostname or ""
    return host == "slack.com" or host.endswith(".slack.com") or host.endswith("slack-gov.com")


def _apart_of_day_monitors(given: Mapping[str, str]) -> list[str]:
    address = (given.get("day_monitor_address") or "").lower()
    if not address:
        return []
    wrong = []
    if not given.get("day_monitor_senders"):
        wrong.append("DAY_MONITOR_SENDERS: needed when DAY_MONITOR_ADDRESS is set")
    if given.get("imap_url") and not given.get("mail_authserv_id"):
        wrong.append("MAIL_AUTHSERV_ID: needed with DAY_MONITOR_ADDRESS and IMAP_URL, else no sender is proven")
    if address in {(given.get(name) or "").lower() for name in ("mail_from", "mail_reply_address")}:
        wrong.append("DAY_MONITOR_ADDRESS: must be no address that citizens answer to")
    return wrong


def _plain(value: object) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value or "")


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()


def load_settings() -> Settings:
    """The settings from the environment; SettingsError with a line for each variable that is wrong, all at once."""
    try:
        return Settings()  # type: ignore[call-arg]  # the environment fills the fields
    except ValidationError as error:
        wrong = [_told(problem) for problem in error.errors() if problem["loc"]]
        given = {name.lower(): value for name, value in os.environ.items()}
        raise SettingsError("\n".join([*wrong, *apart(given)])) from None


def _told(problem: ErrorDetails) -> str:
    """The variable, what is wrong with it, and how it is written; never the value, which may be a secret."""
    name, kind = str(problem["loc"][0]), problem["type"]
    wrong = {
        "missing": "not set",
        "string_pattern_mismatch": "not written right",
        "value_error": "not written right",
        "time_parsing": "not written right",
        "too_short": "too short",
    }
    like = f", for example {EXAMPLES[name]}" if name in EXAMPLES else ""
    return f"{name.upper()}: {wrong.get(kind, problem['msg'])}{like}"
