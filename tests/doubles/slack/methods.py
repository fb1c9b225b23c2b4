"""Every Web API method the double knows, with its arguments, scope and rate. To add one, add a row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from . import chat, conversations, files, views
from .args import Args
from .rules import Json
from .world import World

Handler = Callable[[World, Args], Json]


@dataclass(frozen=True)
class Method:
    """One method: what it needs, what else it takes, who may call it, and `most` calls in so many `seconds`."""

    handler: Handler
    needs: str = ""
    takes: str = ""
    scope: str | None = None
    token: str = "xoxb"
    json_allowed: bool = True
    most: int = 100
    seconds: float = 60.0
    per_channel: bool = False

    @property
    def required(self) -> list[str]:
        return self.needs.split()

    @property
    def known(self) -> set[str]:
        return {*self.needs.split(), *self.takes.split()}


def auth_test(world: World, args: Args) -> Json:
    return {
        "url": "https://politie-oefening.slack.com/",
        "team": "Politie oefening",
        "team_id": world.team_id,
        "enterprise_id": world.enterprise_id,
        "user": world.people[world.bot_user_id].name,
        "user_id": world.bot_user_id,
        "bot_id": world.bot_id,
        "is_enterprise_install": False,
    }


def open_connection(world: World, args: Args) -> Json:
    ticket = world.new_id("TICKET")
    world.tickets.add(ticket)
    return {"url": f"{world.socket_url}/link?ticket={ticket}"}


_PAGE = "cursor limit"
_READ = f"{_PAGE} oldest latest inclusive include_all_metadata"

METHODS: Mapping[str, Method] = {
    "auth.test": Method(auth_test),
    "apps.connections.open": Method(open_connection, token="xapp", most=1),
    "chat.postMessage": Method(
        chat.post_message,
        "channel",
        "text blocks thread_ts reply_broadcast metadata unfurl_links unfurl_media mrkdwn parse link_names",
        "chat:write",
        most=1,
        seconds=1.0,
        per_channel=True,
    ),
    "chat.update": Method(
        chat.update_message, "channel ts", "text blocks metadata parse link_names", "chat:write", most=50
    ),
    "chat.delete": Method(chat.delete_message, "channel ts", "as_user", "chat:write", most=50),
    "chat.postEphemeral": Method(chat.post_ephemeral, "channel user", "text blocks thread_ts parse", "chat:write"),
    "chat.getPermalink": Method(chat.get_permalink, "channel message_ts", json_allowed=False),
    "conversations.info": Method(
        conversations.info, "channel", "include_num_members include_locale", json_allowed=False, most=50
    ),
    "conversations.members": Method(conversations.members, "channel", _PAGE, json_allowed=False),
    "conversations.history": Method(conversations.history, "channel", _READ, json_allowed=False, most=50),
    "conversations.replies": Method(conversations.replies, "channel ts", _READ, json_allowed=False, most=50),
    "conversations.open": Method(conversations.open_direct_message, "users", "return_im", "im:write", most=50),
    "users.info": Method(conversations.user_info, "user", "include_locale", "users:read", json_allowed=False),
    "usergroups.users.list": Method(
        conversations.group_members,
        "usergroup",
        "include_disabled",
        "usergroups:read",
        json_allowed=False,
        most=20,
    ),
    "views.open": Method(views.open_view, "view trigger_id"),
    "views.push": Method(views.push_view, "view trigger_id"),
    "views.update": Method(views.update_view, "view", "view_id external_id hash"),
    "views.publish": Method(views.publish_view, "view user_id", "hash"),
    "files.info": Method(files.info, "file", f"{_PAGE} count page", "files:read", json_allowed=False, most=100),
    "files.getUploadURLExternal": Method(
        files.get_upload_url, "filename length", "alt_txt snippet_type", "files:write", json_allowed=False
    ),
    "files.completeUploadExternal": Method(
        files.complete_upload, "files", "channel_id thread_ts initial_comment", "files:write"
    ),
}
