"""Who has which role, by which channels; and what Slack told of people lately."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, NamedTuple

from bot.domain.participants.people import Role
from bot.records.chat import Channel
from bot.settings import Settings

ROLE_CHANNELS: Final[Mapping[Role, Channel]] = {
    Role.INTAKE: Channel.INTAKE,
    Role.RESPONDER: Channel.TRIAGE,
    Role.BURGLARY_TEAM: Channel.BURGLARY,
    Role.SUPERUSER: Channel.SUPERVISION,
    Role.PROJECT_LEADER: Channel.PROJECT_LEADER,
}


class Held(NamedTuple):
    user_id: str
    role: Role


@dataclass(frozen=True)
class Account:
    """Somebody; no `name`: no colleague, but a guest, somebody of another organisation, a bot, or gone.

    `called`: all that they are called by, in small letters, whatever they may.
    """

    user_id: str
    name: str = ""
    called: str = ""
    locale: str = "nl"


class Known(NamedTuple):
    """Of somebody who presses: when things were looked at, who they are, which places they are in."""

    looked_at: Mapping[str, datetime]
    account: Account | None
    places: set[str]


@dataclass(frozen=True)
class Rooms:
    """The channels that there are by id, and the user groups by that of their channel."""

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
            Channel.PROJECT_LEADER: settings.channel_project_leader,
        }
        there = {channel: channel_id for channel, channel_id in channels.items() if channel_id}
        groups = {
            Channel.INTAKE: settings.group_intake,
            Channel.TRIAGE: settings.group_triage,
            Channel.BURGLARY: settings.group_burglary,
            Channel.SUPERVISION: settings.group_supervision,
        }
        chosen = {channel: group for channel, group in groups.items() if group}
        return cls(there, chosen, settings.allow_public_channels)

    @property
    def roles(self) -> tuple[Role, ...]:
        """Those that somebody can have: that have a channel."""
        return tuple(role for role, channel in ROLE_CHANNELS.items() if channel in self.channels)

    def places(self, role: Role) -> list[str]:
        """The channel of a role, and its group where one is set: who has the role is in both."""
        channel = ROLE_CHANNELS[role]
        group = self.groups.get(channel)
        return [self.channels[channel], *([group] if group else [])]
