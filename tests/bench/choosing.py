"""Counting who lives within a circle, and within what somebody drew: the same for us and for PostGIS, around people
drawn at random.
"""

import time
from collections.abc import Callable
from math import cos, pi, sin
from random import Random
from statistics import median
from typing import Any

import psycopg
from sqlalchemy import select, text

from bot.clock import Clock
from bot.domain.participants.shapes import Area, Circle, Shape
from storage.engine import make_engine
from storage.mailings.mailings import StoredMailings
from storage.schema.participants import participants
from storage.unit_of_work import unit_of_work
from tests.bench.measuring import Meter, run_named

TIMES, WARM = 200, 20
CORNERS = 12
Count = Callable[[float, float, int], int]


def star(x: float, y: float, radius_m: int) -> Shape:
    """An area as somebody draws it: twelve corners around a place, some near and some as far as the circle reaches."""
    turns = [2 * pi * number / CORNERS for number in range(CORNERS)]
    far = [radius_m * (1 if number % 2 else 0.6) for number in range(CORNERS)]
    ring = tuple(
        (round(x + reach * cos(turn)), round(y + reach * sin(turn))) for turn, reach in zip(turns, far, strict=True)
    )
    return Shape((ring,))


AREAS: dict[str, Callable[[float, float, int], Area]] = {"circle": Circle, "drawn": star}
PEERS = {
    "circle": "ST_DWithin(place, ST_SetSRID(ST_MakePoint(:x, :y), 28992), :radius_m)",
    "drawn": "ST_Contains(ST_SetSRID(ST_GeomFromText(:drawn), 28992), place)",
}


def ours(meter: Meter, database_url: str, people: int, radius_m: int, kind: str) -> None:
    """As a request's preview asks it, the making of the statement included."""
    middles, area = _middles(database_url, people), AREAS[kind]
    with unit_of_work(make_engine(database_url), Clock())() as uow:
        _measure(meter, middles, radius_m, lambda *circle: uow.mailings.count_recipients(area(*circle)))


def postgis_ready(meter: Meter, database_url: str) -> None:
    """The same people as points with a GiST index, analysed."""
    with meter.running(), psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("CREATE EXTENSION postgis")
        connection.execute(
            "CREATE TABLE points AS SELECT id, status, ST_SetSRID(ST_MakePoint(x, y), 28992) AS place FROM participants"
        )
        connection.execute("CREATE INDEX ON points USING gist (place)")
        connection.execute("VACUUM (ANALYZE) points")


def postgis(meter: Meter, database_url: str, people: int, radius_m: int, kind: str) -> None:
    """By the same way to the server, without what slows it for so small a question; it must count whom we count."""
    middles, area = _middles(database_url, people), AREAS[kind]
    counted = text(f"SELECT count(*) FROM points WHERE status = 'active' AND {PEERS[kind]}")
    with make_engine(database_url).connect() as connection:
        connection.execute(text("SET jit = off"))
        connection.execute(text("SET max_parallel_workers_per_gather = 0"))

        def count(*circle: Any) -> int:
            found: int = connection.execute(counted, _asked(area(*circle))).scalar_one()
            return found

        for x, y in middles[:WARM]:
            assert count(x, y, radius_m) == StoredMailings(connection).count_recipients(area(x, y, radius_m))
        _measure(meter, middles, radius_m, count)


def _asked(area: Area) -> dict[str, object]:
    if isinstance(area, Circle):
        return {"x": area.x, "y": area.y, "radius_m": float(area.radius_m)}
    [ring] = area.rings
    corners = ", ".join(f"{x} {y}" for x, y in (*ring, ring[0]))
    return {"drawn": f"POLYGON(({corners}))"}


def _middles(database_url: str, people: int) -> list[tuple[float, float]]:
    chance = Random(2)
    ids = sorted(chance.sample(range(1, people + 1), TIMES + WARM))
    found = select(participants.c.x, participants.c.y).where(participants.c.id.in_(ids)).order_by(participants.c.email)
    engine = make_engine(database_url)
    with engine.connect() as connection:
        middles = [(float(x), float(y)) for x, y in connection.execute(found)]
    engine.dispose()
    return middles


def _measure(meter: Meter, middles: list[tuple[float, float]], radius_m: int, count: Count) -> None:
    """The median, after some to warm up."""
    for x, y in middles[:WARM]:
        count(x, y, radius_m)
    took = []
    with meter.running():
        for x, y in middles[WARM:]:
            start = time.perf_counter()
            count(x, y, radius_m)
            took.append(time.perf_counter() - start)
    meter.seconds = median(took)


if __name__ == "__main__":
    run_named({one.__name__: one for one in (ours, postgis_ready, postgis)})
