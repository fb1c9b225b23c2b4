"""NUL in a From line: PostgreSQL took no such mail, so it came again and again, and the mailbox's job always failed."""

import pytest

from tests.stage import Stage


@pytest.mark.parametrize("header", ["From", "Reply-To"])
@pytest.mark.parametrize("address", ["a\0b@example.org", '"Jan" <a@example\0.org>', "a@example.org\x7f"])
def test_such_a_mail_is_one_like_others(stage: Stage, header: str, address: str) -> None:
    raw = f"{header}: {address}\r\nSubject: Bus\r\n\r\nIk zag een bus.".encode()
    posted = stage.inbound.post(stage.url("/mail/inbound"), raw, ["antwoord@mail.example.nl"], "x@example.org")
    assert posted == [200]
    stage.settle()
    assert "Ik zag een bus." in stage.triage.messages[-1].plain()
    assert "kon niet" not in stage.triage.messages[-1].plain()
