"""Replies as they come in: every word of the citizen survives, and ours are taken away."""

from collections import Counter

import pytest

from bot.records.mail import InboundKind
from tests.mail.corpus import REPLIES, Case
from tests.mail.corpus.senders import MACHINES, PEOPLE
from tests.mail.measure import bare, clean, result_of, results, whole
from tests.mail.samples import DELIVERY, READER


@pytest.mark.parametrize("case", REPLIES, ids=lambda case: case.name)
def test_no_word_of_theirs_is_lost(case: Case) -> None:
    result = result_of(case)
    assert result.lost == (), result.own


@pytest.mark.parametrize("case", REPLIES, ids=lambda case: case.name)
def test_it_is_a_citizen_s_reply_to_its_own_alert(case: Case) -> None:
    mail = READER.read(case.raw, [])
    assert READER.delivery_of(mail.token_address) == DELIVERY
    assert (mail.kind, mail.may_acknowledge, mail.attachment_names) == (InboundKind.REPLY, True, case.files)


def test_how_well_it_does() -> None:
    """`make words` prints these, with what was left or lost."""
    assert whole() == 1
    assert clean() == 1, [(result.case.name, result.left) for result in results() if result.left]
    assert bare() >= 0.98


def test_the_corpus_is_large_and_dutch_enough() -> None:
    languages = Counter(case.lang for case in REPLIES)
    assert len({case.name for case in REPLIES}) == len(REPLIES) >= 90
    assert languages["nl"] >= len(REPLIES) / 2
    assert len(languages) >= 5


@pytest.mark.parametrize(("name", "raw"), PEOPLE, ids=[name for name, _ in PEOPLE])
def test_people_are_no_machines(name: str, raw: bytes) -> None:
    assert READER.read(raw, []).kind is InboundKind.REPLY, name


@pytest.mark.parametrize(("name", "raw"), MACHINES, ids=[name for name, _ in MACHINES])
def test_machines_are_no_people(name: str, raw: bytes) -> None:
    mail = READER.read(raw, [])
    assert (mail.kind is not InboundKind.REPLY, mail.may_acknowledge) == (True, False), name
