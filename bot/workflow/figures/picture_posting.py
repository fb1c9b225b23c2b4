"""A message with a picture that the chat still processes goes without it, and is drawn anew when it may be ready."""

from collections.abc import Callable
from typing import Final

from bot.domain.alerts.mailings import backoff
from bot.records.chat import MessageRef
from bot.records.outbox import OutboxItem, Task, Tries
from bot.workflow.ports import PictureRefused
from storage.unit_of_work import Work

PICTURE_TRIES: Final = 6
"""Slack processes a picture after it took it: seconds as a rule, four minutes in all."""
Draw = Callable[[MessageRef | None, str], MessageRef]


def with_picture(work: Work, item: OutboxItem, again: Task, whole: Draw, bare: Draw) -> Draw:
    """Draws `whole`, else `bare` and owes `again`; each change of what it shows starts the count anew."""

    def draw(at: MessageRef | None, key: str) -> MessageRef:
        try:
            return whole(at, key)
        except PictureRefused:
            _owe_again(work, item, again)
            return bare(at, key)

    return draw


def _owe_again(work: Work, item: OutboxItem, again: Task) -> None:
    tries = item.carries(Tries).tries
    if tries < PICTURE_TRIES:
        with work() as uow:
            uow.outbox.owe(again, item.subject_id, Tries(tries + 1), after=backoff(tries + 2))
