"""The practice Slack: local-slack, one ready program a platform from npm, kept for the next time."""

import json
import platform
import sys
from pathlib import Path
from typing import Final

from bot.practice.downloading import Package, fetch
from bot.practice.processes import Child, Heed, PracticeError, carry_on
from bot.practice.town import CHANNELS, TEAM

VERSION: Final = "0.1.8"
LINUX_X64: Final = "sha512-2BCTKxKajjZNWCSCj66Jq5VDScUDNpGZ1lA3281I8RvpDE4/ULCwC26TlcW6/4sPbSTs02Q3KjTiltJp3ZBEvg=="
PACKAGES: Final = {
    ("linux", "x86_64"): Package("local-slack-linux-x64", VERSION, LINUX_X64),
    # Not every mirror carries the other four: their digests could not be asked for yet, so npm's own comparison counts.
    ("linux", "aarch64"): Package("local-slack-linux-arm64", VERSION),
    ("darwin", "arm64"): Package("local-slack-darwin-arm64", VERSION),
    ("darwin", "x86_64"): Package("local-slack-darwin-x64", VERSION),
    ("win32", "AMD64"): Package("local-slack-windows-x64", VERSION),
}
BOT_USER_ID: Final = "U00BOT"
BOT_TOKEN: Final = "xoxb-practice"  # noqa: S105 - the practice workspace's own, worth nothing elsewhere
APP_TOKEN: Final = "xapp-practice"  # noqa: S105 - as above
PROGRAM: Final = "local-slack.exe" if sys.platform == "win32" else "local-slack"


def is_installed(cache: Path) -> bool:
    """Whether nothing needs to be fetched."""
    return _program(cache).exists()


def installed(cache: Path, heed: Heed = carry_on) -> Path:
    """The program, fetched once; PracticeError says what failed and what to do."""
    if not is_installed(cache):
        fetch(_package(), f"package/bin/{PROGRAM}", _program(cache), heed)
    return _program(cache)


def _program(cache: Path) -> Path:
    return cache / f"local-slack-{VERSION}" / PROGRAM


def _package() -> Package:
    """The one for this machine."""
    machine = (sys.platform, platform.machine())
    if machine not in PACKAGES:
        raise PracticeError(f"There is no practice Slack for this machine ({machine[0]}, {machine[1]}).")
    return PACKAGES[machine]


def config() -> dict[str, object]:
    """The workspace as local-slack reads it; the bot is in every channel."""
    return {
        "workspace": {"name": "Politie Amersfoort (oefening)", "domain": "politie-oefening", "teamId": "T01OEFENING"},
        "app": {
            "appId": "A01BURGERNET",
            "botUserId": BOT_USER_ID,
            "botName": "burgernetmail",
            "botToken": BOT_TOKEN,
            "appToken": APP_TOKEN,
            "signingSecret": "practice",
            "mode": "socket",
        },
        "users": [
            {
                "id": person.id,
                "name": person.name.split()[0].lower(),
                "real_name": person.name,
                "email": person.email,
            }
            for person in TEAM
        ],
        "channels": [
            {
                "id": channel_id,
                "name": name,
                "members": [BOT_USER_ID, *(person.id for person in TEAM if channel in person.channels)],
            }
            for channel, (channel_id, name) in CHANNELS.items()
        ],
    }


def start(cache: Path, folder: Path, port: int) -> Child:
    """Its config is JSON, which is YAML too."""
    file = folder / "workspace.yaml"
    file.write_text(json.dumps(config(), ensure_ascii=False))
    command = [str(installed(cache)), "--config", str(file), "--port", str(port), "--files-dir", str(folder / "files")]
    return Child("The practice Slack", command, folder / "slack.log")
