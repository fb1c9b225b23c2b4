"""The rules of an alert, as tables."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.alerts import (
    ALERT_TRANSITIONS,
    Alert,
    AlertAction,
    AlertContent,
    AlertStatus,
    Offence,
    check_approval,
    check_radius,
    check_withdrawal,
    content_changes,
    next_status,
    tidy_bvh_number,
    tidy_postcode,
    tidy_text,
    window_errors,
)
from bot.domain.errors import (
    AlreadyDone,
    EmptyField,
    InvalidBvhNumber,
    InvalidPostcode,
    InvalidRadius,
    NotYourRequest,
    OwnRequest,
    Refusal,
    TextChanged,
    TooLong,
)
from bot.domain.people import Colleague, Role

NOON = datetime(2026, 1, 14, 12, tzinfo=UTC)
ANNA = Colleague("U1", "Anna", frozenset({Role.INTAKE}))
BRAM = Colleague("U2", "Bram", frozenset({Role.INTAKE}))
CONTENT = AlertContent(
    offence=Offence.BURGLARY,
    street="Kattenbroekstraat",
    house_number="12",
    postcode="3823 AB",
    place="Amersfoort",
    neighbourhood="Kattenbroek",
    window_start=NOON - timedelta(hours=3),
    window_end=NOON - timedelta(hours=1),
    what_happened="De voordeur is opengebroken.",
    description="",
    question="",
    radius_m=300,
    bvh_number="2026-1",
    x=155_800,
    y=467_300,
)
ALERT = Alert(1, "BM-2026-0001", AlertStatus.REQUESTED, 1, CONTENT, ANNA.id, ANNA.name, NOON)

FOLLOWING = {
    AlertStatus.REQUESTED: {
        AlertAction.AMEND: AlertStatus.REQUESTED,
        AlertAction.APPROVE: AlertStatus.APPROVED,
        AlertAction.RETURN: AlertStatus.RETURNED,
        AlertAction.WITHDRAW: AlertStatus.WITHDRAWN,
    },
    AlertStatus.RETURNED: {AlertAction.AMEND: AlertStatus.REQUESTED, AlertAction.WITHDRAW: AlertStatus.WITHDRAWN},
    AlertStatus.APPROVED: {AlertAction.MARK_SENT: AlertStatus.SENT},
    AlertStatus.SENT: {AlertAction.CLOSE: AlertStatus.CLOSED},
    AlertStatus.WITHDRAWN: {},
    AlertStatus.CLOSED: {},
}


@pytest.mark.parametrize("status", AlertStatus)
@pytest.mark.parametrize("action", AlertAction)
def test_every_status_takes_its_own_actions_and_refuses_the_others(status: AlertStatus, action: AlertAction) -> None:
    alert = replace(ALERT, status=status)
    following = FOLLOWING[status].get(action)
    if following is None:
        with pytest.raises(AlreadyDone):
            next_status(alert, action)
    else:
        assert next_status(alert, action) is following


def test_nothing_but_an_approval_leads_to_approved() -> None:
    assert [how for how, status in ALERT_TRANSITIONS.items() if status is AlertStatus.APPROVED] == [
        (AlertStatus.REQUESTED, AlertAction.APPROVE)
    ]


@pytest.mark.parametrize(
    ("approver", "seen", "refusal"), [(BRAM, 1, None), (ANNA, 1, OwnRequest), (BRAM, 0, TextChanged)]
)
def test_four_eyes(approver: Colleague, seen: int, refusal: type[Refusal] | None) -> None:
    if refusal:
        with pytest.raises(refusal):
            check_approval(ALERT, approver, seen)
    else:
        check_approval(ALERT, approver, seen)


def test_only_the_requester_withdraws() -> None:
    check_withdrawal(ALERT, ANNA)
    with pytest.raises(NotYourRequest):
        check_withdrawal(ALERT, BRAM)


@pytest.mark.parametrize(("typed", "tidy"), [("3823ab", "3823 AB"), (" 3823  AB ", "3823 AB"), ("1000aa", "1000 AA")])
def test_postcodes(typed: str, tidy: str) -> None:
    assert tidy_postcode(typed) == tidy


@pytest.mark.parametrize("typed", ["", "3823", "AB 3823", "0823 AB", "3823 A", "3823 ABC", "38233 AB"])
def test_what_is_no_postcode(typed: str) -> None:
    with pytest.raises(InvalidPostcode):
        tidy_postcode(typed)


@pytest.mark.parametrize(("typed", "right"), [("2026-001234", True), ("PL0900-1", True), ("-1", False), ("a b", False)])
def test_bvh_numbers(typed: str, right: bool) -> None:
    if right:
        assert tidy_bvh_number(f" {typed} ") == typed
    else:
        with pytest.raises(InvalidBvhNumber):
            tidy_bvh_number(typed)


def test_texts_have_a_length_and_may_have_to_be_there() -> None:
    assert tidy_text("street", "  Dorpsstraat ") == "Dorpsstraat"
    assert tidy_text("question", "", required=False) == ""
    with pytest.raises(EmptyField):
        tidy_text("street", "  ")
    with pytest.raises(TooLong):
        tidy_text("street", "x" * 101)


@pytest.mark.parametrize("radius_m", [0, 99, 301, 2001])
def test_only_the_radii_that_the_form_offers(radius_m: int) -> None:
    with pytest.raises(InvalidRadius):
        check_radius(radius_m)
    assert check_radius(2000) == 2000


@pytest.mark.parametrize(
    ("start_h", "end_h", "fields"),
    [(-2, -1, []), (-1, -1, []), (-1, -2, ["time_to"]), (-1, 1, ["date_to"]), (1, 2, ["date_from", "date_to"])],
)
def test_the_offence_lies_behind_us_and_runs_forwards(start_h: int, end_h: int, fields: list[str]) -> None:
    errors = window_errors(NOON + timedelta(hours=start_h), NOON + timedelta(hours=end_h), NOON)
    assert [error.field for error in errors] == fields


def test_the_difference_of_two_texts() -> None:
    after = replace(CONTENT, question="Zag u een bus?", radius_m=500)
    assert content_changes(CONTENT, after) == {"question": ("", "Zag u een bus?"), "radius_m": ("300", "500")}


def test_every_refusal_has_one_line_of_words() -> None:
    for refusal in Refusal.__subclasses__():
        message = refusal().message
        assert message
        assert "\n" not in message
