"""Who typed somebody's address between their look and their click had them take part at another home, unseen."""

import re

import httpx

from tests.scenarios.steps.people import link_in, signs_up, words
from tests.stage import Stage


def pressed(stage: Stage, link: str, page: httpx.Response) -> httpx.Response:
    """The button of a page as it was shown."""
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.text))
    answer = stage.sends_form(link, **hidden)
    stage.settle()
    return answer


def test_the_home_that_was_shown_is_the_one_that_is_confirmed(stage: Stage) -> None:
    signs_up(stage)
    link = link_in(stage, "noor@example.nl", "bevestigen")
    page = stage.visits(link)
    assert "3823 AB, 12-a" in words(page)
    signs_up(stage, name="Iemand Anders", postcode="3813 AA", house_number="1")
    again = pressed(stage, link, page)
    assert "3813 AA, 1" in words(again), "it is asked anew"
    assert stage.rows("SELECT * FROM participants") == []
    assert "U doet mee" in words(pressed(stage, link, again))
    assert [row.postcode for row in stage.rows("SELECT postcode FROM participants")] == ["3813 AA"]
