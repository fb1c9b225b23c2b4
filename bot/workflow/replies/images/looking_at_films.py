"""Films that came by mail or with a form are looked into once that was taken in: no other mail waits for it."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from bot.domain.replies.attachments import is_film
from bot.records.outbox import OutboxItem, Task
from bot.workflow.figures.deliveries import AddNote, Delivery, Finish, Show, by_itself
from bot.workflow.handling import owe_mail
from bot.workflow.letters.receipting import Receipting
from bot.workflow.replies.keeping import Keeping
from storage.unit_of_work import UnitOfWork, Work

MOST_FILMS: Final = 3
"""Of one mail: each may take its seconds, and the films of other mails wait."""


class LookingAtFilms:
    """What they tell of themselves stands on the reply then, and the receipt says whether they open."""

    def __init__(self, work: Work, keeping: Keeping, receipting: Receipting) -> None:
        self._work = work
        self._keeping = keeping
        self._receipting = receipting

    def deliveries(self, _show: Show, _add_note: AddNote) -> Mapping[Task, Delivery]:
        return {Task.LOOK_AT_FILMS: by_itself(self._look)}

    def _look(self, item: OutboxItem) -> Finish:
        """BlobsDown: it is tried again."""
        with self._work() as uow:
            of_mail = [one for one in uow.attachments.of_reply(item.subject_id) if one.reply_id == item.subject_id]
        films = [one for one in of_mail if is_film(one.media_type) and not one.gone_at][:MOST_FILMS]
        found = {one.id: self._keeping.film_facts(one.blob_key, one.size) for one in films}
        return partial(self._tell, item.subject_id, found)

    def _tell(self, reply_id: int, found: Mapping[int, Mapping[str, str]], uow: UnitOfWork) -> None:
        for attachment_id, facts in found.items():
            uow.attachments.tell(attachment_id, facts)
        owe_mail(uow, reply_id)
        reply = uow.replies.get(reply_id)
        self._receipting.owe(uow, reply, uow.alerts.get(reply.alert_id) if reply.alert_id else None)
