"""Signing up and one's own page in a real Chromium: without JavaScript, for everybody, on each screen.

PICTURES_OF_PAGES=FOLDER puts a picture of each there, at three widths.
"""

import os
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.rules import RULES, SMALLEST, assert_fits
from tests.scenarios.steps.people import code_in, link_in, signs_up
from tests.stage import Stage

NOOR = "noor@example.nl"
FIELDS = {"name": "Noor Çelik", "email": NOOR, "postcode": "3823 AB", "house_number": "12-a"}
WIDTHS = (SMALLEST, 390, 1280)


class Citizen:
    """Noor, who saw a poster."""

    def __init__(self, stage: Stage, page: Page) -> None:
        self.stage, self.page = stage, page

    def sends(self, action: str = "") -> None:
        """Press this button, else the first one."""
        with self.page.expect_navigation():  # else what is read next may be no page yet
            self.page.locator(f'button[value="{action}"]' if action else "main button").first.click()
        self.stage.settle()

    def unfolds(self, action: str) -> None:
        """Open what hides this button."""
        hides = self.page.locator("details", has=self.page.locator(f'button[value="{action}"]'))
        if hides.get_attribute("open") is None:
            hides.locator("summary").click()

    def signs_up(self) -> Iterator[str]:
        self.page.goto(self.stage.url("/aanmelden"))
        yield "sign_up"
        self.sends()
        yield "sign_up_errors"
        for name, value in FIELDS.items():
            self.page.locator(f"#{name}").fill(value)
        for name in ("adult", "consent"):
            self.page.locator(f"#{name}").check()
        self.sends()
        yield "signed_up"
        self.page.goto(self.stage.here(link_in(self.stage, NOOR, "bevestigen")))
        yield "claim"
        self.sends()
        yield "claimed"

    def keeps_their_data(self) -> Iterator[str]:
        self.page.goto(self.stage.here(link_in(self.stage, NOOR, "mijn")))
        yield "own_lock"
        self.sends("send")
        yield "own_code"
        self.page.locator("#code").fill("12")
        self.sends("open")
        yield "own_code_wrong"
        self.page.locator("#code").fill(code_in(self.stage, NOOR))
        self.sends("open")
        yield "own_page"
        for action in ("move", "email", "mails", "pause", "leave", "download"):
            self.unfolds(action)
        yield "own_page_unfolded"
        self.page.locator("#postcode").fill("38")
        self.sends("move")
        yield "own_page_errors"
        self.unfolds("pause")
        self.page.locator("#until").fill("2026-02-01")
        self.sends("pause")
        yield "own_page_paused"
        self.unfolds("leave")
        self.sends("leave")
        yield "own_page_left"

    def each_page(self) -> Iterator[str]:
        yield from self.signs_up()
        self.stage.later(hours=49)
        signs_up(self.stage)  # once more: the mail leads to her own page
        yield from self.keeps_their_data()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_is_for_everybody_without_javascript(stage: Stage, browser: Browser, language: str) -> None:
    stage.overrides["locale"] = language
    stage.restart()
    scheme: Literal["light", "dark"] = "dark" if language == "en" else "light"
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme=scheme, java_script_enabled=False
    )
    found = {}
    citizen = Citizen(stage, context.new_page())
    looking = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    for name in citizen.each_page():
        looking.set_content(citizen.page.content())  # where axe may run
        results = Axe().run(looking, options={"runOnly": list(RULES)})
        found[name] = results.generate_report() if results.violations_count else ""
        assert looking.locator("html").get_attribute("lang") == language
        assert_fits(looking, name)
        if folder := os.environ.get("PICTURES_OF_PAGES"):
            for width in WIDTHS:
                looking.set_viewport_size({"width": width, "height": 844})
                looking.screenshot(path=f"{folder}/{name}-{language}-{width}.png", full_page=True)
    assert len(found) == 13
    assert {name: report for name, report in found.items() if report} == {}


def test_by_keyboard_in_under_a_minute(stage: Stage, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(stage.url("/aanmelden"))
    keys, order = page.keyboard, []
    for _ in range(9):
        keys.press("Tab")
        order.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        if value := FIELDS.get(order[-1]):
            keys.type(value)
        if order[-1] in ("adult", "consent"):
            keys.press("Space")
    assert order == ["A", *FIELDS, "adult", "consent", "A", "BUTTON"]
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog één stap.")
