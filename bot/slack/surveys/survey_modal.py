"""The forms around a survey: asking for it, its preview, how many get it, why it goes back."""

import json
from dataclasses import asdict

from bot.domain.surveys.surveys import LONGEST_REMARK, MOST_ASKED, Survey
from bot.records.surveys import SurveyQuestion
from bot.slack import ids
from bot.slack.alerts.approval_modal import number_input
from bot.slack.blocks import (
    Block,
    context,
    date_input,
    escape,
    in_pieces,
    modal,
    section,
    text_input,
    typed,
    verbatim,
)
from bot.texts import Texts
from bot.workflow.surveys.surveying import SurveyForm, SurveyPreview


def build_survey_form(_: Texts, form: SurveyForm, eligible: int) -> Block:
    """The form, with sensible values filled in."""
    lately = _.plural(
        "{n} person got a mail in the last half year and was not asked within a year.",
        "{n} people got a mail in the last half year and were not asked within a year.",
        eligible,
    )
    drawn = _("At most {most}. They are drawn by lot.", most=_.number(MOST_ASKED))
    blocks = [
        section(_("The program asks citizens what they think of the mails. A colleague approves it first.")),
        context(lately),
        text_input("people", _("How many people?"), form.people, hint=drawn, longest=6),
        date_input("since", _("Who got a mail since"), form.since),
        date_input("closes_on", _("Last day to answer"), form.closes_on),
        text_input("remark", _("Remark for your colleague"), form.remark, optional=True, longest=LONGEST_REMARK),
    ]
    title = _("Survey")
    return modal(ids.SURVEY_FORM, title, blocks, submit=_("Continue"), close=_("Cancel"), metadata=form.form_key)


def parse_survey_form(view: Block) -> SurveyForm:
    """As it was typed, nothing checked."""
    fields = {name: typed(view, name) for name in ("people", "since", "closes_on", "remark")}
    return SurveyForm(view["private_metadata"], **fields)


def build_survey_preview(_: Texts, preview: SurveyPreview) -> Block:
    """How many are asked, and the mail as it will read."""
    people = min(preview.plan.people, preview.eligible)
    blocks = [
        section(_.plural("*{n} person* gets this mail.", "*{n} people* get this mail.", people)),
        context(_("Drawn by lot from {n} people.", n=_.number(preview.eligible))),
        *(verbatim(piece) for piece in in_pieces(preview.mail_text, 2900, 3)),
        context(_("A different colleague has to approve it. Nothing goes out before that.")),
    ]
    metadata = json.dumps(asdict(preview.form))
    title = _("Survey")
    return modal(ids.SURVEY_PREVIEW, title, blocks, submit=_("File"), close=_("Back"), metadata=metadata)


def parse_survey_preview(view: Block) -> SurveyForm:
    return SurveyForm(**json.loads(view["private_metadata"]))


def build_survey_approval(_: Texts, asked: SurveyQuestion) -> Block:
    """The mail as it will be read; where it goes to many its approver types how many."""
    survey = asked.survey
    blocks = [
        section(_.plural("*{n} person* gets this mail.", "*{n} people* get this mail.", asked.people)),
        *([section(f"*{_('Remark')}*\n{escape(survey.plan.remark)}")] if survey.plan.remark else []),
        *(verbatim(piece) for piece in in_pieces(asked.mail_text, 2900, 3)),
        *([number_input(_)] if asked.asks_number else []),
    ]
    title, metadata = _("Check"), f"{survey.id}:{survey.version}"
    submit, close = _("Approve and send"), _("Cancel")
    return modal(ids.SURVEY_APPROVE_FORM, title, blocks, submit=submit, close=close, metadata=metadata)


def build_survey_return(_: Texts, survey: Survey) -> Block:
    blocks = [
        section(f"*{survey.reference}* · {escape(survey.requester_name)}"),
        text_input("reason", _("Why?"), long=True, longest=1000, hint=_("Your colleague asks for it anew.")),
    ]
    title, metadata = _("Send back"), f"{survey.id}:{survey.version}"
    return modal(ids.SURVEY_RETURN_FORM, title, blocks, submit=_("Send back"), close=_("Cancel"), metadata=metadata)


def build_survey_withdrawal(_: Texts, survey: Survey) -> Block:
    """Asks whether one is sure."""
    title, sure = _("Withdraw"), _("The request lapses. You can't undo this.")
    shown, metadata = [section(f"*{survey.reference}* · {sure}")], f"{survey.id}:{survey.version}"
    return modal(ids.SURVEY_WITHDRAW_FORM, title, shown, submit=title, close=_("Cancel"), metadata=metadata)


def build_survey_mail(_: Texts, survey: Survey, mail_text: str) -> Block:
    """The mail as it is read."""
    shown = [verbatim(piece) for piece in in_pieces(mail_text, 2900, 4)]
    return modal(ids.MAIL_VIEW, survey.reference, shown, close=_("Close window"))
