"""Several citizens in one go: which group, who of it and with what text, and what became of it."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.letters.filling import braced
from bot.domain.replies.contacts import without_contacts
from bot.domain.replies.replies import Rating, Seen
from bot.records.letters import OwedAnswer
from bot.records.replies import rating_name
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
    ticks_input,
    typed,
    verbatim,
)
from bot.texts import Texts
from bot.workflow.letters.answering_many import Groups, ManyForm

A_PAGE = 10  # boxes in one input
LONGEST_WORDS = 60


def build_groups(_: Texts, groups: Groups) -> Block:
    """The groups of replies that are rated alike, with how many wait in each."""
    choices = [
        option(rating, f"{rating_name(_, rating)} ({_.number(groups.counts[rating])})")
        for rating in Rating
        if rating in groups.counts
    ]
    blocks = [
        section(_("These citizens wait for an answer. Each gets a mail of their own.")),
        select_input("group", _("Who do you want to answer?"), choices, choices[0]["value"]),
    ]
    metadata = str(groups.alert_id or "")
    return modal(
        ids.MANY_CHOICE, _("Answer several"), blocks, submit=_("Continue"), close=_("Cancel"), metadata=metadata
    )


def parse_groups(view: Block) -> tuple[Rating, int | None]:
    """The group, and the alert where it is one alert's; an untouched list holds its first choice."""
    alert_id = view["private_metadata"]
    return Rating(picked(view, "group")), int(alert_id) if alert_id else None


def build_many(_: Texts, form: ManyForm) -> Block:
    """Everybody ticked, ten boxes in one input, above the text."""
    pages = [form.waiting[start : start + A_PAGE] for start in range(0, len(form.waiting), A_PAGE)]
    hint = _("Filled in for each citizen: {known}.", known=braced())
    blocks = [
        context(_("Rating: {rating}", rating=rating_name(_, form.rating))),
        *(_page(_, number, page) for number, page in enumerate(pages)),
        text_input("answer", _("Your answer"), form.text, long=True, hint=hint, longest=3000),
    ]
    title, metadata = _("Answer several"), form.rating.value
    return modal(ids.MANY_FORM, title, blocks, submit=_("Send"), close=_("Cancel"), metadata=metadata)


def _page(_: Texts, number: int, page: Sequence[OwedAnswer]) -> Block:
    first = number * A_PAGE + 1
    label = _("Reply {n}", n=_.number(first))
    if len(page) > 1:
        label = _("Replies {first} to {last}", first=_.number(first), last=_.number(first + len(page) - 1))
    return ticks_input(f"chosen_{number}", label, [_choice(_, one) for one in page])


def _choice(_: Texts, one: OwedAnswer) -> Block:
    seen = one.seen.answered_at.isoformat() if one.seen.answered_at else ""
    about = f"{one.reference} · {one.street}" if one.reference else _("unknown alert")
    words = " ".join(without_contacts(one.words, LONGEST_WORDS).split())[:LONGEST_WORDS]
    return option(f"{one.reply_id}@{seen}", words or _("(no text)"), about)


def parse_many(view: Block) -> tuple[list[tuple[int, Seen]], str]:
    """Each reply that is ticked with what was known of it, and the text."""
    rating = Rating(view["private_metadata"])
    pages = [name for block in view["blocks"] if (name := str(block.get("block_id", ""))).startswith("chosen_")]
    ticked = [value.split("@") for page in pages for value in typed(view, page).split(",") if value]
    chosen = [(int(number), Seen(rating, datetime.fromisoformat(at) if at else None)) for number, at in ticked]
    return chosen, typed(view, "answer")


def build_many_answered(_: Texts, answered: int, left_out: Sequence[str]) -> Block:
    """How many were answered; a line for each that was not, with why."""
    counts = [_.plural("{n} citizen is answered", "{n} citizens are answered", answered)]
    if left_out:
        counts.append(_.plural("{n} is not", "{n} are not", len(left_out)))
    blocks = [section(f"*{', '.join(counts)}.*")]
    blocks += [verbatim(piece) for piece in in_pieces("\n".join(left_out), 2900, 5) if piece]
    return modal(ids.MANY_FORM, _("Answer several"), blocks, close=_("Close"))
