"""Turning pages: each row stands on one of them, forwards and back."""

from datetime import timedelta
from itertools import pairwise

import pytest

from bot.records.pages import Page, Turn
from bot.records.privacy import LookLine
from tests.domain.samples import NOON
from tests.storage.things import Work


@pytest.fixture
def looks(work: Work) -> Work:
    """Seventy-five looks, some at the same moment."""
    with work() as uow:
        for number in range(75):
            uow.audit.record("U1", "saw_original", "reply 1", NOON + timedelta(minutes=number // 3), words=str(number))
    return work


def page(work: Work, turn: Turn) -> Page[LookLine]:
    with work() as uow:
        return uow.looks.page(turn)


def test_forwards_and_back(looks: Work) -> None:
    pages = [page(looks, Turn())]
    while pages[-1].last < pages[-1].total:
        pages.append(page(looks, Turn(pages[-1].marks[1])))
    assert [(one.first, one.last, one.total) for one in pages] == [(1, 30, 75), (31, 60, 75), (61, 75, 75)]
    assert [look.words for one in pages for look in one.lines] == [str(number) for number in reversed(range(75))]
    assert all(page(looks, Turn(after.marks[0], back=True)) == before for before, after in pairwise(pages))


def test_past_the_end_is_the_last_page_and_before_the_beginning_the_first(looks: Work) -> None:
    last, first = page(looks, Turn("1")), page(looks, Turn("70", back=True))
    assert (last.first, last.last) == (46, 75)
    assert (first.first, first.last) == (1, 30)
    with looks() as uow:
        assert uow.looks.page(Turn("3"), who=["U2"]).total == 0
