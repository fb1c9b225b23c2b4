"""What a library does anew for each test, done once for all of them: nothing here changes what a test sees."""

import gc
from collections.abc import Sequence
from functools import partialmethod
from types import ModuleType
from typing import Any

import sqlalchemy
from freezegun import api as freezing
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from sqlalchemy import Engine, event

from bot.domain.alerts.alerts import AlertContent
from bot.pictures.map import Cartographer
from storage import engine as made_here
from tests.apart import read_at_hand

STATEMENTS = 5000
OBJECTS = 50_000

_first: dict[str, Engine] = {}
_maps: dict[tuple[object, ...], bytes] = {}
_draw = Cartographer.area


def speed_up() -> None:
    """Once a test process, when the program is imported."""
    vars(made_here)["create_engine"] = _make_engine
    freezing._get_module_attributes_hash = _attributes_of
    Environment.__init__ = partialmethod(Environment.__init__, bytecode_cache=_Templates())  # type: ignore[assignment]
    Cartographer.area = _area  # type: ignore[assignment, method-assign]
    read_at_hand()
    gc.freeze()  # the modules stay: looking through them all for garbage, again and again, finds none
    gc.set_threshold(OBJECTS, 20, 20)


def _make_engine(url: Any, **how: Any) -> Engine:
    """Engines of a kind share what was compiled: SQLAlchemy compiles a statement once an engine, a test has its own."""
    engine = sqlalchemy.create_engine(url, query_cache_size=STATEMENTS, **how)
    if first := _first.get(engine.name):
        # Compiled statements belong to a dialect; only one that has met its server knows that server's ways.
        engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache
    else:
        event.listen(engine, "connect", lambda *_: _first.setdefault(engine.name, engine))
    return engine


def _attributes_of(module: ModuleType) -> str:
    """Whether a module has changed since the clock was last frozen: how many names it has tells as well as all."""
    return f"{id(module)}-{len(vars(module))}"


class _Templates(BytecodeCache):
    """Compiled templates; each program has an environment of its own, which would compile them anew."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key, bucket.checksum] = bucket.code


def _area(cartographer: Cartographer, content: AlertContent, spread: Sequence[tuple[int, int, int]]) -> bytes:
    """Each alert has a map, and most stories have the same alert: a picture is drawn once."""
    drawn = (cartographer._texts, content.radius_m, content.neighbourhood, tuple(spread))
    if drawn not in _maps:
        _maps[drawn] = _draw(cartographer, content, spread)
    return _maps[drawn]
