"""How full the folders are, and how many arrows lead from room to room of the work."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[2]
FLOORS: Final = ("bot/domain", "bot/workflow", "bot/slack", "bot/mail", "storage", "handlers/slack")
"""Floors whose own folder holds only what belongs to no thing; their subfolders are things."""
MOST_IN_BOT: Final = 12
MOST_ON_A_FLOOR: Final = 6
MOST_OF_A_THING: Final = 16
MOST_ROOMS: Final = 12
MOST_ARROWS: Final = 40
WORK: Final = "bot/workflow"


class Measure(NamedTuple):
    """How many there are of something, and how many there may be."""

    name: str
    found: int
    most: int


def measures() -> Iterator[Measure]:
    """Every folder of code by its number of files, then the rooms of the work and the arrows between them."""
    for folder in sorted(folders()):
        yield Measure(folder, len(modules(ROOT / folder)), most_in(folder))
    yield Measure("rooms of the work", len(rooms()), MOST_ROOMS)
    yield Measure("arrows between them", len(arrows()), MOST_ARROWS)


def folders() -> set[str]:
    """Those that hold code; migrations only ever grow."""
    code = {file.parent for floor in ("bot", "handlers", "storage") for file in (ROOT / floor).rglob("*.py")}
    return {str(folder.relative_to(ROOT)) for folder in code if "migrations" not in folder.parts}


def modules(folder: Path) -> list[Path]:
    return [file for file in folder.glob("*.py") if file.name != "__init__.py"]


def most_in(folder: str) -> int:
    if folder == "bot":
        return MOST_IN_BOT
    return MOST_ON_A_FLOOR if folder in FLOORS else MOST_OF_A_THING


def rooms() -> set[str]:
    """The things of the work: each a folder."""
    return {file.parent.name for file in (ROOT / WORK).glob("*/*.py")}


def arrows() -> set[tuple[str, str]]:
    """Which room imports which."""
    prefix = WORK.replace("/", ".")
    return {
        (room, target)
        for room in rooms()
        for file in (ROOT / WORK / room).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(f"{prefix}.")
        if (target := node.module.removeprefix(f"{prefix}.").split(".")[0]) in rooms() - {room}
    }
