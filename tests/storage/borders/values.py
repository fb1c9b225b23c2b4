"""A value for each argument of each repository's methods, as a team gives it that names its own things."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin

from bot.domain.alerts.alerts import Alert, AlertContent, AlertKind, AlertStatus, Draft
from bot.domain.alerts.authorship import Authors, Proposal
from bot.domain.alerts.mailings import DeliveryState, MailEvent
from bot.domain.alerts.offences import Offence, OwnOffence
from bot.domain.day_monitor.day_monitors import FileReport
from bot.domain.desk.deadlines import WaitKind
from bot.domain.desk.queries import Query, QueryKind
from bot.domain.letters.answers import AnswerTemplate
from bot.domain.participants.addresses import AddressRow, Door
from bot.domain.participants.claiming import Claim, ClaimKind
from bot.domain.participants.people import Colleague, Participant, ParticipantRow, Role
from bot.domain.participants.reach import Households, NeighbourhoodReach
from bot.domain.participants.shapes import Circle
from bot.domain.replies.attachments import File
from bot.domain.replies.mentions import Mention
from bot.domain.replies.replies import Case, LetterKind, LetterStatus, Rating, ReplyKind
from bot.domain.surveys.surveys import SurveyPlan, SurveyStatus
from bot.records.alerts import TypedForm
from bot.records.day_monitor import Days
from bot.records.desk import BoardName, HomeView
from bot.records.mail import InboundKind, InboundMail
from bot.records.outbox import Task
from bot.records.pages import Turn
from bot.records.searches import Sight
from bot.records.staff import Account, Held
from tests.domain.samples import ANNA, CONTENT, NOON
from tests.storage.borders.filling import LATER, NOOR, PLAN, PLATE, Things

ELS: Final = Colleague(ANNA.id, "Els", frozenset(Role))
"""May do all, and is a colleague of whom both teams have something."""
DOOR: Final = Door("3823 AB", 7, "")
NOBODY: Final = Participant(2, NOOR.email, "Noor", "3823 AB", "7", "Kattenbroek", NOOR.x, NOOR.y)
SHARED: Final[Mapping[type, Any]] = {
    **{int: 7, str: "woord", float: 300.0, bool: True, bytes: b"raw", datetime: LATER, object: "nummer"},
    **{date: NOON.date(), timedelta: timedelta(days=30), Colleague: ELS, Turn: Turn(), Sight: Sight(*(True,) * 3)},
    **{Circle: Circle(CONTENT.x, CONTENT.y, 300), ParticipantRow: NOOR, Participant: NOBODY, Door: DOOR},
    **{SurveyPlan: PLAN, Mention: PLATE, Authors: Authors("U8", "Iris"), FileReport: FileReport()},
    **{Claim: Claim(ClaimKind.SIGN_UP, NOOR.email), NeighbourhoodReach: NeighbourhoodReach("Wijk", 1, 2, 3)},
    **{Days: Days(NOON.date(), NOON - timedelta(hours=12), NOON - timedelta(days=7)), Account: Account("U1", "Anna")},
    **{HomeView: HomeView("U1", "nl", {}, ""), Held: Held("U9", Role.INTAKE), Households: Households("Wijk", 5)},
    **{
        AddressRow: AddressRow(DOOR, "Laan", "Amersfoort", CONTENT.x, CONTENT.y, is_home=True),
        Rating: Rating.NOT_RELEVANT,
    },
    **{Query: Query(QueryKind.PLATE, PLATE.value, ("kanarie",)), File: File("f.jpg", b"x", "image/jpeg")},
    **{Task: Task.SHOW_ALERT, WaitKind: WaitKind.REQUEST, LetterKind: LetterKind.ANSWER, ReplyKind: ReplyKind.MAIL},
    **{LetterStatus: LetterStatus.WAITING, SurveyStatus: SurveyStatus.SENT, AlertKind: AlertKind.OUTCOME},
    AlertStatus: AlertStatus.WITHDRAWN,
}
"""What is nobody's, or the same for whichever team."""


def _mail(its: Things) -> InboundMail:
    reply = its.all["NewReply"]
    of = (reply.from_address, reply.from_name, reply.subject, "<4@x>", "", reply.words, reply.attachment_names, "")
    return InboundMail(InboundKind.REPLY, False, *of)


OWN: Final[Mapping[type, Callable[[Things], Any]]] = {
    Draft: lambda its: Draft(its.ids["draft"], ANNA.id, CONTENT, NOON, about_id=its.ids["first"]),
    AlertContent: lambda its: replace(CONTENT, bvh_number="2026-7"),
    Proposal: lambda its: Proposal(CONTENT, (), ANNA.id, "Anna", NOON),
    OwnOffence: lambda its: replace(its.all["OwnOffence"], version=2),
    TypedForm: lambda its: TypedForm(its.ids["draft"], its.ids["incident"], {}, NOON, NOON),
    AnswerTemplate: lambda its: AnswerTemplate(Rating.NOT_RELEVANT, None, "Dank", "Els", NOON),
    Case: lambda its: Case(its.ids["first"]),
    InboundMail: _mail,
    MailEvent: lambda its: MailEvent(f"d{its.ids['delivery']}", DeliveryState.DELIVERED, LATER),
}
NAMED: Final[Mapping[str, str]] = {
    **{"about_id": "first", "first_id": "first", "main_id": "alert", "with_id": "alert", "besides": "first"},
    **{"mail_ids": "preventive", "pressing": "reply", "unseen": "reply", "line_ids": "line", "subject_id": "alert"},
    **{"message_id": "message", "reply_ids": "reply", "item_id": "item", "code": "code", "named": "reference"},
}
"""Arguments whose names don't say of themselves which thing they name."""
TOLD: Final[Mapping[str, Any]] = {
    **{"user_id": "U1", "owner_id": "U1", "by_id": "U1", "seen_id": "U1", "assignee_id": "U1", "file_id str": "F1"},
    **{"email": NOOR.email, "address": NOOR.email, "emails": NOOR.email, "postcode": "3823 AB", "digits": "3823"},
    **{"page": 0, "after_id": 0, "after_number": 0, "most": 50, "asked_after": 0, "attempts": 1, "queue_key": "intake"},
    **{"keys": "account U1", "user_ids": "U1", "place_id": "C1", "claim_id": 1, "inbound_ids": 1, "lane": "noor"},
    **{"what": "saw_original", "who": "U1", "period": "2026-01", "occasion": "monthly", "name": "a job", "to": 5},
    **{"source_key": "one and the same", "participant_id": 2, "participant_ids": 2, "streets": "Laan"},
    "phone": "06 1",
}
"""What both teams give for arguments of these names."""

OF_METHODS: Final[Mapping[str, Callable[[Things], Any]]] = {
    "offences.get key": lambda its: its.ids["offence"],
    "evidence.trail subjects": lambda its: [f"reply {its.ids['reply']}"],
    "audit.count subject": lambda its: f"reply {its.ids['reply']}",
    "replies.add reply": lambda its: replace(its.all["NewReply"], inbound_id=its.ids["spare"]),
    **dict.fromkeys(("floods.card first_id", "floods.page first_id"), lambda its: its.ids["flood"]),
    "repeats.propose alert_id": lambda its: its.ids["waits"],
    "leads.card lead_id": lambda its: its.ids["stray lead"],
    "leads.escalate reply_id": lambda its: its.ids["root"],
    "campaigns.start code": lambda _: "nieuw",
    "surveys.move to": lambda _: SurveyStatus.APPROVED,
    "surveys.move survey": lambda its: its.all["waiting survey"],
    "surveys.plan survey": lambda its: its.all["approved survey"],
    **dict.fromkeys(("alerts.approve by", "surveys.move by"), lambda _: replace(ELS, id="U9")),
    **dict.fromkeys(
        ("alerts.approve alert", "alerts.move alert", "alerts.send_back_with_words alert", "alerts.amend alert"),
        lambda its: its.all["waiting alert"],
    ),
    **dict.fromkeys(("mailings.plan alert", "alerts.stop alert"), lambda its: its.all["approved alert"]),
    **dict.fromkeys(("alerts.amend kept", "cases.say_mail cautions"), lambda _: ()),
}
"""What an argument is to one method alone."""


def value(name: str, hint: Any, its: Things, method: str) -> Any:
    """KeyError where nothing is known for it: say above what it takes."""
    if own := OF_METHODS.get(f"{method} {name}"):
        return own(its)
    origin, parts = get_origin(hint), get_args(hint)
    if origin is None:
        return _named(name, hint, its) if hint in (int, str) else _one(hint, its)
    if origin in (Union, UnionType):
        kinds = [part for part in parts if part is not NoneType]
        kind = next((one for one in kinds if one in (Alert, Rating, Circle)), kinds[0])
        return None if Offence in kinds else value(name, kind, its, method)
    if origin is tuple:
        return tuple(value(name, part, its, method) for part in parts)
    return _mapping(name, parts, its) if origin is Mapping else [value(name, parts[0], its, method)]


def _one(hint: Any, its: Things) -> Any:
    if hint in OWN:
        return OWN[hint](its)
    if hint in SHARED:
        return SHARED[hint]
    if (kind := hint.__name__) in its.all:
        return its.all[kind]
    return next(iter(hint)) if issubclass(hint, Enum) else hint()


def _named(name: str, hint: type, its: Things) -> Any:
    thing = NAMED.get(name, name.removesuffix("s").removesuffix("_id"))
    if name == "reference" or (thing in its.ids and isinstance(its.ids[thing], hint) and name != "participant_id"):
        return its.ids[thing]
    return TOLD.get(f"{name} {hint.__name__}", TOLD.get(name, SHARED[hint]))


def _mapping(name: str, parts: tuple[Any, ...], its: Things) -> Any:
    if parts[0] is WaitKind:
        return dict.fromkeys(WaitKind, LATER)
    if parts[0] is BoardName:
        return {}
    if parts[1] is MailEvent:
        return {its.ids["delivery"]: _one(MailEvent, its)}
    return its.all["Upload values"] if name == "values" else {"nummer": "x"}
