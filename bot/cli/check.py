"""`burgernetmail check`: is the set-up right, a line each, with the remedy where it is not."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.assembling.parts import erasure_key
from bot.cli.check_inside import check_own_files, check_trail
from bot.cli.findings import Finding
from bot.connecting import build_blobs, build_mailer, build_scanner, safeguards
from bot.mail.reading.imap import ImapMailbox
from bot.records.staff import Rooms
from bot.settings import Settings
from bot.settings.examples import EXAMPLES
from bot.settings.together import goes_in_plain, is_loopback, is_real_slack
from bot.slack.membership import SLACK_TIMEOUT_S
from bot.workflow.ports import Blobs, BlobsDown
from handlers.web.films.scripts import Scripts
from storage.engine import database_trouble

PRIVACY = tuple(name for name in Settings.model_fields if name.startswith("privacy_"))
PLACES = (Path(__file__).parents[2], Path(__file__).parents[1])
"""Where manifest.yml stands: at the top of a checkout, in the package where it is installed."""


def check_all(settings: Settings) -> list[Finding]:
    """Everything that can be wrong with a set-up, in the order in which one mends it."""
    client = WebClient(
        settings.slack_bot_token.get_secret_value(), base_url=settings.slack_api_url, timeout=SLACK_TIMEOUT_S
    )
    parts: tuple[tuple[str, Callable[[], Iterable[Finding]]], ...] = (
        ("SLACK_API_URL", lambda: _check_slack(settings, client)),
        ("SLACK_API_URL", lambda: _check_channels(settings, client)),
        ("SLACK_API_URL", lambda: _check_groups(settings, client)),
        ("DATABASE_URL", lambda: [_check_database(settings)]),
        ("DATABASE_URL or AUDIT_KEY", lambda: check_trail(settings)),
        ("DATABASE_URL or BLOBS_URL", lambda: check_own_files(settings)),
        ("SMTP_URL, IMAP_URL or SENDGRID_API_URL", lambda: _check_mail(settings)),
        ("BLOBS_URL or CLAMAV_URL", lambda: _check_files(settings)),
        ("PUBLIC_URL", lambda: _check_addresses(settings)),
    )
    return [finding for names, part in parts for finding in _told_whole(names, part)]


def _told_whole(names: str, part: Callable[[], Iterable[Finding]]) -> Iterator[Finding]:
    """A setting that a library chokes on is one more line, and the other parts are still told."""
    try:
        yield from part()
    except Exception as error:
        yield Finding(False, f"{names}: {type(error).__name__}", f"Check how {names} is written.")


def _problem(call: Callable[[], Any]) -> str:
    """Empty where a call succeeds, else what is wrong with it."""
    try:
        call()
    except SlackApiError as error:
        return str(error.response["error"])
    except OSError as error:
        return type(error).__name__
    return ""


def _check_slack(settings: Settings, client: WebClient) -> Iterator[Finding]:
    problem = _problem(client.auth_test)
    remedy = "Set SLACK_BOT_TOKEN to the Bot User OAuth Token of the app's page OAuth & Permissions."
    yield Finding(not problem, f"bot token{_told(problem)}", _unless_away(problem, remedy))
    if not problem:
        yield _check_scopes(client, real=is_real_slack(settings.slack_api_url))
    if settings.socket_mode:
        token = settings.slack_app_token.get_secret_value()
        problem = _problem(lambda: client.apps_connections_open(app_token=token))
        remedy = "Set SLACK_APP_TOKEN to an app-level token with connections:write (the app's page Basic Information)."
        yield Finding(not problem, f"app token (Socket Mode){_told(problem)}", _unless_away(problem, remedy))
    else:
        yield Finding(True, "HTTP mode: Slack calls PUBLIC_URL/slack/events, signed with SLACK_SIGNING_SECRET")


def _check_scopes(client: WebClient, *, real: bool) -> Finding:
    headers = {name.lower(): value for name, value in client.auth_test().headers.items()}
    if not (real or "x-oauth-scopes" in headers):
        return Finding(True, "scopes: skipped, this practice Slack doesn't tell them")
    granted = {scope.strip() for scope in str(headers.get("x-oauth-scopes", "")).split(",") if scope.strip()}
    wanted = set(manifest()["oauth_config"]["scopes"]["bot"])
    missing, superfluous = sorted(wanted - granted), sorted(granted - wanted)
    told = f", missing: {', '.join(missing)}" if missing else ""
    told += f", not needed: {', '.join(superfluous)}" if superfluous else ""
    remedy = "Give the app the scopes of manifest.yml and install it again; take away what is not needed."
    return Finding(not missing, f"scopes{told}", remedy)


def manifest() -> dict[str, Any]:
    """manifest.yml, as Slack reads it."""
    file = next(place / "manifest.yml" for place in PLACES if (place / "manifest.yml").exists())
    found: dict[str, Any] = yaml.safe_load(file.read_text())
    return found


def _check_channels(settings: Settings, client: WebClient) -> Iterator[Finding]:
    for channel, channel_id in Rooms.of(settings).channels.items():
        name = f"CHANNEL_{channel.value.upper()}"
        try:
            found: dict[str, Any] = client.conversations_info(channel=channel_id)["channel"]
        except (SlackApiError, OSError) as error:
            reason = error.response["error"] if isinstance(error, SlackApiError) else type(error).__name__
            told = (
                f"Set {name} to the id of its channel (not its name); a private one needs /invite @burgernetmail there."
            )
            remedy = _unless_away(reason, told)
            yield Finding(False, f"{name}: {reason}", remedy)
            continue
        yield _check_channel(name, found, may_be_public=settings.allow_public_channels)


def _check_channel(name: str, found: dict[str, Any], *, may_be_public: bool) -> Finding:
    where = f"{name}: #{found['name']}"
    if not (found.get("is_private") or may_be_public):
        remedy = f"In Slack, open the details of #{found['name']}, Settings, Change to a private channel."
        return Finding(False, f"{where} is public: anybody could give themselves its role", remedy)
    is_member = bool(found.get("is_member"))
    remedy = f"In Slack, type /invite @burgernetmail in #{found['name']}."
    return Finding(is_member, f"{where}{'' if is_member else ', the bot is not in it'}", remedy)


def _check_groups(settings: Settings, client: WebClient) -> Iterator[Finding]:
    named = {f"GROUP_{channel.value.upper()}": group for channel, group in Rooms.of(settings).groups.items()}
    if settings.urgent_mention.startswith("S"):
        named["URGENT_MENTION"] = settings.urgent_mention
    for name, group in named.items():
        problem = _problem(partial(client.usergroups_users_list, usergroup=group))
        switched_off = problem == "no_such_subteam" and not _problem(
            partial(client.usergroups_users_list, usergroup=group, include_disabled=True)
        )
        told = ": the group is switched off" if switched_off else _told(problem)
        remedy = f"Set {name} to the id of a user group that is in use (S...); leave it empty where you have none."
        yield Finding(not problem, f"{name} {group}{told}", _unless_away(problem, remedy))


def _check_database(settings: Settings) -> Finding:
    trouble = database_trouble(settings.database_url.get_secret_value())
    remedy = "Run: burgernetmail migrate" if trouble == "not migrated" else "Check DATABASE_URL; does the server run?"
    return Finding(not trouble, f"database{_told(trouble)}", remedy)


def _check_mail(settings: Settings) -> Iterator[Finding]:
    provider = settings.mail_provider
    with closing(build_mailer(settings)) as mailer:
        problem = mailer.check()
    for name in ("smtp_url", "imap_url"):
        if goes_in_plain(getattr(settings, name).get_secret_value()):
            yield Finding(True, f"{name.upper()}: mail crosses the network without TLS (ALLOW_PLAIN_MAIL)")
    sendgrid = "Check SENDGRID_API_KEY and SENDGRID_API_URL."
    remedy = sendgrid if provider == "sendgrid" else smtp_remedy(problem)
    yield Finding(not problem, f"mail provider {provider}{_told(problem)}", remedy)
    if settings.imap_url.get_secret_value():
        problem = ImapMailbox(settings.imap_url.get_secret_value()).check()
        yield Finding(not problem, f"reply mailbox{_told(problem)}", "Check IMAP_URL.")
    elif not settings.sendgrid_inbound_public_key:
        remedy = "Set SENDGRID_INBOUND_PUBLIC_KEY (Inbound Parse's security policy), or IMAP_URL for a mailbox."
        yield Finding(False, "no way in for replies", remedy)
    if provider == "sendgrid":
        remedy = "Set SENDGRID_EVENT_PUBLIC_KEY (Event Webhook, Signature Verification)."
        known = bool(settings.sendgrid_event_public_key)
        yield Finding(known, "mail events" + ("" if known else ": refused, their key is not set"), remedy)


def smtp_remedy(problem: str) -> str:
    """What to do about what Python's smtplib and ssl say."""
    if "CERTIFICATE_VERIFY_FAILED" in problem:
        return (
            "The mail server's certificate is not trusted (self-signed, or for another name): use the name that it is "
            "made for, and put the certificate of who made it in a file that SSL_CERT_FILE names."
        )
    if "AUTH extension not supported" in problem:
        return "The mail server takes a name and password only after STARTTLS: put ?starttls=1 behind SMTP_URL."
    return "Check SMTP_URL."


def _check_files(settings: Settings) -> Iterator[Finding]:
    problem = check_blobs(build_blobs(settings))
    remedy = "Check BLOBS_URL: the bot must be able to write, read and delete there."
    yield Finding(not problem, f"files of citizens{_told(problem)}", remedy)
    if not settings.clamav_url:
        told = "CLAMAV_URL is not set: attachments open unscanned, marked so"
        yield Finding(
            True, told, "Run clamd beside the bot and set CLAMAV_URL, for example tcp://localhost:3310.", True
        )
    if scanner := build_scanner(settings):
        problem = scanner.check()
        yield Finding(not problem, f"virus scanner{_told(problem)}", "Check CLAMAV_URL; does clamd listen there?")
    if not Scripts().addresses:
        told = "what sends large films was not fetched: citizens send at most 30 MB at a time"
        yield Finding(True, told, "Let this machine reach npm's registry, and install once more.", True)


def _check_addresses(settings: Settings) -> Iterator[Finding]:
    yield from _check_erasing(settings)
    yield Finding(True, f"mail from {settings.mail_from}, answers to {settings.mail_reply_address}")
    if not settings.attention_email:
        told = "ATTENTION_EMAIL is not set: no mailbox is told of a new request, Slack alone"
        yield Finding(True, told, "Set ATTENTION_EMAIL to the team's general mailbox.", True)
    if allowed := safeguards(settings).allowed:
        told = ", ".join(sorted(allowed))
        yield Finding(True, f"oefening: only {told} gets mail, all of it marked OEFENING (ALLOWED_RECIPIENTS)")
    yield _check_privacy(settings)
    url = settings.public_url
    safe = url.startswith("https://") or is_loopback(url)
    yield Finding(safe, f"PUBLIC_URL {url}", "Citizens' links must be https.")


def _check_erasing(settings: Settings) -> Iterator[Finding]:
    """In an exercise nobody real can be erased."""
    if not safeguards(settings).exercise:
        known = erasure_key(settings) is not None
        remedy = f"Set ERASURE_KEY, for example {EXAMPLES['erasure_key']}. Keep it as long as the database."
        told = "" if known else ": ERASURE_KEY is not set, nobody can be erased"
        yield Finding(known, f"erasing citizens{told}", remedy)


def _check_privacy(settings: Settings) -> Finding:
    """What citizens have to be told by law (AVG, article 13); in an exercise nobody real reads it."""
    unset = [name.upper() for name in PRIVACY if not getattr(settings, name)]
    known = not unset or safeguards(settings).exercise
    remedy = f"Set {', '.join(unset)}; docs/settings.md says what each is. Ask your data protection officer."
    return Finding(
        known, "privacy page" + ("" if known else f", to be told before the first mail: {', '.join(unset)}"), remedy
    )


def _told(problem: str) -> str:
    return f": {problem}" if problem else ""


def _unless_away(problem: str, remedy: str) -> str:
    """Slack's own error codes are lower case; anything else never got to Slack."""
    return remedy if problem == problem.lower() else "Slack can't be reached: check the network and SLACK_API_URL."


def check_blobs(blobs: Blobs) -> str:
    """Write, read and delete one; empty where that works, else what is wrong."""
    key, content = secrets.token_hex(16), b"burgernetmail check"
    try:
        blobs.put(key, content)
        same = blobs.get(key) == content
        blobs.remove(key)
    except BlobsDown as error:
        return str(error)
    return "" if same else "it gives back something else"
