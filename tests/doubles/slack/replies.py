"""Messages that answer an action: through its response_url, or inside the acknowledgement of a command."""

from .args import Args
from .chat import message_content, rewrite, thread_of, whisper
from .records import ReplyUrl
from .rules import Json
from .surfaces import Refusal, check_metadata
from .world import World

LIFETIME_SECONDS = 30 * 60
USES = 5
KNOWN = {
    *("text", "blocks", "response_type", "replace_original", "delete_original"),
    *("thread_ts", "metadata", "unfurl_links", "unfurl_media"),
}


def use_reply_url(world: World, url_id: str, body: Json) -> Json:
    """One of the five uses within thirty minutes."""
    url = world.reply_urls.get(url_id)
    if url is None:
        raise Refusal("no_service", "no such response_url")
    if world.clock.now() - url.given_at > LIFETIME_SECONDS:
        raise Refusal("expired_url", "a response_url lives 30 minutes")
    if url.uses >= USES:
        raise Refusal("used_url", "a response_url works 5 times")
    url.uses += 1
    reply(world, url, body)
    return {}


def reply(world: World, url: ReplyUrl, body: Json) -> None:
    """Replace or delete the original, or say something new: to one person unless it asks for `in_channel`."""
    unknown = sorted(set(body) - KNOWN)
    if unknown:
        raise Refusal("invalid_arguments", f"unknown fields: {', '.join(unknown)}")
    args = Args(body)
    if args.flag("delete_original") or args.flag("replace_original"):
        _change_original(world, url, args)
    else:
        _say(world, url, args)


def _change_original(world: World, url: ReplyUrl, args: Args) -> None:
    if url.message is None or url.message.deleted:
        raise Refusal("invalid_arguments", "there is no original message")
    if args.flag("delete_original"):
        url.message.deleted = True
    else:
        rewrite(world, url.message, args)


def _say(world: World, url: ReplyUrl, args: Args) -> None:
    kind = args.text("response_type", "ephemeral")
    if kind not in {"ephemeral", "in_channel"}:
        raise Refusal("invalid_arguments", f"response_type {kind!r}")
    text, blocks = message_content(args, world)
    thread_ts = thread_of(args, url.channel, world)
    if "metadata" in args:
        check_metadata(args.get("metadata"))
    if kind == "ephemeral":
        whisper(world, url.channel, url.user_id, text, blocks, thread_ts)
    else:
        world.add_message(
            url.channel,
            world.bot_user_id,
            text,
            blocks,
            thread_ts=thread_ts,
            bot_id=world.bot_id,
            metadata=args.get("metadata"),
        )
