"""The browser, and the running demo."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.demo import ROOT, Demo
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


@pytest.fixture
def demo(tmp_path: Path, alone: None) -> Iterator[Demo]:
    demo = Demo(tmp_path)
    yield demo
    demo.end()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    if not os.environ.get("KEEP_PICTURES"):
        return tmp_path
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
