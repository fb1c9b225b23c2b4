"""A plugin for pytest as mutmut runs it: what runs while a module is imported is tried too, and quick tests come first.

mutmut imports everything once and forks for each mutant, so that a constant made by a function ("a pattern of a word's
slips") would never be made by its mutant; and it says of such a function that the first test alone calls it.
"""

import os
import sys
from pathlib import Path
from typing import Final

import pytest
from mutmut.state import state

HITS: Final = Path("called-by-imports.txt")  # in the copy that the tests run in
OURS: Final = ("bot", "handlers", "storage", "tests")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Import anew where the mutant may change what an import does."""
    function, _, number = os.environ.get("MUTANT_UNDER_TEST", "").partition("__mutmut_")
    if number and function in HITS.read_text("utf-8").splitlines():
        for name in [name for name in sys.modules if name.split(".")[0] in OURS]:
            del sys.modules[name]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The quick ones first: the first that fails ends it."""
    took = state().duration_by_test
    items.sort(key=lambda item: took.get(item.nodeid, 0))


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was called until now belongs to every test."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        HITS.write_text("\n".join(sorted(state()._stats)), "utf-8")  # mutmut tells it in no other way
        for function in state()._stats:
            state().tests_by_mangled_function_name[function] |= {item.nodeid for item in session.items}
        state()._stats.clear()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """mutmut takes a module that can't be imported for a key pressed by somebody."""
    if exitstatus == pytest.ExitCode.INTERRUPTED:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
