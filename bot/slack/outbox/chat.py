"""Messages through Slack's Web API. The client never repeats a post by itself: the outbox does, knowingly."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cached_property, partial
from typing import Any

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.domain.participants.campaigns import CampaignCard
from bot.domain.replies.urgent.urgency import is_pressing
from bot.records.alerts import AlertCard, Hint, HintCard, RepeatCard
from bot.records.chat import Channel, MessageRef, Note
from bot.records.day_monitor import DayMonitorCard, DivisionCard
from bot.records.desk import OverdueCard
from bot.records.figures import ReachCard, ReportCard, ReportFile
from bot.records.leads import LeadCard, LeadsCard
from bot.records.mailings import BatchCard
from bot.records.outbox import StandstillCard, StuckCard
from bot.records.replies import FloodCard, ReplyCard
from bot.slack.alerts.alert_message import build_alert_message
from bot.slack.alerts.batch_message import build_batch_message, build_note
from bot.slack.alerts.hint_message import build_hint
from bot.slack.alerts.repeats.repeat_message import build_repeat_message
from bot.slack.blocks import Block, section
from bot.slack.calls import MessageFixed, MessageGone, called, refusing_picture
from bot.slack.day_monitor.day_monitor_message import build_day_monitor_message
from bot.slack.day_monitor.division_message import build_division_message
from bot.slack.desk.reminder_message import build_reminder_message
from bot.slack.figures.report_message import build_report_message
from bot.slack.leads.lead_message import build_lead_message, build_leads_message, build_recalled_lead
from bot.slack.outbox.standstill_message import build_standstill_message
from bot.slack.outbox.stuck_message import build_stuck_message
from bot.slack.participants.campaign_message import build_campaign_message
from bot.slack.participants.reach_message import build_reach_message
from bot.slack.replies.flood_message import build_flood_message
from bot.slack.replies.follow_up_message import build_follow_up_message
from bot.slack.replies.reply_message import build_reply_message
from bot.texts import Texts, texts
from bot.workflow.ports import ChatMisconfigured, ChatRefused

EVENT_TYPE = "burgernetmail"
PAGE, MOST_PAGES = 200, 20
CLOCKS_APART = timedelta(minutes=5)
"""A post is searched from this long before it was owed, since Slack's clock may differ from ours."""


class SlackChat:
    """Posts and updates messages in the four channels, in the team's language.

    `allowed` raises right before a call that must not be made twice, where this copy may no longer make it.
    """

    def __init__(
        self,
        client: WebClient,
        channels: Mapping[Channel, str],
        texts: Texts,
        allowed: Callable[[], None] = lambda: None,
        *,
        exercise: bool = False,
        urgent_mention: str = "",
    ) -> None:
        self._client = client
        self._channels = channels
        self._texts = texts
        self._allowed = allowed
        self._exercise = exercise
        self._urgent_mention = urgent_mention

    def show_alert(self, card: AlertCard, at: MessageRef | None, key: str) -> MessageRef:
        with refusing_picture(card.alert.map_file_id):
            return self._show(Channel.INTAKE, *build_alert_message(self._texts, card), at, key)

    def show_division(self, card: DivisionCard, at: MessageRef | None, key: str) -> MessageRef:
        return self._show(Channel.INTAKE, *build_division_message(self._texts, card), at, key)

    def show_repeat(self, card: RepeatCard, at: MessageRef | None, key: str) -> MessageRef:
        return self._show(Channel.INTAKE, *build_repeat_message(self._texts, card), at, key)

    def show_reply(self, card: ReplyCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the triage message; only the post calls anybody."""
        gone, mention = card.reply.erased_at is not None, self._mention(card, at)
        return self._show(Channel.TRIAGE, *build_reply_message(self._texts, card, mention), at, key, gone=gone)

    def show_follow_up(self, card: ReplyCard, parent: MessageRef, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update what the citizen wrote later, in the thread of their reply; what is urgent in the channel too.

        In a thread alone `<!here>` would reach nobody who does not follow it.
        """
        drawn = build_follow_up_message(self._texts, card, self._mention(card, at))
        aloud = at is None and card.may_call and is_pressing(card.reply)
        return self._show(Channel.TRIAGE, *drawn, at, key, thread_ts=parent.ts, aloud=aloud)

    def _mention(self, card: ReplyCard, at: MessageRef | None) -> str:
        return "" if at or not card.may_call else self._urgent_mention

    def show_flood(self, card: FloodCard, at: MessageRef | None, key: str) -> MessageRef:
        return self._show(Channel.TRIAGE, *build_flood_message(self._texts, card), at, key)

    def show_leads(self, card: LeadsCard, at: MessageRef | None, key: str) -> MessageRef:
        return self._show(Channel.BURGLARY, *build_leads_message(self._texts, card), at, key)

    def show_lead(self, card: LeadCard, parent: MessageRef, at: MessageRef | None, key: str) -> MessageRef:
        gone, drawn = card.reply.erased_at is not None, build_lead_message(self._texts, card)
        return self._show(Channel.BURGLARY, *drawn, at, key, thread_ts=parent.ts, gone=gone)

    def show_recalled(self, at: MessageRef, key: str) -> MessageRef:
        return self._show(Channel.BURGLARY, *build_recalled_lead(self._texts), at, key, gone=True)

    def show_batch(self, card: BatchCard, at: MessageRef | None, key: str) -> MessageRef:
        return self._show(Channel.SUPERVISION, *build_batch_message(self._texts, card), at, key)

    def show_standstill(self, card: StandstillCard, at: MessageRef | None, key: str) -> MessageRef:
        return self._show(Channel.SUPERVISION, *build_standstill_message(self._texts, card), at, key)

    def show_stuck(self, card: StuckCard | None, at: MessageRef | None, key: str) -> MessageRef:
        return self._show(Channel.SUPERVISION, *build_stuck_message(self._texts, card), at, key)

    def show_day_monitor(self, card: DayMonitorCard, at: MessageRef | None, key: str) -> MessageRef:
        drawn = build_day_monitor_message(self._texts, card)
        try:
            return self._show(Channel.SUPERVISION, *drawn, at, key, thread_ts=card.thread_ts)
        except ChatRefused as refusal:
            if not str(refusal).startswith("thread_not_found"):
                raise
            return self._show(Channel.SUPERVISION, *drawn, at, key)

    def show_report(self, card: ReportCard | ReachCard, at: MessageRef | None, key: str) -> MessageRef:
        with refusing_picture(card.posted.picture_file_id):
            if isinstance(card, ReachCard):
                return self._show(Channel.SUPERVISION, *build_reach_message(self._texts, card), at, key)
            channel = Channel.PROJECT_LEADER if card.for_leader else Channel.SUPERVISION
            return self._show(channel, *build_report_message(self._texts, card), at, key)

    def show_campaign(self, card: CampaignCard, at: MessageRef | None, key: str) -> MessageRef:
        return self._show(Channel.SUPERVISION, *build_campaign_message(self._texts, card), at, key)

    def share_files(self, files: Sequence[ReportFile], thread: MessageRef) -> None:
        self._allowed()
        uploads: list[dict[str, Any]] = [{"content": file.content, "filename": file.name} for file in files]
        called(
            lambda: self._client.files_upload_v2(file_uploads=uploads, channel=thread.channel_id, thread_ts=thread.ts)
        )

    def has_file(self, thread: MessageRef, name: str) -> bool:
        messages = self._pages({"channel": thread.channel_id, "ts": thread.ts})
        return any(file.get("name") == name for message in messages for file in message.get("files") or [])

    def add_note(self, note: Note, thread: MessageRef, key: str) -> None:
        text, blocks = build_note(self._texts, note)
        self._post(thread.channel_id, text, blocks, key, thread_ts=thread.ts)

    def post_note(self, channel: Channel, note: Note, key: str) -> None:
        self._post(self._channels[channel], *build_note(self._texts, note), key)

    def remind(self, channel: Channel, card: OverdueCard, now: datetime, key: str) -> None:
        """Tell a channel what lies still, and in the intake channel those whose turn it is."""
        intake, own = channel is Channel.INTAKE, channel is not Channel.SUPERVISION
        told = build_reminder_message(self._texts, card, now, mention=intake, deeds=own)
        self._post(self._channels[channel], *told, key)

    def hint(self, card: HintCard) -> None:
        text, blocks = build_hint(texts(card.locale), card)
        at, who = card.at, card.person_id
        thread = at.ts if card.hint is Hint.AGREED else None
        self._allowed()
        try:
            called(
                lambda: self._client.chat_postEphemeral(
                    channel=at.channel_id, user=who, thread_ts=thread, text=text, blocks=blocks
                )
            )
        except ChatMisconfigured as wrong:
            if str(wrong) != "user_not_in_channel":
                raise

    def show(self, channel: Channel, drawn: tuple[str, list[Block]], at: MessageRef | None, key: str) -> MessageRef:
        """Post or update a message that somebody else drew."""
        return self._show(channel, *drawn, at, key)

    def _show(
        self,
        channel: Channel,
        text: str,
        blocks: list[Block],
        at: MessageRef | None,
        key: str,
        thread_ts: str = "",
        *,
        gone: bool = False,
        aloud: bool = False,
    ) -> MessageRef:
        """A message that can't be changed stays, and its news goes into its thread: never a second message beside it.

        `gone`: its words have to go. Then what can't be changed is deleted, and what was deleted stays away.
        """
        if self._exercise:
            text, blocks = marked(self._texts, text, blocks)
        if at is None:
            return self._post(self._channels[channel], text, blocks, key, thread_ts, aloud=aloud)
        try:
            called(lambda: self._client.chat_update(channel=at.channel_id, ts=at.ts, text=text, blocks=blocks))
        except MessageGone:
            return at if gone else self._post(self._channels[channel], text, blocks, key, thread_ts)
        except MessageFixed:
            if gone:
                self._delete(at)
                return at
            self._post(at.channel_id, text, blocks, key, thread_ts or at.ts)
        return at

    def _post(
        self, channel_id: str, text: str, blocks: list[Block], key: str, thread_ts: str = "", *, aloud: bool = False
    ) -> MessageRef:
        self._allowed()
        answer = called(
            lambda: self._client.chat_postMessage(
                channel=channel_id,
                text=text,
                blocks=blocks,
                thread_ts=thread_ts or None,
                reply_broadcast=True if aloud else None,
                unfurl_links=False,
                unfurl_media=False,
                metadata={"event_type": EVENT_TYPE, "event_payload": {"key": key}},
            )
        )
        return MessageRef(str(answer["channel"]), str(answer["ts"]))

    def clear_thread(self, thread: MessageRef) -> None:
        try:
            posts = list(self._pages({"channel": thread.channel_id, "ts": thread.ts}))
        except ChatRefused as refusal:
            if str(refusal).startswith("thread_not_found"):
                return
            raise
        for post in posts:
            if post.get("user") == self._me and post["ts"] != thread.ts:
                self._delete(MessageRef(thread.channel_id, str(post["ts"])))

    @cached_property
    def _me(self) -> str:
        return str(called(self._client.auth_test)["user_id"])

    def _delete(self, ref: MessageRef) -> None:
        with suppress(MessageGone):
            called(lambda: self._client.chat_delete(channel=ref.channel_id, ts=ref.ts))

    def upload_picture(self, png: bytes, name: str, description: str) -> str:
        answer = called(lambda: self._client.files_upload_v2(content=png, filename=name, alt_txt=description))
        return str(answer["file"]["id"])

    def find(self, channel: Channel, key: str, thread: MessageRef | None, since: datetime) -> MessageRef | None:
        """The message that an earlier try posted after `since`, if it did: among at most 4,000."""
        channel_id = self._channels[channel]
        where = {"channel": channel_id, "oldest": f"{(since - CLOCKS_APART).timestamp():.6f}"}
        messages = self._pages({**where, "ts": thread.ts} if thread else where)
        found = (str(message["ts"]) for message in messages if _key_of(message) == key)
        ts = next(found, None)
        return MessageRef(channel_id, ts) if ts else None

    def _pages(self, where: dict[str, str]) -> Iterator[dict[str, Any]]:
        """A channel comes newest first, a thread (`ts`) oldest first; either a page at a time."""
        cursor: str | None = None
        for _ in range(MOST_PAGES):
            answer = called(partial(self._page, where, cursor))
            yield from answer["messages"]
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return

    def _page(self, where: dict[str, Any], cursor: str | None) -> SlackResponse:
        asked = {**where, "cursor": cursor, "limit": PAGE, "include_all_metadata": True}
        return (
            self._client.conversations_replies(**asked)
            if "ts" in where
            else self._client.conversations_history(**asked)
        )

    def link(self, ref: MessageRef) -> str:
        return str(
            called(lambda: self._client.chat_getPermalink(channel=ref.channel_id, message_ts=ref.ts))["permalink"]
        )


def marked(_: Texts, text: str, blocks: list[Block]) -> tuple[str, list[Block]]:
    """A message of an exercise says so first, so that nobody takes it for a case."""
    told = _("EXERCISE: only addresses on the allow-list get mail.")
    return f"{told} {text}", [section(f":construction: *{told}*"), *blocks]


def _key_of(message: dict[str, Any]) -> str:
    return str(message.get("metadata", {}).get("event_payload", {}).get("key", ""))
