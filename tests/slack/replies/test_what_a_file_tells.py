"""What a film or photo tells of itself, as people here say it; nothing that a file says makes its line fail."""

import pytest
from freezegun import freeze_time

from bot.domain.replies.attachments import Attachment, Scan
from bot.slack.replies.attachment_message import attachment_line, what_it_is
from bot.texts import texts
from tests.domain.samples import NOON


def film(facts: dict[str, str]) -> Attachment:
    return Attachment(1, 1, "deurbel.mp4", "video/mp4", 2_000_000, "key", Scan.CLEAN, facts)


@freeze_time(NOON)
@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"taken": "2026-01-14 09:12:30 UTC"}, "gemaakt wo 14 jan, 10.12 (klok van de camera)"),
        ({"taken": "2026-01-14 10:12:30"}, "gemaakt wo 14 jan, 10.12 (klok van de camera)"),
        ({"taken": "9999-12-31 23:59:59 UTC"}, "gemaakt 9999-12-31 23:59:59 UTC (klok van de camera)"),
        ({"taken": "gisteren"}, "gemaakt gisteren (klok van de camera)"),
        ({"length": "0:00:03"}, "duurt 3 s"),
        ({"length": "0:02:00"}, "duurt 2 min"),
        ({"length": "1:01:07"}, "duurt 61 min 7 s"),
        ({"length": "lang"}, "duurt lang"),
    ],
)
def test_a_moment_and_a_length(facts: dict[str, str], told: str) -> None:
    [line] = attachment_line(texts("nl"), [film({**facts, "pixels": "64 x 48"})])
    assert line == f"📎 deurbel.mp4, film, 2 MB, geen virus gevonden, {told}"
    assert what_it_is(texts("nl"), film({**facts, "pixels": "64 x 48"})).endswith(f"{told}, 64 x 48")
