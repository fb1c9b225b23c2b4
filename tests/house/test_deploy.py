"""What stands in deploy/ fits the program, and the tools it is for take it."""

import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import httpx
import pytest
import yaml

from bot.settings import Settings
from tests.house.settings_example import FILE, settings_example

DEPLOY: Final = Path(__file__).parents[2] / "deploy"
INSIDE: Final = ("/healthz", "/readyz", "/status", "/metrics", "/metrics/")


def test_the_example_of_settings_is_made_from_the_program() -> None:
    assert FILE.read_text() == settings_example(), "python -m tests.house.settings_example"


def test_compose_sets_settings_that_exist_and_its_files_are_there() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    bots = [service for service in compose["services"].values() if service["image"] == "burgernetmail"]
    names = {name.lower() for bot in bots for name in bot["environment"]}
    assert len(bots) == 3
    assert names <= set(Settings.model_fields)
    assert (DEPLOY / ".." / bots[0]["build"]["dockerfile"]).exists()
    assert all(bot["read_only"] and bot["cap_drop"] == ["ALL"] for bot in bots)


def test_the_images_are_made_from_what_is_in_the_repository() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (DEPLOY / "Containerfile").read_text(), re.MULTILINE)
    assert copied
    assert [name for line in copied for name in line.split() if not (DEPLOY.parent / name).exists()] == []


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
def test_the_unit_is_hardened() -> None:
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=25", str(DEPLOY / "burgernetmail.service")]
    done = subprocess.run([*command, "--no-pager"], check=False, capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


class Bot(BaseHTTPRequestHandler):
    """Says which path it was asked, and how much it got."""

    def do_GET(self) -> None:
        self._answer(f"{self.path} 0")

    def do_POST(self) -> None:
        left = length = int(self.headers["Content-Length"])
        while left:
            left -= len(self.rfile.read(min(left, 1 << 20)))
        self._answer(f"{self.path} {length}")

    def _answer(self, said: str) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[str]:
    """Caddy with the repository's file before a bot, without TLS."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Bot) as bot, socket.create_server(("127.0.0.1", 0)) as free:
        threading.Thread(target=bot.serve_forever, daemon=True).start()
        port = free.getsockname()[1]
        free.close()
        plain = (DEPLOY / "Caddyfile").read_text().replace("{\n", "{\n\tadmin off\n", 1).replace("10s\n", "1s\n", 1)
        (tmp_path / "Caddyfile").write_text(plain)
        settings = {"DOMAIN": f"http://127.0.0.1:{port}", "UPSTREAMS": f"127.0.0.1:{bot.server_port}"}
        folders = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
        command = ["caddy", "run", "--config", str(tmp_path / "Caddyfile"), "--adapter", "caddyfile"]
        with (
            (tmp_path / "log").open("w") as log,
            subprocess.Popen(
                command, env={**settings, **folders}, executable=shutil.which("caddy"), stderr=log
            ) as caddy,
        ):
            try:
                yield _ready(f"http://127.0.0.1:{port}")
            finally:
                caddy.terminate()
                bot.shutdown()


def _ready(url: str) -> str:
    for _ in range(100):
        try:
            if httpx.get(url, trust_env=False).status_code == 200:
                return url
        except httpx.TransportError:
            pass
        threading.Event().wait(0.1)
    raise AssertionError("caddy does not answer")


@pytest.mark.skipif(not shutil.which("caddy"), reason="caddy is not here")
def test_the_proxy_lets_large_mail_through_keeps_the_inside_in_and_waits_for_nobody(proxy: str) -> None:
    mail = httpx.post(f"{proxy}/mail/inbound", content=bytes(36_000_000), trust_env=False, timeout=30)
    assert (mail.status_code, mail.text) == (200, "/mail/inbound 36000000")
    assert httpx.get(f"{proxy}/afmelden/abc?x=1", trust_env=False).text == "/afmelden/abc?x=1 0"
    assert {httpx.get(f"{proxy}{path}", trust_env=False).text for path in INSIDE} == {"/404 0"}
    with socket.create_connection(("127.0.0.1", int(proxy.rpartition(":")[2])), timeout=5) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow:")
        assert slow.recv(1) == b"", "the proxy waits for headers that never come"
