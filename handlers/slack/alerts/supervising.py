"""Listeners: a batch whose answer was lost, and who gets mail again, is a superuser's to decide."""

from bot.domain.errors import AlreadyDone, NoAddress
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.batch_message import build_decide, parse_decide
from bot.slack.participants.participant_message import build_participant, build_restore, build_take_out, parse_reason
from handlers.slack.listeners import Button, Command, Form
from handlers.slack.presses import Answer, Press, Submission


def look_up(press: Press) -> None:
    if not press.argument:
        raise NoAddress(example=f"{ids.COMMAND} {ids.WORD_PARTICIPANT} noor@example.nl")
    press.tell(build_participant(press.texts, press.workflow.leaving.look_up(press.argument, press.colleague)))


def ask_why_back(press: Press) -> None:
    press.open(build_restore(press.texts, press.value))


def restore(submission: Submission) -> Answer | None:
    submission.workflow.leaving.restore(*parse_reason(submission.view), submission.colleague)
    _ = submission.texts
    return submission.confirm(_("This participant gets mail again."))


def ask_why_out(press: Press) -> None:
    press.open(build_take_out(press.texts, press.value))


def take_out(submission: Submission) -> Answer | None:
    submission.workflow.leaving.take_out(*parse_reason(submission.view), submission.colleague)
    _ = submission.texts
    return submission.confirm(_("This participant gets no mail any more."))


def send_again(press: Press) -> None:
    _decide(press, send_again=True)


def leave_it(press: Press) -> None:
    _decide(press, send_again=False)


def ask_decision(press: Press) -> None:
    press.open(build_decide(press.texts, press.workflow.sending.question(int(press.value))))


def decided(submission: Submission) -> None:
    batch_id, send_again = parse_decide(submission.view)
    if not submission.workflow.sending.decide(batch_id, submission.colleague, send_again=send_again):
        raise AlreadyDone


def _decide(press: Press, *, send_again: bool) -> None:
    if not press.workflow.sending.decide(int(press.value), press.colleague, send_again=send_again):
        raise AlreadyDone


LISTENERS = (
    Command(ids.WORD_PARTICIPANT, Role.SUPERUSER, look_up),
    Button(ids.RESTORE, Role.SUPERUSER, ask_why_back),
    Form(ids.RESTORE_FORM, Role.SUPERUSER, "reason", restore),
    Button(ids.TAKE_OUT, Role.SUPERUSER, ask_why_out),
    Form(ids.TAKE_OUT_FORM, Role.SUPERUSER, "reason", take_out),
    Button(ids.SEND_AGAIN, Role.SUPERUSER, send_again),
    Button(ids.LEAVE_IT, Role.SUPERUSER, leave_it),
    Button(ids.DECIDE_BATCH, Role.SUPERUSER, ask_decision),
    Form(ids.DECIDE_BATCH_FORM, Role.SUPERUSER, "decision", decided),
)
