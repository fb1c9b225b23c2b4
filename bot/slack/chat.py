"""The Chat port on Slack's Web API. Posts are never repeated by the client itself: the outbox does that, knowingly."""

from collections.abc import Callable
from http.client import HTTPException
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.slack.alert_message import build_alert_message
from bot.slack.batch_message import build_batch_message, build_note
from bot.slack.blocks import Block, section
from bot.slack.flood_message import build_flood_message
from bot.slack.lead_message import build_lead_message, build_leads_message
from bot.slack.reply_message import build_reply_message
from bot.texts import Texts
from bot.workflow.cards import (
    AlertCard,
    BatchCard,
    Channel,
    FloodCard,
    LeadCard,
    LeadsCard,
    MessageRef,
    Note,
    ReplyCard,
)
from bot.workflow.ports import AnswerLost, ChatDown, ChatRefused

EVENT_TYPE = "burgernetmail"
REFUSED_FOR_GOOD = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_too_long", "no_text", "invalid_arguments", "cant_update_message"}
    | {"metadata_too_large", "too_many_attachments", "thread_not_found"}
)
"""The content is at fault. Anything else (a token, a channel, a membership) can be mended: the post waits for that."""
GONE = frozenset({"message_not_found", "edit_window_closed"})
MAYBE_DONE = frozenset({"internal_error", "fatal_error", "request_timeout", "service_unavailable"})


class SlackChat:
    """Posts and updates messages in the four channels, in the team's language."""

    def __init__(
        self, client: WebClient, channels: dict[Channel, str], texts: Texts, *, exercise: bool = False
    ) -> None:
        self._client = client
        self._channels = channels
        self._texts = texts
        self._exercise = exercise

    def show_alert(self, card: AlertCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the intake message; without its map where Slack can't show that picture (yet)."""
        text, blocks = build_alert_message(self._texts, card)
        try:
            return self._show(Channel.INTAKE, text, blocks, at, key)
        except ChatRefused:
            without = [block for block in blocks if block["type"] != "image"]
            if len(without) == len(blocks):
                raise
            return self._show(Channel.INTAKE, text, without, at, key)

    def show_reply(self, card: ReplyCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the triage message."""
        return self._show(Channel.TRIAGE, *build_reply_message(self._texts, card), at, key)

    def show_flood(self, card: FloodCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the one message of a flood."""
        return self._show(Channel.TRIAGE, *build_flood_message(self._texts, card), at, key)

    def show_leads(self, card: LeadsCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the parent message of an alert's leads."""
        return self._show(Channel.BURGLARY, *build_leads_message(self._texts, card), at, key)

    def show_lead(self, card: LeadCard, parent: MessageRef, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update a lead in its thread."""
        return self._show(Channel.BURGLARY, *build_lead_message(self._texts, card), at, key, thread_ts=parent.ts)

    def show_batch(self, card: BatchCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the question about a lost batch."""
        return self._show(Channel.SUPERVISION, *build_batch_message(self._texts, card), at, key)

    def add_note(self, note: Note, thread: MessageRef, key: str) -> None:
        """A line in a thread."""
        text, blocks = build_note(self._texts, note)
        self._post(thread.channel_id, text, blocks, key, thread_ts=thread.ts)

    def post_note(self, channel: Channel, note: Note, key: str) -> None:
        """A message of one line in a channel."""
        self._post(self._channels[channel], *build_note(self._texts, note), key)

    def _show(
        self, channel: Channel, text: str, blocks: list[Block], at: MessageRef | None, key: str, thread_ts: str = ""
    ) -> MessageRef:
        if self._exercise:
            text, blocks = marked(self._texts, text, blocks)
        if at is None:
            return self._post(self._channels[channel], text, blocks, key, thread_ts)
        try:
            _called(lambda: self._client.chat_update(channel=at.channel_id, ts=at.ts, text=text, blocks=blocks))
        except MessageGone:
            return self._post(self._channels[channel], text, blocks, key, thread_ts)
        return at

    def _post(self, channel_id: str, text: str, blocks: list[Block], key: str, thread_ts: str = "") -> MessageRef:
        answer = _called(
            lambda: self._client.chat_postMessage(
                channel=channel_id,
                text=text,
                blocks=blocks,
                thread_ts=thread_ts or None,
                unfurl_links=False,
                unfurl_media=False,
                metadata={"event_type": EVENT_TYPE, "event_payload": {"key": key}},
            )
        )
        return MessageRef(str(answer["channel"]), str(answer["ts"]))

    def upload_picture(self, png: bytes, name: str, description: str) -> str:
        """The id of an uploaded picture that messages can show."""
        answer = _called(lambda: self._client.files_upload_v2(content=png, filename=name, alt_txt=description))
        return str(answer["file"]["id"])

    def find(self, channel: Channel, key: str, thread: MessageRef | None) -> MessageRef | None:
        """The message that an earlier try posted, if it did: among the last hundred."""
        channel_id = self._channels[channel]
        if thread:
            answer = _called(
                lambda: self._client.conversations_replies(
                    channel=channel_id, ts=thread.ts, include_all_metadata=True, limit=100
                )
            )
        else:
            answer = _called(
                lambda: self._client.conversations_history(channel=channel_id, include_all_metadata=True, limit=100)
            )
        messages: list[dict[str, Any]] = answer["messages"]
        found = (message["ts"] for message in messages if _key_of(message) == key)
        ts = next(found, None)
        return MessageRef(channel_id, ts) if ts else None

    def link(self, ref: MessageRef) -> str:
        """The permanent link of a message."""
        return str(
            _called(lambda: self._client.chat_getPermalink(channel=ref.channel_id, message_ts=ref.ts))["permalink"]
        )


def marked(_: Texts, text: str, blocks: list[Block]) -> tuple[str, list[Block]]:
    """A message of an exercise says so first, so that nobody takes it for a case."""
    told = _("EXERCISE: only addresses on the allow-list get mail.")
    return f"{told} {text}", [section(f":construction: *{told}*"), *blocks]


class MessageGone(Exception):
    """Somebody deleted the message."""


def _key_of(message: dict[str, Any]) -> str:
    return str(message.get("metadata", {}).get("event_payload", {}).get("key", ""))


def _called(call: Callable[[], SlackResponse]) -> SlackResponse:
    """Make a call and tell apart: certainly not done, perhaps done, refused for good."""
    try:
        return call()
    except SlackApiError as error:
        raise _meaning_of(error) from None
    except URLError as error:
        if isinstance(error.reason, ConnectionRefusedError) or "Name or service" in str(error.reason):
            raise ChatDown("slack can't be reached") from None
        raise AnswerLost(type(error.reason).__name__) from None
    except (OSError, HTTPException) as error:
        raise AnswerLost(type(error).__name__) from None


def _meaning_of(error: SlackApiError) -> Exception:
    response = error.response
    status, code = response.status_code, str(response.get("error", "")) if isinstance(response.data, dict) else ""
    if status == 429:
        return ChatDown("ratelimited", float(response.headers.get("Retry-After", 1)))
    if code in GONE:
        return MessageGone()
    if code in REFUSED_FOR_GOOD:
        messages = response.get("response_metadata", {}).get("messages", [])
        return ChatRefused(": ".join([code, *messages[:2]]))
    if status >= 500 or code in MAYBE_DONE:
        return AnswerLost(code or str(status))
    return ChatDown(code or str(status))
