"""The environment becomes one frozen Settings, or a line for each variable that is wrong."""

import re

import pytest

from bot.assembling.parts import day_monitor_senders, erasure_key, mention_of
from bot.connecting import safeguards
from bot.domain.day_monitor.day_monitors import Column
from bot.records.staff import Rooms
from bot.settings import COLUMN_NAMES, Settings, SettingsError, load_settings
from bot.settings.examples import EXAMPLES
from tests.environment import RIGHT


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in RIGHT.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_what_is_right_is_read_and_what_is_left_out_has_its_default(environment: pytest.MonkeyPatch) -> None:
    settings = load_settings()
    assert settings.socket_mode
    assert (settings.http_port, settings.place, settings.locale) == (8080, "Amersfoort", "nl")
    assert "xoxb" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK_BOT_TOKEN", None),
        ("CHANNEL_TRIAGE", None),
        ("SLACK_APP_TOKEN", None),
        ("MAIL_FROM", "burgernetmail"),
        ("MAIL_REPLY_ADDRESS", "antwoord+x@example.nl"),
        ("MAIL_REPLY_ADDRESS", "antwoord@elsewhere.nl"),
        ("MAIL_PROVIDER", "pigeon"),
        ("DATABASE_URL", "mysql://example.nl/burgernetmail"),
        ("SENDGRID_API_KEY", None),
        ("SMTP_URL", "http://example.nl"),
        ("IMAP_URL", "example.nl"),
        ("PUBLIC_URL", "example.nl"),
        ("HTTP_PORT", "80800"),
        ("SECRET_KEY", "too short"),
        ("ERASURE_KEY", "too short"),
        ("ERASURE_KEY", RIGHT["SECRET_KEY"]),
        ("AUDIT_KEY", "too short"),
        ("AUDIT_KEY", RIGHT["SECRET_KEY"]),
        ("AUDIT_KEY", RIGHT["ERASURE_KEY"]),
        ("FORMER_SECRET_KEYS", "too short"),
        ("FORMER_SECRET_KEYS", f"{'a' * 32},short"),
        ("FORMER_SECRET_KEYS", RIGHT["AUDIT_KEY"]),
        ("ALLOW_PLAIN_MAIL", "perhaps"),
        ("SMTP_URL", "smtp://mail.example.nl"),
        ("SMTP_URL", "smtp://mail.example.nl?starttls=0"),
        ("IMAP_URL", "imap://a:b@mail.example.nl/INBOX"),
        ("LOCALE", "fr"),
        ("SEND_HOLD_SECONDS", "-1"),
        ("SEND_HOLD_SECONDS", "3601"),
        ("REACH_CONFIRM_ABOVE", "many"),
        ("ALLOWED_RECIPIENTS", " "),
        ("ALLOWED_RECIPIENTS", ","),
        ("ALLOWED_RECIPIENTS", "anna@example.nl,"),
        ("ALLOWED_RECIPIENTS", "anna@example.nl;bram@example.nl"),
        ("ALLOWED_RECIPIENTS", "anna@example.nl bram@example.nl"),
        ("ALLOWED_RECIPIENTS", "@"),
        ("ALLOWED_RECIPIENTS", "anna@@example.nl"),
        ("ALLOWED_RECIPIENTS", "localhost"),
        ("GROUP_TRIAGE", "bm-reacties"),
        ("URGENT_MENTION", "everyone"),
        ("URGENT_MENTION", "<!here>"),
        ("ALLOW_PUBLIC_CHANNELS", "1"),
        ("ALLOW_PUBLIC_CHANNELS", "perhaps"),
        ("DAY_MONITOR_COLUMNS", "street"),
        ("DAY_MONITOR_COLUMNS", "straat=Locatie"),
        ("DAY_MONITOR_COLUMNS", "street="),
        ("DAY_MONITOR_COLUMNS", "street=Locatie; place=locatie"),
        ("DAY_MONITOR_ADDRESS", "dagmonitor"),
        ("DAY_MONITOR_SENDERS", "dik@example.nl; rooster@example.nl"),
    ],
)
def test_each_mistake_names_its_variable(environment: pytest.MonkeyPatch, name: str, value: str | None) -> None:
    environment.delenv(name, raising=False)
    if value is not None:
        environment.setenv(name, value)
    with pytest.raises(SettingsError, match=name):
        load_settings()


def test_all_mistakes_are_told_at_once_with_how_it_is_written(environment: pytest.MonkeyPatch) -> None:
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SENDGRID_API_KEY"):
        environment.delenv(name)
    environment.setenv("MAIL_FROM", "burgernetmail")
    environment.setenv("SECRET_KEY", "short")
    with pytest.raises(SettingsError) as told:
        load_settings()
    assert str(told.value).splitlines() == [
        "SLACK_BOT_TOKEN: not set, for example xoxb-... (the app's page OAuth & Permissions)",
        "MAIL_FROM: not written right, for example burgernetmail@example.nl",
        f"SECRET_KEY: too short, for example {EXAMPLES['secret_key']}",
        "SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP mode): set one of them",
        "SENDGRID_API_KEY: needed when MAIL_PROVIDER is sendgrid",
    ]


@pytest.mark.parametrize("url", ["https://slack.com/api/", "https://www.slack.com/api/", "https://slack-gov.com/api/"])
def test_public_channels_are_for_a_practice_slack_alone(environment: pytest.MonkeyPatch, url: str) -> None:
    environment.setenv("ALLOW_PUBLIC_CHANNELS", "true")
    environment.setenv("SLACK_API_URL", url)
    with pytest.raises(SettingsError, match="ALLOW_PUBLIC_CHANNELS"):
        load_settings()
    environment.setenv("SLACK_API_URL", "http://localhost:9000/api/")
    assert load_settings().allow_public_channels
    assert not Rooms.of(load_settings()).groups


def test_who_is_called_by_an_urgent_reply(environment: pytest.MonkeyPatch) -> None:
    assert mention_of(load_settings()) == "<!here>"
    for value, mention in {"channel": "<!channel>", "nobody": "", "S0123ABC": "<!subteam^S0123ABC>"}.items():
        environment.setenv("URGENT_MENTION", value)
        assert mention_of(load_settings()) == mention


def test_an_allow_list_of_addresses_and_domains(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("ALLOWED_RECIPIENTS", "Anna@example.nl, @example.org,sub.example.org, o@straße.example, faß.de")
    assert safeguards(load_settings()).allowed == {
        *("anna@example.nl", "@example.org", "@sub.example.org", "o@xn--strae-oqa.example", "@xn--fa-hia.de")
    }


def test_an_installation_that_knows_no_erasure_key_yet_still_starts(environment: pytest.MonkeyPatch) -> None:
    environment.delenv("ERASURE_KEY")
    assert erasure_key(load_settings()) is None


def test_our_own_addresses_are_those_of_one_domain_however_it_is_spelled(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("MAIL_FROM", "Burgernetmail@Straße.example")
    environment.setenv("MAIL_REPLY_ADDRESS", "antwoord@xn--strae-oqa.example")
    assert load_settings().mail_from == "Burgernetmail@xn--strae-oqa.example"
    environment.setenv("MAIL_REPLY_ADDRESS", "antwoord@strasse.example")
    with pytest.raises(SettingsError, match="in one domain"):
        load_settings()


def test_a_mistake_does_not_tell_the_secret(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("SECRET_KEY", "hush")
    with pytest.raises(SettingsError) as told:
        load_settings()
    assert "hush" not in str(told.value)


def test_smtp_needs_its_server(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("MAIL_PROVIDER", "smtp")
    with pytest.raises(SettingsError, match="SMTP_URL"):
        load_settings()
    environment.setenv("SMTP_URL", "smtp://localhost:25")
    assert load_settings().mail_provider == "smtp"


@pytest.mark.parametrize(
    "url",
    ["smtp://localhost", "smtp://127.0.0.5:2525", "smtp://[::1]", "smtps://mail.example.nl", "smtp://m?starttls=1"],
)
def test_mail_crosses_a_network_with_tls_or_where_it_is_said_to(environment: pytest.MonkeyPatch, url: str) -> None:
    environment.setenv("SMTP_URL", url)
    assert load_settings().smtp_url.get_secret_value() == url
    environment.setenv("SMTP_URL", "smtp://mail.example.nl")
    environment.setenv("ALLOW_PLAIN_MAIL", "true")
    assert load_settings().allow_plain_mail


def test_no_password_is_shown_whatever_prints_the_settings(environment: pytest.MonkeyPatch) -> None:
    for name, url in {
        "DATABASE_URL": "postgresql://bot:hush@db/bm",
        "SMTP_URL": "smtps://bot:hush@mail.example.nl",
        "IMAP_URL": "imaps://bot:hush@mail.example.nl/INBOX",
        "BLOBS_URL": "s3://KEY:hush@store.example.nl/bucket",
        "FORMER_SECRET_KEYS": f"hush{'a' * 32}",
    }.items():
        environment.setenv(name, url)
    settings = load_settings()
    assert "hush" not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    for name in ("DATABASE_URL", "SMTP_URL", "IMAP_URL", "BLOBS_URL"):
        environment.setenv(name, "no address: hush")
    with pytest.raises(SettingsError) as told:
        load_settings()
    assert "hush" not in str(told.value)


@pytest.mark.parametrize(
    ("name", "address", "package"),
    [
        ("DATABASE_URL", "postgresql://bot:hush@db/bm", "psycopg"),
        ("BLOBS_URL", "s3://KEY:hush@store.example.nl/bucket", "boto3"),
    ],
)
def test_what_talks_with_a_server_is_asked_for_where_one_is_named(
    environment: pytest.MonkeyPatch, name: str, address: str, package: str
) -> None:
    environment.setenv(name, address)
    load_settings()
    environment.setattr("bot.settings.find_spec", lambda asked: None if asked == package else asked)
    told = f"{name}: {package} is not installed: pip install 'burgernetmail[servers]'"
    with pytest.raises(SettingsError, match=f"^{re.escape(told)}$"):
        load_settings()


def test_day_monitors_by_mail_need_senders_that_can_be_proven(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("DAY_MONITOR_ADDRESS", "antwoord@example.nl")
    environment.setenv("IMAP_URL", "imaps://user:password@host/INBOX")
    with pytest.raises(SettingsError) as told:
        load_settings()
    names = [line.partition(":")[0] for line in str(told.value).splitlines()]
    assert names == ["DAY_MONITOR_SENDERS", "MAIL_AUTHSERV_ID", "DAY_MONITOR_ADDRESS"]
    environment.setenv("DAY_MONITOR_ADDRESS", "antwoord+dagmonitor@example.nl")
    environment.setenv("DAY_MONITOR_SENDERS", "DIK@example.nl , rooster@faß.de")
    environment.setenv("MAIL_AUTHSERV_ID", "mx.example.nl")
    assert day_monitor_senders(load_settings()) == {"dik@example.nl", "rooster@xn--fa-hia.de"}


def test_the_columns_of_a_day_monitor_are_those_that_we_read() -> None:
    assert set(COLUMN_NAMES) == set(Column)


def test_what_is_pasted_is_read_as_what_it_looks_like_but_a_password_stays(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("PLACE", "\u200b’s\u2011Graveland\u00a0")
    environment.setenv("MAIL_FROM", "\ufeffintake@example.nl")
    environment.setenv("SECRET_KEY", "“" * 32)
    settings = load_settings()
    assert (settings.place, settings.mail_from) == ("'s-Graveland", "intake@example.nl")
    assert settings.secret_key.get_secret_value() == "“" * 32
