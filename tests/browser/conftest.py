"""The browser."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.databases import fresh_sqlite


@pytest.fixture
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, found), None), args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture
def database_url() -> str:
    """On one database only: what the pages show is the same on both."""
    return fresh_sqlite()
