"""manifest.yml asks for what the program uses, and for nothing else."""

from typing import Any

from bot.checking import manifest
from bot.slack import ids
from tests.conftest import SCOPES


def test_the_command_and_the_shortcut_are_those_that_the_program_hears() -> None:
    features: dict[str, Any] = manifest()["features"]
    [command] = features["slash_commands"]
    assert (command["command"], command["should_escape"]) == (ids.COMMAND, False)
    [shortcut] = features["shortcuts"]
    assert (shortcut["callback_id"], shortcut["type"]) == (ids.SHORTCUT, "global")


def test_the_home_its_event_and_the_way_in() -> None:
    settings: dict[str, Any] = manifest()["settings"]
    assert settings["event_subscriptions"]["bot_events"] == ["app_home_opened"]
    assert settings["interactivity"]["is_enabled"]
    assert settings["socket_mode_enabled"]
    assert not settings["token_rotation_enabled"]
    assert manifest()["features"]["app_home"]["home_tab_enabled"]


def test_the_scopes_are_those_that_the_stories_get_by_with() -> None:
    assert set(manifest()["oauth_config"]["scopes"]["bot"]) == set(SCOPES)
    assert list(manifest()["oauth_config"]["scopes"]) == ["bot"]


def test_texts_fit_slacks_limits() -> None:
    shown = manifest()["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    [shortcut] = manifest()["features"]["shortcuts"]
    assert len(shortcut["name"]) <= 24
    assert len(shortcut["description"]) <= 150
