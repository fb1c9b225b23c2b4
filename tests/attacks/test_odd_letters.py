"""A form of a megabyte in letters of far away stopped every page for seconds, and a few of them everything."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Final

import httpx
import pytest

from bot.entering import as_text
from tests.stage import PLAIN, Stage

ALPHABETS: Final = {"chinese": (0x4E00, 0x9FFF), "korean": (0xAC00, 0xD7A3), "rare": (0x20000, 0x2A6DF)}


def letters(alphabet: str, number: int) -> str:
    drawn = Random(alphabet)
    return "".join(chr(drawn.randint(*ALPHABETS[alphabet])) for _ in range(number))


@pytest.mark.parametrize("alphabet", sorted(ALPHABETS))
def test_every_letter_costs_as_little(alphabet: str) -> None:
    words = letters(alphabet, 300_000)
    begun = time.process_time()
    assert as_text(words) == words
    assert time.process_time() - begun < 0.3


def test_who_sends_many_keeps_nobody_waiting(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    link = min(re.findall(r"https://\S+/reageren/\S+", stage.mail_to("noor@example.nl").text), key=len)
    body = ("name=" + letters("chinese", 340_000)).encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    waited = []
    with ThreadPoolExecutor(6) as senders, httpx.Client(**PLAIN) as other:
        sent = [senders.submit(httpx.post, stage.here(link), content=body, headers=headers, **PLAIN) for _ in range(6)]
        while not all(one.done() for one in sent):
            begun = time.monotonic()
            assert other.get(stage.url("/healthz")).status_code == 200
            waited.append(time.monotonic() - begun)
    assert {one.result().status_code for one in sent} == {422}, "it holds no words"
    assert max(waited) < 3
