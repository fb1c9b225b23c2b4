"""Listeners: which mail a reply is about, what it is worth, which other case it is relevant to."""

from bot.domain.replies.replies import Reply
from bot.domain.replies.which_mail import must_choose_mail
from bot.slack import ids
from bot.slack.replies.case_modal import build_choose_mail, parse_case, parse_choose_mail
from bot.slack.replies.rate_modal import build_rate, parse_rate
from handlers.slack.presses import Answer, Press, Submission
from handlers.slack.replies.taking import ReplyButton, ReplyForm


def rate_elsewhere(submission: Submission) -> None:
    reply_id, choice, typed, reason = parse_case(submission.view)
    submission.workflow.placing.rate_elsewhere(reply_id, choice, typed, submission.colleague, reason)


def ask_rating(press: Press) -> None:
    open_rating(press, press.workflow.triaging.reply(int(press.value)))


def open_rating(press: Press, reply: Reply) -> None:
    """Where its message is not at hand; which mail it is about comes first."""
    if must_choose_mail(reply):
        press.open(build_choose_mail(press.texts, press.workflow.tying.form(reply.id), goes_on=True))
    else:
        press.open(build_rate(press.texts, reply))


def ask_mail(press: Press) -> None:
    press.open(build_choose_mail(press.texts, press.workflow.tying.form(int(press.value))))


def choose_mail(submission: Submission) -> Answer | None:
    chosen, goes_on = parse_choose_mail(submission.view)
    reply = submission.workflow.tying.choose(*chosen, submission.colleague)
    return {"response_action": "update", "view": build_rate(submission.texts, reply)} if goes_on else None


def rate(submission: Submission) -> None:
    submission.workflow.triaging.rate(*parse_rate(submission.view), submission.colleague)


LISTENERS = (
    ReplyButton(ids.RATE_REPLY, ask_rating),
    ReplyForm(ids.RATE_FORM, "rating", rate),
    ReplyButton(ids.CHOOSE_MAIL, ask_mail),
    ReplyForm(ids.CHOOSE_MAIL_FORM, "mail", choose_mail),
    ReplyForm(ids.CASE_FORM, "other_case", rate_elsewhere),
)
