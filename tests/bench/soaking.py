"""`make soak`: the program works for an hour on both databases; its memory stays flat, and nothing waits."""

import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.clock import Clock
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.bench.copies import copies, rating, signed, standing
from tests.bench.measuring import Meter, in_own_process, run_named, sink
from tests.bench.receiving import mailed
from tests.bench.sending import settings
from tests.bench.workspace import workspace
from tests.databases import fresh_sqlite
from tests.doubles.sendgrid import InboundParse
from tests.postgres import fresh_postgres

PART_S: Final = 6.0
"""In each a citizen answers at every second, and a responder presses at every other."""
REPLIES, PRESSES = 6, 3
WARM: Final = 0.2
"""The first parts fill caches."""


@dataclass(frozen=True)
class Seen:
    """After a part: how much memory it has, and since when the oldest post waits."""

    megabytes: float
    waits_s: float


def soak(meter: Meter, database_url: str, provider_url: str, minutes: float) -> None:
    """Seconds that the longest post waited; how far the memory rose after the first parts."""
    mailed(database_url)
    parts = max(2, round(minutes * 60 / PART_S))
    work = unit_of_work(make_engine(database_url), Clock())
    pressed = standing(work, parts * PRESSES)
    inbound = InboundParse()
    with workspace() as slack:
        chosen = settings(database_url, provider_url).model_copy(
            update={"sendgrid_inbound_public_key": inbound.public_key, "slack_api_url": slack.api_url}
        )
        with copies(chosen, 1) as [program]:
            seen = []
            for part in range(parts):
                ends = time.monotonic() + PART_S
                mine = pressed[part * PRESSES : (part + 1) * PRESSES]
                posts = signed(chosen, inbound, REPLIES, part * REPLIES)
                slack.work([rating(program.port, *one) for one in mine], [(program.port, post) for post in posts], 1)
                time.sleep(max(0.0, ends - time.monotonic()))
                with work() as uow:
                    waits = [(Clock().now() - since).total_seconds() for since in uow.outbox.oldest().values()]
                seen.append(Seen(_megabytes(program.pid), max(waits, default=0.0)))
    meter.seconds = max(one.waits_s for one in seen)
    warm = seen[round(WARM * len(seen)) :]
    meter.more = {"begins": warm[0].megabytes, "ends": _mean(warm[-3:])}


def _mean(seen: Sequence[Seen]) -> float:
    return sum(one.megabytes for one in seen) / len(seen)


def _megabytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024


def main(minutes: float) -> None:
    """Both databases beside each other."""
    databases = {"SQLite": fresh_sqlite, "PostgreSQL": fresh_postgres}
    with sink() as provider_url, ThreadPoolExecutor() as pool:
        told = {
            name: pool.submit(
                in_own_process,
                "soaking",
                "soak",
                patience_s=60 * minutes + 600,
                database_url=fresh(),
                provider_url=provider_url,
                minutes=minutes,
            )
            for name, fresh in databases.items()
        }
        for name, soaked in told.items():
            seen = soaked.result()
            print(  # noqa: T201 - what it is for
                f"{name}, {minutes:g} minutes: memory {seen.more['begins']:.0f} MB after the first fifth, "
                f"{seen.more['ends']:.0f} MB at the end; the longest that a post waited {seen.seconds:.1f} s"
            )


if __name__ == "__main__":
    if len(sys.argv) == 2:
        main(float(sys.argv[1]))
    else:
        run_named({"soak": soak})
