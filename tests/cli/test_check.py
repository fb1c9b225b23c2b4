"""`burgernetmail check`: a line each, and the remedy."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.cli.check import check_all, manifest
from bot.cli.findings import Finding
from handlers.web.films.scripts import Scripts
from tests.databases import fresh_sqlite
from tests.doubles.slack import SlackDouble
from tests.environment import PRIVACY
from tests.stage import Stage


@pytest.fixture
def database_url() -> str:
    return fresh_sqlite()


def wrong(stage: Stage) -> list[Finding]:
    stage.overrides = PRIVACY | stage.overrides
    return [finding for finding in check_all(stage.settings()) if not finding.ok]


@pytest.mark.parametrize("socket_mode", [True, False])
def test_a_set_up_that_is_right(stage: Stage) -> None:
    assert wrong(stage) == []
    found = check_all(stage.settings())
    told = " ".join(finding.what for finding in found)
    assert [finding.what.split()[0] for finding in found if finding.advised] == ["CLAMAV_URL", "ATTENTION_EMAIL"]
    for part in (
        "bot token",
        "scopes",
        "#bm-aanvragen",
        "database",
        "mail provider sendgrid",
        "erasing citizens",
        "PUBLIC_URL",
    ):
        assert part in told


def test_looking_makes_no_database(stage: Stage, tmp_path: Path) -> None:
    stage.overrides["database_url"] = f"sqlite:///{tmp_path}/new.db"
    assert [finding.what for finding in wrong(stage)] == ["database: not migrated"]
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize(
    ("setting", "value", "told", "remedy"),
    [
        ("slack_bot_token", SecretStr("xoxb-wrong"), "bot token: invalid_auth", "SLACK_BOT_TOKEN"),
        ("channel_triage", "C999", "CHANNEL_TRIAGE: channel_not_found", "CHANNEL_TRIAGE"),
        ("database_url", "sqlite:////nowhere/at/all.db", "database: OperationalError", "DATABASE_URL"),
        ("sendgrid_api_key", SecretStr("SG.wrong"), "mail provider sendgrid", "SENDGRID_API_KEY"),
        ("sendgrid_inbound_public_key", "", "no way in for replies", "IMAP_URL"),
        ("sendgrid_event_public_key", "", "mail events", "SENDGRID_EVENT_PUBLIC_KEY"),
        ("blobs_url", "/proc/nowhere", "files of citizens: ", "BLOBS_URL"),
        ("erasure_key", None, "nobody can be erased", "Set ERASURE_KEY"),
        ("audit_key", None, "can make the whole trail anew", "Set AUDIT_KEY"),
        ("clamav_url", "tcp://127.0.0.1:1", "virus scanner: ConnectionRefusedError", "CLAMAV_URL"),
        (
            "privacy_officer",
            "",
            "privacy page, to be told before the first mail: PRIVACY_OFFICER",
            "Set PRIVACY_OFFICER",
        ),
        ("public_url", "http://burgernetmail.example.nl", "PUBLIC_URL", "https"),
    ],
)
def test_each_mistake_has_its_line_and_its_remedy(
    stage: Stage, setting: str, value: object, told: str, remedy: str
) -> None:
    stage.overrides[setting] = value
    found = [finding for finding in wrong(stage) if told in finding.what]
    assert found, wrong(stage)
    assert remedy in found[0].remedy
    stage.slack.journal.refused.clear()
    stage.sendgrid.forget_refused()


def test_an_exercise_needs_no_key_to_erase_with(stage: Stage) -> None:
    stage.overrides |= {"erasure_key": None, "audit_key": None, "allowed_recipients": "example.nl"}
    assert wrong(stage) == []


def test_an_empty_database_is_told_to_be_migrated(stage: Stage, tmp_path: object) -> None:
    stage.overrides["database_url"] = f"sqlite:///{tmp_path}/empty.db"
    assert [(finding.what, finding.remedy) for finding in wrong(stage)] == [
        ("database: not migrated", "Run: burgernetmail migrate")
    ]


def test_the_bot_outside_a_channel(stage: Stage) -> None:
    stage.triage.members.remove(stage.slack.bot_user_id)
    [finding] = wrong(stage)
    assert finding.what == "CHANNEL_TRIAGE: channel_not_found"
    assert "/invite" in finding.remedy
    stage.slack.refused.clear()


def test_a_channel_that_anybody_can_join(stage: Stage) -> None:
    stage.supervision.kind = "public"
    [finding] = wrong(stage)
    assert "#bm-regie is public" in finding.what
    assert "Change to a private channel" in finding.remedy
    stage.overrides["allow_public_channels"] = True
    assert wrong(stage) == []
    stage.supervision.members.remove(stage.slack.bot_user_id)
    [finding] = wrong(stage)
    assert "the bot is not in it" in finding.what


@pytest.mark.parametrize("name", ["group_intake", "group_supervision", "urgent_mention"])
def test_a_user_group_that_does_not_work(stage: Stage, name: str) -> None:
    stage.overrides[name] = "S999"
    [finding] = wrong(stage)
    assert finding.what == f"{name.upper()} S999: no_such_subteam"
    stage.overrides[name] = group = stage.slack.add_group("bm", [stage.anna])
    assert wrong(stage) == []
    stage.slack.switch_off_group(group)
    [finding] = wrong(stage)
    assert finding.what == f"{name.upper()} {group}: the group is switched off"
    stage.slack.refused.clear()


def test_mail_that_may_cross_the_network_in_plain_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.cli.check.ImapMailbox.check", lambda _: "")
    stage.overrides |= {"imap_url": SecretStr("imap://mail.invalid/INBOX"), "allow_plain_mail": True}
    told = [finding.what for finding in check_all(stage.settings())]
    assert "IMAP_URL: mail crosses the network without TLS (ALLOW_PLAIN_MAIL)" in told


def test_an_install_that_could_not_fetch_what_sends_large_films(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.cli.check.Scripts", lambda: Scripts(tmp_path))
    assert wrong(stage) == []
    [advice] = [finding for finding in check_all(stage.settings()) if "30 MB" in finding.what]
    assert advice.advised
    assert "npm" in advice.remedy


def test_a_scope_that_is_missing_is_named(stage: Stage) -> None:
    granted = set(manifest()["oauth_config"]["scopes"]["bot"]) - {"files:write"}
    with SlackDouble(scopes=granted) as other:
        stage.overrides |= {"slack_api_url": other.api_url, "slack_bot_token": SecretStr(other.bot_token)}
        told = [finding.what for finding in wrong(stage)]
    assert "scopes, missing: files:write" in told


def test_what_a_practice_slack_does_not_tell_is_skipped(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """It answers without a header that the real Slack always sends."""
    monkeypatch.setattr("tests.doubles.slack.gateway.Gateway._scope_headers", lambda _: {})
    assert "scopes: skipped" in " ".join(finding.what for finding in check_all(stage.settings()))
    assert wrong(stage) == []
