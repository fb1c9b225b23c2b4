"""What Slack tells of people: who is in a channel or a user group, who somebody is, whether a channel is private."""

from collections.abc import Callable, Iterable
from functools import cached_property
from time import sleep
from typing import Any, Final

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.records.staff import Account, Rooms
from bot.settings import Settings
from bot.workflow.ports import ChatDown

log = structlog.get_logger()
SLACK_TIMEOUT_S: Final = 10
PAGE: Final = 999
NO_SUCH_GROUP: Final = frozenset({"no_such_subteam", "plan_upgrade_required"})
BARRED: Final = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger")


class SlackDirectory:
    """Asks Slack; where it answers too much was asked, that is waited for once, as long as it says.

    `waits` False: ChatDown at once.
    """

    def __init__(self, client: WebClient, *, waits: bool = True) -> None:
        self._client = client
        self._waits = waits

    def channel_members(self, channel_id: str) -> set[str]:
        """Everybody in it, guests and bots too."""
        members: set[str] = set()
        cursor: str | None = None
        while True:
            page = self._page(channel_id, cursor)
            members.update(page["members"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return members

    def _page(self, channel_id: str, cursor: str | None) -> SlackResponse:
        return self._asked(lambda: self._client.conversations_members(channel=channel_id, limit=PAGE, cursor=cursor))

    def group_members(self, group_id: str) -> set[str]:
        """A group that is gone or switched off lets nobody in."""
        try:
            return set(self._asked(lambda: self._client.usergroups_users_list(usergroup=group_id))["users"])
        except SlackApiError as error:
            code = error.response.get("error")
            if code not in NO_SUCH_GROUP:
                raise
            log.error("user group can't be read", group=group_id, reason=code)
            return set()

    def public_name(self, channel_id: str) -> str:
        """The name of a channel that is public; empty where it is private."""
        found: dict[str, Any] = self._asked(lambda: self._client.conversations_info(channel=channel_id))["channel"]
        return "" if found.get("is_private") else str(found.get("name") or channel_id)

    def account(self, user_id: str) -> Account:
        """Who somebody is; a member whose account Slack knows nothing of is no colleague."""
        try:
            answer = self._asked(lambda: self._client.users_info(user=user_id, include_locale=True))
        except SlackApiError as error:
            if error.response.get("error") != "user_not_found":
                raise
            return Account(user_id)
        person: dict[str, Any] = answer["user"]
        real_name, short_name = str(person.get("real_name") or ""), str(person.get("name") or "")
        barred = any(person.get(flag) for flag in BARRED) or not self._is_ours(person)
        name = "" if barred else real_name or short_name or user_id
        return Account(user_id, name, f"{real_name} {short_name}".lower(), str(person.get("locale") or "nl"))

    def email(self, user_id: str) -> str:
        """The address on somebody's profile; may be empty."""
        person: dict[str, Any] = self._asked(lambda: self._client.users_info(user=user_id))["user"]
        profile: dict[str, Any] = person.get("profile") or {}
        return str(profile.get("email") or "")

    def _is_ours(self, person: dict[str, Any]) -> bool:
        """is_stranger is false for people of another organisation in a shared channel: the team tells.

        On Enterprise Grid the team may be another workspace of ours, the organisation, or nothing.
        """
        team_id, enterprise_id = self._us
        if person.get("team_id") == team_id:
            return True
        grid: dict[str, Any] = person.get("enterprise_user") or {}
        ours = enterprise_id and grid.get("enterprise_id") == enterprise_id
        return bool(ours) or team_id in (grid.get("teams") or [])

    @cached_property
    def _us(self) -> tuple[str, str]:
        """The workspace and, where it is of one, the organisation that the bot is installed in."""
        us = self._asked(self._client.auth_test)
        return str(us["team_id"]), str(us.get("enterprise_id") or "")

    def _asked(self, call: Callable[[], SlackResponse]) -> SlackResponse:
        try:
            return call()
        except SlackApiError as error:
            if error.response.status_code != 429:
                raise
            pause_s = float(error.response.headers.get("Retry-After", 1))
        if not self._waits:
            raise ChatDown("ratelimited", pause_s)
        sleep(pause_s)
        return call()


def public_channels(settings: Settings) -> list[str]:
    """The names of our channels that anybody can join; none while Slack can't be asked: then each press asks."""
    if settings.allow_public_channels:
        return []
    client = WebClient(
        settings.slack_bot_token.get_secret_value(), base_url=settings.slack_api_url, timeout=SLACK_TIMEOUT_S
    )
    directory, channel_ids = SlackDirectory(client, waits=False), Rooms.of(settings).channels.values()
    try:
        return [f"#{name}" for name in _names(directory, channel_ids) if name]
    except (SlackApiError, OSError, ChatDown):
        return []


def _names(directory: SlackDirectory, channel_ids: Iterable[str]) -> list[str]:
    return [directory.public_name(channel_id) for channel_id in channel_ids]
