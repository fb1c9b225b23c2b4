"""Delivering what the outbox owes of surveys: the request, its thread, the reminder, the results and their picture."""

from collections.abc import Callable, Mapping

from bot.clock import Clock
from bot.domain.alerts.mailings import of_survey
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.surveys.surveys import SurveyStatus
from bot.records.chat import Channel
from bot.records.outbox import OutboxItem, Task
from bot.records.surveys import SurveyCard
from bot.workflow.figures.deliveries import Act, AddNote, Delivery, Finish, Show, by_itself, drawn_by
from bot.workflow.figures.picture_posting import Draw, with_picture
from bot.workflow.mail_ports import Composer
from bot.workflow.owing import mail_of
from bot.workflow.ports import Chat, SurveyCharts, SurveyChat
from bot.workflow.surveys.surveying import eligible_now
from bot.workflow.surveys.tallying import Tallying
from storage.unit_of_work import UnitOfWork, Work


class SurveyPosting:
    """Everything is counted anew when it is delivered."""

    def __init__(
        self,
        work: Work,
        clock: Clock,
        chat: Chat,
        survey_chat: SurveyChat,
        composer: Composer,
        safeguards: Safeguards,
        tallying: Tallying,
        charts: SurveyCharts,
    ) -> None:
        self._work = work
        self._clock = clock
        self._chat = chat
        self._surveys = survey_chat
        self._composer = composer
        self._safeguards = safeguards
        self._tallying = tallying
        self._charts = charts

    def deliveries(self, show: Show, add_note: AddNote) -> Mapping[Task, Delivery]:
        drawn: Mapping[Task, Callable[[OutboxItem], Draw]] = {
            Task.SHOW_SURVEY: self._request,
            Task.SHOW_SURVEY_DUE: lambda _item: self._surveys.show_due,
            Task.SHOW_SURVEY_RESULTS: self._results,
        }

        def shown(_uow: UnitOfWork, item: OutboxItem) -> Act:
            return show(item, Channel.SUPERVISION, drawn_by(drawn[item.task], item))

        def told(uow: UnitOfWork, item: OutboxItem) -> Act:
            return add_note(uow, item, Channel.SUPERVISION, Task.SHOW_SURVEY)

        return {**dict.fromkeys(drawn, shown), Task.SURVEY_NOTE: told, Task.DRAW_SURVEY: by_itself(self._draw)}

    def _request(self, item: OutboxItem) -> Draw:
        topic = of_survey(item.subject_id)
        with self._work() as uow:
            survey = uow.surveys.get(item.subject_id)
            waits = survey.status is SurveyStatus.REQUESTED
            eligible = eligible_now(uow, survey.plan.since, self._clock.now()) if waits else 0
            progress, held_until = uow.mailings.progress(topic), uow.mailings.held_until(topic)
        asks = self._safeguards.asks_number(min(eligible, survey.plan.people))
        text = self._composer.as_read(mail_of(self._composer, survey))
        card = SurveyCard(survey, eligible, text, progress, held_until, asks_number=asks)
        return lambda at, key: self._surveys.show_survey(card, at, key)

    def _results(self, item: OutboxItem) -> Draw:
        card = self._tallying.card(item.subject_id)
        bare = card.without_picture()
        return with_picture(
            self._work,
            item,
            item.task,
            lambda at, key: self._surveys.show_results(card, at, key),
            lambda at, key: self._surveys.show_results(bare, at, key),
        )

    def _draw(self, item: OutboxItem) -> Finish:
        card = self._tallying.card(item.subject_id)
        png = self._charts.draw(card.results, card.survey.reference)
        file_id = self._chat.upload_picture(png, f"{card.survey.reference}.png", card.survey.reference)

        def finish(uow: UnitOfWork) -> None:
            uow.surveys.set_picture(item.subject_id, file_id)
            uow.outbox.owe(Task.SHOW_SURVEY_RESULTS, item.subject_id)

        return finish
