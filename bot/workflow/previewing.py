"""What a colleague looks at before a mail is filed or sent."""

from dataclasses import replace

from bot.domain.alerts import Alert, AlertContent, AlertStatus, Draft
from bot.domain.authorship import Whose, authors_of, whose_are
from bot.domain.people import Colleague
from bot.domain.personal_data import find_personal_data
from bot.domain.safeguards import Safeguards
from bot.workflow.cards import AlertCard, Preview
from bot.workflow.mail_port import Composer
from bot.workflow.ports import UnitOfWork
from bot.workflow.recruiting import households_in
from bot.workflow.wording import mail_of_draft


def reach_of(uow: UnitOfWork, content: AlertContent, about_id: int | None) -> int:
    """How many people would get it now: those in the area, or, of an outcome, those who got its alert."""
    if about_id:
        return uow.mailings.count_reached(about_id)
    return uow.mailings.count_recipients(content.x, content.y, content.radius_m)


def preview_of(
    uow: UnitOfWork, composer: Composer, safeguards: Safeguards, draft: Draft, colleague: Colleague
) -> Preview:
    """The mail as it will read, and what to look at again before it is filed."""
    content = draft.content
    recipients = reach_of(uow, content, draft.about_id)
    alert = uow.alerts.get(draft.alert_id) if draft.alert_id else None
    whose = whose_of(uow, alert, draft, colleague)
    return Preview(
        draft_id=draft.id,
        content=content,
        mail_text=composer.as_read(mail_of_draft(composer, uow, draft)),
        recipients=recipients,
        findings=tuple(finding.text for finding in find_personal_data(content)),
        overlaps=() if draft.about_id else tuple(uow.alerts.overlaps(content, draft.alert_id)),
        amends=alert is not None,
        whose=whose,
        may_approve=whose is Whose.SUPPLEMENT,
        requester_name=alert.requester_name if alert else "",
        asks_number=safeguards.asks_number(recipients),
        returned=alert is not None and alert.status is AlertStatus.RETURNED,
        households=None if draft.about_id else households_in(uow, content),
        lately=None if draft.about_id else uow.reach.lately(content, safeguards.too_often),
    )


def whose_of(uow: UnitOfWork, alert: Alert | None, draft: Draft, colleague: Colleague) -> Whose:
    """Whose the words of a draft are once it is saved; it is looked at again then."""
    if alert is None:
        return Whose.OWN
    return whose_are(alert, authors_of(alert, uow.words.versions(alert.id), draft.content, colleague), colleague)


def with_lately(uow: UnitOfWork, card: AlertCard, safeguards: Safeguards) -> AlertCard:
    """For who is to approve it; an outcome goes to people who got mail by its nature."""
    if card.alert.status is not AlertStatus.REQUESTED or card.alert.about:
        return card
    return replace(card, lately=uow.reach.lately(card.alert.content, safeguards.too_often))
