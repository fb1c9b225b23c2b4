"""Opening what a citizen sent along."""

import re

import httpx

from tests.doubles.slack import Message, Person
from tests.looks import looks
from tests.stage import PLAIN, Stage


def asks_for_links(stage: Stage, person: Person, message: Message) -> list[str]:
    """The links that only this person is shown."""
    shown = looks(stage, person, message, "Bijlagen", "In BVH zetten")
    found = re.findall(r"https://[^|>]+/bijlage/[^|>]+", str(shown.view.content["blocks"]))
    assert "Reactie op BM-2026-0001 · Kattenbroekstraat" in shown.text()
    return found


def opens(stage: Stage, link: str, part: str = "", **headers: str) -> httpx.Response:
    """Press the button behind a link; the file (a film: `?film`) as that browser gets it, or why there is none."""
    pressed = httpx.post(stage.here(link), headers=headers, **PLAIN)
    return sees(stage, link, pressed, part, **headers) if pressed.status_code == 303 else pressed


def sees(stage: Stage, link: str, pressed: httpx.Response, part: str = "", **headers: str) -> httpx.Response:
    """The same browser asks for the file (again), or for a part of its page."""
    cookie = pressed.headers["set-cookie"].partition(";")[0]
    return httpx.get(f"{stage.here(link)}{part}", headers={**headers, "Cookie": cookie}, **PLAIN)


def opened(stage: Stage) -> list[str]:
    """Whose link opened an attachment, by what is on record."""
    lines = stage.audited("opened_attachment")
    assert all(line.who.startswith("link of ") for line in lines)
    return [line.who.removeprefix("link of ") for line in lines]
