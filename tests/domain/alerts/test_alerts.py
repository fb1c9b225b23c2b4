"""The rules of an alert, as tables."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.alerts.alert_errors import InvalidRadius, NotYourRequest, OwnRequest, TextChanged
from bot.domain.alerts.alerts import (
    ALERT_TRANSITIONS,
    LONGEST,
    RADII_M,
    About,
    AlertAction,
    AlertKind,
    AlertStatus,
    CaseResult,
    check_approval,
    check_radius,
    check_withdrawal,
    next_status,
    tidy_text,
    window_errors,
)
from bot.domain.alerts.endings import check_was_sent, content_about
from bot.domain.alerts.typed_texts import content_changes
from bot.domain.alerts.word_errors import OwnWords
from bot.domain.errors import AlreadyDone, EmptyField, Refusal, TooLong
from bot.domain.participants.people import Colleague, Role
from tests.domain.samples import ALERT, ANNA, BRAM, CONTENT, NOON

FOLLOWING = {
    AlertStatus.REQUESTED: {
        AlertAction.AMEND: AlertStatus.REQUESTED,
        AlertAction.APPROVE: AlertStatus.APPROVED,
        AlertAction.RETURN: AlertStatus.RETURNED,
        AlertAction.PROPOSE: AlertStatus.RETURNED,
        AlertAction.WITHDRAW: AlertStatus.WITHDRAWN,
        AlertAction.JOIN: AlertStatus.JOINED,
    },
    AlertStatus.JOINED: {AlertAction.PART: AlertStatus.REQUESTED, AlertAction.MARK_SENT: AlertStatus.SENT},
    AlertStatus.RETURNED: {
        AlertAction.AMEND: AlertStatus.REQUESTED,
        AlertAction.PROPOSE: AlertStatus.RETURNED,
        AlertAction.WITHDRAW: AlertStatus.WITHDRAWN,
    },
    AlertStatus.APPROVED: {AlertAction.STOP: AlertStatus.REQUESTED, AlertAction.MARK_SENT: AlertStatus.SENT},
    AlertStatus.SENT: {AlertAction.CLOSE: AlertStatus.CLOSED},
    AlertStatus.CLOSED: {AlertAction.CHANGE_RESULT: AlertStatus.CLOSED, AlertAction.REOPEN: AlertStatus.SENT},
    AlertStatus.WITHDRAWN: {},
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


CEES = Colleague("U3", "Cees", frozenset({Role.INTAKE}))
BLANK = Colleague(" U1 ", "Anna", frozenset({Role.INTAKE}))


def refused(status: AlertStatus, approver: Colleague, author: Colleague, seen: int) -> type[Refusal] | None:
    """Never one's own, only what waits, only the text that was seen."""
    if approver in {ANNA, BLANK}:
        return OwnRequest
    if approver is author:
        return OwnWords
    if status is not AlertStatus.REQUESTED:
        return AlreadyDone
    return None if seen == ALERT.version else TextChanged


@pytest.mark.parametrize("status", AlertStatus)
@pytest.mark.parametrize("approver", [ANNA, BLANK, BRAM, CEES], ids=["requester", "blank", "colleague", "another"])
@pytest.mark.parametrize("author", [ANNA, BRAM], ids=["requester", "colleague"])
@pytest.mark.parametrize("seen", [0, 1, 2])
def test_four_eyes(status: AlertStatus, approver: Colleague, author: Colleague, seen: int) -> None:
    alert, refusal = replace(ALERT, status=status, content_by_id=author.id), refused(status, approver, author, seen)
    if refusal:
        with pytest.raises(refusal):
            check_approval(alert, approver, seen)
    else:
        check_approval(alert, approver, seen)


def test_nor_does_a_blank_make_the_author_somebody_else() -> None:
    with pytest.raises(OwnWords):
        check_approval(replace(ALERT, content_by_id=BRAM.id), replace(BRAM, id="U2 "), 1)


ELS = replace(BRAM, id="U9", roles=frozenset({Role.SUPERUSER}))
WITHDRAWS = [
    *((ANNA, status, True) for status in AlertStatus),
    *((BRAM, status, False) for status in AlertStatus),
    *((ELS, status, status is AlertStatus.RETURNED) for status in AlertStatus),
]


@pytest.mark.parametrize(("by", "status", "may"), WITHDRAWS)
def test_the_requester_withdraws_and_what_went_back_a_superuser_too(
    by: Colleague, status: AlertStatus, may: bool
) -> None:
    with nullcontext() if may else pytest.raises(NotYourRequest):
        check_withdrawal(replace(ALERT, status=status), by)


def test_who_may_not_withdraw_hears_whose_request_it_is() -> None:
    with pytest.raises(NotYourRequest) as refusal:
        check_withdrawal(ALERT, BRAM)
    assert refusal.value.values == {"name": "Anna"}


@pytest.mark.parametrize("status", AlertStatus)
def test_only_what_was_sent_and_is_no_outcome_itself_has_an_outcome(status: AlertStatus) -> None:
    sent = replace(ALERT, status=status, sent_at=NOON)
    assert check_was_sent(sent) == About(1, "BM-2026-0001", NOON)
    for other in (
        replace(ALERT, status=status),
        replace(sent, about=About(7, "BM-2026-0007", NOON), kind=AlertKind.OUTCOME),
    ):
        with pytest.raises(Refusal):
            check_was_sent(other)


def test_an_outcome_holds_the_case_and_only_its_own_words() -> None:
    asked = replace(CONTENT, description="Een bus.", question="Zag u hem?")
    told = content_about(asked, "Iemand is aangehouden.", CaseResult.ARRESTED)
    assert told == replace(CONTENT, what_happened="Iemand is aangehouden.", ending=CaseResult.ARRESTED)


@pytest.mark.parametrize("field", LONGEST)
def test_texts_have_a_length_and_may_have_to_be_there(field: str) -> None:
    most = LONGEST[field]
    assert tidy_text(field, f"  {'x' * most}\n") == "x" * most
    assert tidy_text(field, " \n ", required=False) == ""
    for typed, refused_with in (("  ", EmptyField), ("x" * (most + 1), TooLong)):
        with pytest.raises(refused_with) as refusal:
            tidy_text(field, typed)
        assert refusal.value.field == field


def test_too_long_says_how_much() -> None:
    with pytest.raises(TooLong) as refusal:
        tidy_text("street", "x" * 101)
    assert refusal.value.values == {"length": 101, "most": 100}


@pytest.mark.parametrize("radius_m", RADII_M)
def test_the_radii_of_the_form(radius_m: int) -> None:
    assert check_radius(radius_m) == radius_m


@pytest.mark.parametrize("radius_m", [-100, 0, 99, 301, 2001])
def test_only_the_radii_that_the_form_offers(radius_m: int) -> None:
    with pytest.raises(InvalidRadius) as refusal:
        check_radius(radius_m)
    assert refusal.value.field == "radius_m"


@pytest.mark.parametrize(
    ("start_h", "end_h", "fields"),
    [
        (-2, -1, []),
        (-1, -1, []),
        (-1, 0, []),
        (-1, -2, ["time_to"]),
        (-1, -25, ["date_to"]),
        (-1, 1, ["date_to"]),
        (1, 2, ["date_from", "date_to"]),
        (2, 1, ["date_from", "date_to"]),
        (1, -1, ["date_from"]),
    ],
)
def test_the_offence_lies_behind_us_and_runs_forwards(start_h: int, end_h: int, fields: list[str]) -> None:
    errors = window_errors(NOON + timedelta(hours=start_h), NOON + timedelta(hours=end_h), NOON)
    assert [error.field for error in errors] == fields


def test_the_difference_of_two_texts() -> None:
    assert content_changes(CONTENT, CONTENT) == {}
    after = replace(CONTENT, question="Zag u een bus?", radius_m=500)
    assert content_changes(CONTENT, after) == {"question": ("", "Zag u een bus?"), "radius_m": ("300", "500")}


def test_every_refusal_has_one_line_of_words() -> None:
    for refusal in Refusal.__subclasses__():
        message = refusal.__new__(refusal).message
        assert message
        assert "\n" not in message
