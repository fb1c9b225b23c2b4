"""The web's edges: what is too large, forged or unknown is turned away before anything reads it."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Final

import httpx
import pytest

from tests.attacks.strangers import as_slack, forged
from tests.databases import fresh_sqlite
from tests.stage import Stage

WEB: Final = Path(__file__).parents[2] / "handlers" / "web"


@pytest.fixture
def database_url() -> str:
    return fresh_sqlite()


@pytest.fixture
def page(stage: Stage) -> httpx.Response:
    stage.lives("Noor")
    stage.approved()
    link = re.search(r"https://\S+/reageren/\S+", stage.mail_to("noor@example.nl").text)
    assert link
    return stage.visits(link[0])


@pytest.mark.parametrize(("path", "status"), [("/slack/events", 413), ("/mail/inbound", 503), ("/mail/events", 503)])
def test_a_body_that_is_too_large_is_not_read_to_its_end(stage: Stage, path: str, status: int) -> None:
    megabyte = b"x" * 1024 * 1024
    body = (megabyte for _ in range(150))
    headers = {**as_slack(), **forged()}
    # the server may hang up on the rest of it instead of answering: as good
    with suppress(httpx.WriteError, httpx.ReadError, httpx.RemoteProtocolError):
        assert httpx.post(stage.url(path), content=body, headers=headers, timeout=30).status_code == status


@pytest.mark.parametrize("timestamp", ["", "now", "1e9", "-1"])
def test_a_timestamp_that_is_no_number_is_refused_and_not_stumbled_over(stage: Stage, timestamp: str) -> None:
    headers = {"x-slack-request-timestamp": timestamp, "x-slack-signature": "v0=1"}
    assert httpx.post(stage.url("/slack/events"), content=b"{}", headers=headers).status_code == 401


def test_a_call_that_slack_did_not_sign_is_refused(stage: Stage) -> None:
    headers = {**stage.slack.sign(b"{}"), "content-type": "application/json"}
    assert httpx.post(stage.url("/slack/events"), content=b'{"type":"x"}', headers=headers).status_code == 401


def test_unknown_addresses_and_methods(stage: Stage) -> None:
    assert httpx.get(stage.url("/mail/inbound")).status_code == 405
    assert httpx.get(stage.url("/afmelden/x")).status_code == 404


@pytest.mark.parametrize("script", ["films/static/films.js", "areas/static/map.js"])
def test_our_scripts_make_no_page_of_words(script: str) -> None:
    """Nor objects whose names come from outside, nor code."""
    written = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|postMessage"
    made = re.compile(rf"{written}|\w\[\w+\] = ")
    assert not made.findall((WEB / script).read_text())


def test_pages_load_nothing_from_elsewhere_and_are_not_kept(page: httpx.Response) -> None:
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert not re.search(r'(src|href)="http', page.text)
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert all(re.fullmatch(r'<script src="/script/[\w.-]+" defer></script>', one) for one in _scripts(page))
    for one in _scripts(page):
        served = httpx.get(str(page.url.join(one.split('"')[1])))
        assert (served.status_code, served.headers["content-type"]) == (200, "text/javascript; charset=utf-8")
        assert "immutable" in served.headers["cache-control"]


def _scripts(page: httpx.Response) -> list[str]:
    found = re.findall(r"<script.*?</script>", page.text, re.DOTALL)
    assert len(found) == page.text.count("<script") == 2
    return found


def test_every_field_of_the_form_has_its_label_and_the_page_its_language(page: httpx.Response) -> None:
    assert '<html lang="nl">' in page.text
    fields = re.findall(r'<(?:input|textarea)[^>]* id="(\w+)"', page.text) + re.findall(
        r'<textarea id="(\w+)"', page.text
    )
    labels = re.findall(r'<label for="(\w+)"', page.text)
    assert set(fields) == set(labels)
    assert len(labels) == 10


def test_the_metrics_are_there_for_prometheus(stage: Stage) -> None:
    answer = httpx.get(stage.url("/metrics"))
    assert answer.status_code == 200
    assert "process_cpu_seconds_total" in answer.text
