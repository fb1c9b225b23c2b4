"""Who offers images is heard, and who doesn't is left: `python -m tests.domain.replies.measure_images` prints it.

A line is `offer` or `other`, a tab, and the words. `unseen-1` was written before the patterns and was run once
before it changed a rule.
"""

import sys
from pathlib import Path
from typing import Final

from bot.domain.replies.images.offering import offers_images

FOLDER: Final = Path(__file__).parents[2] / "data/images"


def table(name: str) -> list[str]:
    """A reply's words a line."""
    return (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()


def unseen(kind: str) -> list[str]:
    pairs = (line.split("\t", 1) for line in table("unseen-1"))
    return [words for its, words in pairs if its == kind]


def main() -> None:
    """Both directions of both sets, and what went wrong."""
    for name, offers, others in (
        ("tables", table("offers"), table("others")),
        ("unseen-1", unseen("offer"), unseen("other")),
    ):
        missed = [words for words in offers if not offers_images(words)]
        alarms = [words for words in others if offers_images(words)]
        heard = f"heard {len(offers) - len(missed)}/{len(offers)}, for nothing {len(alarms)}/{len(others)}"
        lines = [
            f"{name}: {heard}",
            *(f"  missed: {words}" for words in missed),
            *(f"  alarm: {words}" for words in alarms),
        ]
        sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main()
