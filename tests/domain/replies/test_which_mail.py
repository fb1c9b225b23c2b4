"""Which mail a reply is about, where a colleague has to say so."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.replies.replies import LetterStatus, Rating, ReplyKind, ReplyLabel
from bot.domain.replies.which_mail import (
    Hint,
    SentAlert,
    fitting_mail,
    lacks_mail,
    mail_said,
    may_choose_mail,
    may_fit_another,
    must_choose_mail,
    ratings_of,
    references_in,
)
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


KERSEN = SentAlert(8, "BM-2026-0008", "Kersenstraat", NOON - timedelta(days=2))
OLD = SentAlert(6, "BM-2026-0006", "Appelstraat", NOON - timedelta(days=61))
HAVIK = SentAlert(9, "BM-2026-0009", "Havik", NOON - timedelta(days=1))
OWN = SentAlert(1, "BM-2026-0001", "Kattenbroekstraat", NOON - timedelta(hours=3))
FITS: dict[str, tuple[dict[str, Any], dict[int, dict[str, Any]], tuple[int, Hint] | None]] = {
    "nothing": ({"words": "Ik zag een bus."}, {}, None),
    "another street": ({"words": "In de KERSENSTRAAT stond een bus"}, {}, (8, Hint.STREET)),
    "its own street too": ({"words": "Van de Kersenstraat naar de Kattenbroekstraat"}, {}, None),
    "part of a word": ({"words": "In de Kersenstraatweg"}, {}, None),
    "a street of long ago": ({"words": "In de Appelstraat"}, {}, None),
    "a street that is a word": ({"words": "Ik zag een havik"}, {}, None),
    "another mail by name": ({"words": "Over BM-2026-0006"}, {6: {"named": True}}, (6, Hint.NAMED)),
    "its own mail by name": ({"words": "BM-2026-0001"}, {1: {"named": True}}, None),
    "both by name": ({"words": "BM-2026-0001, BM-2026-0008"}, {1: {"named": True}, 8: {"named": True}}, None),
    "got another too": ({"words": "Ik zag een bus."}, {8: {"got_it": True}}, None),
    "wrote by themselves, got one": ({"alert_id": None, "words": "Een bus."}, {8: {"got_it": True}}, (8, Hint.GOT_IT)),
    "wrote by themselves, got one long ago": ({"alert_id": None, "words": "Een bus."}, {6: {"got_it": True}}, None),
    "wrote by themselves of a street": (
        {"alert_id": None, "words": "In de Kersenstraat"},
        {1: {"got_it": True}},
        (8, Hint.STREET),
    ),
}


@pytest.mark.parametrize("case", FITS)
def test_which_other_mail_it_is_probably_about(case: str) -> None:
    changes, known, expected = FITS[case]
    given = replace(reply(), **changes)
    sent = [replace(one, **known.get(one.id, {})) for one in (OWN, HAVIK, KERSEN, OLD)]
    found = fitting_mail(given, "Kattenbroekstraat" if given.alert_id else "", sent)
    assert (found and (found[0].id, found[1])) == expected


def test_what_was_decided_is_not_pointed_out_and_names_are_found_in_any_case() -> None:
    decided: tuple[dict[str, Any], ...] = (
        {"rating": Rating.NOT_RELEVANT},
        WHO,
        {"kind": ReplyKind.PHONE},
        {"erased_at": NOON},
        {"label": ReplyLabel.AUTO_REPLY},
    )
    assert may_fit_another(reply())
    assert not any(may_fit_another(replace(reply(), **changes)) for changes in decided)
    assert references_in(replace(reply(), subject="bm-2026-0002", words="en BM-2026-0003.")) == {
        "BM-2026-0002",
        "BM-2026-0003",
    }
