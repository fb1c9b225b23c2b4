"""How much one link may bring: little before a colleague asks, a night of four cameras afterwards."""

from dataclasses import replace

import pytest

from bot.domain.replies.images.uploads import (
    A_FILE,
    A_LINK,
    ALERT_SHARE,
    BEGUN_A_DAY,
    FILES,
    MB,
    UNASKED,
    Brought,
    Room,
    TooMuch,
    most_of_a_file,
    too_much,
)

NOTHING = Brought(0, 0, 0, 0, 0, asked=False)
ASKED = replace(NOTHING, asked=True)
ROOMY = Room(total=1_000_000 * MB, free=900_000 * MB, nearly_full=False)


@pytest.mark.parametrize(
    ("length", "brought", "room", "why"),
    [
        (1, NOTHING, ROOMY, None),
        (0, NOTHING, ROOMY, TooMuch.EMPTY),
        (UNASKED, NOTHING, ROOMY, None),
        (UNASKED + 1, NOTHING, ROOMY, TooMuch.ASK),
        (2, replace(NOTHING, size=UNASKED - 1), ROOMY, TooMuch.ASK),
        (1, replace(NOTHING, size=UNASKED - 1), ROOMY, None),
        (A_FILE, ASKED, ROOMY, None),
        (A_FILE + 1, ASKED, ROOMY, TooMuch.FILE),
        (A_FILE + 1, NOTHING, ROOMY, TooMuch.FILE),
        (1, replace(ASKED, files=FILES - 1), ROOMY, None),
        (1, replace(ASKED, files=FILES), ROOMY, TooMuch.FILES),
        (1, replace(ASKED, begun=BEGUN_A_DAY - 1), ROOMY, None),
        (1, replace(ASKED, begun=BEGUN_A_DAY), ROOMY, TooMuch.FILES),
        (A_FILE, replace(ASKED, size=A_LINK - A_FILE), ROOMY, None),
        (A_FILE, replace(ASKED, size=A_LINK - A_FILE + 1), ROOMY, TooMuch.LINK),
        (10, replace(ASKED, of_alert=int(ALERT_SHARE * ROOMY.total) - 10), ROOMY, None),
        (11, replace(ASKED, of_alert=int(ALERT_SHARE * ROOMY.total) - 10), ROOMY, TooMuch.STORE),
        (1, ASKED, replace(ROOMY, nearly_full=True), TooMuch.STORE),
        (10, ASKED, replace(ROOMY, free=10), None),
        (11, ASKED, replace(ROOMY, free=10), TooMuch.STORE),
        (1, ASKED, replace(ROOMY, free=-5), TooMuch.STORE),
    ],
)
def test_what_is_taken(length: int, brought: Brought, room: Room, why: TooMuch | None) -> None:
    assert too_much(length, brought, room) is why


def test_the_largest_file() -> None:
    assert (most_of_a_file(asked=False), most_of_a_file(asked=True)) == (UNASKED, A_FILE)
