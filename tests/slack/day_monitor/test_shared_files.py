"""Where the bot's token may go when a file is fetched."""

import pytest

from bot.slack.day_monitor.files import is_slack_s

SLACK = "https://slack.com/api/"
HERE = "http://localhost:3000/api/"


@pytest.mark.parametrize(
    ("url", "api", "may"),
    [
        ("https://files.slack.com/files-pri/T1-F1/download/a.csv", SLACK, True),
        ("http://files.slack.com/files-pri/T1-F1/a.csv", SLACK, False),
        ("https://slack.com.evil.example/a.csv", SLACK, False),
        ("https://evilslack.com/a.csv", SLACK, False),
        ("https://files.slack.com@evil.example/a.csv", SLACK, False),
        ("", SLACK, False),
        ("http://localhost:3000/files-pri/T1-F1/a.csv", HERE, True),
        ("http://localhost:3001/files-pri/T1-F1/a.csv", HERE, False),
        ("https://files.slack.com/a.csv", HERE, False),
    ],
)
def test_only_slack_s_own_host_gets_it(url: str, api: str, may: bool) -> None:
    assert is_slack_s(url, api) is may
