"""files.*: ask for an address, upload, complete; the message with the file follows a moment later."""

from collections.abc import Callable
from functools import partial

from .args import Args
from .chat import thread_of
from .records import Upload
from .rules import Json
from .surfaces import Refusal
from .world import World

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


def get_upload_url(world: World, args: Args) -> Json:
    name, length, alt_txt = args.text("filename"), args.number("length", 0), args.text("alt_txt")
    if not name or length < 1:
        raise Refusal("invalid_arguments", "filename and a length of at least 1")
    if name.lower().endswith(PICTURES) and not alt_txt:
        raise Refusal("invalid_arguments", "a picture needs alt_txt")
    upload = Upload(world.new_id("F"), name, length, alt_txt)
    world.uploads[upload.id] = upload
    return {"upload_url": f"{world.base_url}/upload/{upload.id}", "file_id": upload.id}


def take_upload(world: World, file_id: str, content: bytes) -> None:
    """The bytes themselves, as many as were announced."""
    upload = world.uploads.get(file_id)
    if upload is None or upload.content is not None:
        raise Refusal("file_not_found", file_id)
    if len(content) != upload.length:
        raise Refusal("length_mismatch", f"announced {upload.length} bytes, got {len(content)}")
    upload.content = content


def info(world: World, args: Args) -> Json:
    """Where a file can be fetched, with the bot's token."""
    upload = world.uploads.get(args.text("file"))
    if upload is None or not upload.complete:
        raise Refusal("file_not_found", args.text("file"))
    if upload.deleted:
        raise Refusal("file_deleted", upload.id)
    address = f"{world.base_url}/files-pri/{world.team_id}-{upload.id}/{upload.name}"
    return {"file": {**upload.whole(), "url_private": address, "url_private_download": address}}


def download(world: World, path: str, authorization: str, bot_token: str) -> bytes | None:
    """What a file holds; None where Slack would show its sign-in page."""
    if authorization != f"Bearer {bot_token}" or "files:read" not in world.scopes:
        return None
    upload = world.uploads.get(path.partition("/")[0].rpartition("-")[2])
    if upload is None or upload.deleted or upload.content is None:
        raise Refusal("file_not_found", path)
    return upload.content


def complete_upload(world: World, args: Args) -> Json:
    uploads = [_uploaded(world, item) for item in args.get("files") or []]
    if not uploads:
        raise Refusal("invalid_arguments", "files must name at least one file")
    share = _sharing(world, args, uploads) if "channel_id" in args else None
    for upload in uploads:
        upload.complete, upload.ready_at = True, world.clock.now() + world.picture_seconds
    if share:
        world.later(share)
    return {"files": [upload.whole() for upload in uploads]}


def _uploaded(world: World, item: Json) -> Upload:
    upload = world.uploads.get(item.get("id", ""))
    if upload is None or upload.content is None or upload.complete:
        raise Refusal("file_not_found", str(item.get("id")))
    upload.name = item.get("title") or upload.name
    return upload


def _sharing(world: World, args: Args, uploads: list[Upload]) -> Callable[[], object]:
    channel = world.writable_channel(args.text("channel_id"))
    return partial(
        world.add_message,
        channel,
        world.bot_user_id,
        args.text("initial_comment"),
        [],
        thread_ts=thread_of(args, channel, world),
        bot_id=world.bot_id,
        files=[upload.payload() for upload in uploads],
    )
