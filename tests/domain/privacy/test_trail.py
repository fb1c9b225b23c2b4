"""The seal of a line of the audit trail is the same on every machine, in every release; and what a chain can prove."""

import hmac
from dataclasses import replace
from hashlib import sha256

import pytest

from bot.domain.privacy.trail import FIRST, SAID, WITHOUT_KEY, Beside, Break, Chain, Sealed, Sealer, TrailLine, Whole
from tests.domain.samples import NOON

LINE = TrailLine(7, NOON, "U1", "saw_original", "R-7", {"reason": "andere: één keer", "by": 2})
TEXT = (
    '{"at": "2026-01-14T12:00:00+00:00", "details": {"by": 2, "reason": "andere: één keer"}, "id": 7, '
    '"subject": "R-7", "what": "saw_original", "who": "U1"}'
)
KEYED = Sealer("k" * 32)


def chain_of(*sealers: Sealer, lines: dict[int, TrailLine] | None = None) -> list[Sealed]:
    """A seal by each of these, as they would be made."""
    last, seals = FIRST, []
    for number, sealer in enumerate(sealers, 1):
        line = (lines or {}).get(number, replace(LINE, id=number))
        last = sealer.seal(last, line)
        seals.append(Sealed(number, line.id, line, last, sealer.check))
    return seals


def verified(seals: list[Sealed], sealer: Sealer = KEYED, expected: tuple[int, str] | None = None) -> Break | Whole:
    chain = Chain(sealer, expected)
    return next(filter(None, map(chain.broken, seals)), None) or chain.ended()


def test_a_line_has_its_names_in_order_and_its_letters_as_they_are() -> None:
    assert LINE.as_json() == TEXT


def test_a_seal_is_of_the_seal_before_and_of_all_that_the_line_says() -> None:
    told = f"{'0' * 64}\n{TEXT}".encode()
    assert WITHOUT_KEY.seal(FIRST, LINE) == sha256(told).hexdigest()
    assert KEYED.seal(FIRST, LINE) == hmac.digest(b"k" * 32, told, "sha256").hex()
    seals = {KEYED.seal(FIRST, LINE), KEYED.seal("1", LINE), KEYED.seal(FIRST, replace(LINE, who="U2"))}
    assert len(seals | {Sealer("l" * 32).seal(FIRST, LINE)}) == 4


def test_an_old_trail_is_whole_as_what_it_is_and_the_key_counts_from_its_first_seal_on() -> None:
    old, both = chain_of(WITHOUT_KEY, WITHOUT_KEY), chain_of(WITHOUT_KEY, WITHOUT_KEY, KEYED, KEYED)
    assert verified(old, WITHOUT_KEY) == Whole(2, 0, old[-1].hash)
    assert verified(both) == Whole(4, 3, both[-1].hash)
    assert verified([]) == Whole(0, 0, FIRST)


def test_what_somebody_without_the_key_can_not_do_unseen() -> None:
    seals = chain_of(KEYED, KEYED, KEYED)
    other = chain_of(KEYED, KEYED, KEYED, lines={2: replace(LINE, id=2, who="U2")})
    forged = chain_of(*[WITHOUT_KEY] * 3, lines={2: replace(LINE, id=2, who="U2")})
    half = [seals[0], *chain_of(*[WITHOUT_KEY] * 3)[1:]]
    assert verified(seals) == Whole(3, 1, seals[-1].hash)
    for told, broken in {
        "was changed": [seals[0], replace(seals[1], line=replace(LINE, id=2, who="U2")), seals[2]],
        "no line is sealed with AUDIT_KEY": forged,
        "without a key, after lines that have one": half,
        "seal 2 is missing": [seals[0], seals[2]],
        "the line is missing": [replace(seals[0], line=None)],
        "another key": chain_of(Sealer("l" * 32)),
    }.items():
        found = verified(broken)
        assert isinstance(found, Break), told
        assert told in found.why
    found = verified(seals, WITHOUT_KEY)
    assert isinstance(found, Break)
    assert "set AUDIT_KEY" in found.why
    # Who has the key can make it all anew, and anybody can cut its end off: a seal that was told tells both.
    assert verified(other) == Whole(3, 1, other[-1].hash)
    assert isinstance(verified(other, expected=(2, seals[1].hash)), Break)
    cut = verified(seals[:2], expected=(3, seals[2].hash))
    assert isinstance(cut, Break)
    assert "its end was cut off" in cut.why
    assert verified(seals, expected=(2, seals[1].hash)) == Whole(3, 1, seals[-1].hash)


@pytest.mark.parametrize("words", [{"reason": "ja"}, {"what": ("oud", "nieuw"), "reason": "één"}])
def test_words_beside_a_line_are_known_by_salted_digests(words: dict[str, object]) -> None:
    beside = Beside("salt", words)
    line = replace(LINE, details={SAID: beside.digests()})
    assert beside.are_of(line)
    assert set(beside.digests()) == set(words)
    assert not Beside("other", words).are_of(line)
    assert not Beside("salt", {**words, "reason": "nee"}).are_of(line)
    assert Beside("other", words).digests() != beside.digests()
    [seal] = chain_of(KEYED, lines={1: line})
    assert isinstance(verified([replace(seal, beside=beside)]), Whole)
    broken = verified([replace(seal, beside=Beside("salt", {"reason": "nee"}))])
    assert isinstance(broken, Break)
    assert "words beside it" in broken.why
