"""What a colleague looks at before a mail is filed or sent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.alerts.alerts import Alert, AlertContent, AlertKind, AlertStatus, Draft, own_work
from bot.domain.alerts.authorship import Whose, authors_of, whose_are
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.alerts.typed_texts import texts_of
from bot.domain.guard.findings import Finding
from bot.domain.guard.kept import outstanding, still_there
from bot.domain.participants.addresses import Homes
from bot.domain.participants.people import Colleague
from bot.domain.participants.reach import Lately
from bot.domain.participants.shapes import Area
from bot.records.alerts import Preview
from bot.workflow.letters.guarding import Guard
from bot.workflow.mail_ports import Composer
from bot.workflow.owing import mail_of_draft
from bot.workflow.participants.recruiting import households_in
from storage.unit_of_work import UnitOfWork

FROM: Final = "\ue000"  # private use: nobody types them
TO: Final = "\ue001"


def chosen_on_map(uow: UnitOfWork, draft_id: str, alert_id: int | None, colleague: Colleague) -> AlertContent | None:
    """What holds the area that was chosen on the map: this form's draft, else the alert that it changes.

    None where nothing was: then the form's own radius counts.
    """
    draft = uow.drafts.get(draft_id)
    if draft and draft.owner_id == colleague.id and draft.on_map:
        return draft.content
    content = uow.alerts.get(alert_id).content if alert_id else None
    return content if content and content.shape else None


def with_kept(uow: UnitOfWork, draft: Draft) -> Draft:
    """A form filled in anew: what was kept before, in it or in the text that it changes, needs no reason again."""
    earlier = uow.drafts.get(draft.id)
    told = [one for alert_id in (draft.alert_id, draft.about_id) if alert_id for one in uow.alerts.get(alert_id).kept]
    return replace(draft, kept=(*told, *(earlier.kept if earlier and earlier.owner_id == draft.owner_id else ())))


def preview_of(
    uow: UnitOfWork, composer: Composer, safeguards: Safeguards, guard: Guard, draft: Draft, colleague: Colleague
) -> Preview:
    """The mail as it will read, and what to look at again before it is filed."""
    content = draft.content
    found = guard.alert(content)
    findings = outstanding(found, draft.kept)
    recipients = uow.alerts.reach_of(draft)
    alert = uow.alerts.get(draft.alert_id) if draft.alert_id else None
    whose = whose_of(uow, alert, draft, colleague)
    near = uow.joined.waiting_near(content) if draft.kind is AlertKind.ALERT and not alert else None
    has_area = draft.kind is not AlertKind.OUTCOME
    homes = uow.addresses.homes_in(content.area) if has_area else None
    return Preview(
        draft_id=draft.id,
        content=content,
        mail_text=composer.as_read(mail_of_draft(composer, uow, pointed_out(draft, findings))),
        recipients=recipients,
        findings=findings,
        overlaps=() if draft.about_id else tuple(uow.alerts.overlaps(content, draft.alert_id)),
        amends=alert is not None,
        whose=whose,
        near=near.reference if near else "",
        joins=bool(draft.joins),
        may_approve=whose is Whose.SUPPLEMENT and alert is not None and _may_send(alert, draft, colleague),
        requester_name=alert.requester_name if alert else "",
        asks_number=safeguards.asks_number(recipients),
        returned=alert is not None and alert.status is AlertStatus.RETURNED,
        households=households_in(uow, content.area) if has_area and not homes else None,
        homes=homes,
        lately=uow.reach.lately(content.area, safeguards.too_often) if has_area else None,
        kept=still_there(found, draft.kept),
        view=draft.preview_view,
        long_sentences=_too_long(content),
    )


def _too_long(content: AlertContent) -> tuple[str, ...]:
    from bot.domain.guard.text_guard import long_sentences

    return tuple(one for text in texts_of(content).values() for one in long_sentences(text))


def _may_send(alert: Alert, draft: Draft, colleague: Colleague) -> bool:
    """Who wrote the offence's words added to the rest, and still sends none of it."""
    return not draft.joins and own_work(replace(alert, content=draft.content), colleague.id) is None


def whose_of(uow: UnitOfWork, alert: Alert | None, draft: Draft, colleague: Colleague) -> Whose:
    """Who the author of a draft's words will be once it is saved; checked again then."""
    if alert is None:
        return Whose.OWN
    return whose_are(alert, authors_of(alert, uow.words.versions(alert.id), draft.content, colleague), colleague)


def counted_on_record(uow: UnitOfWork, area: Area, by: str, at: datetime) -> None:
    """Two areas that differ by one home tell whether somebody takes part there: who tries them is known."""
    homes = uow.addresses.homes_in(area)
    told = {"homes": homes.number if homes else None, "recipients": uow.mailings.count_recipients(area)}
    uow.audit.record(by, "counted_area", type(area).__name__.lower(), at, **told)


def pointed_out(draft: Draft, findings: Sequence[Finding]) -> Draft:
    """The draft with marks around what was found, so that it is seen where it stands in the mail."""
    texts = {finding.field: getattr(draft.content, finding.field) for finding in findings}
    for one in sorted(findings, key=lambda finding: finding.start, reverse=True):
        text = texts[one.field]
        texts[one.field] = f"{text[: one.start]}{FROM}{text[one.start : one.end]}{TO}{text[one.end :]}"
    return replace(draft, content=replace(draft.content, **texts))


def reach_to_approve(uow: UnitOfWork, alert: Alert, safeguards: Safeguards) -> tuple[Lately | None, Homes | None]:
    """Who got mail lately and which homes there are, for who is to approve it; an outcome goes to who got its alert."""
    if alert.status is not AlertStatus.REQUESTED or not alert.has_area:
        return None, None
    area = alert.content.area
    return uow.reach.lately(area, safeguards.too_often), uow.addresses.homes_in(area)
