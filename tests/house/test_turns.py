"""In `make test` each story plays once, and what is about the databases on both."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.turns import BOTH, DATABASES, STORIES, by_turns


def item(file: Path, name: str, **params: str) -> Any:
    nodeid = f"{file.name}::{name}" + (f"[{'-'.join(params.values())}]" if params else "")
    return SimpleNamespace(path=file, nodeid=nodeid, callspec=SimpleNamespace(params=params) if params else None)


def on_both(file: Path, name: str, *rows: str) -> list[Any]:
    of_rows = [{"row": row} for row in rows] or [{}]
    return [item(file, name, database_url=database, **row) for database in DATABASES for row in of_rows]


@pytest.fixture
def turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORIES", "by turns")


def played(items: list[Any]) -> list[str]:
    left: list[Any] = by_turns(items)
    return [str(one.callspec.params["database_url"]) for one in left]


@pytest.mark.usefixtures("turns")
def test_each_story_plays_once_on_the_same_one_each_time() -> None:
    stories = [on_both(STORIES / "test_asking.py", f"test_{n}") for n in range(40)]
    once = [played(story) for story in stories]
    assert {len(one) for one in once} == {1}
    assert {database for [database] in once} == {*DATABASES}
    assert once == [played(story[::-1]) for story in stories]


@pytest.mark.usefixtures("turns")
def test_the_rows_of_a_table_take_turns() -> None:
    left: list[Any] = by_turns(on_both(STORIES / "test_asking.py", "test_rows", "a", "b", "c", "d"))
    assert sorted(one.callspec.params["row"] for one in left) == ["a", "b", "c", "d"]
    assert sorted(str(one.callspec.params["database_url"]) for one in left) == sorted([*DATABASES] * 2)


@pytest.mark.usefixtures("turns")
def test_what_is_about_them_and_what_is_no_story_is_on_both() -> None:
    assert len(played(on_both(STORIES / "test_four_eyes.py", "test_it"))) == 2
    assert len(played(on_both(STORIES.parent / "storage" / "test_paging.py", "test_it"))) == 2
    assert by_turns(alone := [item(STORIES / "test_asking.py", "test_it")]) == alone
    assert {(STORIES / name).is_file() for name in BOTH} == {True}


def test_without_being_asked_to_all_play(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STORIES", raising=False)
    assert len(played(on_both(STORIES / "test_asking.py", "test_it"))) == 2
