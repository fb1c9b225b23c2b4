"""What a form tells at its fields."""

from bot.domain.errors import Refusal


class FormErrors(Exception):
    """What is wrong with a form; each refusal names its field."""

    def __init__(self, refusals: list[Refusal]) -> None:
        super().__init__(", ".join(refusal.field for refusal in refusals))
        self.refusals = refusals
