"""One home has thousands of IPv6 networks: ten sign-ups from each of thirty shut everybody else out, hour after hour,
and kept participants from giving a new address.
"""

import httpx
import pytest

from bot.domain.participants import claiming
from bot.domain.participants.claiming import OF_A_NETWORK
from tests.scenarios.steps.people import AGREED, NOOR, Own, confirms, signs_up, words
from tests.stage import PLAIN, Stage


def asks(stage: Stage, number: int) -> int:
    """From another network each fifth time, all of one connection; nobody waits for the mails."""
    typed = {**NOOR, **AGREED, "email": f"a{number}@example.nl"}
    headers = {"x-forwarded-for": f"2001:678:1:{number // 5:x}::1"}
    return httpx.post(stage.url("/aanmelden"), data=typed, headers=headers, **PLAIN).status_code


def test_a_home_with_many_networks_shuts_nobody_out(stage: Stage) -> None:
    taken = [asks(stage, number) for number in range(OF_A_NETWORK + 5)]
    assert taken == [303] * OF_A_NETWORK + [429] * 5
    assert signs_up(stage, client="2001:678:2::1").status_code == 200


def test_who_takes_part_gives_a_new_address_however_many_sign_up(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claiming, "IN_ALL", 3)
    signs_up(stage)
    link = confirms(stage).text.partition('href="/mijn/')[2].partition('"')[0]
    own = Own(stage, f"https://x/mijn/{link}").opens()
    assert {asks(stage, number) for number in range(5)} == {303, 429}
    assert "al te vaak" not in words(own.sends("email", email="nieuw@example.nl"))
    assert stage.mails_to("nieuw@example.nl")
