"""A file that somebody dropped in Slack, fetched with the bot's token and nobody else's."""

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

import httpx
from slack_sdk import WebClient

from bot.domain.day_monitor.file_errors import FileGone, FileTooLarge
from bot.slack.calls import called
from bot.tls import trusted
from bot.workflow.ports import ChatDown, ChatMisconfigured

TIMEOUT_S: Final = 10.0
SLACK: Final = "slack.com"
Called = Callable[[], Any]


class SlackFiles:
    """Files live at Slack's own addresses, or, for another SLACK_API_URL, on that very host."""

    def __init__(self, client: WebClient, most_bytes: int) -> None:
        self._client = client
        self._most = most_bytes

    def fetch(self, file_id: str) -> bytes:
        """What it holds; ChatDown, or FileGone and FileTooLarge for good."""
        file: dict[str, Any] = called(lambda: self._client.files_info(file=file_id))["file"]
        if file.get("mode") == "tombstone":
            raise FileGone
        if int(file.get("size") or 0) > self._most:
            raise self._too_large()
        url = str(file.get("url_private_download") or file.get("url_private") or "")
        if not is_slack_s(url, str(self._client.base_url)):
            raise ChatMisconfigured("foreign_file")
        return self._download(url)

    def _download(self, url: str) -> bytes:
        """The token goes to this address only: a redirect is Slack's sign-in page, which wants a person."""
        headers = {"Authorization": f"Bearer {self._client.token}"}
        try:
            with (
                httpx.Client(timeout=TIMEOUT_S, follow_redirects=False, trust_env=False, verify=trusted()) as http,
                http.stream("GET", url, headers=headers) as answer,
            ):
                self._check(answer)
                return self._whole(answer)
        except httpx.HTTPError as error:
            raise ChatDown(type(error).__name__) from None

    def _check(self, answer: httpx.Response) -> None:
        if answer.status_code in {404, 410}:
            raise FileGone
        if answer.status_code == 429 or answer.status_code >= 500:
            raise ChatDown(str(answer.status_code), float(answer.headers.get("retry-after") or 1))
        if answer.status_code != 200 or answer.headers.get("content-type", "").startswith("text/html"):
            raise ChatMisconfigured("missing_scope")

    def _whole(self, answer: httpx.Response) -> bytes:
        content = b""
        for piece in answer.iter_bytes():
            content += piece
            if len(content) > self._most:
                raise self._too_large()
        return content

    def _too_large(self) -> FileTooLarge:
        return FileTooLarge(most=self._most // 1_000_000)


def is_slack_s(url: str, api_url: str) -> bool:
    """Whether the bot's token may go to this address."""
    file, api = urlsplit(url), urlsplit(api_url)
    if _is_slack(api.hostname):
        return file.scheme == "https" and _is_slack(file.hostname)
    return (file.scheme, file.netloc) == (api.scheme, api.netloc)


def _is_slack(host: str | None) -> bool:
    return host is not None and (host == SLACK or host.endswith(f".{SLACK}"))
