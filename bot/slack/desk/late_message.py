"""How it stands, for superusers: all that is late, by kind, and in a line what else waits."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from bot.domain.desk.deadlines import WaitKind
from bot.domain.replies.contacts import without_contacts
from bot.records.desk import BoardLine, Standing
from bot.slack import ids
from bot.slack.blocks import Block, context, escape, link, packed, pager, section, shortened
from bot.slack.names import mail_kind
from bot.slack.replies.citizen_message import urgent
from bot.texts import Texts, lowered

LONGEST_QUOTE = 76  # one line


def build_standing(_: Texts, standing: Standing) -> tuple[str, list[Block]]:
    """The list by kind, oldest first; a page of it."""
    in_time = [context(told) for told in [in_time_told(_, standing.in_time)] if told]
    listed = standing.listed
    if not listed.total:
        nothing = _("Nothing is late.")
        return nothing, [section(f":white_check_mark: *{nothing}*"), *in_time]
    told = _.plural("{n} thing is late.", "{n} things are late.", listed.total)
    blocks = [section(f":hourglass_flowing_sand: *{told}*"), *in_time]
    for kind, lines in groupby(listed.lines, lambda line: WaitKind(line.state)):
        blocks += _of_kind(_, kind, standing.late[kind], tuple(lines))
    return told, [*blocks, *pager(_, listed, ids.LATE_PAGE)]


def late_count(_: Texts, kind: WaitKind, n: int) -> str:
    """How many of a kind wait, as a sentence."""
    return {
        WaitKind.INCIDENT: _.plural("{n} incident has no request.", "{n} incidents have no request.", n),
        WaitKind.REQUEST: _.plural("{n} request waits for approval.", "{n} requests wait for approval.", n),
        WaitKind.UNSENT: _.plural("{n} approved mail is not out.", "{n} approved mails are not out.", n),
        WaitKind.BATCH: _.plural(
            "Of {n} part of a mail it is unknown whether it went out.",
            "Of {n} parts of mails it is unknown whether they went out.",
            n,
        ),
        WaitKind.REPLY: _.plural("{n} reply is open.", "{n} replies are open.", n),
        WaitKind.CALL: _.plural("{n} promised call was not made.", "{n} promised calls were not made.", n),
        WaitKind.IMAGES: _.plural(
            "The images of {n} reply were not fetched.", "The images of {n} replies were not fetched.", n
        ),
        WaitKind.CITIZEN: _.plural("{n} citizen has no answer.", "{n} citizens have no answer.", n),
        WaitKind.LEAD: _.plural("{n} lead has no result.", "{n} leads have no result.", n),
    }[kind]


def late_line(_: Texts, kind: WaitKind, line: BoardLine, *, mention: bool = False, quotes: bool = True) -> str:
    """What it is, with the way to its message; since when; whose turn it is."""
    name = link(line.link, f"{mail_kind(_, line.kind)}{line_name(_, line)}")
    if line.pressing:
        name = urgent(_, name)
    turn = f"<@{line.turn_id}>" if mention and line.turn_id else escape(line.turn_name or turn_name(_, kind))
    since = _("since {moment}", moment=escape(_.moment(line.since)))
    if kind is WaitKind.IMAGES:
        since = _("safe until {day}", day=_.short_weekday(line.since))
    return f"{name} · {since} · {turn}{quoted(line) if quotes else ''}"


def line_name(_: Texts, line: BoardLine) -> str:
    """What a line is about, as far as that is known; two of one mail are told apart."""
    told = [line.reference or _("Without a known mail"), line.headline]
    told += [lowered(_("Reply {n}", n=_.number(line.reply)))] if line.reply else []
    told += [lowered(_("Lead {n}", n=_.number(line.lead)))] if line.lead else []
    return " · ".join(filter(None, told))


def quoted(line: BoardLine) -> str:
    """How a citizen's words begin, below their line: it tells two replies to one mail apart."""
    words = " ".join(without_contacts(line.words, LONGEST_QUOTE).split())
    return f"\n„{escape(shortened(words, LONGEST_QUOTE))}”" if words else ""


def turn_name(_: Texts, kind: WaitKind) -> str:
    """The group whose turn it is, where it is nobody's in particular."""
    return {
        WaitKind.INCIDENT: _("intake"),
        WaitKind.REQUEST: _("a colleague"),
        WaitKind.UNSENT: _("superusers"),
        WaitKind.BATCH: _("superusers"),
        WaitKind.REPLY: _("responders"),
        WaitKind.CALL: _("responders"),
        WaitKind.IMAGES: _("responders"),
        WaitKind.CITIZEN: _("responders"),
        WaitKind.LEAD: _("burglary team"),
    }[kind]


def lateness_name(_: Texts, kind: WaitKind) -> str:
    """What is wrong with it, in a few words."""
    return {
        WaitKind.INCIDENT: _("no request yet"),
        WaitKind.REQUEST: _("not approved yet"),
        WaitKind.UNSENT: _("approved, not out yet"),
        WaitKind.BATCH: _("unknown whether it is out"),
        WaitKind.REPLY: _("reply open"),
        WaitKind.CALL: _("not called back"),
        WaitKind.IMAGES: _("images not fetched"),
        WaitKind.CITIZEN: _("citizen without an answer"),
        WaitKind.LEAD: _("lead without a result"),
    }[kind]


def in_time_told(_: Texts, n: Mapping[WaitKind, int]) -> str:
    """How much waits and is not late; empty where nothing does."""
    incidents, requests, leads = (n.get(kind, 0) for kind in (WaitKind.INCIDENT, WaitKind.REQUEST, WaitKind.LEAD))
    images = n.get(WaitKind.IMAGES, 0)
    replies = n.get(WaitKind.REPLY, 0) + n.get(WaitKind.CITIZEN, 0)
    counts = [
        *([_.plural("{n} open incident", "{n} open incidents", incidents)] if incidents else []),
        *([_.plural("{n} open request", "{n} open requests", requests)] if requests else []),
        *([_.plural("{n} open reply", "{n} open replies", replies)] if replies else []),
        *([_.plural("images of {n} reply to fetch", "images of {n} replies to fetch", images)] if images else []),
        *([_.plural("{n} open lead", "{n} open leads", leads)] if leads else []),
    ]
    return _("In time: {counts}.", counts=", ".join(counts)) if counts else ""


def _of_kind(_: Texts, kind: WaitKind, total: int, lines: Sequence[BoardLine]) -> list[Block]:
    told = [f"*{late_count(_, kind, total)}*", *(late_line(_, kind, line) for line in lines)]
    return [section(piece) for piece in packed(told)]
