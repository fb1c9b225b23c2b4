"""Refusals about a survey; see errors.py."""

from bot.domain.errors import Refusal


class NotANumberOfPeople(Refusal):
    """Enter a number from {least} to {most}."""


class ClosingDate(Refusal):
    """Choose a day from {first} to {last}."""


class TooFewToAsk(Refusal):
    """Only {n} people got a mail then and were not asked within a year. To be anonymous it takes {least}."""


class SurveyUnderWay(Refusal):
    """There is a survey already: {reference}."""


class NoSurveyYet(Refusal):
    """There is no survey whose answers can be shown."""


class TooFewAnswers(Refusal):
    """There are fewer than {least} answers. Nothing is shown yet, so that nobody is recognised."""


class StillOpen(Refusal):
    """You see the answers once the last day is over, so that nobody is recognised."""
