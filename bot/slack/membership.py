"""Who is in the team's channels (and user groups, where those are set), and whether each channel is private."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.domain.errors import PublicChannel
from bot.records.chat import Channel
from bot.settings import Settings

log = structlog.get_logger()
SLACK_TIMEOUT_S: Final = 10
PAGE: Final = 200
PRIVATE_FOR_S: Final = 3600.0
"""Seconds: an administrator may make a channel public, so it is asked again after this."""
GROUP_FOR_S: Final = 60.0
"""Seconds that members are remembered: Slack answers about user groups some twenty times a minute in all."""
GROUP_IF_BUSY_S: Final = 600.0
NO_SUCH_GROUP: Final = frozenset({"no_such_subteam", "plan_upgrade_required"})


@dataclass(frozen=True)
class Rooms:
    """The four channels by id, and the user groups by that of their channel."""

    channels: Mapping[Channel, str]
    groups: Mapping[Channel, str] = field(default_factory=dict)
    may_be_public: bool = False

    @classmethod
    def of(cls, settings: Settings) -> "Rooms":
        """Those of the team; public they may be in the practice town alone."""
        channels = {
            Channel.INTAKE: settings.channel_intake,
            Channel.TRIAGE: settings.channel_triage,
            Channel.BURGLARY: settings.channel_burglary,
            Channel.SUPERVISION: settings.channel_supervision,
        }
        groups = {
            Channel.INTAKE: settings.group_intake,
            Channel.TRIAGE: settings.group_triage,
            Channel.BURGLARY: settings.group_burglary,
            Channel.SUPERVISION: settings.group_supervision,
        }
        chosen = {channel: group for channel, group in groups.items() if group}
        return cls(channels, chosen, settings.allow_public_channels)


class Membership:
    """Asks Slack each time; only what rarely changes is kept, for a while."""

    def __init__(self, client: WebClient, rooms: Rooms) -> None:
        self._client = client
        self._rooms = rooms
        self._private_at: dict[Channel, float] = {}
        self._groups: dict[str, tuple[float, frozenset[str]]] = {}

    def members(self, channel: Channel) -> set[str]:
        """Who is in the channel, and in its group where one is set; PublicChannel where anybody could join."""
        self._check_private(channel)
        members = self._in_channel(channel)
        group = self._rooms.groups.get(channel)
        return members & self._in_group(group) if group else members

    def _check_private(self, channel: Channel) -> None:
        now = time.monotonic()
        if self._rooms.may_be_public or now - self._private_at.get(channel, -PRIVATE_FOR_S) < PRIVATE_FOR_S:
            return
        if name := public_name(self._client, self._rooms.channels[channel]):
            log.error("channel is public", channel=channel)
            raise PublicChannel(channel=name)
        self._private_at[channel] = now

    def _in_channel(self, channel: Channel) -> set[str]:
        members: set[str] = set()
        cursor = ""
        while True:
            answer = self._client.conversations_members(
                channel=self._rooms.channels[channel], limit=PAGE, cursor=cursor or None
            )
            page: dict[str, Any] = {"members": answer["members"], "metadata": answer.get("response_metadata")}
            members.update(page["members"])
            cursor = (page["metadata"] or {}).get("next_cursor", "")
            if not cursor:
                return members

    def _in_group(self, group: str) -> frozenset[str]:
        """A group that is gone or switched off lets nobody in. While Slack is busy, the members of late still count."""
        now = time.monotonic()
        at, known = self._groups.get(group, (-GROUP_IF_BUSY_S, frozenset()))
        if now - at < GROUP_FOR_S:
            return known
        try:
            people: list[str] = self._client.usergroups_users_list(usergroup=group)["users"]
        except SlackApiError as error:
            code = error.response.get("error")
            if code == "ratelimited" and now - at < GROUP_IF_BUSY_S:
                return known
            if code not in NO_SUCH_GROUP:
                raise
            log.error("user group can't be read", group=group, reason=code)
            people = []
        self._groups[group] = (now, frozenset(people))
        return self._groups[group][1]


def public_name(client: WebClient, channel_id: str) -> str:
    """The name of a channel that is public; empty where it is private."""
    found: dict[str, Any] = client.conversations_info(channel=channel_id)["channel"]
    return "" if found.get("is_private") else str(found.get("name") or channel_id)


def public_channels(settings: Settings) -> list[str]:
    """The names of our channels that anybody can join; none while Slack can't be asked: then each press asks."""
    if settings.allow_public_channels:
        return []
    client = WebClient(
        settings.slack_bot_token.get_secret_value(), base_url=settings.slack_api_url, timeout=SLACK_TIMEOUT_S
    )
    try:
        names = [public_name(client, channel_id) for channel_id in Rooms.of(settings).channels.values()]
    except (SlackApiError, OSError):
        return []
    return [f"#{name}" for name in names if name]
