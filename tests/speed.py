"""What a library does anew for each test, done once for all of them: nothing here changes what a test sees."""

import gc
from types import ModuleType
from typing import Any

import sqlalchemy
from freezegun import api as freezing
from sqlalchemy import Engine, event

from storage import engine as made_here

STATEMENTS = 5000
OBJECTS = 50_000

_first: dict[str, Engine] = {}


def speed_up() -> None:
    """Once a test process, when the program is imported."""
    made_here.create_engine = _make_engine  # type: ignore[assignment]
    freezing._get_module_attributes_hash = _attributes_of
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
