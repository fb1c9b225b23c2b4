"""What the pages send films with: one file, known by its digest."""

from hashlib import sha256
from pathlib import Path

import pytest

from bot.practice import page_client
from bot.practice.downloading import Package
from handlers.web.films.scripts import FOLDER, NAMES, Scripts


def test_what_set_up_fetched_is_the_file_that_is_written_down_and_both_scripts_are_served() -> None:
    assert sha256(page_client.PLACE.read_bytes()).hexdigest() == page_client.SHA256
    assert len(Scripts().addresses) == 2


def test_it_is_fetched_once_and_anew_where_it_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[str] = []

    def fetch(package: Package, member: str, to: Path) -> None:
        fetched.append(package.version)
        to.write_bytes(page_client.PLACE.read_bytes())

    monkeypatch.setattr(page_client, "fetch", fetch)
    place = tmp_path / "tus.min.js"
    place.write_text("an older one")
    for _ in range(2):
        page_client.main(place)
    assert fetched == [page_client.CLIENT.version]


def test_without_it_the_pages_ask_for_no_script(tmp_path: Path) -> None:
    (tmp_path / NAMES[1]).write_bytes((FOLDER / NAMES[1]).read_bytes())
    assert Scripts(tmp_path).addresses == ()
