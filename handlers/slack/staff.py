"""Who pressed, and what they may: asked of Slack at every action, so who leaves a channel loses it at once."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.domain.errors import NoAccess
from bot.domain.participants.people import Colleague, Role
from bot.records.chat import Channel
from bot.slack.membership import Membership, Rooms

ROLE_CHANNELS: Mapping[Role, Channel] = {
    Role.INTAKE: Channel.INTAKE,
    Role.RESPONDER: Channel.TRIAGE,
    Role.BURGLARY_TEAM: Channel.BURGLARY,
    Role.SUPERUSER: Channel.SUPERVISION,
}
BARRED = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger")
AT_ONCE = 40
"""Of the hundred a minute that Slack answers about people."""
NAMING_S = 1.0
"""Slack is asked one by one what people are called, while a form waits that has to open within three seconds."""


class Staff:
    """Slack's people as colleagues with roles."""

    def __init__(self, client: WebClient, rooms: Rooms) -> None:
        self._client = client
        self.rooms = {role: rooms.channels[channel] for role, channel in ROLE_CHANNELS.items()}
        self._members = Membership(client, rooms).members
        self._names: dict[str, str] = {}  # a name gives no rights: unlike roles it may be remembered
        self._named: dict[str, str] = {}  # what to call somebody; empty: one of those that are barred
        self._asked: dict[str, str] = {}  # the same, of the round of `everybody` that is under way

    @cached_property
    def _team_id(self) -> str:
        """The organisation that the bot is of."""
        return str(self._client.auth_test()["team_id"])

    def colleague(self, user_id: str, roles: Iterable[Role] = tuple(Role)) -> Colleague:
        """The person with those of `roles` that they have; NoAccess for guests, strangers and bots."""
        person: dict[str, Any] = self._client.users_info(user=user_id, include_locale=True)["user"]
        if self._is_barred(person):
            raise NoAccess
        held = frozenset(role for role in roles if user_id in self._members(ROLE_CHANNELS[role]))
        name = self._named[user_id] = _name(person, user_id)
        return Colleague(user_id, name, held, str(person.get("locale") or "nl"))

    def holders(self) -> dict[str, frozenset[Role]]:
        """By id what everybody has by channel and group alone, whoever they are."""
        members = {role: self._members(channel) for role, channel in ROLE_CHANNELS.items()}
        people = {user_id for group in members.values() for user_id in group}
        return {who: frozenset(role for role, group in members.items() if who in group) for who in people}

    def name_of(self, user_id: str) -> str:
        """Asked anew; empty for who is barred, or whose account is gone."""
        try:
            person: dict[str, Any] = self._client.users_info(user=user_id)["user"]
        except SlackApiError as error:
            if error.response.get("error") != "user_not_found":
                raise
            return ""
        return "" if self._is_barred(person) else _name(person, user_id)

    def _is_barred(self, person: dict[str, Any]) -> bool:
        """is_stranger is false for people of another organisation in a shared channel: the team tells."""
        return any(person.get(flag) for flag in BARRED) or person.get("team_id", self._team_id) != self._team_id

    def people(self, role: Role) -> list[tuple[str, str]]:
        """Ids and names of who has a role, to choose from; whoever could not be named in time is there the next time.

        Names are kept: what somebody may is asked again when they are chosen.
        """
        until = time.monotonic() + NAMING_S
        members = self._members(ROLE_CHANNELS[role])
        for user_id in sorted(members - self._named.keys()):
            if time.monotonic() > until:
                break
            person: dict[str, Any] = self._client.users_info(user=user_id)["user"]
            self._named[user_id] = "" if self._is_barred(person) else _name(person, user_id)
        return [(user_id, name) for user_id, name in self._named.items() if name and user_id in members]

    def names(self, user_id: str) -> str:
        """All that somebody is called by, in small letters, whatever they may by now; asked of Slack once."""
        if user_id not in self._names:
            try:
                person: dict[str, Any] = self._client.users_info(user=user_id)["user"]
            except SlackApiError:  # an account that is gone
                return ""
            self._names[user_id] = f"{person.get('real_name', '')} {person.get('name', '')}".lower()
        return self._names[user_id]

    def email(self, user_id: str) -> str:
        """The address on somebody's Slack profile, asked for only when a mail to themselves needs it; may be empty."""
        profile: dict[str, Any] = self._client.users_info(user=user_id)["user"].get("profile") or {}
        return str(profile.get("email") or "")

    def require(self, user_id: str, *roles: Role) -> Colleague:
        """The person, who must have one of the roles."""
        colleague = self.colleague(user_id, roles)
        colleague.require(*roles)
        return colleague

    def roles(self) -> Callable[[str], frozenset[Role]]:
        """Which roles somebody has at this moment, for many people at once: by channel alone, whoever they are."""
        held = self.holders()
        return lambda user_id: held.get(user_id, frozenset())

    def everybody(self) -> Sequence[Colleague] | None:
        """All who have a role, with all that they have now; None while not all were asked for yet: call it again.

        They are asked for a part at a time: who presses a button meanwhile must not have to wait.
        """
        held = self.holders()
        for user_id in sorted(held.keys() - self._asked.keys())[:AT_ONCE]:
            self._asked[user_id] = self.name_of(user_id)
        if held.keys() - self._asked.keys():
            return None
        named = [(user_id, self._asked[user_id], roles) for user_id, roles in sorted(held.items())]
        self._asked.clear()
        return [Colleague(user_id, name, roles) for user_id, name, roles in named if name]


def _name(person: dict[str, Any], user_id: str) -> str:
    return str(person.get("real_name") or person.get("name") or user_id)
