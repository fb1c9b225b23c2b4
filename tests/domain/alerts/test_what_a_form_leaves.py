"""Whose words stand there, as a colleague is told it."""

import pytest

from bot.domain.alerts.authorship import Authors, Whose, authors_now, whose_are
from bot.domain.participants.people import Colleague
from tests.domain.samples import ALERT, ANNA, BRAM


@pytest.mark.parametrize(
    ("author", "colleague", "whose"),
    [
        (ANNA, ANNA, Whose.OWN),
        (BRAM, ANNA, Whose.OWN),  # the requester takes all of it for theirs
        (BRAM, BRAM, Whose.REWRITTEN),
        (ANNA, BRAM, Whose.SUPPLEMENT),
    ],
)
def test_what_a_form_leaves(author: Colleague, colleague: Colleague, whose: Whose) -> None:
    assert whose_are(ALERT, Authors(author.id, author.name), colleague) is whose


def test_the_authors_as_they_are() -> None:
    assert authors_now(ALERT) == Authors("U1", "Anna", "", "")
