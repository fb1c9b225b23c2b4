"""Incidents: added, updated, counted and erased, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import perf_counter

from sqlalchemy import Engine, update

from bot.domain.alerts.offences import Offence
from bot.domain.day_monitor.day_monitors import FileReport, ToldCell
from bot.domain.day_monitor.incidents import IncidentRow, IncidentStatus
from bot.records.day_monitor import FileSource, Merged
from storage.schema.day_monitor import incidents
from tests.domain.samples import NOON
from tests.storage.things import ELS, Work, filed

ROW = IncidentRow(
    bvh_number="2026-1",
    offence=Offence.BURGLARY,
    street="Kattenbroekstraat",
    house_number="12",
    postcode="3823 AB",
    place="Amersfoort",
    window_start=datetime(2026, 1, 14, 8, tzinfo=UTC),
    window_end=datetime(2026, 1, 14, 10, tzinfo=UTC),
    what_happened="Raam geforceerd.",
)
OTHER = replace(ROW, bvh_number="2026-2", reported_at=ROW.window_end)


def merged(work: Work, *rows: IncidentRow, at: datetime = NOON) -> Merged:
    with work() as uow:
        return uow.incidents.merge(rows, at)


def test_rows_are_new_then_known_then_changed(work: Work) -> None:
    assert merged(work, ROW, OTHER) == Merged(2, 0, 0, 0)
    assert merged(work, ROW, OTHER, at=NOON + timedelta(hours=1)) == Merged(0, 0, 2, 0)
    moved = replace(OTHER, reported_at=None, window_end=OTHER.window_end + timedelta(hours=1))
    third = replace(ROW, bvh_number="2026-3")
    assert merged(work, ROW, moved, third, at=NOON + timedelta(hours=2)) == Merged(1, 1, 1, 0)
    with work() as uow:
        told = uow.incidents.get(2)
    assert (told.row, told.first_seen_at) == (moved, NOON)


def test_a_number_in_another_writing_is_the_same_incident(work: Work) -> None:
    assert merged(work, ROW) == Merged(1, 0, 0, 0)
    for hours, written in enumerate(("20261", "2026 1", "2026-1"), 1):
        assert merged(work, replace(ROW, bvh_number=written), at=NOON + timedelta(hours=hours)) == Merged(0, 0, 1, 0)
    moved = replace(ROW, bvh_number="20261", street="Heideweg")
    assert merged(work, moved, at=NOON + timedelta(hours=9)) == Merged(0, 1, 0, 0)
    with work() as uow:
        assert uow.incidents.get(1).row == moved


def test_a_change_after_the_request_is_counted_and_keeps_its_link(engine: Engine, work: Work) -> None:
    merged(work, ROW, OTHER)
    alert = filed(work)
    with engine.begin() as connection:
        asked = {"alert_id": alert.id, "status": IncidentStatus.REQUESTED}
        connection.execute(update(incidents).where(incidents.c.id == 1).values(**asked))
    rows = [replace(row, street="Heideweg") for row in (ROW, OTHER)]
    assert merged(work, *rows, at=NOON + timedelta(hours=1)) == Merged(0, 2, 0, 1)
    with work() as uow:
        incident = uow.incidents.get(1)
    assert (incident.row.street, incident.alert_id, incident.status) == ("Heideweg", 1, IncidentStatus.REQUESTED)


def test_ten_thousand_rows_are_a_matter_of_seconds(work: Work) -> None:
    rows = [replace(ROW, bvh_number=f"2026-{number}", street=f"Straat {number}") for number in range(10_000)]
    started = perf_counter()
    assert merged(work, *rows) == Merged(10_000, 0, 0, 0)
    rows[:5] = [replace(row, what_happened="Deur.") for row in rows[:5]]
    assert merged(work, *rows, at=NOON + timedelta(hours=1)) == Merged(0, 5, 9_995, 0)
    assert perf_counter() - started < 30


def test_words_go_when_nothing_happened_since_and_what_is_held_stays(engine: Engine, work: Work) -> None:
    merged(work, ROW, OTHER, replace(ROW, bvh_number="2026-3"), replace(ROW, bvh_number="2026-4"))
    later = NOON + timedelta(days=20)
    alert = filed(work)
    with work() as uow:
        assert uow.erasures.hold(alert.id, ELS, "Vordering")
    with engine.begin() as connection:
        connection.execute(update(incidents).where(incidents.c.id == 2).values(alert_id=alert.id))
        skipped = {"skipped_at": later, "skip_reason": "Familie"}
        connection.execute(update(incidents).where(incidents.c.id == 3).values(**skipped))
    merged(work, replace(ROW, bvh_number="2026-4"), at=later)
    with work() as uow:
        assert uow.incidents.erasable(later) == 1
        assert uow.incidents.erase(later, later) == 1
        assert uow.incidents.erase(later, later) == 0
        assert uow.incidents.get(1).row == replace(ROW, street="", house_number="", postcode="", what_happened="")
        assert uow.incidents.get(2).row.street == "Kattenbroekstraat"
        assert uow.erasures.release(alert.id)
        after = later + timedelta(days=1)
        assert uow.incidents.erase(after, after) == 3
        assert uow.incidents.get(3).skip_reason == "other"  # its kind, for the figures
    assert merged(work, ROW, at=after) == Merged(0, 1, 0, 0)  # it stands in a newer file: known again
    with work() as uow:
        assert uow.incidents.get(1).row == ROW
        assert uow.incidents.erasable(after) == 0


def test_a_file_comes_once_and_is_read_once(work: Work) -> None:
    report = FileReport(new=1, told=(ToldCell(3, "Straat", "Fill this in."),), more=2)
    with work() as uow:
        number = uow.day_monitor_files.add(FileSource.CHAT, "F1", "U5", "Els", NOON)
        assert number
        assert uow.day_monitor_files.add(FileSource.CHAT, "F1", "U5", "Els", NOON) is None
        assert uow.day_monitor_files.add(FileSource.MAIL, "F1", "", "", NOON)
        assert uow.day_monitor_files.get(number).report is None
        assert not uow.day_monitor_files.knows("digest")
        assert uow.day_monitor_files.close(number, report, "digest", NOON)
        assert not uow.day_monitor_files.close(number, FileReport(), "digest", NOON)
    with work() as uow:
        assert uow.day_monitor_files.get(number).report == report
        assert uow.day_monitor_files.knows("digest")
