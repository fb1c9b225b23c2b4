"""One home has thousands of IPv6 networks: ten sign-ups from each of thirty shut everybody else out, hour after hour,
and kept participants from giving a new address. Then six homes together did.
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


@pytest.fixture
def tenth(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it at a tenth, for the sake of the tests' time; six full networks are the whole, as they are."""
    assert claiming.FULL == claiming.MAILS == 6 * claiming.OF_A_NETWORK
    for name, value in {"OF_A_NETWORK": 5, "FULL": 30, "MAILS": 30, "KEPT_BACK": 10, "SHARE": 2}.items():
        monkeypatch.setattr(claiming, name, value)


def floods(stage: Stage, networks: range, of_each: int = 5) -> list[int]:
    """So many from each network; a status each."""
    typed = {**NOOR, **AGREED}
    statuses = []
    for network in networks:
        headers = {"x-forwarded-for": f"2a02:{network:x}:1:1::1"}
        for number in range(of_each):
            data = {**typed, "email": f"n{network}-{number}@example.org"}
            statuses.append(httpx.post(stage.url("/aanmelden"), data=data, headers=headers, **PLAIN).status_code)
    return statuses


@pytest.mark.usefixtures("tenth")
def test_six_networks_together_shut_nobody_out_and_nobody_waits_for_their_mail(stage: Stage) -> None:
    assert floods(stage, range(1, 7)) == [303] * 30
    assert signs_up(stage, client="2001:678:2::1").status_code == 200
    assert stage.mails_to("noor@example.nl")
    assert floods(stage, range(1, 7)) == [429] * 30


@pytest.mark.usefixtures("tenth")
def test_of_fifty_networks_a_citizen_is_taken_and_mailed_within_the_hour(stage: Stage) -> None:
    """Five hundred, as it is. With all mails of an hour gone, theirs goes before those of who had one."""
    floods(stage, range(1, 51))
    stage.settle()
    sent = len(stage.sendgrid.sent)
    assert sent == 30
    assert signs_up(stage, client="2001:678:2::1").status_code == 200
    assert not stage.mails_to("noor@example.nl")
    stage.later(hours=1, seconds=1)
    assert stage.mails_to("noor@example.nl")
    assert len(stage.sendgrid.sent) == 2 * sent


@pytest.mark.usefixtures("tenth")
def test_where_no_proxy_tells_who_asks_all_together_have_the_whole(stage: Stage) -> None:
    taken = [signs_up(stage, email=f"a{number}@example.nl").status_code for number in range(31)]
    assert taken == [200] * 30 + [429]


def test_who_takes_part_gives_a_new_address_however_many_sign_up(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FULL", "MOST"):
        monkeypatch.setattr(claiming, name, 3)
    signs_up(stage)
    link = confirms(stage).text.partition('href="/mijn/')[2].partition('"')[0]
    own = Own(stage, f"https://x/mijn/{link}").opens()
    assert {asks(stage, number) for number in range(5)} == {303, 429}
    assert "al te vaak" not in words(own.sends("email", email="nieuw@example.nl"))
    assert stage.mails_to("nieuw@example.nl")
