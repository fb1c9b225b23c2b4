"""How much the text guard finds and how often it cries wolf: `python -m tests.domain.guard.measure_guard FILE ...`.

A file holds a text a line: its kind (clean, or a kind of finding), a tab, the text; a line that begins with # is a
remark.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.domain.guard.findings import SENSITIVE, FindingKind
from bot.domain.guard.text_guard import find_in

FOLDER: Final = Path(__file__).parents[2] / "data/guard"
CLEAN: Final = "clean"


@dataclass(frozen=True)
class Said:
    """A text and what stands in it."""

    kind: str
    text: str

    @property
    def is_right(self) -> bool:
        """Whether what stands in it is found; in a clean text nothing is (a plainer word is no alarm)."""
        found = {finding.kind for finding in find_in({"text": self.text})} - {FindingKind.JARGON}
        if self.kind == CLEAN:
            return not found
        kind = FindingKind(self.kind)
        return bool(found & (SENSITIVE if kind in SENSITIVE else {kind}))


def read(file: Path) -> list[Said]:
    """The texts of a set."""
    lines = file.read_text("utf-8").splitlines()
    return [Said(*line.split("\t", 1)) for line in lines if line.strip() and not line.startswith("#")]


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    n: int
    of: int

    def __str__(self) -> str:
        return f"{self.n}/{self.of} ({100 * self.n / self.of:.1f}%)" if self.of else "-"


@dataclass(frozen=True)
class Measured:
    """What was found, by kind, and the clean texts that gave an alarm."""

    by_kind: dict[str, Share]
    dirty: Share
    alarms: Share
    wrong: tuple[Said, ...]


def measure(texts: Iterable[Said]) -> Measured:
    """Over a set."""
    said = list(texts)
    wrong = [one for one in said if not one.is_right]
    total, missed = Counter(one.kind for one in said), Counter(one.kind for one in wrong)
    by_kind = {kind: Share(total[kind] - missed[kind], total[kind]) for kind in sorted(total) if kind != CLEAN}
    dirty = Share(sum(share.n for share in by_kind.values()), sum(share.of for share in by_kind.values()))
    return Measured(by_kind, dirty, Share(missed[CLEAN], total[CLEAN]), tuple(wrong))


def lines_of(measured: Measured) -> list[str]:
    """As it is printed."""
    kinds = [f"  {kind:<14} {share}" for kind, share in measured.by_kind.items()]
    wrong = [
        f"  {'false alarm' if said.kind == CLEAN else 'missed ' + said.kind}: {said.text}" for said in measured.wrong
    ]
    return [f"found {measured.dirty}, false alarms {measured.alarms}", *kinds, *wrong]


if __name__ == "__main__":
    for name in sys.argv[1:] or map(str, sorted(FOLDER.glob("*.txt"))):
        print(name)  # noqa: T201
        print("\n".join(lines_of(measure(read(Path(name))))))  # noqa: T201
