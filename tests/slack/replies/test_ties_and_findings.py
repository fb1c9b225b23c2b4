"""What belongs together and what was found, at their longest and most hostile: within Slack's limits, and harmless."""

from dataclasses import replace

import pytest
from slack_sdk import WebClient

from bot.domain.replies.mentions import Mention, MentionKind
from bot.records.chat import MessageRef
from bot.records.leads import LeadCard
from bot.records.pages import Page
from bot.records.replies import ReplyCard, Tie
from bot.records.searches import Found, FoundKind
from bot.slack.desk.finding_message import build_findings
from bot.slack.outbox.chat import SlackChat
from bot.slack.replies.tie_message import tie_lines
from bot.texts import texts
from bot.workflow.desk.finding import Findings
from tests.domain.samples import ALERT, NOON
from tests.doubles.slack import Channel as Room
from tests.doubles.slack import SlackDouble
from tests.slack.longest import HOSTILE, LEAD, LONG, REPLY, harmless

LINK = "https://slack.example/archives/C1/p1"


def tie(kind: MentionKind, value: str, number: int = 31, reference: str = "") -> Tie:
    return Tie(Mention(kind, value), number, reference or f"BM-2026-{number:04}", LINK)


MANY = tuple(
    tie(kind, value, number)
    for kind, value in (
        (MentionKind.PLATE, "12GBK3"),
        (MentionKind.WORD, HOSTILE * 5),
        (MentionKind.EMAIL, "<!here>@example.nl"),
        (MentionKind.PHONE, "+31612345678"),
    )
    for number in (31, 32, 33)
)


def test_a_reply_and_a_lead_with_more_ties_than_are_told(chat: SlackChat, room: Room) -> None:
    card = ReplyCard(REPLY, ALERT, LINK, "Kattenbroek", 40, None, ties=MANY)
    parent = chat.show_reply(card, None, "o1")
    chat.show_lead(LeadCard(LEAD, REPLY, ties=MANY), MessageRef(room.id, parent.ts), None, "o2")
    harmless(room)
    for message in (room.messages[0], room.messages[0].thread[0]):
        assert message.plain().count("🔗") == 3
        assert "en nog 9" in message.plain() or "and 9 more" in message.plain()


def test_an_alert_is_named_once_for_each_thing_by_its_newest_reply() -> None:
    older = replace(tie(MentionKind.PLATE, "12GBK3"), subject_id=1, link=f"{LINK}0")
    stray = tie(MentionKind.PLATE, "12GBK3", 5)
    ties = (tie(MentionKind.PLATE, "12GBK3"), older, replace(stray, reference="", link=""))
    assert tie_lines(texts("nl"), ties) == [
        f"🔗 Kenteken 12-GBK-3 ook genoemd bij <{LINK}|BM-2026-0031>",
        "🔗 Kenteken 12-GBK-3 ook genoemd bij een reactie zonder bekende alertering",
    ]
    assert tie_lines(texts("nl"), ()) == []


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_findings_at_their_longest(slack: SlackDouble, room: Room, locale: str) -> None:
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    found = [
        Found(kind, reference, HOSTILE, NOON, LINK, state, LONG[:5000])
        for kind, states in (
            (FoundKind.ALERT, ("sent", "withdrawn")),
            (FoundKind.REPLY, ("open", "handled", "")),
            (FoundKind.LEAD, ("usable", "")),
        )
        for state in states
        for reference in ("BM-2026-0031", "")
    ]
    text, blocks = build_findings(
        texts(locale), Findings("x" * 500, Page((*found,)[:10], 11, 10_054, ("m" * 60, "m" * 60)), citizens=True)
    )
    client.chat_postMessage(channel=room.id, text=text, blocks=blocks, unfurl_links=False, unfurl_media=False)
    harmless(room)
