"""What `check` says of the inside: what the trail proves, who reads the files, and what goes over the wire in plain."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from sqlalchemy.engine import make_url

from bot.cli.findings import Finding
from bot.connecting import own_folders, safeguards
from bot.settings import Settings
from bot.settings.examples import EXAMPLES
from bot.settings.together import PRACTICE
from storage.privacy.grants import may_change_the_trail

OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


def check_trail(settings: Settings) -> Iterator[Finding]:
    """In an exercise there is nothing to prove."""
    if safeguards(settings).exercise:
        return
    known = settings.audit_key is not None
    without = ": AUDIT_KEY is not set, so whoever may write in the database can make the whole trail anew"
    remedy = f"Set AUDIT_KEY, for example {EXAMPLES['audit_key']}. Keep it outside the database, as long as the trail."
    yield Finding(known, "audit trail" + ("" if known else without), remedy)
    if settings.database_url.get_secret_value().startswith("postgresql"):
        owns = may_change_the_trail(settings.database_url.get_secret_value())
        told = ": the bot's role can change the trail, or take its locks off" if owns else ": the bot only adds to it"
        remedy = "Let an owner migrate (burgernetmail migrate --bot-role ROLE), and the bot be ROLE: docs/install.md"
        yield Finding(not owns, f"role in the database{told}", remedy)


def check_own_files(settings: Settings) -> Iterator[Finding]:
    """What others on this machine read, and what the next `git add` or `git clean` would take along."""
    read = [file for file in _files(settings) if file.exists() and file.stat().st_mode & OTHERS]
    told = f": others on this machine may read {', '.join(map(str, read))}" if read else ""
    yield Finding(not read, f"own files{told}", f"Run: chmod -R go= {' '.join(map(str, read))}")
    inside = {folder: checkout for folder in own_folders(settings) if (checkout := _checkout(folder))}
    remedy = "Name a folder of its own in DATABASE_URL and BLOBS_URL, such as /var/lib/burgernetmail."
    for folder, checkout in inside.items():
        if PRACTICE not in folder.relative_to(checkout).parts:
            yield Finding(False, f"{folder} is inside the git checkout {checkout}", remedy)


def _files(settings: Settings) -> Iterable[Path]:
    url = make_url(settings.database_url.get_secret_value())
    if url.get_backend_name() == "sqlite":
        file = Path(url.database or "").absolute()
        yield from (file.with_name(f"{file.name}{beside}") for beside in ("", "-wal", "-shm"))
    if not settings.blobs_url.get_secret_value().startswith("s3://"):
        yield Path(settings.blobs_url.get_secret_value()).absolute()


def _checkout(folder: Path) -> Path | None:
    return next((place for place in (folder, *folder.parents) if (place / ".git").exists()), None)
