"""How well own words are told from ours and people from machines: `python -m tests.mail.measure` prints it."""

from dataclasses import dataclass
from typing import Final

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


RESULTS: Final = tuple(result_of(case) for case in REPLIES)
WHOLE: Final = sum(not result.lost for result in RESULTS) / len(RESULTS)
CLEAN: Final = sum(not result.left for result in RESULTS) / len(RESULTS)
BARE: Final = sum(not surplus_of(result) for result in RESULTS) / len(RESULTS)

TAKEN_FOR_MACHINES: Final = tuple(name for name, raw in PEOPLE if READER.read(raw, []).kind is not InboundKind.REPLY)
TAKEN_FOR_PEOPLE: Final = tuple(name for name, raw in MACHINES if READER.read(raw, []).may_acknowledge)
COUNTED: Final = tuple(name for name, raw in MACHINES if READER.read(raw, []).kind is InboundKind.REPLY)
PEOPLE_KNOWN: Final = 1 - len(TAKEN_FOR_MACHINES) / (len(PEOPLE) + len(REPLIES))
MACHINES_KNOWN: Final = 1 - len(COUNTED) / len(MACHINES)

if __name__ == "__main__":
    dutch = sum(case.lang == "nl" for case in REPLIES)
    print(f"{len(REPLIES)} mails, {dutch} in Dutch")  # noqa: T201
    print(f"own text whole: {WHOLE:.1%}; quote gone: {CLEAN:.1%}; not one line too many: {BARE:.1%}")  # noqa: T201
    people = len(PEOPLE) + len(REPLIES)
    print(f"people known: {PEOPLE_KNOWN:.1%} of {people}; machines known: {MACHINES_KNOWN:.1%} of {len(MACHINES)}")  # noqa: T201
    print(*(f"  mistaken: {name}" for name in (*TAKEN_FOR_MACHINES, *COUNTED, *TAKEN_FOR_PEOPLE)), sep="\n")  # noqa: T201
    for result in RESULTS:
        for line in [*result.lost, *result.left, *surplus_of(result)]:
            print(f"  {result.case.name}: {line[:100]!r}")  # noqa: T201
