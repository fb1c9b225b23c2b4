"""What of manifest.yml the house's checks don't hold."""

from typing import Any

from bot.cli.check import manifest
from tests.slack_app import SCOPES


def test_the_command_takes_text_as_it_is_and_the_shortcut_is_everywhere() -> None:
    features: dict[str, Any] = manifest()["features"]
    assert [command["should_escape"] for command in features["slash_commands"]] == [False]
    assert [shortcut["type"] for shortcut in features["shortcuts"]] == ["global"]


def test_the_home_and_the_way_in() -> None:
    settings: dict[str, Any] = manifest()["settings"]
    assert settings["interactivity"]["is_enabled"]
    assert settings["socket_mode_enabled"]
    assert not settings["token_rotation_enabled"]
    assert manifest()["features"]["app_home"]["home_tab_enabled"]


def test_the_stories_get_by_with_its_scopes() -> None:
    assert set(manifest()["oauth_config"]["scopes"]["bot"]) == set(SCOPES)
    assert list(manifest()["oauth_config"]["scopes"]) == ["bot"]


def test_texts_fit_slacks_limits() -> None:
    shown = manifest()["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    [shortcut] = manifest()["features"]["shortcuts"]
    assert len(shortcut["name"]) <= 24
    assert len(shortcut["description"]) <= 150
