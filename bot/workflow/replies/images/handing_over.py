"""Images that went to a system of the police's: from then on it keeps them, and we soon don't."""

from dataclasses import dataclass
from typing import Final

from bot.clock import Clock
from bot.domain.errors import EmptyField, TooLong
from bot.domain.form_errors import check_all
from bot.domain.participants.people import Colleague, Role
from bot.domain.replies.images.offered import Images, ImagesDeed, brings_images
from bot.domain.replies.replies import Reply
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.handling import owe_mail, reply_in_hand
from bot.workflow.owing import N_, owe_note
from bot.workflow.replies.images.deciding import check_possible
from bot.workflow.replies.images.hearing import Hearing, changed
from storage.unit_of_work import UnitOfWork, Work

LONGEST: Final = 60


@dataclass(frozen=True)
class Whose:
    """Images of a reply as the desk has it, or as a lead of the burglary team's."""

    kind: str  # `reply` or `lead`
    id: int


class HandingOver:
    """Once; what comes afterwards is handed over anew."""

    def __init__(self, work: Work, clock: Clock, hearing: Hearing) -> None:
        self._work = work
        self._clock = clock
        self._hearing = hearing

    def check(self, whose: Whose, colleague: Colleague) -> None:
        """Before it is asked where they went."""
        with self._work() as uow:
            check_possible(self._reply(uow, whose, colleague), ImagesDeed.HAND_OVER, colleague)

    def hand_over(self, whose: Whose, system: str, number: str, colleague: Colleague) -> None:
        """Of two at once, the second is told who was first."""
        check_all(lambda: _checked("system", system), lambda: _checked("number", number))
        system, number = _checked("system", system), _checked("number", number)
        now = self._clock.now()
        with self._work() as uow:
            reply = self._reply(uow, whose, colleague)
            check_possible(reply, ImagesDeed.HAND_OVER, colleague)
            files = [one for one in uow.attachments.of_reply(reply.id) if brings_images(one)]
            end = self._hearing.end(Images.HANDED_OVER, now)
            uow.images.put(reply.id, Images.HANDED_OVER, reply.images_until, end, now, colleague.name)
            uow.images.hand_over(reply.id, system, number, colleague, now)
            said, sums = {"system": system, "number": number}, [one.sha256 for one in files]
            uow.audit.record(colleague.id, "handed_over_images", f"reply {reply.id}", now, said, sha256=sums)
            told = Note(N_("{name} handed the images over."), {"name": colleague.name}, text=f"{system} · {number}")
            owe_note(uow, Task.REPLY_NOTE, reply.id, told)
            changed(uow, reply, now)
            owe_mail(uow, reply.id)

    def _reply(self, uow: UnitOfWork, whose: Whose, colleague: Colleague) -> Reply:
        """The role goes with the button, whoever sends the form."""
        if whose.kind == "lead":
            colleague.require(Role.BURGLARY_TEAM)
            return uow.replies.get_for_change(uow.leads.get(whose.id).reply_id)
        colleague.require(Role.RESPONDER)
        return reply_in_hand(uow, whose.id, colleague, self._clock.now())


def _checked(field: str, typed: str) -> str:
    """One line of it."""
    told = " ".join(typed.split())
    if not told:
        raise EmptyField(field)
    if len(told) > LONGEST:
        raise TooLong(field, length=len(told), most=LONGEST)
    return told
