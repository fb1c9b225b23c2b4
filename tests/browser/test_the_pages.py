"""The citizens' pages in a real Chromium: for everybody (WCAG 2.2 AA, by axe), by keyboard, and without JavaScript.

PICTURES_OF_PAGES=FOLDER puts a picture of each there, as a phone and a desk show it.
"""

import os
import re
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from bot.domain.figures.periods import Month, Period
from bot.domain.participants.people import Colleague, Role
from tests.browser.rules import RULES, assert_fits
from tests.stage import Stage

ELS = Colleague("UELS", "Els", frozenset({Role.SUPERUSER}))
DECEMBER = Period(Month(2025, 12), Month(2025, 12))


class Citizen:
    """Noor, who got a mail and clicks in it."""

    def __init__(self, stage: Stage, page: Page) -> None:
        self._stage = stage
        self.page = page
        text = stage.mail_to("noor@example.nl").text
        self.form = min(re.findall(r"https://\S+/reageren/\S+", text), key=len)
        [self.leave] = re.findall(r"https://\S+/afmelden/\S+", text)

    def opens(self, link: str) -> None:
        """Follow a link."""
        self.page.goto(self._stage.here(link))

    def sends(self) -> None:
        """Press the first button of the page; what comes of it is there."""
        with self.page.expect_navigation():
            self.page.locator("button").first.click()

    def each_page(self) -> Iterator[str]:
        """Every page there is, by name, as it stands in the browser."""
        self.opens(self.form)
        yield "form"
        self.page.locator("#phone").fill("12")
        self.sends()
        yield "errors"
        self.page.locator("#what").fill("Ik zag een grijze bus.")
        self.page.locator("#phone").fill("")
        self.sends()
        yield "thanks"
        self.opens(f"{self.form}?keuze=beelden")
        yield "images"
        self.opens(f"{self.form}?keuze=niets")
        yield "nothing"
        self.sends()
        yield "nothing_seen"
        self.opens(self.leave)
        yield "leave"
        self.sends()
        yield "left"
        self.sends()
        yield "came_back"
        self.opens(self.form[:-2] + "aa")
        yield "unknown"
        self.opens(self.leave)
        with self.page.expect_navigation():
            self.page.get_by_role("button").last.click()
        yield "stays"
        self.opens("/privacy")
        yield "privacy"
        self.opens("/")
        yield "start"
        self.opens(self._stage.program.workflow.municipal.link(DECEMBER, ELS).address)
        yield "municipal"


@pytest.fixture
def stage_with_mail(stage: Stage) -> Stage:
    """Noor got an alert."""
    stage.lives("Noor")
    stage.approved()
    return stage


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_for_everybody(
    stage_with_mail: Stage, browser: Browser, language: str, scheme: Literal["light", "dark"]
) -> None:
    stage_with_mail.overrides["locale"] = language
    stage_with_mail.overrides["allowed_recipients"] = "example.nl" if scheme == "dark" else ""  # OEFENING on every page
    stage_with_mail.restart()
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    citizen, found = Citizen(stage_with_mail, page), {}
    for name in citizen.each_page():
        results = Axe().run(page, options={"runOnly": list(RULES)})
        found[name] = results.generate_report() if results.violations_count else ""
        assert page.locator("html").get_attribute("lang") == language
        assert_fits(page, name)
        if folder := os.environ.get("PICTURES_OF_PAGES"):
            page.screenshot(path=f"{folder}/{name}-{language}-{scheme}-390.png", full_page=True)
            page.set_viewport_size({"width": 1280, "height": 900})
            page.screenshot(path=f"{folder}/{name}-{language}-{scheme}-1280.png", full_page=True)
            page.set_viewport_size({"width": 390, "height": 844})
    assert len(found) == 14
    assert {name: report for name, report in found.items() if report} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_mail_is_for_everybody(stage_with_mail: Stage, browser: Browser, scheme: Literal["light", "dark"]) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    stage_with_mail.answers("Noor", "Ik zag een bus.")
    alert, acknowledgement = stage_with_mail.mails_to("noor@example.nl")
    for name, mail in (("alert", alert), ("acknowledgement", acknowledgement)):
        page.set_content(mail.html)
        no_letter = {"page-has-heading-one": {"enabled": False}}  # a letter has no headings
        results = Axe().run(page, options={"runOnly": list(RULES), "rules": no_letter})
        assert not results.violations_count, results.generate_report()
        assert page.get_by_role("main").count() == 1
        assert_fits(page, name)
        if folder := os.environ.get("PICTURES_OF_PAGES"):
            page.screenshot(path=f"{folder}/mail-{name}-{scheme}-390.png", full_page=True)


def test_by_keyboard_an_error_leads_to_its_field_and_the_form_gets_sent(
    stage_with_mail: Stage, browser: Browser
) -> None:
    page = browser.new_page()
    citizen = Citizen(stage_with_mail, page)
    citizen.opens(citizen.form)
    assert page.locator('input[type="file"]:visible').count() == 1
    keys = page.keyboard
    order = []
    for _ in range(9):
        keys.press("Tab")
        order.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        if order[-1] == "phone":
            keys.type("12")
    assert order == ["A", "what", "when", "where", "pick", "SUMMARY", "witness", "phone", "BUTTON"]
    keys.press("Enter")

    expect(page).to_have_title(re.compile("^Niet verstuurd: "))
    summary = page.get_by_role("alert", name="Uw reactie is nog niet verstuurd")
    expect(summary).to_be_focused()
    keys.press("Tab")
    expect(page.get_by_role("link", name="Vertel kort wat u zag of hoorde.")).to_be_focused()
    keys.press("Tab")
    keys.press("Enter")
    phone = page.get_by_label("Mogen wij u bellen?")
    expect(phone).to_be_focused()
    expect(phone).to_have_accessible_description(
        "Is dit uw telefoonnummer? Voorbeeld: 06 12345678. Klopt het? Verstuur het dan zo."
    )
    assert phone.input_value() == "12"
    phone.fill("06 12345678")
    page.get_by_label("Wat zag of hoorde u? (verplicht)").fill("Ik zag een grijze bus.")
    keys.press("Tab")
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank u wel. Wij hebben uw informatie ontvangen.")


def test_without_javascript_photos_are_sent_all_the_same(stage_with_mail: Stage, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    citizen = Citizen(stage_with_mail, page)
    citizen.opens(f"{citizen.form}?keuze=beelden")
    photos = [{"name": f"bus {n}.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff" * n} for n in (1, 2)]
    page.locator("#files").set_input_files(photos)  # type: ignore[arg-type]
    page.locator("#what").fill("Van mijn deurbel.\nOm half elf.")
    citizen.sends()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank u wel. Wij hebben uw informatie ontvangen.")
    stage_with_mail.settle()
    said = stage_with_mail.reply_message().plain()
    [files] = [line for line in said.splitlines() if line.startswith("📎 ")]
    assert [file.partition(",")[0] for file in files.removeprefix("📎 ").split("; ")] == ["bus 1.jpg", "bus 2.jpg"]
    assert "Van mijn deurbel.\nOm half elf." in said
