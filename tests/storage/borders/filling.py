"""Two teams in one database, each with something of everything; all that a team has holds its canary."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Final

from bot.clock import Clock
from bot.domain.alerts.alerts import Alert, AlertStatus, CaseResult, Draft
from bot.domain.alerts.authorship import Proposal
from bot.domain.alerts.offences import OwnOffence
from bot.domain.day_monitor.incidents import IncidentRow
from bot.domain.desk.deadlines import ReminderStep
from bot.domain.leads.leads import LeadResult
from bot.domain.letters.answers import AnswerTemplate
from bot.domain.participants.people import Colleague, ParticipantRow, Role
from bot.domain.participants.reach import NeighbourhoodReach
from bot.domain.replies.attachments import File, Scan
from bot.domain.replies.images.offered import Images
from bot.domain.replies.mentions import Mention, MentionKind
from bot.domain.replies.replies import LetterKind, Rating, Reply, ReplyKind, ReplyLabel
from bot.domain.surveys.surveys import Answers, OpenQuestion, SurveyPlan, SurveyStatus
from bot.records.alerts import TypedForm
from bot.records.chat import MessageRef, Note
from bot.records.day_monitor import FileSource
from bot.records.mail import Letter
from bot.records.outbox import Task
from bot.records.replies import NewReply
from bot.records.staff import Held
from storage.unit_of_work import UnitOfWork, Work
from tests.domain.samples import ANNA, BRAM, CONTENT, NOON

LATER: Final = NOON + timedelta(hours=1)
PLATE: Final = Mention(MentionKind.PLATE, "12ABC3")
"""What replies of both teams name."""
NOOR: Final = ParticipantRow("noor@example.nl", "Noor", "3823 AB", "7", "Kattenbroek", CONTENT.x, CONTENT.y)
PLAN: Final = SurveyPlan(5, date(2026, 1, 1), date(2026, 1, 20))


class Noon(Clock):
    """It stands still: what is written twice is the same."""

    def now(self) -> Any:
        return LATER


@dataclass
class Things:
    """What a team has, by the names that arguments have: `alert`, `reply`, `letter` ..."""

    team: int
    ids: dict[str, Any] = field(default_factory=dict)
    all: dict[str, Any] = field(default_factory=dict)
    """By the kind of thing."""

    @property
    def canary(self) -> str:
        return f"kanarie{self.team}"


def fill(work: Work, team: int) -> Things:
    """Something of everything of a team; who takes part is nobody's, and got mail of both."""
    things = Things(team)
    with work() as uow:
        uow.people.enrol([NOOR, replace(NOOR, email="mo@example.nl", name="Mo")])
        for step in (_day_monitor, _alerts, _mail, _replies, _surveys, _desk, _outbox):
            step(uow, things)
    return things


def _words(things: Things, **changes: Any) -> Any:
    told = {"street": f"Straat {things.canary}", "what_happened": f"Deur {things.canary}.", "bvh_number": "2026-7"}
    return replace(CONTENT, **{**told, **changes})


def _filed(uow: UnitOfWork, things: Things, draft_id: str, **more: Any) -> Alert:
    draft = Draft(f"{things.canary} {draft_id}", ANNA.id, more.pop("content", _words(things)), NOON, **more)
    uow.drafts.save(draft)
    things.ids |= {"draft": draft.id}
    things.all |= {"Draft": draft}
    return uow.alerts.file(draft, _named(things, ANNA), NOON)


def _named(things: Things, one: Colleague) -> Colleague:
    """The same colleague, under a name that only this team has for them."""
    return replace(one, name=f"{one.name} {things.canary}")


def _approved(uow: UnitOfWork, things: Things, draft_id: str, **more: Any) -> Alert:
    alert = _filed(uow, things, draft_id, **more)
    assert uow.alerts.approve(alert, _named(things, BRAM), NOON)
    return uow.alerts.get(alert.id)


def _day_monitor(uow: UnitOfWork, things: Things) -> None:
    name, by = things.canary, _named(things, ANNA)
    row = IncidentRow("2026-9", CONTENT.offence, f"Laan {name}", "1", "3823 AB", "Amersfoort", NOON, NOON)
    uow.incidents.merge([row, replace(row, bvh_number="2026-10")], NOON)
    incident, other = uow.divisions.unassigned()
    assert uow.divisions.assign(incident, "", (ANNA.id, by.name), by, NOON)
    assert uow.divisions.skip(other, f"Omdat {name}", by, NOON)
    assert uow.divisions.begin(NOON.date(), NOON)
    assert uow.divisions.come_in(by, NOON.date(), NOON)
    division = uow.divisions.newest()
    file_id = uow.day_monitor_files.add(FileSource.COMMAND, "one and the same", by.id, by.name, NOON)
    things.ids |= {"incident": incident, "division": division and division.id, "file": file_id}
    things.all |= {"IncidentRow": row}


def _alerts(uow: UnitOfWork, things: Things) -> None:
    by, name = _named(things, BRAM), things.canary
    number = uow.offences.next_number()
    own = OwnOffence(number, 1, f"Brand {name}", f"Brand {name}", f"brand {name}", f"Brand {name}")
    assert uow.offences.add(own, by, NOON)
    waits = _filed(uow, things, "waits", content=_words(things, offence=own))
    uow.words.propose(waits.id, Proposal(waits.content, (), by.id, by.name, NOON))
    joined = _filed(uow, things, "joined")
    alert, first = _approved(uow, things, "sent"), _approved(uow, things, "first")
    assert uow.joined.join(joined, alert)
    assert uow.alerts.mark_sent(first.id, NOON)
    outcome = _filed(uow, things, "outcome", about_id=first.id)
    preventive = _approved(uow, things, "tips", about_id=first.id, preventive=True)
    assert uow.repeats.propose(alert.id, first.id, NOON)
    assert uow.repeats.request(alert.id, preventive.id, by, NOON)
    assert uow.alerts.close(uow.alerts.get(first.id), CaseResult.ARRESTED, f"Klaar {name}", by, NOON)
    uow.drafts.keep_typed(ANNA.id, TypedForm("typed", None, {"street": name}, NOON, NOON))
    things.ids |= {"alert": alert.id, "first": first.id, "preventive": preventive.id, "offence": own.key}
    things.ids |= {"waits": waits.id, "joined": joined.id, "outcome": outcome.id, "reference": alert.reference}
    things.all |= {"OwnOffence": own, "waiting alert": uow.alerts.get(waits.id), "approved alert": preventive}


def _mail(uow: UnitOfWork, things: Things) -> None:
    alert = uow.alerts.get(things.ids["alert"])
    assert uow.mailings.plan(alert, 1, NOON) == 2
    batch = uow.mailings.claim_batch(NOON, LATER)
    assert batch
    [person] = uow.mailings.recipients(batch, NOON)
    assert uow.alerts.mark_sent(alert.id, NOON)
    uow.mailings.note(person.delivery_id, f"Bijna {things.canary}")
    things.ids |= {"batch": batch.id, "mailing": batch.mailing_id, "delivery": person.delivery_id}
    things.ids |= {"participant": person.participant_id}
    things.all |= {"Batch": batch, "Recipient": person, "Topic": batch.topic, "Alert": uow.alerts.get(alert.id)}


def _replied(uow: UnitOfWork, things: Things, number: int, **more: Any) -> Reply:
    """Of the same words and the same citizen in both teams."""
    name = things.canary
    inbound = uow.inbox.store_read(ReplyKind.MAIL, f"{name} {number}", b"raw", NOON)
    assert inbound
    new = NewReply(
        *(inbound, things.ids["alert"], things.ids["delivery"], ReplyKind.MAIL, ReplyLabel.REPLY, NOON),
        *(f"Een bus {name}", f"Een bus {name}", NOOR.email, f"Noor {name}", f"Re: {name}", f"<{number}@x>", ""),
        attachment_names=(f"bus {name}.jpg",),
        late=False,
    )
    reply = uow.replies.add(replace(new, lane="noor", phone=f"06 {name}", phone_number="+31612345678", **more))
    things.ids |= {"inbound": inbound}
    things.all |= {"Reply": reply, "NewReply": new}
    return reply


def _replies(uow: UnitOfWork, things: Things) -> None:
    by, name = _named(things, ANNA), things.canary
    _replied(uow, things, 1, follow_up_of=(root := _replied(uow, things, 2)).id, label=ReplyLabel.FOLLOW_UP)
    flood = _replied(uow, things, 3, label=ReplyLabel.FLOOD, alert_id=None, delivery_id=None)
    reply = _replied(uow, things, 4)
    uow.outbox.remember(Task.SHOW_FLOOD, flood.id, MessageRef("C1", "1.flood"), "")
    spare = uow.inbox.store_read(ReplyKind.MAIL, f"{name} 5", b"raw", NOON)
    stray = _replied(uow, things, 6, alert_id=None, delivery_id=None)
    things.ids |= {"stray lead": uow.leads.escalate(stray.id, by, NOON).id}
    things.ids |= {"flood": flood.id, "root": root.id, "spare": spare}
    for one in (root, reply):
        uow.mentions.add(one.id, [PLATE])
    uow.replies.assign(reply.id, by, NOON)
    uow.replies.rate(reply.id, Rating.RELEVANT_HERE, by, NOON)
    uow.replies.saw_nothing(things.ids["delivery"], NOON)
    uow.callbacks.add(reply.id, f"06 {name}", NOON, by, NOON)
    uow.attachments.add(reply.id, [(f"blob {name}", File(f"bus {name}.jpg", b"x", "image/jpeg"))], Scan.UNSCANNED)
    uow.images.put(reply.id, Images.IN, NOON, NOON, NOON, by.name)
    uow.images.hand_over(reply.id, f"Systeem {name}", f"1 {name}", by, NOON)
    letter = Letter("", f"m {name}", NOOR.email, f"Re {name}", f"Dank {name}", f"<p>{name}</p>", f"t {name}")
    things.ids |= {"letter": uow.letters.add(LetterKind.ANSWER, reply.id, letter, NOON), "reply": reply.id}
    uow.letters.add(LetterKind.ACKNOWLEDGEMENT, reply.id, letter, NOON)
    uow.letters.add(LetterKind.OWN_ADDRESS, None, letter, NOON)
    lead = uow.leads.escalate(reply.id, by, NOON, f"Regel {name}")
    assert uow.leads.set_result(lead, LeadResult.PICKED_UP, f"Zegt {name}", by, NOON)
    things.all |= {"Lead": uow.leads.get(lead.id), "Letter": letter, "Reply": uow.replies.get(reply.id)}
    upload = _upload(uow, things)
    [attachment] = uow.attachments.of_reply(reply.id)
    call = uow.callbacks.open_of(reply.id)
    things.ids |= {"lead": lead.id, "upload": upload.id, "attachment": attachment.id, "callback": call and call.id}
    things.all |= {"Upload": upload, "Attachment": attachment}


def _upload(uow: UnitOfWork, things: Things) -> Any:
    name = things.canary
    row = {"delivery_id": things.ids["delivery"], "alert_id": things.ids["alert"], "length": 5}
    told = {"name": f"film {name}", "told": name, "blob_key": f"film {name}", "begun_at": NOON, "expires_at": NOON}
    things.all |= {"Upload values": {**row, **told}}
    return uow.uploads.begin({**row, **told})


def _surveys(uow: UnitOfWork, things: Things) -> None:
    by, other, name = _named(things, ANNA), _named(things, BRAM), things.canary
    number = uow.surveys.add(f"form {name}", replace(PLAN, remark=f"Let op {name}"), by, NOON)
    assert number
    assert uow.surveys.move(uow.surveys.get(number), SurveyStatus.APPROVED, other)
    survey = uow.surveys.get(number)
    uow.surveys.plan(survey, NOON - timedelta(days=9), NOON, 9, NOON, timedelta())
    uow.surveys.mark_sent(number, NOON)
    answers = Answers({}, words={OpenQuestion.WHY: f"Daarom {name}"})
    assert uow.surveys.answer(survey, things.ids["delivery"], answers)
    for key in ("approved survey", "waiting survey"):
        another = uow.surveys.add(f"{key} {name}", replace(PLAN, remark=f"Let op {name}"), by, NOON)
        assert another
        if key == "approved survey":
            assert uow.surveys.move(uow.surveys.get(another), SurveyStatus.APPROVED, other)
        things.all |= {key: uow.surveys.get(another)}
    things.ids |= {"survey": number}
    things.all |= {"Survey": uow.surveys.get(number), "Answers": answers}


def _desk(uow: UnitOfWork, things: Things) -> None:
    by, name = _named(things, ANNA), things.canary
    assert uow.leases.take("a job", "me", NOON, LATER)
    report, _ = uow.reports.ask("2026-01", "monthly", by.name, NOON)
    uow.reports.set_picture(report, f"F{name}")
    before = NeighbourhoodReach(f"Wijk {name}", 1, 2, 3)
    things.ids |= {"report": report, "campaign": uow.campaigns.start(f"code {name}", before, by, NOON)}
    things.ids |= {"code": f"code {name}"}
    uow.answer_templates.keep(AnswerTemplate(Rating.NOT_RELEVANT, None, f"Dank {name}", by.name, NOON))
    uow.role_holders.add([(Held(ANNA.id, Role.INTAKE), by.name)], NOON)
    uow.reminders.mark(f"alert {things.ids['waits']}", ReminderStep.THREAD, NOON)
    uow.audit.record(ANNA.id, "saw_original", f"reply {things.ids['reply']}", NOON, {"words": name}, reason=name)
    things.ids |= {"line": uow.audit.lines(0, 99)[-1].id}


def _outbox(uow: UnitOfWork, things: Things) -> None:
    name = things.canary
    for task, subject in ((Task.SHOW_ALERT, "alert"), (Task.SHOW_REPLY, "reply"), (Task.SHOW_LEAD, "lead")):
        uow.outbox.remember(task, things.ids[subject], MessageRef(f"C{things.team}", f"1.{subject}"), f"link {name}")
    uow.outbox.remember(Task.SHOW_LEADS, 0, MessageRef(f"C{things.team}", "1.0"), f"link {name}")
    uow.outbox.owe(Task.REPLY_NOTE, things.ids["reply"], Note(f"Zegt {name}"))
    uow.outbox.owe(Task.SHOW_ALERT, things.ids["alert"])
    uow.outbox.write()
    item = uow.outbox.claim(LATER, LATER)
    assert item
    uow.outbox.dead_letter(item, f"Weigert {name}")
    standstill = uow.standstills.ask([things.ids["batch"]], [things.ids["letter"]])
    things.ids |= {"item": item.id, "standstill": standstill, "waits": things.ids["waits"]}
    things.all |= {"OutboxItem": item, "MessageRef": MessageRef(f"C{things.team}", "1.alert")}
    assert uow.alerts.get(things.ids["waits"]).status is AlertStatus.REQUESTED
