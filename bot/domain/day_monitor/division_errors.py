"""Why dividing the incidents is refused."""

from bot.domain.errors import Refusal


class RequestedAlready(Refusal):
    """{name} has asked for this mail already: {reference}."""


class SkippedAlready(Refusal):
    """{name} has skipped this one already."""


class AssignedMeanwhile(Refusal):
    """{name} has this one by now. Close this form and look again."""


class NotInIntake(Refusal):
    """This colleague is not in service en intake any more. Choose another."""


class NobodyOnDuty(Refusal):
    """Nobody has said to be in today. Press 'I am in today' first."""


class NothingToDivide(Refusal):
    """There is nothing to divide: everything has its colleague."""
