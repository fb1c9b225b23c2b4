"""Listeners: contact data, the original and attachments, for a reason; and for superusers who looked at what."""

import re
from datetime import timedelta

from bot.clock import Clock
from bot.domain.errors import UnknownColleague
from bot.domain.participants.people import Role
from bot.domain.privacy.looks import LookKind
from bot.records.pages import Turn
from bot.slack import ids
from bot.slack.privacy.looks_message import build_looks
from bot.slack.replies.look_modal import build_look, build_seen, parse_look
from bot.workflow.privacy.access_log import AccessLog
from bot.workflow.replies.looking import Looking
from handlers.slack.listeners import Answer, Desk, Press, Submission, Told
from handlers.slack.replies.taking import ReplyDesk
from handlers.slack.staff import Staff

REFERENCE = re.compile(r"BM-\S+", re.IGNORECASE)
PERSON = re.compile(r"<@(\w+)(?:\|[^>]*)?>")


class LookListeners:
    """On a reply for the wijksecretariaat, on a lead for the burglary team."""

    def __init__(self, looking: Looking, public_url: str) -> None:
        self._looking = looking
        self._address = public_url.rstrip("/")

    def listen(self, desk: Desk, replies: ReplyDesk) -> None:
        """Hang them on the app."""
        replies.on_press(ids.SHOW_CONTACT_DATA, lambda press: self._ask(press, LookKind.CONTACT_DATA))
        replies.on_press(ids.SHOW_ORIGINAL, lambda press: self._ask(press, LookKind.ORIGINAL))
        replies.on_press(ids.SHOW_ATTACHMENTS, lambda press: self._ask(press, LookKind.ATTACHMENTS))
        team = Role.BURGLARY_TEAM
        desk.on_press(ids.SHOW_LEAD_CONTACT_DATA, team, lambda press: self._ask_of_lead(press, LookKind.CONTACT_DATA))
        desk.on_press(ids.SHOW_LEAD_ATTACHMENTS, team, lambda press: self._ask_of_lead(press, LookKind.ATTACHMENTS))
        desk.on_submit(ids.LOOK_FORM, (Role.RESPONDER, team), "reason", self._show)

    def _ask(self, press: Press, kind: LookKind) -> None:
        look, takes = self._looking.ask(kind, int(press.value), press.colleague)
        press.open(build_look(press.texts, look, takes=takes))

    def _ask_of_lead(self, press: Press, kind: LookKind) -> None:
        look, takes = self._looking.ask_of_lead(kind, int(press.value), press.colleague)
        press.open(build_look(press.texts, look, takes=takes))

    def _show(self, submission: Submission) -> Answer:
        """In the modal itself: nobody else ever sees it, and nothing of it stays in the channel."""
        seen = self._looking.see(*parse_look(submission.view), submission.colleague)
        return {"response_action": "update", "view": build_seen(submission.texts, seen, self._address)}


class AccessLogListeners:
    """Who looked at what is a superuser's to know."""

    def __init__(self, access_log: AccessLog, staff: Staff, clock: Clock) -> None:
        self._overseeing = access_log
        self._staff = staff
        self._clock = clock

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command(
            ids.WORD_LOOKS, Role.SUPERUSER, lambda press: press.tell(self._told(press, Turn(), press.argument))
        )
        desk.on_turn(ids.LOOKS_PAGE, Role.SUPERUSER, self._told)

    def _told(self, press: Press, turn: Turn, asked: str) -> Told:
        """The next page knows a colleague by their id: no name is asked of Slack again."""
        if REFERENCE.fullmatch(asked):
            looks = self._overseeing.of_alert(asked, turn)
        elif asked.isdecimal():
            looks = self._overseeing.looks(turn, since=self._clock.now() - timedelta(days=min(int(asked), 3650)))
        else:
            people = self._people(asked)
            looks, asked = self._overseeing.looks(turn, who=people), " ".join(f"<@{who}>" for who in people)
        return build_looks(press.texts, looks, asked)

    def _people(self, asked: str) -> list[str]:
        """The ids behind mentions, or behind a name as Slack sends it: typed text. Empty: everybody."""
        if mentioned := PERSON.findall(asked):
            return mentioned
        if not (name := asked.removeprefix("@").strip().lower()):
            return []
        people = [who for who in self._overseeing.lookers() if name in self._staff.names(who)]
        if not people:
            raise UnknownColleague
        return people
