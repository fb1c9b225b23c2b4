"""docs/ is a site: it builds without a warning, holds every page, and fetches nothing from elsewhere."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(str(file.relative_to(ROOT / "docs")) for file in (ROOT / "docs").rglob("*.md"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("papers")
    shutil.copytree(ROOT / "docs", place / "docs")
    shutil.copy(ROOT / "zensical.toml", place)
    built = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert built.returncode == 0, built.stdout
    return place / "site"


def test_each_page_is_in_it_and_in_its_menu(site: Path) -> None:
    menu = named(tomllib.loads((ROOT / "zensical.toml").read_text())["project"]["nav"])
    assert sorted(menu) == PAGES
    assert [page for page in PAGES if not (site / page.replace("README", "index")).with_suffix(".html").exists()] == []


def test_it_fetches_nothing_from_elsewhere_and_shows_every_picture(site: Path) -> None:
    for page in site.rglob("*.html"):
        content = page.read_text()
        assert re.findall(r'(?:src|<link[^>]*href)="(?:https?:)?//[^"]*', content) == []
        pictures = re.findall(r'<img[^>]*src="([^"]+)"', content)
        assert [picture for picture in pictures if not (page.parent / picture).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_list_in_a_list_is_seen_as_one(page: str) -> None:
    """Python's Markdown wants four spaces; fewer make one list of both."""
    assert re.findall(r"^ {1,3}[-*] .*", (ROOT / "docs" / page).read_text(), re.M) == []


def named(entry: Any) -> list[str]:
    """The pages in a part of the menu."""
    match entry:
        case str():
            return [entry]
        case dict():
            return [page for part in entry.values() for page in named(part)]
    return [page for part in entry for page in named(part)]
