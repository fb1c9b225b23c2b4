"""Every message id that the code can show: what it translates, and the refusals' docstrings."""

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import bot.domain
from bot.domain.errors import Refusal

ROOT = Path(__file__).parent.parent
MessageId = str | tuple[str, str]


@cache
def message_ids() -> tuple[MessageId, ...]:
    """Singular ids, or (singular, plural). Read from the syntax tree: gettext's own tools don't look into f-strings."""
    return tuple(_found())


def _found() -> Iterator[MessageId]:
    for folder in ("bot", "handlers"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Call) and (found := _id_of(node)):
                    yield found
    yield from (refusal.__new__(refusal).message for refusal in _refusals(Refusal))


def _refusals(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    """Those of every room."""
    for module in walk_packages(bot.domain.__path__, "bot.domain."):
        import_module(module.name)
    yield kind
    for narrower in kind.__subclasses__():
        yield from _refusals(narrower)


def _id_of(call: ast.Call) -> MessageId | None:
    words = [arg.value for arg in call.args[:2] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
    if name == "plural" and len(words) == 2:
        return words[0], words[1]
    return words[0] if name in {"_", "N_"} and words else None
