"""How well mentions are found, over the made-up set: `python -m tests.domain.replies.measure_mentions` prints it."""

from dataclasses import dataclass

from bot.domain.replies.mentions import MentionKind, mentions_in
from bot.workflow.letters.contact_reading import CONTACTS
from tests.domain.replies.mentions_set import SET, Said


@dataclass(frozen=True)
class Result:
    """What was found of one kind, of how many, and what was missed or found for nothing."""

    kind: MentionKind
    right: int
    missed: tuple[tuple[Said, str], ...]
    wrong: tuple[tuple[Said, str], ...]

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of what is named that was found."""
        return self.right / (self.right + len(self.missed))


def result_of(kind: MentionKind) -> Result:
    """Over the whole set."""
    right, missed, wrong = 0, [], []
    for said in SET:
        named = set(filter(None, str(getattr(said, kind)).split(",")))
        found = {mention.value for mention in mentions_in(said.words, CONTACTS) if mention.kind is kind}
        right += len(named & found)
        missed += [(said, value) for value in sorted(named - found)]
        wrong += [(said, value) for value in sorted(found - named)]
    return Result(kind, right, tuple(missed), tuple(wrong))


if __name__ == "__main__":
    naming = sum(any((said.plate, said.phone, said.email, said.word)) for said in SET)
    print(f"{len(SET)} sentences, {naming} of which name something")  # noqa: T201
    for kind in MentionKind:
        result = result_of(kind)
        n = result.right + len(result.missed)
        print(f"{kind}: precision {result.precision:.1%}, recall {result.recall:.1%} (n = {n})")  # noqa: T201
        for label, odd in (("missed", result.missed), ("wrong", result.wrong)):
            for said, value in odd:
                print(f"  {label} {value!r}: {said.words!r}")  # noqa: T201
