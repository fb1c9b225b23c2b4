"""What citizens think: figures for superusers, and their own words for one of them at a time."""

from bot.domain.replies.contacts import without_contacts
from bot.domain.surveys.surveys import (
    AMOUNT,
    LEAST_ANSWERS,
    Amount,
    Distribution,
    OpenQuestion,
    Opinion,
    Statement,
    SurveyResults,
    SurveyStatus,
)
from bot.records.surveys import ResultsCard, Words, statement_name
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    actions,
    button,
    context,
    escape,
    header,
    link,
    picture,
    section,
    shortened,
    verbatim,
)
from bot.slack.figures.report_message import ALT_LIMIT
from bot.slack.surveys.survey_message import day_name
from bot.texts import Texts
from bot.workflow.figures.lines import DASH, share_shown
from bot.workflow.surveys.names import amount_name, opinion_name, question_name


def build_results(_: Texts, card: ResultsCard) -> tuple[str, list[Block]]:
    """For one person; a survey that waits for approval has no results yet."""
    if card.survey.status is SurveyStatus.REQUESTED:
        told = _("Survey {reference} waits for approval.", reference=card.survey.reference)
        return told, [section(link(card.link, told))]
    text, blocks = _told(_, card)
    more = [] if card.under_way else [button(_("New survey"), ids.NEW_SURVEY, str(card.survey.id))]
    share = [button(_("Share in the supervision channel"), ids.SHARE_SURVEY, str(card.survey.id), style="primary")]
    buttons = [*(share if card.results.is_told else []), *_to_words(_, card), *more]
    return text, [*blocks, *([actions(*buttons)] if buttons else [])]


def build_results_message(_: Texts, card: ResultsCard) -> tuple[str, list[Block]]:
    """Posted for the superusers: figures only, since what stands in a channel stays there."""
    text, blocks = _told(_, card)
    words = _to_words(_, card)
    return text, [*blocks, *([actions(*words)] if words else [])]


def _told(_: Texts, card: ResultsCard) -> tuple[str, list[Block]]:
    results, survey = card.results, card.survey
    title = _("Survey {reference}", reference=survey.reference)
    response = _response(_, results)
    closes = _("Last day to answer")
    about = f"{_('As of {moment}', moment=_.moment(card.as_of))} · {closes}: {day_name(_, survey.plan.closes_on)}"
    blocks = [header(title), section(f"*{response}*"), context(about)]
    if results.is_open:
        later = _("You see the answers once the last day is over, so that nobody is recognised.")
        return f"{title}: {response}", [*blocks, section(later)]
    if not results.is_told:
        few = _("Figures are shown from {n} answers on, so that nobody is recognised.", n=LEAST_ANSWERS)
        return f"{title}: {response}", [*blocks, section(few)]
    drawing = [picture(card.picture_file_id, in_words(_, results))] if card.picture_file_id else []
    lines = [section(_statement(_, one, results.of(one))) for one in Statement]
    explained = _("Shares are of those who have an opinion (n). Below {least} there is a dash.", least=LEAST_ANSWERS)
    explained += " " + _("About replying only those who did are asked.")
    return f"{title}: {response}", [*blocks, *drawing, *lines, section(_amount(_, results)), context(explained)]


def _response(_: Texts, results: SurveyResults) -> str:
    asked = _.number(results.asked)
    if not results.is_open:
        share = share_shown(_, results.response)
        return _("{part} of {n} people answered ({share})", part=_.number(results.answered), n=asked, share=share)
    if not results.at_least:
        return _("Fewer than {least} of {n} people answered so far", least=LEAST_ANSWERS, n=asked)
    return _("At least {part} of {n} people answered so far", part=_.number(results.at_least), n=asked)


def _statement(_: Texts, statement: Statement, given: Distribution) -> str:
    told = f"*{statement_name(_, statement)}* {_agreeing(_, given)}"
    if not given.is_told:
        return told
    counts = (f"{opinion_name(_, opinion)} {_.number(given.of(opinion))}" for opinion in Opinion)
    return f"{told}\n{' · '.join(counts)}"


def _agreeing(_: Texts, given: Distribution) -> str:
    if not given.is_told:
        return f"{DASH} ({_('fewer than {n} answers', n=LEAST_ANSWERS)})"
    return _("{share} (strongly) agree (n = {n})", share=share_shown(_, given.agreeing), n=_.number(given.n))


def _amount(_: Texts, results: SurveyResults) -> str:
    given, title = results.of(AMOUNT), f"*{_('How many mails do you get?')}*"
    if not given.is_told:
        return f"{title} {DASH}"
    counts = (f"{amount_name(_, amount)} {_.number(given.of(amount))}" for amount in Amount)
    return f"{title} (n = {_.number(given.n)})\n{' · '.join(counts)}"


def in_words(_: Texts, results: SurveyResults) -> str:
    """The picture's content as words, for people who can't see it."""
    lines = (f"{statement_name(_, one)} {_agreeing(_, results.of(one))}" for one in Statement)
    return shortened(_("Bars of the opinions on each statement: {lines}", lines=" ".join(lines)), ALT_LIMIT)


def _to_words(_: Texts, card: ResultsCard) -> list[Block]:
    if not (card.results.is_told and card.results.words_left):
        return []
    return [button(question_name(_, one), f"{ids.SURVEY_WORDS}{one}", f"{card.survey.id}:0") for one in OpenQuestion]


def build_words(_: Texts, said: Words) -> tuple[str, list[Block]]:
    """A page of open answers, for one person; their order says nothing about who wrote them."""
    title = question_name(_, said.question)
    where = _("page {page} of {pages}", page=said.page + 1, pages=said.pages)
    many = _.plural("{n} answer", "{n} answers", said.total)
    turns = [(_("Previous"), said.page - 1), (_("Next"), said.page + 1)]
    buttons = [
        button(label, f"{ids.SURVEY_WORDS}{said.question}_{page}", f"{said.survey.id}:{page}")
        for label, page in turns
        if 0 <= page < said.pages
    ]
    blocks = [
        section(f"*{said.survey.reference} · {escape(title)}*"),
        context(f"{many} · {where}"),
        *(verbatim(without_contacts(one)) for one in said.words),
        *([actions(*buttons)] if buttons else []),
    ]
    return title, blocks
