"""What is heard of urgent texts, and of others: `python -m tests.domain.replies.measure_urgency [FILE ...]` prints it.

A file holds a text a line: `urgent` or `not`, a tab, the text, in which `\\n` stands for a new line. The sets named
unseen-N were written by somebody who knew no rule and no test; each was run once before it changed a rule.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.domain.replies.urgent.urgency import sign_in

FOLDER: Final = Path(__file__).parents[2] / "data/urgent"
URGENT: Final = "urgent"


@dataclass(frozen=True)
class Measured:
    """What was heard of the urgent texts and what was called for of the others; both with the sign that was seen."""

    urgent: int
    others: int
    missed: tuple[str, ...]
    alarms: tuple[tuple[str, str], ...]

    @property
    def heard(self) -> float:
        """The share of urgent texts that are heard."""
        return 1 - len(self.missed) / self.urgent

    @property
    def for_nothing(self) -> float:
        """The share of other texts for which somebody would be called."""
        return len(self.alarms) / self.others


def read(file: Path) -> list[tuple[str, str]]:
    """The texts of a set, each with what it is."""
    lines = file.read_text("utf-8").splitlines()
    pairs = (line.split("\t", 1) for line in lines if line.strip() and not line.startswith("#"))
    return [(kind.lower(), text.replace("\\n", "\n")) for kind, text in pairs]


def measured(texts: Iterable[tuple[str, str]]) -> Measured:
    """Run the rules over texts."""
    signs = [(kind == URGENT, text, sign_in(text)) for kind, text in texts]
    missed = tuple(text for urgent, text, sign in signs if urgent and not sign)
    alarms = tuple((sign, text) for urgent, text, sign in signs if not urgent and sign)
    number = sum(urgent for urgent, _, _ in signs)
    return Measured(number, len(signs) - number, missed, alarms)


def lines_of(name: str, told: Measured, *, wrong: bool) -> list[str]:
    """As it is printed; `wrong`: with what went wrong."""
    heard, called = told.urgent - len(told.missed), len(told.alarms)
    shares = (
        f"{name}: heard {heard}/{told.urgent} ({told.heard:.1%}), "
        f"called for nothing {called}/{told.others} ({told.for_nothing:.1%})"
    )
    missed = [f"  missed: {text}" for text in told.missed]
    return [shares, *(missed + [f"  {sign}: {text}" for sign, text in told.alarms] if wrong else [])]


def main(names: list[str]) -> None:
    """Both shares of each set, and what went wrong where files are named."""
    for file in [Path(name) for name in names] or sorted(FOLDER.glob("unseen-*.txt")):
        lines = lines_of(file.name, measured(read(file)), wrong=bool(names))
        sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main(sys.argv[1:])
