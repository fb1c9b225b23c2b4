"""The seal of a line of the audit trail is the same on every machine, in every release."""

from dataclasses import replace
from hashlib import sha256

from bot.domain.privacy.trail import FIRST, TrailLine, seal
from tests.domain.samples import NOON

LINE = TrailLine(7, NOON, "U1", "saw_original", "R-7", {"reason": "andere: één keer", "by": 2})
TEXT = (
    '{"at": "2026-01-14T12:00:00+00:00", "details": {"by": 2, "reason": "andere: één keer"}, "id": 7, '
    '"subject": "R-7", "what": "saw_original", "who": "U1"}'
)


def test_a_line_has_its_names_in_order_and_its_letters_as_they_are() -> None:
    assert LINE.as_json() == TEXT


def test_a_seal_is_of_the_seal_before_and_of_all_that_the_line_says() -> None:
    assert seal(FIRST, LINE) == sha256(f"{'0' * 64}\n{TEXT}".encode()).hexdigest()
    assert len({seal(FIRST, LINE), seal("1", LINE), seal(FIRST, replace(LINE, who="U2"))}) == 3
