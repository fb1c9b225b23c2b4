"""The environment as one frozen Settings; what is wrong is told by the variable's name."""

from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

Url = Annotated[str, Field(pattern=r"^[a-z0-9+]+://\S+$")]
Address = Annotated[str, Field(pattern=r"^[^@\s+]+@[^@\s]+\.[^@\s]+$")]


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
    database_url: Url = "sqlite:///burgernetmail.db"
    attention_email: Address | None = None
    mail_provider: Literal["sendgrid", "smtp"] = "sendgrid"
    mail_from: Address
    mail_reply_address: Address
    sendgrid_api_key: SecretStr = SecretStr("")
    sendgrid_api_url: Url = "https://api.eu.sendgrid.com"
    sendgrid_event_public_key: str = ""
    sendgrid_inbound_public_key: str = ""
    smtp_url: Annotated[str, Field(pattern=r"^(smtps?://\S+)?$")] = ""
    imap_url: Annotated[str, Field(pattern=r"^(imaps?://\S+)?$")] = ""
    public_url: Url
    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    secret_key: Annotated[SecretStr, Field(min_length=32)]
    geocoder_url: str = ""
    place: str = "Amersfoort"
    locale: Literal["nl", "en"] = "nl"

    @model_validator(mode="after")
    def _what_belongs_together(self) -> "Settings":
        if not self.slack_app_token.get_secret_value() and not self.slack_signing_secret.get_secret_value():
            raise ValueError("SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP mode): set one of them")
        if self.mail_provider == "sendgrid" and not self.sendgrid_api_key.get_secret_value():
            raise ValueError("SENDGRID_API_KEY: needed when MAIL_PROVIDER is sendgrid")
        if self.mail_provider == "sendgrid" and _domain(self.mail_from) != _domain(self.mail_reply_address):
            raise ValueError("MAIL_FROM and MAIL_REPLY_ADDRESS: SendGrid wants them in one domain")
        if self.mail_provider == "smtp" and not self.smtp_url:
            raise ValueError("SMTP_URL: needed when MAIL_PROVIDER is smtp")
        return self

    @property
    def socket_mode(self) -> bool:
        """Whether the bot opens a socket to Slack instead of being called over HTTP."""
        return bool(self.slack_app_token.get_secret_value())


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()


def load_settings() -> Settings:
    """The settings from the environment; SettingsError with a line for each variable that is wrong."""
    try:
        return Settings()  # type: ignore[call-arg]  # the environment fills the fields
    except ValidationError as error:
        raise SettingsError("\n".join(_told(problem["loc"], problem["msg"]) for problem in error.errors())) from None


def _told(location: tuple[int | str, ...], message: str) -> str:
    name = str(location[0]).upper() + ": " if location else ""
    return name + message.removeprefix("Value error, ")
