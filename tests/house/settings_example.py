"""deploy/burgernetmail.env.example, of Settings and docs/settings.md: python -m tests.house.settings_example"""

import re
from datetime import time
from pathlib import Path
from typing import Final

from pydantic import SecretStr
from pydantic_core import PydanticUndefined

from bot.settings import Settings

ROOT: Final = Path(__file__).parents[2]
FILE: Final = ROOT / "deploy" / "burgernetmail.env.example"
NEEDED: Final = "What it can't start without"
GROUPS: Final = {
    "Slack": r"SLACK_|CHANNEL_|GROUP_|ALLOW_PUBLIC|URGENT",
    "Keys": r"(SECRET|ERASURE|AUDIT)_",
    "Mail": r"MAIL_|SENDGRID_|SMTP_|IMAP_|ATTENTION|ALLOW",
    "Data and files": r"DATABASE_|BLOBS_|CLAMAV_|GEOCODER_|DAY_MONITOR_",
    "Web": r"PUBLIC_|HTTP_|OPERATIONS_",
    "Terms": r"REMIND|REPLY_SAME|REPORT_AT|DIVIDE_AT|QUIET_|RETENTION_|SURVEY_|TAKEN_|\w+_REMIND_",
    "The privacy page": r"PRIVACY_",
    "Limits, place and language": r"",
}
HEAD: Final = """\
# Settings of Burgernetmail: NAME=value, a value with spaces between "". A line that begins with # counts as not there.
# Made from the program's own settings; docs/settings.md tells the same.
"""


def settings_example() -> str:
    """The whole file: what is needed, then the rest in groups, each with its default."""
    told = _told()
    groups: dict[str, list[str]] = {group: [] for group in (NEEDED, *GROUPS)}
    for name in told:
        info = Settings.model_fields[name.lower()]
        needed = info.default is PydanticUndefined and not re.match(GROUPS["Keys"], name)
        group = NEEDED if needed else next(group for group, names in GROUPS.items() if re.match(names, name))
        line = f"{'' if needed else '#'}{name}={_plain(info.default)}\n"
        again = bool(groups[group]) and groups[group][-1].startswith(f"# {told[name]}.")
        groups[group][-1:] = [groups[group][-1] + line] if again else [*groups[group][-1:], f"# {told[name]}.\n{line}"]
    return "\n".join([HEAD, *(f"## {group}\n\n" + "\n".join(lines) for group, lines in groups.items())])


def _told() -> dict[str, str]:
    """What the table of docs/settings.md says of each setting."""
    rows = (ROOT / "docs" / "settings.md").read_text().splitlines()
    cells = [row.strip("| ").split(" | ") for row in rows if row.startswith("| `")]
    return {name: cell[-1].strip(" |.") for cell in cells for name in re.findall(r"`([A-Z_0-9]+)`", cell[0])}


def _plain(default: object) -> str:
    if default is PydanticUndefined or default is None:
        return ""
    if isinstance(default, SecretStr):
        return default.get_secret_value()
    if isinstance(default, time):
        return f"{default:%H:%M}"
    return str(default).lower() if isinstance(default, bool) else str(default)


if __name__ == "__main__":
    FILE.write_text(settings_example())
