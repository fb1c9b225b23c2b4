"""Which mail a reply is about, where a colleague has to say so."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.replies.replies import LetterStatus, Rating, ReplyKind, ReplyLabel
from bot.domain.replies.which_mail import lacks_mail, mail_said, may_choose_mail, must_choose_mail, ratings_of
from tests.domain.samples import NOON, reply

LOOSE = replace(reply(), alert_id=None, delivery_id=None)
WHO: dict[str, Any] = {"mail_by_name": "Carla"}
SENT = LetterStatus.SENT
CASES: dict[str, tuple[dict[str, Any], bool, bool]] = {
    "wrote by themselves": ({}, True, True),
    "said to be about one": ({"alert_id": 7, **WHO}, True, False),
    "said to be about none": (WHO, True, False),
    "nothing, at once": ({"rating": Rating.NOT_RELEVANT}, True, False),
    "answered": ({"rating": Rating.NOT_RELEVANT, "answer_status": SENT}, False, False),
    "answered, and wrote on": (
        {"rating": Rating.NOT_RELEVANT, "answer_status": SENT, "reopened_at": NOON},
        True,
        False,
    ),
    "with detectives": ({"alert_id": 7, **WHO, "escalated_by_name": "Carla"}, False, False),
    "erased": ({"erased_at": NOON}, False, False),
    "a machine's": ({"label": ReplyLabel.AUTO_REPLY}, False, False),
    "a call": ({"alert_id": 7, "kind": ReplyKind.PHONE}, False, False),
    "an answer to a mail": ({"alert_id": 7, "delivery_id": 3}, False, False),
}


@pytest.mark.parametrize("case", CASES)
def test_when_it_may_and_must_be_chosen(case: str) -> None:
    changes, may, must = CASES[case]
    given = replace(LOOSE, **changes)
    assert (may_choose_mail(given), must_choose_mail(given)) == (may, must)


def test_what_stands_and_which_ratings_mean_something() -> None:
    none, one = replace(LOOSE, **WHO), replace(LOOSE, alert_id=7, **WHO)
    assert [mail_said(given) for given in (LOOSE, none, one)] == ["", "none", "7"]
    assert [lacks_mail(given) for given in (LOOSE, none, one)] == [True, False, False]
    elsewhere = (Rating.RELEVANT_ELSEWHERE, Rating.NOT_RELEVANT)
    assert [ratings_of(given) for given in (LOOSE, none, one)] == [elsewhere, elsewhere, tuple(Rating)]
