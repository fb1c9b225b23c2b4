"""What a wheel holds: the three packages, and nothing of ours at the top of other people's site-packages."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.cli import check
from bot.practice.page_client import FILES

ROOT = Path(__file__).parents[2]


def test_it_holds_the_packages_with_all_that_they_read(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=60)
    [wheel] = tmp_path.glob("*.whl")
    names = ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"bot", "handlers", "storage"}
    read = (file for top in ("bot", "handlers", "storage") for file in (ROOT / top).rglob("*") if file.is_file())
    shipped = {str(file.relative_to(ROOT)) for file in read if "__pycache__" not in file.parts}
    assert {str(file.place.relative_to(ROOT)) for file in FILES} <= shipped, "make setup fetches them"
    assert shipped | {"bot/manifest.yml"} == {name for name in names if ".dist-info" not in name}


def test_the_manifest_is_found_where_a_wheel_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "manifest.yml").write_text("oauth_config: here")
    monkeypatch.setattr(check, "PLACES", (tmp_path / "elsewhere", tmp_path))
    assert check.manifest() == {"oauth_config": "here"}
