"""The practice day monitor is one that the program reads, but for the line that is wrong on purpose."""

from datetime import UTC, datetime

from bot.adapters.sheets import Sheets
from bot.clock import local
from bot.domain.alerts.offences import Offence
from bot.domain.day_monitor.day_monitors import ColumnNames
from bot.practice.day_monitor import practice_day_monitor
from bot.workflow.day_monitor.day_monitor_reading import read_day_monitor


def test_it_is_read() -> None:
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    reading = read_day_monitor(Sheets().sheets(practice_day_monitor(local(now))), ColumnNames(), "Amersfoort", now)
    assert [row.offence for row in reading.rows.values()] == [
        Offence.BURGLARY,
        Offence.BURGLARY,
        Offence.ATTEMPTED_BURGLARY,
        Offence.BURGLARY,
        Offence.STREET_ROBBERY,
    ]
    assert [(told.line, told.column) for told in reading.told] == [(8, "Postcode")]
