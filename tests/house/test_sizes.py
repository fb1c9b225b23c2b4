"""docs/sizes.md says what the program, deploy/ and the bench say."""

import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from storage.engine import KEPT
from tests.bench.__main__ import COPIES_DO, COPIES_DO_PACED, IDLE_S
from tests.bench.copies import COPIES

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = (ROOT / "docs/sizes.md").read_text()
ROWS: Final = re.findall(r"^\| ([\d,]+) replies, (\d+) presses, [^|]+ \| ([\d.]+) s \| ([\d,]+) \|", PAGE, re.MULTILINE)
HOUR_S: Final = 3600


def test_its_rows_are_of_what_the_bench_does() -> None:
    did = [(int(replies.replace(",", "")), int(presses)) for replies, presses, *_ in ROWS]
    assert did == [COPIES_DO, COPIES_DO_PACED]
    assert (COPIES, IDLE_S) == (2, 30)


def test_an_hour_follows_from_what_was_measured() -> None:
    alone = re.findall(r"([\d,]+) replies in ([\d.]+) s: ([\d,]+) replies an hour", PAGE)
    assert len(alone) == 1
    for did, seconds, hour in [(did, seconds, hour) for did, _, seconds, hour in ROWS] + alone:
        counted = HOUR_S * float(did.replace(",", "")) / float(seconds)
        assert float(hour.replace(",", "")) == pytest.approx(counted, rel=0.02)


def test_a_copy_gets_the_memory_that_is_told() -> None:
    services: dict[str, Any] = yaml.safe_load((ROOT / "deploy/compose.yaml").read_text())["services"]
    assert "give each copy 1 GB" in PAGE
    assert services["bot-1"]["mem_limit"] == "1g"
    assert "MemoryMax=2G" in (ROOT / "deploy/burgernetmail.service").read_text()


def test_connections_are_the_engines() -> None:
    assert f"some {KEPT}, more where many press" in PAGE
