"""The page of the map, without a database behind it."""

import pytest

from handlers.web.areas.wishes import parse_wish
from handlers.web.pace import Pace


def test_so_many_a_minute_from_one_person_and_not_from_another() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0], most=3)
    assert [pace.allows("anna") for _ in range(4)] == [True, True, True, False]
    assert pace.allows("bram")
    now[0] = 61
    assert pace.allows("anna")


def test_who_is_long_gone_is_forgotten() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0], most=1)
    for number in range(1_001):
        pace.allows(str(number))
    now[0] = 61
    assert pace.allows("0")
    assert len(vars(pace)["_asked"]) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"kind=drawn&corners=" + b"[" * 20_000,
        b"&".join([b"street=a"] * 5_000),
        b"radius=%00",
        b"kind=x",
    ],
)
def test_no_bytes_raise(body: bytes) -> None:
    wish, action = parse_wish(body)
    assert (wish.radius_m, wish.corners, action) == (0, (), "")
