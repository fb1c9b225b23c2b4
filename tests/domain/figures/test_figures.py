"""Every figure, by values worked out by hand."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.clock import AMSTERDAM
from bot.domain.figures.counted import Stage
from bot.domain.figures.figures import Counted, Load, alert_figures, month_shares, reply_figures, report_of
from bot.domain.figures.periods import Month, Period
from bot.domain.measures import Ratio, Spread
from bot.domain.participants.people import LeaveReason
from bot.domain.replies.replies import Rating, ReplyKind
from tests.domain.figures.samples import DAY, HOUR, MINUTE, NOON, alert, reply


def test_of_nothing_there_is_no_figure() -> None:
    assert Ratio(0, 0).per() is None
    assert Spread(()).at(50, HOUR) is None
    empty = report_of(Counted((), (), {}, 0), Period(Month(2026, 1), Month(2026, 1)), NOON, AMSTERDAM)
    assert [line.share for line in empty.months] == [Ratio(0, 0)] * 6
    assert empty.total.per() is None
    assert empty.handling.answered.ratio == Ratio(0, 0)


def test_an_alert_is_of_the_local_month_of_its_sending() -> None:
    late = datetime(2026, 1, 31, 22, 59, tzinfo=UTC)  # 23:59 in Amsterdam
    alerts = [alert(1, sent=late, replies=1), alert(2, sent=late + MINUTE), alert(3, sent=late + HOUR, replies=3)]
    shares = month_shares(alerts, Period(Month(2026, 1), Month(2026, 3)), AMSTERDAM)
    assert [(str(line.month), line.share) for line in shares] == [
        ("2026-01", Ratio(1, 1)),
        ("2026-02", Ratio(1, 2)),
        ("2026-03", Ratio(0, 0)),
    ]


def test_the_total_is_the_ratio_of_the_sums_and_the_figures_are_of_the_period_alone() -> None:
    december = [alert(number, sent=NOON - 31 * DAY, replies=1) for number in range(2)]
    january = [alert(number, replies=number % 2) for number in range(10, 20)]
    counted = Counted([*december, *january], [reply(NOON - 2 * DAY, HOUR)], {LeaveReason.ASKED: 2}, 480)
    report = report_of(counted, Period(Month(2026, 1), Month(2026, 1)), NOON, AMSTERDAM)
    assert (str(report.period), report.as_of) == ("2026-01", NOON)
    assert report.handling.same_day == Ratio(1, 1)  # two days old at that moment
    assert report.sending.unsubscribed == Ratio(2, 1000)
    assert report.total == Ratio(7, 12)  # the mean of the two months would be 75 %
    assert report.sending.mails_per_alert == Ratio(520, 10)


def test_from_the_end_of_the_window_to_the_sending_and_what_can_not_be() -> None:
    hours: list[float] = [1, 2, 3, 10, -2, -1 / 3600]
    alerts = [alert(number, took=span * HOUR) for number, span in enumerate(hours)]
    figures = alert_figures(alerts, {}, 0)
    assert figures.burglary_to_sent.n == 4
    assert figures.burglary_to_sent.at(50, HOUR) == Decimal("2.5")
    assert figures.burglary_to_sent.at(90, HOUR) == Decimal("7.9")  # 3 + 0.7 * 7
    assert figures.sent_before_offence == ("BM-2026-0004", "BM-2026-0005")
    at_once = alert_figures([alert(took=0 * HOUR)], {}, 0)
    assert (at_once.burglary_to_sent.n, at_once.sent_before_offence) == (1, ())


def test_the_hour_that_autumn_has_twice_counts_twice() -> None:
    before, after = datetime(2025, 10, 25, 22, tzinfo=UTC), datetime(2025, 10, 26, 23, tzinfo=UTC)  # local midnights
    assert alert_figures([alert(sent=after, took=after - before)], {}, 0).burglary_to_sent.at(50, HOUR) == Decimal(25)
    gap = reply_figures([reply(before, after - before - MINUTE)], after + 5 * DAY, AMSTERDAM)
    assert (gap.same_day, gap.reply_to_handled.at(50, HOUR)) == (Ratio(1, 1), Decimal("25.0"))


def test_mails_and_what_came_back_of_them() -> None:
    alerts = [alert(1, mails=51, bounced=2, complaints=1, replies=3), alert(2, mails=52, replies=1)]
    figures = alert_figures(alerts, {LeaveReason.UNSUBSCRIBED: 2, LeaveReason.BOUNCED: 9}, outcome_mails=97)
    assert figures.mails_per_alert.per(1) == Decimal("51.5")
    assert figures.replies_per_mail.per() == Decimal("3.9")
    assert figures.bounced.per() == Decimal("1.9")
    assert figures.unsubscribed.per(1000) == Decimal("10.0")
    assert figures.complained.per(1000) == Decimal("9.7")


def test_four_eyes_and_who_did_how_much() -> None:
    pairs = [("U1", "U2"), ("U1", "U2"), ("U3", "U1"), ("U4", "U2"), ("U5", "U5")]
    alerts = [
        alert(number, requester_id=asked, requester_name=asked.lower(), approver_id=sent, approver_name=sent.lower())
        for number, (asked, sent) in enumerate(pairs)
    ]
    figures = alert_figures(alerts, {}, 0)
    assert (figures.four_eyes.ratio, figures.four_eyes.failures) == (Ratio(4, 5), ("BM-2026-0004",))
    assert (figures.busiest_requesters, figures.busiest_approvers) == (Ratio(3, 5), Ratio(4, 5))
    assert figures.load[:3] == (Load("u1", 2, 1), Load("u2", 0, 3), Load("u5", 1, 1))
    assert figures.in_form.at(50, MINUTE) == Decimal("5.0")


def test_relevance_is_over_rated_replies() -> None:
    ratings = [Rating.RELEVANT_HERE] * 2 + [Rating.RELEVANT_ELSEWHERE] + [Rating.NOT_RELEVANT] * 2 + [None] * 5
    figures = reply_figures([reply(rating=rating) for rating in ratings], NOON, AMSTERDAM)
    assert figures.ratings[Rating.RELEVANT_HERE] == Ratio(2, 5)
    assert figures.usable == Ratio(3, 5)


def test_same_day_and_next_day_are_calendar_days_and_an_open_reply_is_missed() -> None:
    evening = datetime(2026, 1, 14, 22, 30, tzinfo=UTC)  # 23:30 in Amsterdam
    replies = [
        reply(evening, 20 * MINUTE),
        reply(evening, HOUR),  # after midnight
        reply(evening, 25 * HOUR),  # the day after that
        reply(evening),
        reply(evening - DAY, 2 * HOUR),
        reply(evening + DAY, MINUTE),  # not two days old yet
    ]
    figures = reply_figures(replies, evening + 2 * DAY, AMSTERDAM)
    assert (figures.same_day, figures.by_next_day) == (Ratio(1, 5), Ratio(3, 5))
    assert figures.reply_to_handled.n == 5


def test_handled_in_the_same_second_is_handled() -> None:
    assert reply_figures([reply(NOON, timedelta())], NOON + 3 * DAY, AMSTERDAM).reply_to_handled.n == 1


def test_promises_are_over_replies_with_an_address_and_name_their_failures() -> None:
    replies = [
        reply(id=1),
        reply(id=2, answered=False),
        reply(id=3, acknowledged=False, reference=""),
        reply(id=4, kind=ReplyKind.PHONE, has_address=False, acknowledged=False, answered=False),
    ]
    assert reply_figures(replies, NOON + DAY, AMSTERDAM).answered.ratio == Ratio(0, 0), "it may still be kept"
    figures = reply_figures(replies, NOON + 2 * DAY, AMSTERDAM)
    assert (figures.acknowledged.ratio, figures.acknowledged.failures) == (Ratio(2, 3), ("- #3",))
    assert (figures.answered.ratio, figures.answered.failures) == (Ratio(2, 3), ("BM-2026-0001 #2",))
    assert figures.kinds == {ReplyKind.MAIL: 3, ReplyKind.PHONE: 1}
    assert figures.uncertain == ()


def test_who_may_get_no_automatic_mail_is_listed_apart() -> None:
    replies = [reply(id=1), reply(id=2, acknowledged=False, may_be_acknowledged=False)]
    figures = reply_figures(replies, NOON + 2 * DAY, AMSTERDAM)
    assert (figures.acknowledged.ratio, figures.acknowledged.failures) == (Ratio(1, 1), ())
    assert figures.uncertain == ("BM-2026-0001 #2",)
    assert figures.answered.ratio == Ratio(2, 2)


def test_where_the_time_went_as_far_as_it_got() -> None:
    stages = alert().clock.stages()
    assert stages == {
        Stage.TO_FORM: 3 * HOUR - HOUR - 5 * MINUTE,
        Stage.IN_FORM: 5 * MINUTE,
        Stage.TO_APPROVAL: 59 * MINUTE,
        Stage.TO_SENT: MINUTE,
    }
    waiting = replace(alert().clock, approved_at=None, sent_at=None)
    assert [*waiting.stages()] == [Stage.TO_FORM, Stage.IN_FORM]


def test_a_report_parts_the_time_until_the_form() -> None:
    clock = alert().clock
    spans = replace(clock, reported_at=clock.window_end + 20 * MINUTE).stages()
    assert [*spans] == [*Stage]
    assert spans[Stage.TO_REPORT] == 20 * MINUTE
    assert spans[Stage.TO_REPORT] + spans[Stage.TO_FORM] == clock.stages()[Stage.TO_FORM]
    assert replace(clock, reported_at=clock.window_end - MINUTE).stages()[Stage.TO_REPORT] == -MINUTE
