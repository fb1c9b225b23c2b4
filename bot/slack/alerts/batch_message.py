"""A batch whose answer was lost, put before the superusers; and the notes in threads."""

from datetime import datetime

from bot.domain.alerts.alerts import CaseResult
from bot.domain.alerts.offences import Offence
from bot.domain.errors import ChoiceNeeded
from bot.records.alerts import case_result_name
from bot.records.chat import Note
from bot.records.desk import Deed
from bot.records.mailings import BatchCard
from bot.slack import ids
from bot.slack.blocks import (
    Block,
    actions,
    button,
    context,
    escape,
    in_pieces,
    link,
    modal,
    option,
    radio_input,
    row,
    section,
    shortened,
    typed,
    verbatim,
)
from bot.slack.names import deed_name, field_name, offence_name, radius_name, shape_name
from bot.texts import Texts

AGAIN, LEAVE = "again", "leave"
LISTED = 20  # lines a block: within Slack's 3,000 characters, however long the names
HIDDEN = frozenset({"x", "y"})


def build_batch_message(_: Texts, card: BatchCard) -> tuple[str, list[Block]]:
    """The question, or what was decided."""
    title = _("{reference}: it is unknown whether a part of the mail went out", reference=card.reference)
    people = _.plural("{n} person", "{n} people", card.people)
    blocks = [section(f":warning: *{title}*\n{people}")]
    if card.decision:
        decided = {
            "settled": _("Settled: the mail provider says that it went out."),
            "not_sent": _("Settled: it did not go out."),
            "send_again": _("{name} has it sent again.", name=escape(card.decided_by_name)),
            "leave": _("{name} leaves it.", name=escape(card.decided_by_name)),
        }
        return title, [*blocks, context(decided[card.decision])]
    why = _("The mail provider's answer was lost, and it told nothing since. Sent again, people may get it twice.")
    value = str(card.batch_id)
    choose = actions(
        button(_("Send again"), ids.SEND_AGAIN, value, style="danger"), button(_("Leave it"), ids.LEAVE_IT, value)
    )
    return title, [*blocks, context(why), choose]


def build_decide(_: Texts, card: BatchCard) -> Block:
    """The same question where its message is not at hand."""
    _title, blocks = build_batch_message(_, card)
    choices = [option(LEAVE, _("Leave it")), option(AGAIN, _("Send again"))]
    asked = radio_input("decision", _("What do you want to do?"), choices)
    metadata, title = str(card.batch_id), _("Decide")
    shown = [*blocks[:-1], asked]
    return modal(ids.DECIDE_BATCH_FORM, title, shown, submit=_("Save"), close=_("Cancel"), metadata=metadata)


def parse_decide(view: Block) -> tuple[int, bool]:
    """Which batch, and whether it is sent again; ChoiceNeeded where nothing was picked."""
    if not (decision := typed(view, "decision")):
        raise ChoiceNeeded("decision")
    return int(view["private_metadata"]), decision == AGAIN


def build_note(_: Texts, note: Note) -> tuple[str, list[Block]]:
    """A line in a thread, with what somebody wrote, or what changed, below it."""
    values = {name: escape(value) for name, value in note.values.items()}
    mentions = {name: f"<@{person_id}>" for name, person_id in note.mentions.items()}
    links = {name: link(url, _(text)) for name, (url, text) in note.links.items()}
    terms = {name: _(term) for name, term in note.terms.items()}
    line = _(note.message, **values, **mentions, **links, **terms)
    first = _to_do(_, note, line) if note.deed else section(line)
    blocks = [first, *([context(_(note.below))] if note.below else [])]
    if note.text:
        blocks += [verbatim(piece) for piece in in_pieces(note.text, 2900, 2)]
    if note.shares:
        blocks.append(section(", ".join(f"<@{person_id}>" for person_id in note.shares)))
    lines = [f"• {escape(name)}: {', '.join(_(term) for term in its)}" for name, its in note.listed]
    blocks += [section("\n".join(lines[start : start + LISTED])) for start in range(0, len(lines), LISTED)]
    for field, (before, after) in note.differences.items():
        if field not in HIDDEN:
            was, now = (escape(shortened(told_value(_, field, text), 1200)) or "-" for text in (before, after))
            blocks.append(section(f"*{field_name(_, field)}*\n{_('was:')} {was}\n{_('is now:')} {now}"))
    return line, blocks


def _to_do(_: Texts, note: Note, line: str) -> Block:
    """A line with what is next as its button."""
    label, action_id = deed_name(_, Deed(note.deed))
    return row(line, button(label, action_id, note.deed_on), ", ".join(text for _url, text in note.links.values()))


def told_value(_: Texts, field: str, value: str) -> str:
    if field == "radius_m":
        return radius_name(_, int(value))
    if field == "shape":
        return shape_name(_, value) or _("a circle")
    if field == "offence":
        return offence_name(_, Offence(value)) if value in set(Offence) else value
    if field == "ending":
        return case_result_name(_, CaseResult(value)) if value in set(CaseResult) else ""
    if field in {"window_start", "window_end"}:
        return _.moment(datetime.fromisoformat(value))
    return value
