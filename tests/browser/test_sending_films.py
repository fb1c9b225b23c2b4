"""A film of some megabytes from a phone: the line is cut twice and the page closed once, and it ends whole."""

import re
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route, expect

from tests.browser.rules import RULES, SMALLEST, assert_fits
from tests.scenarios.steps.films import come_in, film, sender
from tests.stage import Stage

FILM = film(12_000_000)
ALL_IN = "Alles is binnen. Dank u wel. U kunt deze pagina sluiten."
FILES_IN = "Uw bestanden zijn binnen. Klik onderaan op Verstuur."
PHONE = {"viewport": {"width": SMALLEST, "height": 568}}


class Line:
    """Between the phone and us: it may break after so many bytes of a call, which then are here; or be dead."""

    def __init__(self, context: BrowserContext) -> None:
        self.breaks: list[int] = []
        self.is_dead = False
        self.broken = 0
        context.route("**/bestanden/*", self._carries)

    def _carries(self, route: Route) -> None:
        request = route.request
        if request.method != "PATCH" or not (self.breaks or self.is_dead):
            route.continue_()
            return
        if self.breaks:
            part = (request.post_data_buffer or b"")[: self.breaks.pop(0)]
            headers = {name: value for name, value in request.headers.items() if name != "content-length"}
            route.fetch(post_data=part, headers=headers)
        self.broken += 1
        with suppress(Error):  # the page is closed by now
            route.abort("connectionreset")


@pytest.fixture
def page_of_noor(stage: Stage, browser: Browser) -> tuple[Page, Line, str]:
    stage.lives("Noor")
    stage.approved()
    context = browser.new_context(**PHONE)  # type: ignore[arg-type]
    return context.new_page(), Line(context), stage.url(sender(stage).link)


def test_it_ends_whole_through_cuts_and_a_closed_page(
    stage: Stage, page_of_noor: tuple[Page, Line, str], tmp_path: Path
) -> None:
    page, line, link = page_of_noor
    (file := tmp_path / "deurbel.mp4").write_bytes(FILM)
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None)
    page.goto(link)
    assert page.locator("input[type=file]:visible").count() == 1
    line.breaks = [3_000_000]
    page.locator("#pick").set_input_files(file)
    expect(page.locator(".film")).to_contain_text("deurbel.mp4")
    page.wait_for_function("() => /Wacht|Geen verbinding|MB/.test(document.querySelector('.film p').textContent)")
    page.locator("#what").fill("Let op de bus om 10.15 uur.")
    expect(page.locator(".film")).to_contain_text("Helemaal binnen", timeout=60_000)
    expect(page.locator("#status")).to_have_text(
        "Uw bestanden zijn binnen. Wat u schreef nog niet. Klik onderaan op Verstuur."
    )
    assert line.broken == 1
    page.get_by_role("button", name="Verstuur").click()
    expect(page.locator("h1")).to_have_text("Dank u wel. Wij hebben uw informatie ontvangen.", timeout=60_000)
    expect(page.locator("#status")).to_have_text(ALL_IN)
    expect(page.locator("main")).to_contain_text("Zagen uw buren ook iets?")

    page.goto(link)
    line.breaks, line.is_dead = [2_000_000], True  # and then nothing goes through
    (other := tmp_path / "oprit.mp4").write_bytes(FILM[::-1])
    page.locator("#pick").set_input_files(other)
    while line.broken < 3:
        page.wait_for_timeout(100)
    page.wait_for_function("() => Object.keys(localStorage).length")
    page.wait_for_timeout(500)  # the browser writes it down
    page.close(run_before_unload=False)
    line.is_dead = False  # no sooner: a page that is still there would send the rest, and forget that it began
    page = page_of_noor[0].context.new_page()
    page.goto(link)
    expect(page.locator("#list")).to_contain_text(
        "oprit.mp4: 2 van 12 MB is binnen. Kies hetzelfde bestand opnieuw.", timeout=60_000
    )
    page.locator("#pick").set_input_files({"name": "IMG_2.mp4", "mimeType": "video/mp4", "buffer": FILM[::-1]})
    expect(page.locator(".film p")).to_have_text("Helemaal binnen", timeout=60_000)
    expect(page.locator("#list")).not_to_contain_text("Kies hetzelfde")

    stage.settle()
    reply = come_in(stage)
    assert "Let op de bus om 10.15 uur." in reply.plain()
    kept = stage.rows("SELECT name, sha256, size FROM attachments ORDER BY id")
    assert [(row.name, row.size, row.sha256) for row in kept] == [
        ("deurbel.mp4", len(FILM), sha256(FILM).hexdigest()),
        ("oprit.mp4", len(FILM), sha256(FILM[::-1]).hexdigest()),
    ]
    assert len(stage.rows("SELECT id FROM uploads")) == 2
    assert refused == []


def test_it_goes_on_as_soon_as_the_line_is_back(page_of_noor: tuple[Page, Line, str]) -> None:
    """No timer runs, so it is not the next try that does it."""
    page, line, link = page_of_noor
    page.clock.install()
    page.goto(link)
    line.breaks, line.is_dead = [1_000_000], True
    page.locator("#pick").set_input_files({"name": "oprit.mp4", "mimeType": "video/mp4", "buffer": FILM})
    expect(page.locator(".film p")).to_have_text("Geen verbinding. Het sturen gaat vanzelf verder.", timeout=60_000)
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    line.is_dead = False
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#status")).to_have_text(FILES_IN, timeout=60_000)


def test_who_wrote_nothing_sends_no_empty_words(stage: Stage, page_of_noor: tuple[Page, Line, str]) -> None:
    page, _, link = page_of_noor
    page.goto(link)
    page.locator("#pick").set_input_files({"name": "oprit.mp4", "mimeType": "video/mp4", "buffer": film(5000)})
    expect(page.locator("#status")).to_have_text(FILES_IN)
    page.get_by_role("button", name="Verstuur").click()
    expect(page.locator("#what")).to_be_hidden()
    expect(page.locator("#status")).to_have_text(ALL_IN)
    assert "(beelden zonder tekst)" in come_in(stage).plain()
    assert len(stage.rows("SELECT id FROM replies")) == 1


def test_who_stops_one_can_send_it_all_the_same(stage: Stage, page_of_noor: tuple[Page, Line, str]) -> None:
    page, line, link = page_of_noor
    page.goto(link)
    line.is_dead = True
    page.locator("#pick").set_input_files({"name": "oprit.mp4", "mimeType": "video/mp4", "buffer": film(5000)})
    page.get_by_role("button", name="Stuur dit bestand niet").click()
    expect(page.locator(".film p")).to_have_text("Gestopt. Wij hebben dit bestand niet.")
    line.is_dead = False
    page.get_by_role("button", name="Probeer het opnieuw").click()
    expect(page.locator("#status")).to_have_text(FILES_IN)
    come_in(stage)
    assert [row.name for row in stage.rows("SELECT name FROM attachments")] == ["oprit.mp4"]


def test_a_telephone_stays_awake_while_it_sends(page_of_noor: tuple[Page, Line, str]) -> None:
    page, line, link = page_of_noor
    page.add_init_script(
        "window.locks = []; navigator.wakeLock.request = async (kind) => { const lock = { released: false,"
        " release: async () => { lock.released = true; } }; locks.push(lock); return lock; };"
    )
    page.goto(link)
    line.is_dead = True
    page.locator("#pick").set_input_files({"name": "oprit.mp4", "mimeType": "video/mp4", "buffer": film(5000)})
    page.wait_for_function("() => locks.length === 1 && !locks[0].released")
    line.is_dead = False
    expect(page.locator("#status")).to_have_text(FILES_IN, timeout=60_000)
    page.wait_for_function("() => locks.every((lock) => lock.released)")


def test_the_page_is_for_everybody(stage: Stage, page_of_noor: tuple[Page, Line, str]) -> None:
    page, _, link = page_of_noor
    page.goto(link)
    page.locator("summary").click()
    page.locator("#pick").set_input_files(
        {"name": "bus.exe", "mimeType": "video/mp4", "buffer": b"MZ\x90\0" + bytes(99)}
    )
    expect(page.locator(".film")).to_contain_text("Een programma kunnen wij niet aannemen.")
    found = Axe().run(page, options={"runOnly": list(RULES)}).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert_fits(page, "images")


def test_without_javascript_it_takes_what_it_took(stage: Stage, browser: Browser) -> None:
    stage.lives("Noor")
    stage.approved()
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(stage.url(sender(stage).link))
    assert page.locator("#pick").is_hidden()
    page.locator("summary").click()
    page.locator("#kept_days").fill("3")
    page.locator("#files").set_input_files({"name": "bus.mp4", "mimeType": "video/mp4", "buffer": film(5000)})
    page.get_by_role("button", name="Verstuur").click()
    assert re.search("Wij hebben uw informatie ontvangen", page.content())
    stage.settle()
    reply = stage.reply_message()
    assert "Camera bewaart de beelden (dagen): 3" in reply.plain()
    [row] = stage.rows("SELECT camera_days FROM replies")
    assert row.camera_days == 3
