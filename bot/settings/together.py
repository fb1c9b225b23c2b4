"""What settings have to do with each other."""

from collections.abc import Mapping
from ipaddress import ip_address
from itertools import combinations
from typing import Final
from urllib.parse import parse_qs, urlsplit

PRACTICE: Final = ".practice"
"""Where the demo keeps what it makes; git ignores it."""


def apart(given: Mapping[str, str]) -> list[str]:
    """What does not go together, a line each, whatever else is wrong; `given` by the names in small letters."""
    wrong = []
    if not given.get("slack_app_token") and not given.get("slack_signing_secret"):
        wrong.append("SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP mode): set one of them")
    if _is_on(given.get("allow_public_channels")) and is_real_slack(given.get("slack_api_url")):
        wrong.append("ALLOW_PUBLIC_CHANNELS: only beside a practice Slack (SLACK_API_URL); make the channels private")
    if (quiet := given.get("quiet_from")) and (given.get("quiet_until") or "08:00") >= quiet:
        wrong.append("QUIET_UNTIL and QUIET_FROM: the quiet hours begin in the evening and end in the morning")
    provider = given.get("mail_provider") or "sendgrid"
    if provider == "sendgrid" and not given.get("sendgrid_api_key"):
        wrong.append("SENDGRID_API_KEY: needed when MAIL_PROVIDER is sendgrid")
    sender, answers = given.get("mail_from", ""), given.get("mail_reply_address", "")
    if provider == "sendgrid" and "@" in sender and "@" in answers and _domain(sender) != _domain(answers):
        wrong.append("MAIL_FROM and MAIL_REPLY_ADDRESS: SendGrid wants them in one domain")
    wrong += _apart_of_keys(given)
    wrong += _apart_of_day_monitors(given)
    wrong += _apart_of_mail(given)
    if provider == "smtp" and not given.get("smtp_url"):
        wrong.append("SMTP_URL: needed when MAIL_PROVIDER is smtp")
    return wrong


def _apart_of_keys(given: Mapping[str, str]) -> list[str]:
    """One may have to be renewed without the other; a former one is as good as the one in use."""
    keys = {name: given[name] for name in ("secret_key", "erasure_key", "audit_key") if given.get(name)}
    why = "must be two keys, since one may have to be renewed without the other"
    wrong = [
        f"{second.upper()} and {first.upper()}: {why}"
        for first, second in combinations(keys, 2)
        if keys[first] == keys[second]
    ]
    former = former_keys(given.get("former_secret_keys", ""))
    wrong += [f"{name.upper()} and FORMER_SECRET_KEYS: {why}" for name, key in keys.items() if key in former]
    return wrong


def former_keys(setting: str) -> tuple[str, ...]:
    """The keys that tokens in mails were made with, with commas between."""
    return tuple(key for part in setting.split(",") if (key := part.strip()))


def is_loopback(url: str) -> bool:
    """Whether what is sent there stays on this machine."""
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def goes_in_plain(url: str) -> bool:
    """Whether mail and passwords would cross a network that others listen on."""
    parts = urlsplit(url)
    starttls = parse_qs(parts.query).get("starttls", ["0"])[0] not in {"0", "false", "no"}
    return parts.scheme in {"smtp", "imap"} and not starttls and not is_loopback(url)


def _apart_of_mail(given: Mapping[str, str]) -> list[str]:
    if _is_on(given.get("allow_plain_mail")):
        return []
    why = "would cross the network without TLS: smtps://, imaps:// or ?starttls=1 (or ALLOW_PLAIN_MAIL=true)"
    return [f"{name.upper()}: {why}" for name in ("smtp_url", "imap_url") if goes_in_plain(given.get(name) or "")]


def _is_on(given: str | None) -> bool:
    return (given or "").lower() in {"1", "true", "yes", "on", "t", "y"}


def is_real_slack(api_url: str | None) -> bool:
    """Whether colleagues are there, or somebody practises."""
    host = urlsplit(api_url or "https://slack.com/api/").hostname or ""
    return host == "slack.com" or host.endswith(".slack.com") or host.endswith("slack-gov.com")


def _apart_of_day_monitors(given: Mapping[str, str]) -> list[str]:
    address = (given.get("day_monitor_address") or "").lower()
    if not address:
        return []
    wrong = []
    if not given.get("day_monitor_senders"):
        wrong.append("DAY_MONITOR_SENDERS: needed when DAY_MONITOR_ADDRESS is set")
    if given.get("imap_url") and not given.get("mail_authserv_id"):
        wrong.append("MAIL_AUTHSERV_ID: needed with DAY_MONITOR_ADDRESS and IMAP_URL, else no sender is proven")
    if address in {(given.get(name) or "").lower() for name in ("mail_from", "mail_reply_address")}:
        wrong.append("DAY_MONITOR_ADDRESS: must be no address that citizens answer to")
    return wrong


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()
