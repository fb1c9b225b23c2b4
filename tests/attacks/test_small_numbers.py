"""The municipality's page hid a number under five in one line, and told it by subtracting in the next."""

import pytest

from bot.clock import AMSTERDAM
from bot.domain.alerts.alerts import CaseResult
from bot.domain.figures.brought import NOTHING_BROUGHT
from bot.domain.figures.figures import Counted, report_of
from bot.domain.figures.periods import Month, Period
from bot.texts import texts
from bot.workflow.figures.municipal_tables import municipal_sections
from tests.domain.figures.samples import NOON, alert

TOO_FEW = "te weinig om te tonen"


@pytest.mark.parametrize(("still_open", "told"), [(0, True), (2, False), (4, False), (5, True)])
def test_how_the_closed_ones_ended_does_not_tell_how_few_are_open(still_open: int, told: bool) -> None:
    endings = [*[CaseResult.NOT_SOLVED] * 10, *[None] * still_open]
    month = Month(2026, 1)
    alerts = tuple(alert(number, result=result) for number, result in enumerate(endings))
    report = report_of(Counted(alerts, (), {}, 0, NOTHING_BROUGHT), Period(month, month), NOON, AMSTERDAM)
    rows = [row for _, rows in municipal_sections(texts("nl"), report) for row in rows]
    [closed] = [value for name, value in rows if name == texts("nl")("Alerts that were closed")]
    assert (closed == TOO_FEW) is not told
    assert any("n = 10" in value for name, value in rows if name.startswith("Afloop")) is told
