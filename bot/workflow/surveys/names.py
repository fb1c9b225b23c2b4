"""The questions of a survey as people read them."""

from bot.domain.surveys.surveys import Amount, OpenQuestion, Opinion
from bot.texts import Texts


def opinion_name(_: Texts, opinion: Opinion) -> str:
    return {
        Opinion.STRONGLY_DISAGREE: _("strongly disagree"),
        Opinion.DISAGREE: _("disagree"),
        Opinion.NEUTRAL: _("neutral"),
        Opinion.AGREE: _("agree"),
        Opinion.STRONGLY_AGREE: _("strongly agree"),
        Opinion.NO_OPINION: _("no opinion"),
    }[opinion]


def amount_name(_: Texts, amount: Amount) -> str:
    return {Amount.TOO_FEW: _("too few"), Amount.RIGHT: _("right"), Amount.TOO_MANY: _("too many")}[amount]


def question_name(_: Texts, question: OpenQuestion) -> str:
    return {
        OpenQuestion.WHY: _("Why did you reply, or not?"),
        OpenQuestion.BETTER: _("What can be better?"),
    }[question]
