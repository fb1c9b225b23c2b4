"""Drafts and alerts: who comes second loses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import Engine, select

from bot.domain.alerts.alerts import NEARBY_M, Alert, AlertStatus, Draft
from bot.domain.alerts.authorship import Authors, Proposal, Version
from bot.domain.guard.findings import FindingKind
from bot.domain.guard.kept import Kept
from bot.domain.participants.people import Role
from bot.records.alerts import Overlap
from bot.records.desk import BoardName
from storage.rows import kept_from_json, kept_to_json
from storage.schema.alerts import alert_versions
from storage.unit_of_work import UnitOfWork
from tests.domain.samples import ANNA, BRAM, CONTENT, NOON
from tests.storage.things import ELS, LATER, Work, approved, filed

Move = Callable[[UnitOfWork, Alert], bool]
CHANGED = replace(CONTENT, question="Zag u een bus?", radius_m=500, approximate=True)
BY_ANNA, BY_BRAM = (Authors(one.id, one.name) for one in (ANNA, BRAM))
KEPT = (Kept(FindingKind.ORIGIN, "Poolse", "nodig", "Anna", "U1"),)
MOVES: dict[str, Move] = {
    "approve": lambda uow, alert: uow.alerts.approve(alert, BRAM, NOON),
    "return": lambda uow, alert: uow.alerts.move(alert, AlertStatus.RETURNED, BRAM, "why", NOON),
    "withdraw": lambda uow, alert: uow.alerts.move(alert, AlertStatus.WITHDRAWN, ANNA, "", NOON),
    "amend": lambda uow, alert: uow.alerts.amend(alert, CHANGED, (), BY_BRAM, BRAM, NOON),
    "propose": lambda uow, alert: uow.alerts.send_back_with_words(alert, BRAM, NOON),
}


@pytest.mark.parametrize("first", MOVES)
def test_of_two_who_saw_the_same_the_second_loses(work: Work, first: str) -> None:
    seen = filed(work)
    with work() as uow:
        assert MOVES[first](uow, seen)
        after = uow.alerts.get(seen.id)
    with work() as uow:
        assert not [second for second, move in MOVES.items() if move(uow, seen)]
        assert uow.alerts.get(seen.id) == after


def test_an_alert_is_sent_once_and_only_after_approval(work: Work) -> None:
    waiting, alert = filed(work), approved(work)
    with work() as uow:
        assert not uow.alerts.mark_sent(waiting.id, LATER)
        assert uow.alerts.mark_sent(alert.id, LATER)
        assert not uow.alerts.mark_sent(alert.id, NOON)
        sent = uow.alerts.get(alert.id)
    assert (sent.status, sent.sent_at, sent.approver_name, sent.approved_at) == (AlertStatus.SENT, LATER, "Bram", NOON)


def test_what_is_filed_is_what_was_asked(work: Work) -> None:
    with work() as uow:
        alert = uow.alerts.file(Draft("d", ANNA.id, CHANGED, NOON, kept=KEPT), ANNA, LATER)
    asked = Alert(1, "BM-2026-0001", AlertStatus.REQUESTED, 1, CHANGED, "U1", "Anna", LATER, kept=KEPT)
    assert alert == replace(asked, content_by_id="U1", content_by_name="Anna")


def test_every_version_of_a_text_is_kept(engine: Engine, work: Work) -> None:
    alert = filed(work)
    with work() as uow:
        uow.alerts.move(alert, AlertStatus.RETURNED, BRAM, "vraag iets", NOON)
        assert uow.alerts.amend(uow.alerts.get(alert.id), CHANGED, KEPT, BY_ANNA, ANNA, LATER)
        mended = uow.alerts.get(alert.id)
    with engine.connect() as connection:
        kept = connection.execute(select(alert_versions).order_by(alert_versions.c.version)).all()
    assert kept_from_json(kept_to_json(KEPT)) == KEPT
    assert [(row.version, row.by_name, row.content["question"], row.kept) for row in kept] == [
        (1, "Anna", "", []),
        (
            2,
            "Anna",
            "Zag u een bus?",
            kept_to_json(KEPT),
        ),
    ]
    assert (mended.status, mended.version, mended.content) == (AlertStatus.REQUESTED, 2, CHANGED)
    assert (mended.decided_by_name, mended.decided_reason, mended.kept) == ("", "", KEPT)


def test_what_is_proposed_stands_until_the_alert_changes(work: Work) -> None:
    alert, proposal = filed(work), Proposal(CHANGED, KEPT, BRAM.id, BRAM.name, LATER)
    for move in MOVES.values():
        with work() as uow:
            waiting = uow.alerts.get(alert.id)
            assert uow.alerts.send_back_with_words(waiting, BRAM, LATER)
            uow.words.propose(alert.id, proposal)
            returned = uow.alerts.get(alert.id)
            assert (returned.status, returned.version, returned.content) == (
                AlertStatus.RETURNED,
                waiting.version + 1,
                CONTENT,
            )
            assert uow.words.proposal(alert.id) == uow.alerts.facts(alert.id).proposal == proposal
            assert not move(uow, waiting)
            assert uow.words.proposal(alert.id) == proposal
            assert move(uow, returned)
            assert uow.words.proposal(alert.id) is None
        alert = filed(work)


def test_versions_tell_who_saved_which_text(work: Work) -> None:
    alert = filed(work)
    with work() as uow:
        assert uow.alerts.amend(alert, CHANGED, (), replace(BY_ANNA, supplemented_by_id="U2"), BRAM, LATER)
        assert uow.words.versions(alert.id) == [Version(CONTENT, "U1"), Version(CHANGED, "U2")]
        amended = uow.alerts.get(alert.id)
    assert (amended.content_by_id, amended.supplemented_by_id, amended.supplemented_by_name) == ("U1", "U2", "")


def test_a_map_is_remembered(work: Work) -> None:
    alert = filed(work)
    with work() as uow:
        uow.alerts.set_map(alert.id, "F1")
        assert uow.alerts.get(alert.id) == replace(alert, map_file_id="F1")


@pytest.mark.parametrize(
    ("at", "reference"),
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), "BM-2026-0002"),  # one minute to midnight in the Netherlands
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), "BM-2027-0001"),
    ],
)
def test_numbers_begin_anew_with_the_year_in_the_netherlands(work: Work, at: datetime, reference: str) -> None:
    filed(work)
    with work() as uow:
        assert uow.alerts.file(Draft("d", ANNA.id, CONTENT, NOON), ANNA, at).reference == reference


def test_a_draft_is_kept_replaced_and_filed_once(work: Work) -> None:
    draft = Draft("d", ANNA.id, CHANGED, NOON, 7, 3, kept=KEPT)
    with work() as uow:
        uow.drafts.save(replace(draft, content=CONTENT))
        uow.drafts.save(draft)
    with work() as uow:
        assert uow.drafts.get("d") == draft
        assert uow.drafts.get("other") is None
        assert [uow.drafts.take("d"), uow.drafts.take("d")] == [True, False]
        assert uow.drafts.get("d") is None


def test_a_draft_that_nobody_filed_goes_after_a_week(work: Work) -> None:
    for age in (8, 6, 0):
        with work() as uow:
            uow.drafts.save(Draft(str(age), ANNA.id, CONTENT, NOON - timedelta(days=age)))
    with work() as uow:
        assert [uow.drafts.get(age) is not None for age in ("8", "6", "0")] == [False, True, True]


DAY = timedelta(hours=24)
OTHER = "another case"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"x": CONTENT.x + 90_000, "window_start": NOON - 99 * DAY, "window_end": NOON - 99 * DAY}, True),
        ({"bvh_number": OTHER, "x": CONTENT.x + NEARBY_M}, True),
        ({"bvh_number": OTHER, "x": CONTENT.x + NEARBY_M + 1}, False),
        ({"bvh_number": OTHER, "x": CONTENT.x + 200, "y": CONTENT.y + 200}, False),  # in the square, not in the circle
        ({"bvh_number": OTHER, "window_start": CONTENT.window_end + DAY, "window_end": NOON + 2 * DAY}, True),
        ({"bvh_number": OTHER, "window_start": CONTENT.window_end + 1.01 * DAY, "window_end": NOON + 2 * DAY}, False),
        ({"bvh_number": OTHER, "window_start": NOON - 9 * DAY, "window_end": CONTENT.window_start - DAY}, True),
        ({"bvh_number": OTHER, "window_start": NOON - 9 * DAY, "window_end": CONTENT.window_start - 1.01 * DAY}, False),
    ],
)
def test_what_is_the_same_case_or_near_it(work: Work, changes: dict[str, object], found: bool) -> None:
    filed(work, **changes)
    with work() as uow:
        overlaps = uow.alerts.overlaps(CONTENT, None)
    assert overlaps == ([Overlap("BM-2026-0001", "bvh_number" not in changes, sent=False)] if found else [])


def test_an_alert_does_not_overlap_itself_nor_what_was_withdrawn(work: Work) -> None:
    alert, withdrawn, other = filed(work), filed(work), filed(work)
    with work() as uow:
        assert uow.alerts.move(withdrawn, AlertStatus.WITHDRAWN, ANNA, "", NOON)
        assert [overlap.reference for overlap in uow.alerts.overlaps(CONTENT, alert.id)] == [other.reference]
        assert uow.alerts.facts(alert.id).overlaps == (other.reference,)


def test_the_home_shows_what_is_mine_and_what_waits_for_me(work: Work) -> None:
    mine, sent, cees = filed(work), approved(work), replace(ELS, roles=frozenset({Role.INTAKE}))
    with work() as uow:
        uow.alerts.mark_sent(sent.id, NOON)
        amended = uow.alerts.amend(uow.alerts.get(mine.id), CHANGED, (), BY_BRAM, BRAM, NOON)
        assert amended
        for colleague, my_requests, to_approve in ((ANNA, 1, 0), (BRAM, 0, 0), (cees, 0, 1)):
            board = uow.boards.board(colleague, {})
            totals = (board[BoardName.MY_REQUESTS].total, board[BoardName.TO_APPROVE].total)
            assert totals == (my_requests, to_approve)
        assert uow.boards.board(ANNA, {})[BoardName.MY_REQUESTS].lines[0].reference == mine.reference


@pytest.mark.parametrize(("page", "first", "last"), [(0, 1, 10), (1, 11, 11), (7, 11, 11)])
def test_the_home_shows_ten_of_a_kind_a_page(work: Work, page: int, first: int, last: int) -> None:
    for _ in range(11):
        filed(work, bvh_number=uuid4().hex[:20])
    with work() as uow:
        listed = uow.boards.board(BRAM, {BoardName.TO_APPROVE: page})[BoardName.TO_APPROVE]
    references = [f"BM-2026-{number:04d}" for number in range(first, last + 1)]
    assert [line.reference for line in listed.lines] == references
    assert (listed.pages, listed.total) == (2, 11)
