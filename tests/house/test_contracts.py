"""What holds the house together; each of these fails the build."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.pofile import read_po

from bot.domain.replies.replies import Rating
from bot.settings import Settings
from bot.slack import ids
from handlers.slack.everything import LISTENERS
from handlers.slack.listeners import Closed, SlackEvent
from tests.message_ids import message_ids

ROOT = Path(__file__).parents[2]
CODE = ("bot", "handlers", "storage")
MANIFEST: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yml").read_text())
README = (ROOT / "README.md").read_text()
SETTINGS = (ROOT / "docs" / "settings.md").read_text()
PAPERS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]

METHOD_SCOPES = {
    "auth_test": (),
    "apps_connections_open": (),
    "chat_postMessage": ("chat:write",),
    "chat_update": ("chat:write",),
    "chat_delete": ("chat:write",),
    "chat_postEphemeral": ("chat:write",),
    "chat_getPermalink": (),
    "conversations_members": ("channels:read", "groups:read"),
    "conversations_info": ("channels:read", "groups:read"),
    "conversations_history": ("groups:history",),
    "conversations_replies": ("groups:history",),
    "files_upload_v2": ("files:write",),
    "files_info": ("files:read",),
    "users_info": ("users:read", "users:read.email"),
    "usergroups_users_list": ("usergroups:read",),
    "views_open": (),
    "views_publish": (),
    "views_update": (),
}
"""The bot scopes of each Web API method in use, by Slack's own pages; messages stand in private channels."""

EVENTS_OF = {"message": ("message.groups",)}
"""Of one event Slack has several, by the kind of channel: ours are private."""

SHOWN_FILE_SCOPE = "files:read"  # an image block may name an uploaded file only where the bot may read files


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("name", [*Settings.model_fields])
def test_every_setting_stands_in_the_readme(name: str) -> None:
    assert f"`{name.upper()}`" in SETTINGS


def test_the_readme_names_no_setting_that_is_not_there() -> None:
    rows = [row.split("|")[1] for row in SETTINGS.splitlines() if "`" in row]
    named = {name.lower() for row in rows for name in re.findall(r"`([A-Z0-9_]+)`", row)}
    assert named == set(Settings.model_fields)


@pytest.mark.parametrize("target", ["demo", "test", "check", "install", "bench", "lock"])
def test_the_readme_s_commands_are_in_the_makefile(target: str) -> None:
    assert f"make {target}" in README
    assert f"\n{target}:" in (ROOT / "Makefile").read_text()


def test_ci_runs_what_the_readme_says() -> None:
    assert (ROOT / ".ci/run").read_text().rstrip().endswith("make test")


def test_the_readme_s_pictures_are_there() -> None:
    pictures = re.findall(r"\]\((docs/[^)]+\.png)\)", README)
    assert pictures
    assert all((ROOT / picture).exists() for picture in pictures)


def test_the_readme_is_short_and_leads_to_every_paper() -> None:
    assert len(README.splitlines()) <= 150
    assert [file.name for file in (ROOT / "docs").glob("*.md") if f"(docs/{file.name})" not in README] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))
def test_links_between_papers_lead_somewhere(paper: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", paper.read_text())
    assert [link for link in links if not (paper.parent / link).exists()] == []


IDS = {name: str(value) for name, value in vars(ids).items() if name.isupper()}
EVENTS = {listener.id for listener in LISTENERS if isinstance(listener, SlackEvent)}
CALLED = [listener.id for listener in LISTENERS if listener.id and not isinstance(listener, SlackEvent | Closed)]
BUILT = "".join(file.read_text() for file in sources("bot/slack"))


def test_each_id_has_one_listener_and_each_listener_an_id() -> None:
    rates = {ids.RATE + rating for rating in Rating}
    hung_by_each_word, behind_an_id = {ids.DO, ids.ASK_FORM}, {ids.AT}
    only_shown = {ids.COMMAND, ids.LOOK_VIEW, ids.MAIL_VIEW, ids.WINDOW}
    named = set(IDS.values()) - only_shown - hung_by_each_word - behind_an_id - {ids.RATE} | rates
    assert sorted(CALLED) == sorted(named)


@pytest.mark.parametrize("name", sorted(IDS.keys() - {"COMMAND", "SHORTCUT"}))
def test_every_id_is_on_something_that_people_see(name: str) -> None:
    assert f"ids.{name}" in BUILT


def test_commands_shortcuts_and_events_of_the_manifest_are_those_in_use() -> None:
    assert [command["command"] for command in MANIFEST["features"]["slash_commands"]] == [ids.COMMAND]
    assert [shortcut["callback_id"] for shortcut in MANIFEST["features"]["shortcuts"]] == [ids.SHORTCUT]
    named = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
    assert sorted(named) == sorted({event for name in EVENTS for event in EVENTS_OF.get(name, (name,))})


def test_scopes_of_the_manifest_are_those_in_use() -> None:
    edges = [*sources("bot/slack", "handlers/slack"), ROOT / "bot/cli/check.py", ROOT / "bot/main.py"]
    text = "".join(file.read_text() for file in edges)
    called = set(re.findall(r"client\.(\w+_\w+)\(", text))
    assert called <= set(METHOD_SCOPES), "a method without its scopes here"
    needed = {scope for method in called for scope in METHOD_SCOPES[method]} | {"commands", SHOWN_FILE_SCOPE}
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == needed


def dutch() -> dict[Any, Any]:
    with (ROOT / "bot/locale/nl.po").open("rb") as file:
        catalogue = read_po(file, locale="nl")
    return {message.id: message.string for message in catalogue if message.id}


def test_every_message_has_its_dutch_and_nothing_is_left_over() -> None:
    found, translated = set(message_ids()), dutch()
    assert found - set(translated) == set()
    assert set(translated) - found == set()
    assert [message for message, text in translated.items() if not all([text] if isinstance(text, str) else text)] == []


def test_no_message_stands_there_twice() -> None:
    stated = re.findall(r'^msgid (".+")$', (ROOT / "bot/locale/nl.po").read_text(), re.MULTILINE)
    assert sorted(stated) == sorted(set(stated))


def test_the_dutch_fills_the_same_names() -> None:
    def names(text: Any) -> set[str]:
        return set(re.findall(r"{\w+}", text if isinstance(text, str) else " ".join(text)))

    assert [message for message, text in dutch().items() if names(message) != names(text)] == []


def test_files_are_short() -> None:
    files = (file for file in sources(*CODE, "tests") if "migrations" not in file.parts)
    lengths = {str(file.relative_to(ROOT)): len(file.read_text().splitlines()) for file in files}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_functions_are_short() -> None:
    lengths = {
        f"{file.name}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for file in sources(*CODE)
        if "migrations" not in file.parts
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef)
    }
    long = {name: length for name, length in lengths.items() if length > 35}
    assert statistics.median(lengths.values()) <= 8
    assert len(long) <= 6, long


def test_nothing_is_put_off() -> None:
    marks = re.compile(r"\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b")
    assert [str(file) for file in sources(*CODE, "tests") if marks.search(file.read_text())] == []


def test_every_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text().split("[project.scripts]")[0].split("dependencies = [")[1]
    named = [line for line in text.splitlines() if re.match(r'\s+"', line)]
    assert [line for line in named if not re.search(r",\s+# \w", line)] == []


@pytest.mark.parametrize("name", ["test", "run", "demo", "node"])
def test_each_lock_has_hashes_and_no_addresses(name: str) -> None:
    lock = (ROOT / "locks" / f"{name}.lock").read_text()
    packages = locked(name)
    assert len(packages) > (50 if name != "node" else 0)
    assert [package[:60] for package in packages if "--hash=sha256:" not in package] == []
    assert "://" not in lock
    assert "--index" not in lock


def test_what_runs_is_tested_in_the_same_versions_and_holds_no_tests() -> None:
    tested, running, practised = (versions(name) for name in ("test", "run", "demo"))
    assert running | practised < tested
    assert {name for name, _ in running - practised} >= {"psycopg", "boto3"}  # a practice needs no server
    assert {name for name, _ in running} & {"pytest", "flask", "moto", "playwright", "mypy", "mail-devel"} == set()


def locked(name: str) -> list[str]:
    return re.split(r"\n(?=[a-z0-9])", (ROOT / "locks" / f"{name}.lock").read_text())


def versions(name: str) -> set[tuple[str, str]]:
    return {(found[1], found[2]) for package in locked(name) if (found := re.match(r"([\w.-]+)==(\S+)", package))}
