"""One window with what a rating owes: numbered parts; what is left out stays to do."""

from collections.abc import Callable
from datetime import datetime
from itertools import count

from bot.domain.replies.replies import Rating, Seen
from bot.records.letters import AnswerForm, Recipient
from bot.records.replies import BvhForm, CaseForm, rating_name
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    context,
    in_pieces,
    modal,
    option,
    picked,
    section,
    select_input,
    text_input,
    tick_input,
    typed,
    verbatim,
)
from bot.slack.letters.answer_modal import LONGEST_SHOWN, build_recipients
from bot.slack.replies.bvh_modal import bvh_text
from bot.slack.replies.case_modal import case_choices, case_said
from bot.texts import Texts
from bot.workflow.leads.escalating import LONGEST_LINE
from bot.workflow.leads.finishing import Finished, FinishForm
from bot.workflow.replies.placing import UNKNOWN

YES, NO, LATER, SPOKEN = "yes", "no", "later", "spoken"
_GOES_ON = {YES: True, NO: False}


def build_handle(_: Texts, form: FinishForm) -> Block:
    steps = count(1)
    many = sum([form.case is not None, form.may_go_on, form.bvh is not None, form.answer is not None]) > 1

    def numbered(label: str) -> str:
        return f"{next(steps)}. {label}" if many else label

    recorded = _("that you see these data is recorded")
    told = [f"*{rating_name(_, form.rating)}*", _("what you leave out stays to do"), recorded]
    blocks = [context(" · ".join(told))]
    if form.case:
        blocks += _case(_, form.case, numbered)
    if form.may_go_on:
        blocks += _team(_, form, numbered)
    if form.bvh:
        blocks += _bvh(_, form.bvh, None if form.case else form.number, numbered)
    if form.answer:
        blocks += _answer(_, form.answer, numbered, words=form.bvh is None)
    answered_at = form.seen.answered_at.isoformat() if form.seen.answered_at else ""
    metadata, save = f"{form.reply.id}:{form.seen.rating}:{answered_at}", _("Save")
    return modal(ids.HANDLE_FORM, _("Deal with it"), blocks, submit=save, close=_("Cancel"), metadata=metadata)


def _team(_: Texts, form: FinishForm, numbered: Callable[[str], str]) -> list[Block]:
    choices = [option(YES, _("Send on")), option(NO, _("Do not send on")), option(LATER, _("Decide later"))]
    chosen = YES if form.goes_on else NO
    return [
        select_input("team", numbered(_("Burglary team")), choices, chosen),
        text_input("team_line", _("Line for the team"), optional=True, longest=LONGEST_LINE),
    ]


def _case(_: Texts, form: CaseForm, numbered: Callable[[str], str]) -> list[Block]:
    """One number: the case's is the one that it goes into BVH with."""
    chosen, name = case_said(form)
    hint = _("Leave it empty for a case of the list: then it is that one's number.")
    label = _("BVH number or reference")
    return [
        select_input("case", numbered(_("Which case does it belong to?")), case_choices(_, form), chosen or UNKNOWN),
        text_input("bvh_number", label, name, optional=True, placeholder="2026-123456", hint=hint, longest=30),
    ]


def _bvh(_: Texts, form: BvhForm, number: str | None, numbered: Callable[[str], str]) -> list[Block]:
    hint = _("Copy it with Ctrl+A and Ctrl+C. Changes here are not kept.")
    text = bvh_text(form)
    label = numbered(_("Text for BVH"))
    return [
        text_input("bvh_text", label, text, optional=True, long=True, focus=True, hint=hint),
        *([] if number is None else [_number(_, number)]),
        {**tick_input("bvh", _("Put into BVH?"), _("Recorded in BVH"), ticked=False), "optional": True},
    ]


def _number(_: Texts, number: str) -> Block:
    return text_input("bvh_number", _("BVH number"), number, optional=True, placeholder="2026-123456", longest=30)


def _answer(_: Texts, form: AnswerForm, numbered: Callable[[str], str], *, words: bool) -> list[Block]:
    blocks: list[Block] = []
    if words:
        blocks = [section(f"*{_('The citizen wrote:')}*"), *map(verbatim, in_pieces(form.words, LONGEST_SHOWN, 3))]
    said = option(SPOKEN, _("No, I phoned and said this"))
    if form.spoken:
        nothing = option(LATER, _("No, later"))
        blocks.append(context(_("There is no e-mail address. Phone the citizen (Show contact data has the number).")))
        blocks.append(text_input("answer", numbered(_("What did you say?")), optional=True, long=True, longest=3000))
        choices = [option(SPOKEN, _("Yes, I phoned and said this")), nothing]
        return [*blocks, select_input("send", _("Answered by phone?"), choices, SPOKEN)]
    whole = [option(YES, _("Yes, send it")), option(LATER, _("No, later")), said]
    return [
        *blocks,
        build_recipients(_, form.recipients),
        text_input("answer", numbered(_("Your answer")), form.text, long=True, longest=3000),
        select_input("send", _("Send the answer?"), whole, YES),
    ]


def parse_handle(view: Block) -> Finished:
    """What nothing was picked for is as the form proposed it."""
    reply_id, rating, answered_at = view["private_metadata"].split(":", 2)
    send, to = picked(view, "send"), picked(view, "to")
    text = typed(view, "answer")
    return Finished(
        reply_id=int(reply_id),
        seen=Seen(Rating(rating), datetime.fromisoformat(answered_at) if answered_at else None),
        goes_on=_GOES_ON.get(picked(view, "team")),
        line=typed(view, "team_line"),
        recorded=typed(view, "bvh") == YES,
        number=typed(view, "bvh_number"),
        answers=send in {YES, SPOKEN},
        text=text,
        spoken=send == SPOKEN,
        to=Recipient(to) if to else None,
        case=picked(view, "case"),
    )
