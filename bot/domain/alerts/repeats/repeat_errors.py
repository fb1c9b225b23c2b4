"""Why a preventive mail is refused."""

from bot.domain.errors import Refusal


class NobodyForTips(Refusal):
    """Nobody here gets tips now: they had some in the last 3 days, or do not want them."""


class TipsRequested(Refusal):
    """{name} asked for this mail already: {reference}."""
