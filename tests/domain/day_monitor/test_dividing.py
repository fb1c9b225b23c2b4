"""Who gets what, by tables; and that it is fair, whoever is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.day_monitor.dividing import (
    INCIDENT_TRANSITIONS,
    IncidentAction,
    OnDuty,
    SkipReason,
    divide,
    offered_to,
    possible_from,
    skip_words,
)
from bot.domain.day_monitor.incidents import IncidentStatus
from bot.domain.guard.errors import ReasonNeeded

ANNA, BRAM, CEES = (OnDuty(name[0], name) for name in ("Anna", "Bram", "Cees"))


def busy(name: str, today: int = 0, lately: int = 0, assigned: int = 0) -> OnDuty:
    return OnDuty(name[0], name, today, lately, assigned=assigned)


@pytest.mark.parametrize(
    ("people", "gets"),
    [
        ([BRAM, ANNA], "ABABA"),
        ([busy("Anna", today=2, lately=2), BRAM], "BBBAB"),
        ([busy("Anna", assigned=1), BRAM], "BABAB"),
        ([busy("Anna", lately=9), BRAM, busy("Cees", lately=1)], "BCABC"),
        ([busy("Anna", today=1, assigned=1), busy("Bram", today=2)], "ABABA"),
        ([ANNA], "AAAAA"),
    ],
)
def test_who_has_least_comes_first(people: list[OnDuty], gets: str) -> None:
    assert "".join(one.id for one in divide(range(5), people).values()) == gets


PEOPLE = st.lists(
    st.builds(
        OnDuty,
        id=st.text("abcdefgh", min_size=1, max_size=3),
        name=st.sampled_from(["Anna", "Bram", "Cees"]),
        requests_today=st.integers(0, 5),
        requests_lately=st.integers(0, 40),
        assigned=st.integers(0, 5),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda one: one.id,
)


@given(PEOPLE, st.integers(0, 40), st.randoms())
def test_it_is_fair_and_in_whatever_order_people_stand_the_same(
    people: list[OnDuty], number: int, chance: object
) -> None:
    divided = divide(range(number), people)
    assert list(divided) == list(range(number))
    loads = {one.id: one.load for one in people}
    for one in divided.values():
        loads[one.id] += 1
    got = {one.id for one in divided.values()}
    assert all(loads[who] - 1 <= min(loads.values()) for who in got), "nobody gets one while another has less"
    assert divided == divide(range(number), sorted(people, key=lambda one: one.id))


@given(st.integers(1, 8), st.integers(0, 40), st.integers(0, 3))
def test_where_the_start_is_equal_they_differ_by_one_at_most(people: int, number: int, load: int) -> None:
    divided = divide(range(number), [OnDuty(str(one), "Naam", load, load) for one in range(people)])
    counts = [sum(one.id == str(who) for one in divided.values()) for who in range(people)]
    assert max(counts) - min(counts) <= 1
    assert sum(counts) == number


def test_a_request_is_offered_to_who_approved_least_and_never_to_its_requester() -> None:
    people = [OnDuty("A", "Anna"), OnDuty("B", "Bram", approvals_lately=9), OnDuty("C", "Cees", approvals_lately=2)]
    dirk = OnDuty("D", "Dirk", approvals_lately=2, approvals_today=1)
    assert [one.id for one in offered_to([*people, dirk], "A")] == ["C", "D"]
    assert [one.id for one in offered_to([*people, dirk], "B")] == ["A", "C"]
    assert [one.id for one in offered_to(people[:2], "A")] == ["B"]
    assert offered_to(people[:1], "A") == []


POSSIBLE = {("open", "assign"), ("open", "skip"), ("open", "request"), ("skipped", "request"), ("requested", "reopen")}


@pytest.mark.parametrize("status", IncidentStatus)
@pytest.mark.parametrize("action", IncidentAction)
def test_what_is_possible_when(status: IncidentStatus, action: IncidentAction) -> None:
    possible = (status.value, action.value) in POSSIBLE
    assert (status in possible_from(action)) is possible
    assert ((status, action) in INCIDENT_TRANSITIONS) is possible


def test_another_reason_needs_words() -> None:
    assert skip_words(SkipReason.DOUBLE, "zie ook 12") == "double"
    assert skip_words(SkipReason.OTHER, "  Eigen zaak  ") == "Eigen zaak"
    assert len(skip_words(SkipReason.OTHER, "x" * 500)) == 200
    with pytest.raises(ReasonNeeded) as refused:
        skip_words(SkipReason.OTHER, " ")
    assert refused.value.field == "words"
