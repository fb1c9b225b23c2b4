"""A part of a long list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

A_PAGE: Final = 10


Line = TypeVar("Line")


@dataclass(frozen=True)
class Turn:
    """The page after the line of this mark, or with `back` the one before it; without a mark the first.

    A mark is a line's place in the order of its list, not a count: what goes or comes meanwhile makes the next page
    skip or repeat no line.
    """

    mark: str = ""
    back: bool = False


@dataclass(frozen=True)
class Page(Generic[Line]):
    """Some lines of a list; `first` is the number of the first of them, from 1, among `total`; `marks` are the marks
    of its first line and its last.
    """

    lines: tuple[Line, ...]
    first: int
    total: int
    marks: tuple[str, str]

    @property
    def last(self) -> int:
        """The number of its last line; under `first` where it has none."""
        return self.first + len(self.lines) - 1


def cut(lines: Sequence[Line], mark: Callable[[Line], str], turn: Turn, size: int) -> Page[Line]:
    """A page of a list that is all here: past the end the last one, and the first where the mark is gone."""
    at = next((at for at, line in enumerate(lines) if turn.mark and mark(line) == turn.mark), -1)
    wanted = at - size if turn.back else at + 1
    start = max(0, wanted if wanted < len(lines) else len(lines) - size)
    shown = tuple(lines[start : start + size])
    return Page(shown, start + 1, len(lines), (mark(shown[0]), mark(shown[-1])) if shown else ("", ""))
