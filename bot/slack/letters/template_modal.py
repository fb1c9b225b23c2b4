"""The team's own texts for answers: which one, and its words."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.alerts.offences import AnyOffence
from bot.domain.letters.answers import AnyText, TeamText, any_text
from bot.domain.letters.filling import braced
from bot.domain.replies.replies import Rating
from bot.records.replies import rating_name
from bot.slack import ids
from bot.slack.blocks import Block, context, escape, modal, option, section, select_input, text_input, typed
from bot.slack.names import offence_name
from bot.texts import Texts
from bot.workflow.letters.templating import TemplateForm, known_in, longest_of

ALL = "all"


def build_template_choice(_: Texts, offered: Sequence[AnyOffence]) -> Block:
    ratings = [option(which, _name(_, which)) for which in (*Rating, *TeamText)]
    offences = [option(ALL, _("All offences")), *(option(one.family, offence_name(_, one)) for one in offered)]
    blocks = [
        section(_("A text for one offence goes before the text for all offences.")),
        select_input("rating", _("Which text?"), ratings, ratings[0]["value"]),
        select_input("offence", _("Offence"), offences, ALL),
    ]
    return modal(ids.TEMPLATE_CHOICE, _("Answer texts"), blocks, submit=_("Continue"), close=_("Cancel"))


def _name(_: Texts, which: AnyText) -> str:
    return _("Preventive mail") if isinstance(which, TeamText) else rating_name(_, which)


def parse_template_choice(view: Block) -> tuple[AnyText, str]:
    """The rating and the offence's key, empty for all; an untouched list holds its first choice."""
    offence = typed(view, "offence") or ALL
    return any_text(typed(view, "rating") or Rating.RELEVANT_HERE), "" if offence == ALL else offence


def build_template(_: Texts, form: TemplateForm) -> Block:
    offence = escape(offence_name(_, form.offence)) if form.offence else _("All offences")
    hint = _("You can use: {known}. Empty: the standard text holds again.", known=braced(known_in(form.rating)))
    blocks = [
        section(f"*{_name(_, form.rating)}* · {offence}"),
        context(_edited(_, form)),
        text_input("text", _("Text"), form.text, optional=True, long=True, hint=hint, longest=longest_of(form.rating)),
    ]
    kept_at = form.kept_at.isoformat() if form.kept_at else ""
    metadata = f"{form.rating}:{form.offence.family if form.offence else ALL}:{kept_at}"
    title = _("Answer texts")
    return modal(ids.TEMPLATE_FORM, title, blocks, submit=_("Save"), close=_("Cancel"), metadata=metadata)


def _edited(_: Texts, form: TemplateForm) -> str:
    if form.kept_at is None:
        return _("The team has no text of its own for this. Below is the text that holds now.")
    return _("Last edited by {name}, {moment}", name=escape(form.by_name), moment=_.moment(form.kept_at))


def parse_template(view: Block) -> tuple[AnyText, str, str, datetime | None]:
    """For what, as `parse_template_choice`; the text, and which one it is to replace."""
    rating, offence, kept_at = view["private_metadata"].split(":", 2)
    seen = datetime.fromisoformat(kept_at) if kept_at else None
    return any_text(rating), "" if offence == ALL else offence, typed(view, "text"), seen
