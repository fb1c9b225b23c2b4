"""What a form tells at its fields, all of it at once."""

from collections.abc import Callable

from bot.domain.errors import Refusal


class FormErrors(Exception):
    """What is wrong with a form; each refusal names its field."""

    def __init__(self, refusals: list[Refusal]) -> None:
        super().__init__(", ".join(refusal.field for refusal in refusals))
        self.refusals = refusals


def check_all(*checks: Callable[[], object]) -> None:
    """Each of them, whatever another refuses: who mends one field is not told of the next one after that."""
    refusals: list[Refusal] = []
    for check in checks:
        try:
            check()
        except FormErrors as errors:
            refusals += errors.refusals
        except Refusal as refusal:
            refusals.append(refusal)
    if refusals:
        raise FormErrors(refusals)
