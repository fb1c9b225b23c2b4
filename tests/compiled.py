"""One memory of compiled statements for all databases of a kind.

SQLAlchemy compiles a statement once an engine, and each test has an engine of its own: compiling all of them anew
cost each story a fifth of its time.
"""

from typing import Any

import sqlalchemy
from sqlalchemy import Engine, event

from storage import engine as made_here

STATEMENTS = 5000

_first: dict[str, Engine] = {}


def share_compiled_statements() -> None:
    """From now on each engine that the program makes takes over what those before it compiled."""
    made_here.create_engine = _make_engine  # type: ignore[assignment]


def _make_engine(url: Any, **how: Any) -> Engine:
    engine = sqlalchemy.create_engine(url, query_cache_size=STATEMENTS, **how)
    if first := _first.get(engine.name):
        # Compiled statements belong to a dialect; only one that has met its server knows that server's ways.
        engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache
    else:
        event.listen(engine, "connect", lambda *_: _first.setdefault(engine.name, engine))
    return engine
