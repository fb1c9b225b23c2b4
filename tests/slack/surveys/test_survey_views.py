"""What superusers see of a survey: within Slack's limits at its longest, and harmless."""

from dataclasses import replace
from datetime import timedelta

import pytest
from slack_sdk import WebClient

from bot.domain.alerts.mailings import Progress
from bot.domain.surveys.surveys import (
    AMOUNT,
    LONGEST_WORDS,
    Amount,
    OpenQuestion,
    Opinion,
    Statement,
    SurveyResults,
    SurveyStatus,
)
from bot.records.surveys import ResultsCard, SurveyCard, SurveyQuestion, Words
from bot.slack.surveys.survey_message import build_survey_due, build_survey_message
from bot.slack.surveys.survey_modal import (
    build_survey_approval,
    build_survey_form,
    build_survey_preview,
    build_survey_return,
    parse_survey_preview,
)
from bot.slack.surveys.survey_results_message import build_results, build_results_message, build_words
from bot.texts import texts
from bot.workflow.surveys.surveying import SurveyForm, SurveyPreview
from bot.workflow.surveys.tallying import PAGE
from tests.domain.samples import NOON
from tests.domain.surveys.samples import PLAN, SURVEY
from tests.doubles.slack import Channel as Room
from tests.doubles.slack import SlackDouble
from tests.slack.longest import HOSTILE, harmless, opened

FORM = SurveyForm("k" * 32, "2.000", "2026-01-31", "2026-03-31", "<!here> *" * 33)
COUNTS = {
    **{str(one): {str(opinion): 2000 for opinion in Opinion} for one in Statement},
    AMOUNT: {str(amount): 2000 for amount in Amount},
}
NAMED = replace(SURVEY, requester_name=HOSTILE, plan=replace(PLAN, remark=HOSTILE))


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_each_form_fits(slack: SlackDouble, locale: str) -> None:
    _ = texts(locale)
    preview = SurveyPreview(FORM, PLAN, 10_054, "Wat vindt u?\n" * 300)
    for view in (
        build_survey_form(_, FORM, 10_054),
        build_survey_preview(_, preview),
        build_survey_approval(_, SurveyQuestion(NAMED, 2000, "Wat vindt u?\n" * 300, asks_number=True)),
        build_survey_return(_, NAMED),
    ):
        opened(slack, view)
    assert parse_survey_preview(build_survey_preview(_, preview)) == FORM


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_each_message_fits_and_does_nothing(slack: SlackDouble, room: Room, locale: str) -> None:
    _ = texts(locale)
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    card = SurveyCard(NAMED, 10_054, "Wat vindt u?\n" * 300, None, None)
    came = ResultsCard(NAMED, SurveyResults(2000, 12_000, COUNTS, 9), NOON, under_way=False)
    sent = replace(came, survey=replace(SURVEY, status=SurveyStatus.SENT))
    words = (HOSTILE * 20).ljust(LONGEST_WORDS, "x")[:LONGEST_WORDS]
    for text, blocks in (
        build_survey_due(_),
        build_survey_message(_, card),
        build_survey_message(_, replace(card, held_until=NOON + timedelta(seconds=30), progress=Progress(9, 0, 0, 0))),
        build_survey_message(_, replace(card, progress=Progress(2000, 1900, 50, 50, bounced=12))),
        build_results(_, came),
        build_results(_, sent),
        build_results_message(_, sent),
        build_words(_, Words(SURVEY, OpenQuestion.WHY, (words,) * PAGE, 1, 3, 24)),
    ):
        client.chat_postMessage(channel=room.id, text=text, blocks=blocks, unfurl_links=False, unfurl_media=False)
    harmless(room)
