"""Every message id that the code can show: what it translates, and the refusals' docstrings."""

import ast
from collections.abc import Iterator
from pathlib import Path

from bot.domain import errors
from bot.domain.alerts import word_errors
from bot.domain.day_monitor import file_errors
from bot.domain.guard import errors as guard_errors
from bot.domain.surveys import survey_errors

ROOT = Path(__file__).parent.parent
MessageId = str | tuple[str, str]


def message_ids() -> Iterator[MessageId]:
    """Singular ids, or (singular, plural). Read from the syntax tree: gettext's own tools don't look into f-strings."""
    for folder in ("bot", "handlers"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Call) and (found := _id_of(node)):
                    yield found
    for refusal in (
        refusal
        for module in (errors, file_errors, guard_errors, survey_errors, word_errors)
        for refusal in vars(module).values()
    ):
        if isinstance(refusal, type) and issubclass(refusal, errors.Refusal):
            yield refusal().message


def _id_of(call: ast.Call) -> MessageId | None:
    words = [arg.value for arg in call.args[:2] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
    if name == "plural" and len(words) == 2:
        return words[0], words[1]
    return words[0] if name in {"_", "N_"} and words else None
