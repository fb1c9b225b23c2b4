"""The Dutch pages for colleagues stay true: what they name is there, in the words of the house."""

import re
from pathlib import Path
from typing import Final

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from bot.__main__ import app
from bot.slack import ids
from bot.slack.desk.menu_message import WORDS
from tests.house.dutch import AGAINST_THE_RULES, CATALOGUE, NOT_OUR_WORD

ROOT: Final = Path(__file__).parents[2]
PAGES: Final = {file.name: file.read_text() for file in sorted((ROOT / "docs/nl").glob("*.md"))}
SETTINGS: Final = (ROOT / "docs/settings.md").read_text()
MOST_LINES, MOST_WORDS = 120, 20


def label(text: str) -> str:
    """As it stands on a page: without what is filled in behind it."""
    return re.sub(r"[ (·:]*\{.*", "", text, flags=re.DOTALL)


LABELS: Final = {*CATALOGUE, *map(label, CATALOGUE)}
TYPED: Final = {*WORDS, ids.WORD_MENU}


def options(typed: str) -> set[str]:
    """What may stand behind a command of the command line; KeyError where there is none."""
    command = get_command(app)
    for word in typed.split():
        if isinstance(command, TyperGroup):
            command = command.commands[word]
    return {option for parameter in command.params for option in parameter.opts}


def said(page: str) -> list[str]:
    """Its lines without what is typed and where links lead."""
    return re.sub(r"`[^`]*`|\]\([^)]*\)", "...", PAGES[page]).splitlines()


@pytest.mark.parametrize("page", PAGES)
def test_what_is_bold_stands_on_a_screen(page: str) -> None:
    assert sorted({*re.findall(r"\*\*(.+?)\*\*", PAGES[page])} - LABELS) == []


def test_each_word_behind_the_command_is_told_and_no_other() -> None:
    assert {word for page in PAGES.values() for word in re.findall(rf"{ids.COMMAND} (\w+)", page)} == TYPED


@pytest.mark.parametrize("page", PAGES)
def test_what_an_operator_types_is_there(page: str) -> None:
    for typed in re.findall(r"`burgernetmail ([^`]+)`", PAGES[page]):
        assert {*re.findall(r"--[a-z-]+", typed)} <= options(typed), typed


@pytest.mark.parametrize("page", PAGES)
def test_each_setting_is_one(page: str) -> None:
    assert [name for name in re.findall(r"`([A-Z]+_[A-Z_]+)`", PAGES[page]) if f"`{name}`" not in SETTINGS] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_short_and_in_our_words(page: str) -> None:
    lines = said(page)
    assert len(lines) <= MOST_LINES
    assert [(thing, line) for thing, wrong in NOT_OUR_WORD.items() for line in lines if re.search(wrong, line)] == []
    assert [(rule, line) for rule, wrong in AGAINST_THE_RULES.items() for line in lines if re.search(wrong, line)] == []
    for sentence in re.split(r"[.?!:;|]+\s|\n", "\n".join(lines)):
        assert len(re.findall(r"[\w-]+", sentence)) <= MOST_WORDS, sentence


def test_the_first_page_leads_to_each_other() -> None:
    assert [name for name in PAGES if name != "README.md" and f"]({name})" not in PAGES["README.md"]] == []
