"""A citizen who wrote by themselves: a colleague says which mail of ours their reply is about."""

from typing import Final

from bot.clock import Clock
from bot.domain.alerts.alerts import Alert
from bot.domain.errors import AlreadyDone, ChoiceNeeded, EmptyField, UnknownReference
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import (
    NO_CASE,
    Caution,
    CautionKind,
    Reply,
    cautions_of,
    check_not_answered,
)
from bot.domain.replies.reply_errors import ChooseOtherMail, MailChosen, WithTheTeam
from bot.domain.replies.which_mail import NONE_OF_OURS, mail_said, may_choose_mail, references_in
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.records.replies import MailForm
from bot.workflow.handling import reply_changed, reply_in_hand
from bot.workflow.owing import N_, owe_note
from bot.workflow.replies.placing import TYPED
from bot.workflow.replies.relating import MOST_SHOWN_ANEW, Relating
from bot.workflow.replies.triaging import Triaging
from storage.unit_of_work import UnitOfWork, Work

MOST_OFFERED: Final = 98
"""A list holds a hundred: another mail, and none, besides."""


class Tying:
    """What was decided for another mail is decided anew: "this case" is another case now."""

    def __init__(self, work: Work, clock: Clock, triaging: Triaging, relating: Relating) -> None:
        self._work = work
        self._clock = clock
        self._triaging = triaging
        self._relating = relating

    def form(self, reply_id: int) -> MailForm:
        """Which alerts it may be about, and what was said before."""
        with self._work() as uow:
            reply = uow.replies.get(reply_id)
            _check_may_choose(reply)
            sent = uow.cases.recent(references_in(reply), reply.from_address, MOST_OFFERED)
            now = uow.alerts.get(reply.alert_id).reference if reply.alert_id else ""
        return MailForm(reply, tuple(sent), now)

    def choose(self, reply_id: int, seen: str, choice: str, typed: str, colleague: Colleague) -> Reply:
        """Say which mail it is about, by its id or what was typed, or that it is about none; `seen`: what stood."""
        name, now = typed.strip(), self._clock.now()
        if not choice:
            raise ChoiceNeeded("mail")
        if name and choice != TYPED:
            raise ChooseOtherMail("mail_reference")
        with self._work() as uow:
            reply = reply_in_hand(uow, reply_id, colleague, now)
            _check_may_choose(reply)
            alert = _meant(uow, choice, name)
            _check_is_news(reply, seen, alert, colleague)
            self._say(uow, reply, alert, colleague)
            return uow.replies.get(reply_id)

    def _say(self, uow: UnitOfWork, reply: Reply, alert: Alert | None, colleague: Colleague) -> None:
        now, alert_id = self._clock.now(), alert.id if alert else None
        late = bool(alert and alert.closed_at and alert.closed_at <= reply.received_at)
        cautions = _cautions(reply, alert)
        uow.cases.say_mail(reply.id, alert_id, colleague, late=late, cautions=cautions)
        self._tell(uow, reply, alert, colleague)
        self._triaging.link(uow, reply, NO_CASE, colleague)
        self._relating.relate_anew(uow, uow.replies.get(reply.id), alert)
        reply_changed(uow, reply.id, now)
        for one in filter(None, (reply.alert_id, alert_id)):
            _show_anew(uow, one, reply.id)

    def _tell(self, uow: UnitOfWork, reply: Reply, alert: Alert | None, colleague: Colleague) -> None:
        """In the trail and the thread, with what stood in BVH under the other case: only people can mend it there."""
        before = uow.alerts.get(reply.alert_id).reference if reply.alert_id else mail_said(reply)
        details = {"alert": alert.reference if alert else NONE_OF_OURS, "before": before, "rating_undone": reply.rating}
        uow.audit.record(colleague.id, "chose_mail", f"reply {reply.id}", self._clock.now(), **details)
        links, line = {}, N_("{name}: this reply is about none of our mails.")
        if alert:
            links = {"mail": (uow.outbox.link(Task.SHOW_ALERT, alert.id), alert.reference)}
            line = N_("{name}: this reply is about {mail}.")
        owe_note(uow, Task.REPLY_NOTE, reply.id, Note(line, {"name": colleague.name}, links=links))
        if reply.bvh_number:
            mend = N_("It stands in BVH under {number}. Put that right there, and record it anew.")
            owe_note(uow, Task.REPLY_NOTE, reply.id, Note(mend, {"number": reply.bvh_number}))


def _show_anew(uow: UnitOfWork, alert_id: int, reply_id: int) -> None:
    """The alert counts its replies, and those that came later count from it."""
    uow.outbox.owe(Task.SHOW_ALERT, alert_id)
    for other in uow.cases.numbered_after(alert_id, reply_id, MOST_SHOWN_ANEW):
        uow.outbox.owe(Task.SHOW_REPLY, other)


def _check_may_choose(reply: Reply) -> None:
    check_not_answered(reply)
    if reply.escalated_by_name:
        raise WithTheTeam
    if not may_choose_mail(reply):
        raise AlreadyDone


def _check_is_news(reply: Reply, seen: str, alert: Alert | None, colleague: Colleague) -> None:
    """Who comes second is told who was first."""
    stands = mail_said(reply)
    if stands not in {seen, str(alert.id) if alert else NONE_OF_OURS}:
        raise MailChosen("mail", name=reply.mail_by_name)
    if stands == (str(alert.id) if alert else NONE_OF_OURS):
        mine = reply.mail_by_name in {"", colleague.name}
        raise AlreadyDone("mail") if mine else MailChosen("mail", name=reply.mail_by_name)


def _meant(uow: UnitOfWork, choice: str, name: str) -> Alert | None:
    if choice == NONE_OF_OURS:
        return None
    if choice == TYPED and not name:
        raise EmptyField("mail_reference")
    alert = uow.alerts.by_reference(name) if choice == TYPED else uow.alerts.get(int(choice))
    if alert is None or alert.sent_at is None or alert.about:
        raise UnknownReference("mail_reference")
    return alert


OF_THE_HEAD: Final = (CautionKind.OTHER_SENDER, CautionKind.OTHER_ALERT)


def _cautions(reply: Reply, alert: Alert | None) -> tuple[Caution, ...]:
    """What it names is odd only while that is another mail than its own."""
    return cautions_of(
        subject=reply.subject,
        reference=alert.reference if alert else "",
        from_address=reply.from_address,
        participant="",
        shortened=(odd.kind for odd in reply.cautions if odd.kind not in OF_THE_HEAD),
    )
