"""A colleague's page plays a film and shows its still, within its policy; a citizen reads that theirs does not open."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.rules import RULES, assert_fits
from tests.doubles.files import real_film
from tests.scenarios.steps.attachments import asks_for_links
from tests.scenarios.steps.films import come_in, sender
from tests.stage import Stage

FILM = real_film("webm", "libvpx")
LOADED = "() => document.querySelector('video').readyState >= 1"


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page()


def test_it_plays_and_its_still_shows(stage: Stage, page: Page) -> None:
    stage.lives("Noor")
    stage.approved()
    sender(stage).sends(FILM, "deurbel.webm")
    [link] = asks_for_links(stage, stage.carla, come_in(stage))
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
    answers: dict[str, int] = {}
    page.on("response", lambda answer: answers.update({answer.url.rpartition("?")[2]: answer.status}))
    page.goto(stage.here(link))
    page.get_by_role("button", name="Open de bijlage").click()
    expect(page.locator("h1")).to_have_text("deurbel.webm")
    page.wait_for_function(LOADED)
    page.evaluate("document.querySelector('video').play()")
    page.wait_for_function("() => document.querySelector('video').currentTime > 0.2")
    assert (answers["film"], answers["beeld"]) == (206, 200)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Sla de film op").click()
    assert Path(saved.value.path()).read_bytes() == FILM
    assert refused == []
    found = Axe().run(page, options={"runOnly": list(RULES)}).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert_fits(page, "film")


def test_who_sends_one_that_does_not_open_reads_so(stage: Stage, page: Page) -> None:
    stage.lives("Noor")
    stage.approved()
    page.goto(stage.url(sender(stage).link))
    page.locator("#pick").set_input_files(
        {"name": "deurbel.webm", "mimeType": "video/webm", "buffer": FILM[: len(FILM) // 3]}
    )
    expect(page.locator(".film p")).to_have_text("Helemaal binnen")
    come_in(stage)
    expect(page.locator(".film p")).to_contain_text("wij kunnen deze film niet openen", timeout=10_000)
