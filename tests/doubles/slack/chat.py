"""The chat.* methods, and the rules shared by everything that can carry a message."""

from .args import Args
from .records import Channel, Message
from .rules import Json
from .surfaces import (
    Refusal,
    check_links,
    check_message_blocks,
    check_message_size,
    check_metadata,
    check_new_block_ids,
    elements_of,
)
from .world import World

UPDATE_CHARACTERS = 4000


def message_content(args: Args, world: World) -> tuple[str, list[Json]]:
    """Text and blocks that Slack would show; text is asked for beside blocks, for notifications and readers."""
    text = args.text("text")
    blocks = check_message_blocks(args.get("blocks")) if args.get("blocks") else []
    if not text:
        raise Refusal("no_text", "`text` must be set, also beside blocks")
    check_message_size(text, blocks)
    check_links(text, blocks)
    check_pictures(blocks, world)
    return text, blocks


def check_pictures(blocks: list[Json], world: World) -> None:
    """A picture by slack_file must be one that was uploaded, and that Slack has processed."""
    parts = [part for block in blocks for part in (block, *elements_of(block))]
    wanted = [part["slack_file"]["id"] for part in parts if "slack_file" in part]
    if wanted:
        world.require("files:read")
    now = world.clock.now()
    ready = {upload.id for upload in world.uploads.values() if upload.complete and now >= upload.ready_at}
    missing = [file_id for file_id in wanted if file_id not in ready]
    if missing:
        raise Refusal("invalid_blocks", *(f"invalid slack file: {file_id}" for file_id in missing))


def thread_of(args: Args, channel: Channel, world: World) -> str | None:
    """The parent to answer under; a reply's own timestamp is refused."""
    thread_ts = args.text("thread_ts") or None
    if not thread_ts:
        return None
    parent = world.message(channel, thread_ts, "thread_not_found")
    if parent.thread_ts:
        raise Refusal("cannot_reply_to_message", "thread_ts must be the parent's, not a reply's")
    if parent.thread_locked:
        raise Refusal("restricted_action_thread_locked", "an administrator locked it")
    return thread_ts


def post_message(world: World, args: Args) -> Json:
    channel_id = args.text("channel")
    to_person = channel_id in world.people
    channel = world.direct_message(channel_id) if to_person else world.writable_channel(channel_id)
    text, blocks = message_content(args, world)
    if "metadata" in args:
        check_metadata(args.get("metadata"))
    if args.flag("reply_broadcast") and not args.get("thread_ts"):
        raise Refusal("invalid_arguments", "reply_broadcast without thread_ts")
    message = world.add_message(
        channel,
        world.bot_user_id,
        text,
        blocks,
        thread_ts=thread_of(args, channel, world),
        bot_id=world.bot_id,
        metadata=args.get("metadata"),
        broadcast=args.flag("reply_broadcast"),
        unfurls=not all(args.get(name) in (False, "false", "0") for name in ("unfurl_links", "unfurl_media")),
    )
    return {"channel": channel.id, "ts": message.ts, "message": message.payload()}


def update_message(world: World, args: Args) -> Json:
    channel = world.writable_channel(args.text("channel"))
    message = world.message(channel, args.text("ts"))
    if message.user != world.bot_user_id:
        raise Refusal("cant_update_message", "not a message of this app")
    if message.edit_window_closed:
        raise Refusal("edit_window_closed", "the workspace's settings forbid changes by now")
    if "metadata" in args:
        check_metadata(args.get("metadata"))
    rewrite(world, message, args)
    message.metadata = args.get("metadata") or message.metadata
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": message.payload()}


def delete_message(world: World, args: Args) -> Json:
    """Only what this app said, where it still is a member; replies under it stay."""
    channel = world.writable_channel(args.text("channel"))
    message = world.message(channel, args.text("ts"))
    if message.user != world.bot_user_id:
        raise Refusal("cant_delete_message", "not a message of this app")
    message.deleted = True
    return {"channel": channel.id, "ts": message.ts}


def rewrite(world: World, message: Message, args: Args) -> None:
    """New text and blocks for a message; text alone takes the blocks away."""
    text, blocks = message_content(args, world)
    if len(text) > UPDATE_CHARACTERS:
        raise Refusal("msg_too_long", f"{len(text)} characters, at most {UPDATE_CHARACTERS} in an update")
    check_new_block_ids(message.blocks, blocks)
    message.rewrite(text, world.with_ids(blocks), {"user": world.bot_user_id, "ts": world.clock.stamp()})
    world.shows(message.place, message.blocks)


def post_ephemeral(world: World, args: Args) -> Json:
    channel = world.writable_channel(args.text("channel"))
    user_id = args.text("user")
    if user_id not in channel.members:
        raise Refusal("user_not_in_channel", user_id)
    text, blocks = message_content(args, world)
    thread_ts = thread_of(args, channel, world)
    return {"message_ts": whisper(world, channel, user_id, text, blocks, thread_ts).ts}


def whisper(
    world: World, channel: Channel, user_id: str, text: str, blocks: list[Json], thread_ts: str | None = None
) -> Message:
    """A message only one person sees."""
    return world.add_message(
        channel, world.bot_user_id, text, blocks, bot_id=world.bot_id, only_for=user_id, thread_ts=thread_ts
    )


def get_permalink(world: World, args: Args) -> Json:
    channel = world.joined_channel(args.text("channel"))
    message = world.message(channel, args.text("message_ts"))
    link = f"https://politie-oefening.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    thread = f"?thread_ts={message.thread_ts}&cid={channel.id}" if message.thread_ts else ""
    return {"channel": channel.id, "permalink": link + thread}
