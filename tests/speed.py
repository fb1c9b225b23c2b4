"""What a library does anew for each test, done once for all of them: nothing here changes what a test sees."""

import gc
from collections.abc import Callable, Mapping
from functools import cache, partialmethod
from types import CodeType
from typing import Any

import psycopg  # noqa: F401 - its C part wants to see the true date when it is imported
import sqlalchemy
from freezegun import api as freezing
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from slack_bolt.listener import custom_listener
from slack_bolt.listener_matcher import builtins as listener_matchers
from slack_bolt.util import utils
from sqlalchemy import Engine, event

from bot.domain.alerts import authorship
from bot.domain.guard.findings import Finding
from bot.domain.guard.text_guard import find_in
from bot.pictures import apart
from bot.workflow.letters import guarding
from handlers.slack.alerts import previews
from storage import engine as made_here
from tests.apart import read_at_hand

STATEMENTS = 5000
OBJECTS = 200_000

_first: dict[str, Engine] = {}
_maps: dict[tuple[object, ...], bytes] = {}
_arguments: dict[CodeType, list[str]] = {}
draw_apart = apart.draw_apart
"""As the program does it: a process a picture."""


def speed_up() -> None:
    """Once a test process, when the program is imported."""
    vars(made_here)["create_engine"] = _make_engine
    freezing._freeze_time.start = _freeze  # type: ignore[assignment]
    for bolt in (custom_listener, listener_matchers):
        vars(bolt)["get_arg_names_of_callable"] = _names_of_arguments
    Environment.__init__ = partialmethod(Environment.__init__, bytecode_cache=_Templates())  # type: ignore[assignment]
    vars(apart)["draw_apart"] = _drawn
    vars(previews)["PAUSES_S"] = ()  # a preview's picture comes only where a story waits for it
    for asks in (guarding, authorship):
        vars(asks)["find_in"] = _found_in
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


_freeze_anew = freezing._freeze_time.start


def _freeze(clock: Any) -> Any:
    """Freezing looks through every module for clocks to replace, and puts them back afterwards. They are replaced
    once a process: under every frozen clock lies one that shows the true time, to every caller."""
    if not freezing.freeze_factories:
        _freeze_anew(freezing.freeze_time(tick=True, real_asyncio=True))
        freezing.ignore_lists[-1] = ("",)
    return _freeze_anew(clock)


_look_at_arguments = utils.get_arg_names_of_callable


def _names_of_arguments(function: Callable[..., Any]) -> list[str]:
    """Bolt inspects each listener and matcher; those of all programs are made from the same code."""
    code = function.__code__
    if code not in _arguments:
        _arguments[code] = _look_at_arguments(function)
    return [*_arguments[code]]


def _found_in(
    texts: Mapping[str, str], street: str = "", house_number: str = "", *, known: bool = True
) -> tuple[Finding, ...]:
    """A story's request is looked at each time it is shown or changed, and most stories have the same one."""
    return _looked_at(tuple(texts.items()), street, house_number, known)


@cache
def _looked_at(texts: tuple[tuple[str, str], ...], *about: Any) -> tuple[Finding, ...]:
    street, house_number, known = about
    return find_in(dict(texts), street, house_number, known=known)


class _Templates(BytecodeCache):
    """Compiled templates; each program has an environment of its own, which would compile them anew."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key, bucket.checksum] = bucket.code


def _drawn(locale: str, what: str, *shown: Any) -> bytes:
    """In this process; each alert has a map, and most stories have the same alert: that picture is drawn once."""
    if what != "area":
        return apart.draw_here(locale, what, *shown)
    content, spread, streets = shown
    drawn = (locale, content.area, content.neighbourhood, tuple(spread), *sorted(streets))
    if drawn not in _maps:
        _maps[drawn] = apart.draw_here(locale, what, *shown)
    return _maps[drawn]
