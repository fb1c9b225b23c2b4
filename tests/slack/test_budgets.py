"""The request within its budget at its longest, in each state; what the budgets count."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.alerts.alerts import Alert, AlertStatus
from bot.domain.alerts.authorship import Proposal
from bot.domain.alerts.mailings import Hitch, Progress
from bot.domain.participants.reach import Lately
from bot.slack.alerts.alert_message import build_alert_message
from bot.slack.alerts.amend_modal import build_amend
from bot.slack.alerts.preview_modal import build_preview
from bot.slack.blocks import actions, button, context, divider, fields, header, in_lines, more, picture, section
from bot.texts import texts
from bot.workflow.alerts.requesting import FormContext
from tests.budgets import Budget, counted, kind_of, over, said_twice
from tests.domain.samples import BRAM, CONTENT, NOON
from tests.slack.longest import ALERTS, CROWDED, HOSTILE, MUCH_KEPT, card_of, long_preview

PROGRESS = Progress(10_054, 3_200, refused=7, unknown=1_000, delivered=3_000, bounced=31, complaints=2)
BUSY: dict[str, Any] = {
    "overlaps": ("BM-2026-0002",) * 5,
    "hitches": dict.fromkeys(Hitch, 2000),
    "replies": 1_200,
    "open_replies": 300,
    "from_elsewhere": 12,
    "images_offered": 900,
    "images_in": 700,
    "saw_nothing": 4_000,
    "about_link": "https://slack.example/1",
    "lately": Lately(1_200, 4_000, 1_000, 3),
}


@pytest.mark.parametrize("alert", ALERTS, ids=lambda alert: f"{alert.status}-{alert.about_id}")
@pytest.mark.parametrize("more_of_it", ["", "held", "proposed", "returned"])
def test_a_request_at_its_longest(alert: Alert, more_of_it: str) -> None:
    written: dict[str, Any] = {"content_by_name": HOSTILE, "supplemented_by_name": HOSTILE, "decided_by_name": HOSTILE}
    alert = replace(
        alert, **written, held_by_name=HOSTILE, held_reason=HOSTILE, map_file_id="F1", approver_name=HOSTILE
    )
    alert = replace(alert, decided_at=NOON, sent_at=NOON if alert.status in {"sent", "closed"} else None)
    if more_of_it == "returned":
        alert = replace(alert, decided_reason=HOSTILE * 9)
    card = replace(card_of(alert, 10_054, PROGRESS), **BUSY)
    if more_of_it == "held" and alert.status is AlertStatus.APPROVED:
        card = replace(card, held_until=NOON + timedelta(seconds=30))
    if more_of_it == "proposed" and alert.status is AlertStatus.RETURNED:
        changed = replace(CONTENT, what_happened=CROWDED.question, question="", description=HOSTILE * 9)
        card = replace(card, proposal=Proposal(changed, MUCH_KEPT, BRAM.id, HOSTILE, NOON))
    for locale in ("nl", "en"):
        _text, blocks = build_alert_message(texts(locale), card)
        told = over(kind_of("bm-aanvragen", blocks), blocks)
        assert [one for one in told if "twice" not in one] == [], "its texts are all the same here"


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_its_forms_ask_little(locale: str) -> None:
    _, form = texts(locale), FormContext("d" * 32, NOON, 1, 1)
    returned = replace(ALERTS[0], status=AlertStatus.RETURNED, decided_reason=HOSTILE)
    assert over("modal", build_amend(_, returned, form, BRAM)["blocks"]) == []
    assert over("modal", build_preview(_, long_preview(), form)["blocks"]) == []


def test_what_is_counted() -> None:
    words = {"type": "section", "text": {"type": "plain_text", "text": "woord " * 40}}
    blocks = [
        header("BM-2026-0042"),
        section("*kop*\n" + "a" * 81),
        section("<https://slack.example/1234567890123456789012345678901234567890123456789012345678901234|kort>"),
        fields([("Waar", "hier"), ("Wanneer", "nu"), ("Wie", "wij")]),
        context("klein", "x" * 200),
        actions(button("Ja", "yes", "1", "primary"), *more("more", button("a", "a", "1"), button("b", "b", "1"))),
        divider(),
        picture("F1", "kaart"),
        words,
    ]
    assert counted("request that waits", blocks) == Budget(
        controls=2, primary=1, lines=1 + 3 + 1 + 2 + 1 + 1 + 8 + 4, inputs=0
    )
    assert counted("reply", blocks).lines == 17
    assert over("leads of an alert", blocks) == ["leads of an alert: 21 lines, at most 6"]


def test_what_is_said_twice() -> None:
    words = {"type": "section", "text": {"type": "plain_text", "text": "Een bus. Een bus."}}
    blocks = [
        section("🟡 *Reactie 1* · Carla Mulder heeft deze, 13.00"),
        words,
        context("wo 14 jan, 13.00", "op 120 m"),
    ]
    assert said_twice(blocks) == []
    assert said_twice([*blocks, context("Gelezen. Carla Mulder heeft deze, 13.00")]) == [
        "carla mulder heeft deze, 13.00"
    ]
    assert said_twice([header("Inbraak · Dorpsstraat"), fields([("Waar", "Dorpsstraat")])]) == ["dorpsstraat"]
    assert said_twice([*blocks, context("wo 14 jan, 13.00")]) == []


def test_text_is_cut_where_slack_breaks_it() -> None:
    assert in_lines("kort", 1) == "kort"
    assert in_lines("een\ntwee\ndrie", 2) == "een\ntwee…"
    assert len(in_lines("woord " * 100, 3).splitlines()) == 3
