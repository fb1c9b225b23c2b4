"""What the pages' scripts are made with: files that are known by their digests."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from bot.practice import page_client
from bot.practice.downloading import Package
from handlers.web.areas import page
from handlers.web.films.scripts import FOLDER, NAMES, Scripts


@pytest.mark.parametrize("file", page_client.FILES, ids=lambda file: str(file.place.name))
def test_what_set_up_fetched_is_the_file_that_is_written_down(file: page_client.PageFile) -> None:
    assert sha256(file.place.read_bytes()).hexdigest() == file.digest


def test_all_scripts_of_both_pages_are_served() -> None:
    assert len(Scripts().addresses) == 2
    assert len(Scripts(page.FOLDER, page.NAMES, page.SCRIPTS_AT).addresses) == 3


def test_it_is_fetched_once_and_anew_where_it_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[str] = []
    tus, *_others = page_client.FILES

    def fetch(package: Package, member: str, to: Path) -> None:
        fetched.append(f"{package.version} {member}")
        to.write_bytes(tus.place.read_bytes())

    monkeypatch.setattr(page_client, "fetch", fetch)
    place = tmp_path / "tus.min.js"
    place.write_text("an older one")
    for _ in range(2):
        page_client.main([replace(tus, place=place)])
    assert fetched == [f"{tus.package.version} {tus.member}"]


def test_without_it_the_pages_ask_for_no_script(tmp_path: Path) -> None:
    (tmp_path / NAMES[1]).write_bytes((FOLDER / NAMES[1]).read_bytes())
    assert Scripts(tmp_path).addresses == ()
