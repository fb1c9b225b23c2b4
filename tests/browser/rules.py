"""What the pages are held against."""

from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SMALLEST = 320  # CSS pixels: a small phone, or a desk's screen at 400 %


def assert_fits(page: Page, name: str) -> None:
    """Nobody scrolls sideways, and no number to call is broken in two."""
    size = page.viewport_size
    assert size is not None
    page.set_viewport_size({"width": SMALLEST, "height": 568})
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALLEST, name
    numbers = page.locator('a[href^="tel:"]')
    rows = [numbers.nth(n).evaluate("link => link.getClientRects().length") for n in range(numbers.count())]
    assert set(rows) <= {1}, name
    page.set_viewport_size(size)
