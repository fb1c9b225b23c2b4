"""What citizens type about themselves."""

import pytest

from bot.domain.participants.claiming import is_name, tidy_house_number


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("12", "12"),
        ("12a", "12-a"),
        ("12 a", "12-a"),
        ("12 - A", "12-A"),
        ("12 -a", "12-a"),
        ("12, a", "12-a"),
        ("12/3", "12-3"),
        ("12–a", "12-a"),
        ("12 bis A", "12-bis A"),
        ("12 1 hoog", "12-1 hoog"),
        ("99999", "99999"),
        ("100000", ""),
        ("0", ""),
        ("12 a=b", ""),
        ("a 12", ""),
    ],
)
def test_a_house_number_as_people_write_it(typed: str, kept: str) -> None:
    assert tidy_house_number(typed) == kept


@pytest.mark.parametrize("typed", ["Noor", "'t Hart", "Ç", "李小龙", "J. 2"])
def test_a_name(typed: str) -> None:
    assert is_name(typed)


@pytest.mark.parametrize("typed", ["", "12", "...", "=Noor", "+Noor", "-Noor", "@Noor"])
def test_what_is_no_name(typed: str) -> None:
    assert not is_name(typed)
