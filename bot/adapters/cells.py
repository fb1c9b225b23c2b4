"""Cells as JSON has them, there and back: between the program and the process that reads a file for it."""

from datetime import date, datetime, time, timedelta
from typing import Any

from bot.workflow.day_monitor.day_monitor_values import Cell


def write_cell(cell: Cell) -> Any:
    """A value of JSON's own as it is; a moment as what it is and its numbers."""
    match cell:
        case datetime() | date() | time():
            return [type(cell).__name__, cell.isoformat()]
        case timedelta():
            return ["timedelta", cell.total_seconds()]
        case _:
            return cell


def read_cell(told: Any) -> Cell:
    """What write_cell wrote; ValueError for anything else."""
    match told:
        case ["datetime", str(text)]:
            return datetime.fromisoformat(text)
        case ["date", str(text)]:
            return date.fromisoformat(text)
        case ["time", str(text)]:
            return time.fromisoformat(text)
        case ["timedelta", int(seconds) | float(seconds)]:
            return timedelta(seconds=seconds)
        case None | bool() | int() | float() | str():
            return told
        case _:
            raise ValueError
