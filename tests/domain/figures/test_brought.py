"""What it brought, by values worked out by hand."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.clock import AMSTERDAM
from bot.domain.alerts.alerts import CaseResult
from bot.domain.figures.brought import (
    NOTHING_BROUGHT,
    BroughtIn,
    Opinions,
    SeenIncident,
    brought_figures,
    images_figures,
    incident_figures,
)
from bot.domain.figures.counted import ValidReply
from bot.domain.leads.leads import LeadResult
from bot.domain.measures import Ratio, Spread
from bot.domain.replies.images.offered import Images
from tests.domain.figures.samples import DAY, HOUR, MINUTE, NOON, alert, reply

LATE = datetime(2026, 1, 14, 23, 59, tzinfo=AMSTERDAM)
UNTIL = datetime(2026, 1, 20, tzinfo=AMSTERDAM)


def test_of_nothing_there_is_no_figure() -> None:
    figures = brought_figures([], [], NOTHING_BROUGHT, NOON, AMSTERDAM)
    ratios = (figures.leads_judged, figures.with_usable_lead, figures.ended, figures.saw_nothing, figures.answered_soon)
    assert {ratio.per() for ratio in (*ratios, *figures.leads.values(), *figures.endings.values())} == {None}
    assert figures.at_the_desk == Spread(())


def test_a_lead_s_worth_is_counted_over_those_that_were_judged() -> None:
    leads = {None: 3, LeadResult.PICKED_UP: 2, LeadResult.GOLDEN_TIP: 1, LeadResult.RULED_OUT: 2}
    figures = brought_figures([], [], BroughtIn(leads), NOON, AMSTERDAM)
    assert figures.leads_judged == Ratio(3, 8)
    assert figures.leads[LeadResult.RULED_OUT] == Ratio(2, 3)
    assert figures.leads[LeadResult.USABLE] == Ratio(0, 3)
    assert LeadResult.PICKED_UP not in figures.leads


def test_alerts_with_a_usable_lead_and_how_they_ended() -> None:
    ends = (None, CaseResult.ARRESTED, CaseResult.ARRESTED, CaseResult.NO_CRIME)
    alerts = [alert(number, result=end, usable_leads=number // 2) for number, end in enumerate(ends)]
    figures = brought_figures(alerts, [], BroughtIn({}, saw_nothing=13), NOON, AMSTERDAM)
    assert figures.with_usable_lead == Ratio(2, 4)
    assert figures.ended == Ratio(3, 4)
    assert (figures.endings[CaseResult.ARRESTED], figures.endings[CaseResult.IN_COURT]) == (Ratio(2, 3), Ratio(0, 3))
    assert figures.saw_nothing == Ratio(13, 4 * 52)


def test_an_incident_is_mailed_the_same_day_by_the_calendar_and_skipped_only_where_it_was_not_mailed() -> None:
    seen = (
        SeenIncident(LATE, LATE),
        SeenIncident(LATE, LATE + MINUTE),
        SeenIncident(NOON, NOON + 11 * HOUR, "solved"),
        SeenIncident(NOON, None, "too_old"),
        SeenIncident(NOON, None, "double"),
        SeenIncident(NOON),
    )
    figures = incident_figures(seen, AMSTERDAM)
    assert (figures.mailed, figures.same_day, figures.skipped) == (Ratio(3, 6), Ratio(1, 3), Ratio(2, 6))
    assert figures.reasons == {"too_old": Ratio(1, 2), "double": Ratio(1, 2)}


@pytest.mark.parametrize(
    ("changes", "as_of", "counts"),
    [
        ({}, NOON, (0, 0, 0, 0)),
        ({"images": Images.NOT_NEEDED}, NOON, (0, 0, 0, 0)),
        ({"images": Images.NOT_NEEDED, "images_in_at": NOON}, NOON, (1, 1, 1, 1)),
        ({"images": Images.WANTED, "images_until": UNTIL}, UNTIL + 23 * HOUR, (1, 0, 0, 0)),
        ({"images": Images.WANTED, "images_until": UNTIL}, UNTIL + DAY, (1, 0, 0, 1)),
        ({"images": Images.EXPIRED, "images_until": UNTIL}, UNTIL + 90 * DAY, (1, 0, 0, 1)),
        ({"images": Images.IN, "images_until": UNTIL, "images_in_at": UNTIL + 23 * HOUR}, UNTIL, (1, 1, 1, 1)),
        ({"images": Images.IN, "images_until": UNTIL, "images_in_at": UNTIL + DAY}, UNTIL + DAY, (1, 1, 0, 1)),
        ({"images": Images.IN, "images_in_at": NOON}, NOON, (1, 1, 1, 1)),
        ({"images": Images.HANDED_OVER, "images_until": UNTIL}, UNTIL + 9 * DAY, (1, 1, 0, 0)),
    ],
)
def test_images_offered_in_and_in_time(
    changes: dict[str, Any], as_of: datetime, counts: tuple[int, int, int, int]
) -> None:
    offered, came, in_time, told = counts
    figures = images_figures([reply(**changes)], as_of, AMSTERDAM)
    assert figures.offered == Ratio(offered, 1)
    assert figures.came == Ratio(came, offered)
    assert figures.in_time == Ratio(in_time, told)


@pytest.mark.parametrize(
    ("one", "answered", "seconds"),
    [
        (reply(NOON, 3 * HOUR, opened_at=NOON + 2 * HOUR, answer_at=NOON + DAY), Ratio(1, 1), (3600,)),
        (reply(NOON, opened_at=NOON, answer_at=NOON + DAY + MINUTE), Ratio(0, 1), ()),
        (reply(NOON, HOUR, opened_at=NOON + HOUR), Ratio(0, 1), (1,)),
        (reply(NOON, HOUR, has_address=False), Ratio(0, 0), ()),
        (reply(NOON + DAY, HOUR), Ratio(0, 0), ()),
    ],
)
def test_time_at_the_desk_and_an_answer_within_a_day(
    one: ValidReply, answered: Ratio, seconds: tuple[int, ...]
) -> None:
    figures = brought_figures([], [one], NOTHING_BROUGHT, NOON + timedelta(days=2), AMSTERDAM)
    assert figures.answered_soon == answered
    assert figures.at_the_desk == Spread(seconds)


def test_all_surveys_together_are_the_ratio_of_the_sums() -> None:
    opinions = (
        Opinions("ENQ-1", {"clear": Ratio(1, 5)}),
        Opinions("ENQ-2", {"clear": Ratio(9, 10), "easy": Ratio(5, 5)}),
    )
    figures = brought_figures([], [], BroughtIn({}, opinions=opinions), NOON, AMSTERDAM)
    assert figures.agreeing("clear") == Ratio(10, 15)
    assert figures.agreeing("easy") == Ratio(5, 5)
    assert figures.agreeing("prompt") == Ratio(0, 0)
