"""A survey in the supervision channel: the request and how far it is, and the reminder that one is due."""

from datetime import date, datetime, time

from bot.clock import AMSTERDAM
from bot.domain.surveys.surveys import SurveyStatus
from bot.records.surveys import SurveyCard
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    actions,
    button,
    confirmation,
    context,
    escape,
    fields,
    more,
    section,
)
from bot.texts import Texts

_SIGNS = {
    SurveyStatus.REQUESTED: ":large_yellow_circle:",
    SurveyStatus.RETURNED: ":leftwards_arrow_with_hook:",
    SurveyStatus.WITHDRAWN: ":x:",
    SurveyStatus.APPROVED: ":outbox_tray:",
    SurveyStatus.SENT: ":white_check_mark:",
}


def day_name(_: Texts, day: date) -> str:
    """28 januari 2026."""
    return _.day(datetime.combine(day, time(12), AMSTERDAM))


def build_survey_message(_: Texts, card: SurveyCard) -> tuple[str, list[Block]]:
    """How it stands, what can be done now, of how many it asks; the mail is a button away."""
    survey = card.survey
    title = _("Survey {reference}", reference=survey.reference)
    blocks = [
        section(f"*{title}* · {_('what citizens think of the mails')}\n{_state(_, card)}"),
        *_progress(_, card),
        actions(*_buttons(_, card)),
        fields(_facts(_, card)),
        *([section(f"*{_('Remark')}*\n{escape(survey.plan.remark)}")] if survey.plan.remark else []),
    ]
    return f"{title}: {_status_name(_, survey.status)}", blocks


def _status_name(_: Texts, status: SurveyStatus) -> str:
    return {
        SurveyStatus.REQUESTED: _("Waits for a colleague's approval"),
        SurveyStatus.RETURNED: _("Sent back to the requester"),
        SurveyStatus.WITHDRAWN: _("Withdrawn"),
        SurveyStatus.APPROVED: _("Being sent"),
        SurveyStatus.SENT: _("Sent"),
    }[status]


def _state(_: Texts, card: SurveyCard) -> str:
    survey = card.survey
    name = _status_name(_, survey.status)
    if card.held_until:
        name = _("Is sent at {time}", time=_.second(card.held_until))
    told = f"{_SIGNS[survey.status]} *{name}*"
    if survey.status in {SurveyStatus.RETURNED, SurveyStatus.WITHDRAWN}:
        why = ": ".join(filter(None, (survey.decided_by_name, survey.decided_reason)))
        return f"{told} · {escape(why)}"
    if survey.approver_name:
        return f"{told} · {_('approved by {name}', name=escape(survey.approver_name))}"
    return told


def _facts(_: Texts, card: SurveyCard) -> list[tuple[str, str]]:
    plan = card.survey.plan
    people = _.number(card.progress.total if card.progress else min(plan.people, card.eligible) or plan.people)
    if card.eligible:
        people += " " + _("of {n}, drawn by lot", n=_.number(card.eligible))
    return [
        (_("Recipients"), people),
        (_("Who got a mail since"), day_name(_, plan.since)),
        (_("Last day to answer"), day_name(_, plan.closes_on)),
        (_("Requested by"), card.survey.requester_name),
    ]


def _progress(_: Texts, card: SurveyCard) -> list[Block]:
    progress = card.progress
    if progress is None or card.held_until:
        return []
    told = [_("{n} of {total}", n=_.number(progress.sent), total=_.number(progress.total))]
    if progress.refused:
        told.append(_.plural("{n} refused or left", "{n} refused or left", progress.refused))
    if progress.unknown:
        told.append(":warning: " + _.plural("{n} unknown", "{n} unknown", progress.unknown))
    if progress.bounced:
        told.append(_.plural("{n} came back", "{n} came back", progress.bounced))
    return [section(" · ".join(told))]


def _value(card: SurveyCard) -> str:
    return f"{card.survey.id}:{card.survey.version}"


def _buttons(_: Texts, card: SurveyCard) -> list[Block]:
    value = _value(card)
    view = button(_("View mail"), ids.VIEW_SURVEY, value)
    if card.survey.status is SurveyStatus.REQUESTED:
        send_back = button(_("Send back"), ids.SEND_BACK_SURVEY, value)
        withdraw = button(_("Withdraw"), ids.WITHDRAW_SURVEY, value)
        return [_approve(_, card, value), send_back, *more(ids.MORE, view, withdraw)]
    stop = button(_("Stop"), ids.STOP_SURVEY, value, style="danger")
    return [stop, view] if card.held_until else [view]


def _approve(_: Texts, card: SurveyCard, value: str) -> Block:
    """A question before it goes out, unless the form that follows asks one."""
    if card.asks_number:
        return button(_("Approve and send"), ids.APPROVE_SURVEY, value, style="primary")
    question = _.plural(
        "{n} person gets this mail. You can't undo this. Send it?",
        "{n} people get this mail. You can't undo this. Send it?",
        min(card.survey.plan.people, card.eligible),
    )
    confirm = confirmation(_("Approve and send"), question, _("Send"), _("Cancel"))
    return button(_("Approve and send"), ids.APPROVE_SURVEY, value, style="primary", confirm=confirm)


def build_survey_due(_: Texts) -> tuple[str, list[Block]]:
    """The clock only reminds: people ask, and people approve."""
    told = _("It is time to ask citizens what they think of the mails.")
    why = _("Nothing goes out by itself: you ask for a survey, a colleague approves it.")
    return told, [
        section(f":speech_balloon: *{told}*"),
        context(why),
        actions(button(_("Ask for a survey"), ids.NEW_SURVEY, "due", style="primary")),
    ]
