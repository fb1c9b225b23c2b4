"""conversations.*, users.* and usergroups.*: reading who and what is there, a page at a time."""

from collections.abc import Sequence
from typing import Any

from .args import Args
from .records import Channel, Message
from .rules import Json
from .surfaces import Refusal
from .world import World

LARGEST_PAGE = 999


def page_of(world: World, args: Args, items: Sequence[Any], default: int = 100) -> tuple[list[Any], str]:
    """One page and the cursor of the next; like Slack it may give fewer than asked (`page_size`)."""
    limit = args.number("limit", default)
    if not 1 <= limit <= LARGEST_PAGE:
        raise Refusal("invalid_limit", str(limit))
    cursor = args.text("cursor")
    if cursor and not cursor.removeprefix("next:").isdigit():
        raise Refusal("invalid_cursor", cursor)
    start = int(cursor.removeprefix("next:") or 0)
    end = start + min(limit, world.page_size)
    return list(items[start:end]), f"next:{end}" if end < len(items) else ""


def _channel_payload(world: World, channel: Channel) -> Json:
    return {
        "id": channel.id,
        "name": channel.name,
        "is_channel": channel.kind == "public",
        "is_private": channel.kind != "public",
        "is_im": channel.kind == "im",
        "is_archived": channel.archived,
        "is_member": world.bot_user_id in channel.members,
        "is_ext_shared": channel.shared,
    }


def info(world: World, args: Args) -> Json:
    channel = world.channel_for_reading(args.text("channel"), "read", member=False)
    extra = {"num_members": len(channel.members)} if args.flag("include_num_members") else {}
    return {"channel": {**_channel_payload(world, channel), **extra}}


def members(world: World, args: Args) -> Json:
    channel = world.channel_for_reading(args.text("channel"), "read", member=False)
    page, cursor = page_of(world, args, channel.members)
    return {"members": page, "response_metadata": {"next_cursor": cursor}}


def _in_window(args: Args, messages: Sequence[Message]) -> list[Message]:
    oldest, latest = args.text("oldest", "0"), args.text("latest", "9" * 12)
    edges = {oldest, latest} if args.flag("inclusive") else set()
    return [message for message in messages if oldest < message.ts < latest or message.ts in edges]


def _messages(world: World, args: Args, found: Sequence[Message]) -> Json:
    page, cursor = page_of(world, args, _in_window(args, found))
    shown = [message.payload(args.flag("include_all_metadata")) for message in page]
    return {"messages": shown, "has_more": bool(cursor), "response_metadata": {"next_cursor": cursor}}


def history(world: World, args: Args) -> Json:
    channel = world.channel_for_reading(args.text("channel"), "history")
    return _messages(world, args, channel.messages[::-1])


def replies(world: World, args: Args) -> Json:
    channel = world.channel_for_reading(args.text("channel"), "history")
    parent = world.message(channel, args.text("ts"), "thread_not_found")
    return _messages(world, args, [parent, *parent.thread])


def open_direct_message(world: World, args: Args) -> Json:
    names = args.text("users").split(",")
    if len(names) > 1:
        world.require("mpim:write")
    return {"channel": {"id": world.direct_message(world.person(names[0]).id).id}}


def user_info(world: World, args: Args) -> Json:
    profile = world.person(args.text("user"))
    return {"user": world.profile_payload(profile, args.flag("include_locale"))}


def group_members(world: World, args: Args) -> Json:
    """A group that is switched off answers only who asks for those too."""
    group_id = args.text("usergroup")
    group = world.groups.get(group_id)
    if group is None or (group_id in world.disabled_groups and not args.flag("include_disabled")):
        raise Refusal("no_such_subteam", group_id)
    return {"users": group}
