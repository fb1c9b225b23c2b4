"""One survey."""

from datetime import date, timedelta

from bot.domain.participants.people import Colleague, Role
from bot.domain.surveys.surveys import Survey, SurveyPlan, SurveyStatus

TODAY = date(2026, 1, 14)
ELS = Colleague("U5", "Els", frozenset({Role.SUPERUSER}))
PLAN = SurveyPlan(500, TODAY - timedelta(days=182), TODAY + timedelta(days=21))
SURVEY = Survey(1, SurveyStatus.REQUESTED, 1, PLAN, ELS.id, ELS.name)
