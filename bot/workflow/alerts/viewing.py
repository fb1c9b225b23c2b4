"""A mail as it is read, for who has its request before them: once it is out its text stands nowhere else."""

from dataclasses import replace

from bot.domain.alerts.safeguards import Safeguards
from bot.records.alerts import AlertCard, AlertFacts, MailCard
from bot.workflow.alerts.previewing import reach_to_approve
from bot.workflow.mail_ports import Composer
from bot.workflow.owing import mail_of
from storage.unit_of_work import UnitOfWork, Work


class Viewing:
    """Changes nothing."""

    def __init__(self, work: Work, composer: Composer, safeguards: Safeguards) -> None:
        self._work = work
        self._composer = composer
        self._safeguards = safeguards

    def card(self, uow: UnitOfWork, alert_id: int) -> AlertCard:
        """What its message shows."""
        facts = uow.alerts.facts(alert_id)
        lately, homes = reach_to_approve(uow, facts.alert, self._safeguards)
        asks_number = self._safeguards.asks_number(facts.recipients)
        return AlertCard(**vars(facts), asks_number=asks_number, lately=lately, homes=homes)

    def facts(self, alert_id: int) -> AlertFacts:
        """How far its mail is."""
        with self._work() as uow:
            return uow.alerts.facts(alert_id)

    def mail(self, alert_id: int) -> MailCard:
        """The mail, with the words that are proposed where there are any."""
        facts = self.facts(alert_id)
        alert, proposal = facts.alert, facts.proposal
        shown = replace(alert, content=proposal.content) if proposal else alert
        text = self._composer.as_read(mail_of(self._composer, shown))
        return MailCard(alert, facts.recipients, text, proposal.by_name if proposal else "")
