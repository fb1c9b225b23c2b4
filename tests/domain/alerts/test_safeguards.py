"""No mass mail by mistake, as tables."""

import pytest

from bot.domain.alerts.alert_errors import TypeTheNumber
from bot.domain.alerts.safeguards import Safeguards, allow_list

EXERCISE = Safeguards(allowed=allow_list(" Anna@Example.nl , example.org,@Oefening.example "))


@pytest.mark.parametrize(
    ("address", "out"),
    [
        ("anna@example.nl", True),
        (" ANNA@EXAMPLE.NL", True),
        ("bram@example.nl", False),
        ("bram@example.org", True),
        ("bram@Oefening.Example", True),
        ("bram@sub.example.org", False),
        ("bram@notexample.org", False),
        ("anna@example.nl.evil.example", False),
        ("evil@elsewhere.example, x@example.org", False),
        ("evil@elsewhere.example,x@example.org", False),
        ("evil@elsewhere.example>x@example.org", False),
        ('"evil@elsewhere.example"@example.org', False),
        ("@example.org", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_who_is_let_out_in_an_exercise(address: str, out: bool) -> None:
    assert EXERCISE.exercise
    assert EXERCISE.lets_out(address) is out


def test_in_production_everybody_is() -> None:
    assert not Safeguards().exercise
    assert Safeguards().lets_out("anybody@elsewhere.example")
    assert allow_list("") == frozenset()


@pytest.mark.parametrize("typed", ["1234", "1.234", "1 234", " 1,234 ", "1\u00a0234", "1\u202f234"])
def test_the_number_may_be_typed_as_people_write_it(typed: str) -> None:
    Safeguards(confirm_above=1000).check_number(1234, typed)


@pytest.mark.parametrize("typed", [None, "", "1235", "12345", "01234", "1234 mensen", "-1234", "1e3", "١٢٣٤"])
def test_anything_else_is_refused_and_the_number_told(typed: str | None) -> None:
    with pytest.raises(TypeTheNumber) as refusal:
        Safeguards(confirm_above=1000).check_number(1234, typed)
    assert (refusal.value.field, refusal.value.values) == ("recipients", {"n": 1234})


@pytest.mark.parametrize(("people", "asked"), [(999, False), (1000, False), (1001, True)])
def test_from_how_many_on_it_is_asked(people: int, asked: bool) -> None:
    guards = Safeguards(confirm_above=1000)
    assert guards.asks_number(people) is asked
    if not asked:
        guards.check_number(people, None)
        with pytest.raises(TypeTheNumber):
            guards.check_number(people, "")
