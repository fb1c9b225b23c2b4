"""Surveys in the supervision channel."""

from bot.records.chat import Channel, MessageRef
from bot.records.surveys import ResultsCard, SurveyCard
from bot.slack.calls import refusing_picture
from bot.slack.outbox.chat import SlackChat
from bot.slack.surveys.survey_message import build_survey_due, build_survey_message
from bot.slack.surveys.survey_results_message import build_results_message
from bot.texts import Texts


class SlackSurveyChat:
    """Draws them, and lets the chat post."""

    def __init__(self, chat: SlackChat, texts: Texts) -> None:
        self._chat = chat
        self._texts = texts

    def show_survey(self, card: SurveyCard, at: MessageRef | None, key: str) -> MessageRef:
        return self._chat.show(Channel.SUPERVISION, build_survey_message(self._texts, card), at, key)

    def show_due(self, at: MessageRef | None, key: str) -> MessageRef:
        return self._chat.show(Channel.SUPERVISION, build_survey_due(self._texts), at, key)

    def show_results(self, card: ResultsCard, at: MessageRef | None, key: str) -> MessageRef:
        with refusing_picture(card.picture_file_id):
            return self._chat.show(Channel.SUPERVISION, build_results_message(self._texts, card), at, key)
