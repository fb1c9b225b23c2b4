"""Listeners: the package of evidence of an alert or a lead, for a reason."""

from bot.domain.errors import NoReference
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.privacy.evidence_modal import build_evidence_ask, build_evidence_link, parse_evidence_ask
from bot.workflow.privacy.packing import About
from handlers.slack.listeners import Button, Command, Form
from handlers.slack.presses import Act, Answer, Press, Submission
from handlers.slack.replies.taking import ReplyButton


def at(kind: str) -> Act:
    return lambda press: _ask(press, About(kind, int(press.value)))


def named(press: Press) -> None:
    """Behind the command: of the alert that is typed."""
    if not press.argument:
        raise NoReference(example=f"{ids.COMMAND} {ids.WORD_EVIDENCE} BM-2026-0042")
    _ask(press, press.workflow.packing.named(press.argument, press.colleague))


def of_reply(press: Press) -> None:
    """Of the alert which it answers."""
    _ask(press, press.workflow.packing.of_reply(int(press.value)))


def _ask(press: Press, about: About) -> None:
    press.workflow.packing.check(about, press.colleague)
    press.open(build_evidence_ask(press.texts, about))


def give(submission: Submission) -> Answer:
    """In the modal itself: nobody else sees the link."""
    token = submission.workflow.packing.ask(*parse_evidence_ask(submission.view), submission.colleague)
    address = submission.desk.public_url.rstrip("/")
    return {"response_action": "update", "view": build_evidence_link(submission.texts, token, address)}


LISTENERS = (
    Button(ids.LEAD_EVIDENCE, Role.BURGLARY_TEAM, at("lead")),
    Button(ids.LEADS_EVIDENCE, Role.BURGLARY_TEAM, at("leads")),
    ReplyButton(ids.REPLY_EVIDENCE, of_reply),
    Command(ids.WORD_EVIDENCE, (Role.RESPONDER, Role.BURGLARY_TEAM), named),
    Form(ids.EVIDENCE_FORM, (Role.RESPONDER, Role.BURGLARY_TEAM), "reason", give),
)
