"""A text that somebody edited follows what is ticked."""

import pytest

from bot.domain.letters.following import follow

LATER = "Beste Noor,\n\nDank u wel. Wij slaan uw informatie op bij deze zaak. Misschien bellen wij u.\n\nCarla"
DONE = (
    "Beste Noor,\n\nDank u wel. Wij hebben uw informatie opgeslagen bij deze zaak. "
    "Wij hebben uw informatie ook doorgegeven. Misschien bellen wij u.\n\nCarla"
)


@pytest.mark.parametrize(
    ("typed", "before", "after", "becomes"),
    [
        (LATER, LATER, DONE, DONE),
        (f" {LATER}", LATER, DONE, DONE),
        (LATER, LATER, LATER, LATER),
        (LATER.replace("Carla", "Cees"), LATER, DONE, DONE.replace("Carla", "Cees")),
        (DONE.replace("Carla", "Cees"), DONE, LATER, LATER.replace("Carla", "Cees")),
        (DONE.replace("Carla", "Cees"), LATER, DONE, DONE.replace("Carla", "Cees")),
        ("Eigen woorden.", LATER, DONE, "Eigen woorden."),
    ],
)
def test_what_differs_changes_and_what_was_edited_stays(typed: str, before: str, after: str, becomes: str) -> None:
    assert follow(typed, before, after) == becomes
