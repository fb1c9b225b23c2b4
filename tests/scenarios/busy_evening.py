"""The evening of a busy day: what citizens got and what stands in Slack, laid beside the database."""

import re
from collections import Counter
from collections.abc import Iterable
from copy import deepcopy
from typing import Any, Final, cast

from slack_sdk import WebClient

from bot.assembling.workflow import Workflow
from bot.clock import Clock
from bot.connecting import build_mailer
from bot.records.outbox import Task
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.doubles.slack import Channel, Message
from tests.scenarios.busy_desk import RATINGS
from tests.scenarios.busy_street import ACKNOWLEDGED, MACHINES, QUESTION, Citizen, Kind
from tests.stage import Stage

Drawn = tuple[str, list[dict[str, Any]]]
NAMES: Final = dict(zip(("relevant_here", "relevant_elsewhere", "not_relevant"), RATINGS, strict=True))
RESULTS: Final = {"usable": "Bruikbaar", "ruled_out": "Uitgesloten", "not_usable": "Niet bruikbaar"}
EXPECTED: Final = {"reply": 110, "auto_reply": 8, "test": 2, "bounce": 6, "follow_up": 24}
"""What came in: a hundred and twenty, six reports of acknowledgements that did not arrive, and who wrote on."""


RECEIVED = ("Wij hebben uw bestanden ontvangen", "Wij hebben uw beelden ontvangen")


def everybody_was_answered_once(stage: Stage, citizens: list[Citizen]) -> None:
    """One acknowledgement a citizen; one answer, and one more to who had more to tell; machines got neither.

    Who sent files has a receipt besides.
    """
    labels = stage.rows("SELECT label, count(*) AS n FROM replies GROUP BY label")
    assert {row.label: row.n for row in labels} == EXPECTED
    spoken = stage.rows("SELECT r.words FROM letters l JOIN replies r ON r.id = l.reply_id WHERE l.status = 'spoken'")
    by_phone = Counter(int(re.findall(r"melding (\d+):", row.words)[0]) for row in spoken)
    for one in citizens:
        theirs = dict.fromkeys((one.invited, one.writes_from))  # an answer goes to the address that got our mail
        all_of_them = [mail for address in theirs for mail in stage.mails_to(address)]
        mails = [mail for mail in all_of_them if not mail.subject.startswith(("Inbraak in", "Inbraak aan"))]
        acknowledged = sum(mail.subject == ACKNOWLEDGED for mail in mails)
        asked = sum(QUESTION in mail.text for mail in mails)
        received = sum(mail.subject.startswith(RECEIVED) for mail in mails)
        assert received == (one.kind is Kind.FILES), one.kind
        answered = len(mails) - acknowledged - asked - received + by_phone[one.number]
        got = (acknowledged, asked, answered)
        assert got == _deserved(one), (one.kind, got, [mail.subject for mail in mails])


def _deserved(one: Citizen) -> tuple[int, int, int]:
    """How many acknowledgements, questions and answers are theirs."""
    if one.kind in MACHINES:
        return 0, 0, 0
    unknown = {Kind.PHONE, Kind.FORGED}  # no address, or perhaps not theirs
    return int(one.kind not in unknown), int(one.kind is Kind.ASKED), 2 if one.kind is Kind.MORE else 1


class Blackboard:
    """Slack for who only wants to see what would be written."""

    def __init__(self) -> None:
        self.drawn: dict[tuple[str, str], Drawn] = {}

    def chat_update(self, *, channel: str, ts: str, text: str, blocks: list[dict[str, Any]]) -> None:
        """Write it down."""
        self.drawn[channel, ts] = text, blocks


def drawn_anew(stage: Stage) -> dict[tuple[str, str], Drawn]:
    """Every message that stands for something, as the builders make it of the database now."""
    board, settings, clock, engine = Blackboard(), stage.settings(), Clock(), make_engine(stage.database_url)
    work, mailer = unit_of_work(engine, clock), build_mailer(settings)
    posting = Workflow(settings, work, work, clock, cast(WebClient, board), mailer).posting
    standing = stage.rows("SELECT task, subject_id FROM messages")
    with work() as uow:
        for row in standing:
            uow.outbox.owe(Task(row.task), row.subject_id)
    while posting.deliver_next():
        pass
    mailer.close()
    engine.dispose()
    return board.drawn


def every_message_is_true(stage: Stage) -> None:
    """What stands in the channels, of every kind, is what the database says; and some of it by its own words."""
    assert stage.rows("SELECT task FROM outbox") == []
    standing = stage.rows("SELECT task, subject_id, channel_id, ts FROM messages ORDER BY task, subject_id")
    kinds = Counter(row.task for row in standing)
    assert kinds.pop("show_lead") >= kinds.pop("show_leads") > 0
    assert kinds == {"show_alert": 40, "show_reply": 126, "show_follow_up": 24, "show_batch": 1, "show_stuck": 1}
    shown = {(channel.id, post.ts): post for channel in _channels(stage) for post in _posts(channel)}
    new = drawn_anew(stage)
    assert len(new) == len(standing)
    for row in standing:
        text, blocks = new[row.channel_id, row.ts]
        post = shown[row.channel_id, row.ts]
        stale = (row.task, row.subject_id, post.blocks, blocks)
        assert (post.text, _bare(post.blocks)) == (text, _bare(blocks)), stale
    texts = {(row.task, row.subject_id): shown[row.channel_id, row.ts].plain() for row in standing}
    _replies_say_so(stage, texts)
    _counts_are_right(stage, texts)


def _bare(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without the ids that Slack gives."""
    copies = deepcopy(blocks)
    for block in copies:
        block.pop("block_id", None)
        for part in [*block.get("elements", []), block.get("accessory", {})]:
            if str(part.get("action_id", "")).startswith("#"):
                del part["action_id"]
    return copies


def _replies_say_so(stage: Stage, texts: dict[tuple[str, int], str]) -> None:
    for row in stage.rows("SELECT id, label, rating, rated_by_name, answered_by_name, bvh_number FROM replies"):
        text = texts.get(("show_reply", row.id), "")
        if row.label == "reply":
            assert "afgehandeld door" in text
            assert f"*{NAMES[row.rating]}*" in text
            assert re.search(r"antwoord (verstuurd|telefonisch gegeven)", text)
            assert (f"BVH {row.bvh_number}" in text) is bool(row.bvh_number)
        else:
            assert ("niets te doen" in text) is (row.label != "follow_up")


def _counts_are_right(stage: Stage, texts: dict[tuple[str, int], str]) -> None:
    for row in stage.rows("SELECT alert_id, count(*) AS n FROM replies WHERE label = 'reply' GROUP BY alert_id"):
        if row.alert_id:
            assert re.search(rf"\b{row.n} reacties?\b(?! \()", texts["show_alert", row.alert_id])
    leads = stage.rows("SELECT id, alert_id, result FROM leads")
    for alert_id, n in Counter(row.alert_id or 0 for row in leads).items():
        told = texts["show_leads", alert_id]
        results = Counter(_told(row.result) for row in leads if (row.alert_id or 0) == alert_id)
        assert f"{n} tip" in told
        assert [
            result for result, of in results.items() if f"{of} {result} (volgens Daan de Groot)" not in told
        ] == [], told
        assert "ongelezen" not in told
    for row in leads:
        said = re.search(r"\*[^*]*Daan de Groot[^*]*\*", texts["show_lead", row.id])
        assert said
        assert _told(row.result) in said.group()


def _told(result: str) -> str:
    return RESULTS.get(result, "gouden tip").lower()


def all_kinds_of_decisions_were_made(stage: Stage) -> None:
    """The day was as full as it was meant to be."""
    [row] = stage.rows(
        "SELECT count(DISTINCT rating) AS ratings, count(case_alert_id) AS references_,"
        " count(case_bvh_number) AS numbers, count(not_escalated_by_name) AS kept FROM replies"
    )
    assert row.ratings == 3
    assert 0 not in tuple(row), row
    assert len(stage.rows("SELECT DISTINCT result FROM leads")) == 4
    assert len(stage.rows("SELECT id FROM callbacks")) >= 8


def nothing_stands_twice(stage: Stage) -> None:
    """Each post carries a key of its own; what is new in a channel, and what is said in a thread, stands in the order
    in which it was owed.
    """
    for channel in _channels(stage):
        keys = _keys(_posts(channel))
        assert len(keys) == len(set(keys))
        for posts in (channel.messages, *(message.thread for message in channel.messages)):
            assert _keys(posts) == sorted(_keys(posts)), [post.plain()[:80] for post in posts]
    answers = stage.rows("SELECT id FROM letters WHERE kind = 'answer'")
    notes = [note.plain() for message in stage.triage.messages for note in message.thread]
    assert sum("antwoordde:" in note or "sprak met de burger en zei:" in note for note in notes) == len(answers)
    follow_ups = stage.rows("SELECT id FROM replies WHERE label = 'follow_up'")
    assert sum("De burger schreef opnieuw" in note for note in notes) == len(follow_ups)


def _keys(posts: Iterable[Message]) -> list[int]:
    """Of posts in the order in which they stand; each must have one."""
    payloads = [(post.metadata or {})["event_payload"] for post in sorted(posts, key=lambda post: float(post.ts))]
    return [int(payload["key"][1:]) for payload in payloads]


def _channels(stage: Stage) -> tuple[Channel, ...]:
    return stage.intake, stage.triage, stage.burglary, stage.supervision


def _posts(channel: Channel) -> list[Message]:
    return [post for message in channel.messages for post in (message, *message.thread)]
