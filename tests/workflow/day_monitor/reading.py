"""Reading a day monitor that a test writes."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from bot.adapters.sheets import Sheets
from bot.clock import local
from bot.domain.day_monitor.day_monitors import ColumnNames, parse_own_names
from bot.domain.day_monitor.incidents import IncidentRow
from bot.workflow.day_monitor.day_monitor_reading import Reading, read_day_monitor
from tests.apart import read_at_hand

read_at_hand()

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)  # a Tuesday, ten o'clock in Amersfoort
HEADER = (
    "BVH-nummer;Delict;Straat;Huisnr;Toev.;Postcode;Plaats;Pleegdatum van;Pleegtijd van;Pleegdatum tot;Pleegtijd tot"
)
LINE = "2026-101;Diefstal uit woning;Heideweg;12;;3823ab;Hoogland;23-11-2026;9:00;23-11-2026;17.30"


def read(content: bytes | str, own: str = "", now: datetime = NOW) -> Reading:
    raw = content.encode() if isinstance(content, str) else content
    return read_day_monitor(Sheets().sheets(raw), ColumnNames(parse_own_names(own)), "Amersfoort", now)


def workbook(*sheets: Sequence[Sequence[Any]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(list(row))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def only(reading: Reading) -> IncidentRow:
    assert reading.refused == 0, reading.told
    [row] = reading.rows.values()
    return row


def wall(moment: datetime) -> str:
    return f"{local(moment):%Y-%m-%d %H:%M}"


def window(reading: Reading) -> tuple[str, str]:
    row = only(reading)
    return wall(row.window_start), wall(row.window_end)
