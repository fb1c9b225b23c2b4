"""Packages of evidence: all that citizens sent to an alert or with a lead, for one person and on record."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from hashlib import sha256
from typing import Final

from bot.clock import Clock
from bot.domain.alerts.alerts import Alert
from bot.domain.errors import Refusal, UnknownReference
from bot.domain.participants.people import Colleague, Role
from bot.domain.privacy.evidence import (
    ORIGINALS,
    Evidence,
    EvidenceFile,
    EvidenceReply,
    LeftOut,
    numbered,
    safe_name,
    without_keys,
)
from bot.domain.privacy.looks import LINK_OF, LookReason, check_reason
from bot.domain.replies.attachments import Attachment, Scan, check_may_be_opened
from bot.domain.replies.reply_errors import NoEvidence, NoLeadEvidence
from bot.records.mail import Purpose
from bot.records.replies import Pass
from bot.workflow.mail_ports import Passes
from bot.workflow.ports import Blobs, Packages
from storage.unit_of_work import UnitOfWork, Work

LINK_LIVES: Final = timedelta(minutes=15)
OPEN_FOR: Final = timedelta(minutes=30)
SENDER: Final = ("name", "email", "address", "phone", "claimed_from")
Pieces = Callable[[], Iterator[bytes]]


@dataclass(frozen=True)
class About:
    """What a package is of: an alert, the leads of one, or one lead. `purpose` and `opened` are of the links to it."""

    kind: str  # `alert`, `leads` or `lead`
    id: int  # of the alert, or the lead

    @property
    def subject(self) -> str:
        """As the audit trail names it."""
        return f"lead {self.id}" if self.kind == "lead" else f"alert {self.id}"

    @property
    def purpose(self) -> Purpose:
        return LINKS[self.kind][0]

    @property
    def opened(self) -> Purpose:
        return LINKS[self.kind][1]


LINKS: Final = {
    "alert": (Purpose.ALERT_EVIDENCE, Purpose.OPENED_ALERT_EVIDENCE),
    "leads": (Purpose.LEADS_EVIDENCE, Purpose.OPENED_LEADS_EVIDENCE),
    "lead": (Purpose.LEAD_EVIDENCE, Purpose.OPENED_LEAD_EVIDENCE),
}
KINDS: Final = tuple(About(kind, 0) for kind in LINKS)


@dataclass(frozen=True)
class Granted:
    """Whose link it is, and to what."""

    about: About
    holder_id: str


class Packing:
    """The desk may have the package of an alert, the burglary team what was sent on to it; of each the trail tells."""

    def __init__(
        self, work: Work, clock: Clock, blobs: Blobs, passes: Passes, packages: Packages, *, scanned: bool
    ) -> None:
        self._work = work
        self._clock = clock
        self._blobs = blobs
        self._passes = passes
        self._packages = packages
        self._scanned = scanned

    def named(self, reference: str, colleague: Colleague) -> About:
        """What somebody may have of an alert; UnknownReference."""
        with self._work() as uow:
            alert = uow.alerts.by_reference(reference)
        if alert is None:
            raise UnknownReference
        return About("alert" if Role.RESPONDER in colleague.roles else "leads", alert.id)

    def of_reply(self, reply_id: int) -> About:
        """That of the alert which it answers; NoEvidence where it answers none by now."""
        with self._work() as uow:
            if (alert_id := uow.replies.get(reply_id).alert_id) is None:
                raise NoEvidence
        return About("alert", alert_id)

    def check(self, about: About, colleague: Colleague) -> None:
        """Before a reason is asked: NoAccess, NoEvidence or NoLeadEvidence."""
        _check_role(about, colleague)
        with self._work() as uow:
            _check_any(uow, about)

    def ask(self, about: About, reason: str, words: str, colleague: Colleague) -> str:
        """Log it, and give this person's link."""
        why, now = check_reason(reason, words), self._clock.now()
        _check_role(about, colleague)
        with self._work() as uow:
            _check_any(uow, about)
            said = {"words": words.strip()} if why is LookReason.OTHER else None
            for one, as_lead in _on_record(uow, about):
                uow.audit.record(colleague.id, "asked_for_evidence", one, now, said, reason=why, **as_lead)
        return self._passes.make_pass(about.purpose, Pass(about.id, colleague.id, now + LINK_LIVES))

    def pass_of(self, token: str) -> Granted | None:
        """Whose link this is; None where it is not ours, too old or used."""
        granted = self._read(token, [kind.purpose for kind in KINDS])
        if granted is None:
            return None
        with self._work() as uow:
            return None if uow.attachments.is_link_used(_digest(token)) else granted

    def opened(self, token: str) -> Granted | None:
        """What a browser that used a link may have still."""
        return self._read(token, [kind.opened for kind in KINDS])

    def _read(self, token: str, purposes: Sequence[Purpose]) -> Granted | None:
        for kind, purpose in zip(KINDS, purposes, strict=True):
            if read := self._passes.read_pass(purpose, token, self._clock.now()):
                return Granted(About(kind.kind, read.subject_id), read.holder_id)
        return None

    def use(self, token: str, granted: Granted, holder: Colleague) -> str | None:
        """Use a link up, on record once; None where it was used, or nothing is left. A Refusal, or BlobsDown."""
        _check_role(granted.about, holder)
        if (evidence := self._evidence(granted.about, holder.name)) is None:
            return None
        for file in evidence.files:
            if not file.left_out:
                next(self._blobs.pieces(file.attachment.blob_key), None)
        now = self._clock.now()
        with self._work() as uow:
            if not uow.attachments.use_link(_digest(token), now, LINK_LIVES):
                return None
            for one, as_lead in _on_record(uow, granted.about):
                uow.audit.record(f"{LINK_OF}{granted.holder_id}", "opened_evidence", one, now, **as_lead)
        return self._passes.make_pass(granted.about.opened, Pass(granted.about.id, granted.holder_id, now + OPEN_FOR))

    def open(self, granted: Granted, holder: Colleague) -> tuple[str, Pieces] | None:
        """The package's name, and what makes it (BlobsDown); None where nothing is left. A Refusal."""
        _check_role(granted.about, holder)
        evidence = self._evidence(granted.about, holder.name)
        who = f"{LINK_OF}{granted.holder_id}"
        return (_file_name(evidence), partial(self._made, evidence, granted.about, who)) if evidence else None

    def _made(self, evidence: Evidence, about: About, who: str) -> Iterator[bytes]:
        """That it was made whole is on record with the sum that stands for all of it."""

        def done(sums: str) -> None:
            with self._work() as uow:
                uow.audit.record(who, "packed_evidence", about.subject, self._clock.now(), sums=sums)

        return self._packages.pack(evidence, self._blobs.pieces, done)

    def export(self, reference: str, operator: str) -> Iterator[bytes]:
        """The package of an alert, for who operates the bot; UnknownReference, NoEvidence, BlobsDown."""
        with self._work() as uow:
            alert = uow.alerts.by_reference(reference)
            if alert is None:
                raise UnknownReference
            about = About("alert", alert.id)
            _check_any(uow, about)
            for one, _as_lead in _on_record(uow, about):
                uow.audit.record("command line", "exported_evidence", one, self._clock.now(), user=operator)
        evidence = self._evidence(about, operator)
        assert evidence, "it was there a moment ago"
        return self._made(evidence, about, "command line")

    def _evidence(self, about: About, made_by: str) -> Evidence | None:
        """None where nothing came, or all of it is gone."""
        with self._work() as uow:
            alert, roots = _of(uow, about)
            threads = [one for root in roots for one in uow.evidence.thread(root)]
            if not uow.evidence.has_files(threads):
                return None
            replies = [self._reply(uow, number) for number in threads]
            subjects = [*_subjects(uow, alert, roots), *(f"reply {number}" for number in threads)]
            newest = uow.audit.last_seal()
            return Evidence(
                title=f"{alert.reference} · {alert.content.street}" if alert else about.subject,
                about=_facts(alert) if alert else {},
                made_at=self._clock.now(),
                made_by=made_by,
                replies=_with_paths(replies),
                trail=uow.evidence.trail(subjects),
                newest_seal=f"{newest[0]}:{newest[1]}" if newest else "",
            )

    def _reply(self, uow: UnitOfWork, number: int) -> EvidenceReply:
        reply = uow.replies.get(number)
        contact = uow.replies.contact_data(reply)
        files = [one for one in uow.attachments.of_reply(number) if one.reply_id == number]
        return EvidenceReply(
            number=number,
            kind=reply.kind,
            received_at=reply.received_at,
            sender={name: getattr(contact, name) for name in SENDER},
            sender_check=reply.sender_check,
            subject=reply.subject,
            words=reply.words,
            images=reply.images,
            files=tuple(EvidenceFile(one, "", self._left_out(one)) for one in files),
            handovers=uow.evidence.handovers(number),
            answers=tuple(replace(one, text=without_keys(one.text)) for one in uow.evidence.letters(number)),
            called=uow.evidence.called(number),
        )

    def _left_out(self, attachment: Attachment) -> LeftOut | None:
        """What may not be opened is in no package either."""
        try:
            check_may_be_opened(attachment, scanned_here=self._scanned)
        except Refusal:
            if attachment.gone_at:
                return LeftOut.GONE
            return LeftOut.INFECTED if attachment.scan is Scan.INFECTED else LeftOut.HELD
        return None


def _check_role(about: About, colleague: Colleague) -> None:
    colleague.require(*([Role.RESPONDER] if about.kind == "alert" else [Role.RESPONDER, Role.BURGLARY_TEAM]))


def _check_any(uow: UnitOfWork, about: About) -> None:
    _alert, roots = _of(uow, about)
    if not uow.evidence.has_files([one for root in roots for one in uow.evidence.thread(root)]):
        raise NoEvidence if about.kind == "alert" else NoLeadEvidence


def _of(uow: UnitOfWork, about: About) -> tuple[Alert | None, list[int]]:
    """The alert, and the replies that others may follow."""
    if about.kind == "lead":
        lead = uow.leads.get(about.id)
        return (uow.alerts.get(lead.alert_id) if lead.alert_id else None), [lead.reply_id]
    found = uow.evidence.replies_of_alert(about.id)
    roots = list(dict.fromkeys(uow.replies.root_of(one) for one in found))
    whose = roots if about.kind == "alert" else [one for one in roots if uow.leads.of_reply(one)]
    return uow.alerts.get(about.id), whose


def _on_record(uow: UnitOfWork, about: About) -> list[tuple[str, dict[str, int]]]:
    """A look at each reply, as its own trail and the list of looks tell it; as a lead, where that is what they saw."""
    roots = _of(uow, about)[1]
    leads = {one: lead.id for one in roots if about.kind != "alert" and (lead := uow.leads.of_reply(one))}
    return [(f"reply {one}", {"lead": leads[one]} if one in leads else {}) for one in roots]


def _subjects(uow: UnitOfWork, alert: Alert | None, roots: list[int]) -> list[str]:
    leads = [lead for root in roots if (lead := uow.leads.of_reply(root))]
    return [*([f"alert {alert.id}"] if alert else []), *(f"lead {lead.id}" for lead in leads)]


def _facts(alert: Alert) -> dict[str, str]:
    content = alert.content
    return {
        "reference": alert.reference,
        "street": content.street,
        "place": f"{content.postcode} {content.place}",
        "window": f"{content.window_start.isoformat()} / {content.window_end.isoformat()}",
        "bvh_number": content.bvh_number,
    }


def _with_paths(replies: Sequence[EvidenceReply]) -> tuple[EvidenceReply, ...]:
    """Each file that goes in at a place of its own."""
    told = []
    for reply in replies:
        inside = [file for file in reply.files if not file.left_out]
        folder = f"{ORIGINALS}/reply-{reply.number}"
        names = (f"{folder}/{safe_name(one.attachment.name, f'file-{one.attachment.id}')}" for one in inside)
        paths = dict(zip((one.attachment.id for one in inside), numbered(names), strict=True))
        files = tuple(replace(one, path=paths.get(one.attachment.id, "")) for one in reply.files)
        told.append(replace(reply, files=files))
    return tuple(told)


def _file_name(evidence: Evidence) -> str:
    return f"{safe_name(evidence.title.partition(' · ')[0], 'evidence')}.zip"


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
