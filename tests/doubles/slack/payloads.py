"""The payloads Slack sends: events, interactions, commands."""

from .records import Channel, Message, Profile, View
from .rules import Json
from .world import World

VERIFICATION_TOKEN = "out-of-date-verification-token"

_HIDDEN_NAMES = {"private": "privategroup", "im": "directmessage"}


class Payloads:
    """Builds payloads about this workspace."""

    def __init__(self, world: World) -> None:
        self._world = world

    def event(self, event: Json) -> Json:
        """The outer event with its own event_id."""
        return {
            "token": VERIFICATION_TOKEN,
            "team_id": self._world.team_id,
            "api_app_id": self._world.app_id,
            "event": {"event_ts": self._world.clock.stamp(), **event},
            "type": "event_callback",
            "event_id": self._world.new_id("Ev"),
            "event_time": int(self._world.clock.now()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": self._world.team_id,
                    "user_id": self._world.bot_user_id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": False,
        }

    def interaction(self, kind: str, profile: Profile, **more: object) -> Json:
        """What every interaction carries, and what this kind adds."""
        return {
            "type": kind,
            "token": VERIFICATION_TOKEN,
            "api_app_id": self._world.app_id,
            "team": {"id": self._world.team_id, "domain": "politie-oefening"},
            "user": {
                "id": profile.id,
                "username": profile.name,
                "name": profile.name,
                "team_id": profile.team_id,
            },
            "enterprise": None,
            "is_enterprise_install": False,
            **more,
        }

    def command(self, profile: Profile, command: str, text: str, channel: Channel) -> Json:
        return {
            "token": VERIFICATION_TOKEN,
            "team_id": self._world.team_id,
            "team_domain": "politie-oefening",
            "channel_id": channel.id,
            "channel_name": channel.name if channel.kind == "public" else _HIDDEN_NAMES[channel.kind],
            "user_id": profile.id,
            "user_name": profile.name,
            "command": command,
            "text": text,
            "api_app_id": self._world.app_id,
            "is_enterprise_install": "false",
            "response_url": self._world.new_reply_url(profile.id, channel),
            "trigger_id": self._world.new_trigger(profile.id),
        }

    def message_place(self, profile: Profile, message: Message) -> Json:
        """Where a message interaction happened; an ephemeral message is named but not shown."""
        channel = message.channel
        thread = {"thread_ts": message.thread_ts} if message.thread_ts else {}
        place: Json = {
            "container": {
                "type": "message",
                "message_ts": message.ts,
                "channel_id": channel.id,
                "is_ephemeral": message.only_for is not None,
                **thread,
            },
            "channel": {"id": channel.id, "name": channel.name},
            "response_url": self._world.new_reply_url(profile.id, channel, message),
            "trigger_id": self._world.new_trigger(profile.id),
        }
        return place if message.only_for else {**place, "message": message.payload()}

    def view_place(self, view: View) -> Json:
        """Where an interaction inside a view happened."""
        modal_id = view.id if view.content["type"] == "modal" else None
        return {
            "container": {"type": "view", "view_id": view.id},
            "view": self._world.view_payload(view),
            "trigger_id": self._world.new_trigger(view.user_id, modal_id),
        }
