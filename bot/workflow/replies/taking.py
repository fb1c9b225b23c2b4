"""Who has a reply: taken, let go, taken over from a colleague, and back in the box when nothing comes of it."""

from datetime import timedelta

from bot.clock import Clock
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import Reply, is_handled
from bot.domain.replies.taking import check_in_hand, check_may_let_go, check_may_take, is_left
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.owing import N_, owe_note
from storage.unit_of_work import UnitOfWork, Work

A_ROUND = 50  # replies given back in one step of the job


class Taking:
    """Nothing is decided twice: everybody sees who has a reply, and who works on somebody else's is asked first."""

    def __init__(self, work: Work, clock: Clock, idle: timedelta) -> None:
        self._work = work
        self._clock = clock
        self._idle = idle

    def take(self, reply_id: int, colleague: Colleague) -> None:
        """Of two at once, one gets it and the other is told who."""
        with self._work() as uow:
            reply = uow.replies.get_for_change(reply_id)
            check_may_take(reply, colleague)
            self._assign(uow, reply, colleague, colleague.id, "took")

    def let_go(self, reply_id: int, colleague: Colleague) -> None:
        """Back into the box, by who has it."""
        with self._work() as uow:
            reply = uow.replies.get_for_change(reply_id)
            check_may_let_go(reply, colleague)
            self._assign(uow, reply, None, colleague.id, "let_go")

    def check(self, reply_id: int, colleague: Colleague) -> None:
        """Before it is worked on, which is noted the first time; TakenByColleague where another has it just now."""
        with self._work() as uow:
            reply = uow.replies.get(reply_id)
            root = uow.replies.get(reply.follow_up_of) if reply.follow_up_of else reply
            check_in_hand(root, colleague)
            if root.opened_at is None:
                uow.replies.open(root.id, self._clock.now())

    def take_over(self, reply_id: int, holder_id: str, colleague: Colleague) -> None:
        """A colleague was told who has it and goes on; TakenByColleague where meanwhile yet another has it.

        It is on their name then, also where it came free meanwhile; twice is once.
        """
        with self._work() as uow:
            reply = uow.replies.get_for_change(reply_id)
            if is_handled(reply) or reply.assignee_id == colleague.id:
                return
            if reply.assignee_id not in {holder_id, ""}:
                check_in_hand(reply, colleague)
            self._assign(uow, reply, colleague, colleague.id, "took_over")
            if reply.assignee_id:
                names = {"name": colleague.name, "holder": reply.assignee_name}
                owe_note(uow, Task.REPLY_NOTE, reply_id, Note(N_("{name} took this reply over from {holder}."), names))

    def give_back_idle(self) -> int:
        """Give back what was taken and left; how many. Every copy of the program may: the row's lock makes it once."""
        with self._work() as uow:
            left = uow.replies.left_since(self._clock.now() - self._idle, A_ROUND)
        return sum(map(self._give_back, left))

    def _give_back(self, reply_id: int) -> bool:
        with self._work() as uow:
            reply = uow.replies.get_for_change(reply_id)
            if not is_left(reply, self._clock.now(), self._idle):
                return False
            self._assign(uow, reply, None, "burgernetmail", "gave_back")
            line = N_("{name} had taken this reply and did nothing to it since. It is free again.")
            owe_note(uow, Task.REPLY_NOTE, reply_id, Note(line, {"name": reply.assignee_name}))
        return True

    def _assign(self, uow: UnitOfWork, reply: Reply, to: Colleague | None, who: str, what: str) -> None:
        now = self._clock.now()
        uow.replies.assign(reply.id, to, now)
        uow.audit.record(who, what, f"reply {reply.id}", now, before=reply.assignee_id)
        uow.outbox.owe(Task.SHOW_REPLY, reply.id)
