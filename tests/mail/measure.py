"""How well own words are told from ours and people from machines: `make words` prints it."""

from dataclasses import dataclass
from functools import cache

from bot.mail.reading.quoting import FILLER
from bot.records.mail import InboundKind
from tests.mail.corpus import REPLIES
from tests.mail.corpus.making import Case
from tests.mail.corpus.senders import MACHINES, PEOPLE
from tests.mail.samples import READER


@dataclass(frozen=True)
class Result:
    """What was shown of one mail: its lost words, and what of ours was left."""

    case: Case
    own: str
    lost: tuple[str, ...]
    left: tuple[str, ...]


@cache
def result_of(case: Case) -> Result:
    """Read a mail as the program does."""
    own = READER.own_words(READER.read(case.raw, []), case.sent)
    lines = own.split("\n")
    lost = tuple(words for words in case.keep if words not in lines and words.rstrip() not in lines)
    return Result(case, own, lost, tuple(words for words in case.gone if words in own))


def surplus_of(result: Result) -> list[str]:
    """Lines that are shown though the citizen did not write them, and that no answer of theirs stands under."""
    lines = [line for line in result.own.split("\n") if not FILLER.fullmatch(line)]
    return [
        line for line, answer in zip(lines, [*lines[1:], ""], strict=False) if not _belongs(line, answer, result.case)
    ]


def _belongs(line: str, answer: str, case: Case) -> bool:
    keep = [words.strip() for words in case.keep]
    return line.strip() in keep or (line.startswith("> ") and answer.strip() in keep)


@cache
def results() -> tuple[Result, ...]:
    """Of every reply of the corpus."""
    return tuple(map(result_of, REPLIES))


def whole() -> float:
    """The share that lost no word."""
    return sum(not result.lost for result in results()) / len(REPLIES)


def clean() -> float:
    """The share in which nothing of ours was left."""
    return sum(not result.left for result in results()) / len(REPLIES)


def bare() -> float:
    """The share that shows not one line too many."""
    return sum(not surplus_of(result) for result in results()) / len(REPLIES)


def main() -> None:
    """Print all of it, and what went wrong."""
    dutch = sum(case.lang == "nl" for case in REPLIES)
    print(f"{len(REPLIES)} mails, {dutch} in Dutch")  # noqa: T201
    print(f"own text whole: {whole():.1%}; quote gone: {clean():.1%}; not one line too many: {bare():.1%}")  # noqa: T201
    taken_for_machines = [name for name, raw in PEOPLE if READER.read(raw, []).kind is not InboundKind.REPLY]
    acknowledged = [name for name, raw in MACHINES if READER.read(raw, []).may_acknowledge]
    counted = [name for name, raw in MACHINES if READER.read(raw, []).kind is InboundKind.REPLY]
    people = len(PEOPLE) + len(REPLIES)
    known, unmasked = 1 - len(taken_for_machines) / people, 1 - len(counted) / len(MACHINES)
    print(f"people known: {known:.1%} of {people}; machines known: {unmasked:.1%} of {len(MACHINES)}")  # noqa: T201
    print(*(f"  mistaken: {name}" for name in (*taken_for_machines, *counted, *acknowledged)), sep="\n")  # noqa: T201
    for result in results():
        for line in [*result.lost, *result.left, *surplus_of(result)]:
            print(f"  {result.case.name}: {line[:100]!r}")  # noqa: T201


if __name__ == "__main__":
    main()
