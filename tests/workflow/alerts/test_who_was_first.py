"""Who comes second is told who was first, and what people are shown of a change."""

from dataclasses import replace

import pytest

from bot.domain.alerts.alerts import About, AlertAction, AlertKind, AlertStatus
from bot.domain.errors import AlreadyDone, Refusal, SomebodyWasFirst
from bot.workflow.alerts.amending import check_open, shown_changes, was_first
from tests.domain.samples import ALERT, BRAM, NOON
from tests.workflow.alerts.samples import FLOOR


@pytest.mark.parametrize(
    ("decided_by", "approver", "told", "values"),
    [
        ("Bram", "", SomebodyWasFirst, {"name": "Bram"}),
        ("", "Bram", SomebodyWasFirst, {"name": "Bram"}),
        ("Bram", "Cees", SomebodyWasFirst, {"name": "Bram"}),  # sent back after it was stopped
        ("Floor", "", AlreadyDone, {}),  # a second press of one's own
        ("", "Floor", AlreadyDone, {}),
        ("", "", AlreadyDone, {}),
    ],
)
def test_the_second_hears_who_it_was(
    decided_by: str, approver: str, told: type[Refusal], values: dict[str, str]
) -> None:
    alert = replace(ALERT, status=AlertStatus.APPROVED, decided_by_name=decided_by, approver_name=approver)
    refusal = was_first(alert, FLOOR)
    assert (type(refusal), refusal.values) == (told, values)
    with pytest.raises(told):
        check_open(alert, AlertAction.RETURN, FLOOR)


def test_what_waits_is_open_to_all() -> None:
    for colleague in (FLOOR, BRAM):
        check_open(ALERT, AlertAction.RETURN, colleague)


def test_of_an_outcome_mail_its_one_text_is_shown() -> None:
    changes = {"what_happened": ("Iemand is gezien.", "Iemand is aangehouden.")}
    outcome = replace(ALERT, about=About(7, "BM-2026-0007", NOON), kind=AlertKind.OUTCOME)
    assert shown_changes(ALERT, changes) == changes
    assert shown_changes(outcome, changes) == {"outcome": changes["what_happened"]}
    assert shown_changes(outcome, {}) == {}
