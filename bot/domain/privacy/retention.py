"""How long the words of citizens are kept: until some days after the work on them is done."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import LetterStatus, Rating, Reply, ReplyLabel

ON_ITS_WAY: Final = frozenset({LetterStatus.WAITING, LetterStatus.CALLING})


class Rule(StrEnum):
    """Which retention term a reply falls under."""

    NOT_RELEVANT = "not_relevant"
    RECORDED = "recorded"  # the police's record is BVH
    OTHER = "other"  # machines' mail, floods, and a word of thanks after the rest has gone


@dataclass(frozen=True)
class Terms:
    """Retention terms in days, by rule, as the settings have them."""

    not_relevant_days: int
    recorded_days: int
    other_days: int

    def days(self, rule: Rule) -> int:
        return {
            Rule.NOT_RELEVANT: self.not_relevant_days,
            Rule.RECORDED: self.recorded_days,
            Rule.OTHER: self.other_days,
        }[rule]

    @property
    def shortest(self) -> int:
        """The shortest term: nothing is erased sooner."""
        return min(self.days(rule) for rule in Rule)


def letter_under_way(reply: Reply) -> bool:
    """Whether a letter about it has still to leave: without its words it could not."""
    return bool({reply.answer_status, reply.acknowledgement_status} & ON_ITS_WAY)


def rule_of(reply: Reply) -> Rule | None:
    """The rule under which a reply is erased; None while something is owed to it, or a letter about it is under way.

    Nor while relevant images are here of which nobody said what becomes of them: these are asked about (ending.py).
    """
    if letter_under_way(reply):
        return None
    if reply.label is not ReplyLabel.REPLY:
        return None if reply.erased_at else Rule.OTHER
    if reply.handled_at is None or (reply.erased_at and reply.handled_at <= reply.erased_at):
        return None
    if reply.rating is Rating.NOT_RELEVANT:
        return Rule.NOT_RELEVANT
    undecided = reply.images is Images.IN and reply.images_end is not None
    return None if undecided else Rule.RECORDED


def counted_from(reply: Reply, rule: Rule) -> datetime:
    """From when the term counts: from the answer where that is "not relevant", since it names the day of deletion."""
    handled = reply.handled_at or reply.received_at
    if rule is Rule.NOT_RELEVANT and reply.answered_at:
        return min(reply.answered_at, handled)
    return handled


def is_due(since: date, days: int, today: date) -> bool:
    """Whether it goes in the night that begins the day which the citizen was told, by the Dutch calendar."""
    return since + timedelta(days=days) <= today
