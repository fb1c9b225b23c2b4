"""`python -m tests.mutants` changes a line at a time and counts which changes no test notices."""

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from tests.mutants.rooms import Room, rooms
from tests.mutants.trying import Copy

AT_ONCE: Final = 2
SAMPLE: Final = 100


@dataclass(frozen=True)
class Tried:
    """Of a room or a floor: how many mutants there are, how many were tried, and who survived."""

    name: str
    all: int
    tried: int
    survivors: dict[str, str]

    def __str__(self) -> str:
        share = f"{1 - len(self.survivors) / self.tried:6.1%} noticed" if self.tried else ""
        return f"{self.name:24} {self.tried:5} of {self.all:5} tried, {len(self.survivors):4} survived {share}"


def main() -> None:
    told = _arguments()
    chosen_rooms = [room for room in rooms() if room.name.startswith(told.room)]
    seed = told.seed if told.seed is not None else random.randrange(10_000)  # a sample, no secret
    say = partial(print, flush=True)  # what the command is for
    say(f"seed {seed}, sample {'all' if told.all else told.sample} a floor")
    with tempfile.TemporaryDirectory(prefix="burgernetmail-mutants-") as folder:
        copies = {room: Copy(room, _made(Path(folder) / str(n)), AT_ONCE) for n, room in enumerate(chosen_rooms)}
        with ThreadPoolExecutor(AT_ONCE) as pool:
            names = dict(zip(copies, pool.map(Copy.mutants, copies.values()), strict=True))
            chosen = names if told.all else sample(names, told.sample, seed)
            found = pool.map(lambda room: copies[room].survivors(chosen[room]), copies)
            tried = []
            for room, survivors in zip(copies, found, strict=True):
                tried.append(Tried(room.name, len(names[room]), len(chosen[room]), survivors))
                say(tried[-1])
                for change in survivors.values():
                    say(f"\n{change}\n")
    say(*floors(tried), sep="\n")


def sample(names: dict[Room, list[str]], size: int, seed: int) -> dict[Room, list[str]]:
    """As many of each floor, wherever they lie: a large room has more."""
    dice = random.Random(seed)  # a sample, no secret
    chosen: set[str] = set()
    for floor in sorted({room.floor for room in names}):
        there = [name for room, some in names.items() if room.floor == floor for name in some]
        chosen |= set(dice.sample(there, min(size, len(there))))
    return {room: [name for name in some if name in chosen] for room, some in names.items()}


def floors(tried: Sequence[Tried]) -> Iterator[Tried]:
    for floor in sorted({one.name.split("/")[0] for one in tried}):
        there = [one for one in tried if one.name.split("/")[0] == floor]
        survivors = {name: change for one in there for name, change in one.survivors.items()}
        yield Tried(f"all of {floor}", sum(one.all for one in there), sum(one.tried for one in there), survivors)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.mutants", description=sys.modules[__name__].__doc__)
    parser.add_argument("--seed", type=int, help="the same seed chooses the same mutants of the same code")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="how many are tried of each floor")
    parser.add_argument("--all", action="store_true", help="every mutant: hours")
    parser.add_argument("--room", default="", help="domain, workflow, domain/alerts ...")
    return parser.parse_args()


main()
