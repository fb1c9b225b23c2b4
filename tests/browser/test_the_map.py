"""Gebied op de kaart in a real Chromium: drawn with a mouse, ticked by keyboard, without JavaScript, on each screen.

PICTURES_OF_PAGES=FOLDER puts a picture of each there, at three widths.
"""

import os
import re
from collections.abc import Iterator
from math import cos, sin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from bot.domain.participants.people import ParticipantRow
from tests.browser.rules import RULES, SMALLEST, assert_fits
from tests.desk_steps import seen
from tests.scenarios.steps.alerts import SEND
from tests.scenarios.steps.areas import a_register, page_of
from tests.stage import Stage, X, Y

WIDTHS = (SMALLEST, 390, 1280)
STREETS = {
    "Kattenbroekstraat": (0.2, 0, 0),
    "Dorpsstraat": (0.2, 0, 120),
    "Burgemeester van Randwijcklaan": (0.2, 0, -120),
    "Kerkweg": (1.77, 140, 0),
    "Lindenlaan": (1.77, -140, 0),
    "Appelhof": (1.1, 250, 160),
}
"""By how it is turned and where its middle is, in metres from the offence."""


def homes(turn: float, dx: float, dy: float) -> list[tuple[float, float]]:
    """On both sides of a street."""
    along = [(cos(turn) * 7 * n, sin(turn) * 7 * n) for n in range(-15, 16)]
    return [(dx + x + 9 * side * sin(turn), dy + y - 9 * side * cos(turn)) for x, y in along for side in (-1, 1)]


@pytest.fixture
def town(stage: Stage) -> Stage:
    """Six streets; in each third home somebody takes part."""
    placed = {name: homes(*where) for name, where in STREETS.items()}
    a_register(stage, **placed)
    rows = [
        ParticipantRow(f"{name.split()[0]}{number}@example.nl", "Buur", "3823 AB", "1", "Kattenbroek", X + dx, Y + dy)
        for name, places in placed.items()
        for number, (dx, dy) in enumerate(places)
        if number % 3 == 0
    ]
    stage.program.enrol(rows)
    return stage


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 1280, "height": 900})


def opens(town: Stage, page: Page) -> str:
    """Anna fills in the form and follows the link of its preview."""
    link = town.here(page_of(town.previews(town.anna)))
    page.goto(link)
    expect(page.locator("#map")).to_be_visible()
    return link


def draws(page: Page, *corners: tuple[float, float]) -> None:
    """Click these corners, in parts of the map's width and height, and the first one again."""
    page.get_by_label("Het gebied dat ik teken").check()
    expect(page.locator("#map")).to_have_class(re.compile("draws"))
    box = page.locator("#map").bounding_box()
    assert box
    for x, y in (*corners, corners[0]):
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"], steps=4)
        page.mouse.click(box["x"] + x * box["width"], box["y"] + y * box["height"])
    expect(page.locator("#map")).not_to_have_class(re.compile("draws"))


def uses(town: Stage, page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Gebruik dit gebied").click()
    town.program.listeners.wait_until_idle()


def told(page: Page) -> str:
    """Once the count of what stands there has come."""
    expect(page.locator("#told")).not_to_have_class(re.compile("waits"))
    return page.locator("#told").inner_text()


def test_an_officer_draws_and_exactly_who_lives_inside_gets_the_mail(town: Stage, page: Page) -> None:
    opens(town, page)
    draws(page, (0.3, 0.3), (0.7, 0.3), (0.7, 0.7), (0.3, 0.7))
    expect(page.locator("#told")).to_contain_text("mensen krijgen deze mail.")
    people = int(told(page).split()[0])
    uses(town, page)
    expect(page.get_by_role("status").first).to_contain_text("Dit gebied staat in uw formulier.")
    assert f"*{people} mensen* krijgen deze mail" in seen(town.anna).text()
    assert seen(town.anna).submit().closed
    town.settle()
    town.presses(town.bram, town.alert_message(), SEND)
    [row] = town.rows("SELECT shape FROM alerts")
    assert len(town.sendgrid.sent) == people > 5
    assert row.shape
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze kaart is dicht")


def test_lines_that_cross_are_told_at_once_and_drawn_again(town: Stage, page: Page) -> None:
    opens(town, page)
    draws(page, (0.3, 0.3), (0.7, 0.7), (0.7, 0.3), (0.3, 0.7))
    expect(page.locator("#told")).to_have_text(
        "De lijnen van dit gebied kruisen elkaar. Teken het opnieuw, één keer rond."
    )
    page.get_by_role("button", name="Opnieuw tekenen").click()
    expect(page.locator("#told")).to_have_text("Teken eerst een gebied.")
    draws(page, (0.3, 0.3), (0.7, 0.3), (0.7, 0.7))
    expect(page.locator("#told")).to_contain_text("mensen krijgen deze mail.")


def test_streets_by_keyboard_alone(town: Stage, page: Page) -> None:
    opens(town, page)
    page.get_by_label("Iedereen binnen een straal").focus()
    page.keyboard.press("ArrowDown")
    for _ in range(8):  # past the map, which the arrows move, and its two buttons
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "street":
            break
    page.keyboard.press("Space")
    ticked = page.evaluate("[...document.querySelectorAll('[name=street]:checked')].map(one => one.value)")
    assert len(ticked) == 1
    expect(page.locator("#told")).to_contain_text("Er staan 62 woningen")
    page.get_by_role("button", name="Gebruik dit gebied").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    town.program.listeners.wait_until_idle()
    assert f"*Gebied:* {ticked[0]}" in seen(town.anna).text()


def test_a_radius_is_one_press(town: Stage, page: Page) -> None:
    opens(town, page)
    page.get_by_label("100 m", exact=True).check()
    expect(page.locator("#told")).to_contain_text("mensen krijgen deze mail.")
    uses(town, page)
    assert "*Gebied:* 100 m" in seen(town.anna).text()


def test_over_a_slow_line_what_was_asked_last_counts(town: Stage, page: Page) -> None:
    """An answer that comes late is no longer shown; one that does not come is told."""
    opens(town, page)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/telling", hold)
    page.get_by_label("100 m", exact=True).check()
    page.wait_for_timeout(500)
    page.unroute("**/telling")
    page.get_by_label("500 m", exact=True).check()
    expect(page.locator("#told")).to_contain_text("126 mensen krijgen deze mail.")
    page.route("**/telling", lambda route: route.abort())
    page.get_by_label("200 m", exact=True).check()
    expect(page.locator("#told")).to_have_text("Tellen lukt nu niet. Probeer het zo weer.")


def test_two_tabs_of_one_form_end_with_what_was_used_last(town: Stage, browser: Browser, page: Page) -> None:
    link = opens(town, page)
    second = browser.new_page()
    second.goto(link)
    second.get_by_label("400 m", exact=True).check()
    uses(town, second)
    page.get_by_label("200 m", exact=True).check()
    uses(town, page)
    assert "*Gebied:* 200 m" in seen(town.anna).text()


def each_page(town: Stage, page: Page) -> Iterator[str]:
    link = opens(town, page)
    told(page)
    yield "area_circle"
    page.get_by_label("De straten die ik kies").check()
    page.get_by_label(re.compile("Dorpsstraat")).check()
    expect(page.locator("#told")).to_contain_text("Er staan 62 woningen")
    yield "area_streets"
    draws(page, (0.3, 0.3), (0.6, 0.25), (0.7, 0.7), (0.35, 0.6))
    told(page)
    yield "area_drawn"
    uses(town, page)
    told(page)
    yield "area_chosen"
    page.goto(f"{link[:-1]}x")
    yield "area_closed"


@pytest.mark.parametrize("language", ["nl"])
def test_the_map_is_for_everybody_on_each_screen(town: Stage, page: Page, language: str) -> None:
    found = {}
    for name in each_page(town, page):
        page.wait_for_timeout(300)
        results = Axe().run(page, options={"runOnly": list(RULES)})
        found[name] = results.generate_report() if results.violations_count else ""
        if folder := os.environ.get("PICTURES_OF_PAGES"):
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 844})
                page.wait_for_timeout(500)
                page.screenshot(path=f"{folder}/{name}-{language}-{width}.png", full_page=True)
            page.set_viewport_size({"width": 1280, "height": 900})
        assert_fits(page, name)
    assert {name: report for name, report in found.items() if report} == {}


def test_without_javascript_it_is_a_form(town: Stage, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(town.here(page_of(town.previews(town.anna))))
    expect(page.locator("#map")).to_be_hidden()
    expect(page.get_by_label("Het gebied dat ik teken")).to_be_hidden()
    expect(page.get_by_label(re.compile("Dorpsstraat"))).to_be_hidden()  # a tick would be passed over
    page.get_by_label("De straten die ik kies").check()
    page.get_by_label(re.compile("Dorpsstraat")).check()
    with page.expect_navigation():
        page.get_by_role("button", name="Tel opnieuw").click()
    expect(page.locator("#told")).to_contain_text("Er staan 62 woningen")
    uses(town, page)
    assert "*Gebied:* Dorpsstraat" in seen(town.anna).text()
