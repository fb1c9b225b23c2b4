"""The survey's pages in a real Chromium: for everybody (WCAG 2.2 AA, by axe), by keyboard, and without JavaScript.

PICTURES_OF_PAGES=FOLDER puts a picture of each there, as a phone and a desk show it.
"""

import os
from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from bot.domain.surveys.surveys import statements_for
from tests.browser.rules import RULES, assert_fits
from tests.stage import Stage
from tests.surveys import links, sent_survey

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


def agree_with_all(page: Page) -> None:
    """A thumb on each choice of who did not reply."""
    for statement in statements_for(replied=False):
        page.locator(f"input[name={statement}][value=agree]").check()


def each_page(stage: Stage, page: Page) -> Iterator[str]:
    first, second, *_ = links(stage).values()
    page.goto(stage.here(first))
    yield "survey"
    page.locator("#why").fill("Ik zag niets.")
    page.locator("#better").fill("x" * 1001)
    page.locator("button").click()
    yield "survey_errors"
    agree_with_all(page)
    page.locator("#better").fill("")
    page.locator("button").click()
    yield "survey_thanks"
    page.goto(stage.here(first))
    yield "survey_used"
    stage.wait(timedelta(days=30))
    page.goto(stage.here(second))
    yield "survey_closed"


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("nl", "dark"), ("en", "light")])
def test_every_page_is_for_everybody(
    stage: Stage, browser: Browser, language: str, scheme: Literal["light", "dark"]
) -> None:
    sent_survey(stage)
    stage.overrides["locale"] = language
    stage.restart()
    page = browser.new_page(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]  # a width and a height
    found = {}
    for name in each_page(stage, page):
        results = Axe().run(page, options={"runOnly": list(RULES)})
        found[name] = results.generate_report() if results.violations_count else ""
        assert_fits(page, name)
        if folder := os.environ.get("PICTURES_OF_PAGES"):
            for size in (DESK, PHONE):
                page.set_viewport_size(size)  # type: ignore[arg-type]  # a width and a height
                page.screenshot(path=f"{folder}/{name}-{language}-{scheme}-{size['width']}.png", full_page=True)
    assert len(found) == 5
    assert {name: report for name, report in found.items() if report} == {}


def test_by_keyboard_and_without_javascript(stage: Stage, browser: Browser) -> None:
    sent_survey(stage)
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(stage.here(next(iter(links(stage).values()))))
    clear = page.get_by_role("radiogroup", name="De mails zijn duidelijk.")
    page.get_by_label("Wat kan beter?").fill("Vaker.")
    page.get_by_role("button").click()
    summary = page.get_by_role("alert", name="Uw antwoorden zijn nog niet verstuurd")
    expect(summary.get_by_role("link")).to_have_count(3)
    expect(clear).to_have_accessible_description("Kies een antwoord.")
    summary.get_by_role("link", name="De mails zijn duidelijk.").press("Enter")
    expect(clear.get_by_label("Helemaal oneens")).to_be_focused()
    page.keyboard.press("Space")
    expect(clear.get_by_label("Helemaal oneens")).to_be_checked()
    for name in ("Door de mails let ik beter op.", "Door de mails voel ik mij meer betrokken bij mijn buurt."):
        page.get_by_role("radiogroup", name=name).get_by_label("Geen mening").check()
    assert page.get_by_label("Wat kan beter?").input_value() == "Vaker."
    page.get_by_role("button").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank u wel voor uw antwoorden.")
