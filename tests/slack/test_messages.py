"""Every message within Slack's limits, however long and hostile what people wrote; nothing of it does anything."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from freezegun import freeze_time
from slack_sdk import WebClient

from bot.domain.alerts.alerts import Alert, AlertStatus, CaseResult
from bot.domain.alerts.mailings import Hitch, Progress
from bot.domain.alerts.offences import Offence
from bot.domain.guard.findings import Finding, FindingKind
from bot.domain.replies.replies import Caution, CautionKind, LetterStatus, ReplyLabel, SenderCheck
from bot.records.chat import Channel, MessageRef, Note
from bot.records.leads import LeadCard, LeadLine, LeadsCard, NearbyCase
from bot.records.mailings import BatchCard
from bot.records.outbox import StuckCard
from bot.records.replies import FloodCard, FloodLine, FloodPage, ReplyCard
from bot.slack.alerts.approval_modal import build_approval
from bot.slack.alerts.offence_modal import build_offence, build_offence_choice
from bot.slack.alerts.outcome_modal import build_outcome
from bot.slack.alerts.preview_modal import build_findings, build_preview
from bot.slack.alerts.request_modal import (
    build_request,
    empty_values,
    parse_request,
    values_of,
)
from bot.slack.blocks import escape, in_pieces, shortened
from bot.slack.desk.menu_message import WORDS, build_unknown
from bot.slack.outbox.chat import SlackChat
from bot.slack.replies.flood_message import build_flood
from bot.texts import texts
from bot.workflow.alerts.offering import NEW
from bot.workflow.alerts.requesting import FormContext
from bot.workflow.ports import AnswerLost, ChatDown, ChatMisconfigured, ChatRefused, MessageRefused
from bot.workflow.replies.triaging import FLOOD_PAGE
from tests.domain.samples import ALERT, CONTENT, NOON
from tests.doubles.slack import Channel as Room
from tests.doubles.slack import SlackDouble
from tests.doubles.slack.surfaces import Refusal
from tests.slack.longest import (
    ALERTS,
    CROWDED,
    CROWDED_OFFENCES,
    HOSTILE,
    LEAD,
    LONG,
    MUCH_KEPT,
    REPLY,
    card_of,
    harmless,
    long_preview,
    longest,
    opened,
)


def test_a_window_says_once_what_is_the_same() -> None:
    three, nl = datetime(2026, 1, 28, 2, tzinfo=UTC), texts("nl")
    with freeze_time("2026-02-01"):
        assert nl.window(three, three) == "wo 28 jan, 3.00"
        assert nl.window(three, three + timedelta(hours=1)) == "wo 28 jan, 3.00-4.00"
        assert nl.window(three, three + timedelta(hours=22)) == "wo 28 jan, 3.00 - do 29 jan, 1.00"
        assert nl.second(three) == "3.00.00"


def test_the_year_is_named_where_it_is_another_one() -> None:
    moment = datetime(2026, 1, 28, 2, tzinfo=UTC)
    with freeze_time("2027-01-01"):
        assert texts("nl").moment(moment) == "wo 28 jan 2026, 3.00"
        assert texts("en").moment(moment) == "Wed 28 Jan 2026, 03:00"


@pytest.mark.parametrize("alert", ALERTS, ids=lambda alert: f"{alert.status}-{alert.about_id}")
def test_an_alert_at_its_longest(chat: SlackChat, room: Room, alert: Alert) -> None:
    progress = Progress(10_054, 3_200, refused=7, unknown=1_000, delivered=3_000, bounced=31, complaints=2)
    told: dict[str, Any] = {
        "overlaps": ("BM-2026-0002",) * 5,
        "hitches": dict.fromkeys(Hitch, 2000),
    }
    card = replace(card_of(alert, 10_054, progress), replies=12, open_replies=3, about_link="https://s.example", **told)
    ref = chat.show_alert(card, None, "o1")
    assert chat.show_alert(card, ref, "o1") == ref
    assert chat.find(Channel.INTAKE, "o1", None, NOON) == ref
    harmless(room)


def test_an_approved_alert_says_who_and_how_far(chat: SlackChat, room: Room) -> None:
    alert = replace(ALERT, status=AlertStatus.APPROVED, approver_name="Bram", approved_at=NOON)
    chat.show_alert(card_of(alert, 10_054, Progress(10_054, 3_200, 0, 0)), None, "o1")
    told = room.messages[-1].plain()
    assert "Bram" in told
    assert "3.200 van 10.054" in told or "3,200 of 10,054" in told


def test_a_held_alert_says_until_when_and_offers_stop(chat: SlackChat, room: Room) -> None:
    alert = replace(ALERT, status=AlertStatus.APPROVED, approver_name="Bram", approved_at=NOON)
    card = card_of(alert, 52, Progress(52, 0, 0, 0))
    ref = chat.show_alert(replace(card, held_until=NOON + timedelta(seconds=30)), None, "o1")
    assert re.search(r"13[.:]00[.:]30", room.messages[-1].plain())
    assert room.messages[-1].buttons == ["Stop"]
    chat.show_alert(card, ref, "o1")
    assert "Stop" not in room.messages[-1].buttons


@pytest.mark.parametrize("label", ReplyLabel)
def test_a_reply_at_its_longest(chat: SlackChat, room: Room, label: ReplyLabel) -> None:
    shown = replace(REPLY, label=label, answer_status=LetterStatus.UNKNOWN, answered_by_name=HOSTILE)
    card = ReplyCard(shown, ALERT, "https://slack.example/1", HOSTILE, 165, LEAD, (HOSTILE,) * 20)
    chat.show_reply(card, None, "o1")
    assert HOSTILE.strip() in room.messages[-1].plain()
    assert "evil.example" not in room.messages[-1].text
    harmless(room)


@pytest.mark.parametrize("check", SenderCheck)
def test_a_flood_and_what_is_odd_about_a_reply(chat: SlackChat, room: Room, check: SenderCheck) -> None:
    odd = (Caution(CautionKind.OTHER_SENDER), Caution(CautionKind.OTHER_ALERT, "BM-2026-0031"))
    shown = replace(REPLY, label=ReplyLabel.FLOOD, sender_check=check, cautions=odd)
    card = ReplyCard(shown, ALERT, "https://slack.example/1", HOSTILE, 165, None)
    chat.show_reply(card, None, "o1")
    assert "BM-2026-0031" in room.messages[-1].plain()
    ref = chat.show_flood(FloodCard(card, 5000, NOON), None, "o2")
    assert chat.show_flood(FloodCard(card, 5001, NOON), ref, "o2") == ref
    assert "5.001" in room.messages[-1].plain() or "5,001" in room.messages[-1].plain()
    harmless(room)


def test_leads_and_notes_and_lost_batches(chat: SlackChat, room: Room) -> None:
    lines = (LeadLine(replace(LEAD, result_by_name=HOSTILE), f"https://slack.example/archives/C1/p{'1' * 16}"),) * 40
    near = NearbyCase("BM-2026-0031", longest("street"), NOON, 480, 12, 3, "https://slack.example/2")
    parent = chat.show_leads(LeadsCard(replace(ALERT, content=CROWDED), lines, (near,) * 5), None, "o1")
    lead = chat.show_lead(
        LeadCard(replace(LEAD, note="n" * 1000), REPLY, (), HOSTILE, 120, (REPLY,) * 3), parent, None, "o2"
    )
    assert chat.find(Channel.BURGLARY, "o2", parent, NOON) == lead
    differences = {"what_happened": (longest("what_happened"), ""), "radius_m": ("300", "500"), "x": ("1", "2")}
    chat.add_note(Note("{name} answered:", {"name": HOSTILE}, text=LONG, differences=differences), parent, "o3")
    chat.show_batch(BatchCard(1, "BM-2026-0001", 1000), None, "o4")
    chat.show_leads(LeadsCard(None, ()), None, "o5")
    harmless(room)


@pytest.mark.parametrize("reason", ["not_in_channel", "is_archived", "invalid_auth", "missing_scope", "TypeError"])
def test_what_waits_says_why_in_words(chat: SlackChat, room: Room, reason: str) -> None:
    ref = chat.show_stuck(StuckCard("intake", NOON, reason), None, "o1")
    told = room.messages[-1].plain()
    assert "service en intake" in told
    assert (reason in told) is (reason == "TypeError")
    chat.show_stuck(StuckCard("show_map-3", NOON, HOSTILE), None, "o2")
    harmless(room)
    assert chat.show_stuck(None, ref, "o1") == ref
    assert ":white_check_mark:" in room.messages[0].plain()


def test_a_post_is_looked_for_since_it_was_owed(chat: SlackChat, room: Room) -> None:
    ref = chat.show_batch(BatchCard(1, "BM-2026-0001", 1000), None, "o1")
    posted = datetime.fromtimestamp(float(ref.ts), UTC)
    assert chat.find(Channel.SUPERVISION, "o1", None, posted) == ref
    assert chat.find(Channel.SUPERVISION, "o1", None, posted + timedelta(minutes=4)) == ref
    assert chat.find(Channel.SUPERVISION, "o1", None, posted + timedelta(minutes=6)) is None


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        ("msg_blocks_too_long", ChatRefused),
        ("invalid_metadata_schema", ChatRefused),
        ("cannot_reply_to_message", ChatRefused),
        ("not_in_channel", ChatMisconfigured),
        ("token_revoked", ChatMisconfigured),
        ("restricted_action", ChatMisconfigured),
        ("rate_limited", ChatDown),
        ("request_timeout", AnswerLost),
        ("fatal_error", MessageRefused),
        ("restricted_action_thread_locked", MessageRefused),
    ],
)
def test_what_slack_says_and_what_it_means(
    chat: SlackChat, slack: SlackDouble, monkeypatch: pytest.MonkeyPatch, error: str, meaning: type[Exception]
) -> None:
    def refuse(*_: object) -> None:
        raise Refusal(error)

    monkeypatch.setattr(slack.world, "writable_channel", refuse)
    with pytest.raises(Exception, match=error if error not in {"rate_limited"} else "limited") as caught:
        chat.show_batch(BatchCard(1, "BM-2026-0001", 1000), None, "o1")
    assert type(caught.value) is meaning
    slack.journal.refused.clear()


def test_refusals_do_nothing(slack: SlackDouble, room: Room) -> None:
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    text, blocks = build_unknown(texts("nl"), HOSTILE * 9, WORDS)
    assert text == f"Wij kennen „{shortened(HOSTILE * 9, 100)}” niet."
    text = escape(text)
    client.chat_postMessage(channel=room.id, text=text, blocks=blocks, unfurl_links=False, unfurl_media=False)
    harmless(room)


def test_a_message_that_was_deleted_is_posted_anew(chat: SlackChat, room: Room, slack: SlackDouble) -> None:
    gone = MessageRef(room.id, "1.000001")
    assert chat.show_batch(BatchCard(1, "BM-2026-0001", 1000), gone, "o1") != gone
    slack.journal.refused.clear()


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_forms_at_their_longest(slack: SlackDouble, locale: str) -> None:
    _, form = texts(locale), FormContext("d" * 32, NOON, 1, 1)
    preview = long_preview()
    found = [
        Finding("question", n, n + 1, kind, f"{n} {HOSTILE}", HOSTILE * becomes)
        for kind in FindingKind
        for n in range(20)
        for becomes in (0, 1)
    ]
    views = [
        build_request(_, values_of(CROWDED), form, [*Offence, *CROWDED_OFFENCES]),
        build_request(_, empty_values("Amersfoort", NOON), form, [*Offence]),
        build_outcome(_, CROWDED.what_happened, None, CROWDED.offence, form),
        build_outcome(_, "x", CaseResult.NO_CRIME, CROWDED.offence, form),
        build_offence_choice(_, CROWDED_OFFENCES),
        build_offence(_, CROWDED_OFFENCES[0]),
        build_offence(_, NEW),
        build_preview(_, preview, form),
        build_findings(_, replace(preview, findings=tuple(found)), form),
        build_approval(_, replace(ALERT, content=CROWDED), 10_054),
        build_approval(_, replace(ALERT, content=CROWDED, kept=MUCH_KEPT), 10_054, asks_number=False),
        build_flood(
            _,
            FloodPage(
                1,
                0,
                tuple(FloodLine(n, NOON, LONG, (HOSTILE,) * 50, f"{n}@example.nl") for n in range(FLOOD_PAGE)),
                more=True,
            ),
        ),
        build_flood(_, FloodPage(1, 3, (FloodLine(1, NOON, "", (), ""),), more=False)),
    ]
    for view in views:
        opened(slack, view)


def test_what_the_form_shows_is_what_it_gives_back(slack: SlackDouble) -> None:
    anna = slack.add_person("anna")
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    with slack.world.lock:
        trigger = slack.world.new_trigger(anna.id)
    form = build_request(texts("nl"), values_of(CONTENT), FormContext("d", NOON), [*Offence])
    client.views_open(trigger_id=trigger, view=form)
    assert anna.modal
    typed = parse_request(slack.world.view_payload(anna.modal.view))
    assert (typed.street, typed.radius_m, typed.offence) == ("Kattenbroekstraat", "300", "burglary")
    assert (typed.date_from, typed.time_from) == ("2026-01-14", "10:00")
    assert timedelta(hours=2) == CONTENT.window_end - CONTENT.window_start


def test_pieces_lose_nothing_within_their_limit() -> None:
    text = "woord " * 1500 + "x" * 5000
    assert "".join(in_pieces(text, 2900, 9)) == text
    assert all(len(piece) <= 2900 for piece in in_pieces(text, 2900, 9))


def test_escaping_keeps_the_words() -> None:
    assert "&lt;!here&gt;" in escape("<!here>")
    assert escape("Café 'de Ster' & co").replace("&amp;", "&") == "Café 'de Ster' & co"
