"""Who has the Home before them, on both databases."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from bot.records.desk import BoardName, HomeView
from tests.domain.samples import NOON
from tests.storage.things import Work

VIEW = HomeView("U1", "nl", {BoardName.LATE: 1}, "first")


def test_opened_twice_at_once_it_is_kept_once_as_it_was_last(work: Work) -> None:
    later = replace(VIEW, pages={}, digest="second")

    def opens() -> None:
        with work() as uow:
            uow.home_views.keep(later, NOON)

    with ThreadPoolExecutor(1) as slack:
        with work() as uow:
            uow.home_views.keep(VIEW, NOON)
            again = slack.submit(opens)
            time.sleep(0.2)  # it waits for this transaction
        again.result()
    with work() as uow:
        assert uow.home_views.opened_since(NOON) == [later]
