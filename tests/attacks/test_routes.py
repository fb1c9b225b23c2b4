"""Every address x method x signature x token purpose: who has the right key for one thing has it for no other."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

import httpx
import pytest
from starlette.routing import Route

from bot.mail.tokens import SignedTokens
from bot.records.mail import TEST_TOKEN, Purpose
from bot.records.replies import Pass
from handlers.web import site
from tests.attacks.strangers import JUNK, as_slack, forged
from tests.scenarios.steps.areas import page_of
from tests.scenarios.steps.people import signs_up
from tests.stage import PLAIN, Stage

METHODS: Final = ("GET", "HEAD", "POST", "PUT", "DELETE")
SIGNATURES: Final[Mapping[str, Mapping[str, str]]] = {"none": {}, "junk": JUNK, "slack's": as_slack()}
PURPOSE: Final = {
    "/afmelden": Purpose.LEAVE,
    "/reageren": Purpose.FORM,
    "/buur": Purpose.NEIGHBOUR,
    "/beelden": Purpose.IMAGES,
    "/enquete": Purpose.FORM,
    "/bevestigen": Purpose.CLAIM,
    "/mijn": Purpose.OWN_PAGE,
    "/gebied": Purpose.AREA,
    "/gemeente": Purpose.MUNICIPAL,
}
ALSO: Final = {("/mijn", Purpose.LEAVE)}
"""In every mail there is room for one link of that kind; who has it still needs a mailed code."""


@pytest.fixture
def paths(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every address of the site, as it is built for the stage."""
    found: set[str] = set()
    made = vars(site)["Starlette"]

    def build(routes: list[Route], **how: object) -> object:
        found.update(route.path for route in routes)
        return made(routes=routes, **how)

    monkeypatch.setattr("handlers.web.site.Starlette", build)
    return found


def test_each_key_opens_its_own_door(paths: set[str], stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    signs_up(stage, email="bep@example.nl")
    tokens = SignedTokens("a secret of at least thirty-two characters")
    keys = {purpose: tokens.make(purpose, 1) for purpose in Purpose}
    until = datetime.now(UTC) + timedelta(minutes=5)
    keys[Purpose.ATTACHMENT] = tokens.make_pass(Purpose.ATTACHMENT, Pass(1, stage.carla.id, until))
    keys[Purpose.MUNICIPAL] = tokens.make_pass(Purpose.MUNICIPAL, Pass(2025 * 12 + 11, "municipality", until))
    keys[Purpose.AREA] = page_of(stage.previews(stage.anna, **{"BVH-nummer (intern)": "2026-009999"})).rpartition("/")[
        2
    ]
    asked: set[str] = set()
    with httpx.Client(**PLAIN) as client:

        def status(method: str, path: str, **how: object) -> int:
            answer = client.request(method, stage.url(path), **how)  # type: ignore[arg-type]  # headers, content
            assert answer.status_code != 500, (method, path)
            return answer.status_code

        for path in sorted(paths):
            place = path.partition("/{token}")[0]
            if path != place:
                asked.add(path)
                for purpose, key in keys.items():
                    for method in METHODS:
                        opens = status(method, f"{place}/{key}") == 200
                        right = purpose is PURPOSE.get(place) or (place, purpose) in ALSO
                        right = right and place != "/enquete" and method in ("GET", "HEAD")
                        posted = place == "/afmelden" and purpose is Purpose.LEAVE and method == "POST"
                        assert opens == (right or posted), (method, place, purpose)
                continue
            for method in METHODS:
                signatures = {**SIGNATURES, "forged": forged()} if method == "POST" else {"none": {}}
                for name, headers in signatures.items():
                    found = status(method, re.sub(r"\{.*?\}", "x", path), headers=headers, content=b"")
                    assert found == expected(path, method), (method, path, name)
            asked.add(path)
    assert asked == paths
    assert not stage.kept("mail")


def expected(path: str, method: str) -> int:
    """Nobody has a key here."""
    if "/mail/" in path:
        return 503 if method == "POST" else 405
    if path == "/slack/events":
        return 401 if method == "POST" else 405
    if path.endswith(TEST_TOKEN):
        return 200 if method in ("GET", "HEAD", "POST") else 405
    if path.startswith("/aanmelden") and method == "POST":
        return 422
    if "/script/" in path:
        return 404 if method in ("GET", "HEAD") else 405
    return 200 if method in ("GET", "HEAD") else 405
