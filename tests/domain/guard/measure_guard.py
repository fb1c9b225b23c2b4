"""How much the text guard finds and how often it cries wolf: `python -m tests.domain.guard.measure_guard FILE ...`.

A file holds a text a line: its kind (clean, or a kind of finding), a tab, the text; a line that begins with # is a
remark. What must be found may stand in braces, as "{Jan} van {hiernaast}": then each of them is looked for where it
stands, and of a name no letter may be left. `\\n` in a text is a new line.

A set that is called against-N was written with the rules at hand, each text in a way that was believed to pass: it
tells what is left, not how often.
"""

import re
import sys
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.domain.guard.findings import SENSITIVE, FindingKind
from bot.domain.guard.text_guard import find_in

FOLDER: Final = Path(__file__).parents[2] / "data/guard"
CLEAN: Final = "clean"


BRACED: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Said:
    """A text and what stands in it."""

    kind: str
    written: str

    @property
    def text(self) -> str:
        """As somebody typed it."""
        return BRACED.sub(r"\1", self.written).replace("\\n", "\n")

    @property
    def marked(self) -> list[range]:
        """Where in the text stands what must be found, if that was marked."""
        written = self.written.replace("\\n", "\n")
        return [
            range(found.start() - 2 * nth, found.end() - 2 * nth - 2)
            for nth, found in enumerate(BRACED.finditer(written))
        ]

    @property
    def is_right(self) -> bool:
        """Whether what stands in it is found; in a clean text nothing is (a plainer word is no alarm)."""
        found = [finding for finding in find_in({"text": self.text}) if finding.needs_reason]
        if self.kind == CLEAN:
            return not found
        kind = FindingKind(self.kind)
        right = SENSITIVE if kind in SENSITIVE else {kind}
        told = {at for finding in found if finding.kind in right for at in range(finding.start, finding.end)}
        whole = kind is FindingKind.NAME
        return bool(told) and all(self.is_told(place, told, whole) for place in self.marked)

    def is_told(self, place: range, told: Collection[int], whole: bool) -> bool:
        """Whether somebody sees what stands there: all letters of a name, some of anything else."""
        letters = [at in told for at in place if self.text[at].isalnum()]
        return all(letters) if whole else any(letters)


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
