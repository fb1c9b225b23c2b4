"""Reach: where participants are missing; on a request how many households it reaches, and whom we mail too often."""

from bot.domain.participants.addresses import Homes
from bot.domain.participants.reach import Lately, NeighbourhoodReach, Reach
from bot.records.figures import ReachCard
from bot.records.pages import Turn, cut
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, context, escape, pager, picture, section, shortened
from bot.texts import Texts
from bot.workflow.figures.tables import per_hundred

ROWS = 30
ALT_LIMIT = 1900
_NAME_WIDTH = 24


def build_reach(_: Texts, reach: Reach | None, turn: Turn, *, shares: bool) -> tuple[str, list[Block]]:
    """A page of the table, the neighbourhoods under the norm first; `shares`: told to who may post it."""
    if reach is None:
        none = _(
            "There is no household file yet. Who runs the bot reads it in: burgernetmail households import FILE.csv"
        )
        return none, [section(escape(none))]
    title, page = _title(_, reach), cut(reach.rows, lambda row: row.neighbourhood, turn, ROWS)
    share = button(_("Share in the supervision channel"), ids.SHARE_REACH, "reach")
    turns = [*pager(_, page, ids.REACH_PAGE), *([actions(share)] if shares else [])]
    return title, [_sum(_, reach), _rows(_, page.lines), *turns, *_unmatched(_, reach)]


def build_reach_message(_: Texts, card: ReachCard) -> tuple[str, list[Block]]:
    """Posted for the superusers, with its picture as soon as that is there."""
    reach, picture_id = card.reach, card.posted.picture_file_id
    blocks = [_sum(_, reach), context(_("shared by {name}", name=escape(card.posted.by_name)))]
    if picture_id:
        blocks.append(picture(picture_id, _in_words(_, reach)))
    blocks.append(_rows(_, reach.rows[:ROWS]))
    if (more := len(reach.rows) - ROWS) > 0:
        blocks.append(context(_.plural("and {n} more", "and {n} more", more)))
    return _title(_, reach), [*blocks, *_unmatched(_, reach)]


def _title(_: Texts, reach: Reach) -> str:
    return _("Participants per 100 households; the norm is {norm}.", norm=_.number(reach.norm))


def _in_words(_: Texts, reach: Reach) -> str:
    """The picture's content as words, for people who can't see it."""
    bars = "; ".join(f"{row.neighbourhood}: {per_hundred(_, row.per_hundred)}" for row in reach.rows)
    return shortened(f"{_title(_, reach)} {bars}", ALT_LIMIT)


def _sum(_: Texts, reach: Reach) -> Block:
    short = sum(row.missing > 0 for row in reach.rows)
    told = [
        f"*{_title(_, reach)}*",
        _.plural("{n} neighbourhood is under the norm.", "{n} neighbourhoods are under the norm.", short),
        _.plural("We miss {n} participant.", "We miss {n} participants.", reach.missing),
    ]
    return section("\n".join(told))


def _rows(_: Texts, rows: tuple[NeighbourhoodReach, ...]) -> Block:
    return section(f"```\n{_table(_, rows)}\n```")


def _table(_: Texts, rows: tuple[NeighbourhoodReach, ...]) -> str:
    """Right-aligned figures under short heads: a phone shows it without breaking its lines."""
    head = (_("Neighbourhood"), _("People"), _("Homes"), _("Per 100"), _("Missing"))
    lines = [head, *(_cells(_, row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(_aligned(line, widths) for line in lines)


def _cells(_: Texts, row: NeighbourhoodReach) -> tuple[str, ...]:
    missing = _.number(row.missing) if row.missing else "-"
    name = shortened(row.neighbourhood, _NAME_WIDTH)
    return name, _.number(row.participants), _.number(row.households), per_hundred(_, row.per_hundred), missing


def _aligned(line: tuple[str, ...], widths: list[int]) -> str:
    name, *figures = (
        cell.ljust(width) if not place else cell.rjust(width) for place, (cell, width) in _placed(line, widths)
    )
    return escape("  ".join((name, *figures)))


def _placed(line: tuple[str, ...], widths: list[int]) -> "enumerate[tuple[str, int]]":
    return enumerate(zip(line, widths, strict=True))


def _unmatched(_: Texts, reach: Reach) -> list[Block]:
    if not reach.unmatched:
        return []
    people = sum(number for _name, number in reach.unmatched)
    names = ", ".join(name or _("(empty)") for name, _number in reach.unmatched)
    told = _.plural(
        "{n} participant lives in a neighbourhood that the household file does not name: {names}",
        "{n} participants live in neighbourhoods that the household file does not name: {names}",
        people,
        names=escape(shortened(names, 500)),
    )
    return [context(told)]


def homes_lines(_: Texts, homes: Homes | None) -> list[str]:
    """The homes in the area and in how many somebody takes part; nothing where no register tells it."""
    if homes is None:
        return []
    number = _.plural("{n} home stands there", "{n} homes stand there", homes.number)
    if homes.share is None:
        return [f"{number}."]
    told = {"reached": _.number(homes.reached), "share": _.tenth(homes.share)}
    reached = _("in {reached} of them somebody takes part ({share}%)", **told)
    known = f", {_('{n} by house number', n=_.number(homes.by_number))}" if homes.by_number else ""
    return [f"{number}; {reached}{known}."]


def estimate_lines(_: Texts, households: int | None) -> list[str]:
    """About how many households there are in the area; nothing where we don't know."""
    if households is None:
        return []
    told = _.plural(
        "An estimate: about {n} household lives there.", "An estimate: about {n} households live there.", households
    )
    return [told]


def lately_lines(_: Texts, lately: Lately | None) -> list[str]:
    """How many of them got a mail lately, with a warning where that was too often; nothing where nobody did."""
    if lately is None or not lately.month:
        return []
    week, month = _.number(lately.week), _.number(lately.month)
    if lately.week == lately.month:
        told = [_("Had a mail already: {week} in the last 7 days.", week=week)]
    elif lately.week:
        told = [_("Had a mail already: {week} in the last 7 days, {month} in the last 30.", week=week, month=month)]
    else:
        told = [_("Had a mail already: {month} in the last 30 days.", month=month)]
    if lately.often:
        often = _.plural(
            "{n} person got {many} mails or more in 30 days.",
            "{n} people got {many} mails or more in 30 days.",
            lately.often,
            many=_.number(lately.many),
        )
        told.append(f"⚠️ {often}")
    return told
