"""What goes when."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.privacy.retention import Rule, Terms, counted_from, is_due, rule_of
from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import LetterStatus, Rating, Reply, ReplyLabel
from tests.domain.samples import NOON, reply

SENT, WAITING = LetterStatus.SENT, LetterStatus.WAITING
HANDLED = replace(reply(Rating.NOT_RELEVANT, SENT), handled_at=NOON)


@pytest.mark.parametrize(
    ("what", "rule"),
    [
        (HANDLED, Rule.NOT_RELEVANT),
        (replace(HANDLED, rating=Rating.RELEVANT_HERE), Rule.RECORDED),
        (replace(HANDLED, rating=Rating.RELEVANT_ELSEWHERE), Rule.RECORDED),
        (replace(HANDLED, rating=Rating.RELEVANT_HERE, images=Images.IN, images_end=NOON), None),  # asked about first
        (replace(HANDLED, rating=Rating.RELEVANT_HERE, images=Images.IN), Rule.RECORDED),  # another reply has them
        (replace(HANDLED, rating=Rating.RELEVANT_HERE, images=Images.EXPIRED), Rule.RECORDED),
        (replace(HANDLED, images=Images.IN, images_end=NOON), Rule.NOT_RELEVANT),  # the citizen was told the day
        (replace(HANDLED, handled_at=None), None),
        (replace(HANDLED, answer_status=WAITING), None),
        (replace(HANDLED, acknowledgement_status=LetterStatus.CALLING), None),
        (replace(HANDLED, erased_at=NOON), None),
        (replace(HANDLED, erased_at=NOON, handled_at=NOON + timedelta(days=1)), Rule.NOT_RELEVANT),
        (reply(label=ReplyLabel.AUTO_REPLY), Rule.OTHER),
        (reply(label=ReplyLabel.BOUNCE), Rule.OTHER),
        (reply(label=ReplyLabel.FLOOD), Rule.OTHER),
        (replace(reply(label=ReplyLabel.FLOOD), erased_at=NOON), None),
        (reply(), None),
    ],
)
def test_the_rule_that_a_reply_goes_by(what: Reply, rule: Rule | None) -> None:
    assert rule_of(what) is rule


def test_days_count_from_the_answer_that_names_the_day() -> None:
    day = timedelta(days=1)
    answered = replace(HANDLED, answered_at=NOON - day)
    assert counted_from(answered, Rule.NOT_RELEVANT) == NOON - day
    assert counted_from(answered, Rule.RECORDED) == NOON
    assert counted_from(reply(label=ReplyLabel.TEST), Rule.OTHER) == NOON


def test_it_goes_in_the_night_that_begins_the_promised_day() -> None:
    terms = Terms(14, 30, 30)
    assert terms.shortest == 14
    days = terms.days(Rule.NOT_RELEVANT)
    assert not is_due(date(2026, 1, 14), days, date(2026, 1, 27))
    assert is_due(date(2026, 1, 14), days, date(2026, 1, 28))
