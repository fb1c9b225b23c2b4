"""Listeners: contact data, the original and attachments, for a reason; and for superusers who looked at what."""

import re
from datetime import timedelta
from typing import Final

from bot.domain.errors import UnknownColleague
from bot.domain.numbering import tidy_reference
from bot.domain.participants.people import Role
from bot.domain.privacy.looks import LookKind
from bot.records.pages import Turn
from bot.slack import ids
from bot.slack.privacy.looks_message import build_looks
from bot.slack.replies.look_modal import build_look, build_seen, build_whole, parse_look
from bot.workflow.replies.looking import Look
from handlers.slack.listeners import Button, Command, Form, Pager
from handlers.slack.presses import Act, Answer, Press, Submission, Told
from handlers.slack.replies.taking import ReplyButton

PERSON: Final = re.compile(r"<@(\w+)(?:\|[^>]*)?>")


def at_reply(kind: LookKind) -> Act:
    return lambda press: _ask(press, *press.workflow.looking.ask(kind, int(press.value), press.colleague))


def at_lead(kind: LookKind) -> Act:
    return lambda press: _ask(press, *press.workflow.looking.ask_of_lead(kind, int(press.value), press.colleague))


def _ask(press: Press, look: Look, takes: bool) -> None:
    """Why, unless they told that a moment ago."""
    if seen := press.workflow.looking.see_again(look, press.colleague):
        press.open(build_seen(press.texts, seen, press.desk.public_url.rstrip("/")))
    else:
        press.open(build_look(press.texts, look, takes=takes))


def show(submission: Submission) -> Answer:
    """In the modal itself: nobody else ever sees it, and nothing of it stays in the channel."""
    seen = submission.workflow.looking.see(*parse_look(submission.view), submission.colleague)
    address = submission.desk.public_url.rstrip("/")
    return {"response_action": "update", "view": build_seen(submission.texts, seen, address)}


def read_all(press: Press) -> None:
    """Nothing more than the channel may know: it is neither taken nor on record."""
    press.open(build_whole(press.texts, [press.workflow.triaging.reply(int(press.value))]))


def read_whole_lead(press: Press) -> None:
    card = press.workflow.escalating.card(int(press.value))
    press.open(build_whole(press.texts, [card.reply, *card.follow_ups]))


def tell_looks(press: Press) -> None:
    press.tell(looks(press, Turn(), press.argument))


def looks(press: Press, turn: Turn, asked: str) -> Told:
    """The next page knows a colleague by their id: no name is asked of Slack again."""
    access_log = press.workflow.access_log
    if tidy_reference(asked) or asked.upper().startswith("BM-"):
        found = access_log.of_alert(asked, turn)
    elif asked.isdecimal():
        found = access_log.looks(turn, since=press.now - timedelta(days=min(int(asked), 3650)))
    else:
        people = _people(press, asked)
        found, asked = access_log.looks(turn, who=people), " ".join(f"<@{who}>" for who in people)
    return build_looks(press.texts, found, asked)


def _people(press: Press, asked: str) -> list[str]:
    """The ids behind mentions, or behind a name as Slack sends it: typed text. Empty: everybody."""
    if mentioned := PERSON.findall(asked):
        return mentioned
    if not (name := asked.removeprefix("@").strip().lower()):
        return []
    people = [who for who in press.workflow.access_log.lookers() if name in press.desk.staff.called(who)]
    if not people:
        raise UnknownColleague
    return people


LISTENERS = (
    ReplyButton(ids.SHOW_CONTACT_DATA, at_reply(LookKind.CONTACT_DATA)),
    ReplyButton(ids.SHOW_ORIGINAL, at_reply(LookKind.ORIGINAL)),
    ReplyButton(ids.SHOW_ATTACHMENTS, at_reply(LookKind.ATTACHMENTS)),
    Button(ids.SHOW_LEAD_CONTACT_DATA, Role.BURGLARY_TEAM, at_lead(LookKind.CONTACT_DATA)),
    Button(ids.SHOW_LEAD_ATTACHMENTS, Role.BURGLARY_TEAM, at_lead(LookKind.ATTACHMENTS)),
    Button(ids.READ_ALL, Role.RESPONDER, read_all),
    Button(ids.READ_ALL_OF_LEAD, Role.BURGLARY_TEAM, read_whole_lead),
    Form(ids.LOOK_FORM, (Role.RESPONDER, Role.BURGLARY_TEAM), "reason", show),
    Command(ids.WORD_LOOKS, Role.SUPERUSER, tell_looks),
    Pager(ids.LOOKS_PAGE, Role.SUPERUSER, looks),
)
