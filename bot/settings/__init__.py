"""The environment as one frozen Settings; what is wrong is told by the variable's name."""

import os
import re
from datetime import time
from importlib.util import find_spec
from typing import Annotated, Final, Literal, TypeVar

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.contacts.email_addresses import canonical, canonical_domain, mailable
from bot.entering import as_line
from bot.settings.examples import EXAMPLES
from bot.settings.together import apart, former_keys

Url = Annotated[str, Field(pattern=r"^[a-z0-9+]+://\S+$")]
Address = Annotated[str, Field(pattern=r"^[^+]+$"), AfterValidator(lambda typed: mailable(typed, everywhere=False))]
Group = Annotated[str, Field(pattern=r"^(S[A-Z0-9]+)?$")]
Days = Annotated[int, Field(ge=1, le=3650)]
Hours = Annotated[int, Field(ge=1, le=336)]
SHORTEST_KEY: Final = 32
Minutes = Annotated[int, Field(ge=5, le=1440)]

COLUMN_NAMES: Final = (
    *("bvh_number", "offence", "street", "house_number", "addition", "postcode", "place", "date_from", "time_from"),
    *("date_to", "time_to", "reported_date", "reported_time", "what_happened", "description"),
)
"""What a column of the day monitor may tell (bot/domain/day_monitor/day_monitors.py)."""


def _written(pattern: str) -> AfterValidator:
    """An address that may hold a password: it is shown nowhere, and told as wrong without its value."""

    def check(given: SecretStr) -> SecretStr:
        if not re.fullmatch(pattern, given.get_secret_value()):
            raise ValueError("not written right")
        return given

    return AfterValidator(check)


def _check_installed(setting: SecretStr) -> SecretStr:
    """Most teams need no server of their own, and then nothing that talks with one."""
    package = {"postgresql": "psycopg", "s3": "boto3"}.get(setting.get_secret_value().partition(":")[0])
    if package and find_spec(package) is None:
        raise PydanticCustomError("not_installed", "{package}", {"package": package})
    return setting


INSTALLED: Final = AfterValidator(_check_installed)


def _check_former_keys(setting: SecretStr) -> SecretStr:
    if any(len(key) < SHORTEST_KEY for key in former_keys(setting.get_secret_value())):
        raise ValueError("too short")
    return setting


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


class LocalSettings(BaseSettings):
    """What works on the database and the files alone: no Slack, no mail, no address; each has a default."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, extra="ignore")

    database_url: Annotated[SecretStr, _written(r"(sqlite|postgresql)://\S+"), INSTALLED] = SecretStr(
        "sqlite:///burgernetmail.db"
    )
    attention_email: Address | None = None
    blobs_url: Annotated[SecretStr, _written(r"s3://[^:@/\s]+:[^@/\s]+@[^@/\s]+/\S+|file:///.+|[^:]+"), INSTALLED] = (
        SecretStr("burgernetmail-files")
    )
    send_hold_seconds: Annotated[int, Field(ge=0, le=3600)] = 30
    answer_hold_seconds: Annotated[int, Field(ge=0, le=600)] = 30
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
    images_kept_days: Annotated[int, Field(ge=1, le=365)] = 7
    retention_not_relevant_days: Days = 14
    retention_recorded_days: Days = 30
    retention_other_days: Days = 30
    retention_left_days: Annotated[int, Field(ge=30, le=3650)] = 365
    retention_images_days: Annotated[int, Field(ge=1, le=60)] = 14
    survey_every_days: Annotated[int, Field(ge=0, le=3650)] = 182
    survey_words_days: Days = 365
    day_monitor_columns: Annotated[str, AfterValidator(_check_columns)] = ""
    day_monitor_address: Annotated[str, AfterValidator(_check_own_address)] = ""
    day_monitor_senders: Annotated[str, AfterValidator(_check_addresses)] = ""
    erasure_key: Annotated[SecretStr, Field(min_length=SHORTEST_KEY)] | None = None
    audit_key: Annotated[SecretStr, Field(min_length=SHORTEST_KEY)] | None = None
    geocoder_url: str = ""
    map_tiles_url: Annotated[str, Field(pattern=r"^(https://[^/\s{}]+/\S*\{z\}\S*\{[xy]\}\S*\{[xy]\}\S*)?$")] = ""
    map_attribution: str = "Kadaster"
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


class Settings(LocalSettings):
    """Every setting; docs/settings.md says what each is for."""

    slack_bot_token: SecretStr
    slack_app_token: SecretStr = SecretStr("")
    slack_signing_secret: SecretStr = SecretStr("")
    slack_api_url: Url = "https://slack.com/api/"
    channel_intake: str
    channel_triage: str
    channel_burglary: str
    channel_supervision: str
    channel_project_leader: str = ""
    allow_public_channels: bool = False
    group_intake: Group = ""
    group_triage: Group = ""
    group_burglary: Group = ""
    group_supervision: Group = ""
    mail_provider: Literal["sendgrid", "smtp"] = "sendgrid"
    mail_from: Address
    mail_reply_address: Address
    sendgrid_api_key: SecretStr = SecretStr("")
    sendgrid_api_url: Url = "https://api.eu.sendgrid.com"
    sendgrid_event_public_key: str = ""
    sendgrid_inbound_public_key: str = ""
    mail_inbound_secret: Annotated[SecretStr, AfterValidator(_check_secret)] = SecretStr("")
    smtp_url: Annotated[SecretStr, _written(r"(smtps?://\S+)?")] = SecretStr("")
    imap_url: Annotated[SecretStr, _written(r"(imaps?://\S+)?")] = SecretStr("")
    allow_plain_mail: bool = False
    own_download: bool = True
    mail_authserv_id: str = ""
    clamav_url: Annotated[str, Field(pattern=r"^(tcp://\S+|unix:///\S+)?$")] = ""
    urgent_mention: Annotated[str, Field(pattern=r"^(here|channel|nobody|S[A-Z0-9]+)$")] = "here"
    public_url: Url
    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    operations_port: Annotated[int, Field(ge=0, le=65535)] | None = None
    operations_token: Annotated[SecretStr, AfterValidator(_check_secret)] = SecretStr("")
    secret_key: Annotated[SecretStr, Field(min_length=SHORTEST_KEY)]
    former_secret_keys: Annotated[SecretStr, AfterValidator(_check_former_keys)] = SecretStr("")

    @model_validator(mode="after")
    def _what_belongs_together(self) -> "Settings":
        if wrong := apart({name: _plain(getattr(self, name)) for name in type(self).model_fields}):
            raise ValueError("\n".join(wrong))
        return self

    @property
    def socket_mode(self) -> bool:
        """Whether the bot opens a socket to Slack instead of being called over HTTP."""
        return bool(self.slack_app_token.get_secret_value())


Kind = TypeVar("Kind", bound=LocalSettings)


def _tidied(name: str, value: object) -> object:
    secret = SecretStr.__name__ in str(Settings.model_fields[name].annotation)
    return as_line(value) or value if isinstance(value, str) and not secret else value


def _plain(value: object) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value or "")


def load_settings() -> Settings:
    """All settings; SettingsError with a line for each variable that is wrong, all at once."""
    return _from_environment(Settings)


def load_local_settings() -> LocalSettings:
    """The same for what needs no more than the database and the files."""
    return _from_environment(LocalSettings)


def _from_environment(kind: type[Kind]) -> Kind:
    try:
        return kind()
    except ValidationError as error:
        wrong = [_told(problem) for problem in error.errors() if problem["loc"]]
        given = {name.lower(): value for name, value in os.environ.items()}
        raise SettingsError("\n".join([*wrong, *(apart(given) if kind is Settings else ())])) from None


def _told(problem: ErrorDetails) -> str:
    """The variable, what is wrong with it, and how it is written; never the value, which may be a secret."""
    name, kind = str(problem["loc"][0]), problem["type"]
    wrong = {
        "missing": "not set",
        "too_short": "too short",
        "string_too_short": "too short",
        "int_parsing": "not a whole number",
        "bool_parsing": "neither true nor false",
    }
    limits = {
        "greater_than_equal": "at least {ge}",
        "less_than_equal": "at most {le}",
        "literal_error": "one of {expected}",
    }
    if kind in limits:
        return f"{name.upper()}: give {limits[kind].format(**problem['ctx'])}"
    if kind == "not_installed":
        return f"{name.upper()}: {problem['msg']} is not installed: pip install 'burgernetmail[servers]'"
    like = f", for example {EXAMPLES[name]}" if name in EXAMPLES else ""
    return f"{name.upper()}: {wrong.get(kind, 'not written right')}{like}"
