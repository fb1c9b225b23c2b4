"""The app's Home: what waits for me and what I do about it, then what waits for the team, then the figures."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from bot.domain.alerts.alerts import AlertStatus
from bot.domain.desk.deadlines import WaitKind
from bot.domain.leads.leads import LeadResult
from bot.domain.participants.people import Colleague, Role
from bot.domain.replies.replies import Rating
from bot.records.day_monitor import NOBODY
from bot.records.desk import BoardLine, BoardList, BoardName, Deed, HomeCard
from bot.records.leads import result_name
from bot.records.replies import rating_name
from bot.slack import ids
from bot.slack.blocks import Block, actions, button, context, escape, header, link, packed, row, section
from bot.slack.desk.late_message import in_time_told, late_line, lateness_name, line_name, quoted
from bot.slack.desk.menu_message import word_button
from bot.slack.desk.vitals_message import month_line, troubles, vitals_blocks
from bot.slack.names import deed_name, mail_kind, status_name, waited
from bot.slack.replies.citizen_message import urgent
from bot.texts import Texts, lowered

FOR_ME: Final = (
    BoardName.RETURNED,
    BoardName.TO_APPROVE,
    BoardName.SURVEYS,
    BoardName.INCIDENTS,
    BoardName.MY_REPLIES,
    BoardName.OPEN_LEADS,
)
FOR_THE_TEAM: Final = (BoardName.TAKEN_REPLIES, BoardName.MY_REQUESTS)
SUPERUSERS_WORDS: Final = (
    ids.WORD_FIGURES,
    ids.WORD_REACH,
    ids.WORD_RECRUIT,
    ids.WORD_SURVEY,
    ids.WORD_DIVIDE,
    ids.WORD_LOOKS,
    ids.WORD_PARTICIPANT,
    ids.WORD_HOLD,
    ids.WORD_TEXTS,
    ids.WORD_OFFENCES,
)
SUPERUSERS_OWN: Final = frozenset({WaitKind.UNSENT, WaitKind.BATCH})
_BACK = "_back"


def build_home(_: Texts, card: HomeCard) -> Block:
    """The whole Home tab; Slack shows a hundred blocks, so a page of each list is short."""
    if not card.colleague.roles:
        return {"type": "home", "blocks": [section(_("You don't have access. Ask a superuser."))]}
    work = _buttons(_, card.colleague)
    hurry = _presses(card, BoardName.OPEN_REPLIES)
    untaken = list(_untaken(_, card, "primary" if hurry else ""))
    blocks = [
        *([actions(*work)] if work else []),
        *(untaken if hurry else []),
        *([] if hurry and not _waits_for_me(_, card) else _for_me(_, card, "" if hurry else "primary")),
        *([] if hurry else untaken),
        *_for_the_team(_, card),
        *_late(_, card),
        *_figures(_, card),
    ]
    return {"type": "home", "blocks": blocks}


def page_asked(action_id: str, value: str) -> Mapping[BoardName, int]:
    """The list and the page that a button of the Home asks for."""
    name = action_id.removeprefix(ids.HOME_PAGE).removesuffix(_BACK)
    return {BoardName(name): int(value)}


def _buttons(_: Texts, colleague: Colleague) -> list[Block]:
    buttons = []
    if Role.INTAKE in colleague.roles:
        buttons.append(button(_("New request"), ids.NEW_REQUEST, "new"))
    if colleague.roles & {Role.INTAKE, Role.RESPONDER}:
        buttons.append(button(_("Write down a call"), ids.NOTE_ANY_CALL, "call"))
    if Role.RESPONDER in colleague.roles:
        buttons.append(button(_("Answer several at once"), ids.ANSWER_MANY, "many"))
    return buttons


def _presses(card: HomeCard, name: BoardName) -> bool:
    """Whether a list begins with what seems to happen now."""
    listed = card.board.get(name)
    return listed is not None and any(line.pressing for line in listed.lines)


def _for_me(_: Texts, card: HomeCard, style: str) -> Iterator[Block]:
    """What seems to happen now, else the oldest of what is asked of me is the next step; nothing is good news."""
    lists, own = [name for name in FOR_ME if name in card.board], _superusers_own(_, card)
    if not lists and Role.SUPERUSER not in card.colleague.roles:
        return
    yield header(_("For you"))
    for name in sorted(lists, key=lambda name: not _presses(card, name)):
        for line in card.board[name].lines:
            yield _row(_, line, card.now, style)
            style = ""
        yield from _pager(_, name, card.board[name])
    yield from own
    if not own and not any(card.board[name].lines for name in lists):
        late = card.board.get(BoardName.LATE)
        nothing = late is not None and not late.total
        yield section(_("Nothing waits for you, and nothing is late.") if nothing else _("Nothing waits for you."))


def _waits_for_me(_: Texts, card: HomeCard) -> bool:
    return any(card.board[name].lines for name in FOR_ME if name in card.board) or bool(_superusers_own(_, card))


def _superusers_own(_: Texts, card: HomeCard) -> list[Block]:
    """What only a superuser can mend."""
    if (listed := card.board.get(BoardName.LATE)) is None:
        return []
    lines = [line for line in listed.lines if line.state in SUPERUSERS_OWN]
    asked = sum(line.state == WaitKind.BATCH for line in lines)
    told = troubles(_, card.vitals.mail, asked) if card.vitals else []
    return [*(_own_row(_, line) for line in lines), *told]


def _own_row(_: Texts, line: BoardLine) -> Block:
    """What is approved and not out goes on by itself, or not: one can see what it is."""
    press = button(_("View mail"), f"{ids.VIEW_MAIL}{ids.AT}{line.id}", f"{line.id}:{line.version}")
    if line.state == WaitKind.BATCH:
        press = button(_("Decide"), f"{ids.DECIDE_BATCH}{ids.AT}{line.id}", str(line.id))
    return row(line_told(_, line), press, line_name(_, line))


def _untaken(_: Texts, card: HomeCard, style: str) -> Iterator[Block]:
    """What is pressing comes before all that is mine."""
    if (listed := card.board.get(BoardName.OPEN_REPLIES)) and listed.lines:
        yield header(_("Open replies that nobody has ({n})", n=_.number(listed.total)))
        for line in listed.lines:
            yield _row(_, line, card.now, style)
            style = ""
        yield from _pager(_, BoardName.OPEN_REPLIES, listed)


def _for_the_team(_: Texts, card: HomeCard) -> Iterator[Block]:
    blocks: list[Block] = []
    for name in FOR_THE_TEAM:
        if listed := card.board.get(name):
            blocks += map(section, packed(_told(_, line, card.now) for line in listed.lines))
            blocks += _pager(_, name, listed)
    if (undivided := card.board.get(BoardName.UNDIVIDED)) and undivided.lines:
        oldest = undivided.lines[0]
        many = _.plural("{n} incident is not divided yet", "{n} incidents are not divided yet", undivided.total)
        told = [link(oldest.link, _("Divide")), many, *waited(_, oldest.since, card.now)]
        assign = button(_("Assign"), f"{ids.ASSIGN_INCIDENTS}{NOBODY}", NOBODY)
        blocks.append(row(" · ".join(told), assign, _("Not divided yet")))
    if blocks:
        yield header(_("The team"))
        yield from blocks


def _late(_: Texts, card: HomeCard) -> Iterator[Block]:
    if (listed := card.board.get(BoardName.LATE)) is None:
        return
    theirs = [line_told(_, line) for line in listed.lines if line.state not in SUPERUSERS_OWN]
    if theirs:
        yield header(_("Late at the teams"))
        yield from map(section, packed(theirs))
    elif not listed.total and _waits_for_me(_, card):
        yield section(_("Nothing is late."))
    yield from _pager(_, BoardName.LATE, listed)
    if in_time := in_time_told(_, card.in_time):
        yield context(in_time)


def _figures(_: Texts, card: HomeCard) -> Iterator[Block]:
    if card.vitals is None:
        return
    if Role.SUPERUSER in card.colleague.roles:
        yield from vitals_blocks(_, card.vitals)
        yield actions(*(word_button(_, word) for word in SUPERUSERS_WORDS))
    elif Role.PROJECT_LEADER in card.colleague.roles:
        yield from vitals_blocks(_, card.vitals)
        yield actions(word_button(_, ids.WORD_FIGURES, "primary"))
    elif told := month_line(_, card.vitals.month, card.colleague.roles):
        yield context(told)


def _pager(_: Texts, name: BoardName, listed: BoardList) -> list[Block]:
    if listed.pages < 2:
        return []
    at, action_id = listed.page, ids.HOME_PAGE + name
    buttons = [button(_("Back"), action_id + _BACK, str(at - 1))] if at else []
    if at + 1 < listed.pages:
        buttons.append(button(_("Next"), action_id, str(at + 1)))
    return [context(_("Page {n} of {total}", n=_.number(at + 1), total=_.number(listed.pages))), actions(*buttons)]


def _row(_: Texts, line: BoardLine, now: datetime, style: str = "") -> Block:
    """One line with what is next for it; a reply that only waits for another's deed has no button."""
    if line.deed is None:
        return section(_told(_, line, now))
    label, action_id = deed_name(_, line.deed)
    versioned = line.deed in {Deed.AMEND, Deed.CHECK, Deed.CHECK_SURVEY}
    value = f"{line.id}:{line.version}" if versioned else str(line.id)
    press = button(label, f"{action_id}{ids.AT}{line.deed}{line.id}", value, style)
    return row(_told(_, line, now), press, line_name(_, line))


def _told(_: Texts, line: BoardLine, now: datetime) -> str:
    """What it is, with the way to its message; how it stands; how long it has waited."""
    return " · ".join([_linked(_, line), *_state_and_whose(_, line), *waited(_, line.since, now)]) + quoted(line)


def _name(_: Texts, line: BoardLine) -> str:
    if line.deed is Deed.REQUEST:  # nobody knows its BVH number by heart
        return f"{line.headline} · {line.reference}"
    if line.deed is Deed.CHECK_SURVEY:
        return _("Survey {reference}", reference=line.reference)
    return f"{mail_kind(_, line.kind)}{line_name(_, line)}"


def line_told(_: Texts, line: BoardLine) -> str:
    """One open thing, with the way to its message, and since when."""
    if line.state in set(WaitKind):
        late = WaitKind(line.state)
        return f"{late_line(_, late, line, quotes=False)} · {lateness_name(_, late)}{quoted(line)}"
    return " · ".join([_linked(_, line), *_state_and_whose(_, line), escape(_.moment(line.since))]) + quoted(line)


def _linked(_: Texts, line: BoardLine) -> str:
    """Its name with the way to its message; what seems to happen now is marked as it is there."""
    named = link(line.link, _name(_, line))
    return urgent(_, named) if line.pressing else named


def _state_and_whose(_: Texts, line: BoardLine) -> list[str]:
    """Only what its button doesn't say already."""
    name = escape(line.turn_name)
    if line.state in set(AlertStatus):
        return [_("from {name}", name=name) if line.deed in {Deed.CHECK, Deed.CHECK_SURVEY} else _status(_, line)]
    told = {Deed.READ: _("unread"), Deed.JUDGE: _("no result yet")}.get(line.deed) if line.deed else _("new")
    if line.state in set(Rating):
        told = lowered(rating_name(_, Rating(line.state)))
    elif line.state in set(LeadResult):
        told = lowered(result_name(_, LeadResult(line.state)))
    whose = name if line.deed not in {Deed.CHOOSE_MAIL, Deed.RATE, Deed.HANDLE, Deed.CALL} else ""
    call = _("to call {moment}", moment=escape(_.moment(line.call_at))) if line.call_at else ""
    return [part for part in (told, whose, call) if part]


def _status(_: Texts, line: BoardLine) -> str:
    return lowered(status_name(_, AlertStatus(line.state)))
