"""Thirty replies as they come in: every word of the citizen survives, and ours are taken away."""

import pytest

from bot.workflow.mail_port import InboundKind
from tests.mail.corpus import REPLIES, Case
from tests.mail.samples import ALERT, DELIVERY, READER


@pytest.mark.parametrize("case", REPLIES, ids=lambda case: case.name)
def test_own_words(case: Case) -> None:
    mail = READER.read(case.raw, [])
    own = READER.own_words(mail.text, ALERT.text)
    lines = own.split("\n")
    for words in case.keep:
        assert words in lines, own
    for words in case.gone:
        assert words not in own, own
    assert READER.delivery_of(mail.token_address) == DELIVERY
    assert (mail.kind, mail.may_acknowledge) == (InboundKind.REPLY, True)
