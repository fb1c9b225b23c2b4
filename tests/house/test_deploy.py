"""What stands in deploy/ fits the program, and the tools it is for take it."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import httpx
import pytest
import yaml
from sqlalchemy.engine import make_url

from bot.settings import Settings
from tests.house.settings_example import FILE, settings_example

DEPLOY: Final = Path(__file__).parents[2] / "deploy"
BREAKS: Final = "/reageren/a-citizens-token"
"""A page that the bot breaks off in."""
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


def test_the_copies_of_compose_do_not_own_their_tables() -> None:
    """As the owner, whom PostgreSQL's image makes a superuser, a copy could take the trail's locks off."""
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    roles = {
        name: make_url(services[name]["environment"]["DATABASE_URL"]).username for name in ("bot-1", "bot-2", "migrate")
    }
    assert roles == {"bot-1": "burgernetmail_bot", "bot-2": "burgernetmail_bot", "migrate": "burgernetmail"}
    assert services["migrate"]["command"] == ["migrate", "--bot-role", roles["bot-1"]]
    made = (DEPLOY / "roles.sh").read_text()
    assert f"CREATE ROLE {roles['bot-1']} LOGIN" in made
    assert "$BOT_PASSWORD" not in made, "no command line shows it"


def test_each_image_can_be_pinned_by_its_digest() -> None:
    """A tag is another image each time that it is pulled; which digest, who installs it writes down."""
    compose, container = ((DEPLOY / name).read_text() for name in ("compose.yaml", "Containerfile"))
    services = yaml.safe_load(compose)["services"].values()
    used = {service["image"] for service in services} - {"burgernetmail"}
    built = yaml.safe_load(compose)["x-bot"]["build"]["args"]["IMAGE_PYTHON"]
    pinned = {one: re.fullmatch(r"\$\{(IMAGE_[A-Z]+):-([a-z0-9./:-]+)\}", one) for one in (*used, built)}
    assert [one for one, found in pinned.items() if not found] == []
    assert set(re.findall(r"^FROM (\S+)", container, re.MULTILINE)) == {"${IMAGE_PYTHON}"}
    told = (DEPLOY.parent / "docs" / "install.md").read_text()
    [inspected] = re.findall(r"RepoDigests 0}}' (.+)", told)
    names = {found[1]: found[2] for found in pinned.values() if found}
    assert set(re.findall(r"`(IMAGE_[A-Z]+)=`", told)) == set(names)
    assert set(inspected.split()) == set(names.values())
    assert f"ARG IMAGE_PYTHON={names['IMAGE_PYTHON']}\n" in container


def test_the_images_are_made_from_what_is_in_the_repository() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (DEPLOY / "Containerfile").read_text(), re.MULTILINE)
    assert copied
    assert [name for line in copied for name in line.split() if not (DEPLOY.parent / name).exists()] == []


def test_the_page_sets_all_that_caddys_file_asks_for() -> None:
    told = (DEPLOY.parent / "docs" / "install.md").read_text()
    (line,) = re.findall(r"Environment=(.+?)\\n", told)
    assert set(re.findall(r"(\w+)=", line)) == set(re.findall(r"\{\$(\w+)\}", (DEPLOY / "Caddyfile").read_text()))


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
def test_the_unit_is_hardened() -> None:
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=25", str(DEPLOY / "burgernetmail.service")]
    done = subprocess.run([*command, "--no-pager"], check=False, capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


def test_the_command_for_root_reads_the_settings_as_the_service_does(tmp_path: Path) -> None:
    told = (DEPLOY / "install.sh").read_text().split("<<'COMMAND'\n")[1].split("\nCOMMAND\n")[0]
    (tmp_path / "burgernetmail.env").write_text(
        "# a remark\nBLOBS_URL=s3://key:a$b@store/box?region=nl&tls=0\n"
        'PRIVACY_CONTACT="Het team; Plein 1"\nMAIL_FROM=\nHTTP_PORT=8080\n'
    )
    (tmp_path / "setpriv").write_text(
        f"#!{sys.executable}\nimport json, os, sys\nprint(json.dumps([sys.argv, dict(os.environ)]))\n"
    )
    (tmp_path / "setpriv").chmod(0o755)
    for place in ("/usr/bin/", "/etc/burgernetmail/"):
        told = told.replace(f'"{place}', f'"{tmp_path}/')
    told = told.replace("/var/lib/burgernetmail", str(tmp_path))
    command = [sys.executable, "-c", told, "participants", "import", "a file.csv"]
    ran = subprocess.run(command, env={"HTTP_PORT": "9000"}, check=True, capture_output=True, text=True)
    words, environment = json.loads(ran.stdout)
    assert words[-4:] == ["/opt/burgernetmail/bin/burgernetmail", "participants", "import", "a file.csv"]
    assert environment["BLOBS_URL"] == "s3://key:a$b@store/box?region=nl&tls=0"
    assert environment["PRIVACY_CONTACT"] == "Het team; Plein 1"
    assert (environment["MAIL_FROM"], environment["HTTP_PORT"]) == ("", "9000")


def test_no_command_line_shows_the_secrets_that_are_made(tmp_path: Path) -> None:
    """Everybody on the machine may read those."""
    told = (DEPLOY / "install.sh").read_text().split("  DONE=Installed\n")[1].split("\nfi\n")[0]
    for name in ("sed", "python3"):
        (tmp_path / name).write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/seen\nexec {shutil.which(name)} "$@"\n')
        (tmp_path / name).chmod(0o755)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "SETTINGS": str(tmp_path)}
    subprocess.run(["sh", "-euc", told], env=environment, cwd=DEPLOY.parent, check=True)
    written = (tmp_path / "burgernetmail.env").read_text()
    keys = re.findall(r"^(?:SECRET|ERASURE|AUDIT)_KEY=([0-9a-f]{64})$", written, re.MULTILINE)
    assert len(set(keys)) == 3
    assert not [key for key in keys if key in (tmp_path / "seen").read_text()]


class Bot(BaseHTTPRequestHandler):
    """Says which path it was asked, and how much it got."""

    def do_GET(self) -> None:
        if self.path == BREAKS:
            self.close_connection = True
            return
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


def _caddy(folder: Path, port: int, bot: int) -> list[str]:
    told = (DEPLOY / "Caddyfile").read_text().replace("{\n", "{\n\tadmin off\n", 1).replace("10s\n", "1s\n", 1)
    told = told.replace("{$DOMAIN}", f"http://127.0.0.1:{port}").replace("{$UPSTREAMS}", f"127.0.0.1:{bot}")
    (folder / "Caddyfile").write_text(told)
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def _nginx(folder: Path, port: int, bot: int) -> list[str]:
    told = re.sub(r"^ *ssl_.*\n", "", (DEPLOY / "nginx.conf").read_text(), flags=re.MULTILINE)
    told = told.replace("443 ssl", f"127.0.0.1:{port}").replace("127.0.0.1:8080", f"127.0.0.1:{bot}")
    told = told.replace("client_header_timeout 10s", "client_header_timeout 1s")
    places = f"daemon off; pid {folder}/pid; error_log stderr;"
    (folder / "nginx.conf").write_text(
        f"{places} events {{ }} http {{ client_body_temp_path {folder}/bodies;\n{told}}}\n"
    )
    return ["nginx", "-e", "stderr", "-c", str(folder / "nginx.conf")]


PROXIES: Final = {"caddy": _caddy, "nginx": _nginx}


@pytest.fixture(params=["caddy", "nginx"])
def proxy(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A proxy with the repository's file before a bot, without TLS."""
    if not (program := shutil.which(request.param)):
        pytest.skip(f"{request.param} is not here")
    with ThreadingHTTPServer(("127.0.0.1", 0), Bot) as bot, socket.create_server(("127.0.0.1", 0)) as free:
        threading.Thread(target=bot.serve_forever, daemon=True).start()
        port = free.getsockname()[1]
        free.close()
        command = PROXIES[request.param](tmp_path, port, bot.server_port)
        folders = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
        with (
            (tmp_path / "log").open("w") as log,
            subprocess.Popen(command, env=folders, executable=program, stderr=log) as running,
        ):
            try:
                yield _ready(f"http://127.0.0.1:{port}")
            finally:
                running.terminate()
                bot.shutdown()


def _ready(url: str) -> str:
    for _ in range(100):
        try:
            if httpx.get(url, trust_env=False).status_code == 200:
                return url
        except httpx.TransportError:
            pass
        threading.Event().wait(0.1)
    raise AssertionError("the proxy does not answer")


def test_the_proxy_lets_large_mail_through_keeps_the_inside_in_and_waits_for_nobody(proxy: str) -> None:
    mail = httpx.post(f"{proxy}/mail/inbound", content=bytes(36_000_000), trust_env=False, timeout=30)
    assert (mail.status_code, mail.text) == (200, "/mail/inbound 36000000")
    assert httpx.get(f"{proxy}/afmelden/abc?x=1", trust_env=False).text == "/afmelden/abc?x=1 0"
    answers = [httpx.get(f"{proxy}{path}", trust_env=False) for path in INSIDE]
    assert [told.url for told in answers if told.status_code != 404 and told.text != "/404 0"] == []
    with socket.create_connection(("127.0.0.1", int(proxy.rpartition(":")[2])), timeout=5) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow:")
        assert slow.recv(1) == b"", "the proxy waits for headers that never come"


def test_the_proxy_writes_no_citizens_link_into_its_log(proxy: str, tmp_path: Path) -> None:
    """Not where the bot breaks off either: who reads the log could open the page."""
    assert httpx.get(f"{proxy}{BREAKS}", trust_env=False, timeout=30).status_code >= 500
    assert "a-citizens-token" not in (tmp_path / "log").read_text()
